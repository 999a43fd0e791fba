"""Cuts a parsed page into blocks, its paragraph-like units, and into the boxes that hold them; it decides nothing.

A block ends where a block element begins or ends, at each ``<br>``, and in rows of links (breadcrumbs, tags, menus) at
each link, whatever stands between them. Inline elements whose markup tells a role, such as a share button within a
paragraph, become blocks of their own behind the block that they stand in.
"""

from __future__ import annotations

import re
from itertools import chain
from sys import intern
from typing import Any, NamedTuple

from newsx.lexicon.hosts import owner_of
from newsx.page import Block, Box, Kind, Label
from newsx.read.block_text import (
    RunningText,
    has_letters,
    keep_lines,
    kept_address,
    leads_away,
    leads_nowhere,
    link_starts,
    links_of,
    tidy,
)
from newsx.read.bounds import MAX_BLOCKS, too_many_blocks
from newsx.read.boxes import BoxDraft, Noted, OpenElement, Place, finished_boxes, innermost, place
from newsx.read.breaks import Lines, join_lines
from newsx.read.markup import names_of, role_of_markup
from newsx.read.media import ELEMENTS_WITH_TIMES, states_time
from newsx.read.tables import Table
from newsx.text.cells import join_cells
from newsx.text.sentences import closes_prose

