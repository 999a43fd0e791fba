"""Lines of markup that ``<br>`` ends where a mail program or an editor wrapped them: joined as in a text dump."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from newsx.page import Block, PageLink
from newsx.read.unwrap import Wrapping, find_wrapping, goes_on
from newsx.text.fold import fold

_LEAST_WRAPS = 4
_EXPLAINED = 0.5
"""Least share of the line ends within paragraphs that the wrap explains."""


@dataclass(slots=True)
class Lines:
    """Blocks of one element that nothing but ``<br>`` parts: ``blocks[first:end]`` of the page."""

    first: int
    end: int
    gaps: set[int] = field(default_factory=set)
    """The numbers of those with more than one ``<br>`` before them."""


def join_lines(blocks: Sequence[Block], found: Sequence[Lines]) -> tuple[list[Block], list[int]] | None:
    """The blocks with wrapped lines joined, and the new number of each and of the end; None where none is wrapped."""
    texts = list(_texts(blocks, found))
    wrapping = find_wrapping(texts)
    if wrapping is None or not _wraps_most(wrapping, texts):
        return None
    starts = frozenset(fold(text) for before, text in pairwise(texts) if text and not before)
    joined = bytearray(len(blocks))
    for lines in found:
        for number in range(lines.first + 1, lines.end):
            before, text = blocks[number - 1].text, blocks[number].text
            if number not in lines.gaps and wrapping.breaks(before, text):
                joined[number] = goes_on(before, text, starts)
    kept = [number for number in range(len(blocks)) if not joined[number]]
    whole = [_joined(blocks[first:end]) for first, end in zip(kept, [*kept[1:], len(blocks)], strict=True)]
    numbers = accumulate(map(operator.not_, joined), initial=-1)
    next(numbers)
    return whole, [*numbers, len(whole)]


def _wraps_most(wrapping: Wrapping, texts: Sequence[str]) -> bool:
    """Whether the wrap explains most line ends, as in prose and not in a list, an address or a poem.

    A line of prose goes on in lower case, where its script has one.
    """
    pairs = [(before, text) for before, text in pairwise(texts) if before and text and "://" not in text]
    explained = [text for before, text in pairs if wrapping.breaks(before, text)]
    cased = [text for text in explained if text[0].lower() != text[0].upper()]
    lower = sum(text[0].islower() for text in cased)
    return len(explained) >= max(_LEAST_WRAPS, _EXPLAINED * len(pairs)) and lower >= len(cased) / 2


def _texts(blocks: Sequence[Block], found: Sequence[Lines]) -> Iterator[str]:
    """The lines of all elements, an empty one wherever a paragraph may end."""
    for lines in found:
        yield ""
        for number in range(lines.first, lines.end):
            if number in lines.gaps:
                yield ""
            yield blocks[number].text


def _joined(parts: Sequence[Block]) -> Block:
    first = parts[0]
    if len(parts) == 1:
        return first
    text = " ".join(part.text for part in parts)
    offsets = list(accumulate((len(part.text) + 1 for part in parts[:-1]), initial=0))
    starts = (offset + start for offset, part in zip(offsets, parts, strict=True) for start in part.link_starts)
    linked = sum(len(part.text) * (part.link_density or 0.0) for part in parts)
    external = sum(len(part.text) * part.external_density for part in parts)
    return replace(
        first,
        text=text,
        link_density=round(linked / len(text), 3),
        external_density=round(external / len(text), 3),
        link_starts=tuple(starts),
        links=tuple(_joined_links(parts, offsets)),
        bold=all(part.bold for part in parts),
    )


def _joined_links(parts: Sequence[Block], offsets: Sequence[int]) -> list[PageLink]:
    """The links of lines in their joined text; one that goes on in the next line is one."""
    links: list[PageLink] = []
    for offset, part in zip(offsets, parts, strict=True):
        for start, end, address in part.links:
            if links and start == 0 and links[-1].end == offset - 1 and links[-1].address == address:
                links[-1] = PageLink(links[-1].start, offset + end, address)
            else:
                links.append(PageLink(offset + start, offset + end, address))
    return links
