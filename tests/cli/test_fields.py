"""The option --field, the same in all commands."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsx.cli.app import plain_inputs, without_fields
from tests.cli.invented import HEADLINE, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize(
    "typed",
    [
        ("--field", "headline,publisher"),
        ("--fields", "headline, publisher"),
        ("--field", "headline", "--field", "publisher"),
        ("--fields=headline", "--field", " publisher ,"),
    ],
)
def test_it_is_repeatable_and_takes_commas_and_blanks(newsx: Newsx, page: Path, typed: tuple[str, ...]) -> None:
    """Under both of its names, in extract and in batch."""
    assert newsx("extract", page.name, *typed).stdout.decode() == f"{HEADLINE}\tगांव समाचार\n"
    assert newsx("batch", page.name, *typed, "-o", "out.jsonl").returncode == 0
    record = json.loads(page.with_name("out.jsonl").read_bytes())
    assert record == {"headline": HEADLINE, "publisher": "गांव समाचार"}


@pytest.mark.parametrize("command", [("extract",), ("batch", "-o", "out.jsonl")])
@pytest.mark.parametrize(
    ("typed", "hint"), [("healine", "did you mean headline"), ("x", "the fields are"), (",", "name one")]
)
def test_a_slip_of_the_pen_is_met_with_the_right_name(
    newsx: Newsx, page: Path, command: tuple[str, ...], typed: str, hint: str
) -> None:
    """In both commands."""
    done = newsx(*command, page.name, "--field", f"url,{typed}" if typed != "," else typed)
    assert done.returncode == 2
    assert hint in done.stderr.decode()
    assert b"Usage: newsx " in done.stderr


def test_several_inputs_have_a_line_each_that_begins_with_the_name(newsx: Newsx, page: Path) -> None:
    """One that failed too, with empty cells, so that lines and inputs can be told apart and counted."""
    names = ["gone.html", page.name, "a\tb.html", page.name, "gone.html"]
    done = newsx("extract", *names, "--field", "publisher,agency")
    assert done.returncode == 3
    assert done.stdout.decode().split("\n") == [
        "gone.html\t\t",
        f"{page.name}\tगांव समाचार\t",
        "a b.html\t\t",
        f"{page.name}\tगांव समाचार\t",
        "gone.html\t\t",
        "",
    ]
    assert done.stderr.count(b"\n") == 3


def test_where_no_input_can_be_read_an_output_stays(newsx: Newsx, page: Path) -> None:
    """As in all formats."""
    page.with_name("out").write_text("old", "utf-8")
    assert newsx("extract", "gone.html", "away.html", "--field", "url", "-o", "out").returncode == 3
    assert page.with_name("out").read_text("utf-8") == "old"


def test_shells_complete_the_last_of_several(newsx: Newsx) -> None:
    """What stands before the comma stays, in batch too."""
    for command in ("extract", "batch"):
        words = {"COMP_WORDS": f"newsx {command} --fields url,image.c", "COMP_CWORD": "3"}
        offered = newsx(_NEWSX_COMPLETE="complete_bash", **words)
        assert offered.stdout.split() == [b"url,image.caption", b"url,image.credit"]


def test_it_starts_as_fast_as_json_does(page: Path) -> None:
    """Typer and pydantic, which take longer to load than a page to read, stay away."""
    code = (
        "import sys; from newsx.cli.app import main\n"
        f"sys.argv = ['newsx', 'extract', '--field', 'headline', {str(page)!r}]\n"
        "try: main()\n"
        "finally: print(sorted({'typer', 'pydantic', 'rich'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, check=False, timeout=60)
    assert done.stdout.decode().splitlines() == [HEADLINE, "[]"]


def test_a_missing_value_is_left_to_typer() -> None:
    """It knows how to say so."""
    assert plain_inputs(without_fields(["extract", "a.html", "--field"])[1]) == ["a.html"]
