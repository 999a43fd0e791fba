"""Lines that say who wrote the story and when: bylines and date lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsx.label.draft import Draft, near_prose
from newsx.label.story import Story
from newsx.lexicon.places import PLACE_EDGES, is_town
from newsx.lines.bylines import is_person_name, read_byline
from newsx.lines.dates import find_times
from newsx.lines.relative import relative_spans
from newsx.page import Label

_LONGEST = 200
_MOST_OTHER_WORDS = 10
_REACH_ABOVE, _REACH_INTO, _REACH_BELOW = 16, 4, 4
"""Blocks above, into and below running text among which credits are looked for; menus further off are not asked."""
_REACH_BACK = 2
"""Blocks at the end of the story's run that may be credits yet: markup often has these in one box with the story."""
_DIGIT = re.compile("[0-9०-९]")


def dated_lines(draft: Draft) -> dict[int, Label]:
    """The lines near running text that are about a time, by position; they are dates, or bylines that hold one."""
    found: dict[int, Label] = {}
    for position in near_prose(draft.signs, _REACH_ABOVE, _REACH_BELOW):
        if _may_be_credit(draft, position):
            label = _date(draft.blocks[position].text)
            if label is not None:
                found[position] = label
    return found


def credit_lines(draft: Draft, run: Story, dated: Mapping[int, Label]) -> Iterator[tuple[int, Label]]:
    """Bylines around the head and the end of the story, and all date lines."""
    window = [
        *range(max(0, run.first - _REACH_ABOVE), run.first + _REACH_INTO),
        *range(max(run.first + _REACH_INTO, run.beyond - _REACH_BACK), run.beyond + _REACH_BELOW),
    ]
    for position in window:
        if position >= len(draft.blocks) or not _may_be_credit(draft, position):
            continue
        block, signs = draft.blocks[position], draft.signs[position]
        if _is_label_of_name(draft, position):
            yield position, Label("byline", "a label before a name")
            yield position + 1, Label("byline", f"a name after “{block.text}”")
        elif not signs.is_prose:
            label = _credit(block.text)
            if label is not None:
                yield position, label
    yield from _place_alone(draft, run.first - 1)
    yield from dated.items()


def _place_alone(draft: Draft, position: int) -> Iterator[tuple[int, Label]]:
    """A town in a line of its own, right above the text of a dump; markup has sections and crumbs in such lines."""
    if position < 0 or not draft.is_free(position) or draft.page.boxes:
        return
    if is_town(draft.blocks[position].text.strip(PLACE_EDGES)):
        yield position, Label("dateline", "a town alone above the story")


def _is_label_of_name(draft: Draft, position: int) -> bool:
    """Whether a line is a label such as `By` alone, and the next line a name."""
    found = draft.signs[position].label
    if found is None or found.part != "byline" or not found.whole_line or position + 1 >= len(draft.blocks):
        return False
    return is_person_name(draft.blocks[position + 1].text)


def _may_be_credit(draft: Draft, position: int) -> bool:
    signs, block = draft.signs[position], draft.blocks[position]
    short = len(block.text) <= _LONGEST and not (signs.is_prose and signs.sentences > 1)
    return short and draft.is_free(position) and block.kind != "table"


def _credit(text: str) -> Label | None:
    byline = read_byline(text)
    if byline is None:
        return None
    if byline.credits:
        return Label("byline", f"names {', '.join(credit.name for credit in byline.credits)}")
    if byline.agency or byline.desk:
        return Label("byline", f"names the desk {byline.agency or byline.desk}")
    return None


def _date(text: str) -> Label | None:
    spans = _time_spans(text)
    if not spans:
        return None
    rest = "".join(text[start:end] for start, end in _between(spans, len(text)))
    if len(rest.split()) > _MOST_OTHER_WORDS:
        return None
    return Label("date", f"a line about the time {text[spans[0][0] : spans[0][1]].strip()}")


def _time_spans(text: str) -> list[tuple[int, int]]:
    spans = [(found.start, found.end) for found in find_times(text)] if _DIGIT.search(text) else []
    return sorted(spans or relative_spans(text))


def _between(spans: list[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in spans:
        yield at, max(at, start)
        at = max(at, end)
    yield at, size
