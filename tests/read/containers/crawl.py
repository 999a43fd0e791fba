"""Web archives as crawlers write them, made by warcio, and damaged in stated ways."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from typing import Any, NamedTuple

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

DATE = "2026-02-04T15:30:00Z"


class Response(NamedTuple):
    """What a crawler got for an address."""

    url: str
    body: bytes
    status: str = "200 OK"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    warc: tuple[tuple[str, str], ...] = ()


def record(response: Response, *, packed: bool = True) -> bytes:
    """A response record as its bytes; `packed` as a gzip member of its own."""
    headers = StatusAndHeaders(response.status, list(response.headers), protocol="HTTP/1.1")
    return _written("response", response.url, response.body, packed, http_headers=headers, more=dict(response.warc))


def other(kind: str, content: bytes = b"software: invented\r\n", *, packed: bool = True) -> bytes:
    """A record of another type."""
    headers = None
    if kind == "request":
        headers = StatusAndHeaders("GET / HTTP/1.1", [("Host", "gaon.example")], is_http_request=True)
    elif kind == "revisit":
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    return _written(kind, "https://gaon.example/other", content, packed, http_headers=headers)


def plain_record(kind: str, url: str, content: bytes, media_type: str, *, packed: bool = True) -> bytes:
    """A record whose content has no header of a server, such as those of a WET file."""
    return _written(kind, url, content, packed, warc_content_type=media_type)


def _written(
    kind: str, url: str, content: bytes, packed: bool, *, more: dict[str, str] | None = None, **options: Any
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    writer._create_temp_file = io.BytesIO  # its own stay open until they are collected
    made = writer.create_warc_record(
        url, kind, payload=io.BytesIO(content), warc_headers_dict={"WARC-Date": DATE, **(more or {})}, **options
    )
    writer.write_record(made)
    return stream.getvalue()


def whole_file_gzip(records: Iterable[bytes]) -> bytes:
    """Plain records as one gzip member, as `gzip crawl.warc` makes it."""
    return gzip.compress(b"".join(records), mtime=0)
