"""The times that a page shows: in the lines around its story, in its dateline, in date lines anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from newsx.fields.blocks import blocks_with_role, source_of
from newsx.fields.choice import Candidate
from newsx.fields.credit_lines import CREDIT_ROLES, CreditLine, StoryCredits
from newsx.fields.origin import writes_month_first
from newsx.lexicon.load import folded_entries
from newsx.lines.calendar import TimeLabel, calendar
from newsx.lines.credits import credit_features, is_count
from newsx.lines.dates import FoundTime, find_times, is_time_line, label_at_end, named_day
from newsx.page import LabelledPage
from newsx.text.fold import fold
from newsx.text.scripts import script_of
from newsx.text.words import letter_runs

_FIRST_YEAR = 1994  # the first news sites of the web
_RIGHT_ABOVE = 2
_MENU_ROLES = frozenset({"navigation", "breadcrumb", "related"})
_FEWEST_WORDS_OF_PROSE = 2
_REACH_OF_WEATHER = 3
_BARS = re.compile(r"[|•·]")
_TEMPERATURE = re.compile(r"-?\d{1,2}(?:\.\d)?\s*(?:°\s*[CF]?|[CF])\.?")
_LONGEST_CLOCK = _LONGEST_LABEL = 40

Offer = Candidate[FoundTime]


def shown_times(
    labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None, *, indian: bool
) -> list[Offer]:
    """The times that the lines around the story show as its own: labelled as published first, then below the headline.

    A line without a role of its own counts with a single day but for updates: two are a list's, or a magazine's issue.
    A day that stands in a sentence or a heading is that of what these tell of.
    """
    month_first = writes_month_first(labelled, captured_at, indian=indian)
    ranked: list[tuple[int, Offer]] = []
    above: TimeLabel | None = None
    for line in credits.lines:
        text = _with_clock_below(labelled, line)
        found = find_times(text, reference=captured_at, indian=indian, month_first=month_first)
        if line.role not in CREDIT_ROLES and len({time.value[:10] for time in found if time.label != "modified"}) > 1:
            continue
        prose = line.byline is None and _stands_in_prose(text, found)
        for time in found:
            label = time.label or (above if time is found[0] else None)
            if prose and label is None:
                continue
            if label or line.place == "below":
                offer = Candidate(time._replace(label=label), line.source, text)
                ranked.append((label != "published", offer))
        above = None if found or len(line.block.text) >= _LONGEST_LABEL else label_at_end(line.block.text)
    return possible([offer for _, offer in sorted(ranked, key=lambda pair: pair[0])], captured_at)


def times_right_above(labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None) -> list[Offer]:
    """The day right above the headline, where blogs have it.

    Its clock is left out, and a day that opens a text dump altogether, unless it is in the script of the headline right
    below it: such a line may be the site's own clock at the time of the capture, which themes write in English.
    """
    dump = labelled.page.form == "text"
    above = [line for line in credits.lines if line.place == "above" and not (dump and _may_be_clock(labelled, line))]
    near = [line for line in above if line.distance <= _RIGHT_ABOVE or (not dump and _in_one_head(labelled, line))]
    lines = sorted(near, key=lambda line: line.distance)
    offers = [
        Candidate(time._replace(value=time.value[:10], precision="day"), line.source, line.block.text)
        for line in lines
        if is_time_line(line.block.text)
        for time in find_times(line.block.text)
        if time.label is None
    ]
    return possible(offers, captured_at)


def dateline_times(credits: StoryCredits) -> list[Offer]:
    """The day in the story's dateline (RAJSHAHI, Dec 20, 2025 (BSS)), where it has a year."""
    found = credits.dateline
    if found is None:
        return []
    return [Candidate(time, found.source, found.dateline.raw) for time in find_times(found.dateline.raw)[:1]]


def labelled_times(
    labelled: LabelledPage, wanted: TimeLabel, captured_at: datetime | None, *, indian: bool
) -> list[Offer]:
    """What date lines anywhere on the page call the time of publication or of an update, if they all tell one day."""
    offers = [
        Candidate(time, source_of(number, role), block.text)
        for number, block, role in blocks_with_role(labelled, *CREDIT_ROLES)
        for time in find_times(block.text, reference=captured_at, indian=indian)
        if time.label == wanted
    ]
    return possible(offers, captured_at) if len({offer.value.value[:10] for offer in offers}) == 1 else []


def possible(offers: Iterable[Offer], captured_at: datetime | None) -> list[Offer]:
    """The offers that can be true: not before there were news sites, not after the page was saved."""
    latest = captured_at.date() + timedelta(days=1) if captured_at else date.max
    return [
        offer
        for offer in offers
        if int(offer.value.value[:4]) >= _FIRST_YEAR and date.fromisoformat(offer.value.value[:10]) <= latest
    ]


def _stands_in_prose(text: str, times: Sequence[FoundTime]) -> bool:
    """Whether the words beside the times are those of a sentence (5 अगस्त 2019 की बैठक में), connectors of dates aside."""
    rest = text
    for time in times:
        rest = rest.replace(time.raw, " ")
    own = letter_runs(fold(" ".join(part for part in _BARS.split(rest) if not is_count(part))))
    function_words = folded_entries("words.toml", "function_words") - calendar().connectors - calendar().before_label
    found = [word for word in own if word in function_words and word not in credit_features().label_starts]
    # One Latin word may be part of a name (van) or lead to a section (in).
    return len(own) > _FEWEST_WORDS_OF_PROSE and (len(found) > 1 or any(not word.isascii() for word in found))


def _may_be_clock(labelled: LabelledPage, line: CreditLine) -> bool:
    """Whether a line of a dump may be the clock of the site: it opens it, or stands below the weather."""
    blocks, labels = labelled.page.blocks, labelled.labels
    if any(
        _TEMPERATURE.fullmatch(block.text) for block in blocks[max(0, line.number - _REACH_OF_WEATHER) : line.number]
    ):
        return True
    if named_day(line.block.text):
        return False
    if line.number > 0 or len(blocks) < 2:
        return line.number == 0
    titled = labels[1].role == "headline" and script_of(blocks[1].text) == script_of(line.block.text)
    return not titled or line.block.text.isascii()


def _with_clock_below(labelled: LabelledPage, line: CreditLine) -> str:
    """The line, and with it the next one where that has a clock for its day: 21 नवंबर 2026, / अपडेटेड 5:36 PM IST."""
    text, below = line.block.text, line.number + 1
    if line.role != "date" or below >= len(labelled.page.blocks):
        return text
    after = labelled.page.blocks[below].text
    if len(after) > _LONGEST_CLOCK or ":" not in after or find_times(after):
        return text
    joined = find_times(f"{text} {after}")
    alone = find_times(text)
    return f"{text} {after}" if len(alone) == 1 and [time.label for time in joined[1:]] == ["modified"] else text


def _in_one_head(labelled: LabelledPage, line: CreditLine) -> bool:
    """Whether no menu parts a line above the headline from it, as one parts the head of a page from the story."""
    between = labelled.labels[line.number : line.number + line.distance]
    return _MENU_ROLES.isdisjoint(label.role for label in between)
