"""A byline or credit line, taken apart: persons and their roles, agency or desk, place, times.

Read as in ``Written by: X | Edited By: Y``, ``मीरा जोशी / नई दिल्ली March 14, 2021``,
``न्यूज डेस्क, अमर उजाला, लखनऊ``, ``Feb 05, 2026 08:42 pm ISTMeera Joshi लाइव हिन्दुस्तान``. A sentence is no byline,
and neither is a line of which a part cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsx.lines.byline_items import Credit, Reading, read_part
from newsx.lines.byline_parts import EDGES, Part, cut_parts
from newsx.lines.credits import (
    AUTHOR_ROLES,
    CreditRole,
    credit_features,
    is_desk,
    is_picture_agency,
)
from newsx.lines.dateline_parts import date_span
from newsx.lines.datelines import read_dateline_alone
from newsx.lines.dates import FoundTime, find_times, may_hold_time
from newsx.lines.names import is_known_person, is_person_name
from newsx.lines.relative import relative_spans
from newsx.text.fold import fold
from newsx.text.words import letter_runs

__all__ = ["Byline", "Credit", "is_person_name", "read_byline"]

_LONGEST = 220
_LONGEST_UNKNOWN = 60
_MOST_BARE_WORDS = 8
_GLUED = re.compile("[a-z][A-Z]")
_HANDLE = re.compile(r"[(\[]?(?<![\w.])@[A-Za-z0-9_]{2,30}\b[)\]]?")
_SIGNATURE = re.compile(r"\(@\w+\)")
_LONGEST_DATELINE = 60
_DATELINE_ENDS = ("।", ":", "-", "–", "—")
_PENS = ("✍", "🖊", "🖋")


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


class _Line(NamedTuple):
    """A line cut into its parts at the times that it holds, readable ones and others."""

    times: tuple[FoundTime, ...]
    timed: bool
    parts: tuple[Part, ...]


def read_byline(text: str, *, bare_name: bool = False, publishers: Collection[str] = ()) -> Byline | None:
    """The parts of a byline, or None where the line is none.

    A name all alone on its line is a byline only with `bare_name`, for a caller who knows from the line's place that a
    byline may stand there; a date or a place alone is none. `publishers` are the names by which the page calls its
    publisher: these are nobody's name, however much they look like one.

    >>> read_byline("Published by: मीरा जोशी Updated Mon, 19 Apr 2021 12:01 AM IST").credits
    (Credit(name='मीरा जोशी', role='published'),)
    >>> read_byline("मीरा जोशी / नई दिल्ली March 14, 2021").persons
    ('मीरा जोशी',)
    >>> read_byline("मोदी ने कहा कि सरकार काम कर रही है।") is None
    True
    """
    bare_name = bare_name or _is_signed(text)
    if len(text) > _LONGEST or not _may_be_byline(text, bare_name, publishers):
        return None
    if "@" in text:
        if _SIGNATURE.search(text) and find_times(text):  # of a post on a social network
            return None
        text = _HANDLE.sub(_blank, text)
    return _read(text, bare_name, publishers) or _from_dateline(text, publishers)


def _is_signed(text: str) -> bool:
    """Whether marks that only bylines have are set around: ।। मीरा जोशी ।।, ✍️ मीरा जोशी, (मीरा जोशी)."""
    if text.startswith(_PENS) or (text.startswith("।।") and text.endswith("।।")):
        return True
    return text.startswith("(") and text.endswith(")") and is_known_person(text[1:-1].strip())


def _blank(found: re.Match[str]) -> str:
    """As many spaces as there were signs, so that offsets hold."""
    return " " * len(found[0])


def _from_dateline(text: str, publishers: Collection[str]) -> Byline | None:
    """भिवानी, 22 जनवरी (हप्र); सीकर: मोहनलाल वर्मा: a line that is a dateline and nothing else."""
    found = read_dateline_alone(text, publishers) if len(text) <= _LONGEST_DATELINE else None
    marked = (
        text.rstrip()[-1:] in _DATELINE_ENDS and date_span(text) is not None
    )  # of a menu a place and a day have none
    if found is None or not (found.agency or found.reporter or marked):
        return None
    if found.reporter and found.reporter.isascii() and not is_known_person(found.reporter):
        return None
    credits = (Credit(found.reporter, "written"),) if found.reporter else ()
    agency = found.agency if found.agency and not is_desk(found.agency) else None
    return Byline(credits, agency, None if agency else found.agency, found.place, find_times(text))


def _read(text: str, bare_name: bool, publishers: Collection[str]) -> Byline | None:
    line = _cut(text)
    reading = Reading(publishers)
    reading.labelled = any(part.role is not None for part in line.parts)
    pictured = _credits_picture(line.parts)
    for part in line.parts:
        read_part(part._replace(role=part.role or pictured), reading)
        told = reading.labelled or (line.timed and reading.credits and "|" in text)  # name | paper | time
        if reading.unknown and not (told and len(reading.unknown) == 1):
            return None
    if (pictured and reading.unknown) or not _is_byline(reading, timed=line.timed, bare_name=bare_name):
        return None
    return Byline(
        tuple(reading.credits),
        reading.agency,
        reading.desk,
        ", ".join(reading.places) or None,
        line.times,
        tuple(reading.leftover + reading.unknown),
    )


def _credits_picture(parts: Sequence[Part]) -> CreditRole | None:
    """``photo`` for रोहित नेगी/एएफपी/गेटी इमेजेज: what stands beside an agency for pictures took one."""
    named = [part.text.strip(EDGES) for part in parts]
    return "photo" if any(map(is_picture_agency, named)) else None


@lru_cache(maxsize=128)  # a line is read for its label first, and for the record again
def _cut(text: str) -> _Line:
    times = find_times(text)
    spans = sorted([(time.start, time.end) for time in times] + relative_spans(text))
    return _Line(times, bool(spans), tuple(cut_parts(text, spans)))


def _may_be_byline(text: str, bare_name: bool, publishers: Collection[str]) -> bool:
    """Whether a look at the words leaves it open that the line is a byline, so that it is worth being read."""
    folded = fold(text)
    words = letter_runs(folded)
    features = credit_features()
    if not features.refusing.isdisjoint(words) and features.label_starts.isdisjoint(words):
        return not features.label_after_starts.isdisjoint(words)
    if not features.credited.isdisjoint(words) or may_hold_time(text) or _GLUED.search(text) or text.endswith("):"):
        return True
    half = len(words) // 2
    if (bare_name and len(words) <= _MOST_BARE_WORDS) or (half and words[:half] == words[half:]):
        return True
    return any(name in text for name in publishers)


def _is_byline(reading: Reading, *, timed: bool, bare_name: bool) -> bool:
    if reading.unknown and not (reading.credits and len(reading.unknown[0]) <= _LONGEST_UNKNOWN):
        return False
    if not (reading.credits or reading.agency or reading.desk):
        return timed and bool(reading.places)
    if reading.labelled or reading.agency or reading.desk:
        return True
    beside = reading.titled or reading.publisher or reading.doubled
    return timed or bool(reading.places) or beside or bare_name
