"""Takes blocks apart that hold two things: a label and its text, a trail of links, a paragraph and an invitation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, chain

from newsx.label.boxes import is_code, outermost_told
from newsx.label.glued import without_glued
from newsx.label.pieces import piece
from newsx.lexicon.phrases import match_label
from newsx.lines.breadcrumbs import ShownElsewhere, may_be_trail, shown_elsewhere, split_trail
from newsx.lines.dates import named_day
from newsx.page import Block, Page, Role
from newsx.text.fold import fold, fold_signs, offset_of
from newsx.text.sentences import ends_sentence

_LONGEST_TRAIL = 400
_ROLES_OF_LINKS = ("navigation", "read_also", "breadcrumb")
_LABEL_REACH = 24


def split_blocks(page: Page) -> Page:
    """The page with such blocks in pieces; their texts joined are the text that was there."""
    told = [None if box is None or box.told is None else box.told.role for box in outermost_told(page)]

    @cache
    def elsewhere() -> ShownElsewhere:
        menus = (block.text for block, role in zip(page.blocks, told, strict=True) if role == "navigation")
        return shown_elsewhere((block.text for block in page.blocks), menus)

    pieces = [list(_split(block, role, elsewhere)) for block, role in zip(page.blocks, told, strict=True)]
    starts = list(accumulate(map(len, pieces), initial=0))
    if starts[-1] == len(page.blocks):
        return page
    boxes = tuple(replace(box, first=starts[box.first], end=starts[box.end]) for box in page.boxes)
    images = tuple(
        replace(image, block=starts[image.block], shown_before=starts[image.shown_before])
        for image in page.declared.images
    )
    declared = replace(page.declared, images=images)
    return replace(page, blocks=tuple(chain.from_iterable(pieces)), boxes=boxes, declared=declared)


def _split(block: Block, told: Role | None, elsewhere: Callable[[], ShownElsewhere]) -> Iterator[Block]:
    trail = _trail(block, told, elsewhere)
    if trail:
        yield from trail
    elif told == "tags" and len(block.link_starts) > 1:
        yield from _links(block)
    elif block.kind == "table" or is_code(block.text):
        yield block
    else:
        for day_or_text in _split_day(block):
            for part in _split_label(day_or_text):
                yield from without_glued(part)


def _trail(block: Block, told: Role | None, elsewhere: Callable[[], ShownElsewhere]) -> list[Block]:
    """A line such as `Hindi Newsविदेश न्यूज़First video call`: one block a link, the last one as a possible title."""
    if told is not None and told not in _ROLES_OF_LINKS:
        return []
    if len(block.text) > _LONGEST_TRAIL or not may_be_trail(block.text) or ends_sentence(block.text):
        return []
    return [
        replace(block, text=text, link_starts=(), links=(), gap_before=block.gap_before and number == 0)
        for number, text in enumerate(split_trail(block.text, elsewhere, block.link_starts))
        if text
    ]


def _links(block: Block) -> Iterator[Block]:
    """A row of tags as one block a link."""
    starts = block.link_starts
    if starts[0] > 0:
        yield piece(block, 0, starts[0], link_density=0.0)
    for start, end in zip(starts, (*starts[1:], len(block.text)), strict=True):
        link = piece(block, start, end, " ,|•·", link_starts=(0,), link_density=1.0)
        if link.text:
            yield link


def _split_day(block: Block) -> Iterator[Block]:
    """`date 2024-08-19 text`, as data sets put the day of a page before its text, becomes the day and the text."""
    end = 0 if block.box is not None else named_day(block.text)
    if end and block.text[end:].strip():
        yield piece(block, 0, end)
        yield piece(block, end, None, gap_before=True)
    else:
        yield block


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
    yield piece(block, 0, end)
    yield piece(block, end, None, " :-–", gap_before=False)
