"""Listens on this machine alone, until Ctrl-C."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn

from newsx.batch.workers import check_limits
from newsx.errors import NewsxError
from newsx.serve.application import application

ADDRESS = "127.0.0.1"

_CONNECTIONS = 64
_GRACE = 1
"""Seconds that requests get when the server is ended."""


def serve(port: int, timeout: float, tell: Callable[[str], None]) -> None:
    """Serves the page and the end-point until the process is interrupted.

    Args:
        port: where to listen; 0 is a free one.
        timeout: seconds that one saved page may take.
        tell: is called with the server's address once it listens.

    Raises:
        OptionError: timeout is not usable.
        NewsxError: the port cannot be had.
        KeyboardInterrupt: it was ended by Ctrl-C.
    """
    check_limits(1, timeout)
    try:
        listener = socket.create_server((ADDRESS, port))
    except OSError as error:
        message = f"it cannot listen on port {port} ({os.strerror(error.errno or 0)}); choose another one: --port"
        raise NewsxError(message, kind="port") from error
    config = uvicorn.Config(
        application(timeout),
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE,
    )
    with listener:
        server = _Server(config, lambda: tell(f"http://{ADDRESS}:{listener.getsockname()[1]}/"))
        server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """Tells when it has begun; from then on it can be interrupted."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._tell()
