"""Text dumps: a page without its tags, as select-all and paste, lynx, w3m, a crawl's WET record or an editor left it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsx.hindi.care import collapse, remove_invisible
from newsx.hindi.fold import fold
from newsx.hindi.phrases import match_label, match_line
from newsx.hindi.sentences import ends_sentence
from newsx.page import Block, Kind, Label, Page
from newsx.read.unwrap import Wrapping, find_wrapping

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINK_NUMBER = re.compile(r"\[(\d{1,4})\]")
_REFERENCE = re.compile(r"^\s*\d{1,4}\. (\S+:\S*.*)$")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_BULLET = re.compile(r"^([*+•◦▪□○●►▶➤✦‣·]|o(?= \[?\d?))(?: +|$)")
_DASH_BULLET = re.compile(r"^[-–—] +(?=\S)")
_NUMBERED = re.compile(r"^[(\[]?([0-9०-९]{1,2})[.)\]]\s+(?=\S)")
_FORM_FIELD = re.compile(r"_{3,}|\(BUTTON\)|\[ \]|\( \)|\(\*\)|\[BUTTON[^\]]*\](?: \(not implemented\))?")
_LABEL_COLON = re.compile(r"^[^\s:।]{1,20}(?: [^\s:।]{1,16}){0,3} ?[:ः] ")
_NO_WORD = re.compile(r"^[^0-9A-Za-z\u00c0-\u1fff\u2c00-\uffff]*$")


_LEAST_DOUBLED = 16


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
    """
    plain = remove_invisible(_SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    all_lines = [line.rstrip() for line in plain.split("\n")]
    raw_lines, addresses = _cut_references(all_lines)
    numbered = _has_link_numbers(raw_lines)
    wrapping = find_wrapping(raw_lines)
    lines = list(_lines(raw_lines, numbered))
    groups = _join(lines, wrapping)
    blocks = tuple(_without_numbers([_block(group, numbered) for group in groups]))
    shown = tuple(match for line in raw_lines for match in _ADDRESS.findall(line))
    return Page(form="text", blocks=blocks, addresses=addresses + shown)


def _cut_references(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines before the list of references that `lynx -dump` appends, and the addresses in that list."""
    for position in range(len(lines) - 1, -1, -1):
        if lines[position].strip() != "References":
            continue
        tail = [line for line in lines[position + 1 :] if line.strip()]
        found = [match.group(1) for line in tail if (match := _REFERENCE.match(line))]
        if found and len(found) >= 0.5 * len(tail):
            return list(lines[:position]), tuple(address for address in found if address.startswith("http"))
    return list(lines), ()


def _has_link_numbers(lines: Sequence[str]) -> bool:
    """Whether `[12]` before a word numbers a link, as in `lynx -dump`: the numbers count up through the whole page."""
    numbers = [int(number) for line in lines for number in _LINK_NUMBER.findall(line)]
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
        found = _BULLET.match(text)
        while found:
            bullet, text = True, text[found.end() :]
            found = _BULLET.match(text)
        if not text:
            bullet_open = True
            continue
        if numbered and not _LINK_NUMBER.sub("", text).strip():
            continue
        yield _Line(number, raw, text, len(raw) - len(raw.lstrip()), gap, bullet)
        gap = False


def _join(lines: Sequence[_Line], wrapping: Wrapping | None) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    repeated = _paragraph_starts(lines) if wrapping else {}
    for line in lines:
        if groups and wrapping and _continues(groups[-1][-1], line, wrapping, repeated):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _paragraph_starts(lines: Sequence[_Line]) -> dict[str, int]:
    """How often a line begins a paragraph of its own, by its folded text."""
    starts: dict[str, int] = {}
    for line in lines:
        if line.gap:
            key = fold(line.text)
            starts[key] = starts.get(key, 0) + 1
    return starts


def _continues(before: _Line, line: _Line, wrapping: Wrapping, starts: dict[str, int]) -> bool:
    """Whether `line` goes on with the paragraph of `before`.

    The arithmetic of the wrap is needed; a line that is a phrase of its own, or that begins a paragraph elsewhere
    on the page, is not joined even where the arithmetic would allow it.
    """
    if line.gap or line.bullet or line.number != before.number + 1 or not wrapping.breaks(before.raw, line.raw):
        return False
    if _ADDRESS.fullmatch(before.text) or _ADDRESS.fullmatch(line.text):
        return False
    if _NO_WORD.match(line.text) or starts.get(fold(line.text)):
        return False
    found = match_line(line.text)
    if found is not None and found.how == "whole line":
        return False
    if _LABEL_COLON.match(line.text) and ends_sentence(before.text):
        return False
    label = match_label(line.text)
    return label is None or not label.whole_line


def _block(group: Sequence[_Line], numbered: bool) -> Block:
    first = group[0]
    text = collapse(" ".join(line.text for line in group))
    link_starts: tuple[int, ...] = ()
    if numbered:
        text, link_starts = _take_link_numbers(text)
    kind: Kind = "list_item" if first.bullet or _NUMBERED.match(text) or _DASH_BULLET.match(text) else "paragraph"
    return Block(
        text=text,
        kind=kind,
        link_density=1.0 if link_starts and link_starts[0] == 0 else None,
        link_starts=link_starts,
        gap_before=first.gap,
        indent=first.indent,
        line=first.number,
        given=_given(text),
    )


def _without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with `1.`, `2.` or a dash taken off list items whose neighbours go on so, as bullets are."""
    counts = [_count(block) for block in blocks]
    dashes = [_DASH_BULLET.match(block.text) is not None for block in blocks]
    for position, (block, count) in enumerate(zip(blocks, counts, strict=True)):
        beside = [n for n in (position - 1, position + 1) if 0 <= n < len(blocks)]
        if count is not None and any(counts[n] == count + n - position for n in beside):
            yield replace(block, text=_NUMBERED.sub("", block.text))
        elif dashes[position] and any(dashes[n] for n in beside):
            yield replace(block, text=_DASH_BULLET.sub("", block.text))
        else:
            yield block


def _count(block: Block) -> int | None:
    found = _NUMBERED.match(block.text)
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


def _given(text: str) -> Label | None:
    if _NO_WORD.match(text):
        return Label("interface", "signs without a word")
    half = len(text) // 2
    if len(text) >= _LEAST_DOUBLED and text[:half] == text[half:]:
        return Label("caption", "the same words twice without a space, as w3m writes the text of a picture in a link")
    if _FORM_FIELD.search(text):
        return Label("interface", "a form field of a text browser")
    return None
