"""Times of day inside a line of tokens: 08:42 pm IST, शाम 7:30 बजे, 17h36, 7 बजकर 30 मिनट."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsx.lines.calendar import calendar
from newsx.text.words import Token

_SIGNS = frozenset("+-−")
_MOST_WORDS_OF_A_ZONE = 3
_MOST_DIGITS_OF_HOURS = 2


class Clock(NamedTuple):
    """A time of day over the tokens `first` to `last`; `zone` in minutes east of Greenwich, None where not told."""

    hour: int
    minute: int
    zone: int | None
    first: int
    last: int


def find_clocks(tokens: list[Token], position: int = 0) -> Iterator[Clock]:
    """The times of day from a position on. A bare number is one only beside ``pm``, ``बजे`` or their like."""
    while position < len(tokens):
        found = _read_clock(tokens, position) if tokens[position].number >= 0 else None
        if found is None:
            position += 1
        else:
            yield found
            position = found.last + 1


def read_zone(tokens: list[Token], position: int, last: int) -> tuple[int | None, int]:
    """The zone at a position, in minutes east of Greenwich, and its last token; (None, `last`) if there is none."""
    at = position
    if at < len(tokens) and tokens[at].text in ("(", "[", ","):
        at += 1
    if at >= len(tokens):
        return None, last
    token, zones = tokens[at], calendar().zones
    for size in range(min(_MOST_WORDS_OF_A_ZONE, len(tokens) - at), 0, -1):  # भारतीय समयानुसार, India Standard Time
        words = tokens[at : at + size]
        key = " ".join(word.text if word.text.isascii() else word.key for word in words)
        if all(word.is_word for word in words) and key in zones:
            end = at + size - 1
            minutes, behind = _offset(tokens, end + 1, end) if zones[key] == 0 else (None, end)
            return (zones[key], end) if minutes is None else (minutes, behind)
    if token.text in _SIGNS and at == position:
        return _offset(tokens, at, last)
    return None, last


def _offset(tokens: list[Token], sign: int, last: int) -> tuple[int | None, int]:
    """+05:30, +0530, +05.30, +5.5, +01, +5. A minus or a lone hour after a space may be of something else.

    So these need four digits there, or for a plus the name of a zone before it: UTC +5.
    """
    if sign >= len(tokens) or tokens[sign].text not in _SIGNS:
        return None, last
    digits = tokens[sign + 1 : sign + 4]
    if not digits or digits[0].number < 0 or digits[0].start != tokens[sign].end:
        return None, last
    plus = tokens[sign].text == "+"
    touches = tokens[sign].start == tokens[last].end or (plus and tokens[last].is_word)
    parted = len(digits) == 3 and _touch(*digits) and digits[2].number >= 0
    if len(digits[0].text) == 4:
        hours, minutes, end = digits[0].number // 100, digits[0].number % 100, sign + 1
    elif parted and digits[1].text in ":." and len(digits[2].text) == 2:
        hours, minutes, end = digits[0].number, digits[2].number, sign + 3
    elif parted and touches and digits[1].text == "." and digits[2].text == "5":
        hours, minutes, end = digits[0].number, 30, sign + 3
    elif len(digits[0].text) <= _MOST_DIGITS_OF_HOURS and touches:
        hours, minutes, end = digits[0].number, 0, sign + 1
    else:
        return None, last
    known = hours <= 14 and minutes in (0, 30, 45)
    return ((1 if plus else -1) * (hours * 60 + minutes), end) if known else (None, last)


def _read_clock(tokens: list[Token], position: int) -> Clock | None:
    hour = tokens[position]
    if len(hour.text) > 2:
        return None
    minute, last, sure = _read_minute(tokens, position)
    part, first = _part_before(tokens, position)
    after, last = _part_after(tokens, last)
    part = after or part
    beyond = last + 1
    if beyond < len(tokens) and tokens[beyond].is_word and tokens[beyond].key in calendar().clock_words:
        last, sure = beyond, True
        if part is None:
            part, last = _part_after(tokens, last)
    if not sure and part is None:
        return None
    if minute is None and after is None and last == position:
        return None
    whole = _on_24_hours(hour.number, part)
    if whole > 23 or (minute or 0) > 59:
        return None
    zone, last = read_zone(tokens, last + 1, last)
    return Clock(whole, minute or 0, zone, first, last)


def _read_minute(tokens: list[Token], position: int) -> tuple[int | None, int, bool]:
    """The minute after the hour, the last token so far, and whether this can be nothing but a time."""
    rest = tokens[position + 1 : position + 7]
    if (
        len(rest) >= 2
        and rest[0].text in (":", ".", "h")
        and _two_digits(rest[1])
        and _touch(tokens[position], *rest[:2])
    ):
        last = position + 2
        if rest[0].text == ":":
            if len(rest) >= 4 and rest[2].text == ":" and _two_digits(rest[3]):
                last += 2
                if len(rest) >= 6 and rest[4].text in ".," and rest[5].number >= 0 and _touch(*rest[3:6]):
                    last += 2
            return rest[1].number, last, True
        return rest[1].number, last, rest[0].text == "h"
    words = calendar()
    if len(rest) >= 2 and rest[0].is_word and rest[0].key in words.past_words and 0 <= rest[1].number <= 59:
        named = len(rest) >= 3 and rest[2].is_word and rest[2].key in words.minute_words
        if named or (_two_digits(rest[1]) and rest[0].key == "uhr"):
            return rest[1].number, position + 2 + named, True
    return None, position, False


def _two_digits(token: Token) -> bool:
    return token.number >= 0 and len(token.text) == 2


def _touch(*tokens: Token) -> bool:
    return all(left.end == right.start for left, right in pairwise(tokens))


def _part_before(tokens: list[Token], position: int) -> tuple[str | None, int]:
    before = position - 1
    if before >= 0 and tokens[before].is_word and not tokens[before].text.isascii():
        part = calendar().day_parts.get(tokens[before].key)
        if part is not None:
            return part, before
    return None, position


def _part_after(tokens: list[Token], last: int) -> tuple[str | None, int]:
    rest = tokens[last + 1 : last + 5]
    if not rest or not rest[0].is_word:
        return None, last
    part = calendar().day_parts.get(rest[0].key)
    if part is not None:
        return part, last + 1
    if rest[0].text in "apAP" and len(rest) >= 3 and rest[1].text == "." and rest[2].text in "mM":
        dotted = len(rest) == 4 and rest[3].text == "."
        return rest[0].text.lower() + "m", last + 3 + dotted
    return None, last


def _on_24_hours(hour: int, part: str | None) -> int:
    if part == "am" or (part == "night" and hour == 12):
        return 0 if hour == 12 else hour
    if (part == "pm" and hour < 12) or (part == "noon" and hour <= 6) or (part == "night" and 6 <= hour < 12):
        return hour + 12
    return hour
