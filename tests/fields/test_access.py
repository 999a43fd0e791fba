"""Whether the page says that the article is free."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.fields.access import choose_access


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "free"),
        ("True", "free"),
        ("http://schema.org/True", "free"),
        (False, "paid"),
        ("False", "paid"),
        ("https://schema.org/False", "paid"),
        ("perhaps", None),
        (None, None),
    ],
)
def test_is_accessible_for_free_is_read_in_every_spelling(page: Any, value: Any, expected: str | None) -> None:
    """A boolean, its name, or its address at schema.org."""
    labelled = page(json_ld=[{"@type": "NewsArticle", "headline": "नई पुलिया", "isAccessibleForFree": value}])
    assert choose_access(labelled).value == expected


@pytest.mark.parametrize(("tier", "expected"), [("free", "free"), ("metered", "paid"), ("LOCKED", "paid"), ("", None)])
def test_content_tier_is_read(page: Any, tier: str, expected: str | None) -> None:
    """Facebook's tiers: what is metered asks for payment sooner or later."""
    assert choose_access(page(meta={"article:content_tier": tier})).value == expected


def test_paid_part_makes_the_article_paid(page: Any) -> None:
    """A page may mark only the part behind the wall."""
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".locked"}
    assert choose_access(page(json_ld=[{"@type": "NewsArticle", "hasPart": part}])).value == "paid"


def test_contradiction_is_reported(page: Any) -> None:
    """JSON-LD wins over meta, and the record warns."""
    labelled = page(
        json_ld=[{"@type": "NewsArticle", "isAccessibleForFree": False}], meta={"article:content_tier": "free"}
    )
    choice = choose_access(labelled)
    assert choice.value == "paid"
    assert [warned.kind for warned in choice.warnings] == ["access_conflict"]
