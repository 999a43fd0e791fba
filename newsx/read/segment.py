"""Cuts a parsed page into blocks, its paragraph-like units, and into the boxes that hold them; it decides nothing.

A block ends where a block element begins or ends, at each ``<br>``, and in rows of links (breadcrumbs, tags, menus) at
each link, whatever stands between them. Inline elements whose markup tells a role, such as a share button within a
paragraph, become blocks of their own behind the block that they stand in.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Any, Literal, NamedTuple

from newsx.lexicon.hosts import owner_of
from newsx.page import Block, Box, Kind, Label
from newsx.read.markup import names_of, role_of_markup
from newsx.read.tables import Cell, Table, column_span
from newsx.text.clean import clean

INLINE = frozenset(
    "a abbr acronym amp-img b bdi bdo big cite code data del dfn em font i img ins kbd label link mark meta nobr "
    "noscript picture q s samp small source span strike strong sub sup time track tt u var wbr".split()
)
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
_PLAIN = INLINE - {"a", "b", "strong", "img", "amp-img", "time"}
"""Elements that leave the text as it is, unless their attributes tell a role."""
_NOTED = frozenset(("img", "amp-img", "time"))
"""Elements whose place among the blocks is kept, for pictures and times."""
_ROWS = frozenset(("breadcrumb", "tags"))
"""Roles whose boxes hold one value a link, with or without block elements around it."""
_TOPIC = re.compile(r"/(?:topics?|tags?|keywords?)[/-]", re.IGNORECASE)
_LEAST_TOPICS = 2
_MOSTLY = 0.6
"""Share of a box's letters in links to pages of topics from which on it is a row of tags."""
_LONGEST_ASIDE = 300
"""Letters of the longest text of an inline element that is taken out of its block."""
_ALL_BOLD = 0.9


class Place(NamedTuple):
    """Where an element stands that is no text: before ``blocks[block]``, in a box (-1 for none)."""

    element: Any
    block: int
    box: int
    aside: bool = False
    """An element without text around it tells that it belongs to something else than a story."""


_ELSEWHERE = frozenset(
    ("navigation", "footer", "related", "read_also", "comments", "ad", "promo", "bio", "share", "hidden", "other")
)
_PARTS_OF_PAGE = frozenset(("nav", "aside", "footer", "article"))


class Segments(NamedTuple):
    """A page cut into blocks and boxes, boxes before those that stand in them, and the places of times and pictures."""

    blocks: list[Block]
    boxes: list[Box]
    places: list[Place]
    elements: dict[Any, int]
    """The numbers of the boxes by their lxml elements."""


