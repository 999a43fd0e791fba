"""All records in one SQLite database, which can be searched while the run goes on.

Each record is a row under the name of its page, as each is a file in an output folder: one that is read again takes the
place of the one before. New records are committed some at a time. The journal may name a few more than the database
holds after the process was killed; these are missed, and read again.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from newsx.batch.journal import Journal, not_ours
from newsx.batch.rewrite import Rewrite
from newsx.database.store import VERSION, Store, create, kind
from newsx.errors import OptionError

_TOGETHER = 500
_LONGEST = 1.0
"""Seconds that a record may wait to be committed, as long as others come."""
_BESIDE = ("-journal", "-wal", "-shm")
"""Endings of the files that SQLite makes beside a database."""


class DatabaseSink:
    """Puts records into a database."""

    head = 0

    def __init__(self, path: Path) -> None:
        """path: the file."""
        self.root = path
        self.standing = path
        """Where the records are while the run goes on."""
        self.journal_path = path.with_name(f"{path.name}.journal.jsonl")
        self._rewrite = Rewrite(self.journal_path)
        self._new = path.with_name(f"{path.name}.newsx.tmp")
        self._store: Store | None = None
        self._waiting = 0
        self._since = 0.0

    def make_place(self) -> None:
        """The folder that the file is to stand in is there."""

    def recover(self, journal: Journal) -> None:
        """Ends what an earlier run could not end. The journal must be locked, as for all that follows."""
        self._rewrite.recover(journal)
        if journal.is_new and os.path.lexists(self._new):
            raise not_ours(self._new)
        self._new.unlink(missing_ok=True)

    def open(self, journal: Journal, *, fresh: bool) -> None:
        """Opens the database, or begins a new one.

        Raises:
            OptionError: the file there is no database of newsx, or of another version, or no run is known to have
                written it, and this is not to be a fresh start.
            OSError: it cannot be written.
        """
        if os.path.lexists(self.root):
            self._check(journal, fresh=fresh)
        beside = [self.root.with_name(f"{self.root.name}{ending}") for ending in _BESIDE]
        foreign = next((path for path in beside if os.path.lexists(path) and not self.root.exists()), None)
        if foreign is not None:
            raise not_ours(foreign)
        if fresh:
            for path in (self.root, *beside):
                path.unlink(missing_ok=True)
            journal.clear()
        with self._told():
            if not self.root.exists():
                create(self._new)
                os.replace(self._new, self.root)
            self._store = Store(self.root)
            if journal.is_new and len(self._store):
                raise OptionError(f"{str(self.root)!r} is there and has no journal; --fresh replaces it")

    def holds(self, output: str, size: int) -> bool:
        """Whether there is a record of this page."""
        if self._store is None:
            return self.root.exists()  # a dry run, which opens nothing
        with self._told():
            return self._store.has(output)

    def write(self, output: str, record: bytes, *, replaces: bool = False) -> str:
        """Puts a record in and returns the name of its page.

        Raises:
            OSError: it cannot be written.
        """
        with self._told():
            self._note(is_change=self._opened().put(output, record))
        return output

    def remove(self, output: str) -> None:
        """Takes the record of a page away.

        Raises:
            OSError: it cannot be taken away.
        """
        with self._told():
            self._note(is_change=self._opened().remove(output))

    def publish(self, journal: Journal) -> None:
        """Ends a run in which each input was done: the journal gets one line for each, in the order of the inputs."""
        with self._told():
            self._opened().commit()
        if not journal.is_in_order():
            self._rewrite.run(journal)

    def close(self, journal: Journal) -> None:
        """Closes the database; what was written stands if it can."""
        if self._store is not None:
            with contextlib.suppress(sqlite3.Error):  # what could not be written was told, and is read again
                self._store.commit()
            self._store.close()
            self._store = None

    def _check(self, journal: Journal, *, fresh: bool) -> None:
        if not self.root.is_file():
            raise not_ours(self.root)
        found = kind(self.root)
        if not found.is_ours:
            raise not_ours(self.root)
        if found.version != VERSION and not fresh:
            message = f"{str(self.root)!r} is a database of another newsx (tables {found.version}, not {VERSION})"
            raise OptionError(f"{message}; --fresh replaces it, or write elsewhere")

    def _note(self, *, is_change: bool) -> None:
        """Commits if it is time. A change cannot wait: if it were lost, the record before it would not be missed."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting += 1
        if is_change or self._waiting >= _TOGETHER or time.monotonic() - self._since > _LONGEST:
            self._opened().commit()
            self._waiting = 0

    def _opened(self) -> Store:
        if self._store is None:
            raise ValueError("the database is not open for writing")
        return self._store

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Names the file and the reason where it cannot be written, as the system does for other files."""
        try:
            yield
        except sqlite3.Error as error:
            number = errno.ENOSPC if "full" in str(error) else errno.EIO
            raise OSError(number, str(error), str(self.root)) from error
