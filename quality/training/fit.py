"""Fits odds and trees, and writes them in the form that newsx reads."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import lightgbm
import numpy
import scipy.optimize
import scipy.sparse

TREES: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.06, "min_data_in_leaf": 60, "feature_fraction": 0.5, "lambda_l2": 5.0,
    "max_bin": 63, "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
LEAST_SITES = 4
"""Sites on which a word must be met to have odds of its own."""
_RIDGE = 3.0
_STEPS = 60
_LEAST_ODDS = 0.02


class Terms(NamedTuple):
    """What the odds are fitted on: a row for each block, a column for each term that stands on enough sites."""

    matrix: scipy.sparse.csr_matrix
    names: list[str]


def count_terms(terms: Sequence[Iterable[list[str]]], sites: Sequence[str]) -> Terms:
    """The matrix of the terms of pages; terms: of each page, block by block. sites: of each page."""
    met: dict[str, set[str]] = {}
    for page, site in zip(terms, sites, strict=True):
        for term in {term for own in page for term in own}:
            met.setdefault(term, set()).add(site)
    names = sorted(term for term, on in met.items() if len(on) >= LEAST_SITES)
    known = {term: number for number, term in enumerate(names)}
    starts = array("q", [0])
    columns = array("i")
    for page in terms:
        for own in page:
            columns.extend([known[term] for term in own if term in known])
            starts.append(len(columns))
    ones = numpy.ones(len(columns), dtype=numpy.float32)
    shape = (len(starts) - 1, len(names))
    matrix = scipy.sparse.csr_matrix(
        (ones, numpy.frombuffer(columns, dtype=numpy.int32), numpy.array(starts)), shape=shape
    )
    matrix.sum_duplicates()
    return Terms(matrix, names)


def fit_odds(
    terms: Terms, rows: numpy.ndarray, story: numpy.ndarray, weights: numpy.ndarray
) -> dict[str, dict[str, float]]:
    """The odds of the terms: a logistic regression over the rows. story, weights: of all rows of the matrix."""
    matrix = terms.matrix[rows]
    story, weights = story[rows], weights[rows]
    transposed = matrix.T.tocsr()

    def loss(values: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        scores = matrix @ values
        errors = 1 / (1 + numpy.exp(-scores)) - story
        lost = numpy.logaddexp(0, numpy.where(story > 0, -scores, scores))
        return (
            float((weights * lost).sum() + 0.5 * _RIDGE * (values @ values)),
            transposed @ (weights * errors) + _RIDGE * values,
        )

    start = numpy.zeros(len(terms.names))
    found = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    odds: dict[str, dict[str, float]] = {}
    for name, value in zip(terms.names, found.tolist(), strict=True):
        if abs(value) >= _LEAST_ODDS:
            family, _, word = name.partition(" ")
            odds.setdefault(family, {})[word] = round(value, 2)
    return odds


def fit_trees(
    rows: numpy.ndarray, story: numpy.ndarray, weights: numpy.ndarray, rounds: int, leaves: int
) -> lightgbm.Booster:
    """Gradient-boosted trees for the probability that a block is story."""
    data = lightgbm.Dataset(rows, story, weight=weights, free_raw_data=True)
    return lightgbm.train(TREES | {"num_leaves": leaves}, data, rounds)


def exported(booster: lightgbm.Booster) -> dict[str, list[list[Any]]]:
    """The trees as `newsx.label.trees` reads them, numbers rounded to what makes no difference."""
    found: dict[str, list[list[Any]]] = {"nodes": [], "values": [], "means": []}
    for tree in booster.dump_model()["tree_info"]:
        nodes: list[Any] = []
        values: list[float] = []
        means: list[float] = []
        _export(tree["tree_structure"], nodes, values, means)
        found["nodes"].append(nodes)
        found["values"].append(values)
        found["means"].append(means)
    return found


def _export(node: dict[str, Any], nodes: list[Any], values: list[float], means: list[float]) -> int:
    if "leaf_value" in node:
        values.append(round(node["leaf_value"], 4))
        return -len(values)
    at = len(nodes)
    nodes.append([])
    means.append(round(node["internal_value"], 4))
    left = _export(node["left_child"], nodes, values, means)
    right = _export(node["right_child"], nodes, values, means)
    nodes[at] = [node["split_feature"], float(f"{node['threshold']:.6g}"), left, right]
    return at
