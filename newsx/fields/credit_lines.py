"""The lines around a story that say who wrote it and when.

Lines far from the story are another story's. So only these count: from a little above the headline to the first
paragraphs, and right behind the story's end. They are found and read once a page, for all fields that need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsx.fields.blocks import blocks_with_role, source_of
from newsx.fields.metadata import metadata
from newsx.fields.origin import is_hindi_page, is_indian_page
from newsx.lexicon.places import PLACE_EDGES, is_place, is_town
from newsx.lines.bylines import Byline, read_byline
from newsx.lines.credits import may_be_house
from newsx.lines.datelines import Dateline, read_dateline
from newsx.lines.dates import is_time_line
from newsx.lines.names import is_known_person
from newsx.page import Block, LabelledPage, Page, Role
from newsx.text.fold import fold_word

_ABOVE = 6
_BETWEEN = 40
_INTO_STORY = 4
_BEHIND = 3
_LONGEST = 200
_LONGEST_NAMES = 80
_PARAGRAPH = 100
_OPENING_BLOCKS = 2
CREDIT_ROLES: frozenset[Role] = frozenset({"byline", "date", "dateline"})
"""The roles of lines that credit the story."""
_OTHER_ROLES: frozenset[Role] = frozenset({"other", "label", "body", "subheading", "share", "bio"})
_NAMED_ROLES: frozenset[Role] = frozenset({"read_also", "embed"})
"""Roles that HTML often gives by a class name alone; in a text dump the wording told them, and they are no credits."""
_SIGNED_ROLES: frozenset[Role] = frozenset({"other", "label", "share", "read_also", "related"})
"""Roles of lines between headline and story that may yet be the byline; a caption names who is in the picture."""
_NOT_OWN = re.compile(r"^\S*/\S*\.[A-Za-z]{3,4}\b\S*$|\(@\w+\)")
"""The path of a picture, or the signature of a post on a social network: their dates are not the story's."""


class CreditLine(NamedTuple):
    """A line that may credit the story; it stands ``above`` the headline, ``below`` it, or ``behind`` the story."""

    number: int
    block: Block
    role: Role
    place: str
    distance: int
    """How many blocks from the headline, or from the story's end, it stands."""
    byline: Byline | None
    """What it credits; a name alone counts where label, markup or the lines beside it say that one stands here."""

    @property
    def source(self) -> str:
        """The line's place as evidence names it."""
        return source_of(self.number, self.role)


class StoryDateline(NamedTuple):
    """The dateline of a story, and the place where it stands as evidence names it."""

    dateline: Dateline
    source: str


class StoryCredits(NamedTuple):
    """Who is credited around a story, and when and where: its lines in page order, those below the headline first."""

    lines: tuple[CreditLine, ...] = ()
    dateline: StoryDateline | None = None
    in_hindi: bool = False
    """The words of the lexicon can tell persons from desks on this page."""
    indian: bool = False
    """The page is Indian, so that its newsrooms and agencies are credited as such and are no authors."""


def read_credits(labelled: LabelledPage, publishers: Sequence[str] = ()) -> StoryCredits:
    """The credits of a page's story; `publishers` are the names by which the page calls its publisher."""
    roles = [label.role for label in labelled.labels]
    opening, first, last = _bounds(labelled, roles)
    in_hindi = is_hindi_page(labelled)
    indian = is_indian_page(labelled, in_hindi=in_hindi)
    publishers = publishers if indian else ()  # elsewhere the paper itself may be the author
    lines = [
        *_within(labelled, publishers, opening, first + _INTO_STORY, "below"),
        *_within(labelled, publishers, last + 1, last + 1 + _BEHIND, "behind"),
        *_below_late_headline(labelled, publishers, last + 1),
        *_within(labelled, publishers, max(0, opening - _ABOVE), opening, "above"),
    ]
    return StoryCredits(tuple(lines), _story_dateline(labelled, publishers), in_hindi, indian)


def _below_late_headline(labelled: LabelledPage, publishers: Sequence[str], behind: int) -> Iterator[CreditLine]:
    """The lines below a headline behind the story: some pages send their head last."""
    headline = next((n for n, label in enumerate(labelled.labels) if label.role == "headline"), -1)
    if headline >= behind:
        yield from _within(labelled, publishers, headline + 1, headline + 1 + _BEHIND, "behind")


def _story_dateline(labelled: LabelledPage, publishers: Sequence[str]) -> StoryDateline | None:
    """The dateline of the story's first paragraphs, of a dateline block, or of the summary."""
    opening = list(blocks_with_role(labelled, "body", "dateline"))[:_OPENING_BLOCKS]
    summary = list(blocks_with_role(labelled, "summary"))[:1]
    for number, block, role in [*opening, *summary]:
        found = read_dateline(block.text, publishers)
        if found is not None:
            return StoryDateline(found, source_of(number, role))
    for number, block, role in opening:
        found = _place_alone(block.text) if role == "dateline" else _place_before_story(block.text)
        if found is not None:
            return StoryDateline(found, source_of(number, role))
    return None


