"""What the grammar makes: a page with its pieces in order, each with its role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

Join = Literal["block", "line", "space", "glue"]
"""How a piece stands to the one before it: a block of its own, on the next line, after one space, after none."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One visible piece of a made page.

    `role` is one of `newsx.page.Role`, `kind` one of `newsx.page.Kind`.
    """

    text: str
    role: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class MadePage:
    """An invented page: what a file of it holds, and what its parts are.

    For a dump, `squeeze` of `text` is the concatenation of the squeezed texts of `segments`. `gold` holds the fields of
    the record that the page shows, as the corpora's gold does.
    """

    name: str
    form: str
    text: str
    segments: tuple[Segment, ...]
    is_article: bool
    page_type: str
    gold: dict[str, Any]


@dataclass(slots=True)
class Piece:
    """A segment in the making, with how it is set on the page."""

    text: str
    role: str
    kind: str = "paragraph"
    join: Join = "block"
    link: bool = False
    level: int = 1
    """1 to 6 for a heading, depth from 1 for a list item."""
    time: str | None = None
    """The time that a live update shows."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table."""

    def segment(self) -> Segment:
        """The segment that this piece ends as."""
        return Segment(self.text, self.role, self.kind)


_ADDED = re.compile(r"^\s*o(?=\s)|\[\d{1,4}\]|[\s*+•◦▪□○■●►·_–—‐-]+", re.MULTILINE)
_REFERENCES = re.compile(r"\n\s*References\s*\n(?:\s*Visible links:?\s*\n)?(?:\s*\d+\. \S+:\S*[^\S\n]*\n?)+\s*\Z")


def squeeze(text: str) -> str:
    """A key under which a dump and its segments are equal: no white space, bullets, dashes, link numbers, references.

    >>> squeeze("   * [12]होम\\n\\nReferences\\n\\n  12. https://example.com/\\n")
    'होम'
    """
    return _ADDED.sub("", _REFERENCES.sub("", text))
