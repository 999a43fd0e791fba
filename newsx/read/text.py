"""Text dumps: a page without its tags, as select-all, lynx, w3m, a crawl's WET record or an editor left it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsx.page import Block, Kind, Page
from newsx.read.bounds import most_blocks, too_many_blocks
from newsx.read.unwrap import Wrapping, find_wrapping, goes_on
from newsx.text.clean import collapse, remove_invisible
from newsx.text.fold import fold

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINK_NUMBER = re.compile(r"\[(\d{1,4})\]")
_REFERENCE = re.compile(r"^\s*\d{1,4}\. (\S+:\S*.*)$")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_MASTHEAD_LINES = 5
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_BULLET = re.compile(r"([*+•◦▪□○●►▶➤✦‣·]|o(?= \[?\d?))(?: +|$)")
_BULLETS = frozenset("*+•◦▪□○●►▶➤✦‣·o")
_DASH_BULLET = re.compile(r"^[-–—] +(?=\S)")
_NUMBERED = re.compile(r"^[(\[]?([0-9०-९]{1,2})[.)\]]\s+(?=\S)")
_COUNTED = re.compile(r"^[(\[]?([0-9०-९]{1,2})(?:[.)\]]\s+(?=\S)|[.)\]-](?=[^\W\d_]))")
"""As `_NUMBERED`, or with no blank behind the sign: an item only where its neighbours count on (``5-जी`` is none)."""
_MARKS = frozenset("0123456789०१२३४५६७८९([-–—")
"""Signs that a numbered or dashed item begins with; most lines begin otherwise, and need no pattern."""


class _Line(NamedTuple):
    number: int
    raw: str
    text: str
    indent: int
    gap: bool
    bullet: bool


def read_text(text: str) -> Page:
    """The page of a text dump.

    Args:
        text: the dump, decoded. Line ends, tabs, no-break spaces and trailing spaces make no difference.

    Returns:
        A page of form ``text`` whose blocks are its paragraphs in order: hard wraps joined, bullets and link numbers
        taken off, and the addresses of a list of references collected.

    Raises:
        InputTooLargeError: it has more paragraphs than `newsx.read.bounds.most_blocks` of its size.
    """
    plain = remove_invisible(_SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    lines, references = _cut_references([line.rstrip() for line in plain.split("\n")])
    numbered = _has_link_numbers(plain)
    groups = _join(lines, numbered, find_wrapping(lines))
    most = most_blocks(len(text.encode("utf-8", "surrogatepass")))
    blocks = tuple(_without_numbers([_block(group, numbered) for group in _counted(groups, most)]))
    return Page(form="text", blocks=blocks, addresses=(*references, *_shown_addresses(lines)))


def _shown_addresses(lines: Sequence[str]) -> Iterator[str]:
    """The addresses in the lines, and a host alone in one of the first lines, as reader modes put it there."""
    for line in lines[:_MASTHEAD_LINES]:
        if _HOST.fullmatch(line.strip()):
            yield f"https://{line.strip()}/"
    for line in lines:
        if "://" in line:
            yield from _ADDRESS.findall(line)


def _cut_references(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines before the list of references that `lynx -dump` appends, and the addresses in that list."""
    written, numbered = 0, 0
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        if line.endswith("References") and line.strip() == "References" and numbered and numbered >= 0.5 * written:
            listed = (match[1] for line in lines[position + 1 :] if (match := _REFERENCE.match(line)))
            return list(lines[:position]), tuple(address for address in listed if address.startswith("http"))
        written += bool(line.strip())
        numbered += _REFERENCE.match(line) is not None
    return list(lines), ()


def _has_link_numbers(text: str) -> bool:
    """Whether `[12]` before a word numbers a link, as in `lynx -dump`: the numbers count up through the whole page."""
    numbers = [int(number) for number in _LINK_NUMBER.findall(text)]
    if len(numbers) < 5:
        return False
    steps = sum(after == before + 1 for before, after in itertools.pairwise(numbers))
    return steps >= 0.8 * (len(numbers) - 1)


