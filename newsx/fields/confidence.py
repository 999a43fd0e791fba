"""How sure each field is: the share of pages of other sites on which a value from the same place was right.

`confidence.json` holds the shares, which `quality/training/confidence.py` measures: by field and place, and whether the
page offers something else for the field as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from newsx.article import Evidence

_DETAIL = re.compile(r' ?(?:\d+|"[^"]*"|“[^”]*”)')
_TYPE = re.compile(r"(json-ld) (?:\w+\.)?(\w+)")
_FACTS = "site facts"


def place_of(source: str) -> str:
    """The kind of place that a source of evidence names: without numbers, quoted words and types.

    >>> place_of('block 12 (byline)'), place_of('json-ld NewsArticle.headline'), place_of('site facts bhaskar')
    ('block (byline)', 'json-ld headline', 'site facts')
    """
    if source.startswith(_FACTS):
        return _FACTS
    return _TYPE.sub(r"\1 \2", _DETAIL.sub("", source))


def keys_of(found: Evidence, is_dump: bool) -> tuple[str, str]:
    """The names of a value's shares, the widest first: its place, and its place with what else is told."""
    place = f"{place_of(found.source)}{' of a dump' if is_dump else ''}"
    return place, f"{place}, {'others offered' if found.also else 'alone'}"


def with_confidence(evidence: Mapping[str, Evidence], is_dump: bool) -> dict[str, Evidence]:
    """The evidence of a record with the confidence of each field: the probability of the score that chose its place.

    Where none did it is the share for places of that kind, None for fields without shares.
    """
    return {
        name: found if found.confidence is not None else replace(found, confidence=_confidence(name, found, is_dump))
        for name, found in evidence.items()
    }


def share_of(keys: Sequence[str], shares: Mapping[str, float]) -> float:
    """The share of the narrowest of a value's names that has one; the field as a whole always does."""
    return next(shares[key] for key in (*reversed(keys), "") if key in shares)


def _confidence(field: str, found: Evidence, is_dump: bool) -> float | None:
    shares = _shares().get(field)
    return None if shares is None else share_of(keys_of(found, is_dump), shares)


@cache
def _shares() -> dict[str, dict[str, float]]:
    """By field, and by the name of a place, the share that was right; "" is the field as a whole."""
    data = json.loads(files("newsx.fields").joinpath("confidence.json").read_text("utf-8"))
    shares: dict[str, dict[str, float]] = data["shares"]
    return shares
