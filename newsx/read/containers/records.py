"""The records of a WARC file (ISO 28500), plain or gzipped, and what is lost between them.

A record that is damaged costs itself alone: the walk goes on where the next header stands, or at the next gzip member.
The libraries that were tried lose the record behind a false Content-Length, or all that follows broken gzip data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from newsx.read.containers.streams import GZIP_MAGIC, GzipMember, PieceStream, PlainStream, Stream, next_member
from newsx.read.http import header_fields

BLOCK_HEAD = 1 << 15
"""Bytes from the beginning of a record's block that come with it: the header that a server sent fits in."""

_VERSION = b"WARC/"
_RECORD_BEGINS = re.compile(rb"WARC/\d\.\d+[ \t]*\r?\n[!-9;-~]+[ \t]*:")
_BEGINNING = 512  # of a header: its first two lines stand in that
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_HEADER_LIMIT = 1 << 16
_LONGEST_NUMBER = 18
_BLANK = b"\r\n"
_PARTED = b"\r\n\r\n"
_BETWEEN = 64  # no writer sets more line ends between two records
_PIECE = 1 << 18
_REREADS = 20
"""Times that a gzip member is undone once more, to look for records in bytes that a false length claims. From then on
each header is taken for one, though it may be of an archive inside a record: the work must not grow without bound."""


class Record(NamedTuple):
    """A record that is whole."""

    place: str
    """Where it begins: the offset in the file, or that of its gzip member, a plus sign and the offset in that."""
    headers: dict[str, str]
    """Its named fields, with names in lower case."""
    length: int
    """Of its block, in bytes."""
    head: bytes
    """The first bytes of that, `BLOCK_HEAD` at most."""


class Loss(NamedTuple):
    """A record that is not whole, or bytes that are none; the message says what is wrong."""

    message: str


class DamagedRecordError(Exception):
    """What stands there is no record that can be read; what is wrong, as a sentence."""


def walk(file: BinaryIO) -> Iterator[Record | Loss]:
    """All records of the file in order, and the losses between them."""
    if _is_plain(file):
        yield from _records(_Part(file, 0, is_gzip=False))
        return
    size = file.seek(0, 2)
    start = 0
    while start < size:
        end: int | None = start
        if _holds(file, start, GZIP_MAGIC):
            part = _Part(file, start, is_gzip=True)
            yield from _records(part)
            end = part.end
        if end in (None, start):
            following = next_member(file, start + 1, _VERSION)
            following = size if following is None else following
            if end == start and not _is_zero(file, start, following):
                yield Loss(f"{following - start:,} bytes from byte {start:,} on are no record")
            end = following
        start = end or size


def open_at(file: BinaryIO, place: str) -> Stream:
    """A stream that stands at this place, which `walk` told of."""
    start, _, inside = place.partition("+")
    stream = _Part(file, int(start), is_gzip=bool(inside)).open()
    stream.skip(int(inside or 0))
    return stream


def take_header(stream: Stream) -> tuple[dict[str, str], int]:
    """The named fields of the record at which the stream stands and the length of its block, which comes next.

    Raises:
        DamagedRecordError: there is no such header; the stream stays where it is.
    """
    ahead = stream.peek(_HEADER_LIMIT)
    if not ahead.startswith(_VERSION):
        raise DamagedRecordError("what stands there is no record of a web archive")
    end = _HEADER_END.search(ahead)
    if end is None:
        raise DamagedRecordError(stream.damage or "the header of the record has no end")
    headers = header_fields(ahead[: end.start()])
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) <= _LONGEST_NUMBER):
        raise DamagedRecordError(f"the header of the record has no length: Content-Length is {length[:40]!r}")
    stream.skip(end.end())
    return headers, int(length)


