"""Reads a page of HTML, XHTML or AMP into blocks and declarations.

lxml parses the page once; what it declares and where its story stands is found on that tree. BeautifulSoup gets the
story's part alone, and strips there what is not the story.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsx.page import Block, Declared, Form, Page

if TYPE_CHECKING:
    from newsx.read.witness import Witness


def read_html(text: str, *, form: Form = "html", url: str | None = None) -> Page:
    """The page of a decoded document: blocks in page order, declarations, warnings where a limit cut something.

    text: may begin with an XML declaration. form: what `sniff_form` or the caller said; the three are read alike.
    url: where the page was saved from, if known; links to other sites are told by it.

    Blocks of the story have `in_story`; those that the markup shows to be something else are `given` their role.
    """
    from newsx.read.declared import article_bodies, declared_titles, page_site, read_declared
    from newsx.read.locate import locate
    from newsx.read.outside import outside_blocks
    from newsx.read.pieces import cut_tree
    from newsx.read.surroundings import Around, images, microdata, times
    from newsx.read.tree import drop_unseen, parse
    from newsx.read.witness import Witness

    root, warnings = parse(text)
    if root is None:
        return Page(form, (), warnings=warnings)
    declared = read_declared(root)
    drop_unseen(root)
    body = root.find("body")
    cut = cut_tree(root if body is None else body, page_site(declared, url))
    witness = Witness(article_bodies(declared))
    story = locate(cut.pieces, cut.spans, declared_titles(declared), witness)
    before, behind = outside_blocks(cut, story)
    if story is None:
        declared = replace(declared, times=tuple(times(root, None)), microdata=microdata(root, None) if "itemprop" in text else {})
        return Page(form, tuple(before), declared, warnings=warnings)
    headline = None if story.headline is None else cut.pieces[story.headline].owner
    around = Around(story.element, headline)
    declared = replace(
        declared,
        times=tuple(times(root, around)),
        images=tuple(images(root, around)),
        microdata=microdata(root, around) if "itemprop" in text else {},
    )
    inside = _story_blocks(story, cut, witness)
    return Page(form, (*before, *inside, *behind), declared, warnings=warnings)


def _story_blocks(story: Story, cut: Cutter, witness: Witness) -> list[Block]:
    from newsx.read.blocks import story_blocks
    from newsx.read.measures import Measures
    from newsx.read.pieces import cut_soup
    from newsx.read.soup import to_soup
    from newsx.read.strip import strip

    root, spans = to_soup(story.element, cut.spans)
    fine = strip(root, Measures(cut.pieces, spans, story, witness))
    return story_blocks(cut_soup(root), fine)
