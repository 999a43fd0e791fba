"""Styled lines as a terminal takes them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from newsx.write.terminal import STYLES, Line

_NARROWEST = 20


def width() -> int:
    """Cells in a line of the terminal (or of `COLUMNS`), 80 where there is none."""
    return max(shutil.get_terminal_size().columns, _NARROWEST)


def rendered(lines: Iterable[Line], *, styled: bool) -> str:
    """The lines as text with line ends, `styled` with the escape sequences that the terminal and NO_COLOR allow."""
    if not styled:
        return "".join("".join(text for text, _ in line) + "\n" for line in lines)
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for line in lines:
            console.print(Text.assemble(*((text, STYLES.get(style, "")) for text, style in line)))
    return captured.get()
