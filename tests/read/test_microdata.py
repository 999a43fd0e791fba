"""Microdata and RDFa of a page, each value with its place."""

from __future__ import annotations

import pytest

from newsx.page import Page
from newsx.read.html import read_html


def _page(inner: str) -> Page:
    return read_html(f"<html><body>{inner}<p itemprop>झील में नावें फिर चलने लगीं।</p></body></html>")


def _values(inner: str) -> list[tuple[str, str]]:
    return [(own.name, own.value) for own in _page(inner).declared.properties]


@pytest.mark.parametrize(
    ("inner", "values"),
    [
        ("<meta itemprop='datePublished' content='2026-11-02'>", [("datepublished", "2026-11-02")]),
        ("<time itemprop='datePublished' datetime='2026-11-02'>2 नवंबर</time>", [("datepublished", "2026-11-02")]),
        (
            "<abbr itemprop='datePublished' title='2026-11-02T10:00Z'>10:00</abbr>",
            [("datepublished", "2026-11-02T10:00Z")],
        ),
        ("<a itemprop='author' href='/meena'>मीना राठौर</a>", [("author", "मीना राठौर")]),
        ("<link itemprop='url' href='/jheel'>", [("url", "/jheel")]),
        ("<img itemprop='image' src='/naav.jpg'>", [("image", "/naav.jpg")]),
        ("<h1 itemprop='headline name'>नावें\n लौटीं</h1>", [("headline", "नावें लौटीं"), ("name", "नावें लौटीं")]),
        ("<span property='schema:author'>मीना राठौर</span><p itemprop=x></p>", [("author", "मीना राठौर")]),
        ("<span itemProp='author'>मीना राठौर</span>", [("author", "मीना राठौर")]),
    ],
)
def test_a_value_is_that_of_its_element(inner: str, values: list[tuple[str, str]]) -> None:
    """The attribute that the standard names, else the text; HTML knows no case of attribute names."""
    assert _values(inner) == values


def test_an_item_in_the_value_of_a_property_gives_its_name() -> None:
    """What else it holds is of the author, not of the story."""
    author = "<b itemprop='name'>मीना राठौर</b><meta itemprop='url' content='/meena'>"
    assert _values(f"<div itemscope><span itemprop='author' itemscope>{author}</span></div>") == [
        ("author", "मीना राठौर")
    ]


@pytest.mark.parametrize(
    ("around", "item"),
    [
        ("article", "<div itemscope itemtype='https://schema.org/VideoObject'>{}</div>"),
        ("div", "<div itemscope itemtype='https://schema.org/Comment'>{}</div>"),
        ("div", "<div itemscope itemtype='http://schema.org/Person'>{}</div>"),
    ],
)
def test_what_another_item_states_is_not_the_storys(around: str, item: str) -> None:
    """Though nothing links the two: a video in the story, a comment below it, who wrote it."""
    stated = item.format("<meta itemprop='datePublished' content='2015-01-16'>")
    assert _values(f"<{around} itemscope itemtype='https://schema.org/NewsArticle'>{stated}</{around}>") == []


@pytest.mark.parametrize("kind", ["NewsArticle", "VideoObject", "WebPage", ""])
def test_what_the_pages_own_item_states_is_its_own(kind: str) -> None:
    """A video that stands in no story is what the page is about, and a story may stand in the item of its page."""
    stated = "<meta itemprop='datePublished' content='2026-11-02'>"
    item = f"<div itemscope itemtype='https://schema.org/{kind}'>{stated}</div>"
    page = f"<div itemscope itemtype='https://schema.org/WebPage'>{item}</div>"
    assert _values(page) == [("datepublished", "2026-11-02")]


def test_the_text_of_the_story_is_no_value() -> None:
    """What is longer than two thousand letters is the story itself."""
    assert _values(f"<div itemprop='articleBody'>{'पानी ' * 500}</div>") == []


def test_each_value_tells_the_box_of_its_item() -> None:
    """Values without an item are of the whole page; an item without text stands in the box around it."""
    page = _page(
        "<meta itemprop='a' content='1'><div id='d' itemscope><p itemprop='b'>2</p></div>"
        "<article itemscope><p itemprop='c'>3</p></article>"
        "<section><p>4</p><div itemscope><meta itemprop='e' content='5'></div></section>"
    )
    tags = ["" if own.box < 0 else page.boxes[own.box].tag for own in page.declared.properties]
    assert tags == ["", "div", "article", "section"]
    assert [own.is_article for own in page.declared.properties] == [False, False, True, False]
