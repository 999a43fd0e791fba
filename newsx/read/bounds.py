"""How much a page may hold: what costs memory by its number, whatever its size, has a bound and an error of its own."""

from __future__ import annotations

from newsx.errors import InputTooLargeError

MAX_NODES = 500_000
"""Elements and attributes of the markup of one page; the pages of news sites have some 20,000 at most."""
MAX_BLOCKS = 100_000
"""Paragraphs of one page, as markup or as text; those of news sites have some thousands at most."""


def too_many_nodes() -> InputTooLargeError:
    """The error of a page beyond `MAX_NODES`."""
    return InputTooLargeError(
        f"its markup has more than {MAX_NODES:,} elements and attributes, as no news page has; save one story alone",
        kind="too_many_elements",
    )


def too_many_blocks() -> InputTooLargeError:
    """The error of a page beyond `MAX_BLOCKS`."""
    return InputTooLargeError(
        f"it has more than {MAX_BLOCKS:,} paragraphs, as no news page has; save one story alone",
        kind="too_many_blocks",
    )
