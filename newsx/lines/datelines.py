"""The dateline that opens a story: ``प्रयागराज, जेएनएन।``, ``संयुक्त राष्ट्र, 14 मई (भाषा)``, ``NEW DELHI (AP) —``.

A short first sentence (``सावधान।``) or a speaker (``मोदी:``) is none: without an agency or a desk beside it, the
place has to be one that lexicon/places.txt knows.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsx.lexicon.places import is_place, is_town
from newsx.lines.calendar import calendar
from newsx.lines.credits import credit_words, is_agency, is_desk, is_publisher
from newsx.lines.names import is_person_name
from newsx.text.fold import fold
from newsx.text.words import tokenize

_REACH = 90
# The first mark of this kind ends a dateline; a hyphen counts with a space at a side, a full stop before a space.
_END = re.compile(r"।|:(?!\d)|ः(?=\s)|\s?[–—]|\s-{1,2}\s?|-{1,2}\s|\s?\|\s?|\.\s")
_SLASH = re.compile(r"\s?/\s?(?=\D)")
_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_PLACE_SHAPE = re.compile(
    r"[\u0904-\u0939\u0958-\u0961A-Z][\u0900-\u0963\u0970-\u097f\u200c\u200dA-Za-z .'’/()-]{1,30}"
)
_INITIALS = re.compile("[A-Z]{2,6}")  # an agency that no list knows, beside a place in capitals: RAJSHAHI (BSS)
_CAPITALS = re.compile("[A-Z][A-Z0-9 .]+")
_PARTS = re.compile(r"[,|]|\s-\s")
_MOST_PLACE_WORDS = 3
_MOST_BRACKETED_WORDS = 3
_MOST_KICKER_WORDS = 6
_EDGES = " \t,.;-–—"
_DASHES = frozenset(("-", "--", "–", "—"))
_UNSPACED = re.compile("([\u0904-\u0939][\u0900-\u0963]{1,20})\\.(?=[\u0904-\u0939])")


class Dateline(NamedTuple):
    """What opens a story. `end` is the offset at which its own text begins; `reporter` is a person who stands in it."""

    place: str | None
    agency: str | None
    end: int
    raw: str
    reporter: str | None = None


class _Head(NamedTuple):
    place: str | None
    agency: str | None
    reporter: str | None = None


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
    if end is None:
        return None
    found = _dateline_to(paragraph, 0, end) or _unspaced(paragraph) or _slashed(paragraph)
    if found is not None and end[0].strip() in _DASHES:
        return _with_second(paragraph, found)
    if found is None and end[0] == ":" and paragraph.count(" ", 0, end.start()) < _MOST_KICKER_WORDS:
        kicker = end.end()  # बारिश का कहर: रुद्रप्रयाग: ... repeats the kicker of the headline
        end = _END.search(paragraph, kicker, kicker + _REACH)
        if end is not None and is_town(paragraph[kicker : end.start()].strip()):
            return _dateline_to(paragraph, kicker, end)
    return found


def _with_second(paragraph: str, first: Dateline) -> Dateline:
    """मुजफ्फरपुर, अगस्त 25 -- मुजफ्फरपुर, प्रमुख संवाददाता।: a syndicator's dateline before the paper's own."""
    second = read_dateline(paragraph[first.end :])
    if second is None or second.place != first.place:
        return first
    end = first.end + second.end
    return Dateline(first.place, second.agency or first.agency, end, paragraph[:end].strip(), second.reporter)


def _unspaced(paragraph: str) -> Dateline | None:
    """जयपुर.राजस्थान में: a known town, and no space behind the full stop."""
    found = _UNSPACED.match(paragraph)
    return Dateline(found[1], None, found.end(), found[0]) if found and is_town(found[1]) else None


def _slashed(paragraph: str) -> Dateline | None:
    """रायपुर, 23 अक्टूबर 2025/ मुख्यमंत्री ने: public offices set a slash behind the date."""
    slash = _SLASH.search(paragraph, 0, _REACH)
    head = paragraph[: slash.start()] if slash else ""
    return _dateline_to(paragraph, 0, slash) if slash and _without_date(head) != head else None


def _dateline_to(paragraph: str, start: int, end: re.Match[str]) -> Dateline | None:
    after = paragraph[end.end() :].lstrip()
    found = _read_head(paragraph[start : end.start()], after=after, mark=end[0].strip()) if after else None
    if found is None:
        return None
    return Dateline(
        found.place, found.agency, len(paragraph) - len(after), paragraph[: end.end()].strip(), found.reporter
    )


def _with_brackets(paragraph: str) -> Dateline | None:
    """नई दिल्ली, 12 जून (एएनआई)।, पटना [राज्य ब्यूरो]।, NEW DELHI (AP) —; (भाषा) may come with no place at all."""
    bracket = _BRACKETED.search(paragraph, 0, _REACH)
    if bracket is None:
        return None
    after = paragraph[bracket.end() :]
    rest = after.lstrip(" ।:.,-–—|")
    if not rest:
        return None
    opening = paragraph[: bracket.start()]
    before = _without_date(opening).strip(_EDGES)
    parts = [part.strip() for part in before.split(",") if part.strip()]
    marked = after.lstrip()[:1] in ("।", ":", "-", "–", "—", "|")
    found = _bracketed(bracket[1], parts, dated=_without_date(opening) != opening, marked=marked)
    if found is None:
        return None
    end = len(paragraph) - len(rest)
    return Dateline(found.place, found.agency, end, paragraph[:end].strip(), found.reporter)


def _bracketed(text: str, parts: list[str], *, dated: bool, marked: bool) -> _Head | None:
    """What the text in brackets behind these parts is: an agency, also one that only the known town shows, a person."""
    place = ", ".join(part for part in parts if not is_publisher(part)) or None
    if _is_source(text) or (place is not None and place.isupper() and _INITIALS.fullmatch(text)):
        return _Head(place, text) if all(_looks_like_place(part) for part in parts) else None
    known = all(is_town(part) for part in parts) if parts else dated
    if not known or is_place(text) or text.count(" ") >= _MOST_BRACKETED_WORDS:
        return None
    if _names_publisher(text) or (dated and place is not None and text.isascii() and not place.isascii()):
        return _Head(place, text)
    if marked and parts:
        return _Head(place, None, text if is_person_name(text, single_word=True) else None)
    return None


def _names_publisher(text: str) -> bool:
    """Whether a text beside a town is a publisher that no list knows: नगर टाइम्स, महामीडिया, HILLNEWS."""
    if is_publisher(text) or (len(text) > 3 and _CAPITALS.fullmatch(text)):
        return True
    return " " not in text and any(
        fold(text).endswith(end) for end in credit_words().publisher_ends if not end.isascii()
    )


def _read_head(head: str, *, after: str, mark: str) -> _Head | None:
    undated = _without_date(head)
    dated = undated != head
    parts = [part for part in (piece.strip(_EDGES) for piece in _PARTS.split(undated)) if part]
    sources = [part for part in parts if _is_source(part)]
    places = [part for part in parts if not _is_source(part) and not is_publisher(part)]
    if sources:
        if not all(_looks_like_place(place) for place in places) or len(places) > 2:
            return None
        return _Head(", ".join(places) or None, _joined_source(head, sources))
    if not places or len(places) > 3 or (mark == "." and not dated and head.isascii() and after[:1].isascii()):
        return None
    if mark == ":" and after[:1].isdecimal():  # दिल्ली: 180/4
        return None
    if all(is_town(place) for place in places) or (dated and all(is_place(place) for place in places)):
        return _Head(", ".join(places), None)
    if len(places) == 1 and mark == "।" and _recurs(places[0], after):
        return _Head(places[0], None)
    if len(places) == 2 and mark in "।:" and is_town(places[1]) and "," in head:
        return _behind_another(places[0], places[1])
    return None


def _recurs(word: str, after: str) -> bool:
    """Whether a word alone, as a village that no list knows, is named again by the paragraph that it opens."""
    one = " " not in word and len(word) > 2 and _PLACE_SHAPE.fullmatch(word) is not None
    return one and not word.isascii() and f" {word}" in f" {after}" and fold(word) not in credit_words().never


def _behind_another(first: str, town: str) -> _Head | None:
    """रोहित नेगी, छतरपुर।: who wrote, and where; कोसीदर्पण, पटना: a publisher that no list knows."""
    if is_person_name(first):
        return _Head(town, None, first)
    named = " " not in first and _PLACE_SHAPE.fullmatch(first) and fold(first) not in credit_words().never
    return _Head(town, None) if named else None


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
    if not any(map(str.isdecimal, head)):
        return head
    tokens = tokenize(head)
    known = calendar()
    for position in range(len(tokens) - 1):
        day, month = tokens[position : position + 2]
        if day.number < 0:
            day, month = month, day
        if 1 <= day.number <= 31 and (month.key in known.months or month.key in known.other_months):
            last = position + 1
            year = position + 2 + (position + 2 < len(tokens) and tokens[position + 2].text == ",")
            if year < len(tokens) and len(tokens[year].text) == 4 and tokens[year].number >= 0:
                last = year
            return head[: tokens[position].start] + "," + head[tokens[last].end :]
    return head
