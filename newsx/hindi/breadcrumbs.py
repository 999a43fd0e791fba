"""Breadcrumb trails as dumps show them: `होम › देश › खबर`, or glued without any sign (`Hindi Newsविदेश न्यूज़First`)."""

from __future__ import annotations

import re
from functools import cache

from newsx.hindi.data import load_toml
from newsx.hindi.fold import fold

_SEPARATOR = re.compile(r"\s*[›»>⁄▸→]\s*|\s+[/|]\s+|\s*\[[^\[\]]*\.(?:jpe?g|png|gif|svg)\]\s*")
_LATIN_TO_HINDI = re.compile("(?<=[A-Za-z])(?=[\u0904-\u0939\u0958-\u0961])")
_HINDI_TO_LATIN = re.compile("(?<=[\u0900-\u0963\u0970-\u097f])(?=[A-Z])")
_SIGN_OF_TRAIL = re.compile("[›»>⁄▸→/|\\[]|[A-Za-z][\u0904-\u0939\u0958-\u0961]|[\u0900-\u0963\u0970-\u097f][A-Z]")
_EDGES = " ›»>⁄/|▸→:"


def is_root(text: str) -> bool:
    """Whether a line is the first link of a trail: होम, Home, Hindi News."""
    return fold(text).strip(_EDGES) in _roots()


def may_be_trail(text: str) -> bool:
    """Whether a line has anything at which a trail could be split; a cheap test before `split_trail`."""
    return _SIGN_OF_TRAIL.search(text) is not None


def split_trail(text: str) -> list[str]:
    """The links of a line that is a trail from a root, its last one possibly the page's title; [] for any other line.

    >>> split_trail("Hindi Newsविदेश न्यूज़First video call with Putin")
    ['Hindi News', 'विदेश न्यूज़', 'First video call with Putin']
    >>> split_trail("होम › अर्थव्यवस्था › खबर")
    ['होम', 'अर्थव्यवस्था', 'खबर']
    """
    pieces = [piece for part in _SEPARATOR.split(text) for piece in _unglue(part) if piece]
    if len(pieces) < 2 or not is_root(pieces[0]):
        return []
    return pieces


def _unglue(text: str) -> list[str]:
    pieces = [piece for half in _LATIN_TO_HINDI.split(text) for piece in _HINDI_TO_LATIN.split(half)]
    return [piece.strip(_EDGES) for piece in pieces]


@cache
def _roots() -> frozenset[str]:
    return frozenset(fold(root) for root in load_toml("newsx.hindi", "lexicon/breadcrumbs.toml")["roots"])
