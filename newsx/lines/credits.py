"""The words of bylines: whether a phrase is an agency, a desk, a publisher, a job title. Data: credits.toml."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Literal, NamedTuple, cast

from newsx.lexicon.hosts import host_ends
from newsx.lexicon.load import folded_entries, groups
from newsx.lexicon.places import places
from newsx.lines.calendar import calendar
from newsx.text.fold import fold_word
from newsx.text.words import letter_runs

CreditRole = Literal["written", "reported", "edited", "published", "curated", "translated", "photo", "agency", "other"]
AUTHOR_ROLES: frozenset[CreditRole] = frozenset({"written", "reported"})
"""The roles that make a person an author."""

_FILE = "credits.toml"
_LONGEST = 80
_LONGEST_DESK = 6
_LONGEST_TITLE = 5
_LONGEST_PUBLISHER = 4


class CreditWords(NamedTuple):
    """The words of credits.toml by their folded form; labels are tuples of words."""

    plain_labels: Mapping[tuple[str, ...], CreditRole]
    colon_labels: Mapping[tuple[str, ...], CreditRole]
    labels_after: Mapping[tuple[str, ...], CreditRole]
    longest_label: int
    agencies: frozenset[str]
    picture_agencies: frozenset[str]
    desks: frozenset[str]
    desk_ends: frozenset[str]
    weak_desk_ends: frozenset[str]
    desk_kinds: frozenset[str]
    publishers: frozenset[str]
    publisher_starts: frozenset[str]
    publisher_ends: frozenset[str]
    title_ends: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    never: frozenset[str]
    buttons: frozenset[str]
    counts: frozenset[str]


class CreditFeatures(NamedTuple):
    """What tells quickly that a line is a byline, or that it is none: words of its folded text."""

    label_starts: frozenset[str]
    label_after_starts: frozenset[str]
    known_ends: frozenset[str]
    """The last words of all phrases of credits.toml and places.txt."""
    credited: frozenset[str]
    """A line without a time and without any of these credits nobody: words of labels, desks, agencies, places ..."""
    refusing: frozenset[str]
    """A line without a label that has one of these is a sentence or a headline: words that no phrase here has."""


@cache
def credit_words() -> CreditWords:
    """The words of credits, read once."""
    plain, colon, after = (_by_words(groups(_FILE, "labels", kind)) for kind in ("plain", "colon", "after"))
    return CreditWords(
        plain_labels=plain,
        colon_labels=colon,
        labels_after=after,
        longest_label=max(map(len, [*plain, *colon, *after])),
        agencies=_folded("agencies", "words"),
        picture_agencies=_folded("agencies", "pictures"),
        desks=_folded("desks", "whole"),
        desk_ends=_folded("desks", "ends"),
        weak_desk_ends=_folded("desks", "weak_ends"),
        desk_kinds=_folded("desks", "kinds"),
        publishers=_folded("publishers", "words"),
        publisher_starts=_folded("publishers", "starts"),
        publisher_ends=_folded("publishers", "ends"),
        title_ends=_folded("titles", "ends"),
        honorifics=_folded("names", "honorifics"),
        particles=_folded("names", "particles"),
        joins=_folded("names", "joins"),
        never=_folded("names", "never"),
        buttons=_folded("names", "buttons"),
        counts=_folded("counts", "words"),
    )


@cache
def credit_features() -> CreditFeatures:
    """The features of bylines, made of the words of credits once."""
    words = credit_words()
    labels = [*words.plain_labels, *words.colon_labels, *words.labels_after]
    label_words = frozenset(word for label in labels for word in label)
    desks = words.desks | words.desk_ends | words.weak_desk_ends
    publishers = words.publishers | words.publisher_starts | words.publisher_ends
    phrases = desks | words.agencies | words.picture_agencies | publishers
    of_times = [*calendar().labels, *calendar().connectors, *calendar().ago, *calendar().now]
    known = [*phrases, *words.title_ends, *words.desk_kinds, *words.counts, *words.joins, *words.buttons]
    known += [*places(), *of_times]
    ends = _last_words([*phrases, *places()]) | host_ends()
    return CreditFeatures(
        label_starts=frozenset(label[0] for label in [*words.plain_labels, *words.colon_labels]),
        label_after_starts=frozenset(label[0] for label in words.labels_after),
        known_ends=ends | _last_words(words.title_ends),
        credited=ends | label_words,
        refusing=words.never.difference(letter_runs(" ".join(known)), label_words, host_ends()),
    )


def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency, or agencies (पीटीआई/एएनआई, भाषा)."""
    agencies = credit_words().agencies
    key = _key(text)
    if key in agencies:
        return True
    parts = key.replace("-", "/").replace(" व ", "/").split("/")
    return len(parts) > 1 and all(part.strip() in agencies for part in parts)


