"""Whole runs with real processes: outputs, and how one run takes up where another ended."""

from __future__ import annotations

import csv
import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsx.batch import order
from newsx.batch.outputs import outputs
from newsx.batch.run import Run, Settings
from newsx.batch.sources import Globs, find
from newsx.batch.tally import Tally
from newsx.batch.work import Reading
from newsx.errors import OptionError
from newsx.write.forms import FORMS
from tests.batch.hostile import HANG, KILL, SLOW, examine, page
from tests.cli.invented import HEADLINE

Batch = Callable[..., Tally]


def journal(path: Path) -> dict[str, dict[str, Any]]:
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len({line["name"] for line in lines}) == len(lines)
    return {line["name"].rpartition("pages/")[2]: line for line in lines}


def headlines(path: Path) -> list[str]:
    return [json.loads(line)["headline"].rpartition(" ")[2] for line in path.read_text("utf-8").splitlines()]


def test_records_stand_in_the_order_of_the_inputs(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Whichever worker was faster; and each input has its line in the journal."""
    (pages / "0.html").write_bytes(page(0, SLOW))
    tally = batch("out.jsonl", examine=examine)
    assert (tally.done, tally.articles, tally.failed) == (6, 6, 0)
    assert headlines(tmp_path / "out.jsonl") == ["0", "1", "2", "3", "4", "5"]
    lines = journal(tmp_path / "out.jsonl.journal.jsonl")
    assert list(lines) == ["0.html", "1.html", "2.html", "3.html", "inner/4.html", "inner/5.html"]
    line = lines["inner/4.html"]
    assert (line["status"], line["error"], line["output"]) == ("ok", None, "out.jsonl")
    assert len(line["sha256"]) == 64
    assert line["ms"] >= 0


@pytest.mark.parametrize(
    ("format", "begin"),
    [
        ("md", f'---\ntitle: "{HEADLINE}, भाग 0"\n'),
        ("html", "<!DOCTYPE html>\n"),
        ("jsonld", '{"@context":"https://schema.org"'),
        ("ninjs", '{"uri":"'),
        ("text", f"{HEADLINE}, भाग 0\n"),
    ],
)
def test_a_folder_mirrors_the_tree(pages: Path, batch: Batch, tmp_path: Path, format: str, begin: str) -> None:
    """One file an input, named after it, of the form asked for."""
    suffix = FORMS[format].suffix
    batch("out", format=format)
    names = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*"))
    assert names == [f"{name}.html{suffix}" for name in "0123"] + [
        f"inner/4.html{suffix}",
        f"inner/5.html{suffix}",
        "journal.jsonl",
    ]
    assert (tmp_path / "out" / f"0.html{suffix}").read_text("utf-8").startswith(begin)


def test_a_table_has_its_fields_as_columns(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """One header, however often a run was taken up."""
    for _ in range(2):
        batch("out.csv", fields=("headline", "publisher"))
        (pages / "9.html").write_bytes(page(9))
    with open(tmp_path / "out.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["headline", "publisher"]
    assert len(rows) == 8
    with pytest.raises(OptionError, match="other columns"):
        batch("out.csv", fields=("publisher", "text"))


def test_gzipped_lines_are_the_same_lines(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Also after a second run has added to them."""
    batch("out.jsonl.gz")
    (pages / "1a.html").write_bytes(page(11))
    batch("out.jsonl.gz")
    batch("out.jsonl")
    assert gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes()) == (tmp_path / "out.jsonl").read_bytes()


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_what_is_done_and_unchanged_is_not_done_again(pages: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """A second run reads the files, and writes nothing."""
    batch(output)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    tally = batch(output, examine=fail)
    assert (tally.unchanged, tally.articles, tally.failed) == (6, 6, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def fail(*_: object, **__: object) -> Any:
    raise AssertionError("it was extracted again")


@pytest.mark.parametrize("output", ["out.jsonl", "out.csv", "out.jsonl.gz", "out"])
def test_changes_of_the_inputs_give_what_a_clean_run_gives(
    pages: Path, batch: Batch, tmp_path: Path, output: str
) -> None:
    """New inputs take their place among the old ones, changed ones are made anew, records of spoilt ones go."""
    batch(output)
    (pages / "00.html").write_bytes(page(100))
    (pages / "2.html").write_bytes(page(22))
    (pages / "3.html").write_bytes(b"%PDF-1.7\n")
    tally = batch(output)
    assert (tally.unchanged, tally.articles, tally.failed) == (4, 6, 1)
    clean = output.replace("out", "clean")
    batch(clean)
    assert contents(tmp_path / output) == contents(tmp_path / clean)


def contents(path: Path) -> Any:
    if path.is_file():
        return path.read_bytes()
    return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*.html.json")}


def test_failures_are_tried_again_on_wish(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """A page that killed its worker counts as done, until it is asked for; then its record takes its place."""
    (pages / "1.html").write_bytes(page(1, KILL))
    first = batch("out.jsonl", examine=examine)
    assert (first.articles, first.failures["crash"].count) == (5, 1)
    assert "SIGKILL" in first.failures["crash"].message
    again = batch("out.jsonl", examine=examine)
    assert (again.unchanged, again.failed) == (6, 1)
    retried = batch("out.jsonl", retry_failed=True)
    assert (retried.unchanged, retried.failed) == (5, 0)
    assert headlines(tmp_path / "out.jsonl") == ["0", "1", "2", "3", "4", "5"]


def test_what_could_not_be_read_is_looked_for_again(pages: Path, batch: Batch) -> None:
    """There is nothing by which to tell that it is unchanged."""
    missing = pages / "gone.html"
    assert batch("out.jsonl", pages, missing).failures["not_found"].count == 1
    missing.write_bytes(page(7))
    assert batch("out.jsonl", pages, missing).failed == 0


def test_starting_over_takes_the_earlier_outputs_away(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """And only those: what else stands in the folder is not newsx's."""
    batch("out")
    (tmp_path / "out" / "mine.json").write_text("{}", "utf-8")
    (pages / "0.html").unlink()
    tally = batch("out", fresh=True)
    assert (tally.done, tally.unchanged) == (5, 0)
    assert not (tmp_path / "out" / "0.html.json").exists()
    assert (tmp_path / "out" / "mine.json").exists()


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_records_of_other_inputs_stay(batch: Batch, pages: Path, tmp_path: Path, output: str) -> None:
    """A run over one folder does not cost what was taken from another, not even where names are equal."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "0.html").write_bytes(page(50))
    batch(output, pages)
    tally = batch(output, other)
    assert (tally.done, tally.unplanned) == (1, 6)
    if output == "out.jsonl":
        assert headlines(tmp_path / output) == ["50", "0", "1", "2", "3", "4", "5"]
    else:
        assert len(list((tmp_path / "out").rglob("*.html*.json"))) == 7
        assert batch(output, other).unchanged == 1


def test_other_options_make_records_anew(pages: Path, batch: Batch) -> None:
    """A file never holds records of two kinds."""
    batch("out.jsonl")
    assert batch("out.jsonl", fields=("headline",)).unchanged == 0
    assert batch("out.jsonl", fields=("headline",)).unchanged == 6
    assert batch("out.jsonl", fields=("headline",), reading=Reading(normalize="nfc")).unchanged == 0


def test_an_output_that_is_gone_is_made_again(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """The journal alone is not believed."""
    batch("out")
    (tmp_path / "out" / "2.html.json").unlink()
    (tmp_path / "out" / "3.html.json").write_text("half", "utf-8")
    assert batch("out").unchanged == 4
    batch("out.jsonl")
    (tmp_path / "out.jsonl").unlink()
    assert batch("out.jsonl").unchanged == 0
    assert len(headlines(tmp_path / "out.jsonl")) == 6


def test_a_file_that_newsx_did_not_write_is_not_replaced(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Unless one starts over."""
    (tmp_path / "out.jsonl").write_text("mine\n", "utf-8")
    with pytest.raises(OptionError, match="--fresh"):
        batch("out.jsonl")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "mine\n"
    batch("out.jsonl", fresh=True)
    with open(tmp_path / "out.jsonl", "a", encoding="utf-8") as file:
        file.write("mine\n")
    with pytest.raises(OptionError, match="changed"):
        batch("out.jsonl")


@pytest.mark.parametrize("output", ["out.jsonl", "out.csv"])
@pytest.mark.parametrize("cuts", [(1, 0), (40, 1), (400, 0), (1, 3000), (400, 3000)])
def test_half_written_ends_are_mended(
    pages: Path, batch: Batch, tmp_path: Path, output: str, cuts: tuple[int, int]
) -> None:
    """Journal or records may end anywhere, as after a power failure; what is whole in both is kept."""
    batch(output)
    path, log = tmp_path / output, tmp_path / f"{output}.journal.jsonl"
    clean = path.read_bytes()
    journal_cut, part_cut = cuts
    os.truncate(log, log.stat().st_size - journal_cut)
    (tmp_path / f"{output}.part").write_bytes(clean[: len(clean) - part_cut])
    path.unlink()
    tally = batch(output)
    assert 0 < tally.unchanged < 6
    assert path.read_bytes() == clean
    assert len(journal(log)) == 6


def test_an_ended_rewriting_is_taken_up(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Between the moment from which the new files count and the last renaming, a kill changes nothing."""
    batch("out.jsonl")
    clean, log = (tmp_path / "out.jsonl").read_bytes(), tmp_path / "out.jsonl.journal.jsonl"
    (tmp_path / "out.jsonl.newsx.tmp").write_bytes(clean)
    (tmp_path / "out.jsonl").write_bytes(b"older\n")
    (tmp_path / "out.jsonl.part").write_bytes(b"older\n" * 3)
    (tmp_path / "out.jsonl.journal.jsonl.next").write_bytes(log.read_bytes())
    log.write_bytes(b"older\n")
    assert batch("out.jsonl").unchanged == 6
    assert (tmp_path / "out.jsonl").read_bytes() == clean
    assert len(list(tmp_path.glob("out*"))) == 2


def test_an_input_that_hangs_holds_up_memory_and_not_the_order(
    pages: Path, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When too many results wait for a slow one they are written before it, and put in order at the end."""
    monkeypatch.setattr(order, "_COUNT_LIMIT", 1)
    (pages / "0.html").write_bytes(page(0, HANG))
    (pages / "1.html").write_bytes(page(1, SLOW))
    tally = batch("out.jsonl", examine=examine, timeout=6.0)
    assert (tally.articles, tally.failures["timeout"].count) == (5, 1)
    assert headlines(tmp_path / "out.jsonl") == ["1", "2", "3", "4", "5"]
    assert next(iter(journal(tmp_path / "out.jsonl.journal.jsonl"))) == "0.html"


def test_inputs_found_twice_are_one(pages: Path, batch: Batch) -> None:
    """A file named beside its folder is read once."""
    assert batch("out.jsonl", pages, pages / "0.html").done == 6


def test_two_processes_cannot_write_one_output(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """The second is told, and nothing is mixed."""
    made = outputs(tmp_path / "out.jsonl", None, ())
    run = Run(find([str(pages)], Globs(), several=False), made, Settings())
    work = run.work()
    next(work)
    with pytest.raises(OptionError, match="another newsx"):
        batch("out.jsonl")
    for _ in work:
        pass
    assert batch("out.jsonl").unchanged == 6


def test_a_stopped_run_is_whole_so_far(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """What was running is written, the file has not appeared yet, and the next run does the rest."""
    for number in range(40):
        (pages / f"slow-{number}.html").write_bytes(page(number, SLOW))
    made = outputs(tmp_path / "out.jsonl", None, ())
    run = Run(find([str(pages)], Globs(), several=False), made, Settings(workers=2, examine=examine))
    for _ in run.work():
        if run.tally.done >= 3:
            run.stop()
    assert 3 <= run.tally.done < 40
    assert run.tally.is_interrupted
    assert len(headlines(tmp_path / "out.jsonl.part")) == run.tally.done
    assert not (tmp_path / "out.jsonl").exists()
    assert batch("out.jsonl").unchanged == run.tally.done
    assert not (tmp_path / "out.jsonl.part").exists()


def test_a_run_that_ended_before_its_first_record_can_be_taken_up(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """It leaves nothing that the next one could take for a file of somebody else."""
    work = Run(find([str(pages)], Globs(), several=False), outputs(tmp_path / "out.jsonl", None, ()), Settings()).work()
    next(iter(work))
    work.close()  # type: ignore[attr-defined]  # it is a generator
    assert not list(tmp_path.glob("out*")) or (tmp_path / "out.jsonl.part").exists()
    assert batch("out.jsonl").articles == 6


def test_the_journal_says_which_newsx_failed_on_a_page(pages: Path, batch: Batch) -> None:
    """A bug costs the page that meets it, and is told as one."""
    assert batch("out.jsonl", examine=fail).failures["bug"].count == 6
