"""Hands an lxml element to BeautifulSoup without writing it out as markup and parsing it again.

BeautifulSoup takes any `TreeBuilder`; this one walks the lxml tree. Nothing is parsed, so no limit of a parser cuts
depth or text, and elements without text or pictures are not built at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder import TreeBuilder
from lxml import etree

from newsx.read.markup import role_of_markup
from newsx.read.pieces import INLINE, PLAIN, Span

_ATTRIBUTES = frozenset(
    "class id style hidden role href aria-hidden aria-label itemtype itemprop colspan datetime".split()
)
_PICTURES = frozenset(("img", "amp-img"))


def to_soup(element: etree._Element, spans: Iterable[Span]) -> tuple[Tag, dict[int, Span]]:
    """The BeautifulSoup twin of an lxml element, without what follows it.

    spans: of the page's block elements, see `newsx.read.pieces`; one that holds neither text nor a picture is left out.

    Returns the twin, and the span of each block element in it, by the ``id`` of its tag.
    """
    builder = _FromElement({span.element: span for span in spans})
    soup = BeautifulSoup(element, builder=builder)  # type: ignore[arg-type]
    return next(child for child in soup.children if isinstance(child, Tag)), builder.built


class _FromElement(TreeBuilder):
    """Builds a soup from an lxml element; what its classes say stays one string."""

    def __init__(self, spans: Mapping[etree._Element, Span]) -> None:
        super().__init__(multi_valued_attributes={}, store_line_numbers=False)
        self._spans = spans
        self.built: dict[int, Span] = {}

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Iterator[tuple[Any, None, None, bool]]:
        """The element itself, in the one way there is to read it."""
        yield markup, None, None, False

    def feed(self, markup: Any) -> None:
        """Walks the element and calls the soup's handlers."""
        soup = self.soup
        assert soup is not None
        start, end, data = soup.handle_starttag, soup.handle_endtag, soup.handle_data
        walk = etree.iterwalk(markup, events=("start", "end"))
        skipped = None
        for event, element in walk:
            tag = element.tag
            if tag in PLAIN and not _may_tell(element):
                text = element.text if event == "start" else element.tail
                if text and (event == "start" or element is not markup):
                    data(text)
            elif event == "start":
                if tag not in INLINE:
                    span = self._spans.get(element)
                    if span is None and tag != "br" and _is_empty(element):
                        walk.skip_subtree()
                        skipped = element
                        continue
                built = start(tag, None, None, {key: value for key, value in element.items() if key in _ATTRIBUTES})
                if tag not in INLINE and span is not None:
                    self.built[id(built)] = span
                if element.text:
                    data(element.text)
            else:
                if element is not skipped:
                    end(tag)
                if element.tail and element is not markup:
                    data(element.tail)


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
