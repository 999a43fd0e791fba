"""Which parts, standing together at the head of a paragraph, are a dateline."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsx.lines.credits import credit_words
from newsx.lines.dateline_parts import (
    Head,
    Part,
    is_initials,
    looks_like_place,
    may_be_outlet,
)
from newsx.lines.names import is_known_person, name_without_title, transliterates
from newsx.text.fold import fold

_SHAPE_OF_WORD = re.compile(
    "[\u0904-\u0939\u0958-\u0961\u0980-\u0d7f][\u0900-\u0963\u0971-\u0d7f\u200c\u200d()-]{2,30}"
)
_MOST_PLACES = 3
_MOST_BRACKETED_WORDS = 3


class Found(NamedTuple):
    """What a head tells: where, by which agency, desk or outlet, by whom."""

    place: str | None
    agency: str | None
    reporter: str | None = None


def decide(head: Head, after: str, *, mark: str) -> Found | None:
    """What a head tells where its parts are a dateline by what stands together; `after` is the text that it opens."""
    found = _decided(head, after, mark=mark)
    return found and found._replace(reporter=found.reporter and name_without_title(found.reporter))


def _decided(head: Head, after: str, *, mark: str) -> Found | None:
    sources, outlets = head.of_kind("source"), head.of_kind("outlet")
    if sources:
        return _with_source(head, sources)
    towns, places = head.of_kind("town"), head.of_kind("town", "place")
    others = [part for part in head.parts if part.kind in ("person", "unknown", "word")]
    bracketed = [part for part in head.parts if part.bracketed]
    if not _may_end(head, after, mark) or len(places) > _MOST_PLACES:
        return None
    joined = ", ".join(places) or None
    if outlets and not others and (towns or (head.dated and (places or bracketed))):
        return Found(joined, outlets[0])
    if not others and places and (len(towns) == len(places) or head.dated) and not _town_in_bracket(head):
        return Found(joined, None)
    if bracketed:
        return _with_bracket(head, others, joined, mark)
    if len(others) == 1:
        return _with_another(head, others[0], towns, after, mark)
    return None


def _may_end(head: Head, after: str, mark: str) -> bool:
    """Whether such a mark can end a dateline without an agency: no score, and no first sentence in English."""
    if mark.startswith(":") and after[:1].isdecimal():  # दिल्ली: 180/4
        return False
    ascii_only = all(part.text.isascii() for part in head.parts) and after[:1].isascii()
    return mark != "." or head.dated or not ascii_only or after == ""


def _town_in_bracket(head: Head) -> bool:
    """पटना (बिहार): where a town lies says nothing of a dateline, unless a date stands beside it."""
    return any(part.bracketed for part in head.parts) and not head.dated


def _with_source(head: Head, sources: list[str]) -> Found | None:
    """The place, the person and the agency of a head that names an agency or a desk."""
    towns = head.of_kind("town", "place")
    places: list[str] = []
    reporter = None
    for part in head.parts:
        if part.kind in ("source", "outlet", "kicker") or (part.bracketed and part.kind == "place" and places):
            continue  # New Delhi [India]
        if reporter is None and part.kind == "person" and (towns or is_known_person(part.text)):
            reporter = part.text
        elif looks_like_place(part.text) and not (part.bracketed and part.kind == "unknown" and part.text.isascii()):
            places.append(part.text)
        else:
            return None
    return Found(", ".join(places) or None, _source_name(head, sources), reporter) if len(places) <= 2 else None


def _source_name(head: Head, sources: list[str]) -> str:
    """One agency or desk as shown, with the outlet that follows the desk (न्यूज डेस्क, अमर उजाला)."""
    kinds = [part.kind for part in head.parts]
    at = kinds.index("source")
    follows = at + 1 < len(kinds) and kinds[at + 1] == "outlet" and not head.parts[at + 1].bracketed
    return f"{sources[0]}, {head.parts[at + 1].text}" if follows else sources[0]


def _with_bracket(head: Head, others: list[Part], place: str | None, mark: str) -> Found | None:
    """What the text in brackets beside a place is: an outlet that no list knows, or a person who wrote."""
    inside = [part for part in others if part.bracketed]
    outside = [part.text for part in others if not part.bracketed]
    if len(inside) != 1:
        return Found(outside[0], None) if not inside and _is_dated_place(head, outside, place) else None
    name = inside[0]
    if not place and not outside and head.dated and name.text.isupper():
        return Found(None, name.text)
    # RAJSHAHI (BSS): an agency that no list knows, beside a place in capitals
    capitals = head.parts[0].text.isupper() and is_initials(name.text) and all(map(str.isupper, outside))
    by_person = mark[:1] in (":", "-", "–", "—") and is_known_person(name.text) and not place
    if outside and not capitals and not by_person and not _is_dated_place(head, outside, place):
        return None
    if by_person and (len(outside) != 1 or not _is_word(outside[0]) or is_known_person(outside[0])):
        return None
    place = ", ".join(part.text for part in head.parts if not part.bracketed) if outside else place
    if not place or name.text.count(" ") >= _MOST_BRACKETED_WORDS or transliterates(place, name.text):
        return None
    return _by_bracket(head, place, name, mark, capitals=capitals)


def _by_bracket(head: Head, place: str, name: Part, mark: str, *, capitals: bool) -> Found | None:
    marked = mark not in ("", ")")
    person = name.kind == "person"
    if is_known_person(name.text) and (marked or head.dated or " " in name.text):
        return Found(place, None, name.text)
    if capitals or _is_foreign_outlet(name.text, place) or (head.dated and may_be_outlet(name.text) and not person):
        return Found(place, name.text)
    if not marked or person:
        return Found(place, None, name.text) if marked else None
    return Found(place, name.text if " " not in name.text and may_be_outlet(name.text) else None)


def _is_dated_place(head: Head, outside: list[str], place: str | None) -> bool:
    """Whether the one part that no list knows is the place, since a date stands beside it."""
    one = len(outside) == 1 and head.date_apart and not place
    if not one or (outside[0].isascii() and not outside[0].isupper()):
        return False
    return looks_like_place(outside[0]) and not is_known_person(outside[0])


def _with_another(head: Head, other: Part, towns: list[str], after: str, mark: str) -> Found | None:
    """A head of known towns, or of none, and one part more: who wrote, an outlet, a place that no list knows."""
    joined = ", ".join(towns) or None
    first = head.parts[0] is other
    if not towns:
        dated = head.date_apart and not head.of_kind("outlet") and looks_like_place(other.text)
        if dated and mark and not is_known_person(other.text) and not other.text.isascii():
            return Found(other.text, None)
        return Found(other.text, None) if mark.startswith("।") and _recurs(other.text, after) else None
    if other.kind == "person" and mark[:1] in ("", "।", ".", ":", "/", "|", "-", "–", "—"):
        return Found(joined, None, other.text) if first or is_known_person(other.text) else None
    if first and head.dated and _is_foreign_outlet(other.text, joined):  # Kosi.Net 14 June 2023 रांची
        return Found(joined, other.text)
    if first and len(towns) == 1 and mark[:1] in ("।", ":") and _is_word(other.text):
        return Found(joined, None)
    return None


def _is_foreign_outlet(name: str, place: str | None) -> bool:
    """Whether a name in Latin letters beside a place in others can be an outlet's that no list knows."""
    return name.isascii() and place is not None and not place.isascii() and may_be_outlet(name)


def _recurs(word: str, after: str) -> bool:
    """Whether a word alone, as a village that no list knows, is named again by the paragraph that it opens."""
    return len(word) > 2 and _is_word(word) and f" {word}" in f" {after}"


def _is_word(text: str) -> bool:
    return _SHAPE_OF_WORD.fullmatch(text) is not None and fold(text) not in credit_words().never
