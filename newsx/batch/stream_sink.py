"""Records that go to whoever takes them at once, such as the next program of a pipe, and are kept nowhere."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path

from newsx.batch.journal import Journal


class StreamSink:
    """Hands each record on. The journal, by which a run knows what it has done, lasts as long as the run."""

    head = 0

    def __init__(self, put: Callable[[bytes], None]) -> None:
        """put: takes a record."""
        self._put = put
        self._folder = Path(tempfile.gettempdir()) / f"newsx-{uuid.uuid4().hex}"
        self.root = Path("-")
        self.standing = self.root
        self.journal_path = self._folder / "journal.jsonl"

    def make_place(self) -> None:
        """Makes a place for the journal."""
        self._folder.mkdir(mode=0o700)

    def recover(self, journal: Journal) -> None:
        """There was no earlier run."""

    def open(self, journal: Journal, *, fresh: bool) -> None:
        """Each run begins anew."""

    def holds(self, output: str, size: int) -> bool:
        """Nothing is kept."""
        return False

    def write(self, output: str, record: bytes, *, replaces: bool = False) -> str:
        """Hands a record on."""
        self._put(record)
        return "-"

    def remove(self, output: str) -> None:
        """What was handed on cannot be taken back."""

    def publish(self, journal: Journal) -> None:
        """Everything has gone out."""

    def close(self, journal: Journal) -> None:
        """Takes the journal away."""
        journal.close()
        shutil.rmtree(self._folder, ignore_errors=True)
