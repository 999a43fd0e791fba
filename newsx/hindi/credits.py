"""The words of bylines: whether a phrase is an agency, a desk, a publisher, a job title. Data: credits.toml."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from newsx.hindi.data import load_toml
from newsx.hindi.fold import fold

CreditRole = Literal["written", "reported", "edited", "published", "curated", "translated", "photo", "agency"]
AUTHOR_ROLES: frozenset[CreditRole] = frozenset({"written", "reported"})
"""The roles that make a person an author."""

_LONGEST_DESK = 6
_LONGEST_TITLE = 5


class CreditWords(NamedTuple):
    """The words of credits.toml by their folded form; labels are tuples of words."""

    plain_labels: dict[tuple[str, ...], CreditRole]
    colon_labels: dict[tuple[str, ...], CreditRole]
    labels_after: dict[tuple[str, ...], CreditRole]
    longest_label: int
    agencies: frozenset[str]
    desks: frozenset[str]
    desk_ends: frozenset[str]
    weak_desk_ends: frozenset[str]
    desk_kinds: frozenset[str]
    publishers: frozenset[str]
    title_ends: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    never: frozenset[str]
    counts: frozenset[str]


@cache
def credit_words() -> CreditWords:
    """The words of credits, read once."""
    data = load_toml("newsx.hindi", "lexicon/credits.toml")
    plain, colon, after = (_by_words(data["labels"][kind]) for kind in ("plain", "colon", "after"))
    names = data["names"]
    return CreditWords(
        plain_labels=plain,
        colon_labels=colon,
        labels_after=after,
        longest_label=max(map(len, [*plain, *colon, *after])),
        agencies=_folded(data["agencies"]["words"]),
        desks=_folded(data["desks"]["whole"]),
        desk_ends=_folded(data["desks"]["ends"]),
        weak_desk_ends=_folded(data["desks"]["weak_ends"]),
        desk_kinds=_folded(data["desks"]["kinds"]),
        publishers=_folded(data["publishers"]["words"]),
        title_ends=_folded(data["titles"]["ends"]),
        honorifics=_folded(names["honorifics"]),
        particles=_folded(names["particles"]),
        joins=_folded(names["joins"]),
        never=_folded(names["never"]),
        counts=_folded(data["counts"]["words"]),
    )


def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency, or agencies (पीटीआई/एएनआई, भाषा)."""
    agencies = credit_words().agencies
    key = fold(text).strip(" .:")
    parts = key.replace("-", "/").replace(" व ", "/").split("/")
    return key in agencies or all(part.strip() in agencies for part in parts)


def is_desk(text: str) -> bool:
    """Whether the text is the name of a desk (न्यूज डेस्क, लखनऊ ब्यूरो, जागरण संवाददाता, ABP News Bureau)."""
    words = credit_words()
    key = fold(text).strip(" .:")
    if key in words.desks:
        return True
    before, _, end = key.rpartition(" ")
    if not before or len(key.split()) > _LONGEST_DESK:
        return False
    named = before in words.publishers or before in words.desk_kinds
    return _ends_in(key, words.desk_ends) or (end in words.weak_desk_ends and named)


def is_publisher(text: str) -> bool:
    """Whether the text is the name of a publisher, or a host name."""
    key = fold(text).strip(" .:")
    return key in credit_words().publishers or (key.endswith((".com", ".in", ".कॉम")) and " " not in key)


def is_title(text: str) -> bool:
    """Whether the text is a job title (वरिष्ठ संवाददाता, Chief Content Producer)."""
    key = fold(text).strip(" .:")
    return len(key.split()) <= _LONGEST_TITLE and _ends_in(key, credit_words().title_ends)


def is_count(text: str) -> bool:
    """Whether the text only counts readers or the minutes of reading (5 min read, 3 Minuten)."""
    words = fold(text).replace(".", " ").replace(":", " ").split()
    counted = [word for word in words if word.isdecimal()]
    return (
        len(counted) == 1 and len(words) > 1 and all(word in credit_words().counts or word in counted for word in words)
    )


def _ends_in(key: str, ends: frozenset[str]) -> bool:
    words = key.split()
    return any(" ".join(words[-size:]) in ends for size in (1, 2))


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _by_words(groups: dict[CreditRole, list[str]]) -> dict[tuple[str, ...], CreditRole]:
    return {tuple(fold(phrase).split()): role for role, phrases in groups.items() for phrase in phrases}
