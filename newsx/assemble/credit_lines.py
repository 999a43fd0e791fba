"""The lines around a story that say who wrote it and when.

Lines far from the story are another story's. So only these count: from a little above the headline to the first
paragraphs, and right behind the story's end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsx.assemble.blocks import source_of
from newsx.hindi.dates import find_times
from newsx.hindi.names import is_person_name
from newsx.page import Block, LabelledPage, Role

_ABOVE = 6
_BETWEEN = 25
_INTO_STORY = 4
_BEHIND = 3
_LONGEST = 200
_MOST_OTHER_WORDS = 8
_PARAGRAPH = 100
CREDIT_ROLES: frozenset[Role] = frozenset({"byline", "date", "dateline"})
"""The roles of lines that credit the story."""
_UNTOLD_ROLES: frozenset[Role] = frozenset(
    {"other", "caption", "label", "body", "subheading", "read_also", "embed", "share", "bio"}
)
_NAMING_HINTS = ("author", "byline", "writer", "reporter", "autor", "contributor")


class CreditLine(NamedTuple):
    """A line that may credit the story; it stands ``above`` the headline, ``below`` it, or ``behind`` the story."""

    number: int
    block: Block
    role: Role
    place: str
    distance: int
    """How many blocks from the headline, or from the story's end, it stands."""
    names: bool
    """Label or markup say that a name stands here."""

    @property
    def source(self) -> str:
        """The line's place as evidence names it."""
        return source_of(self.number, self.role)


def credit_lines(labelled: LabelledPage) -> list[CreditLine]:
    """The credit lines of the story in page order, those below the headline before the others."""
    roles = [label.role for label in labelled.labels]
    opening, first, last = _bounds(labelled, roles)
    lines = [*_within(labelled, roles, opening, first + _INTO_STORY, "below")]
    lines += _within(labelled, roles, last + 1, last + 1 + _BEHIND, "behind")
    lines += _within(labelled, roles, max(0, opening - _ABOVE), opening, "above")
    return lines


def _bounds(labelled: LabelledPage, roles: list[Role]) -> tuple[int, int, int]:
    """The position behind the headline, of the first paragraph, and of the story's last block."""
    blocks = labelled.page.blocks
    headline = next((n for n, role in enumerate(roles) if role == "headline"), None)
    start = 0 if headline is None else headline + 1
    story = [n for n in range(start, len(roles)) if roles[n] in ("body", "update", "subheading")]
    paragraphs = [n for n in story if len(blocks[n].text) >= _PARAGRAPH] or story or [min(start, len(blocks))]
    first = paragraphs[0]
    if headline is None:
        start = max(0, first - _ABOVE)
    return start, min(first, start + _BETWEEN), story[-1] if story else first


def _within(labelled: LabelledPage, roles: list[Role], start: int, stop: int, place: str) -> Iterator[CreditLine]:
    for number in range(start, min(stop, len(roles))):
        block, role = labelled.page.blocks[number], roles[number]
        if len(block.text) > _LONGEST:
            continue
        distance = stop - number if place == "above" else number - start + 1
        own = " ".join(block.hints.split()[:2])
        names = role == "byline" or any(hint in own for hint in _NAMING_HINTS) or _stands_by_time(labelled, number)
        credits_it = place == "below" and _may_credit(block, role) and (names or is_time_line(block.text))
        if role in CREDIT_ROLES or credits_it:
            yield CreditLine(number, block, role, place, distance, names)


def _may_credit(block: Block, role: Role) -> bool:
    return role in _UNTOLD_ROLES and (role != "body" or len(block.text) < _PARAGRAPH // 2)


def _stands_by_time(labelled: LabelledPage, number: int) -> bool:
    """Whether the line is a name, and the next one or the one before tells a time."""
    blocks = labelled.page.blocks
    if not is_person_name(blocks[number].text):
        return False
    near = [*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2]]
    return any(len(block.text) <= _LONGEST and is_time_line(block.text) for block in near)


def is_time_line(text: str) -> bool:
    """Whether the line holds a point in time and few words beside it."""
    rest = text
    for time in find_times(text):
        rest = rest.replace(time.raw, " ")
    return rest != text and len(rest.split()) <= _MOST_OTHER_WORDS
