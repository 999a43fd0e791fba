"""Help whose examples fit the terminal: a long command goes on in the next line as a shell reads it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand

from newsx.write.terminal import cells

_EXAMPLE = re.compile(r" {4}(?=\S)")
_FURTHER = " " * 6
_ARGUMENT = re.compile(r"(?:'[^']*'|\"[^\"]*\"|[^\s'\"])+")


class Command(TyperCommand):
    """A command with such help."""

    def get_help(self, ctx: Any) -> str:
        """The help as text."""
        return fitted(super().get_help(ctx))


def fitted(shown: str) -> str:
    """The help with the lines of its examples parted at the terminal's width, between arguments alone."""
    before, heading, after = shown.partition("Examples:\n")
    examples, blank, rest = after.partition("\n\n")
    width = shutil.get_terminal_size().columns
    lines = (part for line in examples.split("\n") for part in _parted(line, width))
    return before + heading + "\n".join(lines) + blank + rest


def _parted(line: str, width: int) -> Iterator[str]:
    """The line, or its parts.

    >>> list(_parted("    newsx search news.db 'a b' -n 50", 28))
    ['    newsx search news.db \\\\', "      'a b' -n 50"]
    """
    if cells(line) <= width or not _EXAMPLE.match(line):
        yield line
        return
    begun, *others = _ARGUMENT.findall(line)
    begun = f"    {begun}"
    for argument in others:
        if cells(f"{begun} {argument} \\") > width:
            yield f"{begun} \\"
            begun = _FURTHER + argument
        else:
            begun += f" {argument}"
    yield begun
