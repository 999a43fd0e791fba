"""What a person sees at a terminal: text that cannot steer it, measured and wrapped in cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

Span = tuple[str, str]
"""Text and the name of its style, one of `STYLES`; an empty name is plain text."""

Line = tuple[Span, ...]
"""One line of a screen, without its line end."""

STYLES: dict[str, str] = {
    "strong": "bold",
    "quiet": "dim",
    "kept": "bold green",
    "field": "cyan",
    "dropped": "red",
    "warning": "yellow",
}
"""The styles of spans, in the words of rich."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 with ESC, DEL, C1 with the 8-bit CSI
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, embeddings, overrides, isolates
    "\u2028\u2029"  # line and paragraph separators
    "\ud800-\udfff]"  # lone surrogates, among them the undecodable bytes of file names
)


def harmless(text: str) -> str:
    """The text on one line, with controls, bidi controls and lone surrogates spelled out as `\\uXXXX`.

    Joiners (U+200C, U+200D) are letters to Hindi and stay. The spelling is also that of a JSON string,
    so JSON made harmless stays the same JSON.

    >>> harmless("a\\x1b[31mb\\u202ec")
    'a\\\\u001b[31mb\\\\u202ec'
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def harmless_lines(text: str) -> str:
    """As `harmless`, but line feeds and tabs stay: for text that has lines and columns of its own."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else f"\\u{ord(found[0]):04x}", text)


@cache
def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cells(text: str) -> int:
    """How many cells the text takes at most.

    Spacing vowel signs such as ``ा`` take a cell of their own in tmux, xterm and VTE, and none in terminals that
    count grapheme clusters (as `rich.cells` and `wcwidth` do). The wider count never runs over the edge of either.
    """
    return sum(map(_cell, text))


def wrap(text: str, width: int) -> list[str]:
    """The text made harmless, in lines of at most `width` cells.

    Lines part at white space, which counts as one space, and inside a word only where it is longer than a line.
    """
    lines: list[str] = []
    line = ""
    for word in map(harmless, text.split()):
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width)
        lines.extend(full)
    if line or not lines:
        lines.append(line)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for letter in _letters(word):
        if piece and cells(piece) + cells(letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _letters(word: str) -> list[str]:
    """The characters, each with the vowel signs and other marks that stand on it."""
    letters: list[str] = []
    for character in word:
        if letters and unicodedata.category(character)[0] == "M":
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def shorten(text: str, width: int, lines: int) -> list[str]:
    """The first `lines` lines of the wrapped text; the last ends in `… (+N)` where N more characters follow."""
    wrapped = wrap(text, width)
    if len(wrapped) <= lines:
        return wrapped
    # The count's own digits take room, so the last line is cut for the longest count before the rest is counted.
    room = max(width - cells(f"… (+{len(text)})"), 1)
    shown = [*wrapped[: lines - 1], wrap(wrapped[lines - 1], room)[0]]
    rest = len(" ".join(wrapped)) - len(" ".join(shown))
    return [*shown[:-1], f"{shown[-1]}… (+{rest})"]


def paragraph(text: str, width: int, style: str = "") -> list[Line]:
    """The text wrapped, in one style."""
    return [((line, style),) for line in wrap(text, width)]


def indented(lines: list[str], first: str, rest: str, style: str = "") -> list[Line]:
    """Lines of one style, the first behind `first` and the others behind `rest`, which stay plain."""
    return [((first if number == 0 else rest, ""), (line, style)) for number, line in enumerate(lines)]
