"""The answer of a server as it was sent: header, and body with its packing undone within limits."""

from __future__ import annotations

import re
import zlib
from typing import Any, NamedTuple

from newsx.errors import InputError, InputTooLargeError
from newsx.read.source import RATIO_LIMIT, SIZE_LIMIT

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r"""(?i)\bcharset\s*=\s*["']?([^\s"';,]+)""")
_RATIO_COUNTS_FROM = 10 * 1000 * 1000  # as for gzip: below this a bomb does no harm
_LINE_END = re.compile(rb"\r?\n")
_MARKUP = re.compile(rb"\s*<[!?A-Za-z]")
_SAMPLE = 4096
_NO_CONTROLS = bytes({*range(0x20, 0x100), *b"\t\n\r\f\x1b"})
_GZIP_MAGIC = b"\x1f\x8b"
_PIECE = 1 << 20


class Answer(NamedTuple):
    """The header of an answer."""

    status: int
    headers: dict[str, str]
    """By name in lower case."""
    length: int
    """Of the header in bytes: the body stands behind it."""

    @property
    def media_type(self) -> str:
        """Such as ``text/html``, "" where none is told."""
        return media_type(self.headers.get("content-type", ""))

    @property
    def charset(self) -> str | None:
        """The encoding that is told for the body."""
        return charset(self.headers.get("content-type", ""))


def media_type(content_type: str) -> str:
    """The type alone, in lower case.

    >>> media_type("Text/HTML; charset=utf-8")
    'text/html'
    """
    return re.split("[;,]", content_type, maxsplit=1)[0].strip().lower()


def charset(content_type: str) -> str | None:
    """The encoding that a content type names."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def answer(block: bytes) -> Answer | None:
    """The header at the beginning of what a server sent; None where there is none."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _HEADER_END.search(block)
    if end is None:
        return None
    return Answer(int(status[1]), header_fields(block[: end.start()]), end.end())


def header_fields(header: bytes) -> dict[str, str]:
    """The fields of a header by name in lower case; lines that are none are passed over, values of a name joined.

    >>> header_fields(b"HTTP/1.1 200 OK\\r\\nVary: a\\r\\n b\\r\\nvary: c")
    {'vary': 'a b, c'}
    """
    fields: dict[str, str] = {}
    name = ""
    for line in header.decode("utf-8", "replace").split("\n")[1:]:
        before, colon, value = line.partition(":")
        if line[:1] in (" ", "\t") and name:
            fields[name] += f" {line.strip()}"
        elif colon:
            name = before.strip().lower()
            fields[name] = f"{fields[name]}, {value.strip()}" if name in fields else value.strip()
    return fields


def decoded_body(body: bytes, headers: dict[str, str], *, is_cut: bool = False, size_limit: int = SIZE_LIMIT) -> bytes:
    """The body as the page that it is: chunks joined, and gzip, deflate or Brotli undone.

    A body that is not what its header says is taken as it is: crawlers store pages undone and keep the header.
    is_cut: its end is known to be missing, so what can be undone is all there is.

    Raises:
        InputError: it is damaged (`damaged_body`), packed in a way that is not known here (`unknown_encoding`), or in
            Brotli, for which a library is not there (`needs_brotli`).
        InputTooLargeError: it is larger than the limit (`too_large`), or swells beyond all reason (`body_bomb`).
    """
    if "chunked" in _listed(headers, "transfer-encoding"):
        body = _joined(body, is_cut=is_cut)
    for encoding in reversed(_listed(headers, "content-encoding")):
        if encoding in ("gzip", "x-gzip"):
            if body.startswith(_GZIP_MAGIC):
                body = _undone(_Inflater(16 + zlib.MAX_WBITS), zlib.error, body, is_cut, size_limit)
        elif encoding == "deflate":
            body = _deflated(body, is_cut, size_limit)
        elif encoding == "br":
            body = _brotli(body, is_cut, size_limit)
        elif encoding not in ("identity", "none", "utf-8", ""):
            message = f"its body is packed as {encoding[:40]!r}, which cannot be undone here"
            raise InputError(message, kind="unknown_encoding")
    if len(body) > size_limit:
        raise _too_large(size_limit)
    return body


