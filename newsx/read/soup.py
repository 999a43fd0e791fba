"""Hands an lxml element to BeautifulSoup without writing it out as markup and parsing it again.

BeautifulSoup takes any `TreeBuilder`; this one walks the lxml tree. Nothing is parsed, so no limit of a parser cuts
depth or text, and elements without text or pictures are not built at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder import TreeBuilder
from lxml import etree

_ATTRIBUTES = frozenset("class id style hidden role href aria-label itemtype itemprop colspan datetime".split())
_PICTURES = frozenset(("img", "amp-img"))


def to_soup(element: etree._Element) -> Tag:
    """The BeautifulSoup twin of an lxml element, without what follows it. Void elements other than pictures are left out."""
    soup = BeautifulSoup(element, builder=_FromElement())  # type: ignore[arg-type]
    return next(child for child in soup.children if isinstance(child, Tag))


class _FromElement(TreeBuilder):
    """Builds a soup from an lxml element; what its classes say stays one string."""

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None, store_line_numbers=False)

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Iterator[tuple[Any, None, None, bool]]:
        yield markup, None, None, False

    def feed(self, markup: Any) -> None:
        soup = self.soup
        assert soup is not None
        start, end, data = soup.handle_starttag, soup.handle_endtag, soup.handle_data
        for event, element in etree.iterwalk(markup, events=("start", "end")):
            tag = element.tag
            if event == "start":
                start(tag, None, None, {key: value for key, value in element.items() if key in _ATTRIBUTES})
                if element.text:
                    data(element.text)
            else:
                end(tag)
                if element.tail and element is not markup:
                    data(element.tail)
