"""`newsx extract --timeout`: a page that takes too long costs itself alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsx.errors import NewsxError
from newsx.timed import Timed
from tests.cli.invented import HEADLINE, LISTING, NEWSX, PAGE, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied there")


def test_records_are_those_without_it(newsx: Newsx, page: Path, listing: Path) -> None:
    """Standard input, codes and messages too."""
    for arguments in (
        (page.name,),
        (page.name, listing.name, "gone.html"),
        ("-",),
        (page.name, "--field", "headline"),
        ("-f", "md", page.name),
    ):
        plain = newsx("extract", *arguments, stdin=LISTING.encode())
        timed = newsx("extract", *arguments, "--timeout", "50", stdin=LISTING.encode())
        assert (timed.returncode, timed.stdout, timed.stderr) == (plain.returncode, plain.stdout, plain.stderr)


def test_a_page_that_takes_too_long_is_told(newsx: Newsx, page: Path, tmp_path: Path) -> None:
    """A pipe that nobody writes to never ends."""
    os.mkfifo(tmp_path / "slow.html")
    done = newsx("extract", "-f", "jsonl", "slow.html", page.name, "--timeout", "3")
    assert done.returncode == 3
    assert done.stderr == b"newsx: slow.html: no result after 3 seconds\n"
    assert [json.loads(line)["headline"] for line in done.stdout.splitlines()] == [HEADLINE]


def test_a_process_that_dies_is_told() -> None:
    """By what it died of."""

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(NewsxError, match="SIGKILL"):
        Timed[None](60.0)(die)
    with pytest.raises(NewsxError, match="exit code 7"):
        Timed[None](60.0)(lambda: os._exit(7))
    assert Timed[str](60.0)(lambda: PAGE * 100) == PAGE * 100


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    """As without it."""
    fifo = tmp_path / "slow.html"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*NEWSX, "extract", str(fifo), "--timeout", "60"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    with open(fifo, "wb"):
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130
