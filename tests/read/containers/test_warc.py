"""What of a web archive is a page, and what the archive knows of it."""

from __future__ import annotations

import gzip
from contextlib import closing
from pathlib import Path

import pytest

import newsx
from newsx.errors import NewsxError
from newsx.read.containers.kinds import Entry
from newsx.read.containers.warc import WarcFile
from tests.cli.invented import FIRST, HEADLINE, PAGE, SECOND, THIRD
from tests.read.containers.crawl import Response, other, plain_record, record, whole_file_gzip

URL = "https://gaon.example/bihar/pulia-101.html"
WET = "\n".join((HEADLINE, "4 फरवरी 2026, 08:42 PM", FIRST, SECOND, THIRD))


def entries(path: Path) -> list[Entry]:
    with closing(WarcFile(str(path))) as archive:
        return list(archive.entries())


def written(folder: Path, *records: bytes, name: str = "crawl.warc.gz") -> Path:
    path = folder / name
    path.write_bytes(b"".join(records))
    return path


def test_what_is_no_page_is_passed_over_and_named(tmp_path: Path) -> None:
    """Requests, revisits, redirects, errors of servers, and what is neither HTML nor text."""
    html = (("Content-Type", "text/html"),)
    path = written(
        tmp_path,
        other("warcinfo"),
        other("request"),
        record(Response(URL, PAGE.encode())),
        other("revisit"),
        record(Response(URL, b"", "301 Moved", (*html, ("Location", "/")))),
        record(Response(URL, PAGE.encode(), "404 Not Found")),
        record(Response(URL, b"\x89PNG", headers=(("Content-Type", "image/png"),))),
        record(Response(URL, PAGE.encode(), headers=(("Content-Type", "application/xhtml+xml"),))),
        record(Response(URL, PAGE.encode(), headers=())),
        other("metadata"),
        plain_record("resource", URL, PAGE.encode(), "text/html"),
        plain_record("resource", "urn:text:" + URL, b"text", "text/plain"),
        plain_record("conversion", URL, WET.encode(), "text/plain"),
        plain_record("response", "dns:gaon.example", b"20260204 gaon.example. A 10.0.0.1", "text/dns"),
    )
    found = entries(path)
    assert [entry.name for entry in found] == [f"#{number}" for number in range(1, 15)]
    assert [entry.skipped for entry in found] == [
        "warcinfo",
        "request",
        None,
        "revisit",
        "redirect",
        "error status",
        "other media type",
        None,
        None,
        "metadata",
        None,
        "resource",
        None,
        "other protocol",
    ]
    assert not any(entry.error for entry in found)


def test_a_page_has_its_address_and_time(tmp_path: Path) -> None:
    """Which settle what the page itself leaves open: `आज` is the day in India when it was crawled."""
    page = PAGE.replace("</h1>", "</h1><p>Updated: आज, 07:30 PM</p>").replace('rel="canonical"', 'rel="other"')
    path = written(tmp_path, other("warcinfo"), record(Response(URL, page.encode())))
    article = newsx.extract(Path(f"{path}#2"))
    assert article.headline == HEADLINE
    assert article.url == URL
    assert article.site == "gaon.example"
    assert article.modified == "2026-02-04T19:30+05:30"
    assert article.source.name == f"{path}#2"
    assert article.source.bytes == len(page.encode())


def test_the_record_is_that_of_the_page_alone(tmp_path: Path) -> None:
    """But for its name."""
    path = written(tmp_path, record(Response(URL, PAGE.encode())))
    found = newsx.extract(Path(f"{path}#1")).to_dict()
    alone = newsx.extract(PAGE.encode(), url=URL, captured_at="2026-02-04T21:00+05:30").to_dict()
    found["source"]["name"] = None
    assert found == alone


def test_arguments_count_for_more_than_the_archive(tmp_path: Path) -> None:
    """A person who gives them knows better."""
    page = PAGE.replace("</h1>", "</h1><p>27 मिनट पहले</p>").replace('rel="canonical"', 'rel="other"')
    path = Path(f"{written(tmp_path, record(Response(URL, page.encode())))}#1")
    article = newsx.extract(path, url="https://other.example/a", captured_at="2026-02-05T10:00+05:30")
    assert article.published == "2026-02-05T09:33+05:30"
    assert article.url == "https://other.example/a"
    assert newsx.extract(path).published == "2026-02-04T20:33+05:30"


@pytest.mark.parametrize("date", ["", "yesterday", "2026-13-45T00:00:00Z", "0001-01-01T00:00:00Z", "2026-02-04"])
def test_a_time_that_is_none_is_left_out(tmp_path: Path, date: str) -> None:
    """As is an address that is none."""
    made = record(Response(URL, PAGE.encode(), warc=(("WARC-Date", date),)), packed=False)
    path = written(tmp_path, made.replace(b"WARC-Target-URI: https://", b"WARC-Target-URI: "))
    with closing(WarcFile(str(path))) as archive:
        [entry] = archive.entries()
        raw = archive.read(entry.place)
    assert (raw.url, raw.captured_at) == (None, None)


