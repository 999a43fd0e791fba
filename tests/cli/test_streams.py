"""Streams that cannot be written: the data's is told, the messages' never matters."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.invented import HEADLINE, NEWSX, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")


@pytest.fixture
def folder(page: Path, listing: Path, tmp_path: Path) -> Path:
    """A page with an article, one without, and a file that is none; and a folder of the first."""
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1.html").write_bytes(page.read_bytes())
    return tmp_path


def run(folder: Path, arguments: str, shell: str) -> subprocess.CompletedProcess[bytes]:
    """Runs it with these redirections of a shell."""
    command = ["sh", "-c", f'exec "$@" {shell}', "sh", *NEWSX, *arguments.split()]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False, timeout=100)


@pytest.mark.parametrize(
    "arguments",
    [
        "--help",
        "--version",
        "extract --help",
        "schema",
        "explain page.html",
        "extract page.html",
        "extract page.html -f md",
        "batch pages -o out --dry-run",
    ],
)
@pytest.mark.parametrize(("shell", "reason"), [(">/dev/full", b"No space left on device"), (">&-", b"it is closed")])
def test_a_standard_output_that_cannot_be_written_is_told(
    folder: Path, arguments: str, shell: str, reason: bytes
) -> None:
    """One line, code 1, no traceback."""
    done = run(folder, arguments, shell)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"newsx: standard output: it cannot be written: " + reason + b"\n"


@pytest.mark.parametrize("shell", ["2>/dev/full", "2>&-", "2>&- <&-"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("extract page.html", 0),
        ("extract listing.html", 4),
        ("extract paper.html missing.html page.html", 3),
        ("extract -f jsonl paper.html page.html", 3),
        ("explain page.html", 0),
        ("extract --no-such-option", 2),
        ("extract page.html -o out/x/article.json --url x", 2),
        ("batch pages -o out.jsonl", 0),
        ("batch pages paper.html -o out.jsonl", 3),
    ],
)
def test_a_standard_error_that_cannot_be_written_changes_nothing(
    folder: Path, arguments: str, code: int, shell: str
) -> None:
    """Neither the data nor the exit code."""
    told = run(folder, arguments, "")
    for path in folder.glob("out*"):
        path.unlink()
    done = run(folder, arguments, shell)
    assert (done.returncode, done.stdout) == (code, told.stdout)
    if "out.jsonl" in arguments:
        assert json.loads((folder / "out.jsonl").read_bytes())["headline"] == HEADLINE


@pytest.mark.parametrize("failing", ["open", "unlink"])
def test_a_read_only_file_system_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str
) -> None:
    """Where not even taking away what is not there is allowed."""
    from newsx.cli import output

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(output, "open", refuse, raising=False)
    if failing == "unlink":
        monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(SystemExit) as ended, output.open_output(folder / "article.json") as out:
        out.write("{}")
    assert ended.value.code == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("output", ["page.html/x.json", "loop/x.json", "loop", "x" * 300, "x/" * 3000])
def test_a_path_where_nothing_can_be_is_told(newsx: Newsx, folder: Path, output: str) -> None:
    """In one line."""
    (folder / "loop").symlink_to("loop")
    done = newsx("extract", "page.html", "-o", output)
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


def test_a_list_with_odd_names_is_read(newsx: Newsx, folder: Path) -> None:
    """A name with a NUL is that of no file, and costs nobody else anything."""
    (folder / "list").write_bytes(b"pages/1.html\na\0b/c.html\n\xff.html\n" + b"x" * 5000 + b"\n\n")
    done = newsx("batch", "@list", "-o", "out.jsonl")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert len((folder / "out.jsonl").read_bytes().splitlines()) == 1
    assert len((folder / "out.jsonl.journal.jsonl").read_bytes().splitlines()) == 4


def test_a_standard_input_that_is_closed_is_told(folder: Path) -> None:
    """As any other input, and the others are read."""
    done = run(folder, "extract - page.html -f jsonl", "<&-")
    assert done.returncode == 3
    assert done.stderr == b"newsx: standard input: it is closed\n"
    assert done.stdout.count(b"\n") == 1
