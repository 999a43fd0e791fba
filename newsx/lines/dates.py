"""Dates and times as news pages show and declare them.

The displayed forms are those of Indian news sites (``Publish Date:Mon, 30 Nov 2020 01:34 PM (IST)``,
``Feb 05, 2026 08:42 pm ISTMeera Joshi``, ``रविवार, 5 फ़रवरी 2024 को शाम 7:30 बजे``) and their relatives in other
languages. IST is India's time here; a time without a zone is India's as well unless the caller says otherwise.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal, NamedTuple

from newsx.lines.calendar import TimeLabel, calendar
from newsx.lines.clock import Clock, find_clocks, read_zone
from newsx.lines.days import FIRST_YEAR, LAST_YEAR, Day, find_days, is_year, part_glued_years
from newsx.lines.relative import find_relative, relative_spans
from newsx.text.fold import fold
from newsx.text.words import Token, letter_runs, tokenize

INDIA = timezone(timedelta(hours=5, minutes=30))
_LABEL_REACH = 60
_BETWEEN = frozenset(",|•·-–—/()[]@.:;")
# Without a time of capture to count from, only a day with its year is one, in whatever digits.
_ZEROS = (0x30, *range(0x0966, 0x0D67, 0x80))
_NINETEEN, _TWENTY = (
    "".join(f"[{''.join(chr(zero + digit) for zero in _ZEROS)}]" for digit in year) for year in ((1, 9), (2, 0))
)
_YEAR = re.compile(rf"(?<!\d)(?:{_NINETEEN}|{_TWENTY})\d\d")
_LONGEST_LABEL = 4
_MOST_OTHER_WORDS = 8
_LONGEST_DECLARED = 200
"""Letters of a value that states one point in time."""
_ISO = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):(?:00|30|45))", re.ASCII)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_BASIC = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?([0-2]\d)([0-5]\d)([0-5]\d)?(?=$|[^\d]))?", re.ASCII)
_NAMED_DAY = re.compile(r"([^\s\d:]{2,12}) ?:? ?\d{4}-\d\d-\d\d(?![\d-])", re.ASCII)
_MIDNIGHT_IN_INDIA = r"(?<!\d)18:30:00(?!\.\d*[1-9])"
_LOST_PLUS = re.compile(r"(?<=:\d\d)(?: |%2[Bb])(?=\d\d:?(?:00|30|45)$)", re.ASCII)


class FoundTime(NamedTuple):
    """A point in time that a text names.

    `value` is ISO 8601: ``2026-02-04T20:42+05:30`` to the minute, ``2026-02-04`` to the day. `label` tells what the
    words beside it call it. `start` and `end` are offsets into the text, `raw` the text between them. `zone` is
    ``explicit`` where the text names one.
    """

    value: str
    precision: Literal["minute", "day"]
    label: TimeLabel | None
    start: int
    end: int
    zone: Literal["explicit", "naive"]
    raw: str


def find_times(
    text: str, *, reference: datetime | None = None, indian: bool = True, month_first: bool = False
) -> tuple[FoundTime, ...]:
    """The points in time that a line such as a byline names, in its order.

    Relative times (``27 मिनट पहले``) and days without a year are read only against `reference`, the time of capture.
    A time without a zone is IST where `indian`, else its value has no offset. 05/02/2024 is in February unless
    `month_first`. A day that does not exist, and a bare clock time, are left out.

    >>> [(t.value, t.label) for t in find_times("Publish Date:Mon, 30 Nov 2020 01:34 PM (IST)Author: X")]
    [('2020-11-30T13:34+05:30', 'published')]
    >>> find_times("अपडेटेड ५ फरवरी २०२४, शाम 7:30 बजे")[0].value
    '2024-02-05T19:30+05:30'
    """
    if reference is None:
        return _remembered(text, indian, month_first) if _YEAR.search(text) else ()
    return _find_times(text, reference, indian, month_first)


# The stages and the fields ask for the times of the same few lines. Not so with a reference: the same moment in two
# zones is one key, and two answers.
@lru_cache(maxsize=512)
def _remembered(text: str, indian: bool, month_first: bool) -> tuple[FoundTime, ...]:
    return _find_times(text, None, indian, month_first)


def _find_times(text: str, reference: datetime | None, indian: bool, month_first: bool) -> tuple[FoundTime, ...]:
    tokens = part_glued_years(tokenize(text))
    days = find_days(tokens, reference, month_first)
    found = _with_clocks(text, tokens, days, indian)
    if reference is not None:
        taken = [(time.start, time.end) for time in found]
        for start, end, value, precision in find_relative(text, tokens, reference):
            if all(end <= first or last <= start for first, last in taken):
                found.append(FoundTime(value, precision, None, start, end, "explicit", text[start:end]))
    return tuple(_labelled(text, sorted(found, key=lambda time: time.start)))


def may_hold_time(text: str) -> bool:
    """Whether a line can hold a point in time at all, as far as a quick look tells: a year, or a time from now."""
    return _YEAR.search(text) is not None or bool(relative_spans(text))


def is_time_line(text: str) -> bool:
    """Whether the line holds a point in time, or a time from now, and few words beside it."""
    rest = text
    spans = [(time.start, time.end) for time in find_times(text)] or relative_spans(text)
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return rest != text and len(rest.split()) <= _MOST_OTHER_WORDS


def read_declared(value: str, *, indian: bool) -> FoundTime | None:
    """The point in time that a page declares in JSON-LD, a meta element or a ``datetime`` attribute, or None.

    All forms met in the wild: ISO 8601 with ``T`` or a space, with and without zone, marks, seconds or their fractions,
    RFC 2822, seconds or milliseconds since 1970, and whatever `find_times` reads. Midnight to the second is what
    content systems write for a day alone, so its precision is the day; so is midnight in India told in UTC. What is
    far longer than a time is none.
    """
    value = value.strip().strip("\"'")
    if len(value) > _LONGEST_DECLARED:
        return None
    value = _LOST_PLUS.sub("+", value)
    if _EPOCH.fullmatch(value):
        moment = datetime.fromtimestamp(int(value[:10]), INDIA if indian else timezone.utc)
        return FoundTime(_minute(moment), "minute", None, 0, len(value), "explicit", value)
    value = _extended(value)
    time = _read_iso(value) or next(iter(find_times(value, indian=indian)), None)
    if time is None:
        return None
    if re.search(r"(?<!\d)00:00:00(?!\.\d*[1-9])", value):
        return time._replace(value=time.value[:10], precision="day")
    if indian and re.search(_MIDNIGHT_IN_INDIA, value) and time.value.endswith("T18:30+00:00"):
        return time._replace(value=in_zone(time.value, INDIA)[:10], precision="day")
    return time


def _extended(value: str) -> str:
    """ISO 8601 of the basic form in the extended one: 20260202T093015+0530, 20260202093015, 20260202."""
    found = _BASIC.match(value)
    if found is None or (found[4] is None and found.end() < len(value)):
        return value
    clock = f"T{found[4]}:{found[5]}" + (f":{found[6]}" if found[6] else "") if found[4] else ""
    return f"{found[1]}-{found[2]}-{found[3]}{clock}{value[found.end() :]}"


def _read_iso(value: str) -> FoundTime | None:
    """What `find_times` reads of the form that most declared times have, without looking at its words one by one."""
    try:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00")) if _ISO.fullmatch(value) else None
    except ValueError:  # the 31st of February
        return None
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return FoundTime(_minute(moment), "minute", None, 0, len(value), "explicit", value)


def label_at_end(text: str) -> TimeLabel | None:
    """What a text that ends before a time calls it.

    >>> label_at_end("Last updated at:"), label_at_end("Published by")
    ('modified', None)
    """
    words = letter_runs(fold(text[-_LABEL_REACH:]))
    return next(filter(None, (_label_at(words, position) for position in range(len(words) - 1, -1, -1))), None)


def named_day(text: str) -> int:
    """The length of a day as machines write it, under a name, that opens a text: ``date 2024-08-19``; 0 for none."""
    found = _NAMED_DAY.match(text)
    return found.end() if found is not None and fold(found[1]) in calendar().before_day else 0


def in_zone(value: str, zone: timezone) -> str:
    """The ISO value moved to a zone; a value of a day, or without offset, stays as it is."""
    moment = datetime.fromisoformat(value)
    return value if moment.tzinfo is None else _minute(moment.astimezone(zone))


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _with_clocks(text: str, tokens: list[Token], days: list[Day], indian: bool) -> list[FoundTime]:
    inside = {n for day in days for n in range(day.first, day.last + 1)}
    clocks = [clock for clock in find_clocks(tokens) if clock.first not in inside] if days else []
    found: list[FoundTime] = []
    for number, day in enumerate(days):
        before = days[number - 1].last if number else -1
        after = days[number + 1].first if number + 1 < len(days) else len(tokens)
        clock = _clock_of(tokens, day, [c for c in clocks if before < c.first and c.last < after])
        if clock is not None:
            clocks.remove(clock)
        later = next((c for c in clocks if day.last < c.first and c.last < after), None)
        found.append(_joined(text, tokens, day, clock, indian))
        if later is not None and _label_between(text, tokens, day, clock, later) == "modified":
            clocks.remove(later)
            if clock is None:
                found[-1] = found[-1]._replace(label="published")
            found.append(_joined(text, tokens, day, later, indian)._replace(label="modified"))
    return found


def _clock_of(tokens: list[Token], day: Day, clocks: list[Clock]) -> Clock | None:
    for clock in clocks:
        if clock.first > day.last and _only_connectors(tokens, day.last + 1, clock.first):
            return clock
    for clock in reversed(clocks):
        if clock.last < day.first and _only_connectors(tokens, clock.last + 1, day.first):
            return clock
    return None


def _only_connectors(tokens: list[Token], first: int, beyond: int) -> bool:
    words = calendar()
    if beyond - first > 5:
        return False
    return all(
        token.text in _BETWEEN or (token.is_word and (token.key in words.connectors or token.key in words.weekdays))
        for token in tokens[first:beyond]
    )


def _label_between(text: str, tokens: list[Token], day: Day, clock: Clock | None, later: Clock) -> TimeLabel | None:
    start = tokens[max(day.last, clock.last if clock else 0)].end
    between = text[start : tokens[later.first].start]
    return label_at_end(between) if len(between) <= _LABEL_REACH else None


def _joined(text: str, tokens: list[Token], day: Day, clock: Clock | None, indian: bool) -> FoundTime:
    first, last = day.first, day.last
    if clock is None:
        start, end = tokens[first].start, tokens[last].end
        return FoundTime(day.day.isoformat(), "day", None, start, end, "naive", text[start:end])
    first, last, zone = min(first, clock.first), max(last, clock.last), clock.zone
    if zone is None and clock.last < day.first:
        zone, last = read_zone(tokens, day.last + 1, day.last)
    if clock.last > day.last and is_year(tokens, clock.last + 1) and tokens[clock.last + 1].number == day.day.year:
        last = clock.last + 1  # Apr 28 19:20:36 CEST 2023
    moment = datetime(day.day.year, day.day.month, day.day.day, clock.hour, clock.minute)
    if zone is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=zone)))
    elif indian:
        moment = moment.replace(tzinfo=INDIA)
    start, end = tokens[first].start, tokens[last].end
    while end < len(text) and text[end] in ")]" and text[start:end].count("([".__getitem__(")]".index(text[end]))):
        end += 1
    return FoundTime(
        _minute(moment), "minute", None, start, end, "naive" if zone is None else "explicit", text[start:end]
    )


def _labelled(text: str, found: list[FoundTime]) -> list[FoundTime]:
    labelled: list[FoundTime] = []
    behind = 0
    for time in found:
        label = time.label or label_at_end(text[behind : time.start])
        if label is None:
            label = _label_after(text[time.end : time.end + _LABEL_REACH])
        labelled.append(time._replace(label=label))
        behind = time.end
    return labelled


def _label_after(text: str) -> TimeLabel | None:
    """12 जून 2024 को प्रकाशित: a label after the date belongs to it only with a postposition between them."""
    words = letter_runs(fold(text))
    return _label_at(words, 1) if words and words[0] in calendar().before_label else None


def _label_at(words: list[str], position: int) -> TimeLabel | None:
    """The label that begins at a position of the folded words, unless it speaks of a person (Published by)."""
    known = calendar()
    for size in range(min(_LONGEST_LABEL, len(words) - position), 0, -1):
        label = known.labels.get(" ".join(words[position : position + size]))
        if label is not None and known.not_before.isdisjoint(words[position + size : position + size + 1]):
            return label
    return None
