"""The bytes of a container with a view ahead: of a plain file, or of a gzip file as they are undone."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from newsx.read.source import cannot_open

GZIP_MAGIC = b"\x1f\x8b\x08"

_PACKED = 1 << 16
_PIECE = 1 << 18
_GZIP = 16 + zlib.MAX_WBITS
_BLOCK = 1 << 20
_HEAD = 4096


class DamageError(Exception):
    """Of gzip data nothing more can be undone; what is wrong, as the end of a sentence."""


class Stream(Protocol):
    """Bytes that are read once, from a position on."""

    position: int
    """How many bytes came before."""

    @property
    def damage(self) -> str | None:
        """Why the bytes end before they should, None where they do not, or that is not known yet."""

    def peek(self, size: int) -> bytes:
        """So many of the next bytes; fewer only where the bytes end."""

    def skip(self, size: int) -> int:
        """Passes over so many bytes, or what there is, and returns how many."""


class PlainStream:
    """A file as it is."""

    damage = None

    def __init__(self, file: BinaryIO, position: int = 0) -> None:
        self._file = file
        self._end = file.seek(0, 2)
        self.position = position

    def peek(self, size: int) -> bytes:
        """See `Stream`."""
        self._file.seek(self.position)
        return self._file.read(size)

    def skip(self, size: int) -> int:
        """See `Stream`. What is passed over is not read."""
        skipped = max(0, min(size, self._end - self.position))
        self.position += skipped
        return skipped


class PieceStream:
    """Bytes that come in pieces; a `DamageError` is their end."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._buffer = b""
        self._at = 0
        self.position = 0
        self.damage: str | None = None

    def peek(self, size: int) -> bytes:
        """See `Stream`."""
        if len(self._buffer) - self._at < size:
            self._fill(size)
        return self._buffer[self._at : self._at + size]

    def skip(self, size: int) -> int:
        """See `Stream`."""
        left = size
        while left:
            there = min(left, len(self._buffer) - self._at)
            self._at += there
            left -= there
            if left and not self._next():
                break
        self.position += size - left
        return size - left

    def _fill(self, size: int) -> None:
        parts = [self._buffer[self._at :]]
        there = len(parts[0])
        while there < size and self._next():
            parts.append(self._buffer)
            there += len(self._buffer)
        self._buffer, self._at = b"".join(parts), 0

    def _next(self) -> bool:
        """Puts the next piece in place of the buffer, and tells whether there was one."""
        try:
            self._buffer = next(filter(None, self._pieces), b"")
        except DamageError as error:
            self.damage = str(error)
            self._pieces = iter(())
            self._buffer = b""
        self._at = 0
        return bool(self._buffer)


class GzipMember:
    """One member of a gzip file."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """start: where it begins in the file."""
        self._file = file
        self._start = start
        self.end: int | None = None
        """Where it ends in the file, once all of it was undone and its check sum is right."""

    def pieces(self) -> Iterator[bytes]:
        """What it holds.

        Raises:
            DamageError: it is cut short or damaged; all bytes before that place have come.
        """
        inflater = zlib.decompressobj(_GZIP)
        at = self._start
        while not inflater.eof:
            self._file.seek(at)
            packed = self._file.read(_PACKED)
            if not packed:
                raise DamageError("its gzip data is cut short")
            at += len(packed)
            while packed and not inflater.eof:
                before = inflater.copy()
                try:
                    yield inflater.decompress(packed, _PIECE)
                except zlib.error as error:
                    yield _as_far_as_it_goes(before, packed)
                    raise DamageError("its gzip data is damaged") from error
                packed = inflater.unconsumed_tail
        self.end = at - len(inflater.unused_data)


def _as_far_as_it_goes(inflater: zlib._Decompress, packed: bytes) -> bytes:
    """What comes of the data before the byte that is wrong, which a single call would not give."""
    pieces = []
    try:
        for at in range(len(packed)):
            pieces.append(inflater.decompress(packed[at : at + 1]))  # noqa: PERF401 - what came before an error counts
    except zlib.error:
        pass
    return b"".join(pieces)


def next_member(file: BinaryIO, start: int, begins: bytes) -> int | None:
    """Where, from `start` on, the next gzip member stands whose content begins so; None where there is none."""
    kept = b""
    at = start
    while True:
        file.seek(at)
        block = file.read(_BLOCK)
        data = kept + block
        found = data.find(GZIP_MAGIC)
        while found >= 0:
            place = at - len(kept) + found
            if _member_begins(file, place, begins):
                return place
            found = data.find(GZIP_MAGIC, found + 1)
        if not block:
            return None
        at += len(block)
        kept = data[1 - len(GZIP_MAGIC) :]


def _member_begins(file: BinaryIO, place: int, begins: bytes) -> bool:
    file.seek(place)
    try:
        return zlib.decompressobj(_GZIP).decompress(file.read(_HEAD), len(begins)) == begins
    except zlib.error:
        return False


def open_file(path: str) -> BinaryIO:
    """The file, open for reading at any place.

    Raises:
        InputError: it cannot be opened.
    """
    try:
        return open(path, "rb", buffering=_PIECE)
    except (OSError, ValueError) as error:
        raise cannot_open(path, error) from error
