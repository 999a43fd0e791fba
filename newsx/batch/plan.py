"""What a run will do: its inputs in order, each with the path of its output.

The list is kept in a temporary database on disk, not in memory, for there may be millions of inputs.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newsx.batch.names import collision_key, output_name, told_apart
from newsx.batch.sources import Found, Refusal

_PAGE = 500
_TABLES = """
    CREATE TABLE inputs (
        number INTEGER PRIMARY KEY, name BLOB UNIQUE, path BLOB, place TEXT, output BLOB, kind TEXT, message TEXT,
        mirrored BLOB, page BLOB UNIQUE
    );
    CREATE TABLE outputs (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""
_COLUMNS = "number, name, path, place, output, kind, message"


class Planned(NamedTuple):
    """One input of the run."""

    number: int
    """Its place among the inputs, from 0."""
    name: str
    path: str
    place: str | None
    output: str
    """Path of its output inside the output folder, parts joined by ``/``; "" where all records go into one file."""
    refusal: Refusal | None


def workspace() -> sqlite3.Connection:
    """An empty database in a temporary file that vanishes with it."""
    database = sqlite3.connect("", isolation_level=None)
    # Nothing of it has to outlive the process, so it need not wait for the disk.
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    return database


class Plan:
    """The inputs of a run. One that is found twice is one input."""

    def __init__(self, database: sqlite3.Connection, suffix: str | None) -> None:
        """An empty plan.

        suffix: of the output files, None where all records go into one file.
        """
        self._database = database
        self._suffix = suffix
        self.total = 0
        self._folder = ("", os.path.realpath(os.curdir))  # most inputs stand in the folder of the one before
        database.executescript(_TABLES)

    def add(self, found: Found) -> None:
        """Puts the input at the end, unless it is there already."""
        name, mirrored = os.fsencode(found.name), os.fsencode(found.mirrored)
        kind, message = found.refusal or (None, None)
        row = (self.total, name, os.fsencode(found.path), found.place, b"", kind, message, mirrored, self._page(found))
        added = self._database.execute("INSERT OR IGNORE INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        self.total += added.rowcount

    def settle_outputs(self, owner: Callable[[str], str | None]) -> None:
        """Gives each input the path of its output, once all inputs are in the plan.

        owner: gives the name of the input that an earlier run wrote this output for.
        """
        if self._suffix is None:
            return
        self._database.execute("DELETE FROM outputs")
        query = "SELECT number, name, mirrored FROM inputs WHERE kind IS NULL AND number >= ? ORDER BY number LIMIT ?"
        first = 0
        while rows := self._database.execute(query, (first, _PAGE)).fetchall():
            for number, name, mirrored in rows:
                output = os.fsencode(self._output(os.fsdecode(name), os.fsdecode(mirrored), self._suffix, owner))
                self._database.execute("UPDATE inputs SET output = ? WHERE number = ?", (output, number))
            first = rows[-1][0] + 1

    def __getitem__(self, number: int) -> Planned:
        row = self._database.execute(f"SELECT {_COLUMNS} FROM inputs WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise IndexError(number)
        return _planned(row)

    def __iter__(self) -> Iterator[Planned]:
        number = 0
        query = f"SELECT {_COLUMNS} FROM inputs WHERE number >= ? ORDER BY number LIMIT ?"
        while rows := self._database.execute(query, (number, _PAGE)).fetchall():
            yield from map(_planned, rows)
            number += len(rows)

    def has_output(self, output: str) -> bool:
        """Whether this path is that of an output, or would be the same file as one."""
        key = os.fsencode(collision_key(output))
        return self._database.execute("SELECT 1 FROM outputs WHERE key = ?", (key,)).fetchone() is not None

    def _page(self, found: Found) -> bytes:
        """The same for each path that leads to the same page."""
        folder, name = os.path.split(found.path)
        try:
            if folder != self._folder[0]:
                self._folder = (folder, os.path.realpath(folder))
            path = os.path.join(self._folder[1], name)
            real = os.path.realpath(path) if os.path.islink(path) else path
        except ValueError:  # a NUL in a list
            real = found.path
        if found.refusal is not None:
            real = found.name
        return os.fsencode(real) + (b"" if found.place is None else f"\0{found.place}".encode())

    def _output(self, name: str, mirrored: str, suffix: str, owner: Callable[[str], str | None]) -> str:
        output = output_name(mirrored, suffix)
        plain, told_by = output, name
        while self.has_output(output) or owner(output) not in (None, name):
            output = told_apart(plain, told_by, suffix)
            told_by += "~"  # two names may even have one digest
        self._database.execute("INSERT INTO outputs VALUES (?)", (os.fsencode(collision_key(output)),))
        return output


def _planned(row: tuple[int, bytes, bytes, str | None, bytes, str | None, str]) -> Planned:
    number, name, path, place, output, kind, message = row
    refusal = None if kind is None else Refusal(kind, message)
    return Planned(number, os.fsdecode(name), os.fsdecode(path), place, os.fsdecode(output), refusal)
