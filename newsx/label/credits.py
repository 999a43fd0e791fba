"""Lines that say who wrote the story and when: bylines and date lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsx.hindi.bylines import is_person_name, read_byline
from newsx.hindi.dates import find_times
from newsx.hindi.relative import relative_spans
from newsx.label.draft import Draft
from newsx.page import Label

_LONGEST = 200
_MOST_OTHER_WORDS = 10
_REACH_ABOVE, _REACH_BELOW = 16, 4
"""Blocks above and below running text among which credits are looked for; menus further off are not asked."""
_DIGIT = re.compile("[0-9०-९]")
_ALONE = frozenset({"by", "by:", "by :", "लेखक", "लेखक:", "author", "author:", "written by", "written by:", "reported by", "reported by:"})


def credits_lines(draft: Draft) -> Iterator[tuple[int, Label]]:
    """Date lines and bylines, by what is left of a line once its times are taken out of it."""
    near = _near_prose(draft)
    for position, block in enumerate(draft.blocks):
        signs = draft.signs[position]
        if not near[position] or not draft.is_free(position) or len(block.text) > _LONGEST or (signs.is_prose and signs.sentences > 1) or block.kind == "table":
            continue
        if signs.folded in _ALONE and position + 1 < len(draft.blocks) and is_person_name(draft.blocks[position + 1].text):
            yield position, Label("byline", "a label before a name")
            yield position + 1, Label("byline", f"a name after “{block.text}”")
            continue
        label = _date(block.text) if signs.is_prose else _credit(block.text)
        if label is not None:
            yield position, label


def _credit(text: str) -> Label | None:
    byline = read_byline(text)
    if byline is not None and byline.persons:
        return Label("byline", f"names {', '.join(byline.persons)}")
    label = _date(text)
    if label is None and byline is not None and (byline.agency or byline.desk):
        return Label("byline", f"names the desk {byline.agency or byline.desk}")
    return label


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


def _near_prose(draft: Draft) -> list[bool]:
    near = [False] * len(draft.signs)
    for position, signs in enumerate(draft.signs):
        if signs.is_prose:
            first, beyond = max(0, position - _REACH_ABOVE), min(len(near), position + 1 + _REACH_BELOW)
            near[first:beyond] = [True] * (beyond - first)
    return near
