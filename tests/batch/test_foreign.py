"""Files that newsx did not write are neither overwritten nor taken away."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsx.batch.tally import Tally
from newsx.errors import OptionError
from tests.batch.hostile import page

Batch = Callable[..., Tally]

MINE = b'{"mine": 1}\nmore\n'


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "pages" not in path.parts
    }


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize("content", [MINE, b'{"mine": 1}', b"notes", b"[]\n", b"\0" * 100])
@pytest.mark.parametrize("name", ["out/journal.jsonl", "out.jsonl.journal.jsonl", "out.jsonl.part", "out.csv.part"])
def test_a_file_in_the_place_of_one_of_newsx_stops_the_run(  # noqa: PLR0913 - a table of cases and three fixtures
    pages: Path, batch: Batch, tmp_path: Path, name: str, content: bytes, *, fresh: bool
) -> None:
    """Before anything is written, and even where one starts over: whose it is cannot be known."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    before = files(tmp_path)
    output = name.split("/", maxsplit=1)[0].removesuffix(".journal.jsonl").removesuffix(".part")
    with pytest.raises(OptionError, match="move it away, or write elsewhere"):
        batch(output, fresh=fresh)
    assert files(tmp_path) == before


@pytest.mark.parametrize("output", ["out.jsonl", "out.csv", "out.jsonl.gz"])
def test_a_foreign_part_file_beside_a_finished_output(pages: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """Other programs call their files so too."""
    batch(output)
    (tmp_path / f"{output}.part").write_bytes(b"mine, " * 2000)
    (pages / "9.html").write_bytes(page(9))
    before = files(tmp_path)
    with pytest.raises(OptionError, match="move it away"):
        batch(output)
    assert files(tmp_path) == before


def test_temporary_files_of_other_programs_stay(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Whatever newsx has to do in its own."""
    names = ["out.jsonl.tmp", "out.jsonl.new", "out.jsonl.next", "out.jsonl~"]
    for name in names:
        (tmp_path / name).write_bytes(MINE)
    batch("out.jsonl")
    (pages / "00.html").write_bytes(page(100))
    batch("out.jsonl")
    assert all((tmp_path / name).read_bytes() == MINE for name in names)


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_a_file_in_the_place_of_a_record_costs_that_record(
    pages: Path, batch: Batch, tmp_path: Path, kind: str
) -> None:
    """Its input fails with a reason, the others do not; and once it is moved away, its record is written."""
    place = tmp_path / "out" / "inner" / "4.html.json"
    place.parent.mkdir(parents=True)
    (tmp_path / "mine.json").write_bytes(MINE)
    if kind == "file":
        place.write_bytes(MINE)
    elif kind == "link":
        place.symlink_to(tmp_path / "mine.json")
    else:
        place.mkdir()
    for _ in range(2):
        tally = batch("out")
        assert (tally.articles, tally.failures["output"].count) == (5, 1)
    assert kind == "folder" or place.read_bytes() == MINE
    place.rename(tmp_path / "moved")
    assert batch("out", retry_failed=True).articles == 6


def test_a_record_that_stands_there_already_is_taken_up(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """As after a run that was killed before it could note the record in the journal."""
    batch("out")
    clean = files(tmp_path / "out")
    os.truncate(tmp_path / "out" / "journal.jsonl", 0)
    tally = batch("out")
    assert (tally.articles, tally.failed, tally.unchanged) == (6, 0, 0)
    assert {name: content for name, content in files(tmp_path / "out").items() if name != "journal.jsonl"} == {
        name: content for name, content in clean.items() if name != "journal.jsonl"
    }


def test_another_format_does_not_replace_the_files_of_the_first(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Unless one starts over."""
    batch("out")
    before = files(tmp_path / "out")
    with pytest.raises(OptionError, match=r"\.json.*--fresh"):
        batch("out", format="md")
    assert files(tmp_path / "out") == before
    batch("out", format="md", fresh=True)
    names = files(tmp_path / "out")
    assert len(names) == 7
    assert not [name for name in names if name.endswith(".json")]


@pytest.mark.parametrize(
    "line",
    [
        [],
        5,
        {"name": 5},
        {"bytes": 2**70},
        {"bytes": 1.5},
        {"bytes": True},
        {"bytes": None},
        {"ms": "1"},
        {"sha256": 7},
        {"sha256": ["x"]},
        {"status": ["ok"]},
        {"output": 5},
        {"options": None},
        {"error": "x"},
        {"error": {"kind": 1, "message": 2}},
        {"error": {"kind": [], "message": "x"}},
        {"name": "\ud83d"},
    ],
)
@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_a_line_of_odd_types_is_no_line(pages: Path, batch: Batch, tmp_path: Path, output: str, line: object) -> None:
    """Somebody wrote into the journal: what stands before it counts, the rest is done again."""
    batch(output)
    journal = tmp_path / ("out/journal.jsonl" if output == "out" else "out.jsonl.journal.jsonl")
    lines = journal.read_bytes().splitlines(keepends=True)
    odd = json.loads(lines[3]) | line if isinstance(line, dict) else line
    lines[3] = json.dumps(odd).encode() + b"\n"
    journal.write_bytes(b"".join(lines))
    if output == "out.jsonl":
        (tmp_path / output).rename(tmp_path / f"{output}.part")
    tally = batch(output)
    assert (tally.articles, tally.unchanged, tally.failed) == (6, 3, 0)


def test_a_line_that_is_nested_without_end_is_no_line(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Python's reader gives up on it in a way of its own."""
    batch("out")
    with open(tmp_path / "out" / "journal.jsonl", "ab") as journal:
        journal.write(b"[" * 100_000 + b"\n")
    assert batch("out").unchanged == 6


def test_a_link_as_output_stays_a_link(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """The records go where it leads, as those of `extract` do."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out.jsonl").symlink_to("elsewhere/real.jsonl")
    batch("out.jsonl")
    assert (tmp_path / "out.jsonl").is_symlink()
    assert len((tmp_path / "elsewhere" / "real.jsonl").read_bytes().splitlines()) == 6
    assert batch("out.jsonl").unchanged == 6
