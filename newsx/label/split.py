"""Takes blocks apart that hold two things: a label and its text, a trail of links, a paragraph and an invitation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from newsx.label.glued import without_glued
from newsx.lexicon.phrases import match_label
from newsx.lines.breadcrumbs import ShownElsewhere, may_be_trail, shown_elsewhere, split_trail
from newsx.page import Block, Page
from newsx.text.fold import fold, fold_signs, offset_of
from newsx.text.sentences import ends_sentence

_LONGEST_TRAIL = 400
_ROLES_OF_LINKS = ("navigation", "read_also", "breadcrumb")
_LABEL_REACH = 24


def split_blocks(page: Page) -> Page:
    """The page with such blocks in pieces; their texts joined are the text that was there."""

    @cache
    def elsewhere() -> ShownElsewhere:
        menus = (block.text for block in page.blocks if block.given and block.given.role == "navigation")
        return shown_elsewhere((block.text for block in page.blocks), menus)

    blocks = tuple(piece for block in page.blocks for piece in _split(block, elsewhere))
    return replace(page, blocks=blocks) if len(blocks) != len(page.blocks) else page


def _split(block: Block, elsewhere: Callable[[], ShownElsewhere]) -> Iterator[Block]:
    trail = _trail(block, elsewhere)
    if trail:
        yield from trail
        return
    if block.given is not None or block.kind == "table":
        yield block
        return
    for piece in _split_label(block):
        yield from without_glued(piece)


def _trail(block: Block, elsewhere: Callable[[], ShownElsewhere]) -> list[Block]:
    """A line such as `Hindi Newsविदेश न्यूज़First video call`: one block a link, the last one as a possible title."""
    if block.given is not None and block.given.role not in _ROLES_OF_LINKS:
        return []
    if len(block.text) > _LONGEST_TRAIL or block.in_story or not may_be_trail(block.text) or ends_sentence(block.text):
        return []
    pieces = split_trail(block.text, elsewhere, block.link_starts)
    given = block.given if block.given and block.given.role == "navigation" else None
    return [
        replace(block, text=piece, link_starts=(), gap_before=block.gap_before and number == 0, given=given)
        for number, piece in enumerate(pieces)
        if piece
    ]


def _split_label(block: Block) -> Iterator[Block]:
    """`संक्षेप: text` becomes the label and the text."""
    found = match_label(block.text) if ":" in block.text[:_LABEL_REACH] else None
    if found is None or found.whole_line or found.part not in ("summary", "english"):
        yield block
        return
    key = fold(found.phrase)
    at = fold_signs(block.text).find(key)
    end = offset_of(block.text, at + len(key)) if at >= 0 else len(block.text)
    if end >= len(block.text):
        yield block
        return
    yield replace(block, text=block.text[:end].strip(), link_starts=())
    yield replace(block, text=block.text[end:].strip(" :-–"), link_starts=(), gap_before=False)
