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

from newsx.lexicon.places import is_place, is_town
from newsx.lines.byline_parts import EDGES, Part, cut_parts
from newsx.lines.credits import (
    AUTHOR_ROLES,
    CreditRole,
    credit_features,
    credit_words,
    is_agency,
    is_count,
    is_desk,
    is_picture_agency,
    is_publisher,
    is_title,
)
from newsx.lines.datelines import read_dateline_alone
from newsx.lines.dates import FoundTime, find_times, may_hold_time
from newsx.lines.names import is_known_person, is_person_name, name_without_title, same_person
from newsx.lines.relative import relative_spans
from newsx.text.fold import fold, fold_word
from newsx.text.words import letter_runs

__all__ = ["Byline", "Credit", "is_person_name", "read_byline"]

_LONGEST = 220
_LONGEST_UNKNOWN = 60
_MOST_BARE_WORDS = 8
_MOST_WORDS_OF_A_PART = 4
_FROM = " से "
_LEAST_NAME_AND_PUBLISHER = 4
_ITEM_BREAK = re.compile(r"\s*[,&]\s*")
_GLUED = re.compile("[a-z][A-Z]")
_HANDLE = re.compile(r"[(\[]?(?<![\w.])@[A-Za-z0-9_]{2,30}\b[)\]]?")
_LONGEST_DATELINE = 60
_PENS = ("✍", "🖊", "🖋")
_SCRIPT_BREAK = re.compile(r"(?:(?<=[A-Za-z])|(?<=[A-Za-z]\.))\s+(?=[\u0904-\u0939])|(?<=[\u0900-\u097f])\s+(?=[A-Z])")


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


class _Line(NamedTuple):
    """A line cut into its parts at the times that it holds, readable ones and others."""

    times: tuple[FoundTime, ...]
    timed: bool
    parts: tuple[Part, ...]


class _Reading:
    """What has been read of a line so far; `publishers` are the page's own names for its publisher, by their fold."""

    def __init__(self, publishers: Collection[str]) -> None:
        self.publishers = {fold_word(name): name for name in publishers}
        self.credits: list[Credit] = []
        self.agency: str | None = None
        self.desk: str | None = None
        self.places: list[str] = []
        self.leftover: list[str] = []
        self.unknown: list[str] = []
        self.labelled = False
        self.publisher = False
        self.doubled = False
        self.titled = False

    def is_publisher(self, text: str) -> bool:
        return fold_word(text) in self.publishers or is_publisher(text)


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
    if found is None or not (found.agency or found.reporter):
        return None
    credits = (Credit(found.reporter, "written"),) if found.reporter else ()
    agency = found.agency if found.agency and not is_desk(found.agency) else None
    return Byline(credits, agency, None if agency else found.agency, found.place, find_times(text))


def _read(text: str, bare_name: bool, publishers: Collection[str]) -> Byline | None:
    line = _cut(text)
    reading = _Reading(publishers)
    reading.labelled = any(part.role is not None for part in line.parts)
    pictured = _credits_picture(line.parts)
    for part in line.parts:
        _read_part(part._replace(role=part.role or pictured), reading)
        told = reading.labelled or (line.timed and reading.credits and "|" in text)  # name | paper | time
        if reading.unknown and not (told and len(reading.unknown) == 1):
            return None
    if not _is_byline(reading, timed=line.timed, bare_name=bare_name):
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
    if not features.credited.isdisjoint(words) or may_hold_time(text) or _GLUED.search(text):
        return True
    if "(" in text or ":" in text:
        return True
    half = len(words) // 2
    if (bare_name and len(words) <= _MOST_BARE_WORDS) or (half and words[:half] == words[half:]):
        return True
    return any(name in text for name in publishers)


def _is_byline(reading: _Reading, *, timed: bool, bare_name: bool) -> bool:
    if reading.unknown and not (reading.credits and len(reading.unknown[0]) <= _LONGEST_UNKNOWN):
        return False
    if not (reading.credits or reading.agency or reading.desk):
        return timed and bool(reading.places)
    if reading.labelled or reading.agency or reading.desk:
        return True
    beside = reading.titled or reading.publisher or reading.doubled
    return timed or bool(reading.places) or beside or bare_name


