"""The canonical address and the host."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.fields import address
from newsx.fields.address import choose_url
from newsx.fields.choice import Choice
from newsx.page import LabelledPage

OWN = "https://www.gaon.example/bihar/pulia-101.html"


def choose_site(labelled: LabelledPage, url: str | None = None) -> Choice[str]:
    return address.choose_site(labelled, choose_url(labelled, url), None)


def test_canonical_link_wins(page: Any) -> None:
    """The link rel=canonical is the page's word; og:url that differs is on record."""
    choice = choose_url(page(links={"canonical": OWN}, meta={"og:url": OWN + "?amp"}), None)
    assert choice.evidence is not None
    assert (choice.value, choice.evidence.source) == (OWN, "link rel=canonical")
    assert [other.source for other in choice.evidence.also] == ["meta og:url"]


@pytest.mark.parametrize(
    "written", ["/bihar/pulia-101.html", "//www.gaon.example/bihar/pulia-101.html", "pulia-101.html"]
)
def test_relative_canonical_is_resolved(page: Any, written: str) -> None:
    """Relative to the address that the caller knows."""
    given = "https://www.gaon.example/bihar/x.html"
    assert choose_url(page(links={"canonical": written}), given).value == OWN


@pytest.mark.parametrize("broken", ["", "https://www.gaon.example/", "javascript:void(0)", "https://[broken"])
def test_broken_canonical_is_passed_over(page: Any, broken: str) -> None:
    """A front page or no address at all is not where the article stands."""
    assert choose_url(page(links={"canonical": broken}, meta={"og:url": OWN}), None).value == OWN


def test_json_ld_names_the_page(page: Any) -> None:
    """`mainEntityOfPage` may be a string or an object."""
    for value in (OWN, {"@type": "WebPage", "@id": OWN}):
        labelled = page(json_ld=[{"@type": "NewsArticle", "headline": "नई पुलिया", "mainEntityOfPage": value}])
        assert choose_url(labelled, None).value == OWN


def test_share_link_of_a_dump_carries_the_address(page: Any) -> None:
    """The references of a dump hold share links with the page's own address in them."""
    shared = "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fwww.gaon.example%2Fbihar%2Fpulia-101.html"
    labelled = page(addresses=["https://www.gaon.example/", "https://x.com/gaon", shared])
    assert choose_url(labelled, None).value == OWN


def test_address_printed_above_the_headline_is_the_pages(page: Any) -> None:
    """Printing to text puts it in the first lines; a front page or a link further down is not it."""
    assert choose_url(page(("other", OWN), ("headline", "नई पुलिया")), None).value == OWN
    assert choose_url(page(("other", "https://www.gaon.example/"), ("headline", "नई पुलिया")), None).value is None
    below = [("body", "पुलिया बनी।")] * 8
    assert choose_url(page(*below, ("other", OWN)), None).value is None


def test_given_address_is_better_than_none(page: Any) -> None:
    """What the caller says stands in where the page says nothing, unless it is a copy's address."""
    assert choose_url(page(), OWN).value == OWN
    assert choose_url(page(), "https://web.archive.org/web/2026/" + OWN).value is None


def test_other_host_is_reported(page: Any) -> None:
    """A page that claims another owner's address may not be what the caller thinks; a copy or subdomain is fine."""
    labelled = page(links={"canonical": OWN})
    assert [warned.kind for warned in choose_url(labelled, "https://other.example.org/1").warnings] == ["url_conflict"]
    indian = page(links={"canonical": "https://gaon.co.in/1"})
    assert [warned.kind for warned in choose_url(indian, "https://nagar.co.in/1").warnings] == ["url_conflict"]
    assert choose_url(labelled, "https://m.gaon.example/bihar/pulia-101.html").warnings == ()
    assert choose_url(labelled, "https://web.archive.org/web/2026/" + OWN).warnings == ()


def test_site_is_the_host_without_www(page: Any) -> None:
    """Other subdomains stay: they are editions."""
    assert choose_site(page(links={"canonical": OWN})).value == "gaon.example"
    assert choose_site(page(), "https://hindi.gaon.example/1").value == "hindi.gaon.example"


def test_site_of_a_dump_is_its_most_linked_host(page: Any) -> None:
    """References go to the own site most, social networks aside; one address alone proves nothing."""
    own = [f"https://www.gaon.example/{number}" for number in range(3)]
    labelled = page(
        addresses=["https://www.facebook.com/a", "https://www.facebook.com/b", "https://other.example/", *own]
    )
    assert choose_site(labelled).value == "gaon.example"
    assert choose_site(page(addresses=["https://other.example/1"])).value is None


@pytest.mark.parametrize(
    ("address", "names_site"),
    [
        ("https://gaon.example/khabar/1", True),
        ("https://www.facebook.com/gaonsamachar/posts/1", False),
        ("https://hi-in.facebook.com/gaonsamachar/posts/1", False),
        ("https://www.google.co.in/search/1", False),
        ("https://bit.ly/3abcdef", False),
        ("https://netflix.com/khabar/1", True),
    ],
)
def test_addresses_of_networks_and_shorteners_name_no_site(page: Any, address: str, names_site: bool) -> None:
    """An address alone above the headline is the page's own, but for those that lead elsewhere."""
    labelled = page(("other", address), ("headline", "सोनपुर में नई पुलिया का काम शुरू"))
    assert (choose_url(labelled, None).value == address) == names_site
