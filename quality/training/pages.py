"""Fits what tells articles from other pages, on scores of models that did not see the page's site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy

from newsx.label.page_type import read_page_features
from newsx.label.stages import label_scored
from newsx.label.verdict import LEAST_LIKELY
from quality.training.fit import fit_trees
from quality.training.samples import Sample, fold_of

TREES = {"rounds": 200, "leaves": 12}
_MADE_WEIGHT = 0.3
"""Made pages are many, and their layouts fewer than those of real ones."""
FOLDS = 4


def page_rows(samples: Sequence[Sample], scores: Sequence[Mapping[int, float]]) -> numpy.ndarray:
    """The features of whole pages. scores: of the blocks of each, by a model that did not see its site."""
    rows = []
    for sample, own in zip(samples, scores, strict=True):
        draft, story = label_scored(sample.draft, own)
        rows.append(read_page_features(draft, story, own))
    return numpy.array(rows, dtype=numpy.float32)


def fit_pages(samples: Sequence[Sample], rows: numpy.ndarray) -> tuple[Any, numpy.ndarray]:
    """The trees, and for each page its probability to hold an article by trees that did not see its site."""
    is_article = numpy.array([float(sample.page_type == "article") for sample in samples])
    weights = numpy.array(
        [_MADE_WEIGHT if sample.corpus.startswith("made") else min(1.0, sample.weight) for sample in samples]
    )
    folds = numpy.array([fold_of(sample.site, FOLDS) for sample in samples])
    found = numpy.zeros(len(samples))
    for fold in range(FOLDS):
        held = folds == fold
        if held.any() and not held.all():
            found[held] = fit_trees(rows[~held], is_article[~held], weights[~held], **TREES).predict(rows[held])
    return fit_trees(rows, is_article, weights, **TREES), found


def page_report(samples: Sequence[Sample], likely: numpy.ndarray) -> dict[str, float]:
    """By corpus the share of pages that are told right."""
    right: dict[str, list[bool]] = {}
    for sample, value in zip(samples, likely.tolist(), strict=True):
        right.setdefault(sample.corpus, []).append((value >= LEAST_LIKELY) == (sample.page_type == "article"))
    return {corpus: round(sum(own) / len(own), 4) for corpus, own in right.items()}
