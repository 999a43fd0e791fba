"""The file: whose it is, and its records put in, replaced and taken away."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from newsx.database.rows import BLOCK_COLUMNS, SEARCHED, Rows, folded_texts, unpack
from newsx.errors import InputError

APPLICATION_ID = 0x6E777378  # "nwsx", in the header of the file: https://sqlite.org/pragma.html#pragma_application_id
VERSION = 2
"""Of the tables and of the folding of what is in the index."""

_HEADER = 100
_WAIT = 60.0
"""Seconds that another program may keep the file from being read or written."""
_CACHE_KB = 64_000


class Kind(NamedTuple):
    """What the header of a file says."""

    is_ours: bool
    version: int


def kind(path: Path) -> Kind:
    """Whether a file is a database of newsx, and of which version of its tables.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        header = file.read(_HEADER)
    is_ours = header.startswith(b"SQLite format 3\0") and header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return Kind(is_ours, int.from_bytes(header[60:64], "big"))


def connect(path: Path) -> sqlite3.Connection:
    """A database of newsx to be read.

    Raises:
        InputError: there is none at this path.
    """
    try:
        found = kind(path)
    except OSError as error:
        raise InputError(f"{path}: it cannot be read: {error.strerror or error}") from error
    if not found.is_ours:
        raise InputError(f"{path}: it is no database of newsx; newsx batch PAGES -o NEWS.db writes one")
    if found.version != VERSION:
        raise InputError(f"{path}: it is of another newsx (tables {found.version}, not {VERSION}); write it anew")
    # A run that was killed may have left a change half done, which the next to open the file undoes.
    mode = "rw" if os.access(path, os.W_OK) else "ro"
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT)
    database.execute("PRAGMA query_only = ON")
    database.execute("PRAGMA trusted_schema = OFF")
    return database


def create(path: Path) -> None:
    """Makes an empty database at a path where nothing is. If the process ends on the way, the file is worth nothing.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    tables = files("newsx.database").joinpath("tables.sql").read_text("utf-8")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.executescript(f"BEGIN; {tables} COMMIT;")


class Store:
    """A database of newsx to be written. What is not committed when the process ends is as if it had never been."""

    def __init__(self, path: Path) -> None:
        """Opens the file, which `create` made.

        Raises:
            sqlite3.Error: it cannot be opened.
        """
        self._database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        self._database.execute(f"PRAGMA cache_size = -{_CACHE_KB}")

    def __len__(self) -> int:
        """How many records it holds."""
        [count] = self._database.execute("SELECT count(*) FROM articles").fetchone()
        return int(count)

    def has(self, page: str) -> bool:
        """Whether there is a record of this page."""
        return self._id(page) is not None

    def put(self, page: str, packed: bytes) -> bool:
        """Puts in a record that `newsx.database.rows.pack` packed, and returns whether there was one of the same page.

        Raises:
            sqlite3.Error: it cannot be written; nor is what was put in since the last commit.
        """
        rows = unpack(packed)
        with self._transaction():
            before = self._take_out(page)
            self._put_in(before, page, rows)
        return before is not None

    def remove(self, page: str) -> bool:
        """Takes the record of this page away, and returns whether there was one.

        Raises:
            sqlite3.Error: it cannot be taken away; nor was what was put in since the last commit.
        """
        with self._transaction():
            return self._take_out(page) is not None

    def commit(self) -> None:
        """Has all that was put in and taken away stand, whatever happens to the process.

        Raises:
            sqlite3.Error: it cannot be written; it will stand with the next commit that can.
        """
        if self._database.in_transaction:
            self._database.execute("COMMIT")

    def close(self) -> None:
        """Closes the file without what was not committed."""
        self._database.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Begins one, or goes on with it. Left by an exception, with half a record, it ends as if it had not begun."""
        if not self._database.in_transaction:
            self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._database.in_transaction:  # a full disk has ended it already
                self._database.execute("ROLLBACK")
            raise

    def _put_in(self, number: int | None, page: str, rows: Rows) -> None:
        values = {"id": number, "page": page, **rows.article}
        row = self._insert("articles", values)
        number = row.lastrowid or 0
        self._insert("articles_fts", {"rowid": number, **dict(zip(SEARCHED, rows.folded, strict=True))})
        blocks = ((number, position, *block) for position, block in enumerate(rows.blocks))
        self._database.executemany(f"INSERT INTO blocks VALUES ({', '.join('?' * (2 + len(BLOCK_COLUMNS)))})", blocks)
        for table, texts in (("people", rows.people), ("tags", rows.tags)):
            placed = ((number, position, text) for position, text in enumerate(texts))
            self._database.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", placed)

    def _id(self, page: str) -> int | None:
        row = self._database.execute("SELECT id FROM articles WHERE page = ?", (page,)).fetchone()
        return None if row is None else int(row[0])

    def _take_out(self, page: str) -> int | None:
        """Takes a record out and returns its number, None where there is none."""
        number = self._id(page)
        if number is None:
            return None
        texts = self._database.execute(f"SELECT {', '.join(SEARCHED)} FROM articles WHERE id = ?", (number,)).fetchone()
        folded = dict(zip(SEARCHED, folded_texts(list(texts)), strict=True))
        self._insert("articles_fts", {"articles_fts": "delete", "rowid": number, **folded})
        for table in ("blocks", "people", "tags"):
            self._database.execute(f"DELETE FROM {table} WHERE article_id = ?", (number,))
        self._database.execute("DELETE FROM articles WHERE id = ?", (number,))
        return number

    def _insert(self, table: str, values: dict[str, object]) -> sqlite3.Cursor:
        marks = ", ".join("?" * len(values))
        return self._database.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", [*values.values()])
