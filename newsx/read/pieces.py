"""Cuts a stream of tags and text into pieces, the paragraph-like units of a page.

The same cutter serves lxml's tree of the whole page and BeautifulSoup's tree of the story, so that a piece is
the same thing in both. A piece ends where a block element begins or ends, and at each ``<br>``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from newsx.page import Kind, Label
from newsx.read.tables import Cell, Table, column_span
from newsx.text.clean import clean

INLINE = frozenset(
    "a abbr acronym amp-img b bdi bdo big cite code data del dfn em font i img ins kbd label link mark meta nobr "
    "noscript picture q s samp small source span strike strong sub sup time track tt u var wbr".split()
)
ASIDE = "newsx-aside"
"""An inline element whose text is a piece of its own, behind the piece that it stands in."""
PLAIN = INLINE - {"a", "b", "strong"}
"""Elements that leave the text as it is."""
_WITHIN = INLINE | {"br", ASIDE}
_BOLD = frozenset(("b", "strong"))
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_KINDS: dict[str, Kind] = {
    "li": "list_item",
    "dd": "list_item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    **dict.fromkeys(_HEADINGS, "heading"),
}
_LISTS = frozenset(("ul", "ol", "dl"))
_TELLING_BLOCKS = _KINDS.keys() | _LISTS | {"table", "tr", "td", "th"}
"""The block elements that are more than that: they tell the kind of their text, or its place in a table."""


@dataclass(slots=True)
class Piece:
    """One paragraph-like unit of text, before anything is known of its role."""

    text: str
    kind: Kind
    level: int | None
    linked: int
    """Characters that stand in links."""
    external: int
    """Of these, characters in links to other sites."""
    bold: bool
    """The whole text is bold by its markup."""
    owner: Any
    """The block element, of lxml or BeautifulSoup, that the text stands in."""
    rows: tuple[tuple[str, ...], ...] = ()
    segments: tuple[tuple[str, ...], tuple[int, ...]] = ((), ())
    """Where there are links: the text as it came, and the indices in it at which links begin and end in turn."""
    weight: float | None = None
    """What `newsx.read.locate.weigh` found, once it was asked."""

    def parts(self) -> list[tuple[str, int, bool]]:
        """The texts of the links and of what stands between them: text, offset in the piece, whether it is a link."""
        texts, bounds = self.segments
        found: list[tuple[str, int, bool]] = []
        position = 0
        for number, (first, end) in enumerate(zip((0, *bounds), (*bounds, len(texts)), strict=True)):
            part = _tidy("".join(texts[first:end]))
            if _has_letters(part):
                position = max(position, self.text.find(part, position))
                found.append((part, position, number % 2 == 1))
                position += len(part)
        return found


@dataclass(slots=True)
class Span:
    """A block element and its pieces: ``pieces[first:end]``."""

    element: Any
    first: int
    end: int
    label: Label | None = None
    """What the element's markup tells of its role, once it was asked for."""


_first_of = attrgetter("first")


