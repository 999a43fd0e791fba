"""Microdata and RDFa of a page (https://html.spec.whatwg.org/multipage/microdata.html), each value with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newsx.page import PageProperty
from newsx.read.limits import Limits
from newsx.text.clean import clean

if TYPE_CHECKING:
    from lxml import etree

_LONGEST_VALUE = 2_000
"""Letters of a value that is looked at: what is longer is the story itself."""
_OTHER_ITEMS = frozenset(
    "Comment UserComments Person Organization NewsMediaOrganization Corporation Event Product Offer".split()
)
_MEDIA = frozenset("VideoObject AudioObject ImageObject MediaObject".split())
_VALUE_ATTRIBUTES = ("content", "datetime", "href", "src", "value")


def properties(root: etree._Element, scopes: Mapping[etree._Element, int], limits: Limits) -> Iterator[PageProperty]:
    """The values of a page's items by lower-case property name, in page order.

    An item in the value of a property gives its name; what else stands in it is left out. RDFa properties count the
    same. scopes: of the page's blocks, see `newsx.read.segment.Segments`.
    """
    named = ((element, _property_names(element)) for element in root.iter())
    for element, names in limits.first("property", ((element, names) for element, names in named if names)):
        scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
        if scope is not None and (scope.get("itemprop") is not None or _is_of_another(scope)):
            continue
        value = _value(element)
        if value:
            box = -1 if scope is None else scopes.get(scope, -1)
            is_article = scope is not None and scope.tag == "article"
            for name in (name.split(":")[-1].lower() for name in names.split()):
                if limits.keeps_named(name, value) and len(value) <= _LONGEST_VALUE:
                    yield PageProperty(name, value, box, is_article)


def _is_of_another(scope: etree._Element) -> bool:
    """Whether an item that is no property's value is no story's either: a comment, a person, a video in a story."""
    kind = (scope.get("itemtype") or "").rstrip("/ ").rpartition("/")[2]
    return kind in _OTHER_ITEMS or (kind in _MEDIA and any(_is_story(above) for above in scope.iterancestors()))


def _is_story(element: etree._Element) -> bool:
    return element.tag == "article" or (element.get("itemtype") or "").endswith(("Article", "Posting"))


def _property_names(element: etree._Element) -> str | None:
    return element.get("itemprop") or (element.get("property") if element.tag != "meta" else None)


def _value(element: etree._Element) -> str | None:
    if element.get("itemscope") is not None:
        for key in ("name", "headline", "url"):
            inner = element.find(f'.//*[@itemprop="{key}"]')
            if inner is not None and (value := _own_value(inner)):
                return value
        return clean("".join(element.itertext())) or None
    return _own_value(element)


def _own_value(element: etree._Element) -> str | None:
    if element.tag == "abbr" and (title := clean(element.get("title") or "")):  # hAtom's way of stating a time
        return title
    for attribute in _VALUE_ATTRIBUTES:
        value = element.get(attribute)
        if value and (attribute not in ("href", "src") or element.tag in ("link", "img", "a")):
            if element.tag == "a" and (text := clean("".join(element.itertext()))):
                return text
            return clean(value)
    return clean("".join(element.itertext())) or None
