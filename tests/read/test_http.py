"""Bodies of servers' answers are undone within limits, and taken as they are where they are not what they say."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib

import brotli  # type: ignore[import-untyped]
import pytest

from newsx.errors import NewsxError
from newsx.read.http import answer, decoded_body

PAGE = "<!DOCTYPE html><html><p>सोनपुर में नई पुलिया</p></html>".encode() * 50
BARE = zlib.compressobj(wbits=-15)
DEFLATED = BARE.compress(PAGE) + BARE.flush()
MEGABYTE = 1_000_000


def chunked(body: bytes, size: int = 700) -> bytes:
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;name=value\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, PAGE),
        ({"content-encoding": "identity"}, PAGE),
        ({"content-encoding": "gzip"}, gzip.compress(PAGE)),
        ({"content-encoding": "X-GZIP"}, gzip.compress(PAGE)),
        ({"content-encoding": "deflate"}, zlib.compress(PAGE)),
        ({"content-encoding": "deflate"}, DEFLATED),
        ({"content-encoding": "br"}, brotli.compress(PAGE)),
        ({"content-encoding": "gzip, br"}, brotli.compress(gzip.compress(PAGE))),
        ({"transfer-encoding": "chunked"}, chunked(PAGE)),
        ({"transfer-encoding": "chunked"}, chunked(PAGE).removesuffix(b"0\r\n\r\n")),
        ({"transfer-encoding": "chunked", "content-encoding": "gzip"}, chunked(gzip.compress(PAGE), 10)),
    ],
)
def test_each_way_of_packing_is_undone(headers: dict[str, str], body: bytes) -> None:
    """Chunks first, then the encodings, the last one first."""
    assert decoded_body(body, headers) == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
@pytest.mark.parametrize("body", [PAGE, "12\r\nगांव की खबरें".encode(), "<p>caf\xe9</p>".encode("latin-1"), b""])
def test_a_body_that_is_not_packed_is_taken_as_it_is(encoding: str, body: bytes) -> None:
    """Crawlers undo bodies and keep the header that says how they were packed."""
    assert decoded_body(body, {"transfer-encoding": "chunked", "content-encoding": encoding}) == body


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"content-encoding": "gzip"}, gzip.compress(PAGE)[:-30]),
        ({"content-encoding": "gzip"}, gzip.compress(PAGE)[:30] + b"\xff" * 99),
        ({"content-encoding": "deflate"}, zlib.compress(PAGE)[:-30]),
        ({"content-encoding": "deflate"}, b"\x78\x9c" + b"\xff" * 99),
        ({"content-encoding": "br"}, brotli.compress(PAGE)[:-9]),
        ({"content-encoding": "br"}, b"\xff" * 99),
        ({"transfer-encoding": "chunked"}, chunked(PAGE)[:-400]),
        ({"transfer-encoding": "chunked"}, chunked(PAGE).replace(b"2bc;", b"xyz;", 2).replace(b"xyz;", b"2bc;", 1)),
    ],
)
def test_damage_is_told(headers: dict[str, str], body: bytes) -> None:
    """Half a page is none; but where the crawler says that it cut the page, what is there is taken."""
    with pytest.raises(NewsxError, match="its body is damaged") as caught:
        decoded_body(body, headers)
    assert caught.value.kind == "damaged_body"


def test_a_page_that_the_crawler_cut_is_read_as_far_as_it_goes() -> None:
    """It is told elsewhere that it was cut."""
    body = chunked(gzip.compress(PAGE * 20, 0))[:-4000]
    undone = decoded_body(body, {"transfer-encoding": "chunked", "content-encoding": "gzip"}, is_cut=True)
    assert (PAGE * 20).startswith(undone)
    assert len(undone) > len(PAGE)


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_no_more_than_the_limit_is_undone(encoding: str, pack: object) -> None:
    """A small body that swells is refused before it has."""
    body = pack(bytes(60 * MEGABYTE))  # type: ignore[operator]
    tracemalloc.start()
    try:
        for limit, kind in ((4 * MEGABYTE, "too_large"), (100 * MEGABYTE, "body_bomb")):
            with pytest.raises(NewsxError) as caught:
                decoded_body(body, {"content-encoding": encoding}, size_limit=limit)
            assert caught.value.kind == kind
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 40 * MEGABYTE


def test_what_cannot_be_undone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install, where that would help."""
    with pytest.raises(NewsxError, match="'zstd'") as caught:
        decoded_body(b"\x28\xb5\x2f\xfd", {"content-encoding": "zstd"})
    assert caught.value.kind == "unknown_encoding"
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(NewsxError, match=r"pip install 'newsx\[warc\]'") as caught:
        decoded_body(brotli.compress(PAGE), {"content-encoding": "br"})
    assert caught.value.kind == "needs_brotli"
    assert decoded_body(PAGE, {"content-encoding": "br"}) == PAGE


@pytest.mark.parametrize("line_end", [b"\r\n", b"\n"])
def test_the_header_is_read(line_end: bytes) -> None:
    """Whatever its line ends; what is no header gives none."""
    header = line_end.join([b"HTTP/1.1 200 OK", b"Content-Type: Text/HTML;", b" charset='utf-8'", b"", b""])
    found = answer(header + PAGE)
    assert found is not None
    assert (found.status, found.media_type, found.charset, found.length) == (200, "text/html", "utf-8", len(header))
    for block in (b"", PAGE, b"HTTP/1.1 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n"):
        assert answer(block) is None
