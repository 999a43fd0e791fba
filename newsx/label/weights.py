"""The weights that training found: odds of words, and trees over features.

Data, never edited by hand: weights-markup.json for pages with boxes, weights-text.json for text dumps,
weights-page.json for the page as a whole, which also says how all of them score on sites that were left out, and
weights-headline.json for the lines of a dump that may be its headline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from newsx.page import Page

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LEAST = 3
"""Letters of the shortest word of a class name that counts."""


Term = tuple[str, str]
"""A family of odds and a value in it."""


class Odds:
    """Logarithms of the odds that a block is story, by what its markup and its wording show."""

    def __init__(self, tables: Mapping[str, Mapping[str, float]]) -> None:
        self._tables = tables
        self._names: dict[str, tuple[float, float]] = {}

    def of(self, family: str, value: str) -> float:
        """The odds for one value of a family; 0.0 for a value that training did not meet often enough."""
        table = self._tables.get(family)
        return table.get(value, 0.0) if table else 0.0

    def of_names(self, names: str) -> tuple[float, float]:
        """The odds for class names and id: for all that stands below them, and for what stands right in them."""
        known = self._names.get(names)
        if known is None:
            words = name_words(names)
            far, near = self._tables.get("far", {}), self._tables.get("near", {})
            known = sum(far.get(word, 0.0) for word in words), sum(near.get(word, 0.0) for word in words)
            if len(self._names) < 20_000 and len(names) < 500:
                self._names[names] = known
        return known


def name_words(names: str) -> frozenset[str]:
    """The words of class names and ids, in lower case.

    >>> sorted(name_words("story__relatedNews--x1"))
    ['news', 'related', 'story']
    """
    return frozenset(word.lower() for word in _WORD.findall(names) if len(word) >= _LEAST)


@cache
def load_weights(name: str) -> Mapping[str, Any]:
    """The content of weights-NAME.json: ``markup``, ``text``, ``page`` or ``headline``."""
    data: Mapping[str, Any] = json.loads(files("newsx.label").joinpath(f"weights-{name}.json").read_text("utf-8"))
    return data


@cache
def load_odds(name: str) -> Odds:
    """The odds for blocks of ``markup`` or of ``text``."""
    return Odds(load_weights(name)["odds"])


def weights_for(page: Page) -> str:
    """The name of the weights for the blocks of a page: a dump tells less of each."""
    return "markup" if page.boxes else "text"
