"""The dateline that opens a story: ``प्रयागराज, जेएनएन।``, ``संयुक्त राष्ट्र, 14 मई (भाषा)``, ``NEW DELHI (AP) —``.

A short first sentence (``सावधान।``) or a speaker (``मोदी:``) is none: without an agency or a desk beside it, the
place has to be one that lexicon/places.toml knows.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsx.hindi.calendar import calendar, tokenize
from newsx.hindi.credits import is_agency, is_desk, is_publisher
from newsx.hindi.fold import fold
from newsx.hindi.places import is_place, is_town

_REACH = 90
# The first mark of this kind ends a dateline; a hyphen counts with a space at a side, a full stop before a space.
_END = re.compile(r"।|:(?!\d)|ः(?=\s)|\s?[–—]|\s-{1,2}\s?|-{1,2}\s|\s?\|\s?|\.\s")
_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_PLACE_SHAPE = re.compile(r"[\u0904-\u0939\u0958-\u0961A-Z][\u0900-\u0963\u0970-\u097f\u200c\u200dA-Za-z .'’/-]{1,30}")
_INITIALS = re.compile("[A-Z]{2,6}")  # an agency that no list knows, beside a place in capitals: RAJSHAHI (BSS)
_MOST_PLACE_WORDS = 3
_EDGES = " \t,.;-–—"


class Dateline(NamedTuple):
    """What opens a story. `end` is the offset at which its own text begins."""

    place: str | None
    agency: str | None
    end: int
    raw: str


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the head of a first paragraph, its words as on the page, or None.

    `agency` is the agency or the desk that stands with the place; a head that names it alone has no place.

    >>> read_dateline("प्रयागराज, जेएनएन। गंगा का जलस्तर बढ़ा।")[:2]
    ('प्रयागराज', 'जेएनएन')
    >>> read_dateline("नई दिल्ली: संसद का सत्र शुरू हुआ।")[:2]
    ('नई दिल्ली', None)
    >>> read_dateline("सावधान। आगे सड़क बंद है।") is None
    True
    """
    bracketed = _with_brackets(paragraph)
    if bracketed is not None:
        return bracketed
    end = _END.search(paragraph, 0, _REACH)
    if end is None or not paragraph[end.end() :].strip():
        return None
    head = paragraph[: end.start()]
    found = _read_head(head, after=paragraph[end.end() :].lstrip(), mark=end[0].strip())
    if found is None:
        return None
    place, agency = found
    behind = len(paragraph) - len(paragraph[end.end() :].lstrip())
    return Dateline(place, agency, behind, paragraph[: end.end()].strip())


def _with_brackets(paragraph: str) -> Dateline | None:
    """नई दिल्ली, 12 जून (एएनआई)।, पटना [राज्य ब्यूरो]।, NEW DELHI (AP) —; (भाषा) may come with no place at all."""
    bracket = _BRACKETED.search(paragraph, 0, _REACH)
    if bracket is None:
        return None
    before = _without_date(paragraph[: bracket.start()]).strip(_EDGES)
    if not _is_source(bracket[1]) and not (before.isupper() and _INITIALS.fullmatch(bracket[1])):
        return None
    place = None
    if before:
        parts = [part.strip() for part in before.split(",") if part.strip()]
        if not parts or not all(_looks_like_place(part) for part in parts):
            return None
        place = ", ".join(parts)
    after = paragraph[bracket.end() :]
    rest = after.lstrip(" ।:.,-–—|")
    if not rest:
        return None
    return Dateline(place, bracket[1], len(paragraph) - len(rest), paragraph[: len(paragraph) - len(rest)].strip())


def _read_head(head: str, *, after: str, mark: str) -> tuple[str | None, str | None] | None:
    parts = [part for part in (piece.strip(_EDGES) for piece in re.split(r"[,|]|\s-\s", _without_date(head))) if part]
    sources = [part for part in parts if _is_source(part)]
    places = [part for part in parts if not _is_source(part) and not is_publisher(part)]
    dated = _without_date(head) != head
    if sources:
        if not all(_looks_like_place(place) for place in places) or len(places) > 2:
            return None
        return ", ".join(places) or None, _joined_source(head, sources)
    if not places or len(places) > 3 or (mark == "." and not dated and head.isascii()):
        return None
    scores = after[:1].isdecimal()  # दिल्ली: 180/4
    known = all(is_town(place) for place in places) or (dated and all(is_place(place) for place in places))
    return (", ".join(places), None) if known and not scores else None


def _joined_source(head: str, sources: list[str]) -> str:
    """One agency or desk as shown, with the publisher that follows the desk (न्यूज डेस्क, अमर उजाला)."""
    first = sources[0]
    tail = head[head.index(first) + len(first) :].split(",")
    if len(tail) > 1 and not tail[0].strip() and is_publisher(tail[1].strip(_EDGES)):
        return f"{first}, {tail[1].strip(_EDGES)}"
    return first


def _is_source(text: str) -> bool:
    return is_agency(text) or is_desk(text)


def _looks_like_place(text: str) -> bool:
    """Whether a text that stands beside an agency or a desk can be a place that no list knows (मऊरानीपुर)."""
    if is_place(text):
        return True
    return len(text.split()) <= _MOST_PLACE_WORDS and _PLACE_SHAPE.fullmatch(text) is not None


def _without_date(head: str) -> str:
    """The head without a day and month, with or without year (संयुक्त राष्ट्र, 14 मई)."""
    tokens = tokenize(head)
    months = calendar().months
    for position in range(len(tokens) - 1):
        day, month = tokens[position : position + 2]
        if day.number < 0:
            day, month = month, day
        if 1 <= day.number <= 31 and month.is_word and fold(month.text) in months:
            last = position + 1
            year = position + 2 + (position + 2 < len(tokens) and tokens[position + 2].text == ",")
            if year < len(tokens) and len(tokens[year].text) == 4 and tokens[year].number >= 0:
                last = year
            return head[: tokens[position].start] + "," + head[tokens[last].end :]
    return head
