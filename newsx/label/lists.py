"""Lists under a heading: related stories, comments, tags."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.label.draft import Draft
from newsx.page import Label

_LONGEST_TAG_WORDS = 12
_LEAST_STORY_WORDS = 25
_LONGEST_CLOSING_TAG_WORDS = 4
_MOST_CLOSING_TAGS = 5


def headed_lists(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Short lines under a heading such as संबंधित खबरें belong to it, up to the next prose.

    Above the story such a heading is a menu's, and what follows it may be the headline.
    """
    role = heading = None
    words_above = 0
    for position, signs in enumerate(draft.signs):
        current = draft.labels[position]
        words_above += signs.words if signs.is_prose else 0
        if words_above < _LEAST_STORY_WORDS:
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
        elif role is not None and draft.blocks[position].in_story is None:
            yield position, Label(role, f"in the list under “{heading}”")


def tag_lists(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Lines of the form `# tag`, lines that begin with टैग्स:, and the short lines under a TAGS label."""
    under_label, words_above = False, 0
    for position, signs in enumerate(draft.signs):
        block = draft.blocks[position]
        words_above += signs.words if signs.is_prose else 0
        if signs.label and signs.label.part == "tags":
            yield position, Label("label" if signs.label.whole_line else "tags", f"label “{signs.label.phrase}”")
            under_label = signs.label.whole_line
            continue
        if block.text.startswith("#") and signs.words <= _LONGEST_TAG_WORDS + 2:
            if words_above >= _LEAST_STORY_WORDS:
                yield position, Label("tags", "begins with the sign of a hash tag")
            else:
                yield position, Label("navigation", "hash tags above the story are a menu")
            continue
        if under_label and _may_be_tag(draft, position):
            yield position, Label("tags", "in the list under the label of the tags")
        else:
            under_label = False


def _may_be_tag(draft: Draft, position: int) -> bool:
    signs = draft.signs[position]
    heads_list = signs.match is not None and signs.match.heads_list
    return draft.is_free(position) and not heads_list and not signs.ends_sentence and signs.words <= _LONGEST_TAG_WORDS


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