class _Text:
    """The text of a block while it is read, and how much of it is linked, leads away, is bold."""

    __slots__ = ("bold", "external", "linked", "parts", "starts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.clear()

    def clear(self) -> None:
        self.parts.clear()
        self.linked = self.external = self.bold = 0
        self.starts: list[int] = []


class _Open:
    """A block element that is open, and what was asked of it so far: most hold no text, and are never asked."""

    __slots__ = ("_row", "_told", "above", "attributes", "box", "element", "links", "tag", "topics")

    def __init__(self, tag: str, element: Any, above: _Open | None) -> None:
        self.tag, self.element, self.above = tag, element, above
        self.box = -1
        """The number of its box, once a block stands in it."""
        self.links = self.topics = 0
        self.attributes: dict[str, str] | None = None
        self._told: Label | Literal[False] | None = False
        self._row: bool | None = None

    def told(self) -> Label | None:
        """What its markup tells of its purpose."""
        if self._told is False:
            self.attributes = dict(self.element.items())
            self._told = role_of_markup(self.tag, self.attributes)
        return self._told

    def is_row(self) -> bool:
        """Whether it is, or stands in, a row of links of which each is a block."""
        if self._row is None:
            if self.above is None:
                self._row = False
            else:
                told = self.told()
                self._row = (told is not None and (told.role in _ROWS or self.tag == "nav")) or self.above.is_row()
        return self._row


_Aside = tuple[Any, dict[str, str], Label]
"""An inline element whose text is a block of its own: element, attributes, and what they tell."""


class Segmenter:
    """Takes start tags, text and end tags in page order; leaves blocks and boxes."""

    def __init__(self, site: str | None = None) -> None:
        """site: the page's host name, by which links to other sites are told."""
        self._owner = owner_of(site) if site else None
        self.blocks: list[Block] = []
        self.boxes: list[list[Any]] = []
        """first, end, parent, tag, names, told, element of each box; those without blocks are left out at the end."""
        self._places: list[tuple[Any, int, _Open]] = []
        self._own = _Text()
        self._text = self._own
        self._aside: _Aside | None = None
        self._asides: list[tuple[_Text, _Aside]] = []
        self._in_link = self._in_bold = self._lists = 0
        self._leads_away = False
        self._kinds: list[tuple[Kind, int | None]] = [("paragraph", None)]
        self._open: list[_Open] = [_Open("", None, None)]
        self._tables: list[Table] = []

    @property
    def begun(self) -> bool:
        """Whether a block has begun, so that white space counts."""
        return bool(self._text.parts)

    @property
    def aside(self) -> Any:
        """The inline element that is being read as a block of its own, or None."""
        return None if self._aside is None else self._aside[0]

    def start(self, tag: str, element: Any) -> None:
        """A start tag."""
        if tag in INLINE:
            self._start_inline(tag, element)
        elif tag == "br":
            self._flush()
        else:
            self._start_block(tag, element)

    def _start_inline(self, tag: str, element: Any) -> None:
        if tag == "a":
            if self._open[-1].is_row():
                self._flush()
            self._in_link += 1
            self._text.starts.append(len(self._text.parts))
            address = element.get("href")
            self._leads_away = self._owner is not None and _leads_away(address, self._owner)
            self._open[-1].links += 1
            if address and _TOPIC.search(address):
                self._open[-1].topics += 1
        elif tag in _BOLD:
            self._in_bold += 1
        elif tag in _NOTED:
            self._places.append((element, len(self.blocks), self._open[-1]))
        if self._aside is None and (attributes := dict(element.items())):
            told = role_of_markup(tag, attributes)
            if told is not None and not (told.role == "summary" and self._kinds[-1][0] == "heading"):
                self._aside = element, attributes, told
                self._text = _Text()
                self._text.starts = [0] if self._in_link else []

    def _start_block(self, tag: str, element: Any) -> None:
        self._flush()
        self._open.append(_Open(tag, element, self._open[-1]))
        if tag in _TELLING_BLOCKS:
            self._start_kind(tag, element)

    def _box(self) -> int:
        """The number of the box of the innermost open element, made now if it is the first block in it."""
        innermost = self._open[-1]
        if innermost.box < 0:
            above = -1
            for opened in self._open[1:]:
                if opened.box < 0:
                    told = opened.told()
                    assert opened.attributes is not None
                    opened.box = self._new_box(opened.element, above, opened.attributes, told)
                above = opened.box
        return innermost.box

    def _new_box(self, element: Any, above: int, attributes: dict[str, str], told: Label | None) -> int:
        at = len(self.blocks)
        self.boxes.append([at, at, above, element.tag, names_of(attributes), told, element])
        return len(self.boxes) - 1

    def _start_kind(self, tag: str, element: Any) -> None:
        kind = _KINDS.get(tag)
        if kind is not None:
            level = _HEADINGS.get(tag) or (max(1, self._lists) if kind == "list_item" else None)
            self._kinds.append((kind, level))
        elif tag in _LISTS:
            self._lists += 1
        elif tag == "table":
            self._box()  # now, so that all boxes made later stand in the table
            self._tables.append(Table(len(self.blocks), len(self.boxes)))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(Cell(len(self.blocks), column_span(element)))

    def text(self, text: str) -> None:
        """Text as it stands in the page, white space and all."""
        current = self._text
        if not current.parts and text.isspace():
            return
        current.parts.append(text)
        if self._in_link or self._in_bold:
            length = len(" ".join(text.split()))
            if self._in_link:
                current.linked += length
                if self._leads_away:
                    current.external += length
            if self._in_bold:
                current.bold += length

    def end(self, tag: str, element: Any) -> None:
        """The end tag of the innermost open element."""
        if tag in INLINE:
            self._end_inline(tag, element)
        elif tag != "br":
            self._end_block(tag, element)

    def _end_inline(self, tag: str, element: Any) -> None:
        if self._aside is not None and self._aside[0] is element:
            self._end_aside()
        if tag == "a":
            self._in_link -= 1
            self._text.starts.append(len(self._text.parts))
            if self._open[-1].is_row():
                self._flush()
        elif tag in _BOLD:
            self._in_bold -= 1

    def _end_aside(self) -> None:
        assert self._aside is not None
        read, self._text = self._text, self._own
        aside, self._aside = self._aside, None
        if sum(map(len, read.parts)) <= _LONGEST_ASIDE:
            self._asides.append((read, aside))
            return
        own = self._own
        at = len(own.parts)
        own.parts += read.parts
        own.starts += [at + start for start in read.starts]
        own.linked += read.linked
        own.external += read.external
        own.bold += read.bold

    def _end_block(self, tag: str, element: Any) -> None:
        self._flush()
        ended = self._open.pop()
        above = self._open[-1]
        above.links, above.topics = above.links + ended.links, above.topics + ended.topics
        if tag in _TELLING_BLOCKS:
            self._end_kind(tag, ended.box)
        if ended.box >= 0:
            box = self.boxes[ended.box]
            box[1] = len(self.blocks)
            all_topics = ended.topics >= _LEAST_TOPICS and ended.topics == ended.links
            if all_topics and tag != "p" and box[5] is None and self._linked(box[0]) >= _MOSTLY:
                box[5] = Label("tags", "its links lead to pages of topics")

    def _linked(self, first: int) -> float:
        """The share of the letters of the blocks from one on that stand in links."""
        blocks = self.blocks[first:]
        size = sum(len(block.text) for block in blocks)
        return sum(len(block.text) * (block.link_density or 0.0) for block in blocks) / (size or 1)

    def _end_kind(self, tag: str, box: int) -> None:
        if tag in _KINDS:
            self._kinds.pop()
        elif tag in _LISTS:
            self._lists -= 1
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].end = len(self.blocks)
        elif tag == "table":
            self._end_table(box)

    def _flush(self) -> None:
        """Ends the block that has begun, and hands out those of inline elements in it."""
        own = self._own
        if not own.parts and not self._asides and self._aside is None:
            if own.starts:
                own.clear()
            return
        if self._aside is not None:  # a block element in an inline one: the rest of it is no aside any more
            self._end_aside()
        self._end_text(own)
        own.clear()
        for read, aside in self._asides:
            self._end_text(read, aside)
        self._asides.clear()

    def _end_text(self, read: _Text, aside: _Aside | None = None) -> None:
        parts = read.parts
        if not parts:
            return
        text = _tidy(parts[0] if len(parts) == 1 else "".join(parts))
        if not _has_letters(text):
            return
        box = self._box()
        if aside is not None:
            box = self._new_box(aside[0], box, aside[1], aside[2])
            self.boxes[box][1] += 1
        kind, level = self._kinds[-1]
        size = len(text)
        linked = min(read.linked, size)
        self.blocks.append(
            Block(
                text=text,
                kind=kind,
                level=level,
                link_density=round(linked / size, 3) if linked else 0.0,
                external_density=round(min(read.external, size) / size, 3) if read.external else 0.0,
                link_starts=_link_starts(text, read) if linked else (),
                bold=read.bold >= _ALL_BOLD * size,
                tag=self._open[-1].tag,
                box=box,
            )
        )

    def _end_table(self, table_box: int) -> None:
        table = self._tables.pop()
        held = self.blocks[table.first :]
        if self._tables:
            self._tables[-1].nested = True
        if not table.is_data(held):
            return
        rows = tuple(table.texts(self.blocks))
        text = "\n".join(" | ".join(cell for cell in row if cell) for row in rows)
        size = max(1, sum(len(block.text) for block in held))
        del self.blocks[table.first :]
        for box in self.boxes[table.boxes :]:
            box[0] = box[1] = table.first
        linked = round(sum(len(block.text) * (block.link_density or 0.0) for block in held) / size, 3)
        external = round(sum(len(block.text) * block.external_density for block in held) / size, 3)
        self.blocks.append(
            Block(
                text=text, kind="table", rows=rows, link_density=linked, external_density=external, tag="table",
                box=table_box,
            )
        )  # fmt: skip

    def segments(self) -> Segments:
        """What was read; boxes without blocks are left out, and what stood in them stands in the box around them."""
        self._flush()
        number: list[int] = []
        boxes: list[Box] = []
        elements: dict[Any, int] = {}
        for first, end, parent, tag, names, told, element in self.boxes:
            above = number[parent] if parent >= 0 else -1
            number.append(len(boxes) if end > first else above)
            if end > first:
                elements[element] = len(boxes)
                boxes.append(Box(first, end, above, tag, names, told))
        for block in self.blocks:
            _set_box(block, number)
        places = [_place(element, block, opened, elements) for element, block, opened in self._places]
        return Segments(self.blocks, boxes, places, elements)


