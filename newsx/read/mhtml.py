"""MHTML (RFC 2557): a mail message whose parts are a page and what it shows. The page alone is read.

Browsers save it as "Webpage, single file" (``.mhtml``, ``.mht``). Chromium leaves out scripts, JSON-LD among them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsx.errors import InputError, OptionError
from newsx.read.decode import Decoded, decode

if TYPE_CHECKING:
    from email.message import Message
    from email.policy import Policy

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_LONGEST_TYPE = 1000
"""Letters of the longest Content-Type: a boundary has 70 at most, and the name of the first part is an address."""


class SavedPage(NamedTuple):
    """The page of an MHTML file."""

    decoded: Decoded
    url: str | None
    """Where it was saved from: the ``Content-Location`` of its part, if that is an address of the web."""


def unpack(data: bytes, encoding: str | None = None) -> SavedPage:
    """The page of an MHTML file: its root part, from quoted-printable, base64 or 8 bit, decoded.

    Args:
        data: the file.
        encoding: the page's encoding, where it must not be found out.

    Raises:
        InputError: there is no page in it (`no_page_in_mhtml`).
        NewsxError: what `newsx.read.decode.decode` raises.
    """
    import email

    try:
        message = email.message_from_bytes(data, policy=_policy())
        root = _root(message)
        content = root.get_payload(decode=True) if root is not None else None
    except RecursionError:  # multipart in multipart, hundreds deep: no browser saves that
        root = content = None
    if root is None or not isinstance(content, bytes):
        raise InputError("it looks like an MHTML file, but there is no HTML page in it", kind="no_page_in_mhtml")
    return SavedPage(_decoded(content, root, encoding), _url(root) or _url(message))


@cache
def _policy() -> Policy:
    """How header fields are read: as always, but for a content type of a length that none has.

    Parameters are taken apart in a time that is the square of their number, and several times for each part.
    """
    from email.policy import Compat32

    class Bounded(Compat32):
        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            return name, value[:_LONGEST_TYPE] if name.lower() == "content-type" else value

    return Bounded()


def _root(message: Message) -> Message | None:
    """The part that the ``start`` parameter names, else the first page in it (RFC 2387, section 3.2)."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGE_TYPES]
    start = message.get_param("start")
    named = (part for part in pages if start is not None and part.get("Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _decoded(content: bytes, root: Message, encoding: str | None) -> Decoded:
    charset = root.get_content_charset()
    if encoding is not None or charset is None or charset.startswith("utf-") or _is_utf8(content):
        return decode(content, encoding)
    try:
        return decode(content, charset)._replace(by="declared")
    except OptionError:  # no encoding has the name that the part gives
        return decode(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _url(part: Message) -> str | None:
    for name in ("Content-Location", "Snapshot-Content-Location"):
        location = str(part.get(name, ""))
        address = re.sub(r"\s+", "", location)  # long header fields are folded into several lines
        if re.match("(?i)https?://", address):
            return address
    return None
