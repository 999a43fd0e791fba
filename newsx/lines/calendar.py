"""The words of dates and times, and what each means. Data: calendar.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from newsx.lexicon.load import entries, folded_entries, groups, tables
from newsx.text.fold import fold_word

TimeLabel = Literal["published", "modified"]
Meaning = TypeVar("Meaning")
_FILE = "calendar.toml"


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
    before_day: frozenset[str]
    before_time: frozenset[str]
    zones: Mapping[str, int]
    labels: Mapping[str, TimeLabel]
    not_before: frozenset[str]
    before_label: frozenset[str]
    now: tuple[str, ...]
    ago: frozenset[str]
    today: frozenset[str]
    yesterday: frozenset[str]
    numbers: Mapping[str, float]
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
        before_day=_folded("connectors", "before_day"),
        before_time=_folded("connectors", "before_time"),
        zones={name if name.isascii() else fold_word(name): minutes for name, minutes in zones.items()},
        labels=labels,
        not_before=_folded("labels", "not_before"),
        before_label=_folded("labels", "behind_date"),
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
