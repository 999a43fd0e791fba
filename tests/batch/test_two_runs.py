"""Two runs on one output: the second touches nothing while the first is at work, and knows what it did afterwards."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from newsx.batch.outputs import outputs
from newsx.batch.run import Run, Settings
from newsx.batch.sources import Globs, find
from newsx.batch.tally import Tally
from newsx.errors import OptionError
from tests.batch.hostile import page

Batch = Callable[..., Tally]

_STEPS = ("open", "os.rename", "os.remove", "os.truncate")
_hold: list[Callable[[str], None]] = []


def _at_step(event: str, arguments: tuple[Any, ...]) -> None:
    if _hold and event in _STEPS and isinstance(arguments[0], str | bytes | os.PathLike):
        _hold[-1](os.fsdecode(arguments[0]))


sys.addaudithook(_at_step)  # it is told of each step that this process does with a file, whichever function does it


@contextmanager
def held(output: Path, then: Callable[[], None]) -> Iterator[list[str]]:
    """Does `then` before each step that is done with a file of the output; gives the steps."""
    steps: list[str] = []

    def hold(path: str) -> None:
        if path.startswith(str(output)):
            _hold.append(lambda _: None)
            try:
                steps.append(path)
                then()
            finally:
                _hold.pop()

    _hold.append(hold)
    try:
        yield steps
    finally:
        _hold.pop()


def planned(pages: Path, output: Path) -> Run:
    return Run(find([str(pages)], Globs(), several=False), outputs(output, None, ()), Settings(workers=2))


def contents(path: Path) -> dict[str, bytes]:
    """All files of an output but the journal; of a database its rows, for its bytes tell of its history too."""
    if path.suffix == ".db":
        with closing(sqlite3.connect(path)) as database:
            query = "SELECT page, blocks.text FROM articles JOIN blocks ON article_id = id ORDER BY page, position"
            rows = database.execute(query)
            database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
            return {"": repr(rows.fetchall()).encode()}
    files = [path] if path.is_file() else path.rglob("*")
    return {
        str(file.relative_to(path)): file.read_bytes() for file in files if file.is_file() and "journ" not in file.name
    }


@pytest.mark.parametrize("output", ["out.jsonl", "out.csv", "out.jsonl.gz", "out", "out.db", "out.parquet"])
def test_a_second_run_is_refused_at_each_step_of_the_first(
    pages: Path, batch: Batch, tmp_path: Path, output: str
) -> None:
    """Whatever the first has just done or is about to do, the second is told so and the first loses nothing."""
    if output.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    batch(output)
    (pages / "0.html").write_bytes(page(100))
    (pages / "9.html").write_bytes(page(9))
    first = planned(pages, tmp_path / output)
    work = first.work()
    next(work)

    def second() -> None:
        with pytest.raises(OptionError, match="another newsx"):
            batch(output)

    with held(tmp_path / output, second) as steps:
        for _ in work:
            pass
    assert len(steps) >= 4
    assert first.tally.articles == 7
    batch("clean" + output[3:])
    assert contents(tmp_path / output) == contents(tmp_path / f"clean{output[3:]}")
    assert batch(output).unchanged == 7
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".tmp", ".new", ".next", ".part")]


def test_a_second_run_cannot_undo_what_a_killed_one_left(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """A refused run leaves the files of a rewriting alone: the first, which holds the output, is to end it."""
    batch("out.jsonl")
    work = planned(pages, tmp_path / "out.jsonl").work()
    next(work)
    (tmp_path / "out.jsonl.newsx.tmp").write_bytes(b"records\n")
    (tmp_path / "out.jsonl.journal.jsonl.next").write_bytes(b"lines\n")
    with pytest.raises(OptionError, match="another newsx"):
        batch("out.jsonl", fresh=True)
    assert (tmp_path / "out.jsonl.newsx.tmp").read_bytes() == b"records\n"
    assert (tmp_path / "out.jsonl.journal.jsonl.next").read_bytes() == b"lines\n"
    work.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_a_run_knows_what_another_did_after_it_was_planned(
    pages: Path, batch: Batch, tmp_path: Path, output: str
) -> None:
    """Names of outputs and what is done are settled when the output is held, not when the inputs were found."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "0.html").write_bytes(page(50))
    later = planned(other, tmp_path / output)
    batch(output, pages)
    for _ in later.work():
        pass
    assert (later.tally.articles, later.tally.unplanned) == (1, 6)
    records = contents(tmp_path / output)
    texts = b"".join(records.values()).splitlines()
    assert sorted(json.loads(text)["headline"].rpartition(" ")[2] for text in texts) == [
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "50",
    ]
    assert batch(output, pages).unchanged == 6


def test_a_refused_run_leaves_no_file(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Not even an empty journal, which would make a foreign file look like one of newsx."""
    (tmp_path / "out.jsonl").write_text("mine\n", "utf-8")
    for _ in range(2):
        with pytest.raises(OptionError, match="--fresh"):
            batch("out.jsonl")
    assert list(tmp_path.glob("out*")) == [tmp_path / "out.jsonl"]
