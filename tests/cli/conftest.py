"""The invented pages as files, and `newsx` run as a process of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.invented import LISTING, NEWSX, PAGE, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved article page."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    """A saved page of links, which holds no article."""
    path = tmp_path / "listing.html"
    path.write_text(LISTING, "utf-8")
    return path


@pytest.fixture
def newsx(tmp_path: Path) -> Newsx:
    """Runs `newsx` with these arguments in the folder of the pages; output as bytes."""

    def run(*arguments: str, stdin: bytes = b"", **changed: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*NEWSX, *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**changed),
            timeout=60,
            check=False,
        )

    return run
