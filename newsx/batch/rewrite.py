"""Journal and records in a new order, whatever happens on the way.

Lines and records that were replaced are left out. The new files are written beside the old ones; the moment at which
the new journal gets its next-to-last name is the one from which the new files count, and `Rewrite.recover` does what is
left to do after it, or takes away what was left before it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from newsx.batch.journal import Journal, not_ours
from newsx.batch.packing import Packer, Packing


class Rewrite:
    """The files that a rewriting goes through."""

    def __init__(self, journal: Path, output: Path | None = None, part: Path | None = None) -> None:
        """journal: the journal file. output, part: the one file of all records, and the one that they stand in now."""
        self._journal = journal
        self._output = output
        self._part = part
        self._unfinished = journal.with_name(f"{journal.name}.new")
        self._next = journal.with_name(f"{journal.name}.next")
        self.new = (output or journal).with_name(f"{(output or journal).name}.newsx.tmp")

    def run(self, journal: Journal, header: bytes = b"", packing: Packing | None = None) -> None:
        """Rewrites the journal, and the records if they are in one file.

        header: what stands before the records. packing: how they are to be packed.
        """
        if self._output is not None and self._part is not None:
            with open(self._part, "rb") as old, open(self.new, "wb") as file:
                new = file if packing is None else packing.pack(file)
                new.write(header)
                for place in journal.in_order():
                    _copy(old, place.record, new)
                if packing is not None:
                    new.close()
        with open(self._journal, "rb") as old, open(self._unfinished, "wb") as new_journal:
            for place in journal.in_order():
                _copy(old, place.line, new_journal)
        os.replace(self._unfinished, self._next)
        self._end(journal)

    def files(self) -> list[Path]:
        """All files that an earlier process may have left, there or not."""
        return [path for path in (self._part, self.new, self._unfinished, self._next) if path is not None]

    def recover(self, journal: Journal) -> None:
        """Ends or undoes what an earlier process began. The journal must be locked: that process may still be at it.

        Raises:
            OptionError: there is a file that is not of an earlier process, for there was no journal.
        """
        if journal.is_new:
            for path in self.files():
                if os.path.lexists(path):
                    raise not_ours(path)
        self._end(journal)

    def _end(self, journal: Journal) -> None:
        if self._next.exists():
            if self._output is not None and self.new.exists():
                os.replace(self.new, self._output)
            if self._part is not None:
                self._part.unlink(missing_ok=True)
            journal.replace(self._next)
        for leftover in (self.new, self._unfinished):
            leftover.unlink(missing_ok=True)


def _copy(source: BinaryIO, place: tuple[int, int], target: BinaryIO | Packer) -> None:
    start, length = place
    if not length:
        return
    if source.tell() != start:
        source.seek(start)
    target.write(source.read(length))
