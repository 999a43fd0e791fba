"""What of an article counts for a report."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

import newsx
from newsx.article import Article
from newsx.report.facts import FIELDS, Facts, facts_of, from_json
from tests.cli.invented import HEADLINE, LISTING, PAGE


def test_an_article_tells_its_figures() -> None:
    """Length is that of the text; what the page leaves empty is named."""
    article = newsx.extract(PAGE, form="html")
    facts = facts_of(article)
    assert (facts.headline, facts.site, facts.length) == (HEADLINE, "gaon.example", len(article.text))
    assert "published" in facts.empty
    assert "headline" not in facts.empty
    assert 0.5 <= (facts.confidence or 0) <= 1


def test_fields_that_can_be_empty_are_fields_of_the_record() -> None:
    """All that are texts, lists or pictures."""
    others = {"is_article", "page_type", "source", "published_precision", "confidence", "evidence", "warnings"}
    assert set(FIELDS) == {field.name for field in fields(Article)} - others


def test_where_there_is_no_article_nothing_is_missing() -> None:
    """A list of links has no author to tell."""
    facts = facts_of(newsx.extract(LISTING, form="html"))
    assert facts.page_type != "article"
    assert facts.empty == ()


def test_facts_come_back_from_json() -> None:
    """As the journal has them."""
    facts = Facts("article", 0.7, "क", None, None, 10, ("url",), ("repaired",))
    assert from_json(json.loads(json.dumps(facts._asdict()))) == facts


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        1,
        {},
        {"length": "1"},
        {"length": 1 << 70},
        {"headline": 5},
        {"empty": [1]},
        {"empty": 7},
        {"confidence": "high"},
        {"more": 1},
    ],
)
def test_what_are_no_facts_is_refused(wrong: Any) -> None:
    """A journal may have been changed by hand."""
    sound = Facts("article", 0.7, "क", None, None, 10)._asdict()
    with pytest.raises((ValueError, TypeError)):
        from_json(sound | wrong if isinstance(wrong, dict) and wrong else wrong)
