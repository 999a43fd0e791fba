"""The lexicon: which role a line of a page has by its wording alone.

The phrases stand in the languages' folders, one file a role. All comparing is done on folded text (`newsx.text.fold`),
so that spellings need not be listed. How an entry matches is its key there:

line      the whole line, but for bullets and punctuation at its ends
prefix    the line begins with it, a word ends there, and the line is short
contains  it stands anywhere in a line that is short
pattern   a regular expression over the folded line, tried only where one of its `hint` texts stands in the line
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, get_args

from newsx.lexicon.load import entries, folded_entries
from newsx.text.fold import fold

ROLES = (
    "navigation", "share", "interface", "read_also", "promo", "related",
    "comments", "footer", "disclaimer", "ad", "caption", "embed",
)  # fmt: skip
"""The roles, each with a file of its name; the first that knows a line wins."""
_HEADING_ROLES = frozenset(("related", "comments"))
"""A line of these heads a list, which belongs to it."""
Part = Literal["summary", "highlight", "body", "bio", "tags", "english", "end", "byline"]

EDGES = " \t*•·|›»«>:.,;!?…-_—=।◦▪□○●►▶✦➤#'\"()[]۔،؟৷"
_NUKTA_FORMS = {"ड": "\u095c", "ढ": "\u095d", "फ": "\u095e"}
_PREFIX_LIMIT = 260
_CONTAINS_LIMIT = 320
_PATTERN_LIMIT = 200
_LONGEST_LABEL = 64
_AFTER_PATTERNS = 10_000


class Match(NamedTuple):
    """What the lexicon knows of a line: the role, the phrase and how it matched, and whether it heads a list."""

    role: str
    phrase: str
    how: str
    heads_list: bool


_SHARE_ROW = Match("share", "a row of share buttons", "pattern", heads_list=False)


class LabelMatch(NamedTuple):
    """A label such as संक्षेप: the part of the story that follows, and where in the line the label ends."""

    part: Part
    phrase: str
    whole_line: bool


class _Part(NamedTuple):
    """An entry known by a text inside the line: a `contains` phrase, or a pattern by one of its hints."""

    match: Match
    regex: str | None
    limit: int
    rank: int


_Parts = Mapping[str, tuple[tuple[str, _Part], ...]]
"""Entries with their texts, by the rarest sign of these."""


class _Lexicon(NamedTuple):
    lines: Mapping[str, Match]
    prefixes: Mapping[str, tuple[tuple[str, Match], ...]]
    parts: _Parts
    parts_of_long: _Parts
    """Those that are looked for in lines longer than `_CONTAINS_LIMIT` too."""
    longest: int
    """Size of the longest line that any part is looked for in."""


def match_line(text: str) -> Match | None:
    """What the lexicon says of one line of visible text, or None.

    >>> match_line("• यह भी पढे़ं: दिल्ली में बारिश").role
    'read_also'
    >>> match_line("प्रचार-प्रसार का विस्तार हुआ।") is None
    True
    """
    folded = fold(text)
    return match_whole(folded) or match_inside(folded)


def match_whole(folded: str) -> Match | None:
    """What the lexicon says of a folded line as a whole, or None."""
    lines = _lexicon().lines
    found = lines.get(folded.strip(EDGES)) or lines.get(folded)
    return found or (_SHARE_ROW if share_row(folded) == 0 else None)


def share_row(folded: str) -> int:
    """Where the row of share buttons begins that closes a folded text, written without a space or not; -1 for none.

    >>> share_row("updated: 4:27 pmfacebooktwitteremail"), share_row("facebook twitter"), share_row("twitter")
    (16, 0, -1)
    """
    if not folded.endswith(_share_buttons()):
        return -1
    found = _share_pattern().search(folded)
    return found.start() if found else -1


@cache
def _share_buttons() -> tuple[str, ...]:
    return tuple(folded_entries("share.toml", "buttons"))


@cache
def _share_pattern() -> re.Pattern[str]:
    button = "|".join(map(re.escape, sorted(_share_buttons(), key=len, reverse=True)))
    return re.compile(f"(?:(?:{button})[ |:,]*){{2,}}$")


def match_inside(folded: str) -> Match | None:
    """What the lexicon says of a folded line by its beginning or by what stands in it, or None."""
    lexicon = _lexicon()
    size = len(folded)
    if size <= _PREFIX_LIMIT:
        start = folded.lstrip(EDGES)
        for phrase, match in lexicon.prefixes.get(start[:1], ()):
            if start.startswith(phrase) and _ends_word(start, len(phrase)):
                return match
    return _by_parts(folded, lexicon) if size <= lexicon.longest else None


def _by_parts(folded: str, lexicon: _Lexicon) -> Match | None:
    """The first entry, in the order of the files, of the phrases that a line holds and the patterns that it bears out.

    Entries are looked up by the rarest sign of their texts, since most lines hold few of these signs.
    """
    size, best = len(folded), None
    parts = lexicon.parts if size <= _CONTAINS_LIMIT else lexicon.parts_of_long
    for sign in parts.keys() & set(folded):
        for text, entry in parts[sign]:
            if size <= entry.limit and text in folded and (best is None or entry.rank < best.rank):
                best = entry if _bears_out(folded, entry) else best
    return best.match if best else None


def _bears_out(folded: str, entry: _Part) -> bool:
    return entry.regex is None or _compiled(entry.regex).search(folded) is not None


def match_label(text: str) -> LabelMatch | None:
    """The label that a line is, or begins with: संक्षेप, हाइलाइट्स, लेखक के बारे में, टैग्स ...

    >>> match_label("संक्षेप: राज्य सरकार ने ...")
    LabelMatch(part='summary', phrase='संक्षेप:', whole_line=False)
    """
    lines, prefixes = _labels()
    head = fold(text[:_LONGEST_LABEL])
    if len(text) < _LONGEST_LABEL:
        found = lines.get(head.strip(EDGES))
        if found is not None:
            return LabelMatch(found[0], found[1], True)
    for key, part, phrase in prefixes.get(head[:1], ()):
        if head.startswith(key):
            return LabelMatch(part, phrase, head.rstrip(EDGES) == key.rstrip(EDGES))
    return None


@cache
def inviting_words() -> frozenset[str]:
    """Folded words at the ends of a short line that invites to read or watch; a sub-heading does not end in them."""
    return folded_entries("read_also.toml", "inviting")


@cache
def bare_invitations() -> frozenset[str]:
    """Folded lines that stand over or under the headline of another story, such as यह भी पढ़ें alone."""
    return folded_entries("read_also.toml", "bare")


def invites_to_read_on(folded: str) -> bool:
    """Whether a folded text is or closes with a link to the rest of its story, as teasers do on lists."""
    bare = folded.rstrip(EDGES)
    return bare.endswith(_read_on("read_on")) or any(f"{phrase} " in folded for phrase in _read_on("read_on_title"))


@cache
def _read_on(key: str) -> tuple[str, ...]:
    return tuple(folded_entries("read_also.toml", key))


def may_hold_notice(text: str) -> bool:
    """Whether a text has a word of those that ask or tell readers something; a cheap test before asking the lexicon.

    >>> may_hold_notice("वह चला गया। यह भी पढ़ें: बारिश"), may_hold_notice("वह चला गया।")
    (True, False)
    """
    lowered = text.lower()
    words = _asking_words()
    return any(word in lowered for sign in words.keys() & set(lowered) for word in words[sign])


@cache
def _asking_words() -> dict[str, list[str]]:
    """The words by their rarest sign, as most texts have few of these signs."""
    words = _spellings_of_asking_words()
    count = Counter(sign for word in words for sign in set(word))
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(min(word, key=count.__getitem__), []).append(word)
    return found


def _spellings_of_asking_words() -> tuple[str, ...]:
    """The words in all spellings of unfolded text: a nukta may be missing, of its own, or one with its letter."""
    words = entries("read_also.toml", "asking")
    forms = [(letter, form) for letter, composed in _NUKTA_FORMS.items() for form in (f"{letter}\u093c", composed)]
    spelled = (word.replace(letter, form) for word in words for letter, form in forms if letter in word)
    return (*words, *spelled)


@cache
def read_also_tails() -> re.Pattern[str]:
    """Finds, in folded text, an invitation to read another story that begins behind the end of a sentence."""
    phrases = "|".join(re.escape(fold(phrase)) for phrase in entries("read_also.toml", "tail"))
    return re.compile(rf"(?<=[।.?!…۔\"')]) ?[(\[]?(?:{phrases}) ?[:\-|>»]")


def begins_frame(folded: str) -> bool:
    """Whether a folded line offers to skip the box that follows (छोड़कर पॉडकास्ट आगे बढ़ें)."""
    return _frame("frame_begins").match(folded) is not None


def ends_frame(folded: str) -> bool:
    """Whether a folded line says that such a box ends."""
    return _frame("frame_ends").match(folded) is not None


@cache
def _frame(key: str) -> re.Pattern[str]:
    return re.compile("|".join(map(fold, entries("embed.toml", key))))


def counts_years(folded: str) -> bool:
    """Whether a folded text counts years at work, as biographies do."""
    return any(phrase in folded for phrase in _years_at_work())


@cache
def _years_at_work() -> tuple[str, ...]:
    return tuple(folded_entries("biography.toml", "years"))


@cache
def biography_words() -> tuple[str, ...]:
    """Folded words and phrases that a biography of an author is made of."""
    return tuple(fold(word) for word in entries("biography.toml", "words"))


def _ends_word(folded: str, end: int) -> bool:
    """Whether no letter or vowel sign goes on at `end`."""
    if end >= len(folded):
        return True
    return not (_is_of_word(folded[end - 1]) and _is_of_word(folded[end]))


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


@cache
def _lexicon() -> _Lexicon:
    lines: dict[str, Match] = {}
    prefixes: dict[str, list[tuple[str, Match]]] = {}
    patterns: list[tuple[str, _Part]] = []
    contains: list[tuple[str, _Part]] = []
    for role in ROLES:
        name, heading = f"{role}.toml", role in _HEADING_ROLES
        for phrase in entries(name, "line"):
            folded = fold(phrase)
            lines.setdefault(folded.strip(EDGES) or folded, Match(role, phrase, "whole line", heading))
        for phrase in entries(name, "prefix"):
            folded = fold(phrase).lstrip(EDGES)
            prefixes.setdefault(folded[:1], []).append((folded, Match(role, phrase, "begins with", heading)))
        for phrase in entries(name, "contains"):
            match = Match(role, phrase, "contains", heading)
            contains.append((fold(phrase), _Part(match, None, _CONTAINS_LIMIT, _AFTER_PATTERNS + len(contains))))
        for entry in entries(name, "pattern"):
            match = Match(role, entry["why"], "pattern", heading)
            part = _Part(match, fold(entry["regex"]), entry.get("limit", _PATTERN_LIMIT), len(patterns))
            patterns += [(fold(hint), part) for hint in entry["hint"]]
    by_length = {key: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for key, found in prefixes.items()}
    parts = [*patterns, *contains]
    of_long = [(text, part) for text, part in parts if part.limit > _CONTAINS_LIMIT]
    longest = max(part.limit for _, part in parts)
    return _Lexicon(lines, by_length, _by_rarest_sign(parts), _by_rarest_sign(of_long), longest)


def _by_rarest_sign(parts: Sequence[tuple[str, _Part]]) -> _Parts:
    count = Counter(sign for text, _ in parts for sign in set(text))
    groups: dict[str, list[tuple[str, _Part]]] = {}
    for text, part in parts:
        groups.setdefault(min(text, key=count.__getitem__), []).append((text, part))
    return {sign: tuple(group) for sign, group in groups.items()}


@cache
def _labels() -> tuple[Mapping[str, tuple[Part, str]], Mapping[str, tuple[tuple[str, Part, str], ...]]]:
    lines: dict[str, tuple[Part, str]] = {
        fold(phrase).strip(EDGES): (part, phrase)
        for part in get_args(Part)
        for phrase in entries("cues.toml", part, "line")
    }
    prefixes: dict[str, list[tuple[str, Part, str]]] = {}
    for part in get_args(Part):
        for phrase in entries("cues.toml", part, "prefix"):
            folded = fold(phrase)
            prefixes.setdefault(folded[:1], []).append((folded, part, phrase))
    return lines, {
        initial: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for initial, found in prefixes.items()
    }
