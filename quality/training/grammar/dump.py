"""Text dumps of pages: select-all, lynx, w3m, WET, wrapped by an editor, cut down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quality.training.grammar.page import Piece
from quality.training.grammar.templates import Draw

_MARKS = re.compile(
    "[\u0900-\u0902\u093a\u093c\u0941-\u0948\u094d\u0951-\u0957\u0962\u0963\u0981\u09bc\u0a81\u0abc\u0bcd\u200b-\u200f]"
)


_APART = frozenset("headline summary highlight body subheading update second_story dateline".split())
"""Roles whose pieces keep to their own lines."""


@dataclass(frozen=True, slots=True)
class DumpStyle:
    """How a dump is set."""

    name: str
    width: int | None = None
    """Lines are wrapped at so many cells."""
    indent: int = 0
    gaps: str = "blocks"
    """Empty lines: ``blocks`` before blocks, ``prose`` before paragraphs alone, ``all`` before every line, ``none``."""
    bullets: tuple[str, ...] = ()
    """By depth."""
    numbered_links: bool = False
    extras: str = ""
    """Form fields and pictures as lynx or w3m show them."""


def draw_style(draw: Draw) -> DumpStyle:
    """One of the styles, the usual ones more often."""
    kind = draw.random.random()
    if kind < 0.26:
        return DumpStyle("browser", gaps=draw.choice(("blocks", "blocks", "prose")))
    if kind < 0.36:
        return DumpStyle(
            "paste", gaps=draw.choice(("none", "all", "prose")), bullets=draw.choice(((), ("•",), ("-",), ("*",)))
        )
    if kind < 0.52:
        return DumpStyle(
            "lynx",
            draw.choice((79, 79, 79, 72, 100)),
            3,
            bullets=("*", "+", "o"),
            numbered_links=draw.chance(75),
            extras="lynx",
        )
    if kind < 0.66:
        return DumpStyle("w3m", draw.choice((80, 80, 80, 100)), bullets=("•", "□", "■"), extras="w3m")
    if kind < 0.82:
        return DumpStyle("wet", gaps="none", bullets=draw.choice(((), (), ("•",))))
    if kind < 0.92:
        return DumpStyle(
            "wrapped",
            draw.between(40, 120),
            gaps=draw.choice(("blocks", "blocks", "none", "prose", "all")),
            bullets=draw.choice(((), ("*",), ("-",))),
        )
    return DumpStyle("plain", gaps=draw.choice(("blocks", "all", "none")), bullets=draw.choice(((), ("-",))))


def cells(text: str) -> int:
    """How wide a terminal sets the text: signs that stand above and below others take no room.

    >>> cells("की"), cells("कु"), cells("abc")
    (2, 1, 3)
    """
    return len(_MARKS.sub("", text))


def _wrapped(text: str, width: int, first: str, rest: str) -> Iterable[str]:
    line, used = first, len(first)
    empty = True
    for word in text.split(" "):
        wide = cells(word)
        if not empty and used + 1 + wide > width:
            yield line
            line, used, empty = rest, len(rest), True
        line += word if empty else f" {word}"
        used += wide if empty else wide + 1
        empty = False
    yield line


def lines_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by the line that they begin on."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and piece.join in {"space", "glue"}:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def run_together(draw: Draw, pieces: list[Piece]) -> list[Piece]:
    """The pieces; on some pages lines of furniture have lost the line end between them."""
    if draw.chance(12):
        for before, piece in pairwise(pieces):
            if not {before.role, piece.role} & _APART and draw.chance(7):
                piece.join = draw.choice(("glue", "glue", "space"))
    return pieces


def with_extras(draw: Draw, pieces: list[Piece], style: DumpStyle) -> list[Piece]:
    """The pieces and what a text browser shows beside them: buttons, fields, names of pictures."""
    if not style.extras:
        return pieces
    found: list[Piece] = []
    for piece in pieces:
        if piece.join in {"block", "line"} and piece.role not in {"body", "highlight"} and draw.chance(2):
            found.append(_extra(draw, style.extras))
        found.append(piece)
    if found and draw.chance(30):
        found.insert(0, _extra(draw, style.extras))
    return found


def _extra(draw: Draw, program: str) -> Piece:
    if draw.chance(40):
        return Piece(draw.slot(f"{program}_field"), "interface")
    name = draw.slot("picture")
    return Piece(f"[{name.partition('.')[0] if program == 'w3m' else name}]", "caption")


def render(draw: Draw, pieces: Sequence[Piece], style: DumpStyle, host: str) -> str:
    """The dump of the pieces."""
    out: list[str] = []
    links: list[str] = []
    for number, group in enumerate(lines_of(pieces)):
        text = _joined(draw, group, style, links)
        first = group[0]
        if number and _gap(first, style):
            out.append("")
        prefix, rest = _margins(first, style)
        if style.width is None:
            out.append(prefix + text)
        else:
            out += _wrapped(text, style.width, prefix, rest)
    if links and draw.chance(80):
        out += ["", "References", "", *(["   Visible links:"] if draw.chance(50) else [])]
        out += [f"{n:4d}. https://{host}/{address}" for n, address in enumerate(links, 1)]
    return _as_saved(draw, "\n".join(out) + ("\n" if draw.chance(70) else ""))


def _as_saved(draw: Draw, text: str) -> str:
    """The text with the line ends, tabs and spaces that some programs save."""
    if draw.chance(4):
        text = text.replace("\n", "\r\n")
    if draw.chance(3):
        text = text.replace("\n", " \n")
    if draw.chance(3):
        text = text.replace("\n   ", "\n\t")
    if draw.chance(3):
        text = text.replace("। ", "।\u00a0")
    return text


def _joined(draw: Draw, group: Sequence[Piece], style: DumpStyle, links: list[str]) -> str:
    text = ""
    for piece in group:
        shown = piece.text
        if style.numbered_links and piece.link:
            links.append(f"{piece.role}/{len(links) * 7 + 1000}.html")
            shown = f"[{len(links)}]{shown}"
        text += f" {shown}" if text and piece.join == "space" else shown
    return text


def _gap(piece: Piece, style: DumpStyle) -> bool:
    if style.gaps == "prose":
        return (
            piece.join == "block"
            and piece.kind in {"paragraph", "quote"}
            and piece.role in {"body", "summary", "bio", "second_story", "caption"}
        )
    return style.gaps == "all" or (style.gaps == "blocks" and piece.join == "block")


def _margins(piece: Piece, style: DumpStyle) -> tuple[str, str]:
    """What stands before the first line of a piece and before the others."""
    if piece.kind == "list_item" and style.bullets:
        mark = style.bullets[min(piece.level, len(style.bullets)) - 1]
        indent = " " * ((style.indent + 2 if style.indent else 2 if style.name == "w3m" else 0) + 4 * (piece.level - 1))
        return f"{indent}{mark} ", indent + ("  " if style.width else "")
    if piece.kind == "heading" and piece.level == 1:
        return "", ""
    return " " * style.indent, " " * style.indent
