"""A byline or credit line, taken apart: persons and their roles, agency or desk, place, times.

Read as in ``Written by: X | Edited By: Y``, ``मीरा जोशी / नई दिल्ली March 14, 2021``,
``न्यूज डेस्क, अमर उजाला, लखनऊ``, ``Feb 05, 2026 08:42 pm ISTMeera Joshi लाइव हिन्दुस्तान``. A sentence is no byline,
and neither is a line of which a part cannot be told.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsx.hindi.calendar import Token, calendar, tokenize
from newsx.hindi.credits import (
    AUTHOR_ROLES,
    CreditRole,
    credit_words,
    is_agency,
    is_count,
    is_desk,
    is_publisher,
    is_title,
)
from newsx.hindi.dates import FoundTime, find_times
from newsx.hindi.fold import fold
from newsx.hindi.names import is_person_name, same_person
from newsx.hindi.places import is_place
from newsx.hindi.relative import relative_spans

__all__ = ["Byline", "Credit", "is_person_name", "read_byline"]

_LONGEST = 220
_PART_MARKS = "|•·●/–—\n[](){}।;"
_ITEM_BREAK = re.compile(r"\s*[,&]\s*")
_SCRIPT_BREAK = re.compile(r"(?:(?<=[A-Za-z])|(?<=[A-Za-z]\.))\s+(?=[\u0904-\u0939])|(?<=[\u0900-\u097f])\s+(?=[A-Z])")
_EDGES = " \t,.:;-–—|*·•'\"“”‘’"


class Credit(NamedTuple):
    """A person named in a byline, and what for."""

    name: str
    role: CreditRole


class Byline(NamedTuple):
    """What a byline tells. `leftover` is what stands in it beside that, such as job titles and the publisher's name."""

    credits: tuple[Credit, ...] = ()
    agency: str | None = None
    desk: str | None = None
    place: str | None = None
    times: tuple[FoundTime, ...] = ()
    leftover: tuple[str, ...] = ()

    @property
    def persons(self) -> tuple[str, ...]:
        """Those who wrote or reported, in order."""
        return tuple(credit.name for credit in self.credits if credit.role in AUTHOR_ROLES)


class _Part(NamedTuple):
    """A stretch of the line under one label; no label gives the role None."""

    text: str
    role: CreditRole | None


class _Reading:
    """What has been read of a line so far."""

    def __init__(self) -> None:
        self.credits: list[Credit] = []
        self.agency: str | None = None
        self.desk: str | None = None
        self.places: list[str] = []
        self.leftover: list[str] = []
        self.unknown: list[str] = []
        self.labelled = False
        self.publisher = False
        self.doubled = False


