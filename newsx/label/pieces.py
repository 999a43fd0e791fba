"""A piece of a block as a block of its own, its links where they stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from operator import attrgetter
from typing import Any

from newsx.page import Block, PageLink


def piece(block: Block, start: int, end: int | None = None, strip: str | None = None, **changed: Any) -> Block:
    """The block with ``text[start:end]`` alone, stripped of white space or of the characters of `strip`.

    Where its links begin is not told any more, but by `links`. changed: other fields of the block.
    """
    text = block.text[start:end]
    bare = text.lstrip(strip)
    first = start + len(text) - len(bare)
    bare = bare.rstrip(strip)
    links = tuple(_within(block.links, first, bare)) if block.links else ()
    return replace(block, **{"text": bare, "links": links, "link_starts": (), **changed})


def _within(links: Sequence[PageLink], first: int, text: str) -> Iterator[PageLink]:
    at = bisect_right(links, first, key=attrgetter("end"))  # a row of links is cut into as many pieces
    for link in takewhile(lambda link: link.start < first + len(text), islice(links, at, None)):
        start, end = max(link.start - first, 0), min(link.end - first, len(text))
        words = text[start:end] if start < end else ""
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if any(map(str.isalnum, words)):
            yield PageLink(start, end, link.address)
