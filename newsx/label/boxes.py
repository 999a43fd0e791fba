"""What the boxes of a page's markup tell of the blocks in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from newsx.label.copies import Copies
from newsx.label.draft import PROSE_WORDS, Draft
from newsx.label.setting import setting
from newsx.label.story import Story
from newsx.label.weights import name_words
from newsx.lexicon.load import load_toml
from newsx.lexicon.phrases import match_label
from newsx.lines.bylines import read_byline
from newsx.lines.dates import find_times
from newsx.lines.names import is_person_name
from newsx.page import Box, Label, Page, Role

_WHOLE = frozenset(("html", "body", "main", "article"))
_NEAR_STORY = 20
"""Blocks behind the story among which its tags may stand."""
_CODE = re.compile(r"""[A-Za-z_]\w*["']?:(?:["'{\[\d]|true|false|null)""", re.ASCII)
_LEAST_PAIRS = 3
_ABOVE_STORY: frozenset[Role] = frozenset({"summary", "highlight"})
"""Roles of boxes that stand above the story's text, and whose text a reader may take for its beginning."""
_BESIDE_STORY: frozenset[Role] = frozenset({"caption", "hidden", "bio", "comments", "embed"})
"""Roles of boxes that stand between paragraphs, and are none where they are small."""
_NEVER_STORY: frozenset[Role] = frozenset({"breadcrumb", "disclaimer", "footer", "promo", "related", "share"})
"""Roles of boxes whose words are no story where they are few and not surely taken for it: of sites left out, one letter
in ten was."""
_SURELY_STORY = 0.9
_MOST_OF_BOX = 0.1
"""Share of the story's letters from which on such a box may be named for something that it holds."""
_LONGEST_CAPTION = 250
_LONGEST_TIME = 80
_SMALL_EMBED = 300
"""Letters of the longest embedded box between paragraphs: a poll, a player; a quoted post is longer or a quote."""
_MOST_OF_STORY = 0.35
_MOST_IN_PICTURE = 2
_LEAST_PARAGRAPH_WORDS = 16
"""Words of the shortest paragraph that is one though it shares its box with a picture; most captions have fewer."""
_HOLDERS = frozenset("div section figure article aside ul ol dl li table center".split())
_BELOW_HEADLINE = 3
"""Blocks below the headline among which a name beside a picture is the author's."""
_ABOVE_HEADLINE = 4
"""Blocks between a trail and the headline at most."""
_MOST_CRUMBS = 6


def outermost_told(page: Page, counts: Callable[[Box], bool] = lambda box: True) -> list[Box | None]:
    """For each block the outermost box around it whose markup tells a purpose, of those that count."""
    found: list[Box | None] = [None] * len(page.blocks)
    covered = 0
    for box in page.boxes:
        if box.first < covered or box.told is None or box.tag in _WHOLE or not counts(box):
            continue
        if box.tag == "footer" and _stands_in_article(page, box):
            continue
        found[box.first : box.end] = [box] * (box.end - box.first)
        covered = box.end
    return found


def _stands_in_article(page: Page, box: Box) -> bool:
    while box.parent >= 0:
        box = page.boxes[box.parent]
        if box.tag == "article":
            return True
    return False


def told_roles(draft: Draft, story: Story | None, heading: int | None) -> Iterator[tuple[int, Label]]:
    """The roles that boxes tell of blocks that are neither story nor its headline.

    heading: number of the block that is most alike the page's declared title. Tags and breadcrumbs are the story's own
    only in the boxes nearest to it.
    """
    page = draft.page
    kept = frozenset() if story is None else story.members
    pictured = _pictured(draft, kept)
    around = _Surroundings(draft, story)

    def counts(box: Box) -> bool:
        if heading is not None and box.first <= heading < box.end:
            return False
        return around.has_no_part_in(box)

    told_boxes = outermost_told(page, counts)
    near = _nearest(page, told_boxes, story, heading)
    for number, box in enumerate(told_boxes):
        block = page.blocks[number]
        if page.boxes and is_code(block.text):
            yield number, Label("other", "data of a script")
            continue
        if (
            number in pictured
            and not _is_time(block.text)
            and heading is not None
            and number > heading
            and (box is None or box.told is None)
            and not _is_credited(block.text, number, heading, story)
        ):
            yield number, Label("caption", "text of a picture")
            continue
        if number == heading or (number in kept and box is None):
            continue
        if box is None or box.told is None:
            if block.kind == "caption":
                yield number, Label("caption", "text of a picture")
            continue
        told = box.told
        if told.role == "other" and _is_time(block.text):
            continue
        if told.role in ("tags", "breadcrumb") and near.get(told.role) is not box:
            told = Label("navigation", f"{told.reason}, but not the story's")
        if told.role == "navigation" and _is_trail(page, box, heading):
            told = Label("breadcrumb", "a few links above the headline")
        if told.role == "summary" and not _heads(box, story, heading):
            continue
        yield number, _in_box(draft, number, told)


def _is_paragraph(draft: Draft, number: int) -> bool:
    """Whether a block beside a picture is set as a paragraph, an item or a table of the story and reads like one."""
    block, signs = draft.blocks[number], draft.signs[number]
    if block.kind == "table":
        return True
    own = None if block.box is None else draft.page.boxes[block.box]
    if own is None or own.names or (own.parent >= 0 and _is_of_pictures(draft.page.boxes[own.parent].names)):
        return False
    least = PROSE_WORDS if block.kind == "list_item" else _LEAST_PARAGRAPH_WORDS
    return block.tag in ("p", "li") and signs.is_prose and signs.ends_sentence and signs.words >= least


@lru_cache(maxsize=1024)
def _is_of_pictures(names: str) -> bool:
    """Whether a box is made for a picture, by its class names."""
    return not name_words(names).isdisjoint(load_toml("newsx.lexicon", "media.toml")["picture_boxes"])


def _is_credited(text: str, number: int, heading: int, story: Story | None) -> bool:
    """Whether a line right below the headline is a name or a byline, as it stands beside the portrait of its author."""
    if story is None or number >= story.first or number > heading + _BELOW_HEADLINE:
        return False
    return is_person_name(text) or read_byline(text) is not None


def _is_time(text: str) -> bool:
    """Whether the words are those of a line of the time, which no picture and no vague class name takes away."""
    return len(text) <= _LONGEST_TIME and bool(find_times(text))


def _pictured(draft: Draft, members: frozenset[int]) -> frozenset[int]:
    """The blocks of boxes that hold a picture and the few words that go with it; captions may be all of a gallery.

    Paragraphs beside a picture are none, nor are lines that are set as the paragraph above or below them.
    """
    page = draft.page
    size = sum(len(page.blocks[number].text) for number in members)
    found: set[int] = set()
    for image in page.declared.images:
        number, own = image.box, range(0)
        while number >= 0:
            box = page.boxes[number]
            blocks = page.blocks[box.first : box.end]
            if len(blocks) > _MOST_IN_PICTURE or sum(len(block.text) for block in blocks) > _LONGEST_CAPTION:
                break
            if box.tag in _HOLDERS and not any(block.kind == "heading" for block in blocks):
                own = range(box.first, box.end)
            number = box.parent
        found.update(own)
    paragraphs = {number for number in found & members if _is_paragraph(draft, number)}
    found -= {
        n
        for n in found & members
        if any(m in paragraphs and setting(page, n) == setting(page, m) for m in (n - 1, n, n + 1))
    }
    captions = sum(len(page.blocks[number].text) for number in found & members)
    return frozenset() if captions > _MOST_OF_STORY * size else frozenset(found)


class _Surroundings:
    """The story that boxes stand in or beside; the sizes of all are reckoned once, however many boxes ask."""

    def __init__(self, draft: Draft, story: Story | None) -> None:
        self._story = story
        self._members = sorted(story.members) if story is not None else []
        own = frozenset(self._members)
        self._letters = [0, *accumulate(len(block.text) for block in draft.blocks)]
        in_story = (len(block.text) if n in own else 0 for n, block in enumerate(draft.blocks))
        self._of_story = [0, *accumulate(in_story)]
        self._captions = sum(len(draft.blocks[n].text) for n in own if draft.blocks[n].kind == "caption")
        hidden = (box for box in draft.page.boxes if box.told is not None and box.told.role == "hidden")
        self._copies = Copies(draft, sorted({n for box in hidden for n in range(box.first, box.end)}))

    def has_no_part_in(self, box: Box) -> bool:
        """Whether a box that tells a purpose is none of the story's: by where it stands, by its size, as a copy."""
        role = None if box.told is None else box.told.role
        if role in _ABOVE_STORY:
            return self._stands_above(box)
        if role in _BESIDE_STORY:
            return self._is_beside(box, role)
        taken = self._members[bisect_left(self._members, box.first) : bisect_left(self._members, box.end)]
        return not taken or (role in _NEVER_STORY and self._is_aside(box, taken))

    def _size(self, box: Box) -> int:
        return self._letters[box.end] - self._letters[box.first]

    def _is_aside(self, box: Box, taken: Sequence[int]) -> bool:
        """Whether a box that tells another purpose is small, and nothing that was taken from it surely story."""
        assert self._story is not None
        scores = self._story.scores
        is_small = self._size(box) <= _MOST_OF_BOX * self._of_story[-1]
        return is_small and max(scores.get(number, 1.0) for number in taken) <= _SURELY_STORY

    def _is_beside(self, box: Box, role: Role) -> bool:
        """Whether a box is no part of the story around it: it is small, or hidden and stands elsewhere again."""
        if role == "hidden":
            return self._copies.stand_outside(box)
        if role == "embed":
            return box.tag != "blockquote" and self._size(box) <= _SMALL_EMBED
        if role != "caption":
            return box.tag != "blockquote" and self._size(box) <= _MOST_OF_BOX * self._of_story[-1]
        # What the markup itself calls the caption of a figure may be of any length.
        is_short = box.tag == "figcaption" or self._size(box) <= _LONGEST_CAPTION
        return is_short and 2 * self._captions < self._of_story[-1]

    def _stands_above(self, box: Box) -> bool:
        """Whether most of the story stands below a box, and none of it above, as below a standfirst."""
        own, below = self._size(box), self._of_story[-1] - self._of_story[box.end]
        is_first = not self._members or self._members[0] >= box.first
        return own < _MOST_OF_STORY * (below + own) and is_first


def _in_box(draft: Draft, number: int, told: Label) -> Label:
    """The role of one block of a told box; the title of a list is none of its entries, a cue stays a cue."""
    block, cue = draft.blocks[number], draft.signs[number].label
    if told.role in ("summary", "highlight", "bio", "tags"):
        cue = cue or match_label(block.text)
        if cue is not None and cue.whole_line:
            return Label("label", f"label “{cue.phrase}” over the {cue.part}")
    if told.role == "highlight" and block.kind != "list_item":
        return Label("label", f"above the list; {told.reason}")
    if told.role == "tags" and not block.link_density:
        return Label("label", f"beside the links; {told.reason}")
    return told


def _nearest(page: Page, boxes: Sequence[Box | None], story: Story | None, heading: int | None) -> dict[Role, Box]:
    """The boxes of tags and of breadcrumbs that stand nearest to the story, of those that count for some block."""
    told = {id(box): box for box in boxes if box is not None}.values()
    if story is None:
        first = next((box for box in told if box.told and box.told.role == "breadcrumb"), None)
        return {} if first is None else {"breadcrumb": first}
    top = story.first if heading is None else heading
    half = len(page.blocks) // 2  # above it what is only named a footer may be the story's
    below = [box for box in told if box.told and box.told.role == "footer" and box.first >= story.beyond]
    footers = (box.first for box in below if box.tag == "footer" or box.first >= half)
    end = min(next(footers, len(page.blocks)), story.beyond + _NEAR_STORY)
    tags = [box for box in told if box.told and box.told.role == "tags" and top < box.first < end]
    trails = [box for box in told if box.told and box.told.role == "breadcrumb" and box.end <= top]
    found: dict[Role, Box] = {}
    if tags:
        found["tags"] = min(tags, key=lambda box: (box.first < story.first, abs(box.first - story.beyond)))
    if trails:
        found["breadcrumb"] = max(trails, key=lambda box: box.end)
    return found


def _is_trail(page: Page, box: Box, heading: int | None) -> bool:
    """A ``<nav>`` of a few links right above the headline is a breadcrumb, whatever its names are."""
    if heading is None or box.tag != "nav" or not heading - _ABOVE_HEADLINE <= box.end <= heading:
        return False
    return sum(bool(block.link_density) for block in page.blocks[box.first : box.end]) <= _MOST_CRUMBS


def _heads(box: Box, story: Story | None, heading: int | None) -> bool:
    """Whether the box stands between the headline and the story's text, where a standfirst stands."""
    return story is not None and heading is not None and heading < box.first and box.first <= story.beyond


def is_code(text: str) -> bool:
    """The text is data or code that leaked out of a script: names and values without a space between."""
    return text.count(":") >= _LEAST_PAIRS and len(_CODE.findall(text)) >= _LEAST_PAIRS