def read_byline(text: str, *, bare_name: bool = False) -> Byline | None:
    """The parts of a byline, or None where the line is none.

    A name all alone on its line is a byline only with `bare_name`, for a caller who knows from the line's place that a
    byline may stand there; a date or a place alone is none.

    >>> read_byline("Published by: मीरा जोशी Updated Mon, 19 Apr 2021 12:01 AM IST").credits
    (Credit(name='मीरा जोशी', role='published'),)
    >>> read_byline("मीरा जोशी / नई दिल्ली March 14, 2021").persons
    ('मीरा जोशी',)
    >>> read_byline("मोदी ने कहा कि सरकार काम कर रही है।") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    times = tuple(find_times(text))
    spans = sorted([(time.start, time.end) for time in times] + relative_spans(text))
    reading = _Reading()
    for part in _parts(text, spans):
        _read_part(part, reading)
    if not _is_byline(reading, timed=bool(spans), bare_name=bare_name):
        return None
    return Byline(
        tuple(reading.credits),
        reading.agency,
        reading.desk,
        ", ".join(reading.places) or None,
        times,
        tuple(reading.leftover + reading.unknown),
    )


def _is_byline(reading: _Reading, *, timed: bool, bare_name: bool) -> bool:
    credited = bool(reading.credits or reading.agency or reading.desk)
    if reading.unknown:
        return (
            reading.labelled and bool(reading.credits) and len(reading.unknown) == 1 and len(reading.unknown[0]) <= 60
        )
    if not credited:
        return timed and bool(reading.places)
    if reading.labelled or reading.agency or reading.desk:
        return True
    return timed or bool(reading.places) or reading.publisher or reading.doubled or bare_name


def _parts(text: str, spans: list[tuple[int, int]]) -> list[_Part]:
    """The line cut at times, at marks and before labels."""
    parts: list[_Part] = []
    start = 0
    for span_start, span_end in [*spans, (len(text), len(text))]:
        if span_start >= start:
            stretch = text[start:span_start]
            if span_end > span_start:
                stretch = _without_time_label(stretch)
            parts += _labelled_parts(stretch)
        start = max(start, span_end)
    return parts


def _labelled_parts(stretch: str) -> list[_Part]:
    if is_agency(stretch.strip(_EDGES)):  # पीटीआई/एएनआई stays one
        return [_Part(stretch, None)]
    tokens = tokenize(stretch)
    parts: list[_Part] = []
    role: CreditRole | None = None
    start = position = 0
    while position < len(tokens):
        label = _label_at(tokens, position)
        after = None if label else _label_after(tokens, position)
        if label is not None:
            parts.append(_Part(stretch[start : tokens[position].start], role))
            role, position = label
            start = tokens[position - 1].end
        elif after is not None:
            parts.append(_Part(stretch[start : tokens[position].start], after[0]))
            role, position = None, after[1]
            start = tokens[position - 1].end
        elif tokens[position].text in _PART_MARKS or _is_dash(tokens, position):
            parts.append(_Part(stretch[start : tokens[position].start], role))
            if tokens[position].text in "|•·●\n":
                role = None
            start = tokens[position].end
            position += 1
        else:
            position += 1
    parts.append(_Part(stretch[start:], role))
    return parts


def _is_dash(tokens: list[Token], position: int) -> bool:
    """A hyphen with a space at a side parts; one inside a name does not."""
    if tokens[position].text != "-" or position in (0, len(tokens) - 1):
        return tokens[position].text == "-"
    return tokens[position - 1].end < tokens[position].start or tokens[position].end < tokens[position + 1].start


def _label_at(tokens: list[Token], position: int) -> tuple[CreditRole, int] | None:
    """A label that begins here, and the position behind it and its colon."""
    words = credit_words()
    if not tokens[position].is_word:
        return None
    if position and tokens[position - 1].text in ".'’-" and tokens[position - 1].end == tokens[position].start:
        return None
    for size in range(min(words.longest_label, len(tokens) - position), 0, -1):
        phrase = tuple(fold(token.text) for token in tokens[position : position + size])
        behind = position + size
        colon = behind < len(tokens) and tokens[behind].text in ":-–|="
        role = words.colon_labels.get(phrase) if colon else None
        role = role or words.plain_labels.get(phrase)
        if role is None:
            continue
        opens = position == 0 or not tokens[position - 1].is_word or size > 1 or colon
        if opens or (tokens[position].text[0].isupper() and tokens[position - 1].end == tokens[position].start):
            return role, behind + colon
    return None


def _label_after(tokens: list[Token], position: int) -> tuple[CreditRole, int] | None:
    """A label that stands behind its name and ends the part: अमित शर्मा द्वारा, नेहा सिंह की रिपोर्ट."""
    words = credit_words()
    if position == 0 or not tokens[position].is_word or not tokens[position - 1].is_word:
        return None
    for size in range(min(words.longest_label, len(tokens) - position), 0, -1):
        phrase = tuple(fold(token.text) for token in tokens[position : position + size])
        role = words.labels_after.get(phrase)
        behind = position + size
        if role is not None and (behind == len(tokens) or not tokens[behind].is_word):
            return role, behind
    return None


def _without_time_label(stretch: str) -> str:
    """The text before a time, without the words that label the time (Publish Date:, अपडेटेड)."""
    tokens = tokenize(stretch)
    last = len(tokens)
    while last and not tokens[last - 1].is_word:
        last -= 1
    for size in range(min(4, last), 0, -1):
        if fold(" ".join(token.text for token in tokens[last - size : last])) in calendar().labels:
            return stretch[: tokens[last - size].start]
    return stretch


def _read_part(part: _Part, reading: _Reading) -> None:
    text = part.text.strip(_EDGES)
    if not text:
        return
    if part.role is not None:
        reading.labelled = True
    if part.role == "agency":
        reading.agency = text
        return
    previous_desk = False
    for item in _items(text):
        is_again = previous_desk and is_publisher(item) and reading.desk is not None
        if is_again:  # न्यूज डेस्क, अमर उजाला is the desk's whole name
            reading.desk = f"{reading.desk}, {item}"
        else:
            previous_desk = _read_item(item, part.role, reading)


def _items(text: str) -> list[str]:
    items: list[str] = []
    for listed in _ITEM_BREAK.split(text):
        items += _joined_names(listed.strip(_EDGES))
    return [item for item in items if item]


def _joined_names(text: str) -> list[str]:
    """The names of अमित शर्मा और नेहा सिंह; a text in two scripts falls in two."""
    joins = credit_words().joins
    runs: list[list[str]] = [[]]
    for word in text.split():
        if fold(word) in joins and not word[0].isupper():
            runs.append([])
        else:
            runs[-1].append(word)
    return [half for run in runs for half in _SCRIPT_BREAK.split(" ".join(run)) if half]


def _read_item(item: str, role: CreditRole | None, reading: _Reading) -> bool:
    """Puts the item where it belongs; says whether it was a desk."""
    if is_count(item):
        reading.leftover.append(item)
    elif is_agency(item):
        reading.agency = reading.agency or item
    elif is_publisher(item):
        reading.publisher = True
        reading.leftover.append(item)
    elif is_desk(item) and not (reading.credits and is_title(item)):
        reading.desk = reading.desk or item
        return True
    elif is_place(item):
        reading.places.append(item)
    elif is_title(item):
        reading.leftover.append(item)
    else:
        _read_name(item, role, reading)
    return False


def _read_name(item: str, role: CreditRole | None, reading: _Reading) -> None:
    words = _once(item.split())
    reading.doubled = reading.doubled or len(words) < len(item.split())
    name = " ".join(words)
    alone = role is not None and not reading.credits  # By: Susan; but in "by Tracy Parker, Dietitian" no second name
    if is_person_name(name, single_word=alone):
        _add(Credit(name, role or "written"), reading)
        return
    for size in range(len(words) - 1, 0 if alone else 1, -1):
        head, tail = " ".join(words[:size]), " ".join(words[size:])
        known = is_publisher(tail) or is_place(tail) or is_agency(tail) or is_desk(tail) or is_title(tail)
        if known and is_person_name(head, single_word=alone):
            _add(Credit(head, role or "written"), reading)
            _read_item(tail, role, reading)
            return
    reading.unknown.append(item)


def _add(credit: Credit, reading: _Reading) -> None:
    if not any(same_person(credit.name, other.name) and credit.role == other.role for other in reading.credits):
        reading.credits.append(credit)


def _once(words: list[str]) -> list[str]:
    """मीरा जोशी मीरा जोशी: a name printed twice in a row, once."""
    half = len(words) // 2
    if len(words) >= 2 and len(words) % 2 == 0 and [fold(w) for w in words[:half]] == [fold(w) for w in words[half:]]:
        return words[:half]
    return words
