"""The dateline that opens a story: ``प्रयागराज, जेएनएन।``, ``संयुक्त राष्ट्र, 14 मई (भाषा)``, ``NEW DELHI (AP) —``.

Place, agency or outlet, reporter and date stand in any order, and any of many marks ends them. A short first sentence
(``सावधान।``) or a speaker (``मोदी:``) is none: a place that lexicon/places.txt does not know needs an agency, a desk or
a date beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from newsx.lexicon.places import is_town
from newsx.lines.dateline_parts import (
    EDGES,
    Head,
    goes_on,
    kind_of,
    looks_like_place,
    may_be_outlet,
    read_head,
)
from newsx.lines.dateline_rules import Found, decide
from newsx.lines.names import is_known_person

_REACH = 90
_REACH_OF_SECOND = 60
# A mark of this kind may end a dateline; a hyphen counts with a space at a side, a full stop before a space, a slash
# not between digits.
_END = re.compile(
    r"\s*(?:[।॥]+|:(?!\d)\s?[-–—]*|ः(?=[\s–-])\s?[-–—]*|[–—]+|(?<=\s)-{1,3}|-{1,3}(?=\s)|\|+|\.(?=\s|-)|>{1,2}|»|∙|•|"
    r"(?<!\d)/{1,2}(?!\d)|(?<=\d)/{1,2}(?=\s|[^\d\s])|(?<=\s)[=~]+(?=\s)|\*+(?=\s))\s*[-–—:*]*\s*"
)
_BRACKET_END = re.compile(r"[)\]]\s*[-–—:।.,|]*\s*")
_UNSPACED = re.compile("([\u0904-\u0939][\u0900-\u0963]{1,20})\\.(?=[\u0904-\u0939])")
_MOST_KICKER_WORDS = 6
_BULLETS = ("|", "-", "–", "•")
_MOST_WORDS_OF_A_TOWN = 3
# Behind these a dateline may go on; the full stop may be that of a short form (ता. 12).
_SEPARATORS = frozenset("-–—|/.")


class Dateline(NamedTuple):
    """What opens a story. `end` is the offset at which its own text begins; `reporter` is a person who stands in it."""

    place: str | None
    agency: str | None
    end: int
    raw: str
    reporter: str | None = None


def read_dateline(paragraph: str, publishers: Collection[str] = ()) -> Dateline | None:
    """The dateline at the head of a first paragraph, its words as on the page, or None.

    `agency` is the agency, desk or outlet that stands with the place; a head that names it alone has no place.
    `publishers` are the names by which the page calls its publisher.

    >>> read_dateline("प्रयागराज, जेएनएन। गंगा का जलस्तर बढ़ा।")[:2]
    ('प्रयागराज', 'जेएनएन')
    >>> read_dateline("मऊरानीपुर, 12 दिसंबर (हप्र) गंगा का जलस्तर बढ़ा।")[:2]
    ('मऊरानीपुर', 'हप्र')
    >>> read_dateline("सावधान। आगे सड़क बंद है।") is None
    True
    """
    if paragraph.startswith(_BULLETS):
        return None
    return (
        _to_a_mark(paragraph, 0, publishers)
        or _to_a_bracket(paragraph, publishers)
        or _behind_bracket(paragraph, publishers)
        or _unspaced(paragraph)
        or _unmarked(paragraph)
        or _behind_kicker(paragraph, publishers)
    )


def read_dateline_alone(line: str, publishers: Collection[str] = ()) -> Dateline | None:
    """The dateline that a whole line is: भिवानी, 22 जनवरी (हप्र); सीकर: मोहनलाल वर्मा.

    A place alone, and a date alone, are none: these stand in menus too.

    >>> read_dateline_alone("भिवानी, 22 जनवरी (हप्र)")[:2], read_dateline_alone("भिवानी")
    (('भिवानी', 'हप्र'), None)
    """
    if len(line) > _REACH:
        return None
    head = read_head(line.strip(EDGES), publishers)
    mark = ":" if line.rstrip().endswith(":") else ""
    if head is None or not (head.of_kind("town", "word") or mark or (head.dated and len(head.parts) > 1)):
        return None
    if len(head.parts) < 2 and not head.dated:
        return None
    found = decide(head, "", mark=mark)
    if found is None or not found.place:
        return None
    return Dateline(found.place, found.agency, len(line), line.strip(), found.reporter)


def _to_a_mark(paragraph: str, start: int, publishers: Collection[str]) -> Dateline | None:
    for end in _END.finditer(paragraph, start, start + _REACH):
        after = paragraph[end.end() :].lstrip()
        mark = end[0].strip()
        if not after:
            return None
        opening = paragraph[start : end.start()]
        head = read_head(opening, publishers) if opening.strip(EDGES) else None
        found = decide(head, after, mark=mark) if head is not None and opening.count("(") <= 2 else None
        if found is not None and not _parts_towns(found, mark, after, end[0]):
            at = len(paragraph) - len(after)
            dateline = Dateline(found.place, found.agency, at, paragraph[start:at].strip(), found.reporter)
            return _with_second(paragraph, dateline, publishers)
        if mark[:1] not in _SEPARATORS and not (mark == "।" and head is not None and _is_reporter(head)):
            return None
    return None


def _is_reporter(head: Head) -> bool:
    """Whether a head is a person's name alone, and surely one: रोहित नेगी। सीकर।."""
    return len(head.parts) == 1 and " " in head.parts[0].text and is_known_person(head.parts[0].text)


