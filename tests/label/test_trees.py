"""Scores of trees, and what each feature added to them."""

from __future__ import annotations

import math

import pytest

from newsx.label.context import CONTEXT
from newsx.label.features import FEATURES
from newsx.label.page_type import PAGE_FEATURES
from newsx.label.trees import Scorer, Trees, probability, read_trees
from newsx.label.weights import load_weights

# If r[0] <= 1.5 then 0.25, else 2.0 or -1.0 by r[2]; and a second tree of one question.
DATA = {
    "nodes": [[[0, 1.5, -1, 1], [2, 10.0, -2, -3]], [[1, 0.0, -1, -2]]],
    "values": [[0.25, 2.0, -1.0], [0.5, -0.5]],
    "means": [[0.4, 0.6], [-0.1]],
}
TREES = read_trees(DATA)
PASSES = (("first", FEATURES), ("second", CONTEXT))
ROWS = [
    ((1.5, 0.0, 0.0), 0.25 + 0.5),
    ((1.6, 0.0, 10.0), 2.0 + 0.5),
    ((1.6, 0.1, 10.1), -1.0 - 0.5),
    ((-9.0, math.inf, 99.0), 0.25 - 0.5),
]


@pytest.mark.parametrize(("row", "score"), ROWS)
def test_a_score_is_the_sum_of_one_leaf_of_each_tree(row: tuple[float, ...], score: float) -> None:
    """Left where a number is at most the threshold, right where it is more."""
    assert TREES.score(row) == pytest.approx(score)
    assert TREES.compiled()(row) == pytest.approx(score)


@pytest.mark.parametrize(("row", "score"), ROWS)
def test_terms_add_up_to_the_score_less_the_means_of_the_roots(row: tuple[float, ...], score: float) -> None:
    """Each step of a path through a tree belongs to the feature that was asked."""
    assert sum(TREES.terms(row).values()) == pytest.approx(score - 0.4 + 0.1)


def test_terms_are_told_by_feature() -> None:
    """A feature that no path asked has none."""
    assert TREES.terms((1.6, 0.0, 10.0)) == pytest.approx({0: 0.2, 2: 1.4, 1: 0.6})
    assert set(TREES.terms((0.0, 0.0, 0.0))) == {0, 1}


def test_many_trees_are_summed() -> None:
    """More than one expression of Python would nest."""
    many = Trees(TREES.nodes * 500, TREES.values * 500, TREES.means * 500)
    assert many.compiled()((1.6, 0.0, 10.0)) == pytest.approx(2.5 * 500)


def test_a_scorer_gives_the_same_after_many_rows() -> None:
    """It compiles its trees once that pays."""
    score = Scorer(TREES)
    rows = [row for row, _ in ROWS]
    first = [score(row) for row in rows]
    assert first == pytest.approx([probability(total) for _, total in ROWS])
    for _ in range(500):
        assert [score(row) for row in rows] == pytest.approx(first)


@pytest.mark.parametrize(("score", "likely"), [(0.0, 0.5), (2.0, 0.8808), (-2.0, 0.1192), (800.0, 1.0), (-5000.0, 0.0)])
def test_a_probability_is_between_0_and_1_for_any_score(score: float, likely: float) -> None:
    """Scores far off make no error."""
    assert probability(score) == pytest.approx(likely, abs=1e-4)


@pytest.mark.parametrize(
    ("weights", "name", "features"),
    [
        *((form, name, features) for form in ("markup", "text") for name, features in PASSES),
        ("page", "page", PAGE_FEATURES),
    ],
)
def test_the_trees_of_the_weights_ask_for_features_that_there_are(
    weights: str, name: str, features: tuple[str, ...]
) -> None:
    """Each node leads on, and terms add up to scores."""
    trees = read_trees(load_weights(weights)[name])
    assert {node[0] for nodes in trees.nodes for node in nodes} <= set(range(len(features)))
    for nodes, values, means in zip(trees.nodes, trees.values, trees.means, strict=True):
        assert len(means) == len(nodes)
        below = sorted(side for node in nodes for side in node[2:])
        assert below == [*range(-len(values), 0), *range(1, len(nodes))]
    row = [1.0] * len(features)
    roots = sum(means[0] for means in trees.means)
    assert sum(trees.terms(row).values()) == pytest.approx(trees.score(row) - roots, abs=0.01)
