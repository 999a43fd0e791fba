"""The report on a whole run: right in one go or in many, with every form of output."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from newsx.batch.outputs import outputs, stream
from newsx.batch.reporting import write_report
from newsx.batch.run import Run, Settings
from newsx.batch.sources import Globs, find
from newsx.batch.tally import Tally
from newsx.errors import OptionError
from tests.batch.conftest import Batch
from tests.batch.hostile import page
from tests.cli.invented import LISTING

OUTPUTS = ["out", "out.jsonl", "out.jsonl.gz", "out.csv", "out.db"]


@pytest.fixture
def mixed(pages: Path) -> Path:
    """Pages, a page that holds no article, and a file that is no page."""
    (pages / "list.html").write_text(LISTING, "utf-8")
    (pages / "paper.html").write_bytes(b"%PDF-1.7\n")
    return pages


def figures(report: Path) -> str:
    """The report without the names of output and journal, which alone tell of the form of output."""
    return report.read_text("utf-8").partition("<main>")[2]


@pytest.mark.parametrize("output", OUTPUTS)
def test_it_is_the_same_with_every_form_of_output(mixed: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """Even with one that holds no evidence, no warnings or a single field."""
    batch("plain.jsonl", report=tmp_path / "plain.html")
    batch(output, report=tmp_path / "report.html")
    assert figures(tmp_path / "report.html") == figures(tmp_path / "plain.html")
    assert "<b>8</b> inputs" in figures(tmp_path / "report.html")
    assert "<b>6</b> articles" in figures(tmp_path / "report.html")


def test_it_needs_no_page_read_again(mixed: Path, batch: Batch, tmp_path: Path) -> None:
    """A finished run can be reported on later, and the output stays as it is."""
    batch("one.jsonl", report=tmp_path / "one.html")
    batch("two.jsonl")
    before = (tmp_path / "two.jsonl").stat().st_mtime_ns
    assert batch("two.jsonl", report=tmp_path / "two.html").unchanged == 8
    assert figures(tmp_path / "two.html") == figures(tmp_path / "one.html")
    assert (tmp_path / "two.jsonl").stat().st_mtime_ns == before


def test_a_resumed_run_reports_on_all_of_it(mixed: Path, batch: Batch, tmp_path: Path) -> None:
    """As one clean run would."""
    batch("clean.jsonl", report=tmp_path / "clean.html")
    planned = Run(
        find([str(mixed)], Globs(), several=False),
        outputs(tmp_path / "out.jsonl", None, ()),
        Settings(report=tmp_path / "report.html"),
    )
    for _ in planned.work():
        if planned.tally.done >= 2:
            planned.stop()
    assert planned.tally.is_interrupted
    assert not (tmp_path / "report.html").exists()
    batch("out.jsonl", report=tmp_path / "report.html")
    assert figures(tmp_path / "report.html") == figures(tmp_path / "clean.html")


def test_lines_without_facts_are_made_anew(mixed: Path, batch: Batch, tmp_path: Path) -> None:
    """They are of a newsx that kept none; without a report they do."""
    batch("out.jsonl", report=tmp_path / "clean.html")
    journal = tmp_path / "out.jsonl.journal.jsonl"
    lines = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    for line in lines:
        line.pop("facts", None)
    journal.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")
    assert batch("out.jsonl").unchanged == 8
    assert batch("out.jsonl", report=tmp_path / "report.html").unchanged == 1  # the failure
    assert figures(tmp_path / "report.html") == figures(tmp_path / "clean.html")


@pytest.mark.parametrize("dedup", ["mark", "drop"])
def test_copies_are_counted(pages: Path, batch: Batch, tmp_path: Path, dedup: Any) -> None:
    """Whether they are among the records or not."""
    batch("out.jsonl", dedup=dedup, report=tmp_path / "report.html")
    assert "<b>5</b> near-duplicates" in figures(tmp_path / "report.html")
    assert f"<b>{6 if dedup == 'mark' else 1}</b> articles" in figures(tmp_path / "report.html")


def test_other_runs_into_the_output_are_told(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """A report is on all that the output holds."""
    batch("out.jsonl")
    report = tmp_path / "report.html"
    batch("out.jsonl", pages / "inner", report=report)
    assert "of the inputs are of other runs" in report.read_text("utf-8")


def test_records_in_a_stream_are_reported_on_too(mixed: Path, tmp_path: Path) -> None:
    """Their journal is gone at the end, and not named."""
    found = find([str(mixed)], Globs(), several=False)
    report = tmp_path / "report.html"
    for _ in Run(found, stream(lambda record: None, ()), Settings(report=report)).work():
        pass
    text = report.read_text("utf-8")
    assert "<b>6</b> articles" in text
    assert "newsx batch: standard output" in text
    assert "journal" not in text


@pytest.mark.parametrize("kind", ["file", "empty", "folder", "link"])
def test_a_foreign_file_in_its_place_stays(pages: Path, batch: Batch, tmp_path: Path, kind: str) -> None:
    """And nothing else is begun."""
    report = tmp_path / "report.html"
    if kind == "folder":
        report.mkdir()
    elif kind == "link":
        (tmp_path / "mine.html").write_text("<p>mine", "utf-8")
        report.symlink_to(tmp_path / "mine.html")
    else:
        report.write_text("<p>mine" * (kind == "file"), "utf-8")
    with pytest.raises(OptionError, match="move it away"):
        Settings(report=report).check()
    with pytest.raises(OptionError, match="move it away"):
        batch("out.jsonl", report=report)
    assert kind == "folder" or report.read_text("utf-8") == "<p>mine" * (kind != "empty")
    assert (tmp_path / "out.jsonl").exists()  # the run without the check gave its records first


def test_its_own_report_is_replaced(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Through a link too, which stays one."""
    link = tmp_path / "link.html"
    batch("out.jsonl", report=tmp_path / "report.html")
    link.symlink_to("report.html")
    (pages / "9.html").write_bytes(page(9))
    batch("out.jsonl", report=link)
    assert link.is_symlink()
    assert "<b>7</b> articles" in (tmp_path / "report.html").read_text("utf-8")
    assert not list(tmp_path.glob(".newsx*"))


@pytest.mark.parametrize("name", ["report.jsonl", "report", "missing/report.html", "-"])
def test_a_place_where_none_can_be_is_refused(tmp_path: Path, name: str) -> None:
    """Before anything is read."""
    with pytest.raises(OptionError, match="--report: "):
        Settings(report=tmp_path / name).check()


def test_a_full_disk_leaves_the_report_of_before(
    pages: Path, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the error names it."""
    report = tmp_path / "report.html"
    batch("out.jsonl", report=report)
    before = report.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("newsx.batch.reporting.os.replace", full)
    with pytest.raises(OSError, match="No space left") as told:
        list(write_report(report, [], Tally(0), "out.jsonl", None))
    assert told.value.filename == str(report)
    assert report.read_bytes() == before
    assert not list(tmp_path.glob(".newsx*"))


@pytest.mark.skipif(os.name == "nt", reason="such a name is none on Windows")
def test_names_that_are_no_text_are_spelled(tmp_path: Path, batch: Batch) -> None:
    """As well as they can be."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / os.fsdecode(b"a\xff<b>\x1b.html")).write_bytes(page(0))
    batch("out.jsonl", report=tmp_path / "report.html")
    assert "a\ufffd&lt;b&gt;\\u001b.html" in figures(tmp_path / "report.html")
