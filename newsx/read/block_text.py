"""The text of a block while it is read, and what it becomes."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from newsx.page import LONGEST_ADDRESS, PageLink
from newsx.text.clean import clean, collapse, remove_invisible

_PLACE = frozenset(("name", "id"))
_WORD = re.compile(r"\S+")
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


class RunningText:
    """The text of a block while it is read, and how much of it is linked, leads away, is bold."""

    __slots__ = ("bold", "external", "inner", "linked", "marks", "parts", "starts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        """For each link in turn, the numbers of the first part in it and of the first one behind it."""
        self.marks: list[tuple[int, str | None]] = []
        """Where a link begins or ends: the number of the first part behind, and the address that it leads to."""
        self.linked = self.external = self.inner = self.bold = 0
        """Letters in links, in links to other sites, in anchors that lead nowhere else, in bold type."""

    def mark(self, address: str | None) -> None:
        """A link begins or ends behind what was read. address: that what follows leads to, None for nowhere."""
        self.starts.append(len(self.parts))
        self.marks.append((len(self.parts), address))

    def extend(self, other: RunningText) -> None:
        """Goes on with another text."""
        at = len(self.parts)
        self.parts += other.parts
        self.starts += [at + start for start in other.starts]
        self.marks += [(at + start, address) for start, address in other.marks]
        self.linked += other.linked
        self.inner += other.inner
        self.external += other.external
        self.bold += other.bold

    def clear(self, address: str | None = None) -> None:
        """Begins anew, within a link to this address."""
        self.parts.clear()
        self.linked = self.external = self.inner = self.bold = 0
        self.starts = []
        self.marks = [] if address is None else [(0, address)]


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


def links_of(text: str, read: RunningText) -> tuple[PageLink, ...]:
    """The links in a text with a letter or digit in their words, and an address.

    Whatever cleaning does to a text, its visible characters stay as they are, so it is these that are counted.
    """
    marks, parts = read.marks, read.parts
    if not marks:
        return ()
    if marks[0][0] == 0 and (len(marks) == 1 or (len(marks) == 2 and not "".join(parts[marks[1][0] :]).strip())):
        address = marks[0][1]  # one link over all of the text, as nearly all have it
        return (PageLink(0, len(text), address),) if address else ()
    linked: list[tuple[int, int, str]] = []
    counted = 0
    for (first, address), (end, _) in zip([(0, None), *marks], [*marks, (len(parts), None)], strict=True):
        size = _visible("".join(parts[first:end]))
        if address and size:
            linked.append((counted, counted + size, address))
        counted += size
    return tuple(link for link in _placed(text, linked) if has_letters(text[link.start : link.end]))


def _visible(text: str) -> int:
    """How many characters of a text are neither white space nor invisible."""
    bare = "".join(text.split())
    return len(bare) if bare.isprintable() else len(remove_invisible(bare))


def _placed(text: str, linked: Sequence[tuple[int, int, str]]) -> Iterator[PageLink]:
    """The links whose first and last characters are told by how many visible ones stand before them."""
    words = [found.span() for found in _WORD.finditer(text)] if linked else []
    counts = list(accumulate((end - start for start, end in words), initial=0))
    for first, end, address in linked:
        one, last = bisect_right(counts, first) - 1, bisect_right(counts, end - 1) - 1
        yield PageLink(words[one][0] + first - counts[one], words[last][0] + end - counts[last], address)


def kept_address(address: str | None) -> str | None:
    """The address of a link, cut where it is too long for one; None where there is none."""
    return address[: LONGEST_ADDRESS + 1] if address else None


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
