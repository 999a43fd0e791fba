"""`newsx batch` as a real process: sources, outputs, what a person sees, exit codes, Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsx.write.terminal import cells
from tests.batch.hostile import page as numbered
from tests.cli.invented import LISTING, NEWSX, environment
from tests.cli.test_process import at_terminal

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of three article pages, one of them in a folder inside."""
    folder = tmp_path / "pages"
    (folder / "inner").mkdir(parents=True)
    for name in ("1.html", "2.html", "inner/3.html"):
        (folder / name).write_bytes(numbered(int(name[-6])))
    return folder


def headlines(path: Path) -> list[str]:
    return [json.loads(line)["headline"][-1] for line in path.read_text("utf-8").splitlines()]


def test_a_folder_becomes_a_file_of_lines(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """Data goes to the output alone, the summary to standard error."""
    done = newsx("batch", "pages", "-o", "out.jsonl")
    assert (done.returncode, done.stdout) == (0, b"")
    assert headlines(tmp_path / "out.jsonl") == ["1", "2", "3"]
    told = done.stderr.decode()
    assert re.match(r"3 pages in [\d.]+ s · 3 articles · 0 not articles · 0 failed\n", told)
    assert "out.jsonl.journal.jsonl" in told
    assert newsx("batch", "pages", "-o", "out.jsonl", "-q").stderr == b""


def test_paths_come_from_lists(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """One a line from a file, or NUL-separated on standard input; files are mirrored as they are named."""
    (tmp_path / "list.txt").write_text("pages/2.html\npages/inner\n", "utf-8")
    assert newsx("batch", "@list.txt", "-o", "out", "-f", "text").returncode == 0
    written = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.txt"))
    assert written == ["inner/3.html.txt", "pages/2.html.txt"]
    odd = pages / "a\nb.html"
    odd.write_bytes(numbered(7))
    assert newsx("batch", "-", "-0", "-o", "out.jsonl", stdin=b"pages/a\nb.html\0pages/1.html\0").returncode == 0
    assert headlines(tmp_path / "out.jsonl") == ["7", "1"]


def test_only_some_files_and_some_fields(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """Globs choose inputs, --fields the keys of the record."""
    command = ("batch", "pages", "-o", "out.csv", "--include", "*.html", "--exclude", "inner")
    assert newsx(*command, "--fields", "publisher,headline").returncode == 0
    assert (tmp_path / "out.csv").read_text("utf-8").splitlines()[0] == "publisher,headline"
    assert len((tmp_path / "out.csv").read_text("utf-8").splitlines()) == 3


def test_a_dry_run_writes_nothing(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """It lists each input with what would become of it."""
    (pages / "up").symlink_to("..")
    done = newsx("batch", "pages", "-o", "out", "--dry-run")
    assert done.returncode == 0
    lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert lines[:3] == [
        ["read", "pages/1.html", "1.html.json"],
        ["read", "pages/2.html", "2.html.json"],
        ["read", "pages/inner/3.html", "inner/3.html.json"],
    ]
    assert lines[3][:2] == ["refuse", "pages/up"]
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]
    newsx("batch", "pages", "-o", "out")
    again = newsx("batch", "pages", "-o", "out", "--dry-run").stdout.decode()
    assert [line.split("\t")[0] for line in again.splitlines()] == ["check", "check", "check", "refuse"]


@pytest.mark.parametrize(("content", "code"), [(LISTING.encode(), 4), (b"%PDF-1.7\n", 3), (b"", 3), (numbered(5), 0)])
def test_exit_codes_are_those_of_extract(newsx: Newsx, pages: Path, content: bytes, code: int) -> None:
    """On the second run too, which reads nothing again."""
    (pages / "more.html").write_bytes(content)
    assert [newsx("batch", "pages", "-o", "out.jsonl").returncode for _ in range(2)] == [code, code]


def test_the_summary_tells_failures_by_kind(newsx: Newsx, pages: Path) -> None:
    """The most frequent first, each with an example, made harmless, and the way to the others."""
    for name in ("b.pdf", "c.pdf", "d\x1b[31m.pdf"):
        (pages / name).write_bytes(b"%PDF-1.7\n")
    (pages / "empty.html").write_bytes(b"")
    told = newsx("batch", "pages", "-o", "out").stderr.decode()
    kinds = r"^ +3  pdf +pages/b\.pdf: it looks like a PDF(?:.*\n)+? +1  empty +pages/empty"
    assert re.search(kinds, told, re.MULTILINE)
    assert "\x1b" not in told
    [command] = re.findall(r"^Failures: (.*)$", told, re.MULTILINE)
    found = subprocess.run(["sh", "-c", command], cwd=pages.parent, capture_output=True, check=True).stdout
    assert len(found.splitlines()) == 4


@pytest.mark.parametrize(
    "arguments",
    [
        ("pages",),
        ("-o", "out"),
        ("pages", "-o", "out.json"),
        ("pages", "-o", "out", "--fields", "nothing"),
        ("pages", "-o", "out", "--captured-at", "yesterday"),
        ("pages", "-o", "out", "--encoding", "no-such"),
        ("pages", "-o", "out", "--workers", "0"),
        ("pages", "-o", "out", "--timeout", "0"),
        ("pages", "-o", "out", "--timeout", "inf"),
        ("pages", "-o", "out", "--timeout", "nan"),
        ("pages", "-o", "pages/out"),
        ("pages", "-o", "."),
        ("@missing.txt", "-o", "out"),
        ("pages", "-o", "out", "--include", "*.nothing"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    newsx: Newsx, pages: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Nothing has been written then."""
    done = newsx("batch", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Error: " in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def many(folder: Path) -> None:
    """Enough pages that a run over them can be met while it works."""
    for number in range(150):
        (folder / f"{number}.html").write_bytes(numbered(number))


def wait_for(path: Path) -> None:
    while not path.exists() or not path.stat().st_size:
        time.sleep(0.005)


def test_ctrl_c_ends_it_in_order(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """What was running is written, the way on is told, the code is 130, and the next run does the rest."""
    many(pages)
    process = subprocess.Popen(
        [*NEWSX, "batch", "pages", "-o", "out.jsonl"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    wait_for(tmp_path / "out.jsonl.journal.jsonl")
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: all processes of the command get it
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"The same command again goes on from here." in told
    assert b"Records so far: out.jsonl.part\n" in told
    assert b"Traceback" not in told
    part = (tmp_path / "out.jsonl.part").read_bytes()
    assert part.count(b"\n") == (tmp_path / "out.jsonl.journal.jsonl").read_bytes().count(b"\n")
    assert newsx("batch", "pages", "-o", "out.jsonl").returncode == 0
    newsx("batch", "pages", "-o", "clean.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "clean.jsonl").read_bytes()
    assert b"error" not in (tmp_path / "out.jsonl.journal.jsonl").read_bytes().replace(b'"error": null', b"")


def test_ctrl_c_twice_ends_it_at_once(newsx: Newsx, pages: Path, tmp_path: Path) -> None:
    """And it can still be taken up."""
    many(pages)
    command = [*NEWSX, "batch", "pages", "-o", "out.jsonl"]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, start_new_session=True)
    wait_for(tmp_path / "out.jsonl.journal.jsonl")
    for _ in range(2):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.01)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert newsx("batch", "pages", "-o", "out.jsonl").returncode == 0
    newsx("batch", "pages", "-o", "clean.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "clean.jsonl").read_bytes()


def test_an_output_that_cannot_be_written_is_told(pages: Path, tmp_path: Path) -> None:
    """With code 1, and one line on its reason."""
    done = subprocess.run(
        [*NEWSX, "batch", "pages", "-o", "out.jsonl"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        b"newsx: out.jsonl: it cannot be written: File too large; the same command again goes on from here\n"
    )


class TestAtATerminal:
    @pytest.mark.parametrize("columns", [80, 40])
    def test_a_bar_and_a_summary_fit(self, pages: Path, tmp_path: Path, columns: int) -> None:
        """No line runs over the edge, and the bar is gone at the end."""
        (pages / "a-file-with-a-rather-long-name-for-a-terminal.html").write_bytes(b"%PDF-1.7\n")
        code, shown = at_terminal("batch", "pages", "-o", "out.jsonl", columns=columns, cwd=tmp_path)
        assert code == 3
        assert "of 4" in shown
        plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
        lines = [line for part in plain.splitlines() for line in part.split("\r")]
        assert all(cells(line) <= columns for line in lines)
        assert "4 pages in" in plain

    def test_page_names_are_harmless(self, pages: Path, tmp_path: Path) -> None:
        """Neither markup nor escapes of a file name reach the screen."""
        (pages / "[bold]\x1b[31mx.pdf").write_bytes(b"%PDF-1.7\n")
        _, shown = at_terminal("batch", "pages", "-o", "out.jsonl", cwd=tmp_path, NO_COLOR="1")
        assert "[bold]\\u001b[31mx.pdf" in shown
