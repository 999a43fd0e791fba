"""Near-duplicates among the articles of a run: for each copy, the first article that tells its story.

An article is compared with those before it, in the order of the inputs, that are no copies themselves, so that neither
the order in which workers end nor an interruption makes a difference. What is known of them stands in a database on
disk.
"""

from __future__ import annotations

import base64
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from newsx.batch.journal import Journal
from newsx.batch.plan import Plan
from newsx.text.sketch import NEAR_DUPLICATE, similarity, smallest

_TABLES = """
    CREATE TABLE firsts (number INTEGER PRIMARY KEY, name BLOB, sketch BLOB);
    CREATE TABLE hashes (hash INTEGER, number INTEGER, PRIMARY KEY (hash, number)) WITHOUT ROWID;
"""

_SHARED = 2
"""Of their 16 smallest hashes, two texts that are half alike share fewer in one case of 4,000."""

Dedup = Literal["mark", "drop"]
"""What becomes of the record of a near-duplicate: it names the first one, or it is left out."""

_COMMON = 256
"""A hash that so many articles have is that of a formula, and would be looked up in vain for each further one."""


class Firsts:
    """The articles seen so far that are copies of none before them."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """None is seen yet. database: where they may be kept."""
        self._database = database
        self._count = 0
        database.executescript(_TABLES)

    def place(self, name: str, sketch: bytes) -> str | None:
        """The name of the first article that this one is a copy of; None where there is none, and it is a first now."""
        keys = smallest(sketch)
        marks = ", ".join("?" * len(keys))
        query = f"SELECT hash, number FROM hashes WHERE hash IN ({marks})"
        rows = self._database.execute(query, keys).fetchall()
        shared = Counter(number for _, number in rows)
        least = _SHARED if len(keys) > _SHARED else 1
        for number in sorted(number for number, count in shared.items() if count >= least):
            query = "SELECT name, sketch FROM firsts WHERE number = ?"
            first, other = self._database.execute(query, (number,)).fetchone()
            if similarity(sketch, other) >= NEAR_DUPLICATE:
                return os.fsdecode(first)
        self._add(name, sketch, keys, Counter(key for key, _ in rows))
        return None

    def _add(self, name: str, sketch: bytes, keys: tuple[int, ...], seen: Counter[int]) -> None:
        rows = [(key, self._count) for key in keys if seen[key] < _COMMON]
        self._database.executemany("INSERT INTO hashes VALUES (?, ?)", rows)
        self._database.execute("INSERT INTO firsts VALUES (?, ?, ?)", (self._count, os.fsencode(name), sketch))
        self._count += 1


class Change(NamedTuple):
    """An input whose record is not yet as it should be."""

    number: int
    first: str | None
    """The name of the first article that it is a copy of, None where it is none."""
    is_dropped: bool
    """Whether its record is to be left out."""


class Duplicates:
    """Compares all articles that the journal tells of, once all inputs are done."""

    def __init__(self, plan: Plan, journal: Journal, database: sqlite3.Connection, dedup: Dedup) -> None:
        """Nothing is compared yet. database: where what is known of articles may be kept."""
        self._plan = plan
        self._journal = journal
        self._firsts = Firsts(database)
        self._dedup = dedup
        self.count = 0
        """How many copies were found so far."""

    def changes(self) -> Iterator[Change | None]:
        """The inputs whose records have to change, and None for each that need not.

        Records of earlier runs that this one does not name come first, for they stay as they are.
        """
        for name, _ in self._journal.unplanned_entries():
            entry = self._journal.entry(name)
            if entry and entry.sketch and entry.duplicate_of is None:
                self._firsts.place(name, base64.b64decode(entry.sketch))
            yield None
        for planned in self._plan:
            entry = self._journal.entry(planned.name)
            if entry is None or not entry.sketch:  # no article, or one too short to be compared
                yield None
                continue
            first = self._firsts.place(planned.name, base64.b64decode(entry.sketch))
            self.count += first is not None
            is_dropped = self._dedup == "drop" and first is not None
            is_right = entry.duplicate_of == first and is_dropped == (entry.status == "duplicate")
            yield None if is_right else Change(planned.number, first, is_dropped)
