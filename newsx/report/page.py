"""The report as a page: one file that loads nothing and runs nothing. Behind each figure unfold the pages it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsx.report.figures import SHOWN, SITES, Figure, Figures, Seen, SiteFigures
from newsx.write.markup import data_file, escaped, escaped_name, framed

COMMAND = "batch --report"
MARK = f'<meta name="generator" content="newsx {COMMAND}">'.encode()
"""Stands near the beginning of each report, and tells that newsx wrote it."""


def to_page(figures: Figures, output: str, journal: str | None, notes: Iterable[str] = ()) -> Iterator[str]:
    """The page in pieces.

    output: what the batch was written to. journal: where all pages are listed, None where nobody keeps it.
    notes: sentences on the run, for the top of the page.
    """
    where = "" if journal is None else f"; all of them are in <code>{escaped_name(journal)}</code>"
    lists = f"A click on a figure unfolds the first pages that it counts{where}."
    title = f"batch: {escaped_name(output)}"
    told = " ".join([*map(escaped, notes), lists])
    head = f'<header>\n<h1>newsx {title}</h1>\n<p class="quiet">{told}</p>\n</header>\n'
    return framed(title, chain([head], _content(figures)), [data_file("newsx.report", "report.css")], command=COMMAND)


def _content(figures: Figures) -> Iterator[str]:
    yield '<main>\n<section class="wide counts">\n'
    yield from _counts(figures)
    yield "</section>\n"
    if least := figures.least_sure():
        yield _card("The least sure pages", [_least(least)], "wide")
    if failures := figures.failures():
        yield _card("Failures by kind", _rows(failures), "wide")
    unit, dates = figures.dates()
    if dates:
        yield _card(
            f"Articles by {unit} of publication",
            [_columns(dates), _folded(f"The articles of each {unit}", _rows(dates))],
            "wide",
        )
    yield _card("Articles by characters of the body", _rows(figures.lengths()))
    yield _card("Pages by confidence of the verdict", _rows(figures.confidences()))
    yield from _lists(figures)
    yield "</main>\n"


def _lists(figures: Figures) -> Iterator[str]:
    sites = figures.count_of_sites()
    title = "Articles by site" if sites <= SITES else f"Articles by site: the first {SITES} of {sites:,}"
    yield _card(title, _sites(figures.sites()), "wide")
    for title, found in (
        ("Articles by empty field", figures.empty_fields()),
        ("Articles by warning", figures.warnings()),
        ("Pages without an article", figures.other_pages()),
    ):
        if found:
            yield _card(title, _rows(found))


def _counts(figures: Figures) -> Iterator[str]:
    others, failures = figures.other_pages(), figures.failures()
    yield _count(figures.all_pages())
    yield _count(figures.articles())
    yield _count(_sum("without an article", others))
    yield _count(_sum("failed", failures))
    yield _count(figures.warned())
    if (duplicates := figures.duplicates()).total:
        yield _count(duplicates)


def _sum(label: str, figures: Sequence[Figure]) -> Figure:
    pages = [page for figure in figures for page in figure.pages]
    return Figure(label, sum(figure.total for figure in figures), pages[:SHOWN])


def _count(figure: Figure) -> str:
    told = f"<b>{figure.total:,}</b> {escaped(figure.label)}"
    if not figure.total:
        return f"<div>{told}</div>\n"
    return f"<details><summary>{told}</summary>\n{_pages(figure)}</details>\n"


def _card(title: str, content: Iterable[str], classes: str = "") -> str:
    return f'<section class="card {classes}">\n<h2>{escaped(title)}</h2>\n{"".join(content)}</section>\n'


def _rows(figures: Sequence[Figure]) -> Iterator[str]:
    most = max((figure.total for figure in figures), default=0)
    for figure in figures:
        bar = _bar(figure, most)
        if figure.total:
            yield f'<details class="row"><summary class="bars">{bar}</summary>\n<div class="inside">\n'
            yield f"{_pages(figure)}</div></details>\n"
        else:
            yield f'<div class="row"><div class="bars">{bar}</div></div>\n'


def _bar(figure: Figure, most: int) -> str:
    width = f"{100 * figure.total / max(most, 1):.1f}"
    return (
        f'<span dir="auto">{escaped(figure.label)}</span>'
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{width}" height="8"/></svg><span class="number">{figure.total:,}</span>'
    )


def _columns(figures: Sequence[Figure]) -> str:
    """A column for each figure, with its count in words for those who point at it."""
    most = max(figure.total for figure in figures) or 1
    columns = []
    for at, figure in enumerate(figures):
        height = 100 * figure.total / most
        place = f'x="{at * 10 + 1}" y="{100 - height:.1f}" width="8" height="{height:.1f}"'
        columns.append(f"<rect {place}><title>{escaped(figure.label)}: {figure.total:,}</title></rect>\n")
    told = escaped(f"{figures[0].label} to {figures[-1].label}, at most {most:,}")
    return (
        f'<svg class="columns" viewBox="0 0 {len(figures) * 10} 100" preserveAspectRatio="none" role="img" '
        f'aria-label="{told}">\n{"".join(columns)}</svg>\n'
        f'<p class="ends quiet"><span>{escaped(figures[0].label)}</span><span>{escaped(figures[-1].label)}</span></p>\n'
    )


def _folded(title: str, content: Iterable[str]) -> str:
    return f"<details><summary>{escaped(title)}</summary>\n{''.join(content)}</details>\n"


def _sites(sites: Iterable[SiteFigures]) -> Iterator[str]:
    most = 0
    for site in sites:
        articles = site.articles
        most = max(most, articles.total)
        empty = sum(figure.total for figure in site.empty) / max(articles.total, 1)
        warnings = sum(figure.total for figure in site.warnings)
        told = f"{empty:.1f} empty fields an article, {warnings:,} warning{'s' * (warnings != 1)}"
        yield f'<details class="row site"><summary class="bars">{_bar(articles, most)}'
        yield f'<span class="quiet">{told}</span></summary>\n'
        yield '<div class="inside">\n'
        for title, figures in (("Empty fields", site.empty), ("Warnings", site.warnings)):
            if figures:
                yield f"<h3>{title}</h3>\n{''.join(_rows(figures))}"
        yield f"<h3>Articles</h3>\n{_pages(articles)}</div></details>\n"


def _least(pages: Sequence[Seen]) -> str:
    items = "".join(
        f'<li><span class="sure">{page.confidence:.2f}</span><div>{_page(page._replace(confidence=None))}</div></li>\n'
        for page in pages
    )
    return f'<ol class="pages least">\n{items}</ol>\n'


def _pages(figure: Figure) -> str:
    items = "".join(f"<li>{_page(page)}</li>\n" for page in figure.pages)
    rest = figure.total - len(figure.pages)
    more = f'<p class="quiet">and {rest:,} more</p>\n' if rest else ""
    return f'<ul class="pages">\n{items}</ul>\n{more}'


def _page(page: Seen) -> str:
    lines = [f'<p class="quiet"><code>{escaped_name(page.name)}</code>{_told(page)}</p>']
    if page.headline:
        lines.insert(0, f'<p dir="auto">{escaped(page.headline)}</p>')
    if page.message:
        lines.append(f'<p class="warning">{escaped_name(page.message)}</p>')
    if page.duplicate_of:
        lines.append(f'<p class="quiet">tells the story of <code>{escaped_name(page.duplicate_of)}</code></p>')
    return "".join(lines)


def _told(page: Seen) -> str:
    parts = []
    if page.status == "not_article" and page.page_type:
        parts.append(f"no article ({page.page_type})")
    if page.status == "duplicate":
        parts.append("left out")
    parts += [text for text in (page.site, page.day) if text]
    if page.length:
        parts.append(f"{page.length:,} characters")
    if page.confidence is not None:
        parts.append(f"confidence {page.confidence:.2f}")
    return "".join(f" · {escaped(part)}" for part in parts)
