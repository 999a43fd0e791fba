"""What is wrong with an option is told before any work, in one line, by the name that one types."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


EVERYWHERE = ("extract", "explain", "batch")


@pytest.mark.parametrize(
    ("option", "value", "commands"),
    [
        ("--captured-at", "yesterday", EVERYWHERE),
        ("--captured-at", "0001-01-01", EVERYWHERE),
        ("--encoding", "no-such", EVERYWHERE),
        ("--encoding", "", EVERYWHERE),
        ("--url", "gaon.example/x.html", ("extract", "explain")),
        ("--timeout", "inf", ("extract", "batch")),
        ("--timeout", "0", ("extract", "batch")),
        ("--timeout", "x", ("extract", "batch")),
        ("--workers", "0", ("batch",)),
        ("--as", "pdf", EVERYWHERE),
    ],
)
def test_an_option_with_a_wrong_value(  # noqa: PLR0913, PLR0917 - a table of cases and three fixtures
    newsx: Newsx, page: Path, tmp_path: Path, option: str, value: str, commands: tuple[str, ...]
) -> None:
    """Code 2; the missing input that stands before it is not even looked for, and nothing is written."""
    for command in commands:
        to = ("-o", "out.jsonl") if command == "batch" else ()
        done = newsx(command, "missing.html", *to, option, value)
        last = done.stderr.decode().splitlines()[-1]
        assert (done.returncode, done.stdout) == (2, b""), command
        assert last.startswith("Error: ")
        assert option in last
        assert b"missing.html" not in done.stderr
        assert list(tmp_path.iterdir()) == [page]