def _read_part(part: Part, reading: _Reading) -> None:
    text = part.text.strip(EDGES)
    place, origin, rest = text.partition(_FROM)
    if origin and is_town(place):  # रायगढ़ से सुशील पांडेय की रिपोर्ट
        reading.places.append(place)
        text = rest
    if part.role == "other":
        reading.leftover += [text] if text else []
        return
    if part.role == "agency" and text:
        reading.agency = text
        return
    after_desk = False
    for item in _items(text, reading):
        if after_desk and reading.desk and _goes_on_desk(item, reading):
            reading.desk = f"{reading.desk}, {item}"
        else:
            after_desk = _read_item(item, part.role, reading)


def _goes_on_desk(item: str, reading: _Reading) -> bool:
    """Whether the item is the publisher behind its desk: न्यूज डेस्क, अमर उजाला is the desk's whole name."""
    if reading.is_publisher(item):
        return True
    alone = " " not in item and not reading.credits
    return alone and not (is_place(item) or is_agency(item) or is_title(item) or is_desk(item))


def _items(text: str, reading: _Reading) -> list[str]:
    items: list[str] = []
    for listed in _ITEM_BREAK.split(text):
        own = next((name for name in reading.publishers.values() if " " in name and name in listed), None)
        if own is not None and not is_desk(listed):  # नेहा सिंहकोसी टाइम्स
            before, _, behind = listed.partition(own)
            items += [before.strip(EDGES), own, behind.strip(EDGES)]
        else:
            items += _joined_names(listed.strip(EDGES))
    return [item for item in items if item]


def _joined_names(text: str) -> list[str]:
    """The names of अमित शर्मा और नेहा सिंह; a text in two scripts falls in two."""
    joins = credit_words().joins
    runs: list[list[str]] = [[]]
    for word in text.split():
        if fold_word(word) in joins and not word[0].isupper():
            runs.append([])
        else:
            runs[-1].append(word)
    return [half for run in runs for half in _halves(" ".join(run)) if half]


def _halves(text: str) -> list[str]:
    """The text parted where its script changes, but for the desk of a publisher of one word: जनशक्ति Web Desk."""
    halves = _SCRIPT_BREAK.split(text)
    return [text] if len(halves) == 2 and " " not in halves[0] and is_desk(halves[1]) else halves


def _read_item(item: str, role: CreditRole | None, reading: _Reading) -> bool:
    """Puts the item where it belongs; says whether it was a desk."""
    if not _may_be_known(item, reading):
        _read_name(item, role, reading)
    elif is_count(item) or is_picture_agency(item):
        reading.leftover.append(item)
    elif is_agency(item):
        if role != "photo":
            reading.agency = reading.agency or item
    elif reading.is_publisher(item):
        person, publisher = _person_before_publisher(item, reading)
        if person:
            _add(Credit(person, role or "written"), reading)
        reading.publisher = True
        reading.leftover.append(publisher)
    elif is_title(item) and (name := _person_before_title(item)):
        _read_name(name, role, reading)
        reading.titled = True
    elif is_desk(item) and not (reading.credits and is_title(item)):
        reading.desk = reading.desk or item
        return True
    elif is_place(item):
        reading.places.append(item)
    elif is_title(item):
        reading.leftover.append(item)
        reading.titled = reading.titled or any(is_known_person(credit.name) for credit in reading.credits)
    else:
        _read_name(item, role, reading)
    return False


def _person_before_title(item: str) -> str:
    """The name before a job title of one word (मोहन वर्मा संवाददाता), "" for none."""
    name, _, _ = item.rpartition(" ")
    return name if " " in name and is_known_person(name) else ""


