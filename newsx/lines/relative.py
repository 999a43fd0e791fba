"""Times told from the moment of capture: 27 मिनट पहले, कुछ ही क्षण पहले, 2 hours ago, आज 7:30 PM."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Literal, NamedTuple

from newsx.lines.calendar import calendar
from newsx.lines.clock import find_clocks
from newsx.text.words import Token, tokenize

_ANY_DAY = datetime(2000, 1, 2, tzinfo=timezone.utc)


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
            unit, number, end = counted
            found = _before(reference, unit, number)
            if found is not None:
                yield RelativeTime(tokens[position].start, end, *found)
        today = _day_word(tokens, position, reference)
        if today is not None:
            yield today


def relative_spans(text: str) -> list[tuple[int, int]]:
    """Where a text holds relative times, readable or not: offsets of each."""
    plain = text.lower()
    if not any(hint in plain for hint in _hints()):
        return []
    tokens = tokenize(text)
    spans = list(now_phrases(text))
    for position in range(len(tokens)):
        counted = _counted(tokens, position)
        if counted is not None:
            spans.append((tokens[position].start, counted[2]))
    return spans or _day_alone(tokens)


def _day_alone(tokens: list[Token]) -> list[tuple[int, int]]:
    """Where a day word with a clock stands, if nothing but a label stands beside it: अपडेटेड: आज सुबह 9:30.

    The same words open sentences.
    """
    for position in range(len(tokens)):
        found = _day_word(tokens, position, _ANY_DAY)
        if found is None:
            continue
        beside = {token.key for token in tokens if token.is_word and not found.start <= token.start < found.end}
        labels = {word for label in calendar().labels for word in label.split()}
        if beside <= labels | calendar().connectors | calendar().weekdays | set(calendar().zones):
            return [(found.start, found.end)]
    return []


def now_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says "a moment ago", also glued to the word before it (मैनपुरीकुछ ही क्षण पहले)."""
    for found in _now().finditer(text):
        yield found.span()


@cache
def _now() -> re.Pattern[str]:
    longest_first = sorted(calendar().now, key=len, reverse=True)
    return re.compile("|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first), re.IGNORECASE)


@cache
def _hints() -> tuple[str, ...]:
    """What every relative time has in it: one of these."""
    words = calendar()
    return (
        *words.ago,
        *words.today,
        *words.yesterday,
        *(phrase for phrase in words.now if not any(ago in phrase for ago in words.ago)),
    )


def _counted(tokens: list[Token], position: int) -> tuple[str, int, int] | None:
    """The unit, the number and the end offset of 27 मिनट पहले; what is glued behind it (पहलेलेखक: ...) stays out."""
    words, token = calendar(), tokens[position]
    number = token.number if token.number >= 0 else words.numbers.get(token.key, -1) if token.is_word else -1
    if not 0 <= number < 1000 or position + 2 >= len(tokens):
        return None
    unit, last = words.units.get(tokens[position + 1].key), tokens[position + 2]
    if unit is None:
        return None
    for word in words.ago:
        if last.key == word or (not last.text.isascii() and last.text.startswith(word)):
            return unit, number, last.start + len(word)
    return None


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
    key = token.key
    back = 0 if key in words.today else 1 if key in words.yesterday else None
    if back is None:
        return None
    after = position + 1
    while after < len(tokens) and (tokens[after].text in ",|-" or tokens[after].key in words.connectors):
        after += 1
    clock = next(find_clocks(tokens[: after + 8], after), None)
    if clock is None or clock.first > after:
        return None
    moment = (reference - timedelta(days=back)).replace(hour=clock.hour, minute=clock.minute)
    return RelativeTime(token.start, tokens[clock.last].end, moment.isoformat(timespec="minutes"), "minute")
