"""Reads a page of HTML, XHTML or AMP into blocks and declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsx.page import Block, Declared, Form, Page
from newsx.read.tree import drop_unseen, parse

if TYPE_CHECKING:
    from lxml import etree

    from newsx.read.locate import Story


def read_html(text: str, *, form: Form = "html", url: str | None = None) -> Page:
    from newsx.read.declared import article_bodies, declared_titles, read_declared
    from newsx.read.locate import locate
    from newsx.read.outside import outside_blocks
    from newsx.read.pieces import cut_tree
    from newsx.read.witness import Witness

    root, warnings = parse(text)
    if root is None:
        return Page(form, (), Declared(), (), warnings)
    declared = read_declared(root)
    drop_unseen(root)
    body = root.find("body")
    cut = cut_tree(root if body is None else body)
    witness = Witness(article_bodies(declared))
    story = locate(cut.pieces, cut.spans, declared_titles(declared), witness)
    if story is None:
        return Page(form, tuple(outside_blocks(cut, 0, len(cut.pieces))), declared, (), warnings)
    blocks = [
        *outside_blocks(cut, 0, story.first),
        *_story_blocks(story, witness),
        *outside_blocks(cut, story.end, len(cut.pieces)),
    ]
    return Page(form, tuple(blocks), declared, (), warnings)


def _story_blocks(story: Story, witness) -> list[Block]:
    from newsx.read.blocks import story_blocks
    from newsx.read.pieces import cut_soup
    from newsx.read.strip import strip

    soup = to_soup(story.element)
    root = next(soup.children)
    fine = strip(soup, root, witness)
    return story_blocks(cut_soup(root), fine)


def to_soup(element: etree._Element):
    from bs4 import BeautifulSoup
    from bs4.builder import LXMLTreeBuilder
    from lxml import etree

    markup = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    builder = LXMLTreeBuilder(multi_valued_attributes=None, store_line_numbers=False)
    soup = BeautifulSoup(markup, builder=builder)
    if soup.html and soup.html.body and element.tag not in ("html", "body"):
        return soup.html.body
    return soup
