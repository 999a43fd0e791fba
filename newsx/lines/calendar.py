"""The words of dates and times: a text as tokens, and what each word means. Data: lexicon/calendar.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from newsx.lexicon.load import listed, load_toml
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
    """The words of calendar.toml, by their folded form."""

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
    data = load_toml("newsx.lexicon", "calendar.toml")
    labels: dict[str, TimeLabel] = dict.fromkeys(_folded(data["labels"]["published"]), "published")
    labels |= dict.fromkeys(_folded(data["labels"]["modified"]), "modified")
    relative = data["relative"]
    return Calendar(
        months=_by_word({int(number): words for number, words in data["months"].items()}),
        other_months=_folded(data["months_elsewhere"]["words"]),
        weekdays=_folded(data["weekdays"]["words"]),
        day_parts=_by_word(data["day_parts"]),
        clock_words=_folded(data["clock"]["words"]),
        past_words=_folded(data["clock"]["past"]),
        minute_words=_folded(data["clock"]["minutes"]),
        connectors=_folded(data["connectors"]["words"]),
        inside_date=_folded(data["connectors"]["inside_date"]),
        ordinals=_folded(data["connectors"]["ordinals"]),
        zones={fold_word(name) if not name.isascii() else name: minutes for name, minutes in data["zones"].items()},
        labels=labels,
        not_before=_folded(data["labels"]["not_before"]),
        now=tuple(listed(relative["now"])),
        ago=_folded(relative["ago"]),
        today=_folded(relative["today"]),
        yesterday=_folded(relative["yesterday"]),
        numbers={fold_word(word): number for word, number in relative["numbers"].items()},
        units=_by_word(relative["units"]),
    )


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold_word, listed(words)))


def _by_word(groups: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {fold_word(word): meaning for meaning, words in groups.items() for word in listed(words)}