def _place(element: Any, block: int, opened: _Open, boxes: dict[Any, int]) -> Place:
    """The place of an element: its box, and whether an element without text in between belongs to something else."""
    aside = False
    above: _Open | None = opened
    while above is not None and above.element is not None:
        if above.element in boxes:
            return Place(element, block, boxes[above.element], aside)
        told = above.told()
        aside = aside or above.tag in _PARTS_OF_PAGE or (told is not None and told.role in _ELSEWHERE)
        above = above.above
    return Place(element, block, -1, aside)


def _set_box(block: Block, number: list[int]) -> None:
    box = number[block.box] if block.box is not None and block.box >= 0 else -1
    object.__setattr__(block, "box", box if box >= 0 else None)  # the block was not handed out yet


def _link_starts(text: str, read: _Text) -> tuple[int, ...]:
    """The offsets in a text at which its links begin."""
    bounds = read.starts
    if len(bounds) <= 2 and (not bounds or bounds[0] == 0):  # one link from the beginning on, as nearly all have it
        return (0,)
    found: list[int] = []
    position = 0
    for number, (first, end) in enumerate(zip((0, *bounds), (*bounds, len(read.parts)), strict=True)):
        part = _tidy("".join(read.parts[first:end]))
        if not _has_letters(part):
            continue
        position = max(position, text.find(part, position))
        if number % 2:
            found.append(position)
        position += len(part)
    return tuple(found)


