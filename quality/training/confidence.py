"""Measures how often each field is right by the place that its value came from, on sites left out of training."""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsx.article import Source
from newsx.fields import make_article
from newsx.fields.confidence import keys_of, share_of
from newsx.label.stages import label_draft
from quality.training.samples import SHARED, Sample, fold_of

FIELDS = {
    "headline": "headline",
    "summary": "summary",
    "highlights": "highlights",
    "authors": "authors",
    "agency": "agency",
    "publisher": "publisher",
    "dateline": "dateline",
    "published": "minute",
    "section": "section",
    "tags": "tags",
}
"""The fields of the record that gold is there for, and what ../shared/eval calls their scores."""
LEAST_SITES = 15
"""Sites from which on a field has a confidence at all."""
_WEIGHT_OF_WIDER = 6.0
"""Records that the share of the wider name counts for beside those of a narrower one."""
_LEAST_RECORDS = 4
_FOLDS = 4


class Told(NamedTuple):
    """A value of a record: whether it was right, and the names of the shares that it counts for."""

    field: str
    site: str
    right: float
    keys: tuple[str, ...]


def told_values(samples: Sequence[Sample], scores: Sequence[Mapping[int, float]]) -> list[Told]:
    """The values of the records of articles that gold judges. scores: by models that did not see the page's site."""
    sys.path.insert(0, str(SHARED / "eval"))
    score_page = importlib.import_module("score").score_page
    found: list[Told] = []
    for sample, own in zip(samples, scores, strict=True):
        if sample.page_type == "article" and not sample.corpus.startswith("made"):
            found += _values(sample, own, score_page)
    return found


def _values(sample: Sample, scores: Mapping[int, float], score_page: Any) -> Iterator[Told]:
    source = Source(sample.name, "html", "utf-8", "told", 0, "")
    labelled = label_draft(sample.draft, scores)
    article = make_article(labelled, source, url=sample.gold.get("url"))
    if not article.is_article:
        return
    record = {field: value for field, value in article.to_dict().items() if field in FIELDS}
    right = score_page(record, sample.gold)
    is_dump = not sample.draft.page.boxes
    by_score = {label.role for label in labelled.labels if label.likely is not None} & FIELDS.keys()
    for field, name in FIELDS.items():
        if field in by_score:  # its confidence is the probability of the score
            continue
        evidence = article.evidence.get(field)
        score = right.get("day" if field == "published" and "minute" not in right else name)
        if evidence is not None and score is not None:
            yield Told(field, sample.site, float(score == 1.0), ("", *keys_of(evidence, is_dump)))


def fit_shares(told: Sequence[Told]) -> dict[str, dict[str, float]]:
    """By field and name the share that was right; sites count by the root of their records.

    A narrow name leans on the wider one, the less the more records it has.
    """
    weights = _weights(told)
    found: dict[str, dict[str, float]] = {}
    for field in FIELDS:
        own = [(value, weight) for value, weight in zip(told, weights, strict=True) if value.field == field]
        if len({value.site for value, _ in own}) < LEAST_SITES:
            continue
        held: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)
        for value, weight in own:
            for depth in range(1, len(value.keys) + 1):
                held[value.keys[:depth]].append((value.right, weight))
        shares: dict[tuple[str, ...], float] = {}
        for keys, rows in sorted(held.items(), key=lambda item: (len(item[0]), item[0])):
            wider = shares.get(keys[:-1])
            if wider is None and len(keys) > 1:
                continue
            size = sum(weight for _, weight in rows)
            right = sum(value * weight for value, weight in rows)
            if wider is None:
                shares[keys] = (right + 0.5) / (size + 1.0)
            elif len(rows) >= _LEAST_RECORDS:
                shares[keys] = (right + wider * _WEIGHT_OF_WIDER) / (size + _WEIGHT_OF_WIDER)
        found[field] = {keys[-1]: round(share, 3) for keys, share in sorted(shares.items())}
    return found


def _weights(told: Sequence[Told]) -> list[float]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for value in told:
        counts[value.field, value.site] += 1
    return [counts[value.field, value.site] ** -0.5 for value in told]


def calibration(told: Sequence[Told]) -> dict[str, list[tuple[float, float, int]]]:
    """By field: mean confidence, share that was right, and how many values, in steps of confidence.

    Each value's confidence is measured on other sites.
    """
    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for fold in range(_FOLDS):
        shares = fit_shares([value for value in told if fold_of(value.site, _FOLDS, "field") != fold])
        for value in told:
            known = shares.get(value.field)
            if known is not None and fold_of(value.site, _FOLDS, "field") == fold:
                rows[value.field].append((share_of(value.keys, known), value.right))
    return {field: _steps(own) for field, own in rows.items()}


def _steps(rows: Sequence[tuple[float, float]]) -> list[tuple[float, float, int]]:
    held: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for confidence, right in rows:
        held[min(9, int(confidence * 10))].append((confidence, right))
    return [
        (
            round(sum(confidence for confidence, _ in own) / len(own), 3),
            round(sum(right for _, right in own) / len(own), 3),
            len(own),
        )
        for _, own in sorted(held.items())
    ]
