"""The pages of docs name files, commands and keys that exist."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsx.write.schema import schema

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md"]
SEED = "seeds/livehindustan-2026-02-04.txt"


def _quoted(page: Path) -> list[str]:
    return re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))


def _commands(page: Path) -> Iterator[str]:
    for block in re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        yield from block.splitlines()
    yield from (quoted for quoted in _quoted(page) if quoted.startswith(("newsx ", "python ")))


def _paths() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for quoted in _quoted(page):
            if re.fullmatch(r"(?:newsx|tests|docs|quality|fixtures|seeds)/[^\s`]*", quoted):
                yield page.name, re.sub(r"<[^>]+>", "*", quoted)


@pytest.mark.parametrize(("page", "path"), list(_paths()))
def test_named_files_exist(page: str, path: str) -> None:
    """A page that names a file that was moved sends its reader astray."""
    assert list(ROOT.glob(path.rstrip("/"))), f"{page} names {path}"


@pytest.mark.parametrize("command", sorted({command for page in PAGES for command in _commands(page)}))
def test_named_commands_run(command: str) -> None:
    """Commands of newsx run, or have a help where they stand alone; of others, module and files are there."""
    program, *arguments = command.split()
    if program == "newsx":
        given = [SEED if argument == "PAGE" else argument for argument in arguments]
        given = given if len(given) > 1 else [*given, "--help"]
        subprocess.run([sys.executable, "-m", "newsx", *given], cwd=ROOT, check=True, capture_output=True)
        return
    assert program == "python"
    if arguments[0] == "-m":
        assert importlib.util.find_spec(arguments[1]) is not None
        arguments = arguments[2:]
    given = [re.sub(r"<[^>]+>", "*", argument) for argument in arguments if not argument.startswith("-")]
    assert all(list(ROOT.glob(path)) for path in given)


def test_every_key_of_the_record_is_described() -> None:
    """docs/record.md has the keys of the schema, no more and no less."""
    rows = re.findall(r"^\| (`[^|]+) \|", (ROOT / "docs" / "record.md").read_text("utf-8"), re.MULTILINE)
    described = {key for row in rows for key in re.findall(r"`([^`]+)`", row)}
    assert described == set(schema()["properties"])
