"""Reads a page of HTML, XHTML or AMP into blocks and declarations.

lxml parses the page once; what it declares and where its story stands is found on that tree. BeautifulSoup gets the
story's part alone, and strips there what is not the story.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsx.article import Warned
from newsx.page import Block, Form, Page

if TYPE_CHECKING:
    from lxml import etree

    from newsx.read.locate import Story
    from newsx.read.pieces import Cutter
    from newsx.read.witness import Witness

_NO_STORY = 0.25
"""A story in the markup that is shorter than this share of the declared article body is its teaser."""

_ITEMPROP = re.compile(rb"item[pP]rop")
"""The attribute without which no page is searched for microdata, as pages spell it."""


def read_html(page: str | bytes, *, form: Form = "html", url: str | None = None) -> Page:
    """The page of a decoded document: blocks in page order, declarations, warnings where a limit cut something.

    page: its text, or the same in UTF-8; may begin with an XML declaration.
    form: what `sniff_form` or the caller said; all are read alike.
    url: where the page was saved from, if known; links to other sites are told by it.

    Blocks of the story have `in_story`; those that the markup shows to be something else are `given` their role.
    Where the markup holds no story, its text comes from JSON-LD or script data, and a warning of the kind
    ``text_from_json_ld`` or ``text_from_script`` says so.
    """
    from newsx.read.declared import article_bodies, page_site, read_declared
    from newsx.read.locate import find_headline, locate, place_below
    from newsx.read.outside import outside_blocks
    from newsx.read.pieces import cut_tree
    from newsx.read.surroundings import Around, images, microdata, times
    from newsx.read.tree import by_tag, drop_unseen, parse, without_controls
    from newsx.read.witness import Witness

    data = without_controls(page if isinstance(page, bytes) else page.encode("utf-8", "replace"))
    root, warnings = parse(data)
    if root is None:
        return Page(form, (), warnings=warnings)
    elements = by_tag(root)
    declared = read_declared(root, elements)
    drop_unseen(elements)
    body = root.find("body")
    cut = cut_tree(root if body is None else body, page_site(declared, url))
    bodies = article_bodies(declared)
    witness = Witness(bodies)
    headline = find_headline(cut.pieces, declared.titles)
    story = locate(cut, headline, witness, declared.titles)
    inside = _story_blocks(story, cut, witness) if story is not None else []
    length = sum(len(block.text) for block in inside if block.in_story)
    substitute, warned = _substitute(bodies, elements.get("script", []), length)
    if substitute:
        inside, story, warnings = substitute, place_below(cut, headline), (*warnings, warned)
    if not cut.pieces and "frameset" in elements:
        warnings = (*warnings, Warned("frames", "the page is a set of frames; its text is in other files"))
    before, behind = outside_blocks(cut, story)
    around = None
    if story is not None:
        around = Around(story.element, None if story.headline is None else cut.pieces[story.headline].owner)
    declared = replace(
        declared,
        times=tuple(times(elements.get("time", ()), around)),
        images=tuple(images(root, around)) if around is not None else (),
        microdata=microdata(root, around) if _ITEMPROP.search(data) else {},
    )
    return Page(form, (*before, *inside, *behind), declared, warnings=warnings)


def _story_blocks(story: Story, cut: Cutter, witness: Witness) -> list[Block]:
    from newsx.read.blocks import story_blocks
    from newsx.read.measures import Measures
    from newsx.read.pieces import cut_soup
    from newsx.read.soup import to_soup
    from newsx.read.strip import strip

    root, spans = to_soup(story.element, cut.spans)
    fine = strip(root, Measures(cut.pieces, spans, story, witness))
    return story_blocks(cut_soup(root), fine, witness, gallery=story.gallery)


def _substitute(bodies: list[str], scripts: list[etree._Element], length: int) -> tuple[list[Block], Warned]:
    """The story's blocks from what the page declares or loads, empty where its markup is enough.

    bodies: declared, best first. scripts: of the page.
    length: letters of the story that the markup holds.
    """
    from newsx.read import substitute
    from newsx.read.locate import Story
    from newsx.read.witness import Witness

    warned = Warned("text_from_json_ld", "the page's markup holds no story; its text is that of JSON-LD articleBody")
    fragment = None
    if bodies and length < max(substitute.LEAST, _NO_STORY * len(bodies[0])):
        fragment = substitute.from_json_ld(bodies)
    if fragment is None and length < substitute.LEAST:
        warned = Warned("text_from_script", "the page's markup holds no story; its text is that of its script data")
        fragment = substitute.from_scripts(scripts)
    if fragment is None or fragment.prose <= length:
        return [], warned
    story = Story(fragment.root, 0, len(fragment.cut.pieces), None, fragment.prose)
    return _story_blocks(story, fragment.cut, Witness()), warned
