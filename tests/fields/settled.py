"""What `newsx.fields.record` settles once and hands to the choosers, for the tests of single fields."""

from __future__ import annotations

from newsx.fields.address import choose_url
from newsx.fields.publisher import Site, read_site
from newsx.page import LabelledPage


def site_of(labelled: LabelledPage) -> Site:
    """The site as the page alone tells it, without an address from the caller."""
    return read_site(labelled, choose_url(labelled, None).value)
