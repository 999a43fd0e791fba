"""What a search found, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsx.write.terminal import Line, indented, wrap

_INDENT = "    "
_MARK = "**"
_TURN = "\u2060"  # takes no cell, and no text of a record holds it


class Found(NamedTuple):
    """One article as it is shown."""

    headline: str | None
    facts: Iterable[str | None]
    """What else is told of it; None is left out."""
    parts: Iterable[tuple[str, bool]]
    """The text that shows it, piece by piece, each with whether it was asked for."""


def found_lines(number: int, found: Found, width: int, *, is_styled: bool) -> Iterator[Line]:
    """One article in lines of at most `width` cells; what was asked for stands between `**` where no style shows it.

    number: its place among those found.
    """
    first, room = f"{number}. ".ljust(len(_INDENT)), width - max(len(_INDENT), len(f"{number}. "))
    yield from indented(wrap(found.headline or "-", room), first, _INDENT, "strong")
    facts = " · ".join(filter(None, found.facts))
    yield from indented(wrap(facts, room) if facts else [], _INDENT, _INDENT, "quiet")
    mark = _TURN if is_styled else _MARK
    text = "".join(f"{mark}{part}{mark}" if is_asked else part for part, is_asked in found.parts)
    style = ""
    for line in wrap(text, room):
        spans = [(_INDENT, "")]
        for turns, piece in enumerate(line.split(_TURN)):
            if turns:
                style = "" if style else "kept"
            spans.append((piece, style))
        yield tuple(spans)
