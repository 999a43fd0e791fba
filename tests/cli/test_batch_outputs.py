"""`newsx batch` into a stream, and into a table for Excel."""

from __future__ import annotations

import codecs
import csv
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.hostile import page as numbered
from tests.cli.invented import HEADLINE, NEWSX, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of three article pages and a file that is none."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.html").write_bytes(numbered(number))
    (folder / "paper.html").write_bytes(b"%PDF-1.7\n")
    return folder


def test_records_can_go_to_standard_output(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """In order, failures told one by one, nothing kept anywhere."""
    # A short name: sockets of worker processes stand there, and their addresses are limited to 108 bytes.
    scratch = Path(tempfile.mkdtemp(prefix="n"))
    done = newsx("batch", "pages", "-o", "-", TMPDIR=str(scratch))
    assert done.returncode == 3
    assert [json.loads(line)["headline"][-1] for line in done.stdout.splitlines()] == ["0", "1", "2"]
    told = done.stderr.decode()
    assert told.startswith("newsx: pages/paper.html: it looks like a PDF")
    assert "3 articles" in told
    assert "journal" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]
    assert not list(scratch.glob("newsx-*"))
    shutil.rmtree(scratch)
    fields = newsx("batch", "pages", "-o", "-", "-q", "--field", "headline").stdout.splitlines()
    assert json.loads(fields[0]) == {"headline": f"{HEADLINE}, भाग 0"}


@pytest.mark.parametrize("option", ["--fresh", "--retry-failed", "--prune", "--excel", "--format=md", "--dedup=drop"])
def test_what_needs_a_journal_or_a_file_does_not_go_with_it(newsx: Newsx, pages: Path, option: str) -> None:
    """The option is named."""
    done = newsx("batch", "pages", "-o", "-", option)
    assert (done.returncode, done.stdout) == (2, b"")
    assert option.partition("=")[0] in done.stderr.decode().splitlines()[-1]


def test_the_reader_may_go_away(pages: Path) -> None:
    """As with `| head -1`."""
    for number in range(3, 100):
        (pages / f"{number}.html").write_bytes(numbered(number) + b"<!-- x -->" * 5000)
    with subprocess.Popen(
        [*NEWSX, "batch", "pages", "-o", "-", "-q"],
        cwd=pages.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 141


def test_a_table_for_excel_begins_with_a_mark(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """On wish, after every run; other programs read the table without it."""
    for _ in range(2):
        assert newsx("batch", "pages", "-o", "out.csv", "--field", "headline,url", "--excel").returncode == 3
        (pages / "9.html").write_bytes(numbered(9))
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8 + b"headline,url\n")
    assert data.count(codecs.BOM_UTF8) == 1
    with open(tmp_path / "out.csv", encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 5
    done = newsx("batch", "pages", "-o", "out.csv", "--field", "headline,url")
    assert done.returncode == 2
    assert b"--excel" in done.stderr
    assert newsx("batch", "pages", "-o", "out.jsonl", "--excel").returncode == 2


def test_pages_that_are_gone_can_be_taken_out(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """A dry run tells which."""
    newsx("batch", "pages", "-o", "out.jsonl")
    os.unlink(pages / "1.html")
    listed = newsx("batch", "pages", "-o", "out.jsonl", "--prune", "--dry-run").stdout.decode().splitlines()
    assert listed[-1] == "prune\tpages/1.html\tout.jsonl"
    done = newsx("batch", "pages", "-o", "out.jsonl", "--prune")
    assert "1 record of pages that are gone taken away" in done.stderr.decode()
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 2


def test_copies_are_counted_and_named(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """In the table of all fields too, where a column tells of what each page is a copy."""
    done = newsx("batch", "pages", "-o", "out.csv", "--dedup", "mark")
    assert done.returncode == 3
    assert "2 near-duplicates" in done.stderr.decode()
    with open(tmp_path / "out.csv", encoding="utf-8", newline="") as file:
        assert [row["source.duplicate_of"] for row in csv.DictReader(file)] == ["", "pages/0.html", "pages/0.html"]
    newsx("batch", "pages", "-o", "out.jsonl", "--dedup", "drop")
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 1
    assert newsx("batch", "pages", "-o", "out.jsonl", "--dedup", "hide").returncode == 2


def test_ctrl_c_ends_a_stream_with_whole_lines(pages: Path) -> None:
    """And says nothing of going on, for there is nothing to go on from."""
    for number in range(3, 150):
        (pages / f"{number}.html").write_bytes(numbered(number))
    process = subprocess.Popen(
        [*NEWSX, "batch", "pages", "-o", "-"],
        cwd=pages.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert all(json.loads(line) for line in (first + rest).splitlines())
    assert b"goes on" not in told


def test_a_report_is_written_and_told(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """When all is done; the same command again writes it anew."""
    for _ in range(2):
        done = newsx("batch", "pages", "-o", "out.csv", "--field", "url", "--report", "report.html")
        assert done.returncode == 3
        assert done.stderr.decode().splitlines()[-1] == "Report: report.html"
    assert "<b>4</b> inputs" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize("report", ["pages/report.html", "mine.html", "report.txt"])
def test_a_report_that_cannot_be_is_refused_at_once(newsx: Newsx, pages: Path, tmp_path: Path, report: str) -> None:
    """Among the pages it would be one; a file of others stays."""
    (tmp_path / "mine.html").write_text("mine", "utf-8")
    done = newsx("batch", "pages", "-o", "out.csv", "--report", report)
    assert (done.returncode, done.stdout) == (2, b"")
    assert report in done.stderr.decode()
    assert (tmp_path / "mine.html").read_text("utf-8") == "mine"
    assert not (tmp_path / "out.csv").exists()
