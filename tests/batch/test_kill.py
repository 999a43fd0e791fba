"""A run that is killed, at any moment and as often as you like, and taken up again."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.batch.hostile import page
from tests.cli.invented import NEWSX, environment

PAGES = 120
TABLES = ("articles", "blocks", "people", "tags", "articles_fts_docsize")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages, some of which are none."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(PAGES):
        content = b"%PDF-1.7\n" if number % 10 == 3 else page(number)
        (pages / f"{number:03}.html").write_bytes(content)
    return tmp_path


def start(folder: Path, output: str, options: str) -> subprocess.Popen[bytes]:
    command = [*NEWSX, "batch", "pages", "-o", output, "--workers", "2", "-q", *options.split()]
    return subprocess.Popen(command, cwd=folder, env=environment(), stderr=subprocess.PIPE)


def finish(folder: Path, output: str, options: str) -> int:
    process = start(folder, output, options)
    process.communicate(timeout=120)
    return process.returncode


def written(folder: Path, output: str) -> dict[str, bytes]:
    """All files of an output but the journal, which tells how long each page took; of a database what its rows are."""
    path = folder / output
    if path.suffix == ".db":
        with closing(sqlite3.connect(path)) as database:
            assert sorted(folder.glob(f"{output}*")) == [path, folder / f"{output}.journal.jsonl"]
            database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
            return {table: repr(database.execute(f"SELECT * FROM {table}").fetchall()).encode() for table in TABLES}
    if path.is_file():
        assert sorted(folder.glob(f"{output}*")) == [path, folder / f"{output}.journal.jsonl"]
        return {"": path.read_bytes()}
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and file.name != "journal.jsonl"
    }


def lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


@pytest.mark.timeout(300)  # up to twelve processes one after the other, and the machine may be busy
@pytest.mark.parametrize(
    ("output", "kills", "options"),
    [
        ("killed.jsonl", 10, ""),
        ("killed.csv", 2, ""),
        ("killed.jsonl.gz", 2, ""),
        ("killed", 4, ""),
        ("killed.jsonl", 6, "--dedup mark"),
        ("killed", 4, "--dedup drop"),
        ("killed.parquet", 10, ""),
        ("killed.db", 10, ""),
    ],
)
def test_killed_and_resumed_gives_what_a_clean_run_gives(folder: Path, output: str, kills: int, options: str) -> None:
    """Kill -9 at random moments, each time the same command again: in the end not a byte differs."""
    if output.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    chance = random.Random(output)
    journal = folder / output / "journal.jsonl" if "." not in output else folder / f"{output}.journal.jsonl"
    goals = [chance.randrange(PAGES // kills) for _ in range(kills)]
    if options:
        goals[-2:] = [PAGES, 10]  # copies of the first page get a second line when they are compared
    for more in goals:
        process = start(folder, output, options)
        goal = lines(journal) + more
        while process.poll() is None and lines(journal) < goal:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.005)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=120)
        assert process.returncode in (-signal.SIGKILL, 3)
    assert finish(folder, output, options) == 3
    clean = output.replace("killed", "clean")
    assert finish(folder, clean, options) == 3
    assert written(folder, output) == written(folder, clean)
    assert len({*journal.read_text("utf-8").splitlines()}) == PAGES
