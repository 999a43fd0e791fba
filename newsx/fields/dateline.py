"""The place that opens the story, or stands in its byline."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.fields.choice import Candidate, Choice, choose
from newsx.fields.credit_lines import StoryCredits
from newsx.lexicon.places import is_place


def choose_dateline(credits: StoryCredits) -> Choice[str]:
    """The place as on the page, without desk and date: from the story's opening, else from its byline."""
    return choose([*_in_story(credits), *_in_lines(credits)])


def _in_story(credits: StoryCredits) -> Iterator[Candidate[str]]:
    found = credits.dateline
    if found is not None and found.dateline.place:
        yield Candidate(found.dateline.place, found.source, found.dateline.raw)


def _in_lines(credits: StoryCredits) -> Iterator[Candidate[str]]:
    for line in credits.lines:
        alone = line.block.text.strip(" ,")
        place = line.byline.place if line.byline else alone if is_place(alone) else None
        if place:
            yield Candidate(place, line.source, line.block.text)