class Cutter:
    """Takes start tags, text and end tags in page order; leaves pieces, and spans of the block elements with some."""

    def __init__(self, site: str | None = None) -> None:
        """site: the page's host name, by which links to other sites are told."""
        self._domain = _domain(site) if site else None
        self.pieces: list[Piece] = []
        self.spans: list[Span] = []
        self.begun: list[str] = []
        """The text of the piece that is being read; the list stays the same one."""
        self._linked = 0
        self._external = 0
        self._bold = 0
        self._leads_away = False
        self._starts: list[int] = []
        self._in_link = 0
        self._in_bold = 0
        self._lists = 0
        self._kinds: list[tuple[Kind, int | None]] = [("paragraph", None)]
        self._open: list[tuple[Any, int]] = []
        self._tables: list[Table] = []
        self._aside: Any = None
        self._asides: list[Piece] = []

    def start(self, tag: str, element: Any) -> None:
        """A start tag; `element` is what `Piece.owner` and `Span.element` shall hold."""
        if tag in _WITHIN:
            self._start_within(tag, element)
            return
        if self.begun or self._asides:
            self._flush()
        self._open.append((element, len(self.pieces)))
        if tag in _TELLING_BLOCKS:
            self._start_kind(tag, element)

    def _start_within(self, tag: str, element: Any) -> None:
        if tag == "a":
            self._in_link += 1
            self._starts.append(len(self.begun))
            self._leads_away = self._domain is not None and _leads_away(element.get("href"), self._domain)
        elif tag in _BOLD:
            self._in_bold += 1
        elif tag == "br":
            self._flush()
        elif tag == ASIDE:
            self._aside = element

    def _start_kind(self, tag: str, element: Any) -> None:
        kind = _KINDS.get(tag)
        if kind is not None:
            level = _HEADINGS.get(tag) or (max(1, self._lists) if kind == "list_item" else None)
            self._kinds.append((kind, level))
        elif tag in _LISTS:
            self._lists += 1
        elif tag == "table":
            self._tables.append(Table(len(self.pieces), len(self.spans)))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(Cell(len(self.pieces), column_span(element)))

    def text(self, text: str) -> None:
        """Text as it stands in the page, white space and all."""
        if self._aside is not None:
            self._asides.append(Piece(_tidy(text), "paragraph", None, 0, 0, False, self._aside))
            return
        if not self.begun and text.isspace():
            return
        self.begun.append(text)
        if self._in_link or self._in_bold:
            length = len(" ".join(text.split()))
            if self._in_link:
                self._linked += length
                if self._leads_away:
                    self._external += length
            if self._in_bold:
                self._bold += length

    def end(self, tag: str) -> None:
        """The end tag of the innermost open element."""
        if tag in _WITHIN:
            self._end_within(tag)
            return
        if self.begun or self._asides:
            self._flush()
        element, first = self._open.pop()
        if tag in _TELLING_BLOCKS:
            self._end_kind(tag, element)
        end = len(self.pieces)
        if end > first:
            self.spans.append(Span(element, first, end))

    def _end_within(self, tag: str) -> None:
        if tag == "a":
            self._in_link -= 1
            self._starts.append(len(self.begun))
        elif tag in _BOLD:
            self._in_bold -= 1
        elif tag == ASIDE:
            self._aside = None

    def _end_kind(self, tag: str, element: Any) -> None:
        if tag in _KINDS:
            self._kinds.pop()
        elif tag in _LISTS:
            self._lists -= 1
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].end = len(self.pieces)
        elif tag == "table":
            self._end_table(element)

    @cached_property
    def outermost_first(self) -> list[Span]:
        """The spans in page order, an element before those that stand in it, once all is cut."""
        # Of two that begin in one place the outer one was closed last.
        found = self.spans[::-1]
        found.sort(key=_first_of)
        return found

    def _flush(self) -> None:
        if self.begun:
            self._end_piece()
        if self._asides:
            self.pieces += self._asides
            self._asides.clear()

    def _end_piece(self) -> None:
        begun = self.begun
        text = _tidy(begun[0] if len(begun) == 1 else "".join(begun))
        if _has_letters(text):
            kind, level = self._kinds[-1]
            owner = self._open[-1][0] if self._open else None
            piece = Piece(text, kind, level, 0, 0, self._bold >= 0.9 * len(text), owner)
            if self._linked:
                piece.linked, piece.external = min(self._linked, len(text)), min(self._external, len(text))
            if self._starts:
                piece.segments = (tuple(self.begun), tuple(self._starts))
            self.pieces.append(piece)
        self.begun.clear()
        self._linked = self._external = self._bold = 0
        self._starts.clear()

    def _end_table(self, element: Any) -> None:
        table = self._tables.pop()
        pieces = self.pieces[table.first :]
        if self._tables:
            self._tables[-1].nested = True
        if not table.is_data(pieces):
            return
        rows = tuple(table.texts(self.pieces))
        text = "\n".join(" | ".join(cell for cell in row if cell) for row in rows)
        linked = sum(piece.linked for piece in pieces)
        external = sum(piece.external for piece in pieces)
        del self.pieces[table.first :]
        del self.spans[table.spans :]
        self.pieces.append(Piece(text, "table", None, linked, external, False, element, rows))


def _has_letters(text: str) -> bool:
    """The text holds a letter or digit; the first one or two characters tell of nearly all texts."""
    return text[:1].isalnum() or text[1:2].isalnum() or any(map(str.isalnum, text))


def _tidy(text: str) -> str:
    """`clean`, by a short way for text that holds nothing invisible."""
    collapsed = " ".join(text.split())
    return collapsed if collapsed.isprintable() else clean(text)


def _domain(host: str) -> str:
    """The part of a host name that sites of one owner share: the last two labels, three under such as ``co.uk``."""
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3 if short else -2 :])


def _leads_away(address: str | None, domain: str) -> bool:
    """Whether a link leads to a host outside of the domain."""
    if not address or not address.startswith(("http:", "https:", "//")):
        return False
    parts = address.split("/", 3)
    return len(parts) > 2 and not parts[2].lower().endswith(domain)


def cut_tree(root: Any, site: str | None = None) -> Cutter:
    """The pieces of an lxml tree, comments and processing instructions already gone; `site` as in `Cutter`."""
    cutter = Cutter(site)
    start, text, end = cutter.start, cutter.text, cutter.end
    begun = cutter.begun  # most text nodes are the line ends between two tags, which no piece begins with
    open_elements: list[Any] = []
    for element in chain(root.iter(), (None,)):
        parent = None if element is None else element.getparent()
        while open_elements and open_elements[-1] is not parent:
            closed = open_elements.pop()
            if closed.tag not in PLAIN:
                end(closed.tag)
            words = closed.tail if open_elements else None
            if words and (begun or not words.isspace()):
                text(words)
        if element is None:
            break
        open_elements.append(element)
        tag = element.tag
        if tag not in PLAIN:
            start(tag, element)
        words = element.text
        if words and (begun or not words.isspace()):
            text(words)
    return cutter


def cut_soup(root: Any) -> Cutter:
    """The pieces of a BeautifulSoup tag."""
    from bs4.element import NavigableString

    cutter = Cutter()
    cutter.start(root.name, root)
    open_tags = [(root, iter(root.contents))]
    while open_tags:
        tag, children = open_tags[-1]
        for node in children:
            if isinstance(node, NavigableString):
                cutter.text(node)
                continue
            cutter.start(node.name, node)
            open_tags.append((node, iter(node.contents)))
            break
        else:
            cutter.end(tag.name)
            open_tags.pop()
    return cutter