INLINE = frozenset(
    "a abbr acronym amp-img b bdi bdo big cite code data del dfn em font i img ins kbd label link mark meta nobr "
    "noscript picture q rb rp rt rtc ruby s samp slot small source span strike strong sub sup time track tt u var "
    "wbr".split()
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
_TELLING_BLOCKS = _KINDS.keys() | _LISTS | {"table", "tr", "td", "th", "pre"}
_PLAIN = INLINE - {"a", "b", "strong", "img", "amp-img", "time"}
"""Elements that leave the text as it is, unless their attributes tell a role."""
_NOTED = frozenset(("img", "amp-img", "time"))
"""Elements whose place among the blocks is kept, for pictures and times."""
_TOPIC = re.compile(r"/(?:topics?|tags?|keywords?)[/-]", re.IGNORECASE)
_LEAST_TOPICS = 2
_MOSTLY = 0.6
"""Share of a box's letters in links to pages of topics from which on it is a row of tags."""
_LONGEST_ASIDE = 300
"""Letters of the longest text of an inline element that is taken out of its block."""
_ALL_BOLD = 0.9


class Segments(NamedTuple):
    """A page cut into blocks and boxes, boxes before those that stand in them, and the places of times and pictures."""

    blocks: list[Block]
    boxes: list[Box]
    places: list[Place]
    scopes: dict[Any, int]
    """The number of the innermost box of each lxml element with an ``itemscope``, -1 for none."""


_Aside = tuple[Any, dict[str, str], Label]
"""An inline element whose text is a block of its own: element, attributes, and what they tell."""


class Segmenter:
    """Takes start tags, text and end tags in page order; leaves blocks and boxes."""

    def __init__(self, site: str | None = None, most: int = MAX_BLOCKS) -> None:
        """site: the page's host name, by which links to other sites are told. most: blocks that the page may have."""
        self._most = most
        self._owner = owner_of(site) if site else None
        self.blocks: list[Block] = []
        self.boxes: list[BoxDraft] = []
        """Those without blocks are left out at the end."""
        self._places: list[Noted] = []
        self._scopes: list[tuple[Any, OpenElement, Any]] = []
        self._aside_boxes: dict[Any, int] = {}
        self._names: dict[str, str] = {}
        self._own = RunningText()
        self._text = self._own
        self._aside: _Aside | None = None
        self._asides: list[tuple[RunningText, _Aside]] = []
        self._in_link = self._in_bold = self._lists = 0
        self._leads_away = self._leads_nowhere = False
        self._addresses: list[str | None] = [None]
        """Of the links that are open, the innermost last."""
        self._within: list[Noted] = []
        """Those noted within the block that has begun."""
        self._kinds: list[tuple[Kind, int | None]] = [("paragraph", None)]
        self._open: list[OpenElement] = [OpenElement("", None, None)]
        self._tables: list[Table] = []
        self._preformatted = self._breaks = 0
        self._lines: list[Lines] = []

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
            if self._preformatted:
                self.text("\n")
            else:
                self._flush()
                self._breaks += 1
        else:
            self._start_block(tag, element)

    def _start_inline(self, tag: str, element: Any) -> None:
        if tag == "a":
            if self._open[-1].is_row():
                self._flush()
            self._start_link(element)
        elif tag in _BOLD:
            self._in_bold += 1
        elif tag in _NOTED:
            self.note(element)
        if self._aside is None and (attributes := dict(element.items())):
            told = role_of_markup(tag, attributes)
            if told is not None and not (told.role == "summary" and self._kinds[-1][0] == "heading"):
                self._aside = element, attributes, told
                self._text = RunningText()
                self._text.clear(self._addresses[-1])
                self._text.starts = [0] if self._in_link else []

    def _start_link(self, anchor: Any) -> None:
        address = anchor.get("href")
        self._in_link += 1
        self._addresses.append(kept_address(address))
        self._text.mark(self._addresses[-1])
        self._leads_away = self._owner is not None and leads_away(address, self._owner)
        self._leads_nowhere = leads_nowhere(anchor)
        self._open[-1].links += 1
        if address and _TOPIC.search(address):
            self._open[-1].topics += 1

    def note(self, element: Any) -> None:
        """Notes where the element stands that has begun: it is a picture or states a time."""
        self._places.append(Noted(element, len(self.blocks), self._open[-1]))
        if self._own.parts:
            self._within.append(self._places[-1])

    def scope(self, element: Any) -> None:
        """Notes where the element stands that has begun: it is an item of microdata."""
        self._scopes.append((element, self._open[-1], self.aside))

    def _start_block(self, tag: str, element: Any) -> None:
        self._flush()
        self._breaks = 0
        self._open.append(OpenElement(intern(tag), element, self._open[-1]))
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
                    opened.box = self._new_box(opened.tag, above, opened.attributes, told)
                above = opened.box
        return innermost.box

    def _new_box(self, tag: str, above: int, attributes: dict[str, str], told: Label | None) -> int:
        at = len(self.blocks)
        names = names_of(attributes)
        self.boxes.append(BoxDraft(at, at, above, tag, self._names.setdefault(names, names), told))
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
            self._tables.append(Table(len(self.blocks), len(self.boxes), len(self._places)))
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "tr" and self._tables:
            self._tables[-1].start_row(element)
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].start_cell(element, len(self.blocks))

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
                if self._leads_nowhere:
                    current.inner += length
                elif self._leads_away:
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
            self._addresses.pop()
            self._text.mark(self._addresses[-1])
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
        self._own.extend(read)

    def _end_block(self, tag: str, element: Any) -> None:
        self._flush()
        self._breaks = 0
        ended = self._open.pop()
        above = self._open[-1]
        above.links, above.topics = above.links + ended.links, above.topics + ended.topics
        if tag in _TELLING_BLOCKS:
            self._end_kind(tag, ended.box)
        if ended.box >= 0:
            box = self.boxes[ended.box]
            box.end = len(self.blocks)
            all_topics = ended.topics >= _LEAST_TOPICS and ended.topics == ended.links
            if all_topics and tag != "p" and box.told is None and self._linked(box.first) >= _MOSTLY:
                box.told = Label("tags", "its links lead to pages of topics")

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
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].end_cell(len(self.blocks))
        elif tag == "table":
            self._end_table(box)

    def _flush(self) -> None:
        """Ends the block that has begun, and hands out those of inline elements in it."""
        own = self._own
        if not own.parts and not self._asides and self._aside is None:
            if own.starts:
                own.clear(self._addresses[-1])
            return
        if self._aside is not None:  # a block element in an inline one: the rest of it is no aside any more
            self._end_aside()
        number = len(self.blocks)
        self._end_text(own)
        own.clear(self._addresses[-1])
        for noted in self._within:
            noted.within = len(self.blocks) > number
        self._within.clear()
        for read, aside in self._asides:
            self._end_text(read, aside)
        self._asides.clear()

    def _end_text(self, read: RunningText, aside: _Aside | None = None) -> None:
        parts = read.parts
        if not parts:
            return
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        text = keep_lines(raw) if self._preformatted else tidy(raw)
        if not has_letters(text):
            if text and self._tables:
                self._tables[-1].note_sign(text)
            return
        box = self._box()
        if aside is not None:
            box = self._new_box(aside[0].tag, box, aside[1], aside[2])
            self.boxes[box].end += 1
            self._aside_boxes[aside[0]] = box
        kind, level = self._kinds[-1]
        size = len(text)
        linked = min(read.linked, size)
        if read.inner and (kind == "heading" or closes_prose(text)):
            # What leads nowhere else is a heading or a sentence like others; buttons and skip links stay links.
            linked = min(read.linked - read.inner, size)
        if len(self.blocks) >= self._most:
            raise too_many_blocks(self._most)
        if self._breaks:
            self._note_line(box)
        self.blocks.append(
            Block(
                text=text,
                kind=kind,
                level=level,
                link_density=round(linked / size, 3) if linked else 0.0,
                external_density=round(min(read.external, size) / size, 3) if read.external else 0.0,
                link_starts=link_starts(text, read) if linked and not self._preformatted else (),
                links=links_of(text, read),
                bold=read.bold >= _ALL_BOLD * size,
                tag=self._open[-1].tag,
                box=box,
            )
        )

    def _note_line(self, box: int) -> None:
        """Notes that the block to come is a line behind the last one, if nothing but ``<br>`` parts them."""
        number, breaks, self._breaks = len(self.blocks), self._breaks, 0
        if not number or self.blocks[-1].box != box:
            return
        if not self._lines or self._lines[-1].end != number:
            self._lines.append(Lines(number - 1, number))
        self._lines[-1].end += 1
        if breaks > 1:
            self._lines[-1].gaps.add(number)

    def _end_table(self, table_box: int) -> None:
        table = self._tables.pop()
        held = self.blocks[table.first :]
        if self._tables:
            self._tables[-1].nested = True
        if not table.is_data(held):
            return
        grid = table.grid(self.blocks)
        size = max(1, sum(len(block.text) for block in held))
        self.blocks[table.first :] = table.outside(self.blocks)
        for box in self.boxes[table.boxes :]:
            box.first = box.end = table.first
        for noted in self._places[table.places :]:
            noted.block, noted.within = min(noted.block, len(self.blocks)), False
        while self._lines and self._lines[-1].first >= table.first:
            self._lines.pop()
        linked = round(sum(len(block.text) * (block.link_density or 0.0) for block in held) / size, 3)
        external = round(sum(len(block.text) * block.external_density for block in held) / size, 3)
        self.blocks.append(
            Block(
                text=join_cells(grid.rows), kind="table", rows=grid.rows, header_rows=grid.header_rows,
                link_density=linked, external_density=external, links=grid.links, tag="table", box=table_box,
            )
        )  # fmt: skip

    def segments(self) -> Segments:
        """What was read; boxes without blocks are left out, and what stood in them stands in the box around them."""
        self._flush()
        self._join_lines()
        boxes, number, kept = finished_boxes(self.boxes)
        for block in self.blocks:
            _set_box(block, number)
        asides = {element: number[box] for element, box in self._aside_boxes.items() if kept[box]}
        own = {opened: innermost(opened, number, kept) for _, opened, _ in self._scopes}
        scopes = {element: asides.get(aside, own[opened]) for element, opened, aside in self._scopes}
        return Segments(self.blocks, boxes, [place(noted, number, kept) for noted in self._places], scopes)

    def _join_lines(self) -> None:
        """Joins lines that were wrapped, and has boxes and places count blocks anew."""
        joined = join_lines(self.blocks, self._lines) if self._lines else None
        if joined is None:
            return
        self.blocks, number = joined
        for box in self.boxes:
            box.first, box.end = number[box.first], number[box.end]
        for noted in self._places:
            noted.block = number[noted.block]


