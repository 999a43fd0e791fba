"""What one types at first meets an answer that says what to type."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsx.batch.tally import Tally
from newsx.cli.progress import end_lines
from newsx.write.terminal import cells
from tests.cli.invented import HEADLINE

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


def last_line(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode().splitlines()[-1]


def test_a_page_in_the_place_of_a_command(newsx: Newsx, page: Path) -> None:
    """The command that is meant is told, ready to be typed."""
    odd = page.with_name("पन्ना 'एक'.html")
    odd.write_bytes(page.read_bytes())
    page.with_name("pages").mkdir()
    for name, meant in ((page.name, "extract page.html"), (odd.name, None), ("pages", "batch pages -o articles.jsonl")):
        done = newsx(name)
        assert done.returncode == 2
        told = last_line(done).partition("did you mean: newsx ")[2]
        assert told == meant if meant else shlex.split(told) == ["extract", odd.name]
    assert "No such command" in last_line(newsx("nothing"))
    assert "did you mean" in last_line(newsx("extrakt")).lower()


@pytest.mark.parametrize(
    "arguments",
    [
        ("https://gaon.example/x.html",),
        ("extract", "https://gaon.example/x.html"),
        ("batch", "https://gaon.example/x.html", "-o", "out.jsonl"),
    ],
)
def test_an_address_in_the_place_of_a_file(newsx: Newsx, arguments: tuple[str, ...]) -> None:
    """Nothing is fetched, and that is said."""
    done = newsx(*arguments)
    assert done.returncode == (3 if arguments[0] == "extract" else 2)
    assert "fetches nothing; save the page" in last_line(done)


@pytest.mark.parametrize(
    "arguments", [("extract", ""), ("explain", ""), ("batch", "", "-o", "out"), ("extract", "a", "")]
)
def test_an_empty_name_is_a_usage_error(newsx: Newsx, arguments: tuple[str, ...]) -> None:
    """A variable of a script that is not set must not be taken for a file."""
    done = newsx(*arguments)
    assert done.returncode == 2
    assert "empty name" in last_line(done)


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.json", '{"schema"'),
        ("a.jsonl", '{"schema"'),
        ("a.md", f'---\ntitle: "{HEADLINE}"'),
        ("a.TXT", HEADLINE),
        ("a.html", "<!DOCTYPE html>"),
        ("a.jsonld", '{"@context":"https://schema.org"'),
        ("a.ninjs", '{"uri":"'),
        ("a", '{"schema"'),
    ],
)
def test_the_name_of_the_output_says_its_format(newsx: Newsx, page: Path, name: str, begin: str) -> None:
    """As in batch."""
    assert newsx("extract", page.name, "-o", name).returncode == 0
    assert page.with_name(name).read_text("utf-8").startswith(begin)


def test_json_of_several_inputs_by_name_is_an_array(newsx: Newsx, page: Path) -> None:
    """A file in .json holds one JSON value."""
    newsx("extract", page.name, page.name, "-o", "a.json")
    assert len(json.loads(page.with_name("a.json").read_bytes())) == 2


def test_a_name_that_says_no_format_is_told_which_do(newsx: Newsx, page: Path) -> None:
    """Unless --format says it; and batch says what it knows too."""
    done = newsx("extract", page.name, "-o", "out.v2")
    assert done.returncode == 2
    assert ".jsonld and .ninjs" in last_line(done)
    assert newsx("extract", page.name, "-o", "out.v2", "-f", "md").returncode == 0
    done = newsx("batch", page.name, "-o", "out.v3")
    assert done.returncode == 2
    assert ".jsonl, .jsonl.gz, .csv, .parquet, .db" in last_line(done)


@pytest.mark.parametrize("output", ["no/such/out.jsonl", "no/such/folder"])
def test_folders_above_the_output_have_to_be_there(newsx: Newsx, page: Path, output: str) -> None:
    """One rule for both commands: a slip in a path makes no tree of folders."""
    for command in ("extract", "batch"):
        done = newsx(command, page.name, "-o", output)
        assert done.returncode == 2
        assert "there is no folder 'no/such'" in last_line(done)
    assert not page.with_name("no").exists()


@pytest.mark.parametrize("columns", [40, 80])
def test_a_long_name_leaves_room_for_the_reason(columns: int) -> None:
    """And printed commands can be typed as they stand."""
    tally = Tally(1)
    tally.count_failure("pages/" + "लंबा-नाम-" * 40 + "अंत.html", "pdf", "it looks like a PDF")
    lines = ["".join(text for text, _ in line) for line in end_lines(tally, "o.jsonl", "my journal.jsonl", columns)]
    assert all(cells(line) <= columns for line in lines)
    assert any("html: it looks" in line for line in lines)
    command = " ".join(lines).partition("Failures: ")[2]
    assert shlex.split(command) == ["grep", '"status": "error"', "my journal.jsonl"]
