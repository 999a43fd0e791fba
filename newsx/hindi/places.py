"""Whether a text names a place. Data: lexicon/places.toml."""

from __future__ import annotations

import re
from functools import cache

from newsx.hindi.data import load_toml
from newsx.hindi.fold import fold

_JOINED = re.compile(r"\s*[,/]\s*|\s+(?:और|व|एवं)\s+")


def is_town(text: str) -> bool:
    """Whether the text is the name of a town, district or Indian state, or of several (मुंबई/पुणे)."""
    return _all_in(text, _towns())


def is_place(text: str) -> bool:
    """Whether the text is the name of a place: a town, district, state or country, or of several."""
    return _all_in(text, _towns() | _countries())


def _all_in(text: str, places: frozenset[str]) -> bool:
    key = fold(text)
    return key in places or all(name in places for name in _JOINED.split(key))


@cache
def _towns() -> frozenset[str]:
    data = load_toml("newsx.hindi", "lexicon/places.toml")
    lists = [*data["india"].values(), data["world"]["cities"], data["latin"]["places"]]
    return frozenset(name for text in lists for name in _names(text))


@cache
def _countries() -> frozenset[str]:
    return frozenset(_names(load_toml("newsx.hindi", "lexicon/places.toml")["world"]["countries"]))


def _names(text: str) -> list[str]:
    return [name.strip() for name in fold(text).split(",")]
