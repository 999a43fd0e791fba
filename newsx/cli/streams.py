"""The standard streams, so that no message gets in the way of the data, and no output is lost in silence."""

from __future__ import annotations

import io
import os
import sys
from typing import Any, BinaryIO


def prepare() -> None:
    """Makes the streams of this process safe to write to: once, before anything is opened.

    What goes to standard error is lost where that is closed or full, and nothing else happens. What goes to a standard
    output that is closed raises `OSError`.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _occupy_closed()
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
        return
    raw = getattr(sys.stderr.buffer, "raw", sys.stderr.buffer)  # where Python was told not to buffer, it is the raw one
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(_Forgiving(raw)), sys.stderr.encoding, sys.stderr.errors, line_buffering=True
    )


def drop_output() -> None:
    """Has nothing more written to standard output: what it holds back would fail once more when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _occupy_closed() -> None:
    """Else the next file that is opened gets the number of the closed stream, and is what messages are written to."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


class _Closed(io.TextIOBase):
    def write(self, _: str) -> int:
        raise OSError("it is closed")


class _Forgiving(io.RawIOBase):
    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        try:
            written = self._raw.write(data)
        except OSError:
            written = None
        return len(data) if written is None else written

    def fileno(self) -> int:
        return self._raw.fileno()

    def isatty(self) -> bool:
        return self._raw.isatty()
