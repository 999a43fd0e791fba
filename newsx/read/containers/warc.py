"""Web archives as containers of pages: WARC, as crawlers write it, and WET, the text that Common Crawl took out of it.

A page is a response of a server with HTML or text in it, a resource that was saved so, or a conversion to text. All
else is passed over and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import BinaryIO

from newsx.article import Warned
from newsx.errors import EmptyInputError, InputError, InputTooLargeError
from newsx.lines.dates import INDIA
from newsx.page import Form
from newsx.read import http
from newsx.read.containers.kinds import Entry, whole_address
from newsx.read.containers.records import DamagedRecordError, Record, open_at, take_header, walk
from newsx.read.containers.streams import Stream, open_file
from newsx.read.source import SIZE_LIMIT, RawInput, cannot_open, load

_PAGES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "text/plain", "")
_FINE = (200, 203)
_DATE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z")
_FIRST_YEAR = 1990  # of the web
_HEADER_LIMIT = 1 << 16


class WarcFile:
    """The records of a WARC file, each called by its number: ``#1`` is the first, whatever it is."""

    def __init__(self, path: str, size_limit: int = SIZE_LIMIT) -> None:
        """size_limit: of one page, in bytes."""
        self._path = path
        self._size_limit = size_limit
        self._file: BinaryIO | None = None
        self._stream: Stream | None = None
        self._start = ""

    def entries(self) -> Iterator[Entry]:
        """See `newsx.read.containers.kinds.Container`.

        Raises:
            InputError: it cannot be read (`not_found`, `no_permission`, `unreadable`), or holds nothing
                (`damaged_warc`).
            EmptyInputError: it is empty.
        """
        file = self._opened()
        try:
            if not file.seek(0, 2):
                raise EmptyInputError("the web archive is empty")
            number = 0
            for number, found in enumerate(walk(file), 1):
                name = f"#{number}"
                if isinstance(found, Record):
                    yield _entry(name, found)
                else:
                    yield Entry(name, error=InputError(found.message, kind="damaged_warc"))
        except OSError as error:
            raise cannot_open(self._path, error) from error
        if not number:
            raise InputError("it holds nothing but white space or zeros", kind="damaged_warc")

    def read(self, place: str) -> RawInput:
        """See `newsx.read.containers.kinds.Container`.

        Raises:
            InputError: it cannot be read, the record is not there (`damaged_warc`), or its body is damaged
                (`newsx.read.http.decoded_body`).
            InputTooLargeError: it is larger than the limit, or swells beyond all reason.
            EmptyInputError: there is nothing in it.
        """
        try:
            headers, block = self._record(place)
        except OSError as error:
            raise cannot_open(self._path, error) from error
        except DamagedRecordError as error:
            raise InputError(f"the web archive changed while it was read: {error}", kind="damaged_warc") from error
        is_cut = "warc-truncated" in headers
        form: Form | None = None
        answer = http.answer(block) if headers.get("warc-type", "").lower() == "response" else None
        if answer is None:
            body, charset = block, http.charset(headers.get("content-type", ""))
            form = "text" if _media_type(headers) == "text/plain" else None
        else:
            charset = answer.charset
            body = http.decoded_body(block[answer.length :], answer.headers, is_cut=is_cut, size_limit=self._size_limit)
        cut = Warned("cut_by_crawler", "the crawler kept only the beginning of the page")
        return load(body)._replace(
            url=_address(headers),
            captured_at=_moment(headers.get("warc-date", "")),
            form=form,
            charset=charset,
            warnings=(cut,) if is_cut else (),
        )

    def close(self) -> None:
        """See `newsx.read.containers.kinds.Container`."""
        if self._file is not None:
            self._file.close()
            self._file = self._stream = None

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._file = open_file(self._path)
        return self._file

    def _record(self, place: str) -> tuple[dict[str, str], bytes]:
        stream = self._at(place)
        headers, length = take_header(stream)
        if length > self._size_limit + _HEADER_LIMIT:
            limit = f"{self._size_limit / 1_000_000:g} MB"
            raise InputTooLargeError(f"it is larger than the limit of {limit} for one page")
        block = stream.peek(length)
        if len(block) < length:
            raise DamagedRecordError(stream.damage or "the record is cut short")
        stream.skip(length)
        return headers, block

    def _at(self, place: str) -> Stream:
        """A stream at this place: that of the record before it, where all stand in one gzip member."""
        start, _, inside = place.partition("+")
        stream = self._stream
        if stream is None or not inside or start != self._start or stream.position > int(inside):
            self._start = start
            self._stream = stream = open_at(self._opened(), place)
        else:
            stream.skip(int(inside) - stream.position)
        return stream


def _entry(name: str, record: Record) -> Entry:
    address = _address(record.headers)
    if "warc-segment-number" in record.headers and record.headers.get("warc-type") != "continuation":
        message = "it is cut into several records, which are not put together here"
        return Entry(name, error=InputError(message, kind="segmented"))
    kind = record.headers.get("warc-type", "").lower()
    if kind == "response":
        return _response(name, record, address)
    if kind == "resource" and not (address or "").lower().startswith(("http://", "https://")):
        return Entry(name, skipped=kind)
    if kind in ("conversion", "resource"):
        skipped = None if _media_type(record.headers) in _PAGES else "other media type"
        return Entry(name, record.place, address, skipped=skipped)
    return Entry(name, skipped=kind[:40] or "no type")


def _response(name: str, record: Record, address: str | None) -> Entry:
    answer = http.answer(record.head)
    if answer is None:
        if not record.headers.get("content-type", "application/http").lower().startswith("application/http"):
            return Entry(name, skipped="other protocol")
        message = "the answer of the server in it has no header that can be read"
        return Entry(name, error=InputError(message, kind="damaged_warc"))
    if 300 <= answer.status < 400:
        return Entry(name, skipped="redirect")
    if answer.status not in _FINE:
        return Entry(name, skipped="error status")
    media_type = answer.media_type or record.headers.get("warc-identified-payload-type", "").lower()
    return Entry(name, record.place, address, skipped=None if media_type in _PAGES else "other media type")


def _media_type(headers: dict[str, str]) -> str:
    return http.media_type(headers.get("content-type", ""))


def _address(headers: dict[str, str]) -> str | None:
    """Where the page was, also in the angle brackets that Wget puts around it."""
    return whole_address(headers.get("warc-target-uri", "").strip("<>"))


def _moment(date: str) -> datetime | None:
    """The time in India: a page there that says "today" means its own day."""
    found = _DATE.fullmatch(date)
    if found is None:
        return None
    try:
        moment = datetime.fromisoformat(found[1]).replace(tzinfo=timezone.utc)
    except ValueError:
        return None
    return moment.astimezone(INDIA) if _FIRST_YEAR <= moment.year < 9998 else None
