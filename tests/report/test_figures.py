"""The figures of a batch: each counts what it says, and names the first pages that it counts."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.report.figures import LEAST_SURE, SHOWN, SITES, Figure
from tests.report.conftest import MakeFigures


def counts(figures: list[Figure]) -> dict[str, int]:
    return {figure.label: figure.total for figure in figures if figure.total}


def names(figure: Figure) -> list[str]:
    return [page.name for page in figure.pages]


def test_inputs_are_counted_by_what_became_of_them(make_figures: MakeFigures) -> None:
    """Each in one way."""
    figures = make_figures(
        {},
        {"status": "not_article", "page_type": "listing"},
        {"status": "error", "error": ("pdf", "it looks like a PDF")},
        {"status": "error", "error": ("empty", "the input is empty")},
        {"status": "error", "error": ("pdf", "it looks like a PDF")},
        {"status": "duplicate", "duplicate_of": "0.html"},
        {"duplicate_of": "0.html", "warnings": ("repaired",)},
    )
    assert figures.all_pages().total == 7
    assert names(figures.articles()) == ["0.html", "6.html"]
    assert counts(figures.other_pages()) == {"listing": 1}
    assert [(figure.label, names(figure)) for figure in figures.failures()] == [
        ("pdf", ["2.html", "4.html"]),
        ("empty", ["3.html"]),
    ]
    assert figures.failures()[0].pages[0].message == "it looks like a PDF"
    assert names(figures.duplicates()) == ["5.html", "6.html"]
    assert names(figures.warned()) == ["6.html"]


def test_lists_are_bounded_and_counts_are_not(make_figures: MakeFigures) -> None:
    """However many pages there are."""
    articles = make_figures(*[{}] * 1000).articles()
    assert articles.total == 1000
    assert names(articles) == [f"{number}.html" for number in range(SHOWN)]


def test_the_least_sure_pages_come_first(make_figures: MakeFigures) -> None:
    """Articles or not; equal ones in the order of the inputs."""
    sure = [0.9, 0.51, None, 0.7, 0.51, *[0.99] * 20]
    pages: list[dict[str, Any]] = [{"confidence": value} for value in sure]
    pages[3]["status"] = "not_article"
    least = make_figures(*pages).least_sure()
    assert [page.name for page in least[:4]] == ["1.html", "4.html", "3.html", "0.html"]
    assert len(least) == LEAST_SURE


@pytest.mark.parametrize(
    ("published", "unit", "told"),
    [
        (["2026-02-03", "2026-02-05T10:00+05:30"], "day", {"2026-02-03": 1, "2026-02-05": 1}),
        (["2025-11-30", "2026-02-05", "2026-02-06"], "month", {"2025-11": 1, "2026-02": 2}),
        (["2009-01-01", "2026-02-05"], "year", {"2009": 1, "2026": 1}),
        (["1970-01-01", *["2026-02-05"] * 60, "2999-01-01"], "day", {"before 2026-02-05": 1, "2026-02-05": 60}),
        (["9999-12-31"], "day", {"9999-12-31": 1}),
        ([None, "2026-02-30", "शाम 7 बजे"], "day", {"no date": 3}),
    ],
)
def test_dates_are_counted_in_spans(
    make_figures: MakeFigures, published: list[str | None], unit: str, told: dict[str, int]
) -> None:
    """All articles are in one; the spans between the first and the last are there, counted or not."""
    found, figures = make_figures(*({"published": value} for value in published)).dates()
    assert found == unit
    assert told.items() <= counts(figures).items()
    assert sum(figure.total for figure in figures) == len(published)


def test_spans_without_articles_are_there(make_figures: MakeFigures) -> None:
    """Else a chart would lie about time."""
    _, figures = make_figures({"published": "2026-02-03"}, {"published": "2026-02-05"}).dates()
    assert [figure.total for figure in figures] == [1, 0, 1]


def test_lengths_and_confidences_are_counted_in_steps(make_figures: MakeFigures) -> None:
    """A step begins with its own number."""
    figures = make_figures(
        {"length": 0, "confidence": 0.5},
        {"length": 249, "confidence": 0.599},
        {"length": 250, "confidence": 0.6},
        {"length": 900_000, "confidence": 1.0},
    )
    assert counts(figures.lengths()) == {"from 0": 2, "from 250": 1, "from 16,000": 1}
    assert counts(figures.confidences()) == {"from 0.5": 2, "from 0.6": 1, "from 0.99": 1}


def test_sites_tell_empty_fields_and_warnings(make_figures: MakeFigures) -> None:
    """The site with most articles first; what one page lacks counts once."""
    figures = make_figures(
        {"site": "b.example", "empty": ("tags",), "warnings": ("repaired",)},
        {"site": "a.example", "empty": ("tags", "image")},
        {"site": "b.example", "empty": ("image", "tags"), "warnings": ("repaired", "undated")},
        {"site": None, "empty": ()},
    )
    sites = list(figures.sites())
    assert [site.articles.label for site in sites] == ["b.example", "no site told", "a.example"]
    assert [(figure.label, names(figure)) for figure in sites[0].empty] == [
        ("tags", ["0.html", "2.html"]),
        ("image", ["2.html"]),
    ]
    assert [(figure.label, names(figure)) for figure in sites[0].warnings] == [
        ("repaired", ["0.html", "2.html"]),
        ("undated", ["2.html"]),
    ]
    assert counts(figures.empty_fields()) == {"tags": 3, "image": 2}
    assert counts(figures.warnings()) == {"repaired": 2, "undated": 1}


def test_of_many_sites_the_largest_are_told(make_figures: MakeFigures) -> None:
    """And how many there are."""
    figures = make_figures(*({"site": f"{number}.example"} for number in range(300)), {"site": "7.example"})
    assert figures.count_of_sites() == 300
    sites = list(figures.sites())
    assert len(sites) == SITES
    assert sites[0].articles.label == "7.example"


def test_pages_of_which_nothing_is_known_count_as_what_they_are(make_figures: MakeFigures) -> None:
    """An earlier newsx kept no facts of them."""
    figures = make_figures({})
    figures.add("old.html", "ok", None)
    assert figures.articles().total == 2
    assert sum(figure.total for figure in figures.dates()[1]) == 2
    assert counts(figures.empty_fields()) == {"agency": 1, "tags": 1}


def test_text_that_no_file_can_hold_is_put_in_all_the_same(make_figures: MakeFigures) -> None:
    """JSON can spell it."""
    figures = make_figures(
        {"headline": "\ud800", "site": "\udcff", "warnings": ("\udcff",)},
        {"status": "error", "error": ("\ud800", "\ud800")},
    )
    assert figures.articles().pages[0].headline == "?"


def test_nothing_at_all(make_figures: MakeFigures) -> None:
    """Gives figures too."""
    figures = make_figures()
    assert figures.all_pages().total == 0
    assert figures.dates() == ("day", [])
    assert [*figures.empty_fields(), *figures.warnings(), *figures.failures(), *figures.sites()] == []
