"""What a whole page tells of whether it holds an article."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsx.label.draft import Draft, begin
from newsx.label.page_type import PAGE_FEATURES, declared_types, read_page_features
from newsx.label.story import Story
from newsx.page import Page
from newsx.read.html import read_html
from newsx.read.text import read_text
from tests.label.conftest import HEADLINE, PARAGRAPHS

_INNER = f"<h1>{HEADLINE}</h1><article>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article>"
_STORY = Story(1, 4, frozenset((1, 2, 3)), {})


def _draft(head: str = "", inner: str = _INNER) -> Draft:
    return begin(read_html(f"<html><head>{head}</head><body>{inner}</body></html>"))


def _features(draft: Draft, story: Story | None, scores: dict[int, float] | None = None) -> dict[str, float]:
    return dict(zip(PAGE_FEATURES, read_page_features(draft, story, scores or {}), strict=True))


def _object(described: dict[str, Any]) -> str:
    return f"<script type='application/ld+json'>{json.dumps(described)}</script>"


def test_a_row_has_a_number_for_each_feature() -> None:
    """With and without a story, markup, or blocks."""
    for draft, story in ((_draft(), _STORY), (_draft(), None), (begin(Page("text", ())), None)):
        assert len(read_page_features(draft, story, {})) == len(set(PAGE_FEATURES))


def test_the_story_is_measured() -> None:
    """Its letters, blocks and runs, and how sure its scores are."""
    found = _features(_draft(), _STORY, {1: 0.95, 2: 0.8, 3: 0.95})
    assert found["story_letters"] == sum(map(len, PARAGRAPHS))
    assert (found["story_blocks"], found["story_share"], found["runs"]) == (3, 1, 1)
    assert found["longest_block"] == max(map(len, PARAGRAPHS))
    assert (found["certain_letters"], found["unsure_letters"]) == (
        len(PARAGRAPHS[0]) + len(PARAGRAPHS[2]),
        len(PARAGRAPHS[1]),
    )
    assert found["dateline"] == 1
    assert _features(_draft(), None)["story_letters"] == 0


@pytest.mark.parametrize(
    ("inner", "feature", "value"),
    [
        ("<h2><a href='/x'>जिले के गांव में सड़क का काम शुरू</a></h2>" * 3, "linked_titles", 3),
        ("<h2><a href='/x'>जिले के गांव में सड़क का काम शुरू</a></h2>" * 3, "linked_headings", 3),
        ("<p>₹ 500</p><p>Rs. 1,200</p><p>500 रुपये</p>", "prices", 3),
        ("<p>Add to cart</p><p>खरीदें</p>", "forms", 2),
        ("<p>माफ कीजिए, यह पेज नहीं मिला</p>", "signs_error", 1),
        ("<p>एक</p>", "first_headings", 0),
    ],
)
def test_blocks_are_counted(inner: str, feature: str, value: float) -> None:
    """Links, prices, buttons: what pages that are no article have many of."""
    assert _features(_draft(inner=inner), None)[feature] == value


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (_object({"@type": "NewsArticle", "author": "मीरा"}), {"article_type", "declared_author"}),
        (_object({"@type": ["schema:ItemList"]}), {"list_type"}),
        (_object({"@type": "https://schema.org/Product"}), {"product_type"}),
        (_object({"@type": "WebSite"}), {"other_type"}),
        ("<meta property='og:type' content='article'>", {"og_article"}),
        ("<meta property='og:type' content='video.other'>", {"og_video"}),
        ("<meta name='description' content='नदी'>", {"described"}),
        ("<meta property='article:published_time' content='2026-11-02'>", {"declared_date"}),
        ("<link rel='canonical' href='https://ghati.example/'>", {"at_root"}),
        ("", set()),
    ],
)
def test_what_the_page_declares_of_itself_is_told(head: str, told: set[str]) -> None:
    """Types by their names alone, however they are written."""
    kinds = (
        "article_type list_type product_type video_type other_type og_article og_website og_video og_product "
        "declared_date declared_author declared_body described at_root"
    ).split()
    found = _features(_draft(head), _STORY)
    assert {name for name in kinds if found[name]} == told


@pytest.mark.parametrize(
    ("address", "parts", "words", "digits"),
    [
        ("https://ghati.example/bihar/ganga-ka-jalstar-ghata-1024.html", 2, 5, 4),
        ("https://ghati.example/", 0, -1, 0),
        ("/bihar", -1, -1, 0),
        ("https://[broken", -1, -1, 0),
    ],
)
def test_the_path_of_the_address_is_measured(address: str, parts: int, words: int, digits: int) -> None:
    """Stories have long ones; an address that is none tells nothing."""
    found = _features(_draft(f"<link rel=canonical href='{address}'>"), _STORY)
    assert (found["path_parts"], found["path_words"], found["path_digits"]) == (parts, words, digits)


def test_a_dump_declares_nothing() -> None:
    """And has no boxes."""
    draft = begin(read_text("\n\n".join((HEADLINE, *PARAGRAPHS))))
    assert declared_types(draft) == set()
    assert _features(draft, _STORY)["html"] == 0
