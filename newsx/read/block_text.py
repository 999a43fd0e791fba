"""The text of a block while it is read, and what it becomes."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from newsx.text.clean import clean, collapse, remove_invisible

_PLACE = frozenset(("name", "id"))
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


class RunningText:
    """The text of a block while it is read, and how much of it is linked, leads away, is bold."""

    __slots__ = ("bold", "external", "inner", "linked", "parts", "starts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        """For each link in turn, the numbers of the first part in it and of the first one behind it."""
        self.linked = self.external = self.inner = self.bold = 0
        """Letters in links, in links to other sites, in anchors that lead nowhere else, in bold type."""

    def clear(self) -> None:
        """Begins anew."""
        self.parts.clear()
        self.linked = self.external = self.inner = self.bold = 0
        self.starts = []


def link_starts(text: str, read: RunningText) -> tuple[int, ...]:
    """The offsets in a text at which its links begin."""
    bounds = read.starts
    if len(bounds) <= 2 and (not bounds or bounds[0] == 0):  # one link from the beginning on, as nearly all have it
        return (0,)
    found: list[int] = []
    position = 0
    for number, (first, end) in enumerate(zip((0, *bounds), (*bounds, len(read.parts)), strict=True)):
        part = tidy("".join(read.parts[first:end]))
        if not has_letters(part):
            continue
        position = max(position, text.find(part, position))
        if number % 2:
            found.append(position)
        position += len(part)
    return tuple(found)


def has_letters(text: str) -> bool:
    """The text holds a letter or digit; the first one or two characters tell of nearly all texts."""
    return text[:1].isalnum() or text[1:2].isalnum() or any(map(str.isalnum, text))


def tidy(text: str) -> str:
    """`clean`, by a short way for text that holds nothing invisible."""
    collapsed = " ".join(text.split())
    return collapsed if collapsed.isprintable() else clean(text)


def keep_lines(text: str) -> str:
    """The lines of preformatted text, `clean` but for the indents that tell them apart; empty lines go."""
    lines = textwrap.dedent("\n".join(_LINE_ENDS.split(remove_invisible(text).expandtabs()))).split("\n")
    return "\n".join(_indent(line) + collapse(line) for line in lines if collapse(line)).lstrip()


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def leads_nowhere(anchor: Any) -> bool:
    """Whether an ``<a>`` is a place of the page for others to lead to, or leads to one."""
    address = anchor.get("href")
    if address is None:
        return not _PLACE.isdisjoint(anchor.attrib) or not anchor.attrib
    return len(address) > 1 and address[0] == "#"


def leads_away(address: str | None, owner: str) -> bool:
    """Whether a link leads to a host of another owner."""
    if not address or not address.startswith(("http:", "https:", "//")):
        return False
    parts = address.split("/", 3)
    return len(parts) > 2 and not parts[2].lower().endswith(owner)
