"""The words of dates and times: a text as tokens, and what each word means. Data: calendar.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from newsx.lexicon.load import entries, folded_entries, groups, tables
from newsx.text.fold import fold_word

TimeLabel = Literal["published", "modified"]
Meaning = TypeVar("Meaning")

# Every sign stands for one sign, so that offsets hold.
_PLAIN: dict[int, str] = {0x0966 + digit: str(digit) for digit in range(10)}
_PLAIN |= dict.fromkeys((0x00A0, 0x2009, 0x202F), " ")
_PLAIN |= dict.fromkeys((0x2010, 0x2011, 0x2012), "-")
_NOT_PLAIN = re.compile("[\u0966-\u096f\u00a0\u2009\u202f\u2010-\u2012]")

# Capitals end a word before a capital that a small letter follows, so that ISTDevendra and UpdatedFeb fall apart.
_TOKEN = re.compile(
    r"\d+"
    r"|[AaPp][Mm](?=IST|GMT)|(?<=[AaPp][Mm])IST|(?<=[AaPp][Mm]\s)IST"
    r"|[A-ZÀ-Þ]+(?![a-zß-ž])|[A-ZÀ-Þ]?[a-zß-ž]+"
    r"|[\u0900-\u0963\u0970-\u097f\u200c\u200d]+"
    r"|[\u0400-\u04ff]+"
    r"|\S"
)
_LONGEST_TOKEN = 40
_FILE = "calendar.toml"


class Token(NamedTuple):
    """One number, word or mark of a text; `number` is its value or -1, `key` the folded form of a word."""

    text: str
    start: int
    end: int
    number: int
    is_word: bool
    key: str


def tokenize(text: str) -> list[Token]:
    """The numbers, words and marks of a text, with their offsets; Devanagari digits count as digits."""
    plain = text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text
    tokens: list[Token] = []
    for found in _TOKEN.finditer(plain):
        word = found[0]
        start, end = found.span()
        if word[0].isalpha():
            if end - start < _LONGEST_TOKEN:
                tokens.append(Token(word, start, end, -1, True, fold_word(word)))
        elif word.isdecimal():
            if end - start < _LONGEST_TOKEN:
                tokens.append(Token(word, start, end, int(word), False, word))
        else:
            tokens.append(Token(word, start, end, -1, False, word))
    return tokens


class Calendar(NamedTuple):
    """The words of dates and times in all languages, by their folded form."""

    months: Mapping[str, int]
    other_months: frozenset[str]
    weekdays: frozenset[str]
    day_parts: Mapping[str, str]
    clock_words: frozenset[str]
    past_words: frozenset[str]
    minute_words: frozenset[str]
    connectors: frozenset[str]
    inside_date: frozenset[str]
    ordinals: frozenset[str]
    zones: Mapping[str, int]
    labels: Mapping[str, TimeLabel]
    not_before: frozenset[str]
    now: tuple[str, ...]
    ago: frozenset[str]
    today: frozenset[str]
    yesterday: frozenset[str]
    numbers: Mapping[str, int]
    units: Mapping[str, str]


@cache
def calendar() -> Calendar:
    """The calendar words, read once."""
    zones = tables(_FILE, "zones")
    labels: dict[str, TimeLabel] = dict.fromkeys(_folded("labels", "published"), "published")
    labels |= dict.fromkeys(_folded("labels", "modified"), "modified")
    return Calendar(
        months=_by_word({int(number): words for number, words in groups(_FILE, "months").items()}),
        other_months=_folded("months_elsewhere"),
        weekdays=_folded("weekdays"),
        day_parts=_by_word(groups(_FILE, "day_parts")),
        clock_words=_folded("clock", "words"),
        past_words=_folded("clock", "past"),
        minute_words=_folded("clock", "minutes"),
        connectors=_folded("connectors", "words"),
        inside_date=_folded("connectors", "inside_date"),
        ordinals=_folded("connectors", "ordinals"),
        zones={name if name.isascii() else fold_word(name): minutes for name, minutes in zones.items()},
        labels=labels,
        not_before=_folded("labels", "not_before"),
        now=tuple(entries(_FILE, "relative", "now")),
        ago=_folded("relative", "ago"),
        today=_folded("relative", "today"),
        yesterday=_folded("relative", "yesterday"),
        numbers={fold_word(word): number for word, number in tables(_FILE, "relative", "numbers").items()},
        units=_by_word(groups(_FILE, "relative", "units")),
    )


def _folded(*keys: str) -> frozenset[str]:
    return folded_entries(_FILE, *keys)


def _by_word(groups: Mapping[Meaning, list[str]]) -> dict[str, Meaning]:
    return {fold_word(word): meaning for meaning, words in groups.items() for word in words}
