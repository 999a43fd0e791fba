"""Why a page was read as it was, for tools and for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import get_args

import pytest

from newsx.article import Article
from newsx.page import Block, Label, LabelledPage, Page, Role, Term
from newsx.write.explanation import left_out, to_dict, use_of
from newsx.write.explanation_view import view
from newsx.write.terminal import STYLES, cells

MakeArticle = Callable[..., Article]

LONG = "पुलिया का काम बुधवार को शुरू हुआ। " * 30
LABELLED = LabelledPage(
    Page(
        "text",
        (Block("होम खेल", line=1), Block("सोनपुर में नई पुलिया"), Block("सीमा वर्मा"), Block(LONG.strip()), Block("होम")),
    ),
    (
        Label("navigation", "menu words", terms=(Term("letters", 7.0, -0.5),)),
        Label("headline", "first line"),
        Label("byline", "a name alone"),
        Label("body", "running text"),
        Label("navigation", "menu words"),
    ),
)


def test_every_role_has_a_use() -> None:
    """No role is without an answer to what became of its blocks."""
    assert {use_of(role) for role in get_args(Role)} == {"kept", "field", "dropped"}
    assert (use_of("body"), use_of("byline"), use_of("navigation")) == ("kept", "field", "dropped")


def test_what_was_left_out_is_counted_by_role() -> None:
    """Blocks that gave text or a field are not counted."""
    assert left_out(LABELLED) == {"navigation": 2}


def test_tools_get_all_blocks_whole_and_all_fields(make_article: MakeArticle) -> None:
    """Nothing is shortened, and a field without evidence is there too."""
    explained = json.loads(json.dumps(to_dict(LABELLED, make_article())))
    assert [block["text"] for block in explained["blocks"]] == [block.text for block in LABELLED.page.blocks]
    assert [block["number"] for block in explained["blocks"]] == [0, 1, 2, 3, 4]
    assert explained["blocks"][0] == {
        "number": 0,
        "line": 1,
        "kind": "paragraph",
        "use": "dropped",
        "role": "navigation",
        "reason": "menu words",
        "terms": [{"feature": "letters", "value": 7.0, "weight": -0.5}],
        "text": "होम खेल",
    }
    assert explained["fields"]["headline"] == {
        "value": "सोनपुर में नई पुलिया का काम शुरू",
        "from": "block 1 (headline)",
        "raw": "सोनपुर में नई पुलिया का काम शुरू",
        "confidence": None,
        "also": [{"value": "पुलिया", "from": "meta og:title"}],
    }
    assert explained["fields"]["agency"] == {"value": None, "from": None, "raw": None, "confidence": None, "also": []}


def test_a_person_sees_marks_reasons_and_evidence(make_article: MakeArticle) -> None:
    """Kept, read and dropped differ by a mark at the line's start; long text is cut and counted."""
    lines = ["".join(text for text, _ in line) for line in view(LABELLED, make_article(), 80)]
    assert "- 0 navigation: menu words" in lines
    assert "+ 1 headline: first line" in lines
    assert "* 2 byline: a name alone" in lines
    assert "headline: सोनपुर में नई पुलिया का काम शुरू" in lines
    assert "    from block 1 (headline)" in lines
    assert "    also: पुलिया (meta og:title)" in lines
    assert "! bad_bytes: 2 byte sequences are not utf-8" in lines
    assert any(line.startswith("The page does not tell: alternative_headline") for line in lines)
    assert [line for line in lines if line.endswith(")") and "… (+" in line]


def test_a_refused_page_says_why(make_article: MakeArticle) -> None:
    """The reason stands above the blocks."""
    refused = LabelledPage(LABELLED.page, LABELLED.labels, "listing", "it is a list of links")
    lines = view(refused, make_article(is_article=False, page_type="listing", body=()), 80)
    assert (("No article here: it is a list of links. Page type: listing.", "warning"),) in lines


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_runs_over_the_edge(make_article: MakeArticle, width: int) -> None:
    """Also at a narrow terminal, and every style is a known one."""
    lines = view(LABELLED, make_article(), width)
    assert all(cells("".join(text for text, _ in line)) <= width for line in lines)
    assert {style for line in lines for _, style in line} <= {"", *STYLES}
