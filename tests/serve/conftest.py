"""`newsx serve` as a real process, asked over real connections of this machine."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

from tests.cli.invented import NEWSX, environment

PAGE_TYPE = {"Content-Type": "application/octet-stream"}


class Reply(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Server(NamedTuple):
    process: subprocess.Popen[str]
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read())

    def extract(self, page: bytes, query: str = "", **headers: str) -> Reply:
        return self.ask("POST", f"/extract{query}", page, {**PAGE_TYPE, **headers})


@pytest.fixture(autouse=True, scope="session")
def _has_extra() -> None:
    pytest.importorskip("starlette", reason="the extra `serve` is not installed")
    pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")


@pytest.fixture(autouse=True)
def _no_network() -> None:
    """Here tests ask, and the server that they ask is their own."""


@contextlib.contextmanager
def serving(*options: str) -> Iterator[Server]:
    process = subprocess.Popen(
        [*NEWSX, "serve", "--port", "0", *options], stderr=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        found = re.fullmatch(r"newsx: open http://127\.0\.0\.1:(\d+)/ in a browser; Ctrl-C ends it\n", line)
        assert found, line + process.stderr.read()
        yield Server(process, int(found[1]))
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running