class _Part:
    """What is undone in one go: a plain file from a place on, or one gzip member."""

    def __init__(self, file: BinaryIO, start: int, *, is_gzip: bool) -> None:
        self._file = file
        self._start = start
        self.is_gzip = is_gzip
        self.end: int | None = None
        """Where it ends in the file, once it was read to its end and is sound."""

    def open(self) -> Stream:
        """A stream of it from its beginning."""
        return PieceStream(self._pieces()) if self.is_gzip else PlainStream(self._file, self._start)

    def place(self, position: int) -> str:
        """What `open_at` finds this position of its stream by."""
        return f"{self._start}+{position}" if self.is_gzip else str(position)

    def _pieces(self) -> Iterator[bytes]:
        member = GzipMember(self._file, self._start)
        yield from member.pieces()
        self.end = member.end


def _records(part: _Part) -> Iterator[Record | Loss]:
    stream = part.open()
    rereads = count = 0
    is_told = False
    _skip_blank(stream)
    while stream.peek(1):
        begin = stream.position
        try:
            headers, length = take_header(stream)
        except DamagedRecordError as error:
            stream.skip(1)
            _to_next_record(stream)
            is_told = stream.damage is not None
            yield Loss(str(error))
            continue
        block = stream.position
        head = stream.peek(min(length, BLOCK_HEAD))
        problem = _pass_block(stream, length, is_strict=rereads >= _REREADS)
        count += 1
        _skip_blank(stream)
        if problem is None and count == 1 and stream.damage is not None and not stream.peek(1):
            problem = stream.damage  # such as a check sum that is another: it is that of this record
        if problem is None:
            yield Record(part.place(begin), headers, length, head)
            continue
        is_told = stream.damage is not None
        if rereads < _REREADS:
            rereads += part.is_gzip
            stream = part.open()
            stream.skip(block - stream.position)
            _to_next_record(stream)
        yield Loss(problem)
    if stream.damage is not None and not is_told:
        yield Loss(f"{stream.damage}, and with it what followed")


def _pass_block(stream: Stream, length: int, *, is_strict: bool) -> str | None:
    """Passes over the block of a record; what is wrong with it, None where it is whole.

    is_strict: a header inside ends it, and the stream stands there then.
    """
    end = stream.position + length
    if is_strict:
        _to_next_record(stream)
        is_parted = 0 <= stream.position - end <= _BETWEEN
    else:
        stream.skip(length)
        is_parted = stream.position == end and _is_parted(stream)
    if is_parted:
        return None
    if stream.damage is not None:
        return stream.damage
    if stream.position < end:
        return f"the record is cut short, or its length is false: {end - stream.position:,} bytes of it are missing"
    return "the length of the record is false: no other begins where it says that it ends"


def _is_parted(stream: Stream) -> bool:
    """Whether the stream stands where a record may end."""
    ahead = stream.peek(_BETWEEN)
    rest = ahead.lstrip(_BLANK)
    return not rest or rest.startswith(_VERSION) or ahead.startswith(_PARTED)


def _skip_blank(stream: Stream) -> None:
    while blank := len(ahead := stream.peek(_BETWEEN)) - len(ahead.lstrip(_BLANK)):
        stream.skip(blank)


def _to_next_record(stream: Stream) -> None:
    """Goes on to where a header begins, also behind a record that is cut and has no line end, or to the end."""
    while True:
        ahead = stream.peek(_PIECE)
        found = ahead.find(_VERSION)
        if found >= 0:
            stream.skip(found)
            if _RECORD_BEGINS.match(stream.peek(_BEGINNING)):
                return
            stream.skip(1)
        elif len(ahead) < _PIECE:
            stream.skip(len(ahead))
            return
        else:
            stream.skip(len(ahead) - len(_VERSION) + 1)


def _is_plain(file: BinaryIO) -> bool:
    if _holds(file, 0, GZIP_MAGIC):
        return False
    return _holds(file, 0, _VERSION) or next_member(file, 0, _VERSION) is None


def _holds(file: BinaryIO, at: int, wanted: bytes) -> bool:
    file.seek(at)
    return file.read(len(wanted)) == wanted


def _is_zero(file: BinaryIO, start: int, end: int) -> bool:
    """Whether there is nothing but the zeros that fill a block of a tape or disk up."""
    file.seek(start)
    return not any(file.read(min(_PIECE, end - at)).strip(b"\0") for at in range(start, end, _PIECE))
