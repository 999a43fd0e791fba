"""Pages in archives and in JSON Lines on the command line, as real processes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.hostile import page as numbered
from tests.cli.invented import HEADLINE
from tests.read.containers.crawl import Response, other, record

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]
URL = "https://gaon.example/bihar/pulia-101.html"


@pytest.fixture(autouse=True)
def _sources(tmp_path: Path) -> None:
    pages = [other("request") + record(Response(URL, numbered(number))) for number in range(3)]
    (tmp_path / "crawl.warc.gz").write_bytes(other("warcinfo") + b"".join(pages) + pages[0][:-40])
    rows = [json.dumps({"html": numbered(number).decode(), "url": URL}) for number in range(3)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), "utf-8")


def test_one_page_is_extracted_by_its_number(newsx: Newsx) -> None:
    """By the name that the journal of a batch has for it; `explain` takes it too."""
    done = newsx("extract", "crawl.warc.gz#5", "--field", "headline,source.name")
    assert done.stdout.decode() == f"{HEADLINE}, भाग 1\tcrawl.warc.gz#5\n"
    done = newsx("extract", "rows.jsonl#2", "--json-field", "html", "--field", "headline", "--field", "url")
    assert done.stdout.decode().startswith(f"{HEADLINE}, भाग 1\thttps://gaon.example/")
    assert newsx("explain", "crawl.warc.gz#5").returncode == 0
    assert newsx("explain", "rows.jsonl#2", "--json-field", "html").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["crawl.warc.gz"], 3, "it holds many pages; `newsx batch` reads them all, and crawl.warc.gz#N names one"),
        (["crawl.warc.gz#1"], 3, "it is no page to read but of another kind: warcinfo"),
        (["crawl.warc.gz#9"], 3, "its gzip data is cut short"),
        (["crawl.warc.gz#99"], 3, "there is no such page in it"),
        (["rows.jsonl#1", "--json-field", "text"], 3, "its row has no field 'text'; it has html, url"),
        (["rows.jsonl#1"], 2, "--json-field must say which field of a row holds the page"),
        (["rows.jsonl#1", "--url-field", "url"], 2, "--url-field is the address of a page in JSON Lines"),
        (["rows.jsonl#1", "--json-field", "html", "--encoding", "utf-8"], 2, "--encoding"),
    ],
)
def test_what_is_no_page_is_told_in_one_line(newsx: Newsx, arguments: list[str], code: int, told: str) -> None:
    """With what to do, and the exit code tells."""
    done = newsx("extract", *arguments)
    assert done.returncode == code
    shown = " ".join(done.stderr.decode().replace("│", " ").split())
    assert told in shown
    assert "Traceback" not in shown
    assert done.stdout == b""


def test_a_batch_tells_what_was_lost_and_what_is_no_page(newsx: Newsx, tmp_path: Path) -> None:
    """Each loss has a line in the journal, records that are no pages are counted in one line at the end."""
    done = newsx("batch", "crawl.warc.gz", "-o", "out.jsonl")
    assert done.returncode == 3
    told = done.stderr.decode()
    assert "5 records of archives that hold no page: 4 request, 1 warcinfo\n" in told
    assert "damaged_warc" in told
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl.journal.jsonl").read_text("utf-8").splitlines()]
    assert [line["name"] for line in lines] == [f"crawl.warc.gz#{number}" for number in (3, 5, 7, 9)]
    assert lines[-1]["error"]["message"] == "its gzip data is cut short"
    done = newsx("batch", "rows.jsonl", "--json-field", "html", "-o", "rows.csv", "--field", "url")
    assert done.returncode == 0
    assert len((tmp_path / "rows.csv").read_text("utf-8").splitlines()) == 4
