"""The place that opens the story, or stands in its byline."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.assemble.blocks import blocks_with_role, source_of
from newsx.assemble.candidates import Candidate, Choice, choose
from newsx.assemble.credit_lines import credit_lines
from newsx.hindi.bylines import read_byline
from newsx.hindi.datelines import Dateline, read_dateline
from newsx.hindi.places import is_place
from newsx.page import LabelledPage

_OPENING_BLOCKS = 2


def choose_dateline(labelled: LabelledPage) -> Choice[str]:
    """The place as on the page, without desk and date: from the story's opening, else from its byline."""
    return choose([*_in_story(labelled), *_in_credits(labelled)])


def story_dateline(labelled: LabelledPage) -> tuple[Dateline, str] | None:
    """The dateline of the story's first paragraphs or of a dateline block, and where it stands."""
    opening = list(blocks_with_role(labelled, "body", "dateline"))[:_OPENING_BLOCKS]
    summary = list(blocks_with_role(labelled, "summary"))[:1]
    for number, block, role in [*opening, *summary]:
        found = read_dateline(block.text)
        if found is not None:
            return found, source_of(number, role)
    return None


def _in_story(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    found = story_dateline(labelled)
    if found is not None and found[0].place:
        yield Candidate(found[0].place, found[1], found[0].raw)


def _in_credits(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for line in credit_lines(labelled):
        if line.role not in ("dateline", "byline", "date"):
            continue
        byline = read_byline(line.block.text, bare_name=True)
        place = byline.place if byline else line.block.text if is_place(line.block.text) else None
        if place:
            yield Candidate(place, line.source, line.block.text)
