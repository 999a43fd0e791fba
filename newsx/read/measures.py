"""Measures the elements of the story's part: letters, links, prose, headings, from sums over one cut of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsx.read.locate import Story, weigh
from newsx.read.pieces import Piece, Span
from newsx.read.witness import Copies, Witness

if TYPE_CHECKING:
    from bs4 import Tag

_TITLE = 25
"""Letters from which on a link can be a title."""
_INTRODUCTION = 40
"""Letters of a sentence from which on it can introduce a list; shorter ones head lists of other stories."""
_WITNESSED = 60
"""Letters of a piece from which on the declared article body can vouch for it."""


class Box(NamedTuple):
    """An element of the story's part, measured."""

    tag: Tag
    pieces: int
    letters: int
    linked: int
    leading: int
    """Letters in links to pages of the same site."""
    prose: float
    share: float
    """Of the story's prose, the share that stands in this element."""
    headings: int
    titled: bool
    """The heading stands in it that alone tells the story's headline."""
    linked_headings: int
    titles: int
    """Pieces of the length of a title that are links to the same site from end to end."""
    tables: int
    witnessed: bool
    """The page's declared article body holds some of its text."""
    above: float
    """Prose of the story's part before this element."""
    introduced: bool
    """A sentence right before it closes with a colon."""
    before_title: float
    """Prose in this element before the first of its titles."""
    text: str | None
    """The text, where the element holds one piece."""
    copied: Callable[[], bool]
    """Tells whether the text stands elsewhere in the story's part as well."""


class Measures:
    """The measures of all block elements below a tag."""

    def __init__(self, pieces: Sequence[Piece], spans: Mapping[int, Span], story: Story, witness: Witness) -> None:
        """pieces: of the page. spans: of the story's block elements, by the ``id`` of their tags."""
        self._spans = spans
        self._first = story.first
        self._title = story.headline if story.untold else None
        self.gallery = story.gallery
        self._pieces = pieces = pieces[story.first : story.end]
        self._copies = Copies(pieces)
        self._letters = _sums(len(piece.text) for piece in pieces)
        self._linked = _sums(piece.linked for piece in pieces)
        self._leading = _sums(piece.linked - piece.external for piece in pieces)
        self._prose = list(accumulate((max(0.0, weigh(piece)) for piece in pieces), initial=0.0))
        self._headings = _sums(piece.kind == "heading" for piece in pieces)
        self._linked_headings = _sums(piece.kind == "heading" and _leads(piece) for piece in pieces)
        self._titles = _sums(len(piece.text) >= _TITLE and _leads(piece) for piece in pieces)
        self._next_title = _next(pieces)
        self._tables = _sums(piece.kind == "table" for piece in pieces)
        self._held = _sums(len(piece.text) > _WITNESSED and bool(witness.holds(piece.text)) for piece in pieces)

    def box(self, tag: Tag) -> Box | None:
        """The measures of a block element, None where it holds no text."""
        span = self._spans.get(id(tag))
        if span is None:
            return None
        first, end = span.first - self._first, span.end - self._first
        prose = self._prose[end] - self._prose[first]
        return Box(
            tag=tag,
            pieces=end - first,
            letters=self._letters[end] - self._letters[first],
            linked=self._linked[end] - self._linked[first],
            leading=self._leading[end] - self._leading[first],
            prose=prose,
            share=prose / (self._prose[-1] or 1.0),
            headings=self._headings[end] - self._headings[first],
            titled=self._title is not None and span.first <= self._title < span.end,
            linked_headings=self._linked_headings[end] - self._linked_headings[first],
            titles=self._titles[end] - self._titles[first],
            tables=self._tables[end] - self._tables[first],
            witnessed=self._held[end] > self._held[first],
            above=self._prose[first],
            introduced=first > 0 and _introduces(self._pieces[first - 1]),
            before_title=self._prose[min(end, self._next_title[first])] - self._prose[first],
            text=self._pieces[first].text if end == first + 1 else None,
            copied=lambda: self._copies.has(first, end),
        )

    def text(self, tag: Tag) -> str:
        """The text of a block element, its pieces joined."""
        span = self._spans[id(tag)]
        return " ".join(piece.text for piece in self._pieces[span.first - self._first : span.end - self._first])

    def share_of(self, letters: int) -> float:
        """What share of the story's prose so many letters are."""
        return letters / (self._prose[-1] or 1.0)


def _introduces(piece: Piece) -> bool:
    return len(piece.text) >= _INTRODUCTION and piece.text.endswith((":", ":-")) and not piece.linked


def _leads(piece: Piece) -> bool:
    return piece.linked - piece.external > 0.8 * len(piece.text)


def _next(pieces: Sequence[Piece]) -> list[int]:
    """For each piece, the index of the first title from it on."""
    following = [len(pieces)] * (len(pieces) + 1)
    for index in range(len(pieces) - 1, -1, -1):
        is_title = len(pieces[index].text) >= _TITLE and _leads(pieces[index])
        following[index] = index if is_title else following[index + 1]
    return following


def _sums(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))
