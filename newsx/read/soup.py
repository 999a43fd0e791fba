"""Hands an lxml element to BeautifulSoup without writing it out as markup and parsing it again.

The twin is made of BeautifulSoup's tags and strings, linked as its own parsers link them. Nothing is parsed, so no
limit of a parser cuts depth or text, and elements without text or pictures are not built at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bs4 import Tag
from bs4.element import NavigableString
from lxml import etree

from newsx.read.markup import role_of_markup
from newsx.read.pieces import INLINE, PLAIN, Span

_ATTRIBUTES = frozenset(
    "class id style hidden role href aria-hidden aria-label itemtype itemprop colspan datetime".split()
)
_PICTURES = frozenset(("img", "amp-img"))


def to_soup(element: etree._Element, spans: Iterable[Span]) -> tuple[Tag, dict[int, Span]]:
    """The BeautifulSoup twin of an lxml element, without what follows it; class names stay one string.

    spans: of the page's block elements, see `newsx.read.pieces`; one that holds neither text nor a picture is left out.

    Returns the twin, and the span of each block element in it, by the ``id`` of its tag.
    """
    by_element = {span.element: span for span in spans}
    built: dict[int, Span] = {}
    twin = _Twin()
    walk = etree.iterwalk(element, events=("start", "end"))
    without_tag = set()
    for event, node in walk:
        tag = str(node.tag)
        if event == "start":
            if tag in PLAIN and not _may_tell(node):
                without_tag.add(node)
            else:
                span = None if tag in INLINE else by_element.get(node)
                if span is None and tag not in INLINE and tag != "br" and _is_empty(node):
                    walk.skip_subtree()
                    without_tag.add(node)
                    continue
                made = twin.start(tag, {key: value for key, value in node.items() if key in _ATTRIBUTES})
                if span is not None:
                    built[id(made)] = span
            text = node.text
        else:
            if node not in without_tag:
                twin.end()
            text = node.tail if node is not element else None
        if text:
            twin.texts.append(text)
    return twin.root, built


class _Twin:
    """A BeautifulSoup tree while it is built."""

    def __init__(self) -> None:
        self.root: Any = None
        self.texts: list[str] = []
        """Text since the last tag."""
        self._open: list[Tag] = []
        self._last: Any = None
        """What was built last, of tags and strings."""

    def start(self, name: str, attributes: dict[str, str]) -> Tag:
        """Opens a tag below the innermost open one."""
        parent = self._open[-1] if self._open else None
        if self.texts:
            self._end_text()
        tag = Tag(name=name, parent=parent, previous=self._last)
        tag.attrs = attributes  # type: ignore[assignment]  # a plain dict will do, and is four times as fast
        if parent is None:
            self.root = tag
        else:
            parent.contents.append(tag)
        self._open.append(tag)
        self._last = tag
        return tag

    def end(self) -> None:
        """Closes the innermost open tag."""
        if self.texts:
            self._end_text()
        self._open.pop()

    def _end_text(self) -> None:
        text = "".join(self.texts)
        self.texts.clear()
        string = NavigableString(" " if text.isspace() else text)
        parent = self._open[-1]
        string.setup(parent, self._last)
        parent.contents.append(string)
        self._last = string


def _may_tell(element: etree._Element) -> bool:
    """Whether an inline element that leaves its text as it is may yet be a box of its own, by its attributes."""
    if element.tag in _PICTURES or element.tag == "time":
        return True
    attributes = dict(element.items())
    return bool(attributes) and role_of_markup(str(element.tag), attributes) is not None


def _is_empty(element: etree._Element) -> bool:
    if next(element.iter(*_PICTURES), None) is not None:
        return False
    return all(text.isspace() for text in element.itertext())
