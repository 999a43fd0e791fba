"""Near-duplicates: found, not invented, and marked the same way however a run went."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsx.batch.duplicates import Firsts
from newsx.batch.plan import workspace
from newsx.batch.tally import Tally
from newsx.text.sketch import sketch
from tests.batch import stories

Batch = Callable[..., Tally]
COUNT = 500


def copies(number: int) -> dict[str, str]:
    """A story's text, and that of its copies."""
    told = stories.story(number)
    return {
        "first": stories.text(told),
        "re-blocked": stories.text(told, sentences=1),
        "cut": stories.text(stories.cut(told), sentences=2),
        "datelined": stories.text(stories.datelined(told, number)),
        "reworded": stories.text(stories.reworded(told, number)),
    }


def placed(inputs: list[tuple[str, bytes]]) -> dict[str, str | None]:
    """For each name, the first one that it is a copy of."""
    database: sqlite3.Connection = workspace()
    firsts = Firsts(database)
    return {name: firsts.place(name, drawn) for name, drawn in inputs}


def test_copies_of_500_stories_are_found_and_no_others() -> None:
    """At least 98 of 100 of each kind, each under its own story, and no story under another, in any order."""
    drawn = [
        (f"{number}/{kind}", sketch(f"खबर {number}", body))
        for number in range(COUNT)
        for kind, body in copies(number).items()
    ]
    in_order = sorted(drawn, key=lambda item: not item[0].endswith("/first"))
    found = placed(in_order)
    assert all(found[f"{number}/first"] is None for number in range(COUNT))
    for kind in ("re-blocked", "cut", "datelined", "reworded"):
        recall = sum(found[f"{number}/{kind}"] == f"{number}/first" for number in range(COUNT)) / COUNT
        assert recall >= 0.98, (kind, recall)
    for seed in range(3):
        shuffled = drawn.copy()
        random.Random(seed).shuffle(shuffled)
        false = [
            (name, first)
            for name, first in placed(shuffled).items()
            if first and name.split("/")[0] != first.split("/")[0]
        ]
        assert false == []


def test_a_formula_that_all_articles_have_costs_little_and_hides_nothing() -> None:
    """Past a few hundred articles its hashes are not looked up any more; copies are found by the others."""
    formula = "इस खबर को अपने दोस्तों के साथ साझा करें और हमारे चैनल से जुड़े रहें। " * 2
    drawn = [(f"{number}", sketch(stories.text(stories.story(number)[:14]) + formula)) for number in range(COUNT)]
    found = placed([*drawn, *((f"copy {name}", one) for name, one in drawn)])
    assert all(found[name] is None and found[f"copy {name}"] == name for name, _ in drawn)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder of three stories with copies, a page of another story, one that is none, and two that say little."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        for place, (kind, body) in enumerate(copies(number).items()):
            (folder / f"{place}-{number}-{kind}.html").write_bytes(stories.page(f"खबर {number} का शीर्षक", body))
    (folder / "alone.html").write_bytes(stories.page("अकेली खबर", stories.text(stories.story(99))))
    (folder / "paper.html").write_bytes(b"%PDF-1.7\n")
    return folder


def records(path: Path) -> dict[str, dict[str, Any]]:
    lines = path.read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {Path(record["source"]["name"]).name: record for record in found}


def marks(path: Path) -> dict[str, str | None]:
    """For each input, the name of the first one that its record gives."""
    return {name: record["source"]["duplicate_of"] for name, record in records(path).items()}


def expected(folder: Path) -> dict[str, str | None]:
    """By their names: of each story the first is what the others copy."""
    wanted: dict[str, str | None] = {"alone.html": None}
    for path in folder.glob("*-*-*.html"):
        number = path.name.split("-")[1]
        wanted[path.name] = None if path.name.startswith("0-") else str(folder / f"0-{number}-first.html")
    return wanted


def test_records_of_copies_name_the_first(copied: Path, batch: Batch, tmp_path: Path) -> None:
    """By the name that its own record has, whatever the number of workers."""
    for workers in (1, 3):
        tally = batch(f"{workers}.jsonl", dedup="mark", workers=workers)
        assert (tally.duplicates, tally.articles, tally.failed) == (12, 16, 1)
    assert marks(tmp_path / "1.jsonl") == expected(copied)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "3.jsonl").read_bytes()
    names = {record["source"]["name"] for record in records(tmp_path / "1.jsonl").values()}
    assert set(marks(tmp_path / "1.jsonl").values()) - {None} <= names


