"""The weights by which the headline of a dump is told, fitted on pages of few made-up lines."""

from __future__ import annotations

import numpy

from newsx.label.headline_features import FEATURES
from newsx.label.ranker import Ranker
from quality.training.headline import Page, fit_headline, headline_report

SHARED = FEATURES.index("shared")


def _pages(count: int) -> list[Page]:
    """Pages of three lines, of which that with most words of the story is the headline."""
    pages = []
    for number in range(count):
        rows = numpy.zeros((3, len(FEATURES)))
        rows[:, SHARED] = (0.1, 0.1, 0.1)
        rows[number % 3, SHARED] = 0.8
        right = numpy.arange(3) == number % 3
        pages.append(Page("kosi", f"{number}.example", rows, right, right, 1.0))
    return pages


def test_what_tells_headlines_gets_weight() -> None:
    """The line that shares words is chosen, a page of lines that share none has no headline."""
    ranker = Ranker(fit_headline(_pages(60)))
    line, other = [0.0] * len(FEATURES), [0.0] * len(FEATURES)
    line[SHARED], other[SHARED] = 0.8, 0.1
    best = ranker.choose({3: other, 5: line})
    assert best is not None
    assert best.number == 5
    assert ranker.choose({3: other, 4: other}) is None


def test_the_report_measures_on_other_sites() -> None:
    """By corpus, the share of pages whose headline was found."""
    assert headline_report(_pages(60)) == {"kosi": 1.0}
