"""The server's two addresses: the page, and the end-point that the page and programs send saved pages to."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from newsx.read.source import SIZE_LIMIT
from newsx.serve.guard import Guard, policy
from newsx.serve.reader import AT_ONCE, Answer, Reading, failure

if TYPE_CHECKING:
    from starlette.types import ASGIApp

CONTENT_TYPE = "application/octet-stream"
"""Of a saved page that is sent. No form of another site can send it, and a script there has to ask for leave first."""

ARGUMENTS = ("url", "captured_at", "form", "encoding")
"""Parameters of the end-point: the arguments of `newsx.extract`."""

_ARRIVAL = 30.0
"""Seconds in which a page must have come in whole, for it keeps one of the few places."""


def application(timeout: float) -> ASGIApp:
    """The server as an ASGI application.

    timeout: seconds that one page may take.
    """
    page = files("newsx.serve").joinpath("page.html").read_text("utf-8")
    places = anyio.CapacityLimiter(AT_ONCE)

    async def show(_: Request) -> Response:
        return HTMLResponse(page)

    async def extract(request: Request) -> Response:
        async with places:
            return _response(await _extract(request, timeout))

    routes = [Route("/", show), Route("/extract", extract, methods=["POST"])]
    return Guard(Starlette(routes=routes, exception_handlers={HTTPException: _not_here}), policy(page))


async def _extract(request: Request, timeout: float) -> Answer:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != CONTENT_TYPE:
        return failure(415, "content_type", f"send the saved page as it is, as Content-Type: {CONTENT_TYPE}")
    arguments = {name: value for name, value in request.query_params.items() if value}
    if unknown := set(arguments) - set(ARGUMENTS):
        return failure(400, "option", f"there is no {min(unknown)!r}; parameters are {', '.join(ARGUMENTS)}")
    try:
        with anyio.fail_after(_ARRIVAL):
            page = await _body(request)
    except TimeoutError:
        return failure(408, "timeout", f"the page did not come in whole within {_ARRIVAL:g} seconds")
    except ClientDisconnect:
        return failure(400, "disconnected", "the page did not come in whole")
    if page is None:
        return failure(413, "too_large", f"it is larger than {SIZE_LIMIT // 1_000_000} MB")
    reading = Reading(page, arguments, timeout)
    try:
        return await anyio.to_thread.run_sync(reading.answer, abandon_on_cancel=True)
    finally:
        reading.end()  # where the server is ended meanwhile


async def _body(request: Request) -> bytes | None:
    """The body; None if it is too large, however long it says that it is."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > SIZE_LIMIT:
        return None
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > SIZE_LIMIT:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def _response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, media_type="application/json")


def _not_here(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _response(failure(status, "not_found", "there are GET / and POST /extract"))
