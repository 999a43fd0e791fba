"""Gradient-boosted trees in plain Python: a probability from a row of numbers, and which numbers made it.

A tree is a list of nodes; a node is ``[feature, threshold, left, right]``, where left and right are the numbers of
nodes, or, below zero, of leaves (-1 is the first). `values` holds the leaves' scores, `means` those of the nodes, by
which a path through the tree is explained (https://blog.datadive.net/interpreting-random-forests/).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

Row = Sequence[float]

_WORTH_COMPILING = 1000
"""Rows from which on the trees are compiled, those of some ten pages for a first pass and thirty for a second one.

Compiling takes as long as it saves in 1,200 rows of a first pass (36 ms, 0.03 ms a row) and 1,900 of a second one
(170 ms, 0.09 ms a row); nobody knows how many are to come.
"""


class Trees(NamedTuple):
    """A sum of trees, each a pair of nodes and leaves."""

    nodes: list[list[tuple[int, float, int, int]]]
    values: list[list[float]]
    means: list[list[float]]

    def score(self, row: Row) -> float:
        """The logarithm of the odds for a row."""
        total = 0.0
        for nodes, values in zip(self.nodes, self.values, strict=True):
            at = 0
            while at >= 0:
                feature, threshold, left, right = nodes[at]
                at = left if row[feature] <= threshold else right
            total += values[-at - 1]
        return total

    def compiled(self) -> Callable[[Row], float]:
        """A function that gives the same as `score` several times as fast; making it takes time, see `Scorer`."""
        terms = [_expression(nodes, values, 0) for nodes, values in zip(self.nodes, self.values, strict=True)]
        chunks = [" + ".join(terms[at : at + 16]) for at in range(0, len(terms), 16)]
        features = range(1 + max((node[0] for nodes in self.nodes for node in nodes), default=0))
        # A name of its own for each number of a row is found faster than an item of a list.
        names = ", ".join(f"r{feature}" for feature in features)
        source = f"lambda {names}, *_: {' + '.join(f'({chunk})' for chunk in chunks)}"
        scored: Callable[..., float] = eval(source, {"__builtins__": {}})
        return lambda row: scored(*row)

    def terms(self, row: Row) -> dict[int, float]:
        """What each feature added to the score of a row, by its number."""
        found: dict[int, float] = {}
        for nodes, values, means in zip(self.nodes, self.values, self.means, strict=True):
            at, mean = 0, means[0]
            while at >= 0:
                feature, threshold, left, right = nodes[at]
                after = left if row[feature] <= threshold else right
                now = means[after] if after >= 0 else values[-after - 1]
                found[feature] = found.get(feature, 0.0) + now - mean
                at, mean = after, now
        return found


def probability(score: float) -> float:
    """The probability that belongs to a logarithm of odds."""
    return 1.0 / (1.0 + math.exp(-score)) if score > -700 else 0.0


def read_trees(data: dict[str, Any]) -> Trees:
    """The trees of a part of a file of weights."""
    return Trees(data["nodes"], data["values"], data["means"])


class Scorer:
    """Scores rows with trees: as they are for a page or two, compiled where many rows come."""

    def __init__(self, trees: Trees) -> None:
        self.trees = trees
        self._rows = 0
        self._score: Callable[[Row], float] = trees.score

    def __call__(self, row: Row) -> float:
        """The probability for a row."""
        self._rows += 1
        if self._rows == _WORTH_COMPILING:
            self._score = self.trees.compiled()
        return probability(self._score(list(row)))  # a packed row would make each number anew when it is asked for


def _expression(nodes: Sequence[tuple[int, float, int, int]], values: Sequence[float], at: int) -> str:
    if at < 0:
        return repr(values[-at - 1])
    feature, threshold, left, right = nodes[at]
    one, other = _expression(nodes, values, left), _expression(nodes, values, right)
    return f"({one} if r{feature} <= {threshold!r} else {other})"
