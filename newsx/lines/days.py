"""Calendar days inside a line of tokens: 28 Nov 2020, रविवार 5 फ़रवरी 2024, Feb 04, 2026, 05/02/2024, 2024-02-05."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from newsx.lines.calendar import calendar
from newsx.lines.clock import find_clocks
from newsx.text.words import Token

_YEAR_LENGTH = 4
FIRST_YEAR, LAST_YEAR = 1900, 2056
"""The years that a date can be of; later numbers are years of the Bikram era, whose 2057 began in the year 2000."""


class Day(NamedTuple):
    """A calendar day over the tokens `first` to `last`."""

    day: date
    first: int
    last: int


def find_days(tokens: list[Token], reference: datetime | None, month_first: bool) -> list[Day]:
    """The days of a line in order; one without a year only against `reference`, the latest that is not to come.

    05/02/2024 is in February unless `month_first`; a day that does not exist is left out.
    """
    days: list[Day] = []
    free = 0
    for position, token in enumerate(tokens):
        if position < free or token.number < 0:
            continue
        found = _read_day(tokens, position, free, reference, month_first)
        if found is not None:
            days.append(found)
            free = found.last + 1
    return days


def part_glued_years(tokens: list[Token]) -> list[Token]:
    """The tokens, a year that a clock or a number is glued to parted from it: 22 दिसंबर 202510:20, 22/12/20250."""
    parted: list[Token] = []
    for token in tokens:
        if _YEAR_LENGTH < len(token.text) <= 2 * _YEAR_LENGTH and token.number >= 0 and _ends_before_year(parted):
            year, rest = token.text[:_YEAR_LENGTH], token.text[_YEAR_LENGTH:]
            middle = token.start + _YEAR_LENGTH
            first = Token(year, token.start, middle, int(year), False, year)
            if is_year([first], 0):
                parted += (first, Token(rest, middle, token.end, int(rest), False, rest))
                continue
        parted.append(token)
    return parted


def _ends_before_year(tokens: list[Token]) -> bool:
    """Whether the tokens end in a day and month, so that a year follows: 22 दिसंबर, Dec 22, and 22/12/."""
    last = [token for token in tokens[-4:] if token.text not in (",", ".")][-3:]
    if len(last) < 2:
        return False
    months = calendar().months
    named = last[-1].key in months or (last[-1].number >= 0 and last[-2].key in months)
    numeric = last[-1].text in "/-" and last[-2].number >= 0
    dotted = len(tokens) > 3 and tokens[-1].text == "." and min(tokens[-2].number, tokens[-4].number) >= 0
    return named or numeric or dotted


def _read_day(
    tokens: list[Token], position: int, free: int, reference: datetime | None, month_first: bool
) -> Day | None:
    digits = len(tokens[position].text)
    if digits == 4:
        return _year_first(tokens, position)
    if digits > 2:
        return None
    return (
        _numeric(tokens, position, month_first)
        or _month_first(tokens, position, free, reference)
        or _day_first(tokens, position, free, reference)
    )


def _year_first(tokens: list[Token], position: int) -> Day | None:
    """2024-02-05, 2024/02/05, 2024.02.05, 2024年2月5日, 2024 Feb 5."""
    rest = tokens[position + 1 : position + 5]
    if len(rest) >= 3 and rest[0].text in "-/.年년" and rest[2].text in ("-", "/", ".", "月", "월") and len(rest) == 4:
        east_asian = rest[0].text in "年년"
        if (east_asian or _touching(tokens, position, position + 4)) and _short(rest[1]) and _short(rest[3]):
            return _day(tokens[position].number, rest[1].number, rest[3].number, position, position + 4)
    if len(rest) >= 2 and rest[0].is_word and _short(rest[1]):
        month = calendar().months.get(rest[0].key)
        if month is not None:
            return _day(tokens[position].number, month, rest[1].number, position, position + 2)
    return None


def _numeric(tokens: list[Token], position: int, month_first: bool) -> Day | None:
    """05/02/2024, 05-02-2024, 05.02.2024: the day first, unless the second number can only be one, or on wish."""
    if position + 4 >= len(tokens) or not _touching(tokens, position, position + 4):
        return None
    first, mark, second, again, year = tokens[position : position + 5]
    if mark.text not in "/-." or again.text != mark.text or not _short(second):
        return None
    if not is_year(tokens, position + 4) or _preceded_by_number(tokens, position):
        return None
    swapped = second.number > 12 or (month_first and mark.text == "/" and first.number <= 12)
    day, month = (second.number, first.number) if swapped else (first.number, second.number)
    return _day(year.number, month, day, position, position + 4)


def _month_first(tokens: list[Token], position: int, free: int, reference: datetime | None) -> Day | None:
    """Feb 04, 2026; अक्टूबर 12, 2020; Apr 28 19:20:36 CEST 2023; with a reference also Feb 04."""
    before = position - 1
    while before >= free and tokens[before].text in ("-", ".", "/"):
        before -= 1
    if before < free or position - before > 2 or not tokens[before].is_word:
        return None
    month = calendar().months.get(tokens[before].key)
    if month is None:
        return None
    after = _skip(tokens, position + 1, calendar().ordinals | calendar().inside_date, ",.-'/ ")
    first = _weekday_before(tokens, before, free)
    if is_year(tokens, after):
        return _day(tokens[after].number, month, tokens[position].number, first, after)
    clock = next(find_clocks(tokens, after), None) if after < len(tokens) else None
    if clock is not None and clock.first == after and is_year(tokens, clock.last + 1):
        return _day(tokens[clock.last + 1].number, month, tokens[position].number, first, position)
    return _this_year(month, tokens[position].number, first, position, reference)


def _day_first(tokens: list[Token], position: int, free: int, reference: datetime | None) -> Day | None:
    """28 Nov 2020; 16 अप्रैल, 2020; 5. Mai 2024; 5 de mayo de 2024; 28-Nov-2020; with a reference also 28 Nov."""
    words = calendar()
    middle = _skip(tokens, position + 1, words.ordinals | words.inside_date, ".,-/ ")
    if middle >= len(tokens) or middle - position > 4 or not tokens[middle].is_word:
        return None
    month = words.months.get(tokens[middle].key)
    if month is None:
        return None
    first = _weekday_before(tokens, position, free)
    after = _skip(tokens, middle + 1, words.inside_date, ".,-/'’ ")
    if is_year(tokens, after):
        return _day(tokens[after].number, month, tokens[position].number, first, after)
    return _this_year(month, tokens[position].number, first, middle, reference)


def _this_year(month: int, day: int, first: int, last: int, reference: datetime | None) -> Day | None:
    if reference is None:
        return None
    found = _day(reference.year, month, day, first, last)
    if found is not None and found.day > reference.date() + timedelta(days=1):
        return _day(reference.year - 1, month, day, first, last)
    return found


def _day(year: int, month: int, day: int, first: int, last: int) -> Day | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return Day(date(year, month, day), first, last)
    except ValueError:
        return None


def _weekday_before(tokens: list[Token], first: int, free: int) -> int:
    before = first - 1
    while before >= free and tokens[before].text in (",", ".", "-"):
        before -= 1
    if before >= free and tokens[before].is_word and tokens[before].key in calendar().weekdays:
        return before
    return first


def _skip(tokens: list[Token], position: int, words: frozenset[str], marks: str) -> int:
    while position < len(tokens) and (
        tokens[position].text in marks or (tokens[position].is_word and tokens[position].key in words)
    ):
        position += 1
    return position


def is_year(tokens: list[Token], position: int) -> bool:
    """Whether a year of four digits stands at the position."""
    return (
        position < len(tokens)
        and len(tokens[position].text) == _YEAR_LENGTH
        and FIRST_YEAR <= tokens[position].number <= LAST_YEAR
    )


def _short(token: Token) -> bool:
    return token.number >= 0 and len(token.text) <= 2


def _touching(tokens: list[Token], first: int, last: int) -> bool:
    return all(tokens[n].end == tokens[n + 1].start for n in range(first, last))


def _preceded_by_number(tokens: list[Token], position: int) -> bool:
    """Whether the number goes on to the left, as in 12.5.3.2020."""
    return (
        position >= 2
        and tokens[position - 1].text in "./-"
        and tokens[position - 2].number >= 0
        and _touching(tokens, position - 2, position)
    )