def _lines(raw_lines: Sequence[str], numbered: bool) -> Iterator[_Line]:
    gap, bullet_open = True, False
    for number, raw in enumerate(raw_lines, 1):
        text = raw.strip()
        if not text:
            gap, bullet_open = True, False
            continue
        bullet = bullet_open
        bullet_open = False
        at = 0
        while text[at : at + 1] in _BULLETS and (found := _BULLET.match(text, at)):
            bullet, at = True, found.end()
        text = text[at:]
        if not text:
            bullet_open = True
            continue
        if numbered and not _LINK_NUMBER.sub("", text).strip():
            continue
        yield _Line(number, raw, text, len(raw) - len(raw.lstrip()), gap, bullet)
        gap = False


def _join(raw_lines: Sequence[str], numbered: bool, wrapping: Wrapping | None) -> Iterator[list[_Line]]:
    """The lines of each paragraph."""
    starts = _paragraph_starts(raw_lines, numbered) if wrapping else frozenset()
    group: list[_Line] = []
    for line in _lines(raw_lines, numbered):
        if group and not (wrapping and _continues(group[-1], line, wrapping, starts)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _counted(groups: Iterable[list[_Line]], most: int) -> Iterator[list[_Line]]:
    """The paragraphs, as long as they are not too many for one page."""
    for number, group in enumerate(groups):
        if number == most:
            raise too_many_blocks(most)
        yield group


def _paragraph_starts(raw_lines: Sequence[str], numbered: bool) -> frozenset[str]:
    """The folded texts of the lines that begin a paragraph of their own."""
    return frozenset(fold(line.text) for line in _lines(raw_lines, numbered) if line.gap)


def _continues(before: _Line, line: _Line, wrapping: Wrapping, starts: frozenset[str]) -> bool:
    """Whether `line` goes on with the paragraph of `before`.

    The arithmetic of the wrap is needed; a line that is a phrase of its own, or that begins a paragraph elsewhere
    on the page, is not joined even where the arithmetic would allow it.
    """
    if line.gap or line.bullet or line.number != before.number + 1 or not wrapping.breaks(before.raw, line.raw):
        return False
    return goes_on(before.text, line.text, starts)


def _block(group: Sequence[_Line], numbered: bool) -> Block:
    first = group[0]
    text = first.text if len(group) == 1 else " ".join(line.text for line in group)
    if "  " in text:
        text = collapse(text)
    link_starts: tuple[int, ...] = ()
    if numbered and "[" in text:
        text, link_starts = _take_link_numbers(text)
    listed = first.bullet or (text[:1] in _MARKS and (_NUMBERED.match(text) or _DASH_BULLET.match(text)))
    kind: Kind = "list_item" if listed else "paragraph"
    return Block(
        text=text,
        kind=kind,
        link_density=1.0 if link_starts and link_starts[0] == 0 else None,
        link_starts=link_starts,
        gap_before=first.gap,
        indent=first.indent,
        line=first.number,
    )


def _without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with `1.`, `2.` or a dash taken off list items whose neighbours go on so, as bullets are."""
    counts = [_count(block) if block.text[:1] in _MARKS else None for block in blocks]
    dashes = [block.kind == "list_item" and _DASH_BULLET.match(block.text) is not None for block in blocks]
    for position, (block, count) in enumerate(zip(blocks, counts, strict=True)):
        if count is None and not dashes[position]:
            yield block
            continue
        beside = [n for n in (position - 1, position + 1) if 0 <= n < len(blocks)]
        if count is not None and any(counts[n] == count + n - position for n in beside):
            yield replace(block, text=_COUNTED.sub("", block.text), kind="list_item")
        elif dashes[position] and any(dashes[n] for n in beside):
            yield replace(block, text=_DASH_BULLET.sub("", block.text))
        else:
            yield block


def _count(block: Block) -> int | None:
    found = _COUNTED.match(block.text)
    return int(found.group(1)) if found else None


def _take_link_numbers(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without its `[12]`, and the offsets at which the links begin in what is left."""
    parts: list[str] = []
    starts: list[int] = []
    size = 0
    for position, piece in enumerate(_LINK_NUMBER.split(text)):
        if position % 2:
            starts.append(size)
        else:
            parts.append(piece)
            size += len(piece)
    joined = "".join(parts)
    lead = len(joined) - len(joined.lstrip())
    return collapse(joined), tuple(max(0, start - lead) for start in starts)
