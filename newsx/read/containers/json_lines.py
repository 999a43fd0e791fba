"""JSON Lines as containers of pages: each line an object with a page in a field, as crawlers and data sets do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsx.article import Warned
from newsx.errors import EmptyInputError, InputError, InputTooLargeError
from newsx.read.containers.kinds import Entry, Rows, whole_address
from newsx.read.containers.streams import (
    GZIP_MAGIC,
    DamageError,
    GzipMember,
    PieceStream,
    PlainStream,
    Stream,
    open_file,
)
from newsx.read.source import SIZE_LIMIT, RawInput, cannot_open, load

_ESCAPED = 6
"""Bytes of JSON that one byte of a page may take: ``\\u0915``."""

_SHORT, _PIECE = 1 << 12, 1 << 18
_SHOWN = 60


class JsonLines:
    """The lines of a file, gzipped or not, each called by its number: ``#1`` is the first. Blank ones are no pages."""

    def __init__(self, path: str, rows: Rows, size_limit: int = SIZE_LIMIT) -> None:
        """rows: what to read in a line. size_limit: of one page, in bytes."""
        self._path = path
        self._rows = rows
        self._size_limit = size_limit
        self._file: BinaryIO | None = None
        self._stream: Stream | None = None

    def entries(self) -> Iterator[Entry]:
        """See `newsx.read.containers.kinds.Container`. What is in a line is looked at when it is read.

        Raises:
            InputError: it cannot be read (`not_found`, `no_permission`, `unreadable`).
            EmptyInputError: it is empty.
        """
        try:
            stream = self._opened()
            number = 1
            while ahead := stream.peek(_SHORT):
                begin = stream.position
                if not _skip_line(stream) and stream.damage is not None:
                    break
                if not ahead[: stream.position - begin].isspace():
                    yield Entry(f"#{number}", str(begin))
                number += 1
            if stream.damage is not None:
                message = f"{stream.damage}, and with it this line and what followed"
                yield Entry(f"#{number}", error=InputError(message, kind="damaged_gzip"))
        except OSError as error:
            raise cannot_open(self._path, error) from error
        if not stream.position:
            raise EmptyInputError("the file is empty")

    def read(self, place: str) -> RawInput:
        """See `newsx.read.containers.kinds.Container`.

        Raises:
            InputError: it cannot be read, the line is no JSON object (`damaged_row`), or has no text in the field
                (`no_field`).
            InputTooLargeError: it is larger than the limit (`too_large`).
            EmptyInputError: there is nothing in the field.
        """
        try:
            line = self._line(int(place))
        except OSError as error:
            raise cannot_open(self._path, error) from error
        row = _row(line)
        page = row.get(self._rows.json_field)
        if not isinstance(page, str):
            raise InputError(self._missing(row), kind="no_field")
        field = self._rows.url_field
        return row_input(page, None if field is None else row.get(field), str(field), size_limit=self._size_limit)

    def close(self) -> None:
        """See `newsx.read.containers.kinds.Container`."""
        if self._file is not None:
            self._file.close()
            self._file = self._stream = None

    def _opened(self) -> Stream:
        """A stream of the whole file."""
        self._file = self._file or open_file(self._path)
        self._file.seek(0)
        is_gzip = self._file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        return PieceStream(_members(self._file)) if is_gzip else PlainStream(self._file)

    def _line(self, start: int) -> bytes:
        stream = self._stream
        if stream is None or stream.position > start:
            self._stream = stream = self._opened()
        stream.skip(start - stream.position)
        limit = self._size_limit * _ESCAPED
        size = _SHORT
        while b"\n" not in (ahead := stream.peek(size)) and len(ahead) == size:
            if size > limit:
                raise InputTooLargeError(f"its line is larger than the limit of {limit / 1_000_000:g} MB")
            size *= 4
        return ahead.partition(b"\n")[0]

    def _missing(self, row: dict[str, Any]) -> str:
        field = self._rows.json_field
        if field not in row:
            return f"its row has no field {field!r}; it has {_shown(', '.join(row))}"
        return f"the field {field!r} of its row holds no text but {_shown(row[field])}"


def row_input(page: str, url: object, url_field: str = "url", *, size_limit: int = SIZE_LIMIT) -> RawInput:
    """A page that is a value of a row, with the address that stands beside it in `url_field`; None is no address.

    Raises:
        InputTooLargeError: it is larger than the limit (`too_large`).
        EmptyInputError: there is nothing in it.
    """
    raw = load(page.encode("utf-8", "ignore"), size_limit=size_limit)
    if url is None:
        return raw
    address = whole_address(url)
    if address is not None:
        return raw._replace(url=address)
    message = f"the field {url_field!r} of its row holds no whole address: {_shown(url)}"
    return raw._replace(warnings=(Warned("no_address", message),))


def _members(file: BinaryIO) -> Iterator[bytes]:
    start = 0
    while True:
        file.seek(start)
        if not file.read(1).strip(b"\0"):  # zeros may fill up the end
            return
        member = GzipMember(file, start)
        yield from member.pieces()
        if member.end is None:
            raise DamageError("its gzip data is damaged")
        start = member.end


def _skip_line(stream: Stream) -> bool:
    """Passes over a line, and tells whether it has an end."""
    size = _SHORT
    while True:
        ahead = stream.peek(size)
        end = ahead.find(b"\n")
        if end >= 0 or len(ahead) < size:
            stream.skip(end + 1 if end >= 0 else len(ahead))
            return end >= 0
        stream.skip(len(ahead))
        size = _PIECE


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"its row is not in UTF-8 (byte {error.start:,})", kind="damaged_row") from error
    except RecursionError as error:
        raise InputError("its row is nested too deep", kind="damaged_row") from error
    except ValueError as error:
        raise InputError(f"its row is no JSON ({error})", kind="damaged_row") from error
    if not isinstance(row, dict):
        raise InputError(f"its row is no JSON object but {_shown(row)}", kind="damaged_row")
    return row


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