def _listed(headers: dict[str, str], name: str) -> list[str]:
    return [value.strip().lower() for value in headers.get(name, "").split(",")]


def _joined(body: bytes, *, is_cut: bool) -> bytes:
    chunks: list[bytes] = []
    at = 0
    is_parted = False
    while head := _CHUNK.match(body, at):
        size = int(head[1], 16)
        chunk = body[head.end() : head.end() + size]
        chunks.append(chunk)
        at = head.end() + size
        if len(chunk) < size and not is_cut:
            raise _damaged("a chunk of it is cut short")
        if at >= len(body) or (size == 0 and (is_parted or not body[at:].strip())):
            return b"".join(chunks)
        end = _LINE_END.match(body, at)
        if end is None:
            break
        at = end.end()
        is_parted = True
    if not is_parted:
        return body  # it has no chunks: a page may well begin with a number
    if at < len(body) and not is_cut:
        raise _damaged("a chunk of it does not say how long it is")
    return b"".join(chunks)


class _Inflater:
    """`zlib` with the face of a Brotli decompressor."""

    def __init__(self, window: int) -> None:
        self._stream = zlib.decompressobj(window)

    def process(self, data: bytes, output_buffer_limit: int) -> bytes:
        return self._stream.decompress(self._stream.unconsumed_tail + data, output_buffer_limit)

    def is_finished(self) -> bool:
        return self._stream.eof


def _deflated(body: bytes, is_cut: bool, size_limit: int) -> bytes:
    """Undoes it also where a server sent the data without the frame (RFC 9110, 8.4.1.2)."""
    if _is_text(body):
        return body
    is_bare = (body[0] & 0x0F, (body[0] << 8 | body[1]) % 31) != (8, 0) if len(body) > 1 else True  # RFC 1950, 2.2
    return _undone(_Inflater(-zlib.MAX_WBITS if is_bare else zlib.MAX_WBITS), zlib.error, body, is_cut, size_limit)


def _brotli(body: bytes, is_cut: bool, size_limit: int) -> bytes:
    from importlib import import_module

    if _is_text(body):
        return body
    try:
        brotli = import_module("brotli")
    except ImportError as error:
        message = "its body is packed with Brotli; `pip install 'newsx[warc]'` brings what undoes it"
        raise InputError(message, kind="needs_brotli") from error
    return _undone(brotli.Decompressor(), brotli.error, body, is_cut, size_limit)


def _undone(decompressor: Any, failure: type[Exception], body: bytes, is_cut: bool, size_limit: int) -> bytes:
    bomb_size = max(_RATIO_COUNTS_FROM, RATIO_LIMIT * len(body))
    limit = min(size_limit, bomb_size)
    pieces: list[bytes] = []
    size = 0
    data = body
    try:
        while size <= limit and not decompressor.is_finished():
            piece = decompressor.process(data, output_buffer_limit=_PIECE)
            if not piece and not data:
                break
            data = b""
            pieces.append(piece)
            size += len(piece)
    except failure as error:
        if not (is_cut and pieces):
            raise _damaged(str(error)) from error
    if size > bomb_size:
        message = f"its body swells to more than {RATIO_LIMIT} times its size, as no page does"
        raise InputTooLargeError(message, kind="body_bomb")
    if size > size_limit:
        raise _too_large(size_limit)
    if not (is_cut or decompressor.is_finished()):
        raise _damaged("it is cut short")
    return b"".join(pieces)


def _is_text(body: bytes) -> bool:
    """Whether the body is a page as it is, though its header says that it is packed."""
    sample = body[:_SAMPLE]
    if sample.translate(None, _NO_CONTROLS):
        return False
    if _MARKUP.match(sample):
        return True
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(body) <= _SAMPLE or error.start < _SAMPLE - 3:
            return False
    return True


def _damaged(what: str) -> InputError:
    return InputError(f"its body is damaged: {what}", kind="damaged_body")


def _too_large(limit: int) -> InputTooLargeError:
    return InputTooLargeError(f"it is larger than the limit of {limit / 1_000_000:g} MB for one page")