def _place_alone(text: str) -> Dateline | None:
    place = text.strip(PLACE_EDGES)
    return Dateline(place, None, len(text), text) if is_place(place) else None


def _place_before_story(text: str) -> Dateline | None:
    """A town with a mark behind it, on a line of its own: பாரிஸ்:."""
    place = text.strip(PLACE_EDGES)
    return _place_alone(text) if is_town(place) and text.strip() != place else None


def _bounds(labelled: LabelledPage, roles: list[Role]) -> tuple[int, int, int]:
    """The position behind the headline, of the first paragraph, and of the story's last block."""
    blocks = labelled.page.blocks
    headline = next((n for n, role in enumerate(roles) if role == "headline"), None)
    if headline is not None and "body" in roles[:headline] and "body" not in roles[headline:]:
        headline = None
    start = 0 if headline is None else headline + 1
    story = [n for n in range(start, len(roles)) if roles[n] in ("body", "update", "subheading")]
    paragraphs = [n for n in story if len(blocks[n].text) >= _PARAGRAPH] or story or [min(start, len(blocks))]
    first = paragraphs[0]
    if headline is None:
        start = max(0, first - _ABOVE)
    return start, min(first, start + _BETWEEN), story[-1] if story else first


def _within(
    labelled: LabelledPage, publishers: Sequence[str], start: int, stop: int, place: str
) -> Iterator[CreditLine]:
    """The lines from `start` to `stop` that may credit the story."""
    paragraph = stop - _INTO_STORY if place == "below" else 0
    blocks = labelled.page.blocks
    others = _OTHER_ROLES if labelled.page.form == "text" else _OTHER_ROLES | _NAMED_ROLES
    for number in range(start, min(stop, len(blocks))):
        block, role = blocks[number], labelled.labels[number].role
        marked = _is_marked(labelled.page, number)
        taken = role in others or (role == "related" and marked)  # an <aside> of class author
        below = place == "below" and taken and (role != "body" or len(block.text) < _PARAGRAPH // 2)
        if len(block.text) > _LONGEST or not (role in CREDIT_ROLES or below) or _NOT_OWN.search(block.text):
            continue
        alone = number == start < paragraph and role == "other" and _lists_persons(block.text)
        names = role == "byline" or marked or alone or _stands_by_time(blocks, number)
        byline = read_byline(block.text, bare_name=names, publishers=publishers)
        desk = byline is not None and (byline.desk or byline.agency or (byline.place and not byline.credits))
        house = byline is None and place == "below" and role == "other" and may_be_house(block.text)
        signed = byline is not None and byline.persons and number < paragraph and role in _SIGNED_ROLES
        credited = names or signed or ((desk or house) and role == "other")
        if role in CREDIT_ROLES or credited or is_time_line(block.text):
            distance = stop - number if place == "above" else number - start + 1
            yield CreditLine(number, block, role, place, distance, byline)


def _is_marked(page: Page, number: int) -> bool:
    """Whether markup, or a line such as `author-image` or `By` above it, says that the line names the author."""
    own = " ".join(page.names_around(number).split()[:2])
    if own and any(name in own for name in metadata("authors", "class_names")):
        return True
    above = page.blocks[number - 1].text if number else ""
    return len(above) < 30 and fold_word(above).strip(" :") in metadata("authors", "marks")


def _stands_by_time(blocks: Sequence[Block], number: int) -> bool:
    """Whether the line is a name or a place, and the one before or after it tells a time, but for a place between."""
    after = number + 1
    if after < len(blocks) and is_place(blocks[after].text.strip(" ,")):
        after += 1
    near = [*blocks[max(0, number - 1) : number], *blocks[after : after + 1]]
    if not any(len(block.text) <= _LONGEST and is_time_line(block.text) for block in near):
        return False
    text = blocks[number].text.strip(" ,")
    return is_place(text) or _names_persons(text)


def _lists_persons(text: str) -> bool:
    """Whether the text is two names or more and nothing else, each surely a person's."""
    byline = read_byline(text, bare_name=True) if len(text) <= _LONGEST_NAMES else None
    if byline is None or byline.leftover or byline.place:
        return False
    return len(byline.persons) > 1 and all(map(is_known_person, byline.persons))


def _names_persons(text: str) -> bool:
    """Whether the text is a name, or names and nothing else."""
    byline = read_byline(text, bare_name=True) if len(text) <= _LONGEST_NAMES else None
    return byline is not None and byline.persons != () and not byline.leftover
