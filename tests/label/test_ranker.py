"""One of some candidates, or none, by weights of named features."""

from __future__ import annotations

import pytest

from newsx.label.headline_features import FEATURES
from newsx.label.ranker import Ranker, headline_ranker
from newsx.label.weights import load_weights

DATA = {"none": 0.0, "features": [["shared", [0.25, 0.5], [-2.0, 0.0, 3.0]], ["list", [0.5], [1.0, -1.0]]]}


def test_the_row_with_the_highest_sum_of_weights_is_chosen() -> None:
    """Each number adds the weight of its step; a number on a step's end belongs to the lower one."""
    best = Ranker(DATA).choose({7: [0.5, 0.0], 9: [0.6, 1.0], 4: [0.1, 0.0]})
    assert best is not None
    assert best.number == 9
    assert Ranker(DATA).terms([0.5, 0.0]) == {"shared": 0.0, "list": 1.0}


def test_what_lifts_a_row_is_what_it_has_above_the_mean_of_the_others() -> None:
    """A row that is alone is lifted by all that it has."""
    rows = {7: [0.5, 0.0], 9: [0.6, 1.0], 4: [0.1, 0.0]}
    assert Ranker(DATA).ahead(rows, 9) == {"shared": 4.0, "list": -2.0}
    assert Ranker(DATA).ahead({9: rows[9]}, 9) == {"shared": 3.0, "list": -1.0}


def test_none_is_chosen_where_no_row_is_likelier() -> None:
    """Nor among no rows at all."""
    assert Ranker(DATA).choose({4: [0.1, 0.0], 5: [0.2, 1.0]}) is None
    assert Ranker(DATA).choose({}) is None


def test_the_probabilities_of_all_rows_and_of_none_add_up_to_one() -> None:
    """Two rows alike share what none leaves them."""
    best = Ranker(DATA).choose({1: [0.3, 1.0], 2: [0.3, 0.0]})
    assert best is not None
    whole = 2.718 + 0.368 + 1.0
    assert best.likely == {1: pytest.approx(0.368 / whole, abs=0.001), 2: pytest.approx(2.718 / whole, abs=0.001)}


def test_the_shipped_weights_are_those_of_the_features() -> None:
    """A feature without weights would shift those of all others."""
    assert tuple(name for name, _, _ in load_weights("headline")["features"]) == FEATURES
    assert all(len(weights) == len(steps) + 1 for _, steps, weights in load_weights("headline")["features"])
    assert set(headline_ranker().terms([0.0] * len(FEATURES))) == set(FEATURES)
