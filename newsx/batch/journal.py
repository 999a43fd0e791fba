"""The journal: one JSON line for each input, appended as soon as its output is written.

It is a log. A later line of a name replaces an earlier one, and a line that was cut short by the end of the process
counts as not written. The lines stand in the order in which outputs were written: where all records go into one file,
the record of a line begins where that of the line before ends, `bytes` long.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsx.batch.entries import Entry, Status, from_line, to_line
from newsx.batch.lock import is_at, lock
from newsx.batch.names import collision_key
from newsx.errors import OptionError

_BEGIN = b'{"name": '
_SAMPLE = 100
_TABLE = """
    CREATE TABLE lines (
        name BLOB PRIMARY KEY, at INTEGER, length INTEGER, record_at INTEGER, bytes INTEGER,
        sha256 TEXT, status TEXT, kind TEXT, output BLOB, options TEXT, has_facts INTEGER,
        key BLOB
    ) WITHOUT ROWID;
    CREATE INDEX line_by_key ON lines (key);
"""


class Kept(NamedTuple):
    """What the journal holds on an input that was done before."""

    sha256: str | None
    status: Status
    kind: str | None
    output: str | None
    bytes: int
    options: str
    has_facts: bool


class Place(NamedTuple):
    """Where a line stands in the journal and its record in the one output file: offset and length of each."""

    line: tuple[int, int]
    record: tuple[int, int]


class Journal:
    """The journal file of an output, and an index of what it holds by name."""

    def __init__(self, path: Path, database: sqlite3.Connection, head: int) -> None:
        """Nothing is read yet.

        path: the file. database: where the index may be kept. head: bytes in the one output file before its first
        record.
        """
        self.path = path
        self._database = database
        self._head = head
        self._file: BinaryIO | None = None
        self._end = 0
        self.records_end = head
        self.is_new = False
        """Whether there was none before `lock`."""
        database.executescript(_TABLE)

    def lock(self) -> None:
        """Keeps the file, and with it the whole output, from other processes until `close`.

        Raises:
            OptionError: another process has it, or it is no file.
            OSError: it cannot be written.
        """
        while self._file is None:
            self.is_new = not os.path.lexists(self.path)
            if not self.is_new and not self.path.is_file():
                raise not_ours(self.path)
            file = open(self.path, "ab", buffering=0)  # noqa: SIM115 - open as long as the run
            lock(file, self.path)
            if is_at(file, self.path):
                self._file = file
            else:  # the process that had it has put another in its place, or taken it away
                file.close()

    def replace(self, new: Path) -> None:
        """Has another file take the place of the journal; no other process can come in between.

        Raises:
            OSError: it cannot be put there.
        """
        file = open(new, "ab", buffering=0)  # noqa: SIM115 - open as long as the run
        if os.name == "nt":  # there, a file that is open cannot be moved
            file.close()
            self._opened().close()
            os.replace(new, self.path)
            self._file = open(self.path, "ab", buffering=0)  # noqa: SIM115
            return
        lock(file, self.path)
        os.replace(new, self.path)
        self._opened().close()
        self._file = file

    def read(self) -> None:
        """Reads what it holds; if it is locked, takes away a line at its end that was cut short.

        Raises:
            OptionError: the file is no journal.
            OSError: it cannot be read.
        """
        self._load()
        if self._file is not None and os.fstat(self._file.fileno()).st_size > self._end:
            self._file.truncate(self._end)

    def __len__(self) -> int:
        """How many inputs it holds."""
        [count] = self._database.execute("SELECT count(*) FROM lines").fetchone()
        return int(count)

    def get(self, name: str) -> Kept | None:
        """What it holds on the input of this name."""
        columns = "sha256, status, kind, output, bytes, options, has_facts"
        row = self._database.execute(f"SELECT {columns} FROM lines WHERE name = ?", (os.fsencode(name),)).fetchone()
        if row is None:
            return None
        digest, status, kind, output, size, options, has_facts = row
        output = None if output is None else os.fsdecode(output)
        return Kept(digest, status, kind, output, size, options, bool(has_facts))

    def entry(self, name: str) -> Entry | None:
        """All that the line of this input says.

        Raises:
            OSError: it cannot be read.
        """
        row = self._database.execute("SELECT at, length FROM lines WHERE name = ?", (os.fsencode(name),)).fetchone()
        if row is None:
            return None
        at, length = row
        with open(self.path, "rb") as lines:
            lines.seek(at)
            return from_line(lines.read(length))

    def entries(self) -> Iterator[Entry]:
        """All that it holds, as long as its lines are in order: one for each input.

        Raises:
            OSError: it cannot be read.
        """
        with open(self.path, "rb") as lines:
            yield from filter(None, map(from_line, lines))

    def append(self, entry: Entry) -> None:
        """Writes the line at once; whatever happens to the process, it stands.

        Raises:
            OSError: it cannot be written.
        """
        line = to_line(entry)
        if self._opened().write(line) != len(line):
            raise OSError("the journal cannot be written whole")
        self._index(entry, len(line))

    def truncate(self, records_end: int) -> None:
        """Drops the lines whose records are not inside the first `records_end` bytes of the one output file."""
        cut = self._database.execute(
            "SELECT min(at) FROM lines WHERE bytes > 0 AND record_at + bytes > ?", (records_end,)
        ).fetchone()[0]
        if cut is not None:
            self._opened().truncate(cut)
            self._load()

    def clear(self) -> None:
        """Drops all lines."""
        self._opened().truncate(0)
        self._load()

    def owner(self, output: str) -> str | None:
        """The name of the input that this output, or one that would be the same file, was written for."""
        key = os.fsencode(collision_key(output))
        row = self._database.execute("SELECT name FROM lines WHERE key = ?", (key,)).fetchone()
        return None if row is None else os.fsdecode(row[0])

    def record_ends(self, size: int) -> Iterator[int]:
        """Where records of the one output file end, of some inside its first `size` bytes."""
        query = "SELECT record_at + bytes FROM lines WHERE bytes > 0 AND record_at + bytes <= ? LIMIT ?"
        for (end,) in self._database.execute(query, (size, _SAMPLE)):
            yield end

    def outputs(self) -> Iterator[str]:
        """The outputs that it names."""
        for (output,) in self._database.execute("SELECT output FROM lines WHERE output IS NOT NULL"):
            yield os.fsdecode(output)

    def unplanned(self) -> int:
        """How many of its inputs are not inputs of this run."""
        query = "SELECT count(*) FROM lines WHERE name NOT IN (SELECT name FROM inputs)"
        [count] = self._database.execute(query).fetchone()
        return int(count)

    def unplanned_entries(self) -> list[tuple[str, str | None]]:
        """The names of these, and their outputs."""
        query = "SELECT name, output FROM lines WHERE name NOT IN (SELECT name FROM inputs)"
        rows = self._database.execute(query).fetchall()
        return [(os.fsdecode(name), None if output is None else os.fsdecode(output)) for name, output in rows]

    def forget(self, name: str) -> None:
        """Leaves out the line of this input, and its record, when they are next put in order."""
        self._database.execute("DELETE FROM lines WHERE name = ?", (os.fsencode(name),))

    def in_order(self) -> Iterator[Place]:
        """Where the line and record of each input stand, in the order of the inputs; those of earlier runs follow."""
        query = """
            SELECT at, length, record_at, bytes FROM lines LEFT JOIN inputs USING (name)
            ORDER BY inputs.number IS NULL, inputs.number, at
        """
        for at, length, record_at, size in self._database.execute(query):
            yield Place((at, length), (record_at, size))

    def is_in_order(self) -> bool:
        """Whether the lines stand as `in_order` gives them, one for each input."""
        end = 0
        for place in self.in_order():
            if place.line[0] != end:
                return False
            end += place.line[1]
        return end == self._end

    def close(self) -> None:
        """Lets others write it. One that is new and empty is taken away: it says nothing."""
        if self._file is not None:
            if self.is_new and os.fstat(self._file.fileno()).st_size == 0 and os.name != "nt":
                self.path.unlink(missing_ok=True)
            self._file.close()
            self._file = None

    def _opened(self) -> BinaryIO:
        if self._file is None:
            raise ValueError("the journal is not open for writing")
        return self._file

    def _load(self) -> None:
        self._database.execute("DELETE FROM lines")
        self._end = 0
        self.records_end = self._head
        if not self.path.exists():
            return
        with open(self.path, "rb") as lines:
            for line in lines:
                entry = from_line(line)
                if entry is None and self._end == 0 and not _may_be_cut_short(line):
                    raise not_ours(self.path)
                if entry is None:
                    break
                self._index(entry, len(line))

    def _index(self, entry: Entry, length: int) -> None:
        row = (
            os.fsencode(entry.name),
            self._end,
            length,
            self.records_end,
            entry.bytes,
            entry.sha256,
            entry.status,
            entry.error and entry.error[0],
            None if entry.output is None else os.fsencode(entry.output),
            entry.options,
            entry.facts is not None,
            None if entry.output is None else os.fsencode(collision_key(entry.output)),
        )
        self._database.execute(f"INSERT OR REPLACE INTO lines VALUES ({', '.join('?' * len(row))})", row)
        self._end += length
        self.records_end += entry.bytes


def not_ours(path: Path) -> OptionError:
    """The error for a file that stands in the place of one of newsx, and that newsx did not write."""
    return OptionError(f"{str(path)!r} is there, and newsx did not write it; move it away, or write elsewhere")


def _may_be_cut_short(line: bytes) -> bool:
    return not line.endswith(b"\n") and (line.startswith(_BEGIN) or _BEGIN.startswith(line))
