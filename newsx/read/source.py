"""The bytes of a saved page, from a file or from memory, with gzip undone; all of it within stated limits."""

from __future__ import annotations

import errno
import hashlib
import io
import os
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from newsx.article import Warned
from newsx.errors import EmptyInputError, InputError, InputTooLargeError
from newsx.page import Form

SIZE_LIMIT = 100 * 1000 * 1000
"""No input, and nothing that one decompresses to, may be larger: 100 MB."""

RATIO_LIMIT = 250
"""Markup compresses to between a fifth and a hundredth, deflate's best is a thousandth."""

_RATIO_COUNTS_FROM = 10 * 1000 * 1000  # below this a bomb does no harm, and a page of one word repeated is no bomb
_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b\x08"

_OPEN_FAILURES = {
    errno.ENOENT: ("not_found", "there is no such file"),
    errno.ENOTDIR: ("not_found", "there is no such file"),
    errno.EACCES: ("no_permission", "no permission to read it"),
    errno.EPERM: ("no_permission", "no permission to read it"),
    errno.EISDIR: ("folder", "it is a folder; use `newsx batch` for the pages in it"),
}


class RawInput(NamedTuple):
    """What was read: the bytes of the page, and the facts about the input that the record names."""

    data: bytes
    """The page, decompressed."""
    name: str | None
    """The path as given, None for bytes handed over in memory."""
    size: int
    """Number of bytes read, before decompression."""
    sha256: str
    """Hex digest of the bytes read, before decompression."""
    url: str | None = None
    """Where the page was saved from, as its container says; so the rest."""
    captured_at: datetime | None = None
    """When it was saved."""
    form: Form | None = None
    charset: str | None = None
    """The encoding that the server declared."""
    warnings: tuple[Warned, ...] = ()

    @property
    def digest(self) -> str:
        """Another one wherever another article could come of the input."""
        if self.url is None and self.captured_at is None:
            return self.sha256
        return hashlib.sha256(f"{self.sha256} {self.captured_at} {self.url}".encode()).hexdigest()


def load(source: bytes | os.PathLike[str], *, size_limit: int = SIZE_LIMIT) -> RawInput:
    """The bytes of one input; gzip, also of several members, is told by its first bytes and undone.

    A path may also name a pipe, such as ``/dev/stdin`` or a shell's ``<(command)``.

    Raises:
        InputError: the path cannot be read (`not_found`, `folder`, `no_permission`, `unreadable`),
            or gzip data is cut short or damaged (`damaged_gzip`).
        EmptyInputError: there are no bytes, in the input or in what it decompresses to.
        InputTooLargeError: more than `size_limit` bytes (`too_large`), or gzip data that swells
            beyond all reason (`gzip_bomb`).
    """
    if isinstance(source, bytes):
        name, data = None, source
    else:
        name, data = _printable(source), _read_file(source, size_limit)
    if len(data) > size_limit:
        raise _too_large(name, "it is", size_limit)
    page = _decompress(data, name, size_limit) if data.startswith(_GZIP_MAGIC) else data
    if not page:
        raise EmptyInputError(_named(name, "the input is empty" if not data else "the gzip file holds nothing"))
    return RawInput(page, name, len(data), hashlib.sha256(data).hexdigest())


def cannot_open(path: str | os.PathLike[str], error: OSError | ValueError, name: str | None = None) -> InputError:
    """What to raise where opening or reading the file raised `error`. name: stands before the message."""
    if isinstance(error, ValueError):  # a NUL in the path
        return InputError(_named(name, "no file can have this name"), kind="not_found")
    # Windows says "no permission" of a folder
    code = errno.EISDIR if os.path.isdir(path) else error.errno
    kind, reason = _OPEN_FAILURES.get(code or 0, ("unreadable", error.strerror or str(error)))
    return InputError(_named(name, reason), kind=kind)


def _read_file(path: os.PathLike[str], size_limit: int) -> bytes:
    try:
        with open(path, "rb") as file:
            return _read_up_to(file.read, size_limit)
    except OSError as error:
        raise cannot_open(path, error, _printable(path)) from error
    except ValueError as error:
        raise cannot_open(path, error, _printable(path)) from error


def _read_up_to(read: Callable[[int], bytes], limit: int) -> bytes:
    """All bytes of a file, or somewhat more than `limit` where it holds more: pipes and devices may never end."""
    chunks: list[bytes] = []
    size = 0
    while size <= limit and (chunk := read(_CHUNK)):
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)


def _decompress(data: bytes, name: str | None, size_limit: int) -> bytes:
    import gzip
    import zlib

    bomb_size = max(_RATIO_COUNTS_FROM, RATIO_LIMIT * len(data))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            page = _read_up_to(file.read, min(size_limit, bomb_size))
    except EOFError as error:
        raise InputError(_named(name, "the gzip file is cut short; save it again"), kind="damaged_gzip") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(_named(name, f"the gzip file is damaged ({error})"), kind="damaged_gzip") from error
    if len(page) > bomb_size:
        message = f"the gzip file swells to more than {RATIO_LIMIT} times its size, as no saved page does"
        raise InputTooLargeError(_named(name, message), kind="gzip_bomb")
    if len(page) > size_limit:
        raise _too_large(name, "it decompresses to", size_limit)
    return page


def _too_large(name: str | None, verb: str, limit: int) -> InputTooLargeError:
    return InputTooLargeError(_named(name, f"{verb} larger than the limit of {limit / 1_000_000:g} MB for one page"))


def _named(name: str | None, message: str) -> str:
    return message if name is None else f"{name}: {message}"


def _printable(path: os.PathLike[str]) -> str:
    """The path as text that UTF-8 can carry; bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
