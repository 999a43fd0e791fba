"""Days in a row, as a chart of dates has them: single days, months or years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

Unit = Literal["day", "month", "year"]

_MOST = 40
"""Spans in a chart at most."""


class Span(NamedTuple):
    """The days from `start` on and before `end`, in ISO 8601, which sorts as text."""

    label: str
    start: str
    end: str


def day_of(time: str | None) -> str | None:
    """The day of a time in ISO 8601, None where it is no such time.

    >>> day_of("2026-02-04T20:42+05:30"), day_of("2026-02-31"), day_of(None)
    ('2026-02-04', None, None)
    """
    try:
        return date.fromisoformat((time or "")[:10]).isoformat()
    except ValueError:
        return None


def unit_for(first: str, last: str) -> Unit:
    """The smallest unit in which these days and those between them are a chart that can be read.

    >>> unit_for("2026-01-01", "2026-02-04"), unit_for("2025-01-01", "2026-02-04"), unit_for("2009-01-01", "2026-02-04")
    ('day', 'month', 'year')
    """
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - start).days < _MOST:
        return "day"
    return "month" if (end.year - start.year) * 12 + end.month - start.month < _MOST else "year"


def spans(first: str, last: str, unit: Unit) -> Iterator[Span]:
    """The days, months or years from the one with the first day to the one with the last; of many the last ones.

    >>> [span.label for span in spans("2025-11-30", "2026-02-04", "month")]
    ['2025-11', '2025-12', '2026-01', '2026-02']
    >>> [tuple(span) for span in spans("2026-02-28", "2026-02-28", "day")]
    [('2026-02-28', '2026-02-28', '2026-03-01')]
    """
    end = _number(date.fromisoformat(last), unit)
    start = max(_number(date.fromisoformat(first), unit), end - _MOST + 1)
    for number in range(start, end + 1):
        begins = _start(number, unit)
        yield Span(begins[: {"day": 10, "month": 7, "year": 4}[unit]], begins, _start(number + 1, unit))


def _number(day: date, unit: Unit) -> int:
    return {"day": day.toordinal(), "month": day.year * 12 + day.month - 1, "year": day.year}[unit]


def _start(number: int, unit: Unit) -> str:
    """The first day of the unit of this number; behind the last year that there is, what sorts after all days."""
    try:
        if unit == "day":
            return date.fromordinal(number).isoformat()
        year, month = divmod(number, 12) if unit == "month" else (number, 0)
        return date(year, month + 1, 1).isoformat()
    except ValueError:
        return "~"
