"""Facts about single publishers are sound data."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from newsx.sites import SiteFacts, load_sites, site_at, site_named, sites_marked
from newsx.text.fold import fold

SITES = load_sites()


def test_enough_publishers_are_known() -> None:
    """The Hindi papers, channels and portals that a reader meets daily."""
    assert len(SITES) >= 30


@pytest.mark.parametrize("facts", SITES, ids=lambda facts: facts.key)
def test_facts_are_well_formed(facts: SiteFacts) -> None:
    """Host names in lower case without www, at most one path part; names without outer spaces; marks of some length."""
    assert facts.name == facts.name.strip() != ""
    assert facts.addresses
    for address in facts.addresses:
        assert re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(/[a-z]+)?", address)
    for mark in facts.marks:
        assert mark == mark.strip()
        assert len(mark) >= 6


def test_no_two_publishers_share_a_name_address_or_mark() -> None:
    """Whatever is looked up leads to one publisher."""
    for values in (
        [fold(name) for facts in SITES for name in {fold(name) for name in facts.names}],
        [address for facts in SITES for address in facts.addresses],
        [fold(mark) for facts in SITES for mark in {fold(mark) for mark in facts.marks}],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


@pytest.mark.parametrize(
    ("host", "path", "key"),
    [
        ("www.jagran.com", "/bihar/1.html", "jagran"),
        ("M.JAGRAN.COM", "/", "jagran"),
        ("www.bbc.com", "/hindi/articles/1", "bbc"),
        ("www.bbc.com", "/news/articles/1", None),
        ("notjagran.com", "/", None),
        ("jagran.com.example.org", "/", None),
    ],
)
def test_publisher_is_found_by_address(host: str, path: str, key: str | None) -> None:
    """Subdomains count; a host with many editions is told by its path; look-alikes are not taken in."""
    found = site_at(host, path)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(("facts", "address"), [(facts, address) for facts in SITES for address in facts.addresses])
def test_every_address_leads_to_its_publisher(facts: SiteFacts, address: str) -> None:
    """Under the host itself and under a subdomain, on any page of the path."""
    host, _, part = address.partition("/")
    for name in (host, f"www.{host}", f"m.{host}"):
        assert site_at(name, f"/{part}/1.html".replace("//", "/")) is facts


def test_publisher_is_found_by_any_spelling_of_its_name() -> None:
    """Case and nukta make no difference."""
    assert site_named("DAINIK JAGRAN") is site_named("दैनिक जागरण") is not None
    assert site_named("कोई और समाचार") is None


def test_mark_counts_as_whole_words_only() -> None:
    """`सत्य हिंदी` inside a longer word or sentence part is not the publisher's mark."""
    assert [facts.key for facts, _ in sites_marked(["सत्य हिंदी ब्यूरो", "x"])] == ["satyahindi"]
    assert sites_marked(["असत्य हिंदीवाला"]) == []


def test_most_marked_publisher_leads() -> None:
    """One mention of another paper does not outweigh several of the own."""
    found = sites_marked(["Amar Ujala", "जागरण संवाददाता", "डाउनलोड करें जागरण एप"])
    assert [facts.key for facts, _ in found] == ["jagran", "amarujala"]