def _set_box(block: Block, number: list[int]) -> None:
    box = number[block.box] if block.box is not None and block.box >= 0 else -1
    object.__setattr__(block, "box", box if box >= 0 else None)  # the block was not handed out yet


def segment(root: Any, site: str | None = None, most: int = MAX_BLOCKS) -> Segments:
    """The blocks and boxes of an lxml tree without comments and processing instructions.

    site, most: as in `Segmenter`.
    """
    segmenter = Segmenter(site, most)
    start, text, end = segmenter.start, segmenter.text, segmenter.end
    has_scopes = bool(root.xpath("boolean(descendant-or-self::*[@itemscope])"))
    open_elements: list[Any] = []
    for element in chain(root.iter(), (None,)):
        parent = None if element is None else element.getparent()
        while open_elements and open_elements[-1] is not parent:
            closed = open_elements.pop()
            if closed.tag not in _PLAIN or closed is segmenter.aside:
                end(closed.tag, closed)
            words = closed.tail if open_elements else None
            if words and not (words.isspace() and not segmenter.begun):
                text(words)
        if element is None:
            break
        open_elements.append(element)
        tag = element.tag
        if tag not in _PLAIN or element.attrib:
            start(tag, element)
            if tag in ELEMENTS_WITH_TIMES and states_time(element):
                segmenter.note(element)
            if has_scopes and element.get("itemscope") is not None:
                segmenter.scope(element)
        words = element.text
        if words and not (words.isspace() and not segmenter.begun):
            text(words)
    return segmenter.segments()
