"""The words of dates and times: a text as tokens, and what each word means. Data: lexicon/calendar.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from newsx.hindi.data import load_toml
from newsx.hindi.fold import fold

TimeLabel = Literal["published", "modified"]

_SAME_LENGTH: dict[int, str] = {0x0966 + digit: str(digit) for digit in range(10)}
_SAME_LENGTH |= dict.fromkeys((0x00A0, 0x2009, 0x202F), " ")
_SAME_LENGTH |= dict.fromkeys((0x2010, 0x2011, 0x2012), "-")

# Capitals end a word before a capital that a small letter follows, so that ISTDevendra and UpdatedFeb fall apart.
_TOKEN = re.compile(
    r"\d+"
    r"|[AaPp][Mm](?=IST|GMT)|(?<=[AaPp][Mm])IST|(?<=[AaPp][Mm]\s)IST"
    r"|[A-ZÀ-Þ]+(?![a-zß-ž])|[A-ZÀ-Þ]?[a-zß-ž]+"
    r"|[\u0900-\u0963\u0970-\u097f\u200c\u200d]+"
    r"|[\u0400-\u04ff]+"
    r"|\S"
)


class Token(NamedTuple):
    """One number, word or mark of a text; `number` is its value, or -1."""

    text: str
    start: int
    end: int
    number: int

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.number < 0 and self.text[0].isalpha()


def tokenize(text: str) -> list[Token]:
    """The numbers, words and marks of a text, with their offsets; Devanagari digits count as digits."""
    plain = text.translate(_SAME_LENGTH)
    return [
        Token(found[0], found.start(), found.end(), int(found[0]) if found[0].isdecimal() else -1)
        for found in _TOKEN.finditer(plain)
        if len(found[0]) < 40
    ]


class Calendar(NamedTuple):
    """The words of calendar.toml, by their folded form."""

    months: dict[str, int]
    weekdays: frozenset[str]
    day_parts: dict[str, str]
    clock_words: frozenset[str]
    past_words: frozenset[str]
    minute_words: frozenset[str]
    connectors: frozenset[str]
    inside_date: frozenset[str]
    ordinals: frozenset[str]
    zones: dict[str, int]
    labels: dict[str, TimeLabel]
    label_pattern: re.Pattern[str]
    now_pattern: re.Pattern[str]
    ago: frozenset[str]
    today: frozenset[str]
    yesterday: frozenset[str]
    numbers: dict[str, int]
    units: dict[str, str]


@cache
def calendar() -> Calendar:
    """The calendar words, read once."""
    data = load_toml("newsx.hindi", "lexicon/calendar.toml")
    labels: dict[str, TimeLabel] = {fold(word): "published" for word in data["labels"]["published"]}
    labels |= {fold(word): "modified" for word in data["labels"]["modified"]}
    relative = data["relative"]
    return Calendar(
        months=_by_word({int(number): words for number, words in data["months"].items()}),
        weekdays=_folded(data["weekdays"]["words"]),
        day_parts=_by_word(data["day_parts"]),
        clock_words=_folded(data["clock"]["words"]),
        past_words=_folded(data["clock"]["past"]),
        minute_words=_folded(data["clock"]["minutes"]),
        connectors=_folded(data["connectors"]["words"]),
        inside_date=_folded(data["connectors"]["inside_date"]),
        ordinals=_folded(data["connectors"]["ordinals"]),
        zones={fold(name) if not name.isascii() else name: minutes for name, minutes in data["zones"].items()},
        labels=labels,
        label_pattern=_label_pattern(labels, data["labels"]["not_before"]),
        now_pattern=_any_of(relative["now"]),
        ago=_folded(relative["ago"]),
        today=_folded(relative["today"]),
        yesterday=_folded(relative["yesterday"]),
        numbers={fold(word): number for word, number in relative["numbers"].items()},
        units=_by_word(relative["units"]),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _by_word(groups: dict[Any, list[str]]) -> dict[str, Any]:
    return {fold(word): meaning for meaning, words in groups.items() for word in words}


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first), re.IGNORECASE)


def _label_pattern(labels: dict[str, TimeLabel], not_before: list[str]) -> re.Pattern[str]:
    phrases = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    persons = "|".join(re.escape(fold(word)) for word in not_before)
    letter = r"[a-z\u00df-\u017e\u0400-\u04ff\u0900-\u0963\u0970-\u097f]"
    return re.compile(rf"(?<!{letter})(?P<label>{phrases})(?!{letter})(?!\s*(?:{persons})(?!{letter}))")