def _parts_towns(found: Found, mark: str, after: str, whole: str) -> bool:
    """Whether a slash only parts two places, or a place and what it is: दिल्ली/ मुंबई की टीम, बिहार/पटना."""
    if mark != "/":
        return False
    spaced = whole.endswith(" ") or whole.startswith(" ")
    words = after.split(maxsplit=_MOST_WORDS_OF_A_TOWN)[:_MOST_WORDS_OF_A_TOWN]
    town = any(is_town(" ".join(words[:size]).strip(EDGES)) for size in range(1, len(words) + 1))
    return not spaced or town or not (found.agency or found.reporter or found.place)


def _with_second(paragraph: str, first: Dateline, publishers: Collection[str]) -> Dateline:
    """What goes on behind a dateline: the same place again, an agency or a desk, who wrote.

    मुजफ्फरपुर, अगस्त 25 -- मुजफ्फरपुर, प्रमुख संवाददाता।: a syndicator's dateline stands before the paper's own.
    """
    bracketed = paragraph.startswith(("(", "["), first.end)
    end = (_BRACKET_END if bracketed else _END).search(paragraph, first.end, first.end + _REACH_OF_SECOND)
    if end is None or not paragraph[end.end() :].strip():
        return first
    head = read_head(paragraph[first.end : end.start() + bracketed], publishers)
    found = _goes_on_with(first, head, bracketed=bracketed, mark=end[0].strip()) if head and head.parts else None
    if found is None:
        return first
    at = len(paragraph) - len(paragraph[end.end() :].lstrip())
    return Dateline(found.place, found.agency, at, paragraph[:at].strip(), found.reporter)


def _goes_on_with(first: Dateline, head: Head, *, bracketed: bool, mark: str) -> Found | None:
    reports = first.place and not first.reporter and _is_reporter(head)
    if reports and (bracketed or (mark == "।" and first.raw.endswith("।"))):
        return Found(first.place, first.agency, head.parts[0].text)
    places, sources = head.of_kind("town", "place"), head.of_kind("source", "outlet")
    syndicated = first.raw[-1:] in "-–—" and any(map(str.isdecimal, first.raw)) and bool(head.of_kind("source"))
    if syndicated and not first.agency and all(map(looks_like_place, head.of_kind("unknown", "person", "word"))):
        return Found(first.place, sources[0], first.reporter)
    if head.of_kind("unknown", "person", "word", "kicker") or (first.agency and sources):
        return None
    if not (sources or (places and head.dated) or places == [first.place]):
        return None
    if places and first.place and places != [first.place]:
        return None
    agency = first.agency or (sources[0] if sources else None)
    return Found(first.place or ", ".join(places) or None, agency, first.reporter)


