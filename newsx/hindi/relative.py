"""Times told from the moment of capture: 27 मिनट पहले, कुछ ही क्षण पहले, 2 hours ago, आज 7:30 PM."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from newsx.hindi.calendar import Token, calendar, tokenize
from newsx.hindi.clock import find_clocks
from newsx.hindi.fold import fold


class RelativeTime(NamedTuple):
    """A relative time at `start` to `end` of the text: ISO value and how precise it is."""

    start: int
    end: int
    value: str
    precision: Literal["minute", "day"]


def find_relative(text: str, tokens: list[Token], reference: datetime) -> Iterator[RelativeTime]:
    """The relative times of a text, against the time of capture.

    Seconds and minutes are precise to the minute; hours and days leave open which minute it was, so to the day; a count
    of weeks, months or years does not tell the day and is left out.
    """
    for start, end in now_phrases(text):
        yield RelativeTime(start, end, reference.isoformat(timespec="minutes"), "minute")
    for position in range(len(tokens)):
        counted = _counted(tokens, position)
        if counted is not None:
            unit, number, last = counted
            found = _before(reference, unit, number)
            if found is not None:
                yield RelativeTime(tokens[position].start, tokens[last].end, *found)
        today = _day_word(tokens, position, reference)
        if today is not None:
            yield today


def relative_spans(text: str) -> list[tuple[int, int]]:
    """Where a text holds relative times, readable or not: offsets of each."""
    tokens = tokenize(text)
    spans = list(now_phrases(text))
    for position in range(len(tokens)):
        counted = _counted(tokens, position)
        if counted is not None:
            spans.append((tokens[position].start, tokens[counted[2]].end))
    return spans


def now_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says "a moment ago", also glued to the word before it (मैनपुरीकुछ ही क्षण पहले)."""
    for found in calendar().now_pattern.finditer(text):
        yield found.span()


def _counted(tokens: list[Token], position: int) -> tuple[str, int, int] | None:
    words, token = calendar(), tokens[position]
    number = token.number if token.number >= 0 else words.numbers.get(fold(token.text), -1) if token.is_word else -1
    if not 0 <= number < 1000 or position + 2 >= len(tokens):
        return None
    unit = words.units.get(fold(tokens[position + 1].text))
    if unit is None or fold(tokens[position + 2].text) not in words.ago:
        return None
    return unit, number, position + 2


def _before(reference: datetime, unit: str, number: int) -> tuple[str, Literal["minute", "day"]] | None:
    if unit in ("second", "minute"):
        moment = reference - timedelta(**{f"{unit}s": number})
        return moment.isoformat(timespec="minutes"), "minute"
    if unit in ("hour", "day"):
        return (reference - timedelta(**{f"{unit}s": number})).date().isoformat(), "day"
    return None


def _day_word(tokens: list[Token], position: int, reference: datetime) -> RelativeTime | None:
    """आज, 07:30 PM: a day word counts only with a time beside it, since both stand in ordinary prose."""
    words, token = calendar(), tokens[position]
    if not token.is_word:
        return None
    key = fold(token.text)
    back = 0 if key in words.today else 1 if key in words.yesterday else None
    if back is None:
        return None
    after = position + 1
    while after < len(tokens) and (tokens[after].text in ",|-" or fold(tokens[after].text) in words.connectors):
        after += 1
    clock = next(find_clocks(tokens[: after + 8], after), None)
    if clock is None or clock.first > after:
        return None
    moment = (reference - timedelta(days=back)).replace(hour=clock.hour, minute=clock.minute)
    return RelativeTime(token.start, tokens[clock.last].end, moment.isoformat(timespec="minutes"), "minute")
