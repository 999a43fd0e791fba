"""Makes newsx/label/weights-*.json and newsx/fields/confidence.json anew, and says how they score on left-out sites.

    python -m quality.training.train             # cross-validates by site, then fits on everything and writes
    python -m quality.training.train --measure   # cross-validates only

Needs the training group of pyproject.toml, lynx and w3m, and the corpora in ../shared. Text dumps are made once and
kept in build/training. Every number is drawn from a fixed seed, so that the same pages give the same file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy

from newsx.label.context import read_context
from newsx.label.features import Facts, read_features
from newsx.label.stages import label_scored
from newsx.label.weights import Odds, weights_for
from newsx.page import BODY_ROLES
from quality.training.confidence import calibration, fit_shares, told_values
from quality.training.fit import count_terms, exported, fit_odds, fit_trees
from quality.training.gold import gold_text, text_of
from quality.training.headline import fit_headline, headline_pages, headline_report
from quality.training.pages import fit_pages, page_report, page_rows
from quality.training.samples import (
    ARTICLES,
    DUMPED,
    OTHERS,
    SHARED,
    Sample,
    corpus_samples,
    fold_of,
    made_samples,
    make_dumps,
)

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / "build" / "training"
WEIGHTS = ROOT / "newsx" / "label"
CONFIDENCE = ROOT / "newsx" / "fields" / "confidence.json"
MADE = 2000
MADE_HTML = 300
FOLDS = 4
INNER_FOLDS = 3
FIRST = {"rounds": 120, "leaves": 16}
SECOND = {"rounds": 250, "leaves": 31}
FORMS = ("markup", "text")
"""Pages with boxes and text dumps learn apart: one set of trees for both lost 0.002 to 0.007 of F1 on most corpora."""


class Rows(NamedTuple):
    """Rows of features of samples, one below the other, with the numbers of their blocks."""

    values: numpy.ndarray
    numbers: list[list[int]]


def read_samples(cache: Path) -> list[Sample]:
    """All pages to learn from."""
    make_dumps(cache)
    jobs: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
    jobs += [(_corpus, (cache, name, False)) for name in (*ARTICLES, *OTHERS)]
    jobs += [(_corpus, (cache, name, True)) for name in DUMPED]
    jobs += [(_made, (250, first, "text")) for first in range(0, MADE, 250)]
    jobs += [(_made, (150, first, "html")) for first in range(0, MADE_HTML, 150)]
    with multiprocessing.Pool() as pool:
        waiting = [pool.apply_async(job, arguments) for job, arguments in jobs]
        return [sample for found in waiting for sample in found.get()]


def _corpus(*arguments: Any) -> list[Sample]:
    return [sample for sample in corpus_samples(*arguments) if sample.draft.blocks]


def _made(*arguments: Any) -> list[Sample]:
    return [sample for sample in made_samples(*arguments) if sample.draft.blocks]


def learns_from(sample: Sample) -> bool:
    """Whether a page teaches what a story is: it holds one."""
    return any(sample.story)


def _block_weights(sample: Sample, numbers: Sequence[int]) -> list[float]:
    """What each block counts: about what it adds to the score of its page; stories of any length count alike."""
    letters = [len(block.text) for block in sample.draft.blocks]
    whole = sum(size for size, story in zip(letters, sample.story, strict=True) if story)
    scale = sample.weight * 8.0 / (whole + 1500.0) ** 0.5
    return [scale * (min(letters[n], 1500) ** 0.5 + 3.0) for n in numbers]


class Model(NamedTuple):
    """Odds and the trees of both passes."""

    odds: dict[str, dict[str, float]]
    first: Any
    second: Any


def fit(samples: Sequence[Sample]) -> Model:
    """The model of samples: the inner scores that each part is fitted on come from other sites."""
    taught = [sample for sample in samples if learns_from(sample)]
    numbers = [list(sample.terms) for sample in taught]
    inner = [fold_of(sample.site, INNER_FOLDS, "inner") for sample in taught]
    story = numpy.array([float(s.story[n]) for s, own in zip(taught, numbers, strict=True) for n in own])
    weights = numpy.array([w for s, own in zip(taught, numbers, strict=True) for w in _block_weights(s, own)])
    by_row = numpy.array([f for f, own in zip(inner, numbers, strict=True) for _ in own])
    terms = count_terms([sample.terms.values() for sample in taught], [sample.site for sample in taught])
    everything = numpy.arange(len(story))
    facts: list[Facts | None] = [None] * len(taught)
    for fold in range(INNER_FOLDS):
        odds = Odds(fit_odds(terms, everything[by_row != fold], story, weights))
        for number, sample in enumerate(taught):
            if inner[number] == fold:
                facts[number] = read_features(sample.draft, odds)
    known = [own for own in facts if own is not None]
    rows = _stacked([own.rows for own in known])
    scores = numpy.zeros(len(story))
    for fold in range(INNER_FOLDS):
        others, own_rows = by_row != fold, by_row == fold
        booster = fit_trees(rows[others], story[others], weights[others], **FIRST)
        scores[own_rows] = booster.predict(rows[own_rows])
    first = fit_trees(rows, story, weights, **FIRST)
    contexts = []
    given = iter(scores.tolist())
    for sample, own, facts_of in zip(taught, numbers, known, strict=True):
        contexts.append(
            dict(
                read_context(
                    sample.draft.page, facts_of, dict(zip(own, itertools.islice(given, len(own)), strict=True))
                )
            )
        )
    seen = numpy.array([n in rows_of for own, rows_of in zip(numbers, contexts, strict=True) for n in own])
    second = fit_trees(_stacked(contexts), story[seen], weights[seen], **SECOND)
    return Model(fit_odds(terms, everything, story, weights), first, second)


def _stacked(rows: Sequence[Mapping[int, Sequence[float]]]) -> numpy.ndarray:
    return numpy.array([row for own in rows for row in own.values()], dtype=numpy.float32)


def predict(model: Model, samples: Sequence[Sample]) -> list[dict[int, float]]:
    """The probabilities of the second pass, by block, for each sample."""
    odds = Odds(model.odds)
    facts = [read_features(sample.draft, odds) for sample in samples]
    first = _predicted(model.first, [own.rows for own in facts])
    contexts = [
        dict(read_context(sample.draft.page, own, given))
        for sample, own, given in zip(samples, facts, first, strict=True)
    ]
    return [one | other for one, other in zip(first, _predicted(model.second, contexts), strict=True)]


def _predicted(booster: Any, rows: Sequence[Mapping[int, Sequence[float]]]) -> list[dict[int, float]]:
    if not any(rows):
        return [{} for _ in rows]
    scores = iter(booster.predict(_stacked(rows)).tolist())
    return [dict(zip(own, itertools.islice(scores, len(own)), strict=False)) for own in rows]


class _Fold(NamedTuple):
    form: str
    fold: int


def form_of(sample: Sample) -> str:
    """The name of the weights that score a page."""
    return weights_for(sample.draft.page)


def _predict_fold(job: tuple[list[Sample], _Fold]) -> list[tuple[int, dict[int, float]]]:
    samples, (form, fold) = job
    own = [number for number, sample in enumerate(samples) if form_of(sample) == form]
    held = [number for number in own if fold_of(samples[number].site, FOLDS) == fold]
    out = set(held)
    model = fit([samples[number] for number in own if number not in out])
    return list(zip(held, predict(model, [samples[number] for number in held]), strict=True))


def cross_validate(samples: list[Sample]) -> list[dict[int, float]]:
    """For each sample the probabilities of a model that saw no page of its site."""
    found: list[dict[int, float]] = [{} for _ in samples]
    jobs = [(samples, _Fold(form, fold)) for form in reversed(FORMS) for fold in range(FOLDS)]
    with multiprocessing.Pool() as pool:
        for part in pool.imap_unordered(_predict_fold, jobs):
            for number, scores in part:
                found[number] = scores
    return found


def report(samples: Sequence[Sample], scores: Sequence[dict[int, float]]) -> dict[str, dict[str, float]]:
    """F1 over 4-word shingles by corpus, as ../shared/eval makes it, and what the blocks allow at best."""
    sys.path.insert(0, str(SHARED / "eval"))
    from score import shingle_score

    shares: dict[str, list[tuple[Any, Any]]] = {}
    for sample, own in zip(samples, scores, strict=True):
        body = gold_text(sample.gold)
        if sample.page_type != "article" or not body:
            continue
        labelled, _ = label_scored(sample.draft, own)
        blocks = sample.draft.blocks
        found = "\n\n".join(text_of(block) for n, block in enumerate(blocks) if labelled.role(n) in BODY_ROLES)
        best = "\n\n".join(text_of(block) for block, story in zip(blocks, sample.story, strict=True) if story)
        shares.setdefault(sample.corpus, []).append((shingle_score(found, body), shingle_score(best, body)))
    return {
        corpus: {"pages": len(rows), "F1": _f1([row[0] for row in rows]), "best": _f1([row[1] for row in rows])}
        for corpus, rows in shares.items()
    }


def _f1(shares: Sequence[tuple[float, float, float]]) -> float:
    precision = statistics.fmean([tp / (tp + fp) for tp, fp, _ in shares if tp + fp] or [0.0])
    recall = statistics.fmean([tp / (tp + fn) for tp, _, fn in shares if tp + fn] or [0.0])
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def _fit_form(job: tuple[list[Sample], str]) -> Model:
    samples, form = job
    return fit([sample for sample in samples if form_of(sample) == form])


def fit_forms(samples: list[Sample]) -> list[Model]:
    """A model for each of `FORMS`; before anything is fitted in this process, whose threads a fork would lose."""
    with multiprocessing.Pool() as pool:
        return pool.map(_fit_form, [(samples, form) for form in FORMS])


def _write(path: Path, data: dict[str, Any]) -> None:
    data = {"about": "Made by quality/training/train.py; never edited by hand."} | data
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8")


def _write_weights(name: str, data: dict[str, Any]) -> None:
    _write(WEIGHTS / f"weights-{name}.json", data)


def main() -> int:
    """Runs the training; the exit code."""
    parser = argparse.ArgumentParser(description="Make the weights of newsx anew.")
    parser.add_argument("--measure", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    samples = read_samples(CACHE)
    print(f"{len(samples)} pages, {sum(map(learns_from, samples))} of them with a story", flush=True)
    scores = cross_validate(samples)
    models = [] if arguments.measure else fit_forms(samples)
    scored = report(samples, scores)
    rows = page_rows(samples, scores)
    pages, likely = fit_pages(samples, rows)
    told = page_report(samples, likely)
    for corpus, share in told.items():
        row = scored.get(corpus, {})
        text = f"F1 {row['F1']:.4f}  at best {row['best']:.4f}" if row else ""
        print(f"{corpus:24} told right {share:.4f}  {text}", flush=True)
    if not arguments.measure:
        for form, model in zip(FORMS, models, strict=True):
            _write_weights(form, {"odds": model.odds, "first": exported(model.first), "second": exported(model.second)})
        by_site = {corpus: {"told_right": share, **scored.get(corpus, {})} for corpus, share in told.items()}
        _write_weights("page", {"scored": by_site, "page": exported(pages)})
    lines = headline_pages(samples, scores)
    print("headlines of dumps right:", headline_report(lines), flush=True)
    if not arguments.measure:
        _write_weights("headline", fit_headline(lines))
    values = told_values(samples, scores)  # by the weights of the page that were just written
    for field, steps in calibration(values).items():
        text = "  ".join(f"{sure:.2f}: {right:.2f} ({count})" for sure, right, count in steps)
        print(f"{field:24} {text}", flush=True)
    if not arguments.measure:
        _write(CONFIDENCE, {"shares": fit_shares(values)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
