"""The data of one zip entry, undone in pieces.

`zipfile` undoes bzip2 and LZMA as far as the packed bytes that it has just read reach, and a kilobyte of them can hold
gigabytes; and it believes the size that an entry declares.
"""

from __future__ import annotations

import bz2
import copy
import lzma
import struct
import zipfile
import zlib
from typing import IO, Any, Protocol

_PIECE = 1 << 20
_LZMA_DICTIONARY_AT_LEAST = 4096


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int) -> bytes: ...


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of the entry, or somewhat more than `limit` where it holds more.

    Raises:
        NotImplementedError: it is packed in a way that is not known here.
        EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile: its data is damaged.
    """
    with archive.open(_as_stored(entry)) as file:
        data = _read(file, entry, limit)
    if len(data) <= limit and len(data) != entry.file_size:
        raise zipfile.BadZipFile(f"it is {len(data):,} bytes long and not {entry.file_size:,}")
    if len(data) <= limit and zlib.crc32(data) != entry.CRC:
        raise zipfile.BadZipFile("its check sum is another")
    return data


def _as_stored(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry as if its packed bytes were what it holds."""
    packed = copy.copy(entry)
    packed.compress_type = zipfile.ZIP_STORED
    packed.file_size = entry.compress_size
    del packed.CRC  # it is that of the bytes undone
    return packed


def _read(file: IO[bytes], entry: zipfile.ZipInfo, limit: int) -> bytes:
    if entry.compress_type == zipfile.ZIP_STORED:
        return file.read(limit + 1)
    decompressor = _decompressor(file, entry.compress_type, limit)
    pieces: list[bytes] = []
    size = 0
    while size <= limit and not decompressor.eof:
        data = file.read(_PIECE) if decompressor.needs_input else b""
        wants_more = decompressor.needs_input
        piece = decompressor.decompress(data, _PIECE)
        if wants_more and not data and not piece:
            break
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _decompressor(file: IO[bytes], method: int, limit: int) -> _Decompressor:
    if method == zipfile.ZIP_DEFLATED:
        return _Inflater()
    if method == zipfile.ZIP_BZIP2:
        return bz2.BZ2Decompressor()
    if method == zipfile.ZIP_LZMA:
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[_lzma_filter(file, limit)])
    raise NotImplementedError(f"method {method}")


class _Inflater:
    """`zlib` with the face of the other two."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(-zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def needs_input(self) -> bool:
        return not self._stream.unconsumed_tail

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._stream.decompress(self._stream.unconsumed_tail + data, max_length)


def _lzma_filter(file: IO[bytes], limit: int) -> dict[str, Any]:
    """The filter that the head of LZMA data in zip files describes (APPNOTE.TXT, 5.8.8)."""
    head = file.read(4)
    if len(head) < 4 or struct.unpack("<2xH", head) != (5,):
        raise EOFError("its LZMA header is damaged")
    properties, dictionary = struct.unpack("<BI", file.read(5).ljust(5, b"\0"))
    rest, lc = divmod(properties, 9)
    pb, lp = divmod(rest, 5)
    # A dictionary longer than all that is to be undone is of no use, and memory is taken for it at once.
    size = min(max(dictionary, _LZMA_DICTIONARY_AT_LEAST), limit + _PIECE)
    return {"id": lzma.FILTER_LZMA1, "dict_size": size, "lc": lc, "lp": lp, "pb": pb}
