"""Fits the weights that tell the headline of a dump from the lines around it, on pages whose headline is known."""

from __future__ import annotations

import importlib
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy
import scipy.optimize
import scipy.sparse

from newsx.label.headline_features import FEATURES, read_candidates
from newsx.label.ranker import Ranker
from newsx.label.stages import with_story
from newsx.lines.titles import bare_title, likeness, title_words, without_hash
from quality.training.samples import SHARED, Sample, fold_of

_FOLDS = 4
_RIDGE = 2.0
_STEPS = 150
_MOST_VALUES = 8
"""Values of a feature up to which each has a weight of its own; others are cut at `_SHARES` of the lines."""
_SHARES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
_WEIGHTS = {"hindi": 3.0, "hindi-dumps": 3.0, "real2-dumps": 3.0}
_LEAST_ALIKE = 0.7
"""How alike a line has to be to the headline to teach where no line is the same, with half the weight."""
_WITHOUT_WEIGHT = 0.03
_GIVEN_UP = 0.005
"""Share of the headlines whose score is too low to take the line: one lost costs more than a caption taken for one.

Of stories copied without their headline a third get none then.
"""
_TO_BEST = FEATURES.index("shared_to_best")
_SHARED = FEATURES.index("shared")


class Page(NamedTuple):
    """The candidates of one page: their rows, which of them are the headline, and what the page counts."""

    corpus: str
    site: str
    rows: numpy.ndarray
    right: numpy.ndarray
    exact: numpy.ndarray
    weight: float


def headline_pages(samples: Sequence[Sample], scores: Sequence[Mapping[int, float]]) -> list[Page]:
    """The dumps of articles with a known headline. scores: of blocks, by models that did not see the page's site."""
    sys.path.insert(0, str(SHARED / "eval"))
    score = importlib.import_module("score")
    taught = [
        (sample, own)
        for sample, own in zip(samples, scores, strict=True)
        if sample.page_type == "article"
        and sample.gold.get("headline")
        and not sample.corpus.startswith("made")
        and not sample.draft.page.boxes
    ]
    sites = Counter(sample.site for sample, _ in taught)
    pages = (_page(sample, own, sites[sample.site], score) for sample, own in taught)
    return [page for page in pages if page is not None]


def _page(sample: Sample, scores: Mapping[int, float], of_site: int, score: Any) -> Page | None:
    draft, story = with_story(sample.draft, scores)
    rows = {} if story is None else read_candidates(draft, story)
    if not rows:
        return None
    golds = score.choices(sample.gold, "headline")
    texts = [bare_title(without_hash(draft.blocks[number].text)) for number in rows]
    exact = numpy.array([any(score.same_text(text, gold) for gold in golds) for text in texts])
    alike = numpy.array([max(likeness(title_words(text), title_words(gold or "")) for gold in golds) for text in texts])
    weight = _WEIGHTS.get(sample.corpus, 1.0) * of_site**-0.5
    right = exact
    if not exact.any():
        right = (alike == alike.max()) & (alike >= _LEAST_ALIKE)
        weight *= 0.5 if right.any() else 0.0
    return Page(sample.corpus, sample.site, numpy.array(list(rows.values())), right, exact, weight)


def _without_headline(page: Page) -> Page | None:
    """The page as if it had been copied from below its headline on: none of the lines is the headline there."""
    last = int(numpy.flatnonzero(page.right)[-1]) if page.right.any() else len(page.right)
    rows = page.rows[last + 1 :].copy()
    if not len(rows):
        return None
    rows[:, _TO_BEST] = rows[:, _SHARED] - rows[:, _SHARED].max()
    none = numpy.zeros(len(rows), dtype=bool)
    return page._replace(rows=rows, right=none, exact=none, weight=page.weight * _WITHOUT_WEIGHT)


