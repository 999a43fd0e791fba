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
    """The text made harmless, in lines of at most `width` cells, parted at spaces and, where a word is too long, inside it."""
    lines: list[str] = []
    line = ""
    for word in harmless(text).split(" "):
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
    for character in word:
        if piece and cells(piece) + _cell(character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def shorten(text: str, width: int, lines: int) -> list[str]:
    """The first `lines` lines of the wrapped text; where more would follow, the last one ends in `… (+N characters)`."""
    wrapped = wrap(text, width)
    if len(wrapped) <= lines:
        return wrapped
    shown = wrapped[:lines]
    # The note's own digits take room, so the last line is cut before what remains is counted.
    room = max(width - cells(f"… (+{len(text)} characters)"), 0)
    shown[-1] = next(_pieces(shown[-1], room)).rstrip() if room else ""
    rest = len(harmless(text)) - len(" ".join(shown))
    shown[-1] += f"… (+{rest} characters)"
    return shown


def indented(lines: list[str], first: str, rest: str, style: str = "") -> list[Line]:
    """Lines of one style, the first behind `first` and the others behind `rest`, which stay plain."""
    return [((first if number == 0 else rest, ""), (line, style)) for number, line in enumerate(lines)]
