"""The parts of a byline put where they belong: persons, agency, desk, publisher, places, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from newsx.lexicon.places import is_place, is_town
from newsx.lines.byline_parts import EDGES, Part
from newsx.lines.credits import (
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
from newsx.lines.names import is_known_person, is_person_name, name_without_title, same_person
from newsx.text.fold import fold_word
from newsx.text.words import letter_runs

_MOST_WORDS_OF_A_PART = 4
_FROM = " से "
_LEAST_NAME_AND_PUBLISHER = 4
_ITEM_BREAK = re.compile(r"\s*[,&]\s*")
_SCRIPT_BREAK = re.compile(r"(?:(?<=[A-Za-z])|(?<=[A-Za-z]\.))\s+(?=[\u0904-\u0939])|(?<=[\u0900-\u097f])\s+(?=[A-Z])")


class Credit(NamedTuple):
    """A person named in a byline, and what for."""

    name: str
    role: CreditRole


class Reading:
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
        """Whether the text is a publisher's name, by the page's own words or by the lexicon."""
        return fold_word(text) in self.publishers or is_publisher(text)


def read_part(part: Part, reading: Reading) -> None:
    """Puts the items of a part where they belong in the reading."""
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


def _goes_on_desk(item: str, reading: Reading) -> bool:
    """Whether the item is the publisher behind its desk: न्यूज डेस्क, अमर उजाला is the desk's whole name."""
    if reading.is_publisher(item):
        return True
    alone = " " not in item and not reading.credits
    return alone and not (is_place(item) or is_agency(item) or is_title(item) or is_desk(item))


def _items(text: str, reading: Reading) -> list[str]:
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


def _read_item(item: str, role: CreditRole | None, reading: Reading) -> bool:
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


def _person_before_publisher(item: str, reading: Reading) -> tuple[str, str]:
    """The name that runs on into the publisher's (गरिमा शेखावत जनपथ टाइम्स), "" for none, and the publisher's."""
    words = item.split()
    head, tail = " ".join(words[:-2]), " ".join(words[-2:])
    known = fold_word(item) in credit_words().publishers or fold_word(item) in reading.publishers
    if known or len(words) < _LEAST_NAME_AND_PUBLISHER or not (is_publisher(tail) and is_person_name(head)):
        return "", item
    return head, tail


def _may_be_known(item: str, reading: Reading) -> bool:
    """Whether the item can be anything that a list knows, by its first and last word."""
    key = fold_word(item)
    words = letter_runs(key)
    if not words or words[-1] in credit_features().known_ends or words[0] in credit_words().publisher_starts:
        return True
    return key in reading.publishers or any(map(str.isdecimal, key))


def _read_name(item: str, role: CreditRole | None, reading: Reading) -> None:
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
        _add(Credit(name_without_title(" ".join(words[:-1])), role or "written"), reading)
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


def _is_known(text: str, reading: Reading) -> bool:
    known = is_picture_agency(text) or is_agency(text) or is_desk(text) or is_title(text)
    return known or reading.is_publisher(text) or is_place(text)


def _known_parts(words: list[str], reading: Reading) -> list[str]:
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


def _add(credit: Credit, reading: Reading) -> None:
    if not any(same_person(credit.name, other.name) and credit.role == other.role for other in reading.credits):
        reading.credits.append(credit)


def _once(words: list[str]) -> list[str]:
    """मीरा जोशी मीरा जोशी: a name printed twice in a row, once."""
    half, odd = divmod(len(words), 2)
    if half and not odd and [fold_word(word) for word in words[:half]] == [fold_word(word) for word in words[half:]]:
        return words[:half]
    return words