def _person_before_publisher(item: str, reading: _Reading) -> tuple[str, str]:
    """The name that runs on into the publisher's (गरिमा शेखावत जनपथ टाइम्स), "" for none, and the publisher's."""
    words = item.split()
    head, tail = " ".join(words[:-2]), " ".join(words[-2:])
    known = fold_word(item) in credit_words().publishers or fold_word(item) in reading.publishers
    if known or len(words) < _LEAST_NAME_AND_PUBLISHER or not (is_publisher(tail) and is_person_name(head)):
        return "", item
    return head, tail


def _may_be_known(item: str, reading: _Reading) -> bool:
    """Whether the item can be anything that a list knows, by its first and last word."""
    key = fold_word(item)
    words = letter_runs(key)
    if not words or words[-1] in credit_features().known_ends or words[0] in credit_words().publisher_starts:
        return True
    return key in reading.publishers or any(map(str.isdecimal, key))


def _read_name(item: str, role: CreditRole | None, reading: _Reading) -> None:
    words = item.split()
    while len(words) > 2 and fold_word(words[-1]) in credit_words().buttons:
        reading.leftover.append(words.pop())
    words = _once(words)
    reading.doubled = reading.doubled or len(words) < len(item.split())
    name = " ".join(words)
    alone = role is not None and not reading.credits  # By: Susan; but in "by Tracy Parker, Dietitian" no second name
    for size in range(2, min(len(words) - 1, 4)):  # मोहन वर्मा ब्यूरो चीफ सीकर
        parts = _known_parts(words[size:], reading) if is_known_person(" ".join(words[:size])) else []
        if len(parts) > 1:
            _add(Credit(" ".join(words[:size]), role or "written"), reading)
            reading.titled = True
            for part in parts:
                _read_item(part, role, reading)
            return
    own = len(words) > 2 and not words[-1].isascii() and fold_word(words[-1]) in reading.publishers
    if len(words) > 2 and is_town(words[-1]) and is_person_name(" ".join(words[:-1])):  # भगवान सिंह पौड़ी
        _add(Credit(" ".join(words[:-1]), role or "written"), reading)
        reading.places.append(words[-1])
        return
    bare = name_without_title(name)
    if bare != name:
        reading.leftover.append(name.removesuffix(bare).strip())
        reading.titled = reading.titled or is_known_person(bare)
        _add(Credit(bare, role or "written"), reading)
        return
    if not own and is_person_name(name, single_word=alone):
        _add(Credit(name, role or "written"), reading)
        return
    for size in range(len(words) - 1, 0, -1) if _may_be_known(name, reading) or own else ():
        head, tail = " ".join(words[:size]), " ".join(words[size:])
        if (size > 1 or alone) and _is_known(tail, reading) and is_person_name(head, single_word=alone):
            _add(Credit(head, role or "written"), reading)
        elif is_place(head) and is_desk(tail):
            reading.places.append(head)
        else:
            continue
        _read_item(tail, role, reading)
        return
    reading.unknown.append(item)


def _is_known(text: str, reading: _Reading) -> bool:
    known = is_picture_agency(text) or is_agency(text) or is_desk(text) or is_title(text)
    return known or reading.is_publisher(text) or is_place(text)


def _known_parts(words: list[str], reading: _Reading) -> list[str]:
    """Known parts that stand side by side (ब्यूरो चीफ सीकर), [] where one is not known."""
    for size in range(min(len(words), _MOST_WORDS_OF_A_PART), 0, -1):
        part = " ".join(words[:size])
        if not _is_known(part, reading):
            continue
        if size == len(words):
            return [part]
        if rest := _known_parts(words[size:], reading):
            return [part, *rest]
    return []


def _add(credit: Credit, reading: _Reading) -> None:
    if not any(same_person(credit.name, other.name) and credit.role == other.role for other in reading.credits):
        reading.credits.append(credit)


def _once(words: list[str]) -> list[str]:
    """मीरा जोशी मीरा जोशी: a name printed twice in a row, once."""
    half, odd = divmod(len(words), 2)
    if half and not odd and [fold_word(word) for word in words[:half]] == [fold_word(word) for word in words[half:]]:
        return words[:half]
    return words
