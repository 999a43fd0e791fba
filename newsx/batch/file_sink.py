"""All records in one file: JSON Lines, gzipped or not, CSV, or Parquet.

While a run goes on the records stand in ``OUT.part``, which each run appends to; the file itself appears, or is
replaced, when all inputs are done. Where ``OUT.part`` is there, it is what the journal tells of; where it is not,
``OUT`` is. What is packed at the end is plain in ``OUT.part``, and unpacked into it if there is more to append.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO

from newsx.batch.journal import Journal, not_ours
from newsx.batch.packing import Packing
from newsx.batch.rewrite import Rewrite
from newsx.errors import OptionError

_LONGEST_HEADER = 10_000
_PIECE = 1 << 20


class FileSink:
    """Appends records to one file."""

    def __init__(self, path: Path, header: bytes = b"", packing: Packing | None = None) -> None:
        """path: the file. header: what stands before the first record. packing: how it is packed in the end."""
        self.root = path
        self.head = len(header)
        self.journal_path = path.with_name(f"{path.name}.journal.jsonl")
        self._header = header
        self._packing = packing
        self._part = path.with_name(f"{path.name}.part")
        self.standing = self._part
        """Where the records are while the run goes on."""
        self._rewrite = Rewrite(self.journal_path, path, self._part)
        self._file: BinaryIO | None = None
        self._size = 0
        self._is_begun = False

    def make_place(self) -> None:
        """The folder that the file is to stand in is there."""

    def recover(self, journal: Journal) -> None:
        """Ends what an earlier run could not end. The journal must be locked, as for all that follows."""
        self._rewrite.recover(journal)

    def open(self, journal: Journal, *, fresh: bool) -> None:
        """Brings journal and records into step, or begins anew.

        Raises:
            OptionError: the file there is not what the journal tells of, or no run is known to have written it, and
                this is not to be a fresh start.
        """
        if self._packing is not None and self.root.exists() and not self._packing.is_ours(self.root):
            raise not_ours(self.root)
        if journal.is_new and self.root.exists() and not fresh:
            raise OptionError(f"{str(self.root)!r} is there and has no journal; --fresh replaces it")
        if self._part.exists() and not self._is_told_of(journal):
            raise not_ours(self._part)
        if fresh or not (self._part.exists() or self.root.exists()):
            self._begin(self._header)
            journal.clear()
        elif self._part.exists():
            self._check_header()
            journal.truncate(self._part.stat().st_size)
            if self._part.stat().st_size < self.head:
                self._begin(self._header)
        else:
            self._check_header()
            if self._packing is None and self.root.stat().st_size != journal.records_end:
                raise self._changed()
        self._size = journal.records_end

    def holds(self, output: str, size: int) -> bool:
        """A record that the journal tells of is there: `open` made sure."""
        return True

    def write(self, output: str, record: bytes, *, replaces: bool = False) -> str:
        """Appends a record and returns the name of the file.

        Raises:
            OSError: it cannot be written.
        """
        if self._file is None:
            self._file = self._opened()
        written = 0
        while written < len(record):
            written += self._file.write(record[written:])
        self._size += len(record)
        return self.root.name

    def remove(self, output: str) -> None:
        """A record that was replaced stays until `publish`."""

    def publish(self, journal: Journal) -> None:
        """Ends a run in which each input was done: the file appears, its records in the order of the inputs."""
        in_order = journal.is_in_order()
        if in_order and not self._part.exists():
            return
        self._file = self._file or self._opened()
        self._close_file()
        if not in_order:
            self._rewrite.run(journal, self._header, self._packing)
        elif self._packing is None:
            os.replace(self._part, self.root)
        else:
            self._pack(self._packing)

    def close(self, journal: Journal) -> None:
        """Closes the file; what was written stands."""
        self._close_file()
        if self._is_begun and journal.is_new and not len(journal):
            self._part.unlink(missing_ok=True)  # without a journal nobody would know whose it is

    def _pack(self, packing: Packing) -> None:
        new = self._rewrite.new
        with open(self._part, "rb") as plain, open(new, "wb") as file:
            packer = packing.pack(file)
            while data := plain.read(_PIECE):
                packer.write(data)
            packer.close()
        os.replace(new, self.root)
        self._part.unlink()

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self, content: bytes) -> None:
        temporary = self._rewrite.new
        temporary.write_bytes(content)
        os.replace(temporary, self._part)
        self._is_begun = True

    def _opened(self) -> BinaryIO:
        """The part file, cut to what the journal tells of; made of the file of an earlier run where there is none."""
        if not self._part.exists():
            self._copy_root()
            if self._rewrite.new.stat().st_size != self._size:
                self._rewrite.new.unlink()
                raise self._changed()
            os.replace(self._rewrite.new, self._part)
        file = open(self._part, "r+b", buffering=0)  # noqa: SIM115 - open as long as the run
        file.truncate(self._size)
        file.seek(self._size)
        return file

    def _copy_root(self) -> None:
        """The plain records of the file as they stand in it, under a temporary name."""
        if self._packing is None:
            shutil.copyfile(self.root, self._rewrite.new)
            return
        with open(self._rewrite.new, "wb") as copy:
            try:
                copy.writelines(self._packing.unpack(self.root))
            except ValueError as error:
                raise self._changed() from error

    def _is_told_of(self, journal: Journal) -> bool:
        """Whether the part file can be the one that the journal tells of: its records end with their lines."""
        size = self._part.stat().st_size
        with open(self._part, "rb") as file:
            if file.read(self.head) != self._header[:size]:
                return self._has_other_columns()
            for end in journal.record_ends(size):
                file.seek(end - 1)
                if file.read(1) != b"\n":
                    return False
        return True

    def _has_other_columns(self) -> bool:
        from newsx.write.fields import field_names

        with open(self._part, encoding="utf-8-sig", errors="replace") as file:
            return set(file.readline(_LONGEST_HEADER).strip().split(",")) <= set(field_names())

    def _check_header(self) -> None:
        if not self._header:
            return
        path = self._part if self._part.exists() else self.root
        with open(path, "rb") as file:
            found = file.read(self.head)
        if found != self._header[: len(found)]:
            message = f"{str(self.root)!r} has other columns, or was made without --excel or with it"
            raise OptionError(f"{message}; --fresh replaces it, or write elsewhere")

    def _changed(self) -> OptionError:
        return OptionError(f"{str(self.root)!r} was changed since newsx wrote it; --fresh replaces it")
