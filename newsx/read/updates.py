"""The entries of a live page: each begins with its time, and all in the same kind of element."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from newsx.read.markup import names_of
from newsx.read.pieces import Piece

_LEAST = 3
_LONGEST = 80
"""Letters of the longest line of time and author above an entry."""
_CLOCK = re.compile(
    r"\W{0,3}(?P<clock>(?:[0-9\u0966-\u096f]{1,2}:|[0-9]{2}\.)[0-5\u0966-\u096b][0-9\u0966-\u096f]"
    r"(?:\s*(?:[ap]\.?\s?m\b\.?|IST\b|\(IST\)))*)(?![0-9])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def update_times(pieces: Sequence[Piece], story: Collection[int]) -> dict[int, str]:
    """The times of a live page's entries, by the index of each of their paragraphs; empty on any other page.

    pieces: of the story's part, owners are BeautifulSoup tags. story: indices of those that are the story's text.
    """
    lines: dict[tuple[str, str], list[tuple[int, str]]] = {}
    elements = _time_elements(pieces)
    for index, piece in enumerate(pieces):
        if len(piece.text) > _LONGEST:
            continue
        time = _time(piece, elements.get(id(piece.owner)))
        if time:
            style = (piece.owner.name, _DIGITS.sub("", names_of(piece.owner)))
            lines.setdefault(style, []).append((index, time))
    most = max(lines.values(), key=len, default=[])
    if len(most) < _LEAST:
        return {}
    ends = [index for index, _ in most[1:]] + [len(pieces)]
    found: dict[int, str] = {}
    for (index, time), end in zip(most, ends, strict=True):
        found |= {inner: time for inner in range(index, end) if inner in story and pieces[inner].kind != "heading"}
    return found if len(set(found.values())) >= _LEAST else {}


def _time_elements(pieces: Sequence[Piece]) -> dict[int, Any]:
    """The first ``<time>`` element of each owner that is or holds one, by the ``id`` of the owner."""
    found: dict[int, Any] = {}
    if pieces:
        owner = pieces[0].owner
        root = next(reversed(list(owner.parents)), owner)
        for element in root.find_all("time"):
            for holder in (element, *element.parents):
                found.setdefault(id(holder), element)
    return found


def _time(piece: Piece, element: Any) -> str | None:
    """The time that a line declares in a ``<time>`` element, or begins with."""
    if element is not None:
        value = element.get("datetime")
        return str(value).strip() or None if value else element.get_text(" ", strip=True) or None
    match = _CLOCK.match(piece.text)
    return match["clock"].strip() if match else None
