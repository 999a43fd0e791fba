"""The boxes of a page and the places of its pictures and times, while it is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from newsx.page import Box, Label
from newsx.read.markup import role_of_markup

_ROWS = frozenset(("breadcrumb", "tags"))
"""Roles whose boxes hold one value a link, with or without block elements around it."""
_ELSEWHERE = frozenset(
    ("navigation", "footer", "related", "read_also", "comments", "ad", "promo", "bio", "share", "hidden", "other")
)
_PARTS_OF_PAGE = frozenset(("nav", "aside", "footer", "article"))


class Place(NamedTuple):
    """Where an element stands that is no text: before ``blocks[block]``, in a box (-1 for none)."""

    element: Any
    block: int
    box: int
    aside: bool = False
    """An element without text around it tells that it belongs to something else than a story."""
    shown_before: int = 0
    """The number of the block before which a reader meets it: the next one where it stands within ``blocks[block]``."""


@dataclass(slots=True)
class BoxDraft:
    """A box while it is read."""

    first: int
    end: int
    parent: int
    tag: str
    names: str
    told: Label | None


@dataclass(slots=True)
class Noted:
    """The place of an element while blocks may still be joined."""

    element: Any
    block: int
    opened: OpenElement
    within: bool = False
    """Some of the text of that block stands before it."""


class OpenElement:
    """A block element that is open, and what was asked of it so far: most hold no text, and are never asked."""

    __slots__ = ("_row", "_told", "above", "attributes", "box", "element", "links", "tag", "topics")

    def __init__(self, tag: str, element: Any, above: OpenElement | None) -> None:
        self.tag, self.element, self.above = tag, element, above
        self.box = -1
        """The number of its box, once a block stands in it."""
        self.links = self.topics = 0
        self.attributes: dict[str, str] | None = None
        self._told: Label | Literal[False] | None = False
        self._row: bool | None = None

    def told(self) -> Label | None:
        """What its markup tells of its purpose."""
        if self._told is False:
            self.attributes = dict(self.element.items())
            self._told = role_of_markup(self.tag, self.attributes)
        return self._told

    def is_row(self) -> bool:
        """Whether it is, or stands in, a row of links of which each is a block."""
        if self._row is None:
            if self.above is None:
                self._row = False
            else:
                told = self.told()
                self._row = (told is not None and (told.role in _ROWS or self.tag == "nav")) or self.above.is_row()
        return self._row


def finished_boxes(drafts: list[BoxDraft]) -> tuple[list[Box], list[int], bytearray]:
    """The boxes that hold blocks; for each draft the number of its box, or of the one around it; which have their own.

    The drafts are used up on the way, so that not all boxes are in memory twice.
    """
    number: list[int] = []
    kept = bytearray(len(drafts))
    boxes: list[Box] = []
    drafts.reverse()
    while drafts:
        draft = drafts.pop()
        above = number[draft.parent] if draft.parent >= 0 else -1
        kept[len(number)] = has_blocks = draft.end > draft.first
        number.append(len(boxes) if has_blocks else above)
        if has_blocks:
            boxes.append(Box(draft.first, draft.end, above, draft.tag, draft.names, draft.told))
    return boxes, number, kept


def innermost(opened: OpenElement, number: list[int], kept: bytearray) -> int:
    """The number of the innermost box that an open element is or stands in, -1 for none."""
    above: OpenElement | None = opened
    while above is not None:
        if above.box >= 0 and kept[above.box]:
            return number[above.box]
        above = above.above
    return -1


def place(noted: Noted, number: list[int], kept: bytearray) -> Place:
    """The place of an element: its box, and whether an element without text in between belongs to something else."""
    aside = False
    shown_before = noted.block + noted.within
    above: OpenElement | None = noted.opened
    while above is not None and above.element is not None:
        if above.box >= 0 and kept[above.box]:
            return Place(noted.element, noted.block, number[above.box], aside, shown_before)
        told = above.told()
        aside = aside or above.tag in _PARTS_OF_PAGE or (told is not None and told.role in _ELSEWHERE)
        above = above.above
    return Place(noted.element, noted.block, -1, aside, shown_before)
