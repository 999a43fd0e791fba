"""Markdown of whole pages, read back by a Markdown library: what stood in the page's story stands there again.

The stories are in `stories/`, each the invented markup of one kind of content. Lists are compared item by item: the
record tells neither how deep an item stands nor whether its list is numbered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

import newsx
from newsx.article import Article, BodyBlock

STORIES = sorted(Path(__file__).with_name("stories").glob("*.html"))
ADDRESS = "https://gaon.example/rajya/zila/khabar-101.html"
PAGE = f"""<!DOCTYPE html>
<html lang="hi"><head><meta charset="utf-8"><title>गांव की आज की बड़ी खबर और पूरा ब्योरा | गांव समाचार</title>
<link rel="canonical" href="{ADDRESS}"></head>
<body><header><nav><a href="/desh">देश</a> <a href="/rajya">राज्य</a> <a href="/khel">खेल</a></nav></header>
<article><h1>गांव की आज की बड़ी खबर और पूरा ब्योरा</h1><p class="byline">By कविता सोनी | 14 नवंबर 2026, शाम 6:10 बजे</p>
<div class="story-body">
%s</div></article>
<footer><a href="/sampark">संपर्क करें</a> <a href="/niyam">नियम और शर्तें</a></footer></body></html>
"""
_HEADINGS = {f"h{level}": f"heading {level}" for level in range(1, 7)}
_LISTS = ("ul", "ol")


class Part(NamedTuple):
    """A block as a reader meets it, whoever wrote it down: the page, the record, or Markdown."""

    kind: str
    text: str = ""
    """With single spaces for white space; of preformatted text its lines with their indents."""
    links: tuple[tuple[str, str], ...] = ()
    """Words and address of each."""
    cells: tuple[tuple[str, ...], ...] = ()
    picture: str | None = None


def of_record(blocks: Iterable[BodyBlock]) -> Iterator[Part]:
    """The blocks of a record."""
    for block in blocks:
        kind = f"heading {max(block.level or 2, 2)}" if block.type == "heading" else block.type
        links = tuple((_line(link.text), unquote(link.url)) for link in block.links)
        if block.type == "table":
            yield Part(kind, links=links, cells=tuple(tuple(map(_line, row)) for row in block.rows or ()))
        elif block.type == "image":
            yield Part(kind, picture=unquote(block.url or ""))
        else:
            yield Part(kind, _lines(block.text), links)


def of_markup(element: etree._Element, kind: str = "paragraph") -> Iterator[Part]:
    """The blocks of HTML, be it the page's or what a Markdown library makes."""
    for child in element.iterchildren(etree.Element):
        tag = str(child.tag)
        if tag in _LISTS:
            yield from _of_list(child)
        elif tag == "blockquote":
            yield from of_markup(child, "quote")
        elif tag == "table":
            yield Part("table", links=_links(child), cells=_cells(child))
        elif tag in _HEADINGS:
            yield Part(_HEADINGS[tag], _text(child), _links(child))
        elif tag in ("p", "pre") and child.get("class") != "caption":
            yield from _of_text(child, kind)
        elif tag == "img":
            yield Part("image", picture=_address(child.get("src", "")))
        else:
            yield from of_markup(child, kind)


def _of_list(element: etree._Element) -> Iterator[Part]:
    for item in element:
        inner = [child for child in item if child.tag in _LISTS]
        for child in inner:
            item.remove(child)
        yield from _of_text(item, "list_item")
        for child in inner:
            yield from _of_list(child)


def _of_text(element: etree._Element, kind: str) -> Iterator[Part]:
    """A text, and behind it the pictures in it."""
    if text := _text(element):
        yield Part(kind, text, _links(element))
    for picture in element.iter("img"):
        yield Part("image", picture=_address(picture.get("src", "")))


def _text(element: etree._Element) -> str:
    for broken in element.iter("br"):
        broken.text = "\n"
    text = "".join(element.itertext())
    return _lines(text) if element.tag == "pre" or element.find("br") is not None else _line(text)


def _links(element: etree._Element) -> tuple[tuple[str, str], ...]:
    found = ((_line("".join(link.itertext())), link.get("href", "")) for link in element.iter("a"))
    whole = ((words, _address(address)) for words, address in found if words and address[0] != "#")
    return tuple((words, address) for words, address in whole if address.startswith("http"))


def _cells(table: etree._Element) -> tuple[tuple[str, ...], ...]:
    """The cells in their columns, empty ones where a cell goes on."""
    grid: dict[tuple[int, int], str] = {}
    rows = list(table.iter("tr"))
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in grid:
                column += 1
            for down in range(int(cell.get("rowspan", "1"))):
                for right in range(int(cell.get("colspan", "1"))):
                    grid[number + down, column + right] = "" if down or right else _text(cell)
    width = max(column for _, column in grid) + 1
    return tuple(tuple(grid.get((number, column), "") for column in range(width)) for number in range(len(rows)))


def _address(address: str) -> str:
    return unquote(urljoin(ADDRESS, address))


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip())


def extracted(story: str) -> Article:
    """The article of a page with this story."""
    return newsx.extract((PAGE % story).encode())


def read_back(article: Article) -> html.HtmlElement:
    """What a Markdown library makes of the article's body."""
    markdown = article.to_markdown(front_matter=True).partition("\n---\n")[2]
    return html.fromstring(f"<main>{MarkdownIt('commonmark').enable('table').render(markdown)}</main>")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_markdown_read_back_has_the_blocks_of_the_page(story: Path) -> None:
    """Kinds of blocks in their order, texts, links, cells and pictures are the page's, the record's and Markdown's."""
    article = extracted(story.read_text("utf-8"))
    page = list(of_markup(html.fromstring(f"<main>{story.read_text('utf-8')}</main>")))
    assert list(of_record(article.body)) == page
    assert list(of_markup(read_back(article))) == page


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_pictures_read_back_have_their_captions_and_credits(story: Path) -> None:
    """A caption stands for who does not see the picture, the credit as its title."""
    article = extracted(story.read_text("utf-8"))
    own = [(block.caption or "", block.credit or "") for block in article.body if block.type == "image"]
    assert [(image.get("alt"), image.get("title") or "") for image in read_back(article).iter("img")] == own


def test_the_stories_are_about_thirty() -> None:
    """A folder that moved away would leave nothing to test."""
    assert len(STORIES) >= 30
