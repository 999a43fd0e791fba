"""Chooses one of some candidates, or none, by a log-linear score: each feature adds the weight of the step it is on.

The weights are data that training found (quality/training/headline.py); the probabilities of all candidates and of
none of them add up to 1.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from newsx.label.weights import load_weights


class Ranked(NamedTuple):
    """The likeliest candidate, and the probability of each."""

    number: int
    likely: dict[int, float]


class Ranker:
    """Weights of named features. data: `none`, the score of no candidate; `features`: name to steps and weights."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._none: float = data["none"]
        self._features: list[tuple[str, list[float], list[float]]] = [
            (name, steps, weights) for name, steps, weights in data["features"]
        ]

    def terms(self, row: Sequence[float]) -> dict[str, float]:
        """What each feature adds to the score of a row."""
        return {
            name: weights[bisect_left(steps, value)]
            for (name, steps, weights), value in zip(self._features, row, strict=True)
        }

    def choose(self, rows: Mapping[int, Sequence[float]]) -> Ranked | None:
        """The likeliest of some rows by their numbers, None where it is likelier that none of them is it."""
        scores = {number: sum(self.terms(row).values()) for number, row in rows.items()}
        best = max(scores, key=lambda number: scores[number], default=None)
        if best is None or scores[best] < self._none:
            return None
        odds = {number: math.exp(score - scores[best]) for number, score in scores.items()}
        whole = sum(odds.values()) + math.exp(self._none - scores[best])
        return Ranked(best, {number: own / whole for number, own in odds.items()})

    def ahead(self, rows: Mapping[int, Sequence[float]], number: int) -> dict[str, float]:
        """By how much each feature lifts a row above the mean of the others, or above nothing where it is alone."""
        own = self.terms(rows[number])
        others = [self.terms(row) for other, row in rows.items() if other != number]
        return {name: value - sum(one[name] for one in others) / (len(others) or 1) for name, value in own.items()}


@cache
def headline_ranker() -> Ranker:
    """The ranker of headlines."""
    return Ranker(load_weights("headline"))