def fit_headline(pages: Sequence[Page]) -> dict[str, Any]:
    """The data of a `newsx.label.ranker.Ranker`."""
    known = [page for page in pages if page.weight]
    below = [page for page in map(_without_headline, known) if page is not None]
    taught = [*known, *below]
    values = numpy.concatenate([page.rows for page in taught])
    steps = [_steps_of(values[:, column]) for column in range(values.shape[1])]
    matrix = _on_steps(values, steps)
    found = _fit(taught, matrix)
    features = []
    first = 0
    for name, own in zip(FEATURES, steps, strict=True):
        weights = found[first : first + len(own) + 1]
        features.append([name, own, [round(float(weight), 3) for weight in weights]])
        first += len(own) + 1
    right = numpy.concatenate([page.right for page in taught])
    least = numpy.quantile((matrix @ found)[right], _GIVEN_UP)
    return {"none": round(float(least), 3), "features": features}


def _steps_of(values: numpy.ndarray) -> list[float]:
    different = numpy.unique(values)
    if len(different) <= _MOST_VALUES:
        cuts = (different[:-1] + different[1:]) / 2
    else:
        cuts = numpy.unique(numpy.quantile(values, _SHARES))
    return [float(f"{cut:.4g}") for cut in cuts]


def _on_steps(values: numpy.ndarray, steps: Sequence[list[float]]) -> scipy.sparse.csr_matrix:
    """A row for each line, with a 1 for the step that each of its numbers is on."""
    first = 0
    columns = []
    for column, own in enumerate(steps):
        columns.append(numpy.searchsorted(own, values[:, column], side="left") + first)
        first += len(own) + 1
    held = numpy.stack(columns, axis=1)
    rows = numpy.repeat(numpy.arange(len(values)), held.shape[1])
    return scipy.sparse.csr_matrix((numpy.ones(held.size), (rows, held.ravel())), shape=(len(values), first))


def _fit(pages: Sequence[Page], matrix: scipy.sparse.csr_matrix) -> numpy.ndarray:
    """The weights of the steps, by which the headline stands out among the lines of its page and of none of them."""
    right = numpy.concatenate([page.right for page in pages])
    weights = numpy.array([page.weight for page in pages])
    starts = numpy.cumsum([0, *(len(page.right) for page in pages)])[:-1]
    page_of = numpy.repeat(numpy.arange(len(pages)), [len(page.right) for page in pages])
    is_none = ~numpy.array([page.right.any() for page in pages])
    transposed = matrix.T.tocsr()

    def loss(values: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        scores, none = matrix @ values[:-1], values[-1]
        highest = numpy.maximum(numpy.maximum.reduceat(scores, starts), none)
        lines = numpy.exp(scores - highest[page_of])
        nones = numpy.exp(none - highest)
        whole = numpy.add.reduceat(lines, starts) + nones
        wanted = numpy.maximum(numpy.add.reduceat(lines * right, starts) + nones * is_none, 1e-30)
        errors = lines / whole[page_of] - lines * right / wanted[page_of]
        lost = float((weights * numpy.log(whole / wanted)).sum() + 0.5 * _RIDGE * (values[:-1] @ values[:-1]))
        slope = transposed @ (errors * weights[page_of]) + _RIDGE * values[:-1]
        return lost, numpy.append(slope, (weights * (nones / whole - nones * is_none / wanted)).sum())

    start = numpy.zeros(matrix.shape[1] + 1)
    return scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x[:-1]


def headline_report(pages: Sequence[Page]) -> dict[str, float]:
    """By corpus the share of pages whose headline the weights find that were fitted on other sites."""
    found: dict[str, list[bool]] = defaultdict(list)
    for fold in range(_FOLDS):
        choose: Callable[..., Any] = Ranker(
            fit_headline([page for page in pages if fold_of(page.site, _FOLDS) != fold])
        ).choose
        for page in pages:
            if fold_of(page.site, _FOLDS) == fold:
                best = choose(dict(enumerate(page.rows.tolist())))
                found[page.corpus].append(best is not None and bool(page.exact[best.number]))
    return {corpus: round(sum(own) / len(own), 4) for corpus, own in found.items()}
