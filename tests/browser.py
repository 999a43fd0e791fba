"""A real browser without a screen, which tells what a page became in it and whom it asked."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    "--headless --disable-gpu --no-first-run --disable-sync --disable-extensions --disable-component-update "
    "--disable-background-networking --disable-domain-reliability --disable-dev-shm-usage --virtual-time-budget=2000 "
    "--enable-logging=stderr"
).split()

HOSTILE = (
    "</title></style></li></details><script>document.documentElement.dataset.ran='script'</script>"
    "<img src='http://outside.example/picture' onerror=\"document.documentElement.dataset.ran='image'\">"
    "<link rel=stylesheet href='http://outside.example/style'><iframe srcdoc='<script>1</script>'></iframe>"
    "<p style='background:url(http://outside.example/inline)' onclick=alert(1)>&lt;b&gt;\"'"
)
"""Markup that, where it is not escaped, marks the root of the page with ``data-ran`` and asks `OUTSIDE`."""

OUTSIDE = "outside.example"


class Shown(NamedTuple):
    """What became of a page."""

    dom: str
    asked: str
    """The first bytes of each request that the browser made of anybody."""
    is_forbidden: bool
    """Whether its own policy kept something of the page from being used."""


def show(page: Path) -> Shown:
    """Opens a page; skips the test, with the reason, where there is no browser."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip(f"there is no browser: none of {', '.join(_NAMES)} is installed")
    with _Listener() as listener, tempfile.TemporaryDirectory(prefix="n", ignore_cleanup_errors=True) as profile:
        done = subprocess.run(
            [
                program,
                *_QUIET,
                *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
                f"--user-data-dir={profile}",
                f"--proxy-server=http://127.0.0.1:{listener.port}",
                "--proxy-bypass-list=<-loopback>",
                "--dump-dom",
                page.absolute().as_uri(),
            ],
            capture_output=True,
            timeout=90,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-500:]
        is_forbidden = b"Content Security Policy" in done.stderr
        return Shown(done.stdout.decode("utf-8"), listener.heard(), is_forbidden)


class _Listener:
    """Stands where the browser believes its proxy, and so the whole network, to be; it answers nothing."""

    def __enter__(self) -> _Listener:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._heard: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.close()

    def heard(self) -> str:
        return b"\n".join(self._heard).decode("latin-1")

    def _listen(self) -> None:
        with contextlib.suppress(OSError):  # it was closed
            while True:
                connection, _ = self._server.accept()
                with connection, contextlib.suppress(TimeoutError):
                    connection.settimeout(5)
                    self._heard.append(connection.recv(1000))
