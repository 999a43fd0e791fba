"""A text with its links taken apart into pieces, for the forms of output that have links."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from newsx.article import BodyBlock, Link
from newsx.text.cells import cell_starts
from newsx.write.markup import is_of_web


class Piece(NamedTuple):
    """A piece of a text, and the address that it leads to."""

    text: str
    url: str | None = None


def pieces(text: str, links: Iterable[Link]) -> Iterator[Piece]:
    """The text in pieces, of which each is one link or none.

    A record may come from anywhere: what does not fit into the text, overlaps, or leads to no web address is no link.
    """
    position = 0
    for link in links:
        is_inside = position <= link.start < link.end <= len(text)
        if not is_inside or not is_of_web(link.url):
            continue
        if link.start > position:
            yield Piece(text[position : link.start])
        yield Piece(text[link.start : link.end], link.url)
        position = link.end
    if position < len(text):
        yield Piece(text[position:])


def piece_lines(text: str, links: Iterable[Link]) -> Iterator[list[Piece]]:
    """The same line by line, without indents; a link that goes on in the next line is one in each."""
    line: list[Piece] = []
    for piece in pieces(text, links):
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                yield line
                line = []
            bare = part.lstrip(" ") if number else part
            if bare:
                line.append(Piece(bare, piece.url))
    yield line


def cell_pieces(block: BodyBlock) -> Iterator[list[list[Piece]]]:
    """Row by row, the cells of a table in pieces."""
    rows = block.rows or ()
    links = deque(block.links)
    for row, starts in zip(rows, cell_starts(rows), strict=True):
        cells: list[list[Piece]] = []
        for cell, start in zip(row, starts, strict=True):
            own: list[Link] = []
            while links and links[0].start < start + len(cell):
                link = links.popleft()
                own.append(replace(link, start=link.start - start, end=link.end - start))
            cells.append(list(pieces(cell, own if block.text.startswith(cell, start) else ())))
        yield cells
