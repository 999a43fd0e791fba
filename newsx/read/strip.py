"""Takes out of the story's part of the page what is not the story: one function a reason, run over BeautifulSoup's tree.

Nothing is dropped unseen: each box leaves one element of the name `LEFT_OUT` in its place, which holds its text, its
role and the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from newsx.page import Label, Role
from newsx.read.locate import ends_sentence, weigh
from newsx.read.markup import role_of_markup
from newsx.read.pieces import INLINE, Piece, cut_soup
from newsx.read.witness import Witness

if TYPE_CHECKING:
    from bs4 import Tag

LEFT_OUT = "newsx-left-out"
FINE: frozenset[Role] = frozenset(("tags", "breadcrumb", "byline", "date", "highlight"))
"""Roles whose boxes keep their blocks apart, since fields are read from them."""
_MOST = 0.35
"""A box that holds more than this share of the story's prose is part of it, whatever its markup calls it."""
_MOST_OF_CARDS = 0.6
_LINKED = 0.6
"""A list, card or line with this share of its letters in links leads elsewhere."""
_CARDS = frozenset("div section article aside a".split())
_CONTAINERS = frozenset("div section figure article aside ul ol dl li table center".split())
_LISTS = _CONTAINERS | frozenset("p h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Box:
    """An element of the story's part, measured."""

    tag: Tag
    text: str
    letters: int
    linked: int
    leading: int
    """Letters in links to pages of the same site."""
    prose: float
    pieces: int
    headings: int
    linked_headings: int
    titles: int
    """Pieces of the length of a title that are links to the same site from end to end."""
    tables: int
    share: float
    """Of the story's prose, the share that stands in this element."""
    witnessed: bool
    """The page's declared article body holds its text."""


Stage = Callable[[Box], Label | None]


def by_markup(box: Box) -> Label | None:
    """Boxes whose tag, ARIA role, visibility or class names tell what they are."""
    label = role_of_markup(box.tag.name, box.tag)
    if label is None or box.share > _MOST:
        return None
    if label.role == "read_also" and not box.linked:
        return None
    if label.role in ("tags", "share", "breadcrumb", "embed") and (box.letters > 600 or box.headings > 1 or box.tables):
        return None
    if box.witnessed and box.prose > 0 and label.role not in ("read_also", "related"):
        return None
    return label


def by_links(box: Box) -> Label | None:
    """Lists, cards and lines that are links for the most part."""
    if box.tag.name not in _LISTS or box.letters < 12 or box.leading < _LINKED * box.letters:
        return None
    if box.leading < 0.75 * box.letters and box.pieces == 1 and ends_sentence(box.text):
        return None
    return Label("read_also", f"{round(100 * box.leading / box.letters)} % of its text are links")


def by_cards(box: Box) -> Label | None:
    """Rows of cards that lead to other stories: headings that are links, with or without a blurb."""
    if box.headings < 2 or box.linked_headings < box.headings - 1 or box.linked_headings < 2 or box.share > _MOST_OF_CARDS:
        return None
    return Label("related", f"{box.linked_headings} headings in it are links")


def by_card(box: Box) -> Label | None:
    """A card that leads to another story: its title is a link, and a blurb may follow."""
    if box.tag.name not in _CARDS or box.titles == 0 or not 2 <= box.pieces <= 6 or box.share > _MOST:
        return None
    if box.letters - box.linked > 350 or box.headings > box.titles + 1:
        return None
    return Label("read_also", "a card whose title is a link")


def by_lack_of_prose(box: Box) -> Label | None:
    """Boxes of several short texts with links and not one sentence."""
    if box.tag.name not in _CONTAINERS or box.pieces < 2 or box.prose > 0 or box.linked < 0.25 * box.letters:
        return None
    return Label("read_also", "links and short texts without a sentence")


def by_picture(box: Box) -> Label | None:
    """Boxes of a picture and the few words that go with it."""
    if box.tag.name not in _CONTAINERS or box.letters > 250 or box.pieces > 2 or box.headings or box.share > _MOST:
        return None
    if box.tag.find(("img", "amp-img")) is None:
        return None
    return Label("caption", "text of a picture")


STAGES: tuple[Stage, ...] = (by_markup, by_links, by_cards, by_card, by_picture, by_lack_of_prose)


def strip(root: Tag, witness: Witness, site: str | None) -> dict[int, Label]:
    """Strips the tree below `root` in place.

    site: the page's host name, None where it is not known; links to other sites are sources more often than promos.

    Returns the labels of boxes that keep their blocks apart, by the ``id`` of their tag.
    """
    measured = _Measures(root, witness, site)
    fine: dict[int, Label] = {}
    stack = [child for child in reversed(root.contents) if hasattr(child, "contents")]
    while stack:
        tag = stack.pop()
        box = measured.box(tag)
        if box is None:
            continue
        label = next(filter(None, (stage(box) for stage in STAGES)), None)
        if label is None:
            stack.extend(child for child in reversed(tag.contents) if hasattr(child, "contents"))
        elif label.role in FINE:
            fine[id(tag)] = label
        else:
            _leave_out(tag, box.text, label, root)
    return fine


class _Measures:
    """Letters, links and prose of each element, from one cut of the tree before anything is stripped."""

    def __init__(self, root: Tag, witness: Witness, site: str | None) -> None:
        cut = cut_soup(root, site)
        self._pieces = cut.pieces
        self._spans = {id(span.element): (span.first, span.end) for span in cut.spans}
        prose = [max(0.0, weigh(piece)) for piece in cut.pieces]
        self._prose = _sums(prose)
        self._letters = _sums([float(len(piece.text)) for piece in cut.pieces])
        self._linked = _sums([float(piece.linked) for piece in cut.pieces])
        self._leading = _sums([float(piece.linked - piece.external) for piece in cut.pieces])
        self._held = _sums([float(len(piece.text) > 80 and bool(witness.holds(piece.text))) for piece in cut.pieces])
        self._total = self._prose[-1] or 1.0

    def box(self, tag: Tag) -> Box | None:
        """The measures of one element, None where it holds no text."""
        if tag.name in INLINE:
            return self._inline(tag)
        span = self._spans.get(id(tag))
        if span is None:
            return None
        first, end = span
        prose = self._prose[end] - self._prose[first]
        pieces = self._pieces[first:end]
        return Box(
            tag=tag,
            text=pieces[0].text,
            letters=int(self._letters[end] - self._letters[first]),
            linked=int(self._linked[end] - self._linked[first]),
            leading=int(self._leading[end] - self._leading[first]),
            prose=prose,
            pieces=len(pieces),
            headings=sum(piece.kind == "heading" for piece in pieces),
            linked_headings=sum(piece.kind == "heading" and _leads(piece) for piece in pieces),
            titles=sum(_is_title(piece) for piece in pieces),
            tables=sum(piece.kind == "table" for piece in pieces),
            share=prose / self._total,
            witnessed=self._held[end] > self._held[first],
        )

    def _inline(self, tag: Tag) -> Box | None:
        text = tag.get_text()
        letters = len(text.strip())
        if not letters:
            return None
        linked = letters if tag.name == "a" else sum(len(link.get_text()) for link in tag.find_all("a"))
        return Box(tag, text, letters, linked, linked, 0.0, 1, 0, 0, 0, 0, letters / self._total, False)


def _leads(piece: Piece) -> bool:
    return piece.linked - piece.external > 0.8 * len(piece.text)


def _is_title(piece: Piece) -> bool:
    return len(piece.text) >= 25 and _leads(piece)


def _sums(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _leave_out(tag: Tag, text: str, label: Label, root: Tag) -> None:
    from bs4 import Tag

    mark = Tag(name=LEFT_OUT, attrs={"role": label.role, "reason": label.reason})
    mark.string = text
    if tag.name not in INLINE:
        tag.replace_with(mark)
        return
    holder = next(parent for parent in tag.parents if parent.name not in INLINE)
    if holder is root or holder.name == "div":
        tag.replace_with(mark)
    else:
        tag.extract()
        holder.insert_after(mark)
