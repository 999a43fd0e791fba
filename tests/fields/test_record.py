"""The record is joined from its fields, and no field can lose the others."""

from __future__ import annotations

import pytest

import newsx
from newsx.fields import record
from tests.golden import Fixture, extract, fixtures

STORY = (
    "गंगा का जलस्तर घटा, शिविरों से घर लौटने लगे लोग\n\nBy अनिल ठाकुर\n18 नवंबर 2026, 09:15 AM IST\n\n"
    "भागलपुर। गंगा का जलस्तर मंगलवार सुबह खतरे के निशान से नीचे आ गया और राहत शिविरों से लोग घर लौटने लगे हैं।\n\n"
    "सिंचाई विभाग के अभियंता ने कहा कि तटबंध की मरम्मत का काम अगले सप्ताह तक पूरा हो जाएगा और निगरानी जारी रहेगी।\n"
)


def test_a_field_that_fails_costs_its_own_value_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception in one chooser becomes a warning that names the field; all other fields are there."""

    def broken(*_: object) -> None:
        raise ValueError("an invented failure")

    monkeypatch.setattr(record, "choose_authors", broken)
    article = newsx.extract(STORY)
    assert article.authors == ()
    assert article.published == "2026-11-18T09:15+05:30"
    assert len(article.body) == 2
    assert [(warned.kind, "authors" in warned.message) for warned in article.warnings] == [("field_failed", True)]


DERIVED = {
    "schema",
    "is_article",
    "page_type",
    "confidence",
    "text",
    "published_precision",
    "source",
    "evidence",
    "warnings",
}
"""Keys that follow from others, or are about the record and not the page."""


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.name)
def test_every_value_has_its_evidence(fixture: Fixture) -> None:
    """Each field that holds something says where that came from; a field without a value has no evidence."""
    data = extract(fixture.page, fixture.options).to_dict()
    told = {name for name, value in data.items() if value not in (None, []) and name not in DERIVED}
    assert told == set(data["evidence"])
    assert all(found["from"] and found["raw"] for found in data["evidence"].values())
