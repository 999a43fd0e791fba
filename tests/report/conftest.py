"""Figures of invented pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from newsx.report.facts import Facts
from newsx.report.figures import Figures

MakeFigures = Callable[..., Figures]

FACTS = Facts("article", 0.99, "सोनपुर में नई पुलिया", "gaon.example", "2026-02-04T20:42+05:30", 1200, ("agency", "tags"))


@pytest.fixture
def make_figures() -> Iterator[MakeFigures]:
    """Figures of pages, each given as what is unlike `FACTS`; ``status``, ``error`` and ``duplicate_of`` beside it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:

        def make(*pages: dict[str, Any]) -> Figures:
            figures = Figures(database)
            for number, page in enumerate(pages):
                own = {key: page[key] for key in ("error", "duplicate_of") if key in page}
                facts = {key: value for key, value in page.items() if key in Facts._fields}
                status = page.get("status", "ok")
                figures.add(f"{number}.html", status, None if "error" in page else FACTS._replace(**facts), **own)
            figures.settle()
            return figures

        yield make