def _to_a_bracket(paragraph: str, publishers: Collection[str]) -> Dateline | None:
    """नई दिल्ली, 12 जून (एएनआई) and सीकर (lokdhara), behind which no mark has to stand; (भाषा) may have no place."""
    end = _BRACKET_END.search(paragraph, 0, _REACH)
    after = paragraph[end.end() :] if end else ""
    head = read_head(paragraph[: end.start() + 1], publishers) if end and after else None
    if end is None or head is None or not head.parts or not head.parts[-1].bracketed:
        return None
    marked = end[0][1:].strip() != ""
    found = decide(head, after, mark=end[0][1:].strip() or ")")
    if found is None or (goes_on(after) and not marked and not head.dated):
        return None
    behind = Dateline(found.place, found.agency, end.end(), paragraph[: end.end()].strip(), found.reporter)
    if found.place is None and (second := _to_a_mark(paragraph, end.end(), publishers)) and second.place:
        return Dateline(second.place, found.agency, second.end, paragraph[: second.end].strip(), second.reporter)
    return behind


def _behind_bracket(paragraph: str, publishers: Collection[str]) -> Dateline | None:
    """(lokdhara) सीकर।: an outlet that only the known town behind it shows."""
    if not paragraph.startswith(("(", "[")):
        return None
    bracket = _BRACKET_END.search(paragraph, 0, _REACH)
    if bracket is None or not may_be_outlet(name := paragraph[1 : bracket.start()].strip()):
        return None
    found = _to_a_mark(paragraph, bracket.end(), publishers)
    if found is None or found.agency or not found.place or not all(map(is_town, found.place.split(", "))):
        return None
    return Dateline(found.place, name, found.end, paragraph[: found.end].strip(), found.reporter)


def _unspaced(paragraph: str) -> Dateline | None:
    """जयपुर.राजस्थान में: a known town, and no space behind the full stop."""
    found = _UNSPACED.match(paragraph)
    return Dateline(found[1], None, found.end(), found[0]) if found and is_town(found[1]) else None


def _unmarked(paragraph: str) -> Dateline | None:
    """प्रतिनिधि, गया नगर परिषद की टीम ने: a desk and a town known in this position, and no mark behind them."""
    desk, comma, rest = paragraph[:_REACH].partition(",")
    if not comma or kind_of(desk.strip()) != "source":
        return None
    words = rest.split()
    for size in range(min(_MOST_WORDS_OF_A_TOWN, len(words) - 1), 0, -1):
        place = " ".join(words[:size])
        after = paragraph[paragraph.index(words[size - 1], len(desk)) + len(words[size - 1]) :].lstrip()
        if kind_of(place) in ("town", "word") and after and not goes_on(after):
            end = len(paragraph) - len(after)
            return Dateline(place, desk.strip(), end, paragraph[:end].strip())
    return None


def _behind_kicker(paragraph: str, publishers: Collection[str]) -> Dateline | None:
    """बारिश का कहर: रुद्रप्रयाग: ... repeats the kicker of the headline."""
    end = _END.search(paragraph, 0, _REACH)
    if end is None or end[0].strip()[:1] not in ":|–—-" or not end[0].endswith(" ") or goes_on(paragraph[end.end() :]):
        return None
    kicker = paragraph[: end.start()]
    if kicker.count(" ") >= _MOST_KICKER_WORDS or not any(map(str.isalpha, kicker)):
        return None
    found = _to_a_mark(paragraph, end.end(), publishers)
    certain = found is not None and found.place is not None and all(map(is_town, found.place.split(", ")))
    return found if certain and found and paragraph[found.end : found.end + 1].isalpha() else None
