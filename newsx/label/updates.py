"""The entries of a live page: each begins with its time, and all in the same kind of element."""

from __future__ import annotations

import re
from dataclasses import replace

from newsx.label.draft import Draft
from newsx.label.page_type import declared_types
from newsx.label.story import Story
from newsx.page import Page

_LEAST = 3
_ABOVE = 3
"""Blocks above the story's first among which the time of its first entry stands."""
_LONGEST = 80
"""Letters of the longest line of time and author above an entry."""
_CLOCK = re.compile(
    r"\W{0,3}(?P<clock>(?:[0-9\u0966-\u096f]{1,2}:|[0-9]{2}\.)[0-5\u0966-\u096b][0-9\u0966-\u096f]"
    r"(?:\s*(?:[ap]\.?\s?m\b\.?|IST\b|\(IST\)))*)(?![0-9])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def with_entries(draft: Draft, story: Story) -> Story:
    """The story of a page that declares itself live, with all running text in boxes of the likely entries' names."""
    if "liveblogposting" not in declared_types(draft):
        return story
    page = draft.page
    likely = {_names(page, number) for number in story.members if draft.signs[number].is_prose} - {""}
    found = {n for n, own in enumerate(draft.signs) if own.is_prose and _names(page, n) in likely}
    members = story.members | frozenset(n for n in found if not page.blocks[n].link_density)
    return Story(min(members), max(members) + 1, members, story.scores)


def _names(page: Page, number: int) -> str:
    """The names of the box of a block, without the numbers that tell one entry from the next."""
    box = page.blocks[number].box
    return (
        "" if box is None or page.boxes[box].parent < 0 else _DIGITS.sub("", page.boxes[page.boxes[box].parent].names)
    )


def with_times(draft: Draft, story: Story) -> Draft:
    """The draft with the times of a live page's entries in their blocks."""
    times = update_times(draft, story)
    if not times:
        return draft
    blocks = tuple(replace(block, time=times.get(n, block.time)) for n, block in enumerate(draft.blocks))
    return replace(draft, page=replace(draft.page, blocks=blocks))


def update_times(draft: Draft, story: Story) -> dict[int, str]:
    """The times of a live page's entries, by the number of each of their paragraphs; empty on any other page."""
    page = draft.page
    declared = {time.box: time.value or time.text for time in page.declared.times if time.box >= 0 and not time.aside}
    lines: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for number in range(max(0, story.first - _ABOVE), story.beyond):
        block = page.blocks[number]
        if len(block.text) > _LONGEST or block.box is None:
            continue
        box = page.boxes[block.box]
        time = declared.get(block.box) or _clock(block.text)
        if time:
            lines.setdefault((block.tag, _DIGITS.sub("", box.names)), []).append((number, time))
    most = max(lines.values(), key=len, default=[])
    if len(most) < _LEAST:
        return {}
    ends = [number for number, _ in most[1:]] + [story.beyond]
    found: dict[int, str] = {}
    for (number, time), end in zip(most, ends, strict=True):
        inside = (n for n in range(number, end) if n in story.members and page.blocks[n].kind != "heading")
        found |= dict.fromkeys(inside, time)
    return found if len(set(found.values())) >= _LEAST else {}


def _clock(text: str) -> str | None:
    match = _CLOCK.match(text)
    return match["clock"].strip() if match else None
