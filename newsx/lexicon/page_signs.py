"""Signs that a page holds no article: an error, a wall, a list. Data: page_types.toml, here and by language."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsx.lexicon.load import folded_entries, load_toml


class PageSign(NamedTuple):
    """A sign that a page holds no article: the kind of page, and what such a page is."""

    kind: str
    what: str


def page_sign(folded: str) -> PageSign | None:
    """The sign of ``page_types.toml`` that a folded text bears, or None."""
    for sign, prefixes, contains, known, least in _page_signs():
        if folded.startswith(prefixes) or any(phrase in folded for phrase in contains):
            return sign
        if known and sum(word in folded for word in known) >= least:
            return sign
    return None


def may_bear_sign(folded: str) -> bool:
    """Whether `page_sign` may find one in a part of a folded text; a cheap test before asking of each part."""
    return any(
        any(phrase in folded for phrase in (*prefixes, *contains))
        or (known and sum(word in folded for word in known) >= least)
        for _, prefixes, contains, known, least in _page_signs()
    )


def announces_updates(folded_headline: str, folded_below: str) -> bool:
    """Whether a story is told in updates, by its headline and by what stands right below it.

    >>> announces_updates("चुनाव नतीजे लाइव: रुझान आने शुरू", "चुनाव नतीजों के लाइव अपडेट के लिए बने रहें")
    True
    >>> announces_updates("लाइव मैच में भिड़े खिलाड़ी", "मैच बीच में रोकना पड़ा।")
    False
    """
    words = folded_headline.replace(":", " ").split()
    if folded_entries("page_types.toml", "live", "words").isdisjoint(words):
        return False
    return any(phrase in folded_below for phrase in folded_entries("page_types.toml", "live", "contains"))


@cache
def _page_signs() -> tuple[tuple[PageSign, tuple[str, ...], tuple[str, ...], tuple[str, ...], int], ...]:
    return tuple(
        (
            PageSign(kind, entry["what"]),
            tuple(folded_entries("page_types.toml", kind, "prefix")),
            tuple(folded_entries("page_types.toml", kind, "contains")),
            tuple(folded_entries("page_types.toml", kind, "words")),
            entry.get("least", 1),
        )
        for kind, entry in load_toml("newsx.lexicon", "page_types.toml").items()
    )