@pytest.mark.parametrize("output", ["out.jsonl", "out.jsonl.gz", "out.csv", "out"])
def test_dropped_copies_are_not_put_out(copied: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """The output is that of a run over the others; the journal tells which they are."""
    batch(output, dedup="drop")
    kept = [copied / name for name, first in expected(copied).items() if first is None]
    clean = output.replace("out", "clean")
    batch(clean, *sorted(kept))
    if output == "out":
        written = sorted(path.name for path in (tmp_path / "out").iterdir())
        assert written == sorted([*(f"{path.name}.json" for path in kept), "journal.jsonl"])
        return
    assert (tmp_path / output).read_bytes() == (tmp_path / clean).read_bytes()
    lines = [json.loads(line) for line in (tmp_path / f"{output}.journal.jsonl").read_text("utf-8").splitlines()]
    dropped = {Path(line["name"]).name: line["duplicate_of"] for line in lines if line["status"] == "duplicate"}
    assert dropped == {name: first for name, first in expected(copied).items() if first is not None}


def test_a_second_run_has_nothing_to_do(copied: Path, batch: Batch, tmp_path: Path) -> None:
    """And says the same."""
    for dedup in ("mark", "drop"):
        output = tmp_path / f"{dedup}.jsonl"
        first = batch(output.name, dedup=dedup)
        before = [path.read_bytes() for path in (output, tmp_path / f"{output.name}.journal.jsonl")]
        second = batch(output.name, dedup=dedup)
        assert [path.read_bytes() for path in (output, tmp_path / f"{output.name}.journal.jsonl")] == before
        assert second.unchanged == second.total == 17
        assert (second.duplicates, second.articles) == (first.duplicates, first.articles)


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_one_can_change_ones_mind(copied: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """Marked, dropped, marked again, not looked for: each time as if it had been so from the start."""

    def content(name: str) -> dict[str, bytes]:
        path = tmp_path / name
        files = [path] if path.is_file() else sorted(path.rglob("*.html.json"))
        return {file.name.replace(name, ""): file.read_bytes() for file in files}

    for step, dedup in enumerate(("mark", "drop", "mark", None, "drop", None)):
        batch(output, dedup=dedup)
        clean = output.replace("out", f"clean{step}")
        batch(clean, dedup=dedup)
        assert content(output) == content(clean), dedup


def test_marks_follow_the_pages(copied: Path, batch: Batch, tmp_path: Path) -> None:
    """A first that is gone or has changed gives its place to the next; one that comes before takes it."""
    batch("out.jsonl", dedup="mark")
    os.unlink(copied / "0-1-first.html")
    (copied / "0-2-first.html").write_bytes(stories.page("कुछ और", stories.text(stories.story(50))))
    (copied / "0-0-before.html").write_bytes((copied / "0-0-first.html").read_bytes())
    batch("out.jsonl", dedup="mark", prune=True)
    found = marks(tmp_path / "out.jsonl")
    assert found["0-0-first.html"] == found["4-0-reworded.html"] == str(copied / "0-0-before.html")
    assert found["0-2-first.html"] is found["1-1-re-blocked.html"] is None
    assert found["2-1-cut.html"] == str(copied / "1-1-re-blocked.html")
    batch("clean.jsonl", dedup="mark")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "clean.jsonl").read_bytes()


def test_records_of_earlier_runs_come_first(copied: Path, batch: Batch, tmp_path: Path) -> None:
    """Today's copies of yesterday's stories name yesterday's, whose records stay as they are."""
    today = tmp_path / "today"
    today.mkdir()
    for path in copied.glob("*.html"):
        if not path.name.startswith("0-"):
            path.rename(today / path.name)
    batch("out.jsonl", copied, dedup="mark")
    batch("out.jsonl", today, dedup="mark")
    found = marks(tmp_path / "out.jsonl")
    assert found == {name: first for name, first in expected(copied).items() if name in found} | {
        path.name: str(copied / f"0-{path.name[2]}-first.html") for path in today.glob("*-*.html")
    } | {"alone.html": None}
    assert len(found) == 16


def test_what_holds_no_article_is_no_copy(tmp_path: Path, batch: Batch) -> None:
    """Nor is what says less than five words."""
    folder = tmp_path / "pages"
    folder.mkdir()
    links = "".join(f'<li><a href="/{number}">{number} गांव की खबरें यहां पढ़ें</a></li>' for number in range(40))
    for name in ("a.html", "b.html"):
        (folder / name).write_text(f'<html lang="hi"><body><ul>{links}</ul></body></html>', "utf-8")
    tally = batch("out.jsonl", dedup="drop")
    assert (tally.not_articles, tally.duplicates) == (2, 0)
    assert set(marks(tmp_path / "out.jsonl").values()) == {None}


def test_journal_lines_without_it_are_as_before(copied: Path, batch: Batch, tmp_path: Path) -> None:
    """Sketches are kept for those who ask for them."""
    batch("out.jsonl")
    assert b"sketch" not in (tmp_path / "out.jsonl.journal.jsonl").read_bytes()