def _has_letters(text: str) -> bool:
    """The text holds a letter or digit; the first one or two characters tell of nearly all texts."""
    return text[:1].isalnum() or text[1:2].isalnum() or any(map(str.isalnum, text))


def _tidy(text: str) -> str:
    """`clean`, by a short way for text that holds nothing invisible."""
    collapsed = " ".join(text.split())
    return collapsed if collapsed.isprintable() else clean(text)


def _leads_away(address: str | None, owner: str) -> bool:
    """Whether a link leads to a host of another owner."""
    if not address or not address.startswith(("http:", "https:", "//")):
        return False
    parts = address.split("/", 3)
    return len(parts) > 2 and not parts[2].lower().endswith(owner)


def segment(root: Any, site: str | None = None) -> Segments:
    """The blocks and boxes of an lxml tree without comments and processing instructions; `site` as in `Segmenter`."""
    segmenter = Segmenter(site)
    start, text, end = segmenter.start, segmenter.text, segmenter.end
    open_elements: list[Any] = []
    for element in chain(root.iter(), (None,)):
        parent = None if element is None else element.getparent()
        while open_elements and open_elements[-1] is not parent:
            closed = open_elements.pop()
            if closed.tag not in _PLAIN or closed is segmenter.aside:
                end(closed.tag, closed)
            words = closed.tail if open_elements else None
            if words and (segmenter.begun or not words.isspace()):
                text(words)
        if element is None:
            break
        open_elements.append(element)
        tag = element.tag
        if tag not in _PLAIN or element.attrib:
            start(tag, element)
        words = element.text
        if words and (segmenter.begun or not words.isspace()):
            text(words)
    return segmenter.segments()
