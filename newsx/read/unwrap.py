"""Finds the column at which the lines of a text dump were wrapped, and which line ends are such wraps.

A wrap is known by arithmetic, as `fmt`, `lynx` and `w3m` all fill lines greedily: the line was broken because the first
word of the next one did not fit any more. Programs count columns in their own ways (code points, or cells without
vowel signs), so each way of counting is tried, and the one that explains the line ends best is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsx.lexicon.phrases import match_label, match_line
from newsx.text.fold import fold
from newsx.text.sentences import ends_sentence, is_cut_off

Measure = Callable[[str], int]

_NARROWEST, _WIDEST = 40, 160
_LONG_LINE = 0.55
"""Share of the width from which on a line says something about the width."""
_SHORTEST = int(_LONG_LINE * _NARROWEST)
"""A shorter line says nothing about any width."""
_SLACK = 5
"""Columns by which single lines pass the width, where a program counts some sign otherwise than we do."""
_LEAST_WRAPS = 2
_LEAST_EXPLAINED = 0.28
"""Share of the long lines whose ends a wrap explains; by chance it is about 0.15: words take 5 of 34 columns."""
_SURELY_EXPLAINED = 0.72
_FEW = 6
_CLOSED_OF_FEW, _CLOSED = 0.34, 0.5
"""Greatest share of the explained line ends that may close a sentence; of few ends fewer, since they prove less."""
_BULLET = re.compile(r"^\s*(?:[*+•◦▪□○●►▶➤✦‣·-]|\d{1,3}[.)]) ")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_LABEL_COLON = re.compile(r"^[^\s:।]{1,20}(?: [^\s:।]{1,16}){0,3} ?[:ः] ")
_NO_WORD = re.compile(r"^[^0-9A-Za-z\u00c0-\u1fff\u2c00-\uffff]*$")
_NONSPACING = re.compile(
    "[\u0300-\u036f\u0900-\u0902\u093a\u093c\u0941-\u0948\u094d\u0951-\u0957\u0962\u0963\u200b-\u200f]+"
)
_ALL_MARKS = re.compile("[\u0300-\u036f\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200b-\u200f]+")


class Wrapping(NamedTuple):
    """The width at which a dump was wrapped, and the way its program counted columns."""

    width: int
    measure: Measure

    def breaks(self, line: str, following: str) -> bool:
        """Whether the end of `line` is explained by the first word of `following` not fitting on it."""
        size = self.measure(line)
        return size <= self.width + _SLACK and size + 1 + self.measure(_first_word(following)) > self.width


def goes_on(before: str, line: str, starts: Container[str]) -> bool:
    """Whether a line whose wrap is explained may go on with the paragraph of the line before it.

    A line that is a phrase of its own, or that begins a paragraph elsewhere on the page, does not.

    Args:
        before: the line above, white space around it removed.
        line: the line, likewise.
        starts: the folded texts of the lines that begin a paragraph of their own.
    """
    if _ADDRESS.fullmatch(before) or _ADDRESS.fullmatch(line):
        return False
    if _NO_WORD.match(line) or fold(line) in starts:
        return False
    found = match_line(line)
    if found is not None and found.how == "whole line":
        return False
    if _LABEL_COLON.match(line) and ends_sentence(before):
        return False
    label = match_label(line)
    return label is None or not label.whole_line


def find_wrapping(lines: Sequence[str]) -> Wrapping | None:
    """The wrapping of a dump, or None where its lines end where the page's paragraphs end.

    Args:
        lines: the lines as in the file, indents included, white space at their ends removed.
    """
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if following and _SHORTEST <= len(line) <= 2 * _WIDEST and not _BULLET.match(following)
    ]
    if len(pairs) < _LEAST_WRAPS:
        return None
    breakable = [line for line in lines if len(line) > _NARROWEST and _can_break(line)]
    best: tuple[float, Wrapping] | None = None
    for measure in (len, _count_spacing, _count_letters):
        found = _best_width(pairs, breakable, measure)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best and _breaks_within_sentences(best[1], pairs) else None


def _breaks_within_sentences(wrapping: Wrapping, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the lines that the width explains mostly end inside a sentence, as wraps do and paragraphs do not."""
    explained = [line for line, following in pairs if wrapping.breaks(line, following)]
    if _are_rows(explained):
        return False
    closed = sum(ends_sentence(line) or is_cut_off(line) for line in explained)
    return closed <= (_CLOSED_OF_FEW if len(explained) < _FEW else _CLOSED) * len(explained)


def _are_rows(lines: Sequence[str]) -> bool:
    """Whether of a few lines most end in one word, as rows do (रामगंज: 6150 रुपये प्रति क्विंटल); wraps fall anywhere."""
    if not lines or len(lines) > 2 * _FEW:
        return False
    [(_, times)] = Counter(line.rsplit(None, 1)[-1] for line in lines).most_common(1)
    return times > _LEAST_WRAPS and 2 * times > len(lines)


def _best_width(
    pairs: Sequence[tuple[str, str]], lines: Sequence[str], measure: Measure
) -> tuple[float, Wrapping] | None:
    long_lines, explained = _count_ends(pairs, measure)
    if max(explained[_NARROWEST:]) < _LEAST_WRAPS:
        return None
    breakable = _at_most([measure(line) for line in lines])
    best: tuple[float, Wrapping] | None = None
    for width in range(_NARROWEST, _WIDEST + 1):
        if explained[width] < _LEAST_WRAPS:
            continue
        share = explained[width] / long_lines[width]
        near = breakable[width + 30] - breakable[width + _SLACK]
        far = breakable[-1] - breakable[width + 30]
        if explained[width] < 2 * _LEAST_WRAPS and far:
            continue
        if share < _LEAST_EXPLAINED or near > 0.05 * explained[width]:
            continue
        if share < _SURELY_EXPLAINED and (2 * far >= explained[width] or explained[width] < 2 * _LEAST_WRAPS):
            continue
        score = explained[width] * share - near
        if best is None or score > best[0]:
            best = (score, Wrapping(width, measure))
    return best


def _count_ends(pairs: Sequence[tuple[str, str]], measure: Measure) -> tuple[list[int], list[int]]:
    """For each width: how many line ends are those of long lines, and how many of these a wrap explains.

    Each line end counts for a range of widths, so its range is added at its ends, and sums give the counts.
    """
    long_lines, explained = [0] * (_WIDEST + 2), [0] * (_WIDEST + 2)
    for line, following in pairs:
        size = measure(line)
        if size > _WIDEST:
            continue
        widest = min(_WIDEST, int(size / _LONG_LINE))
        long_lines[size] += 1
        long_lines[widest + 1] -= 1
        explained[size] += 1
        explained[min(widest, size + measure(_first_word(following))) + 1] -= 1
    return list(accumulate(long_lines)), list(accumulate(explained))


def _at_most(sizes: Sequence[int]) -> list[int]:
    """How many sizes are at most 0, 1, 2 ..., up to a good deal beyond the widest width; the last counts all."""
    counts = [0] * (_WIDEST + 32)
    for size in sizes:
        counts[min(size, len(counts) - 1)] += 1
    return list(accumulate(counts))


def _first_word(line: str) -> str:
    return line.split(None, 1)[0]


def _can_break(line: str) -> bool:
    """Whether a program could have broken the line at all: an address or a row of signs cannot be broken."""
    return " " in line.strip() and not any(len(word) > _NARROWEST for word in line.split())


def _count_spacing(line: str) -> int:
    return len(_NONSPACING.sub("", line))


def _count_letters(line: str) -> int:
    return len(_ALL_MARKS.sub("", line))
