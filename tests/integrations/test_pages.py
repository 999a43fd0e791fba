"""What all engines share."""

from __future__ import annotations

from datetime import datetime

import pytest

import newsx
from newsx.errors import NewsxError
from newsx.integrations.pages import article_of
from tests.cli.invented import PAGE
from tests.integrations.conftest import Given


def test_rows_give_the_records_of_batch(given: Given) -> None:
    """Field for field, warnings included; the page that is none is the one that is missing."""
    found = {row["id"]: article_of(row["html"], row["id"], row["url"]) for row in given.rows}
    articles = {name: article.to_dict() for name, article in found.items() if isinstance(article, newsx.Article)}
    assert articles == given.records
    [error] = [error for error in found.values() if isinstance(error, NewsxError)]
    assert error.kind == "pdf"


def test_bytes_are_those_of_a_file() -> None:
    """Whose encoding newsx finds out."""
    data = PAGE.encode("utf-16")
    assert article_of(data, url="https://site.example/a") == newsx.extract(data, url="https://site.example/a")


@pytest.mark.parametrize(
    ("page", "captured_at", "kind"),
    [(None, None, "no_field"), (7, None, "no_field"), ("", None, "empty"), (PAGE, "soon", "option")],
)
def test_bad_rows_come_back_as_errors(page: object, captured_at: str | None, kind: str) -> None:
    """With the stable word that batch has for them."""
    error = article_of(page, captured_at=captured_at)
    assert isinstance(error, NewsxError)
    assert error.kind == kind


def test_a_timestamp_without_zone_is_refused() -> None:
    """Nobody knows which clock it shows, and an engine would have dropped that on the way."""
    error = article_of(PAGE, captured_at=datetime(2026, 2, 4))
    assert isinstance(error, NewsxError)
    assert "must be text" in str(error)


def test_a_bug_costs_its_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in batch."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("newsx.pipeline.examine_input", fail)
    error = article_of(PAGE)
    assert isinstance(error, NewsxError)
    assert (error.kind, "ZeroDivisionError: by zero" in str(error)) == ("bug", True)