def is_indian_agency(text: str) -> bool:
    """Whether the text is the name of an agency of India, as only Indian pages credit them (PTI, TNN)."""
    return _key(text) in folded_entries(_FILE, "agencies", "indian")


def is_picture_agency(text: str) -> bool:
    """Whether the text is the name of an agency that sells pictures (Getty Images, गेटी इमेजेज)."""
    return _key(text) in credit_words().picture_agencies


def may_be_house(text: str) -> bool:
    """Whether a line where bylines stand can be a newsroom that no list knows (कोसी समाचार, Kosi Team)."""
    *named, last = _key(text).split() or [""]
    if not 0 < len(named) < _LONGEST_PUBLISHER or not credit_words().never.isdisjoint(named):
        return False
    if " ".join(named) in places():  # पटना समाचार is a section
        return False
    return is_publisher(text) or last in credit_words().weak_desk_ends


def is_desk(text: str) -> bool:
    """Whether the text is the name of a desk (न्यूज डेस्क, लखनऊ ब्यूरो, जागरण संवाददाता, ABP News Bureau)."""
    words = credit_words()
    key = _key(text)
    if key in words.desks:
        return True
    before, _, end = key.rpartition(" ")
    if not before or key.count(" ") >= _LONGEST_DESK:
        return False
    if _ends_in(key, words.desk_ends):
        return True
    return end in words.weak_desk_ends and (
        before in words.desk_kinds or (before.count(" ") <= 1 and is_publisher(before))
    )


def is_publisher(text: str) -> bool:
    """Whether the text is the name of a publisher, known or by its first or last word, or a host name."""
    words = credit_words()
    key = _key(text)
    if key in words.publishers or key in words.picture_agencies:
        return True
    first, _, rest = key.partition(" ")
    if not rest:
        return "." in key and key.rpartition(".")[2] in host_ends()
    named = first in words.publisher_starts or _ends_in(key, words.publisher_ends)
    return named and key.count(" ") < _LONGEST_PUBLISHER and not is_desk(text)


def is_title(text: str) -> bool:
    """Whether the text is a job title (वरिष्ठ संवाददाता, Chief Content Producer)."""
    key = _key(text)
    return key.count(" ") < _LONGEST_TITLE and _ends_in(key, credit_words().title_ends)


def is_count(text: str) -> bool:
    """Whether the text only counts readers or the minutes of reading (5 min read, 3 Minuten)."""
    words = _key(text).replace(".", " ").replace(":", " ").split()
    counted = [word for word in words if word.isdecimal()]
    counts = credit_words().counts
    return len(counted) == 1 and len(words) > 1 and all(word in counts or word in counted for word in words)


def _key(text: str) -> str:
    return fold_word(text).strip(" .:") if len(text) <= _LONGEST else ""


def _ends_in(key: str, ends: frozenset[str]) -> bool:
    before, _, last = key.rpartition(" ")
    return last in ends or f"{before.rpartition(' ')[2]} {last}" in ends


def _folded(*keys: str) -> frozenset[str]:
    return folded_entries(_FILE, *keys)


def _by_words(groups: Mapping[str, list[str]]) -> dict[tuple[str, ...], CreditRole]:
    return {
        tuple(fold_word(phrase).split()): cast("CreditRole", role)
        for role, phrases in groups.items()
        for phrase in phrases
    }


def _last_words(phrases: Collection[str]) -> frozenset[str]:
    return frozenset(found[-1] for phrase in phrases if (found := letter_runs(phrase)))
