"""What a person sees of a long run: how far it is, and at its end what failed, in any width."""

from __future__ import annotations

import time

import pytest

from newsx.batch.tally import Tally
from newsx.cli import progress
from newsx.cli.progress import bar_lines, end_lines
from newsx.write.terminal import Line, cells


def tally() -> Tally:
    """Of a run that is two thirds done after a minute and a half."""
    counted = Tally(1200, unchanged=100)
    for _ in range(700):
        counted.count("ok")
    counted.count("not_article")
    for number in range(98):
        counted.count_failure(f"pages/{number}.html", "gzip_bomb", "the gzip file swells beyond all reason")
    counted.count_failure("pages/लंबा नाम.html", "timeout", "no result after 60 seconds")
    counted.started = time.monotonic() - 90
    return counted


def plain(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def test_the_bar_tells_counts_pace_and_time_left() -> None:
    """Pages that an earlier run did say nothing about the pace."""
    bar, *counts = plain(bar_lines(tally(), 80))
    assert bar.count("━") == pytest.approx(2 * bar.count("─"), abs=2)
    assert bar.endswith(" 67%")
    assert " · ".join(counts) == ("800 of 1,200 · 700 articles · 1 not an article · 99 failed · 8 pages/s · 51 s left")


def test_the_end_tells_failures_by_kind_and_where_to_read_more() -> None:
    """The most frequent first, the first of each as an example."""
    lines = plain(end_lines(tally(), "out.jsonl", "out.jsonl.journal.jsonl", 80))
    assert lines[0] == "800 pages in 2 min · 700 articles · 1 not an article · 99 failed"
    assert lines[2].startswith("     98  gzip_bomb        pages/0.html: the gzip file")
    assert lines[3].startswith("      1  timeout          pages/लंबा नाम.html: no result")
    assert lines[-1] == 'Failures: grep \'"status": "error"\' out.jsonl.journal.jsonl'


@pytest.mark.parametrize("columns", [40, 80])
def test_the_reason_of_a_failure_is_told_whole(columns: int) -> None:
    """In as many lines as it takes, however long the name."""
    reason = "its output '0.html.json' is there, and newsx did not write it; move it away"
    counted = Tally(1)
    counted.count_failure("pages/" + "long-name-" * 30 + "0.html", "output", reason)
    told = " ".join(" ".join(plain(end_lines(counted, "out", "out/journal.jsonl", columns))).split())
    assert f"0.html: {reason} Records: out" in told


def test_a_stopped_run_says_how_to_go_on() -> None:
    """And where the records are so far."""
    stopped = tally()
    stopped.is_interrupted = True
    lines = plain(end_lines(stopped, "out.jsonl.part", "out.jsonl.journal.jsonl", 80))
    assert "Stopped with 400 to go. The same command again goes on from here." in lines
    assert "Records so far: out.jsonl.part" in lines


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_no_line_runs_over_the_edge(columns: int) -> None:
    """Parts of the counts are not broken; a bar leaves the last cell free."""
    assert all(cells(line) < max(columns, 33) for line in plain(bar_lines(tally(), columns)))
    if columns >= 40:
        assert all(cells(line) <= columns for line in plain(end_lines(tally(), "out", "out/journal.jsonl", columns)))


def test_without_a_terminal_there_is_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole lines, for a log."""
    monkeypatch.setattr(progress, "_LINE_EVERY", 0.0)
    with progress.progress(tally(), quiet=False) as show:
        show()
    assert capsys.readouterr().err == (
        "newsx: 800 of 1,200, 700 articles, 1 not an article, 99 failed, 8 pages/s, 51 s left\n"
    )
    with progress.progress(tally(), quiet=True) as show:
        show()
    assert capsys.readouterr().err == ""
