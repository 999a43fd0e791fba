"""What holds for every test: nothing asks the network, and none fails because the machine is busy."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("newsx", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("newsx")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A saved page must never cause a request, so a socket that would leave this process fails the test."""

    def refuse(self: socket.socket, address: Any, *_: Any) -> None:
        raise AssertionError(f"newsx asked the network: {address!r}")

    def refuse_lookup(host: Any, *_: Any, **__: Any) -> None:
        raise AssertionError(f"newsx asked for the address of {host!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse_lookup)
