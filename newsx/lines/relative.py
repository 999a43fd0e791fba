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

_MOST_COUNTED = 1000
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
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
    for start, end, parts in _all_counted(tokens):
        found = _before(reference, parts)
        if found is not None:
            yield RelativeTime(start, end, *found)
    days = [day for position in range(len(tokens)) if (day := _day_word(tokens, position, reference)) is not None]
    yield from days or _labelled_day(tokens, reference)


def relative_spans(text: str) -> list[tuple[int, int]]:
    """Where a text holds relative times, readable or not: offsets of each."""
    plain = text.lower()
    if not any(hint in plain for hint in _hints()):
        return []
    tokens = tokenize(text)
    spans = list(now_phrases(text))
    spans += [(start, end) for start, end, _ in _all_counted(tokens)]
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


Counted = tuple[str, float]
"""A unit of time and how many of it."""


def _all_counted(tokens: list[Token]) -> Iterator[tuple[int, int, list[Counted]]]:
    """Where counted times begin and end, with their parts: 27 मिनट पहले, 1 hour 20 minutes ago.

    What is glued behind one (पहलेलेखक: ...) stays out.
    """
    words = calendar()
    position = 0
    while position < len(tokens):
        parts: list[Counted] = []
        after = position
        while (part := _part(tokens, after)) is not None:
            if parts and _UNITS.index(part[0]) <= _UNITS.index(parts[-1][0]):  # 3 मिनट, 2 घंटे पहले: two things
                break
            parts.append(part)
            after += 2
        ago = next((word for word in words.ago if parts and after < len(tokens) and _begins(tokens[after], word)), None)
        if ago is not None:
            yield tokens[position].start, tokens[after].start + len(ago), parts
        position = max(after, position + 1)


def _part(tokens: list[Token], position: int) -> Counted | None:
    if position + 1 >= len(tokens):
        return None
    words, token = calendar(), tokens[position]
    number = token.number if token.number >= 0 else words.numbers.get(token.key, -1) if token.is_word else -1
    unit = words.units.get(tokens[position + 1].key)
    return (unit, number) if unit is not None and 0 <= number < _MOST_COUNTED else None


def _begins(token: Token, word: str) -> bool:
    return token.key == word or (not token.text.isascii() and token.text.startswith(word))


def _before(reference: datetime, parts: list[Counted]) -> tuple[str, Literal["minute", "day"]] | None:
    units = {unit for unit, _ in parts}
    if not units <= {"second", "minute", "hour", "day"}:
        return None
    moment = reference - sum((timedelta(**{f"{unit}s": number}) for unit, number in parts), timedelta())
    if units.isdisjoint(("second", "minute")):
        return moment.date().isoformat(), "day"
    return moment.isoformat(timespec="minutes"), "minute"


def _labelled_day(tokens: list[Token], reference: datetime) -> Iterator[RelativeTime]:
    """The day of a line that is nothing but a label and a day word: अपडेटेड: कल, Published yesterday."""
    words = calendar()
    named = [token for token in tokens if token.is_word]
    days = [token for token in named if token.key in words.today or token.key in words.yesterday]
    others = " ".join(token.key for token in named if token not in days)
    if len(days) == 1 and others in words.labels and all(token.is_word or token.text in ":-–|" for token in tokens):
        day = reference.date() - timedelta(days=days[0].key in words.yesterday)
        yield RelativeTime(days[0].start, days[0].end, day.isoformat(), "day")


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
