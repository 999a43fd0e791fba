"""Folders of invented pages, and whole runs over them with real worker processes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsx.batch.outputs import outputs
from newsx.batch.run import Run, Settings
from newsx.batch.sources import Globs, find
from newsx.batch.tally import Tally
from tests.batch.hostile import page

Batch = Callable[..., Tally]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for all tests, but processes of one machine may speak to each other: so does `multiprocessing`."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        assert self.family == socket.AF_UNIX, f"newsx asked the network: {address!r}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of six article pages, two of them in a folder inside."""
    folder = tmp_path / "pages"
    (folder / "inner").mkdir(parents=True)
    for number in range(4):
        (folder / f"{number}.html").write_bytes(page(number))
    for number in range(4, 6):
        (folder / "inner" / f"{number}.html").write_bytes(page(number))
    return folder


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Runs a batch in this process, over the folder `pages` if nothing else is named, into the output of this name."""

    def run(output: str, *sources: Path, fields: tuple[str, ...] = (), format: Any = None, **settings: Any) -> Tally:
        named = [str(source) for source in sources or (tmp_path / "pages",)]
        found = find(named, Globs(), several=len(named) > 1)
        planned = Run(found, outputs(tmp_path / output, format, fields), Settings(**{"workers": 2, **settings}))
        for _ in planned.work():
            pass
        return planned.tally

    return run
