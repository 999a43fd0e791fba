"""Lists under a heading: related stories, comments, tags, galleries of other news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsx.label.draft import Draft
from newsx.label.story import LEAST_STORY, Story
from newsx.lexicon.function_words import content_words
from newsx.page import Label

_LEAST_PLAIN_WORDS = 4
"""Words without a hash sign that make a headline of a line which opens with a tag."""
_LONGEST_TAG_WORDS = 12
LEAST_STORY_WORDS = 25
"""Words of running text above a list or a thread of comments: above the story it is a menu's."""
_LONGEST_CLOSING_TAG_WORDS = 4
_MOST_CLOSING_TAGS = 5
_COUNTED = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})(?!\d|/)")
_LEAST_COUNTED = 3
_MOST_OF_ENTRY = 4
"""Blocks of an entry of a gallery at most, its title among them."""


def headed_lists(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Short lines under a heading such as संबंधित खबरें belong to it, up to the next prose.

    Above the story such a heading is a menu's, and what follows it may be the headline.
    """
    role = heading = None
    words_above = 0
    for position, signs in enumerate(draft.signs):
        current = draft.labels[position]
        words_above += signs.words if signs.is_prose else 0
        if words_above < LEAST_STORY_WORDS:
            continue
        if signs.match and signs.match.heads_list and current and current.role == signs.match.role:
            role, heading = current.role, draft.blocks[position].text
        elif current is not None and current.role in (
            "date",
            "caption",
            "navigation",
            "read_also",
            "share",
            "interface",
            "byline",
        ):
            continue
        elif current is not None or signs.is_prose:
            role = None
        elif role is not None and not draft.page.boxes:
            yield position, Label(role, f"in the list under “{heading}”")


def tag_lists(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Lines of the form `# tag`, lines that begin with टैग्स:, and the short lines under a TAGS label."""
    label_position: int | None = None
    words_above = 0
    for position, signs in enumerate(draft.signs):
        block = draft.blocks[position]
        words_above += signs.words if signs.is_prose else 0
        if signs.label and signs.label.part == "tags":
            yield position, Label("label" if signs.label.whole_line else "tags", f"label “{signs.label.phrase}”")
            label_position = position if signs.label.whole_line else None
            continue
        if _is_hashed(block.text) and signs.words <= _LONGEST_TAG_WORDS + 2:
            if _is_of_a_post(draft, position):
                continue
            if words_above >= LEAST_STORY_WORDS:
                yield position, Label("tags", "begins with the sign of a hash tag")
            else:
                yield position, Label("navigation", "hash tags above the story are a menu")
            continue
        if label_position is not None and _may_be_tag(draft, position, label_position + 1):
            yield position, Label("tags", "in the list under the label of the tags")
        else:
            label_position = None


def _is_hashed(text: str) -> bool:
    """Whether a line is of hash tags; one that only opens with a tag and goes on in plain words is a headline."""
    if not text.startswith("#"):
        return False
    plain = [word for word in text.split() if not word.startswith("#")]
    return text.startswith("# ") or len(plain) < _LEAST_PLAIN_WORDS


def _may_be_tag(draft: Draft, position: int, first: int) -> bool:
    """Whether a short line goes on with the list that begins at `first`: of its kind, and without a new gap."""
    signs, block, beginning = draft.signs[position], draft.blocks[position], draft.blocks[first]
    if not draft.is_free(position) or signs.ends_sentence or signs.words > _LONGEST_TAG_WORDS or signs.label:
        return False
    if signs.match is not None and (signs.match.heads_list or signs.match.role != "navigation"):
        return False
    return block.kind == beginning.kind and (beginning.gap_before or not block.gap_before)


def _is_of_a_post(draft: Draft, position: int) -> bool:
    """Whether hash tags stand in a post of a social network: beside an address or a line known as a post's."""
    if "/" in draft.blocks[position].text:
        return True
    beside = draft.signs[max(0, position - 1) : position + 2]
    return any(signs.match is not None and signs.match.role == "embed" for signs in beside)


def closing_tags(draft: Draft) -> Iterator[tuple[int, Label]]:
    """A few short lines between the author's biography and the publisher's own advertisement: the story's topics."""
    for position in range(1, len(draft.signs)):
        if draft.role(position) not in ("promo", "footer"):
            continue
        lines: list[int] = []
        above = position - 1
        while above >= 0 and draft.is_free(above) and draft.signs[above].words <= _LONGEST_CLOSING_TAG_WORDS:
            lines.append(above)
            above -= 1
        while above >= 0 and draft.role(above) in ("read_also", "share"):
            above -= 1
        if lines and len(lines) <= _MOST_CLOSING_TAGS and above >= 0 and draft.role(above) == "bio":
            for line in reversed(lines):
                yield (
                    line,
                    Label("tags", "a short line between the author's biography and the publisher's advertisement"),
                )
            return


def counted_galleries(draft: Draft, story: Story) -> Iterator[tuple[int, Label]]:
    """Galleries of other news behind enough of the story: a title, and entries counted 1/6 to 6/6 of other matters."""
    size, number = 0, 0
    told: set[str] = set()
    while number < len(draft.blocks):
        entries = _counted_entries(draft, number) if size >= LEAST_STORY else []
        if entries and _is_title(draft, number - 1) and _are_of_other_matters(draft, entries, told):
            reason = f"in a gallery of other news, counted from “{draft.blocks[number].text}”"
            end = _end_of_gallery(draft, entries)
            for position in range(number - 1, end):
                yield position, Label("related", reason)
            number = end
            continue
        if number in story.members:
            size += len(draft.blocks[number].text)
            if number + 1 in story.members:  # the line above a gallery is its title, and tells of it alone
                told.update(content_words(draft.signs[number].folded))
        number += 1


def _counted_entries(draft: Draft, first: int) -> list[int]:
    """The blocks that open with 1/6, 2/6 ... 6/6, from one on; none where the count is not told to its end."""
    found: list[int] = []
    number, total = first, 0
    while number < len(draft.blocks) and (not found or number - found[-1] <= _MOST_OF_ENTRY):
        counted = _COUNTED.match(draft.blocks[number].text)
        if counted is not None:
            total = total or int(counted[2])
            if (int(counted[1]), int(counted[2])) != (len(found) + 1, total):
                return []
            found.append(number)
            if len(found) == total:
                return found if total >= _LEAST_COUNTED else []
        elif not found:
            return []
        number += 1
    return []


def _is_title(draft: Draft, number: int) -> bool:
    return not draft.signs[number].is_prose and draft.signs[number].words <= _LONGEST_TAG_WORDS


def _entry_title(draft: Draft, number: int) -> str:
    """The words behind the count, in its own block or in the one below it."""
    title = _COUNTED.sub("", draft.signs[number].folded)
    is_alone = not title.strip() and number + 1 < len(draft.signs)
    return draft.signs[number + 1].folded if is_alone else title


def _are_of_other_matters(draft: Draft, entries: list[int], told: set[str]) -> bool:
    """Whether most titles of a gallery have no word of the story above it."""
    strange = sum(told.isdisjoint(content_words(_entry_title(draft, number))) for number in entries)
    return 2 * strange > len(entries)


def _end_of_gallery(draft: Draft, entries: list[int]) -> int:
    """The end of the last entry, which is as long as the longest before it, and ends at the next heading."""
    first = entries[-1]
    longest = max(below - above for above, below in pairwise(entries))
    end = min(first + longest, len(draft.blocks))
    title = first if _COUNTED.sub("", draft.blocks[first].text).strip() else first + 1
    return next((n for n in range(title + 1, end) if draft.blocks[n].kind == "heading"), end)
