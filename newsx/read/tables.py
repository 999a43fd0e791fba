"""Tables while they are cut: which of them hold data, and the texts of their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from newsx.page import Block, PageLink
from newsx.text.cells import cell_starts

MAX_COLUMNS = 64
"""Cells kept of one table row; a larger ``colspan`` is cut to this."""
MAX_CELL = 160
"""A table whose cells are longer than this on average lays out a page and holds no data."""
_SEPARATORS = frozenset("|¦‖·•»«›‹>/\\, ")
_MAX_ROWS = 65_534
"""The largest ``rowspan`` that HTML knows."""


@dataclass(slots=True)
class Cell:
    """A cell: its blocks are ``blocks[first:end]`` of the page."""

    first: int
    columns: int
    rows: int
    heads: bool
    """It heads a column or a row."""
    end: int = -1
    """Behind its last block; -1 while it is open."""
    sign: str = ""
    """What it shows where that is no word, such as a dash."""

    def text(self, blocks: Sequence[Block]) -> str:
        """The text of the cell, in one line."""
        text = " ".join(block.text for block in blocks[self.first : self.end]) or self.sign
        return text.replace("\n", " ") if "\n" in text else text

    def links(self, blocks: Sequence[Block], offset: int) -> Iterator[PageLink]:
        """The links of the cell, in a text in which its own begins at an offset."""
        for block in blocks[self.first : self.end]:
            yield from (PageLink(offset + start, offset + end, address) for start, end, address in block.links)
            offset += len(block.text) + 1


class Grid(NamedTuple):
    """The texts of a table's cells, each row's in their columns."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int
    """Rows at the top that head the columns."""
    links: tuple[PageLink, ...]
    """With their places in the joined text, see `newsx.text.cells`."""


class Table:
    """A table while its cells are read."""

    def __init__(self, first: int, boxes: int, places: int) -> None:
        self.first, self.boxes, self.places = first, boxes, places
        """How many blocks, boxes and places there were before it."""
        self.rows: list[list[Cell]] = []
        self.nested = False
        self._in_head = False

    def start_row(self, element: Any) -> None:
        """A ``<tr>`` of lxml."""
        self.rows.append([])
        parent = element.getparent()
        self._in_head = parent is not None and parent.tag == "thead"

    def start_cell(self, element: Any, block: int) -> None:
        """A ``<td>`` or ``<th>`` of lxml, before the block of this number."""
        if self.rows:
            heads = self._in_head or element.tag == "th"
            columns = min(_span(element, "colspan"), MAX_COLUMNS)
            self.rows[-1].append(Cell(block, columns, min(_span(element, "rowspan"), _MAX_ROWS), heads))

    def end_cell(self, block: int) -> None:
        """The end of the cell that began last, before the block of this number."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].end = block

    def note_sign(self, sign: str) -> None:
        """A text without letters, which is no block: a dash is what a cell says, a bar parts it from others."""
        row = self.rows[-1] if self.rows else None
        if row and row[-1].end < 0 and not _SEPARATORS.issuperset(sign):
            row[-1].sign = sign

    def is_data(self, blocks: Sequence[Block]) -> bool:
        """Rows and columns of short cells, rather than the layout of a page or of a list of paragraphs."""
        filled = [row for row in self.rows if row]
        cells = sum(len(row) for row in filled)
        if self.nested or len(filled) < 2 or not blocks:
            return False
        if sum(len(row) > 1 or held > 0 for row, held in self._with_held() if row) * 2 < len(filled):
            return False
        length = sum(len(block.text) for block in blocks)
        return length / cells <= MAX_CELL and max(len(block.text) for block in blocks) <= 8 * MAX_CELL

    def outside(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks that stand in none of its cells: its caption, and what the markup leaves between them."""
        found: list[Block] = []
        position = self.first
        for cell in chain.from_iterable(self.rows):
            found += blocks[position : cell.first]
            position = cell.end
        return [*found, *blocks[position:]]

    def grid(self, blocks: Sequence[Block]) -> Grid:
        """The cells' texts; a cell over several columns or rows is followed by empty ones in each of them."""
        rows: list[list[str]] = []
        cells: list[list[tuple[int, Cell]]] = []
        header_rows = 0
        held = [0] * MAX_COLUMNS  # for each column, in how many rows more a cell from above stands in it
        for row in self.rows:
            texts: list[str] = []
            placed: list[tuple[int, Cell]] = []
            for cell in row:
                while len(texts) < MAX_COLUMNS and held[len(texts)]:
                    texts.append("")
                at = len(texts)
                placed.append((at, cell))
                texts += [cell.text(blocks), *[""] * (cell.columns - 1)]
                if cell.rows > 1:
                    held[at : at + cell.columns] = [cell.rows] * len(held[at : at + cell.columns])
            if any(held):
                last = max(column for column in range(MAX_COLUMNS) if held[column])
                texts += [""] * (last + 1 - len(texts))
                held = [max(0, left - 1) for left in held]
            if any(texts):
                if header_rows == len(rows) and all(cell.heads for cell in row):
                    header_rows += 1
                rows.append(texts[:MAX_COLUMNS])
                cells.append(placed)
        width = max((_width(texts) for texts in rows), default=0)
        kept = tuple(tuple(texts[:width]) for texts in rows)
        return Grid(kept, header_rows if header_rows < len(rows) else 0, tuple(_links(kept, cells, blocks)))

    def _with_held(self) -> Iterator[tuple[list[Cell], int]]:
        """Each row, and how many cells from above stand in it."""
        ends: dict[int, int] = {}
        held = 0
        for number, row in enumerate(self.rows):
            held -= ends.pop(number, 0)
            yield row, held
            for cell in row:
                if cell.rows > 1:
                    held += 1
                    ends[number + cell.rows] = ends.get(number + cell.rows, 0) + 1


def _links(
    rows: Sequence[Sequence[str]], cells: Iterable[Sequence[tuple[int, Cell]]], blocks: Sequence[Block]
) -> Iterator[PageLink]:
    """The links of a table's cells, of which the columns are told, where a cell stands in the rows."""
    for starts, placed in zip(cell_starts(rows), cells, strict=True):
        for column, cell in placed:
            if column < len(starts):
                yield from cell.links(blocks, starts[column])


def _width(texts: Sequence[str]) -> int:
    """The number of cells up to the last one that is not empty."""
    return next((number for number in range(len(texts), 0, -1) if texts[number - 1]), 0)


def _span(element: Any, attribute: str) -> int:
    """How many columns or rows a cell of lxml covers."""
    value = element.get(attribute)
    return max(1, int(value)) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
