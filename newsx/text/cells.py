"""The cells of a table as one text: those of a row joined by bars, each row in a line, empty cells left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_BETWEEN_CELLS, _BETWEEN_ROWS = " | ", "\n"


def join_cells(rows: Sequence[Sequence[str]]) -> str:
    """The text of a table.

    >>> join_cells([["सीट", "", "दल"], ["4"]])
    'सीट | दल\\n4'
    """
    return _BETWEEN_ROWS.join(_BETWEEN_CELLS.join(filter(None, row)) for row in rows)


def cell_starts(rows: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Row by row, the offsets in that text at which the cells begin; of an empty one that of what follows.

    >>> list(cell_starts([["सीट", "", "दल"], ["4"]]))
    [[0, 6, 6], [9]]
    """
    position = 0
    for row in rows:
        starts: list[int] = []
        for cell in row:
            starts.append(position)
            position += len(cell) + len(_BETWEEN_CELLS) if cell else 0
        yield starts
        position += len(_BETWEEN_ROWS) - (len(_BETWEEN_CELLS) if any(row) else 0)
