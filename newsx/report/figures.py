"""The figures of a batch. Pages are kept in a temporary database on disk, for there may be millions of them.

Behind each figure stand the first few pages that it counts: a report stays a page that a browser can open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsx.report.facts import FIELDS, Facts
from newsx.report.spans import Span, Unit, day_of, spans, unit_for

SHOWN = 20
"""Pages that stand behind a figure at most."""

SHOWN_OF_SITE = 5
"""The same behind a figure of a single site."""

SITES = 50
LEAST_SURE = 10

_TABLES = """
    CREATE TABLE pages (
        number INTEGER PRIMARY KEY, name TEXT, status TEXT, page_type TEXT, confidence REAL, headline TEXT, site TEXT,
        day TEXT, length INTEGER, empty INTEGER, warned INTEGER, kind TEXT, message TEXT, duplicate_of TEXT
    );
    CREATE TABLE warnings (kind TEXT, number INTEGER);
"""
_INDICES = """
    CREATE INDEX pages_by_site ON pages (status, site, number);
    CREATE INDEX pages_by_day ON pages (status, day, number);
    CREATE INDEX warnings_by_kind ON warnings (kind, number);
"""
_SEEN = "name, status, page_type, confidence, headline, site, day, length, message, duplicate_of"
_LENGTHS = (0, 250, 500, 1000, 2000, 4000, 8000, 16000)
_CONFIDENCES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_ARTICLE = "status = 'ok'"


class Seen(NamedTuple):
    """A page as a list shows it."""

    name: str
    status: str
    page_type: str | None
    confidence: float | None
    headline: str | None
    site: str | None
    day: str | None
    length: int | None
    message: str | None
    duplicate_of: str | None


class Figure(NamedTuple):
    """A count, and the first of the pages that it counts."""

    label: str
    total: int
    pages: Sequence[Seen]


class SiteFigures(NamedTuple):
    """What the articles of a site are like."""

    articles: Figure
    empty: Sequence[Figure]
    warnings: Sequence[Figure]


class Figures:
    """All pages of a batch, put in one by one, then counted in many ways."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """No page is there yet. database: an empty one, where they may be kept."""
        self._database = database
        self._number = 0
        database.executescript(_TABLES)

    def add(
        self,
        name: str,
        status: str,
        facts: Facts | None,
        error: tuple[str, str] | None = None,
        duplicate_of: str | None = None,
    ) -> None:
        """Puts in a page: its name as text, and what the journal says of it. error: kind and message."""
        values: tuple[object, ...] = (None,) * 8
        if facts is not None:
            empty = sum(1 << FIELDS.index(field) for field in set(facts.empty) if field in FIELDS)
            texts = (facts.headline, facts.site, day_of(facts.published), facts.length)
            values = (facts.page_type, facts.confidence, *texts, empty, len(facts.warnings))
            rows = ((_storable(kind), self._number) for kind in facts.warnings)
            self._database.executemany("INSERT INTO warnings VALUES (?, ?)", rows)
        row = (self._number, name, status, *values, *(error or (None, None)), duplicate_of)
        self._database.execute(f"INSERT INTO pages VALUES ({', '.join('?' * len(row))})", tuple(map(_storable, row)))
        self._number += 1

    def settle(self) -> None:
        """Must be called when all pages are in."""
        self._database.executescript(_INDICES)

    def all_pages(self) -> Figure:
        """Every input."""
        return self._figure("inputs", "1")

    def articles(self) -> Figure:
        """Inputs whose article is among the records."""
        return self._figure("articles", _ARTICLE)

    def other_pages(self) -> list[Figure]:
        """Pages without an article, by what they are."""
        return self._groups("page_type", "status = 'not_article'")

    def failures(self) -> list[Figure]:
        """Inputs that failed, by kind."""
        return self._groups("kind", "status = 'error'")

    def duplicates(self) -> Figure:
        """Articles that name a first one, in the records or left out of them."""
        return self._figure("near-duplicates", "duplicate_of IS NOT NULL")

    def warned(self) -> Figure:
        """Articles with warnings."""
        return self._figure("articles with warnings", f"{_ARTICLE} AND warned > 0")

    def least_sure(self) -> list[Seen]:
        """Pages on whose verdict newsx would bet least."""
        return self._pages("confidence IS NOT NULL ORDER BY confidence, number", (), LEAST_SURE)

    def dates(self) -> tuple[Unit, list[Figure]]:
        """Articles by date of publication, in spans of a unit; the few that lie far off are in one span each."""
        undated = self._figure("no date", f"{_ARTICLE} AND day IS NULL")
        usual = self._usual_days()
        if usual is None:
            return "day", _with_count([undated])
        unit = unit_for(*usual)
        middle = list(spans(*usual, unit))
        before = Span(f"before {middle[0].label}", "", middle[0].start)
        after = Span(f"after {middle[-1].label}", middle[-1].end, "~")
        ends = [_with_count([self._span(span)]) for span in (before, after)]
        return unit, [*ends[0], *map(self._span, middle), *ends[1], *_with_count([undated])]

    def lengths(self) -> list[Figure]:
        """Articles by the length of their bodies."""
        return self._steps("length", _LENGTHS, _ARTICLE)

    def confidences(self) -> list[Figure]:
        """Pages by how sure their verdicts are."""
        return self._steps("confidence", _CONFIDENCES, "confidence IS NOT NULL")

    def empty_fields(self) -> list[Figure]:
        """Articles that leave a field empty, by field, the most frequent first."""
        return self._empty(_ARTICLE, (), SHOWN)

    def warnings(self) -> list[Figure]:
        """Articles by kind of warning, the most frequent first."""
        return self._warnings(_ARTICLE, (), SHOWN)

    def sites(self) -> Iterator[SiteFigures]:
        """The sites with most articles, each with its figures."""
        query = f"SELECT site FROM pages WHERE {_ARTICLE} GROUP BY site ORDER BY count(*) DESC, site LIMIT ?"
        for (site,) in self._database.execute(query, (SITES,)).fetchall():
            condition, values = f"{_ARTICLE} AND site IS ?", (site,)
            yield SiteFigures(
                self._figure(site or "no site told", condition, values),
                self._empty(condition, values, SHOWN_OF_SITE),
                self._warnings(condition, values, SHOWN_OF_SITE),
            )

    def count_of_sites(self) -> int:
        """How many sites there are."""
        query = f"SELECT count(DISTINCT site) FROM pages WHERE {_ARTICLE}"
        [count] = self._database.execute(query).fetchone()
        return int(count)

    def _usual_days(self) -> tuple[str, str] | None:
        """The days of publication between which all but a few articles lie, None where no article has one."""
        condition = f"{_ARTICLE} AND day IS NOT NULL"
        count = self._count(condition)
        if not count:
            return None
        few = count // 50
        query = f"SELECT day FROM pages WHERE {condition} ORDER BY day LIMIT 1 OFFSET ?"
        first, last = (self._database.execute(query, (at,)).fetchone()[0] for at in (few, count - 1 - few))
        return first, last

    def _span(self, span: Span) -> Figure:
        return self._figure(span.label, f"{_ARTICLE} AND day >= ? AND day < ?", (span.start, span.end))

    def _steps(self, column: str, steps: Sequence[float], condition: str) -> list[Figure]:
        """Pages by the step that a number is on: each begins with its own number and ends before the next."""
        figures = []
        for low, high in zip(steps, [*steps[1:], None], strict=True):
            label = f"from {low:,}"
            above = f"{condition} AND {column} >= ?"
            figures.append(
                self._figure(label, above, (low,))
                if high is None
                else self._figure(label, f"{above} AND {column} < ?", (low, high))
            )
        return figures

    def _empty(self, condition: str, values: tuple[object, ...], shown: int) -> list[Figure]:
        columns = ", ".join(f"sum(empty >> {at} & 1)" for at in range(len(FIELDS)))
        counts = self._database.execute(f"SELECT {columns} FROM pages WHERE {condition}", values).fetchone()
        figures = [
            Figure(name, count, self._pages(f"{condition} AND empty >> {at} & 1 ORDER BY number", values, shown))
            for at, (name, count) in enumerate(zip(FIELDS, counts, strict=True))
            if count
        ]
        return sorted(figures, key=lambda figure: -figure.total)

    def _warnings(self, condition: str, values: tuple[object, ...], shown: int) -> list[Figure]:
        joined = f"{condition} AND number IN (SELECT number FROM warnings WHERE kind = ?)"
        query = f"SELECT w.kind, count(*) FROM warnings w JOIN pages USING (number) WHERE {condition} GROUP BY w.kind"
        figures = [
            Figure(kind, count, self._pages(f"{joined} ORDER BY number", (*values, kind), shown))
            for kind, count in self._database.execute(query, values).fetchall()
        ]
        return sorted(figures, key=lambda figure: (-figure.total, figure.label))

    def _groups(self, column: str, condition: str) -> list[Figure]:
        grouped = f"FROM pages WHERE {condition} GROUP BY {column} ORDER BY count(*) DESC, {column}"
        return [
            Figure(value or "not told", count, self._pages(f"{condition} AND {column} IS ? ORDER BY number", (value,)))
            for value, count in self._database.execute(f"SELECT {column}, count(*) {grouped}").fetchall()
        ]

    def _figure(self, label: str, condition: str, values: tuple[object, ...] = ()) -> Figure:
        return Figure(label, self._count(condition, values), self._pages(f"{condition} ORDER BY number", values))

    def _count(self, condition: str, values: tuple[object, ...] = ()) -> int:
        [count] = self._database.execute(f"SELECT count(*) FROM pages WHERE {condition}", values).fetchone()
        return int(count)

    def _pages(self, condition: str, values: tuple[object, ...], shown: int = SHOWN) -> list[Seen]:
        query = f"SELECT {_SEEN} FROM pages WHERE {condition} LIMIT ?"
        return [Seen(*row) for row in self._database.execute(query, (*values, shown))]


def _storable(value: object) -> object:
    """The value without lone surrogates, which SQLite does not take: a journal may have been changed by hand."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _with_count(figures: list[Figure]) -> list[Figure]:
    """Those that count a page at all."""
    return [figure for figure in figures if figure.total]