def test_addresses_in_angle_brackets_and_parts_of_seconds_are_read(tmp_path: Path) -> None:
    """Wget writes the ones, WARC 1.1 allows the others."""
    warc = (("WARC-Date", "2026-02-04T15:30:00.123456789Z"),)
    path = written(tmp_path, record(Response(f"<{URL}>", PAGE.encode(), warc=warc)))
    with closing(WarcFile(str(path))) as archive:
        [entry] = archive.entries()
        raw = archive.read(entry.place)
    assert raw.url == URL
    assert raw.captured_at is not None
    assert raw.captured_at.isoformat() == "2026-02-04T21:00:00+05:30"


def test_the_charset_of_the_server_counts(tmp_path: Path) -> None:
    """Where the bytes are no UTF-8, and for more than what the page says."""
    page = "<html><meta charset=koi8-r><p>caf\xe9 na\xefve</p></html>".encode("windows-1252")
    path = written(tmp_path, record(Response(URL, page, headers=(("Content-Type", "text/html; charset=latin1"),))))
    source = newsx.extract(Path(f"{path}#1")).source
    assert (source.encoding, source.encoding_by) == ("windows-1252", "declared")


def test_text_of_common_crawl_is_text(tmp_path: Path) -> None:
    """A WET record is read as a dump, though it shows some HTML."""
    text = f"<html> {WET}"
    path = written(tmp_path, plain_record("conversion", URL, text.encode(), "text/plain"), name="crawl.warc.wet.gz")
    article = newsx.extract(Path(f"{path}#1"))
    assert article.source.form == "text"
    assert article.url == URL


def test_a_page_that_the_crawler_cut_has_a_warning(tmp_path: Path) -> None:
    """Its end is missing, and nobody else could know."""
    packed = gzip.compress(PAGE.encode() * 3)[:-100]
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    path = written(tmp_path, record(Response(URL, packed, headers=headers, warc=(("WARC-Truncated", "length"),))))
    article = newsx.extract(Path(f"{path}#1"))
    assert article.headline == HEADLINE
    assert [warning.kind for warning in article.warnings][:1] == ["cut_by_crawler"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_records_of_one_stream_are_read_in_any_order(tmp_path: Path, name: str) -> None:
    """Forwards without beginning anew."""
    plain = [record(Response(URL, b"<p>%d</p>" % number), packed=False) for number in range(6)]
    path = written(tmp_path, whole_file_gzip(plain) if name.endswith(".gz") else b"".join(plain), name=name)
    with closing(WarcFile(str(path))) as archive:
        places = [entry.place for entry in archive.entries()]
        assert [archive.read(places[number]).data for number in (0, 2, 5, 1, 1)] == [
            b"<p>%d</p>" % number for number in (0, 2, 5, 1, 1)
        ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\r\n" * 9, "damaged_warc"),
        (gzip.compress(b""), "damaged_warc"),
        (None, "not_found"),
    ],
)
def test_a_file_that_is_no_archive_is_refused_as_a_whole(tmp_path: Path, content: bytes | None, kind: str) -> None:
    """In one line."""
    if content is not None:
        written(tmp_path, content)
    with pytest.raises(NewsxError) as caught:
        entries(tmp_path / "crawl.warc.gz")
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    "content", [b"no archive", b"\0" * 99, gzip.compress(b"no archive"), b"\x1f\x8b\x08", b"noise" * 99]
)
def test_what_is_no_record_is_told_as_a_loss(tmp_path: Path, content: bytes) -> None:
    """One, whatever it is."""
    [entry] = entries(written(tmp_path, content))
    assert entry.error is not None
    assert entry.error.kind == "damaged_warc"


def test_large_records_are_refused_without_being_held(tmp_path: Path) -> None:
    """And so are records that are parts of one."""
    large = record(Response(URL, bytes(300_000)))
    part = record(Response(URL, PAGE.encode(), warc=(("WARC-Segment-Number", "1"),)))
    path = written(tmp_path, large, part, other("continuation"))
    with closing(WarcFile(str(path), size_limit=100_000)) as archive:
        first, second, third = archive.entries()
        with pytest.raises(NewsxError, match="limit of"):
            archive.read(first.place)
    assert second.error is not None
    assert second.error.kind == "segmented"
    assert third.skipped == "continuation"


def test_a_file_that_changes_is_told(tmp_path: Path) -> None:
    """A place that no record stands at any more."""
    path = written(tmp_path, *(record(Response(URL, PAGE.encode())) for _ in range(2)))
    with closing(WarcFile(str(path))) as archive:
        last = list(archive.entries())[-1]
        path.write_bytes(path.read_bytes()[:-200])
        with pytest.raises(NewsxError, match="changed while it was read"):
            archive.read(last.place)
