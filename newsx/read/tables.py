"""Tables while they are cut: which of them hold data, and the texts of their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsx.page import Block

MAX_COLUMNS = 64
"""Cells kept of one table row; a larger ``colspan`` is cut to this."""
MAX_CELL = 160
"""A table whose cells are longer than this on average lays out a page and holds no data."""


@dataclass(slots=True)
class Cell:
    """A cell: its blocks are ``blocks[first:end]`` of the page."""

    first: int
    columns: int
    end: int = 0


class Table:
    """A table while its cells are read."""

    def __init__(self, first: int, boxes: int) -> None:
        self.first = first
        self.boxes = boxes
        self.rows: list[list[Cell]] = []
        self.nested = False

    def is_data(self, blocks: Sequence[Block]) -> bool:
        """Rows and columns of short cells, rather than the layout of a page or of a list of paragraphs."""
        filled = [row for row in self.rows if row]
        cells = sum(len(row) for row in filled)
        if self.nested or len(filled) < 2 or not blocks or sum(len(row) > 1 for row in filled) * 2 < len(filled):
            return False
        length = sum(len(block.text) for block in blocks)
        return length / cells <= MAX_CELL and max(len(block.text) for block in blocks) <= 8 * MAX_CELL

    def texts(self, blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
        """The cells' texts, row by row, a cell over several columns followed by empty ones."""
        for row in self.rows:
            texts: list[str] = []
            for cell in row:
                texts.append(" ".join(block.text for block in blocks[cell.first : cell.end]))
                texts += [""] * min(cell.columns - 1, MAX_COLUMNS - len(texts))
            if any(texts):
                yield tuple(texts[:MAX_COLUMNS])


def column_span(element: Any) -> int:
    """How many columns a cell of lxml or BeautifulSoup covers, by its `colspan`."""
    value = element.get("colspan")
    return min(int(value), MAX_COLUMNS) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
