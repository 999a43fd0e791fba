"""Reads a page of HTML, XHTML or AMP into blocks, boxes and declarations; it measures and decides nothing.

lxml parses the page once, and one walk cuts it. Where the markup holds next to none of the story that the page declares
or loads by script, that text is read as well: BeautifulSoup takes navigation, promos and author bios out of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsx.article import Warned
from newsx.page import Block, Box, Declared, Form, Page
from newsx.read.bounds import most_blocks
from newsx.text.fold import comparable

if TYPE_CHECKING:
    from lxml import etree

_LEAST_SHARE = 0.25
"""A declared article body of which the markup holds a smaller share is told by the markup as a teaser at most."""
_MOST_BESIDE = 0.5
"""Share of the declared article body that other prose of the page may have; with more, the page is of that prose."""
_SAMPLE = 60
_LONGEST_HEAD = 1000
"""Letters of the largest box around the heading that holds its standfirst and credits, and no more."""
_WHOLE = frozenset(("html", "body", "main"))

_ESCAPED_TAG = re.compile(rb"&lt;/?(?:[a-z]{1,10}|[A-Z]{1,10}|h[1-6])(?:\s|/|&gt;|>)")
"""A tag as pages escape it once too often; the text of a page without any is not searched for them."""
_ITEMPROP = (b"itemprop", b"itemProp")
"""The attribute without which no page is searched for microdata, as pages spell it."""


def read_html(page: str | bytes, *, form: Form = "html", url: str | None = None) -> Page:
    """The page of a decoded document: blocks in page order, boxes, declarations, warnings where a limit cut something.

    page: its text, or the same in UTF-8; may begin with an XML declaration.
    form: what `sniff_form` or the caller said; all are read alike.
    url: where the page was saved from, if known; links to other sites are told by it.

    Where the markup holds no story, its text comes from JSON-LD or script data, and a warning of the kind
    ``text_from_json_ld`` or ``text_from_script`` says so.

    Raises:
        InputTooLargeError: it has more elements or more blocks than `newsx.read.bounds` allows.
        InputError: memory does not suffice for it.
    """
    from newsx.read.declared import page_site, read_declared
    from newsx.read.limits import Limits
    from newsx.read.media import images, times
    from newsx.read.microdata import properties
    from newsx.read.repair import repaired
    from newsx.read.segment import segment
    from newsx.read.shown import Unfolding
    from newsx.read.tree import by_tag, join_posts, parse

    data = repaired(page if isinstance(page, bytes) else page.encode("utf-8", "replace"))
    root, warnings = parse(data)
    if root is None:
        return Page(form, (), warnings=warnings)
    elements = by_tag(root)
    limits = Limits()
    declared = read_declared(root, elements, limits)
    unfolding = Unfolding()
    unfolding.show(root, elements)
    if b"&lt;" in data and _ESCAPED_TAG.search(data):
        unfolding.undo_escapes(root)
    join_posts(root)
    body = root.find("body")
    cut = segment(root if body is None else body, page_site(declared, url), most_blocks(len(data)))
    blocks, boxes = cut.blocks, cut.boxes
    declared = replace(
        declared,
        times=tuple(times(cut.places, limits)),
        images=tuple(images(cut.places, limits)),
        properties=tuple(properties(root, cut.scopes, limits)) if any(name in data for name in _ITEMPROP) else (),
    )
    warnings = (*warnings, *limits.warnings())
    if not blocks and "frameset" in elements:
        warnings = (*warnings, Warned("frames", "the page is a set of frames; its text is in other files"))
    found, warned = _fallback(blocks, boxes, declared, elements.get("script", []))
    if found:
        blocks, boxes, declared = _inserted(found, blocks, boxes, declared)
        warnings = (*warnings, warned)
    return Page(form, tuple(blocks), declared, tuple(boxes), warnings=warnings)


def _fallback(
    blocks: Sequence[Block], boxes: Sequence[Box], declared: Declared, scripts: list[etree._Element]
) -> tuple[list[Block], Warned]:
    """The story's blocks from what the page declares or loads, none where its markup holds enough."""
    from newsx.read import fallback
    from newsx.read.shown import LEAST

    warned = Warned("text_from_json_ld", "the page's markup holds no story; its text is that of JSON-LD articleBody")
    body = declared.article_body or ""
    prose = fallback.prose_of(_outside_of_parts(blocks, boxes))
    if len(body) >= LEAST and prose < _MOST_BESIDE * len(body) and _held(body, blocks) < _LEAST_SHARE:
        return fallback.from_json_ld(body), warned
    if prose < LEAST:
        warned = Warned("text_from_script", "the page's markup holds no story; its text is that of its script data")
        return fallback.from_scripts(scripts), warned
    return [], warned


def _outside_of_parts(blocks: Sequence[Block], boxes: Sequence[Box]) -> list[Block]:
    """The blocks that stand in no box whose markup tells of another purpose."""
    inside: set[int] = set()
    for box in boxes:
        if box.told is not None and box.tag not in ("body", "main", "article"):
            inside.update(range(box.first, box.end))
    return [block for number, block in enumerate(blocks) if number not in inside]


def _held(body: str, blocks: Sequence[Block]) -> float:
    """The share of a declared article body that stands in blocks."""
    key = comparable(body)
    own = (comparable(block.text) for block in blocks)
    return sum(len(text) for text in own if len(text) > _SAMPLE // 2 and text[:_SAMPLE] in key) / max(1, len(key))


def _inserted(
    found: list[Block], blocks: list[Block], boxes: list[Box], declared: Declared
) -> tuple[list[Block], list[Box], Declared]:
    """The page with further blocks behind its heading, in a box of their own."""
    at = _below_heading(blocks, boxes, declared)
    count = len(found)

    def moved(position: int) -> int:
        return position + count if position >= at else position

    grown = [replace(box, first=moved(box.first), end=box.end + count if box.end > at else box.end) for box in boxes]
    number = len(grown)
    grown.append(Box(at, at + count, -1, "article", ""))
    placed = [replace(block, box=number) for block in found]
    images = tuple(
        replace(image, block=moved(image.block), shown_before=moved(image.shown_before)) for image in declared.images
    )
    return [*blocks[:at], *placed, *blocks[at:]], grown, replace(declared, images=images)


def _below_heading(blocks: Sequence[Block], boxes: Sequence[Box], declared: Declared) -> int:
    """The place behind the box of the heading that is the page's title, else of its first h1, else at the top."""
    titles = [comparable(title) for title in declared.titles]
    headings = [number for number, block in enumerate(blocks) if block.kind == "heading"]
    titled = [n for n in headings if (key := comparable(blocks[n].text)) and any(key in title for title in titles)]
    first = [n for n in headings if blocks[n].level == 1]
    heading = next(iter([*titled, *first]), None)
    if heading is None:
        return 0
    end, number = heading + 1, blocks[heading].box
    while number is not None and number >= 0:
        box = boxes[number]
        if box.tag in _WHOLE or sum(len(block.text) for block in blocks[box.first : box.end]) > _LONGEST_HEAD:
            break
        end, number = box.end, box.parent
    holder = boxes[number].end if number is not None and number >= 0 else len(blocks)
    while end < holder and not blocks[end].link_density and blocks[end].kind != "heading":
        end += 1
    return end
