"""Who may ask the server for what, and what a browser may do with its answers.

The server listens on this machine alone, but any page in a browser on it can send requests there. So a request has to
name this machine as its host, which one to a foreign name that was pointed at 127.0.0.1 does not (DNS rebinding); a
request of another page is refused by what browsers say of its origin (CSRF); and pages of others may neither show the
answers in a frame nor load them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from newsx.serve.reader import failure

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"127.0.0.1", "localhost"})
"""The names by which the server may be asked, at any port, for a tunnel may have another one."""

_HOST = re.compile(r"(?P<name>[^:@/]+)(?::\d{1,5})?")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


class Guard:
    """Stands before an ASGI application: refuses requests of others, and gives each answer its headers."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        """policy: the content security policy of all answers."""
        self._app = app
        self._headers = {**_HEADERS, "Content-Security-Policy": policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles a request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        reason = refusal(Headers(scope=scope))
        if reason is None:
            await self._app(scope, receive, send_with_headers)
            return
        status, body = failure(403, "forbidden", reason)
        await Response(body, status, media_type="application/json")(scope, receive, send_with_headers)


def refusal(headers: Headers) -> str | None:
    """Why a request with these headers is not answered; None if it is.

    >>> refusal(Headers({"Host": "127.0.0.1:8639"})), refusal(Headers({"Host": "rebound.example"}))
    (None, 'this server is asked as 127.0.0.1 or localhost alone')
    """
    hosts = headers.getlist("host")
    found = _HOST.fullmatch(hosts[0].lower()) if len(hosts) == 1 else None
    if found is None or found["name"] not in HOSTS:
        return "this server is asked as 127.0.0.1 or localhost alone"
    origins = headers.getlist("origin")
    if any(origin.lower() != f"http://{hosts[0].lower()}" for origin in origins):
        return "pages of other origins may not ask this server"
    # What old browsers, and programs, do not send. "none" is a person who typed the address.
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return "pages of other sites may not ask this server"
    return None


def policy(page: str) -> str:
    """The content security policy under which the scripts and styles of this page work, and nothing else does.

    >>> policy("<style>p{}</style>")[:29]
    "default-src 'none'; base-uri "
    """
    inline = [(name, text) for name, text in _INLINE.findall(page)]
    rules = [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        *(f"{kind}-src {_hashes(text for name, text in inline if name == kind)}" for kind in ("script", "style")),
    ]
    return "; ".join(rules)


def _hashes(texts: Iterable[str]) -> str:
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
