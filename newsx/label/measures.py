"""What is measured of each block once, for all features: size, links, how it ends, running text, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsx.label.draft import LONG_WORDS, PROSE_WORDS, SIGNED_WORDS, Draft, Signs
from newsx.page import Block, Page
from newsx.text.sentences import closes_prose

_YEAR = re.compile("(?:19|20)[0-9][0-9]|[०-९]{4}")
_CLOCK = re.compile("[0-9०-९]{1,2}[:.][0-9०-९]{2}")
_DIGITS, _CAPITALS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_LINE = 200
_MOST_LINKS = 0.6
"""A block with more of its letters in links is no running text."""


class Measures(NamedTuple):
    """The measures of a page, by block."""

    page: Page
    signs: Sequence[Signs]
    letters: list[int]
    links: list[float]
    ends: list[int]
    """2 for running text, 1 for what closes like it, 0 for the rest."""
    prose: list[float]
    """Letters of running text that are no links."""
    lines: list[Line]


def measure(draft: Draft) -> Measures:
    """The measures of a page."""
    blocks, signs = draft.page.blocks, draft.signs
    letters = [len(block.text) or 1 for block in blocks]
    links = [block.link_density or 0.0 for block in blocks]
    ends = [_ends(block, own) for block, own in zip(blocks, signs, strict=True)]
    prose = [_prose(size, link, end, own) for size, link, end, own in zip(letters, links, ends, signs, strict=True)]
    lines = [measure_line(block.text, own.folded) for block, own in zip(blocks, signs, strict=True)]
    return Measures(draft.page, signs, letters, links, ends, prose, lines)


class Line(NamedTuple):
    """What a short line shows of dates, digits and capital letters."""

    date: float
    digits: float
    capitals: float


def measure_line(text: str, folded: str) -> Line:
    """What a text shows of dates, digits and capitals, if it is short; folded: the text, folded."""
    if len(text) >= _LONGEST_LINE:
        return Line(0.0, 0.0, 0.0)
    size = len(text) or 1
    digits, capitals = _counts(text, folded)
    date = 2.0 * (_YEAR.search(text) is not None) + (_CLOCK.search(text) is not None) if digits else 0.0
    return Line(date, digits / size, capitals / size)


def _counts(text: str, folded: str) -> tuple[int, int]:
    """The number of digits and of capital letters; bytes are counted faster than each sign is asked."""
    if text.isascii():
        signs = text.encode()
        size = len(signs)
        return size - len(signs.translate(None, _DIGITS)), size - len(signs.translate(None, _CAPITALS))
    return sum(map(str.isdigit, text)), 0 if folded == text else sum(map(str.isupper, text))


def _ends(block: Block, signs: Signs) -> int:
    """2 for running text, 1 for what closes like it, 0 for the rest."""
    if not closes_prose(block.text):
        return 2 if signs.words >= SIGNED_WORDS and signs.sentences > 1 else 0
    return 2 if signs.words >= PROSE_WORDS else 1


def _prose(letters: int, links: float, ends: int, signs: Signs) -> float:
    """Letters of running text that are no links; long text counts though it does not close."""
    if links > _MOST_LINKS or (ends < 2 and signs.words < LONG_WORDS):
        return 0.0
    return letters * (1.0 - links)
