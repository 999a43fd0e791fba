"""Whether a text names a place. Data: ``places.txt`` of the languages, and ``towns.txt``, which GeoNames tells."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from newsx.lexicon.load import folded_entries, load_texts
from newsx.text.fold import fold, fold_word

PLACE_EDGES = " :-–—।,."
"""What may stand around a place that is alone on its line."""
_LONGEST = 60
_COUNTRIES, _WORDS = "countries", "words"
_HEADER = re.compile(r"^\[(.*)\]$", re.MULTILINE)
_IN_BRACKETS = re.compile(r"([^()]+?) ?\(([^()]+)\)")


def is_town(text: str) -> bool:
    """Whether the text is the name of a town, district or Indian state, or of several (मुंबई/पुणे, वीरपुर (सुपौल)).

    A village that no list knows may stand beside its town: `बिलाईगढ़/रायपुर`, `वीरपुर (सुपौल)`.
    """
    return _names_one_of(text, towns())


def is_place(text: str) -> bool:
    """Whether the text is the name of a place: a town, district, state or country, or of several."""
    return _names_one_of(text, places())


@cache
def _joins() -> re.Pattern[str]:
    words = "|".join(map(re.escape, folded_entries("credits.toml", "names", "joins")))
    return re.compile(rf"\s*[,/]\s*|\s+(?:{words})\s+")


@cache
def towns() -> frozenset[str]:
    """The folded names of all towns, districts and Indian states."""
    return written_towns() | frozenset(chain.from_iterable(map(_lines, load_texts("towns.txt"))))


@cache
def written_towns() -> frozenset[str]:
    """Those of ``places.txt`` alone, without those that were taken from a gazetteer."""
    return _section("")


@cache
def places() -> frozenset[str]:
    """The folded names of all places that are nothing else."""
    return towns() | _section(_COUNTRIES)


def may_be_place(text: str) -> bool:
    """Whether the text is a place's name that is also a word, or a person's name: गया, सागर, आनंद."""
    return fold_word(text) in _section(_WORDS)


def _names_one_of(text: str, known: frozenset[str]) -> bool:
    if len(text) > _LONGEST:
        return False
    key = fold_word(text)
    if key in known:
        return True
    bracketed = _IN_BRACKETS.fullmatch(key) if key.endswith(")") else None
    if bracketed is not None:
        return bracketed[2] in known and bracketed[1].count(" ") <= 1
    names = _joins().split(key)
    if len(names) == 1:
        return False
    if "/" in key and all(name.count(" ") <= 1 for name in names):
        return any(name in known for name in names)
    return all(name in known for name in names)


@cache
def _section(header: str) -> frozenset[str]:
    """The folded names under a header of all files; those at their heads have none."""
    return frozenset().union(*(_names(text, header) for text in load_texts("places.txt")))


def _names(text: str, header: str) -> frozenset[str]:
    inside = _HEADER.split(f"[]\n{text}")
    entries = _lines(dict(zip(inside[1::2], inside[2::2], strict=True)).get(header, ""))
    return frozenset(fold(",".join(entries)).split(",")) if entries else frozenset()


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and line[0] != "#"]
