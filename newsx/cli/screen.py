"""Styled lines as a terminal takes them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import Literal

from newsx.write.terminal import STYLES, Line

Color = Literal["auto", "always", "never"]
"""What `--color` takes."""

STANDARD_OUTPUT, STANDARD_ERROR = 1, 2
_NARROWEST = 20
_WITHOUT_TERMINAL = 80


def width(stream: int = STANDARD_OUTPUT) -> int:
    """Cells in a line of `COLUMNS`, else of the terminal that this stream ends at, else 80.

    What goes into a pipe ends at the terminal too, for behind it is a pager, or somebody who looks at it.
    """
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isascii() and asked.isdigit() else 0
    return max(columns or next(_widths(stream), _WITHOUT_TERMINAL), _NARROWEST)


def _widths(stream: int) -> Iterator[int]:
    streams = [stream]
    if stream == STANDARD_OUTPUT and _is_pipe(stream):
        streams += [STANDARD_ERROR, 0]
    for number in streams:
        try:
            columns = os.get_terminal_size(number).columns
        except (OSError, ValueError):  # it is closed, or no terminal
            continue
        if columns:
            yield columns


def _is_pipe(stream: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(stream).st_mode)
    except OSError:
        return False


def rendered(lines: Iterable[Line], *, is_terminal: bool, color: Color = "auto") -> str:
    """The lines as text with line ends, at a terminal with the escape sequences that it and NO_COLOR allow.

    color: has them always or never.
    """
    if color == "never" or (color == "auto" and not is_terminal):
        return "".join("".join(text for text, _ in line) + "\n" for line in lines)
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, markup=False, highlight=False, emoji=False)
    if color == "always":
        console = Console(
            soft_wrap=True,
            markup=False,
            highlight=False,
            emoji=False,
            force_terminal=True,
            no_color=False,
            color_system="standard",
        )
    with console.capture() as captured:
        for line in lines:
            console.print(Text.assemble(*((text, STYLES.get(style, "")) for text, style in line)))
    return captured.get()
