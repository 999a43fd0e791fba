"""The report as a page, read by a parser and shown by a browser."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from newsx.report.page import MARK, to_page
from tests.browser import HOSTILE, OUTSIDE, show
from tests.report.conftest import MakeFigures
from tests.write.test_html import Tags

_ELEMENTS = (
    "html head meta title style body header h1 h2 h3 p b code main section details summary div span ul ol li svg rect"
).split()


def hostile(make_figures: MakeFigures) -> str:
    """A report in which all texts that come from pages are markup."""
    figures = make_figures(
        {"headline": HOSTILE, "site": HOSTILE, "confidence": 0.6, "warnings": (HOSTILE,)},
        {"status": "error", "error": (HOSTILE, HOSTILE)},
        {"status": "not_article", "page_type": HOSTILE},
        {"duplicate_of": HOSTILE},
    )
    figures.add(f"{HOSTILE}\x1b\u202e.html", "ok", None)
    return "".join(to_page(figures, HOSTILE, HOSTILE, [HOSTILE]))


def test_a_figure_unfolds_the_pages_that_it_counts(make_figures: MakeFigures) -> None:
    """Those that are not shown are counted."""
    page = "".join(to_page(make_figures(*[{"site": "gaon.example"}] * 30), "out.jsonl", "out.jsonl.journal.jsonl"))
    soup = BeautifulSoup(page, "lxml")
    [site] = soup.select("details.site")
    assert site.select_one("summary").get_text(" ", strip=True).startswith("gaon.example 30")  # type: ignore[union-attr]
    articles = site.select("h3")[-1].find_next_sibling("ul")
    assert articles is not None
    assert len(articles.select("li")) == 20
    assert "and 10 more" in site.get_text()
    assert "out.jsonl.journal.jsonl" in soup.get_text()


def test_the_least_sure_pages_stand_before_all_charts(make_figures: MakeFigures) -> None:
    """A reader begins there."""
    soup = BeautifulSoup("".join(to_page(make_figures({}, {"confidence": 0.5}), "out", None)), "lxml")
    assert soup.select("h2")[0].get_text() == "The least sure pages"
    assert "1.html" in soup.select(".least > li")[0].get_text()


def test_a_chart_of_dates_is_drawn(make_figures: MakeFigures) -> None:
    """A column for each day, its count in words beside it."""
    page = "".join(to_page(make_figures({}, {}, {"published": "2026-02-06"}), "out", None))
    chart = BeautifulSoup(page, "lxml").select_one("svg.columns")
    assert chart is not None
    assert [title.get_text() for title in chart.select("title")] == ["2026-02-04: 2", "2026-02-05: 0", "2026-02-06: 1"]
    assert [rect["height"] for rect in chart.select("rect")] == ["100.0", "0.0", "50.0"]


def test_text_of_pages_is_text(make_figures: MakeFigures) -> None:
    """Whatever it looks like, wherever it comes from."""
    page = hostile(make_figures)
    Tags().feed(page.replace('"/></svg>', '"></rect></svg>'))
    soup = BeautifulSoup(page, "lxml")
    assert {element.name for element in soup.find_all(True)} <= set(_ELEMENTS)
    attributes = {name for element in soup.find_all(True) for name in element.attrs}
    assert not [name for name in attributes if name.startswith(("on", "style", "href", "src"))]
    assert "unsafe" not in str(soup.select_one("meta[http-equiv]"))
    assert "\\u001b\\u202e" in page
    assert MARK in page.encode()[:1000]


def test_a_batch_of_nothing_is_a_page_too(make_figures: MakeFigures) -> None:
    """As where a run had nothing but failures, or less."""
    page = "".join(to_page(make_figures(), "out", None))
    assert page.endswith("</html>\n")


def test_a_browser_runs_and_asks_nothing(make_figures: MakeFigures, tmp_path: Path) -> None:
    """And its own style is allowed."""
    path = tmp_path / "report.html"
    path.write_text(hostile(make_figures), "utf-8")
    shown = show(path)
    assert "The least sure pages" in shown.dom
    assert "data-ran=" not in shown.dom.split("<head>")[0]
    assert OUTSIDE not in shown.asked
    assert not shown.is_forbidden
