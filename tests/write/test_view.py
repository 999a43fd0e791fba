"""An article at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from newsx.article import Article, BodyBlock
from newsx.write.terminal import STYLES, Line, cells
from newsx.write.view import view

MakeArticle = Callable[..., Article]


def texts(lines: Sequence[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def test_an_article_is_seen_from_headline_to_what_was_left_out(make_article: MakeArticle) -> None:
    """Headline, one line of credits, summary, body, warnings, and one line on the rest of the page."""
    assert texts(view(make_article(), 80, {"navigation": 3, "read_also": 1})) == [
        "सोनपुर में नई पुलिया का काम शुरू",
        "",
        "सीमा वर्मा, राज मेहता · सोनपुर · 2026-02-04 20:42 IST · गांव समाचार",
        "",
        "  तीन गांवों को फायदा मिलेगा।",
        "",
        "पुलिया का काम बुधवार को शुरू हुआ।",
        "",
        "कब तक बनेगी",
        "",
        "मार्च तक काम पूरा होगा।",
        "",
        "! 2 byte sequences are not utf-8",
        "Left out: navigation 3, read also 1. See `newsx explain`.",
    ]


def test_kinds_of_blocks_are_told_apart(make_article: MakeArticle) -> None:
    """Lists, quotes, tables and updates have signs of their own, not colour alone."""
    body = (
        BodyBlock("list_item", "एक"),
        BodyBlock("list_item", "दो"),
        BodyBlock("quote", "हम खुश हैं"),
        BodyBlock("table", "सीट दल", rows=(("सीट", "दल"), ("4", "5"))),
        BodyBlock("update", "मतगणना शुरू", time="2026-02-04T08:00+05:30"),
    )
    assert texts(view(make_article(body=body, summary=None, highlights=("बिंदु",), warnings=()), 80, {}))[4:] == [
        "  • बिंदु",
        "",
        "  • एक",
        "  • दो",
        "",
        "  │ हम खुश हैं",
        "",
        "  | सीट | दल",
        "  | 4 | 5",
        "",
        "2026-02-04 08:00 IST",
        "मतगणना शुरू",
    ]


def test_a_page_without_an_article_says_so_first(make_article: MakeArticle) -> None:
    """The reason stands where the headline would be looked for."""
    lines = view(make_article(is_article=False, page_type="listing", body=()), 80, {}, "it is a list of links")
    assert texts(lines)[0] == "No article here: it is a list of links."


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_runs_over_the_edge(make_article: MakeArticle, width: int) -> None:
    """Body, lists and notes keep to the width of the terminal, and every style is a known one."""
    long = "सोनपुर प्रखंड में बुधवार को नई पुलिया का निर्माण शुरू हो गया। " * 3
    body = tuple(BodyBlock(kind, long) for kind in ("paragraph", "heading", "list_item", "quote"))
    lines = view(make_article(headline=long, summary=long, body=body), width, {"navigation": 12, "comments": 9})
    assert all(cells(text) <= width for text in texts(lines))
    assert {style for line in lines for _, style in line} <= {"", *STYLES}


def test_page_text_cannot_steer_the_terminal(make_article: MakeArticle) -> None:
    """Escape sequences of a page or of a record from elsewhere are spelled out."""
    lines = view(make_article(headline="\x1b[2Jखबर", authors=("\u202eसीमा",), dateline="\x9b1m"), 80, {})
    assert not any(mark in text for text in texts(lines) for mark in "\x1b\u202e\x9b")
