"""What stands in and around the story and is no text of it: time elements, pictures with their captions, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from newsx.page import PageImage, PageTime
from newsx.read.markup import names_of, role_of_markup
from newsx.text.clean import clean

if TYPE_CHECKING:
    from lxml import etree

_HINT_LEVELS = 4
_MOST_IMAGES = 12
_MOST_TIMES = 200
_MOST_PROPERTIES = 1000
_SMALLEST = 80
"""Pixels of width or height below which a picture is an icon."""
_LONGEST_CAPTION = 400
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "src")
_OTHER_BOXES = frozenset(
    ("navigation", "footer", "related", "read_also", "comments", "ad", "promo", "bio", "share", "hidden", "other")
)
_CREDIT_NAMES = re.compile(r"credit|copyright|photographer|source|courtesy|image-?author|photo-?by", re.IGNORECASE)
_VALUE_ATTRIBUTES = ("content", "datetime", "href", "src", "value")
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_LONGEST_SRCSET = 16_384
"""Characters of a `srcset` that are read: it lists addresses; one that holds the pictures themselves is longer."""
_MOST_DIGITS = 6
_END_OF_CANDIDATE = re.compile(r"(?<=\d)w,")
_LINK_LEVELS = 3
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*$")


class Around:
    """The elements of the story and of its headline, which tell where on the page a thing stands."""

    def __init__(self, story: etree._Element, headline: etree._Element | None) -> None:
        self.story = story
        self.headline = headline
        self._holders = {*story.iterancestors(), *(() if headline is None else headline.iterancestors())}
        self._known: dict[etree._Element, bool] = {}

    def is_elsewhere(self, element: etree._Element) -> bool:
        """Whether the element stands in a box of another purpose, or on a card away from the story."""
        passed: list[etree._Element] = []
        verdict: bool | None = False
        for above in element.iterancestors():
            verdict = self._known.get(above)
            if verdict is None:
                verdict = self._verdict(above)
                passed.append(above)
            if verdict is not None:
                break
        self._known.update(dict.fromkeys(passed, bool(verdict)))
        return bool(verdict)

    def _verdict(self, above: etree._Element) -> bool | None:
        """Whether what stands in the element stands elsewhere, None where what holds the element decides."""
        if above is self.story or above.tag in ("body", "html"):
            return False
        if above.tag in ("nav", "aside", "footer"):
            return True
        if above in self._holders:
            return None
        label = role_of_markup(str(above.tag), dict(above.items()))
        return True if above.tag == "article" or (label is not None and label.role in _OTHER_BOXES) else None


def times(elements: Iterable[etree._Element], around: Around | None) -> Iterator[PageTime]:
    """Those of a page's ``<time>`` elements that may be the story's own, not those of cards, menus and comments.

    The hints are class names and ids from the outermost to the element's own, parted by ``/``.
    """
    for element in islice(elements, _MOST_TIMES):
        if around is not None and around.is_elsewhere(element):
            continue
        value, text = element.get("datetime"), clean("".join(element.itertext()))
        if value or text:
            yield PageTime(value.strip() if value else None, text or None, _hints(element))


def images(root: etree._Element, around: Around) -> Iterator[PageImage]:
    """The pictures of the story and of what stands between its headline and its text, in page order."""
    place = _common_ancestor(around)
    is_open = place.tag not in ("body", "html")
    count = 0
    marks = [str(mark.tag) for mark in (around.story, around.headline) if mark is not None]
    for element in place.iter("img", "amp-img", *marks):
        if element is around.headline or element is around.story:
            is_open = True
        if not is_open or element.tag not in ("img", "amp-img"):
            continue
        if _is_icon(element) or around.is_elsewhere(element):
            continue
        address = _address(element)
        if address is None:
            continue
        caption, credit = _caption(element)
        yield PageImage(address, caption, credit, clean(element.get("alt") or "") or None)
        count += 1
        if count == _MOST_IMAGES:
            return


def microdata(root: etree._Element, around: Around | None) -> dict[str, tuple[str, ...]]:
    """The values of the story's item by lower-case property name (https://html.spec.whatwg.org/multipage/microdata.html).

    An item in the value of a property gives its name; what else stands in it is not the story's. Items that neither
    hold the story nor stand in it, such as cards of other stories, are left out. RDFa properties count the same.
    """
    found: dict[str, list[str]] = {}
    named = ((element, _property_names(element)) for element in root.iter())
    for element, properties in islice(((element, names) for element, names in named if names), _MOST_PROPERTIES):
        scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
        if scope is not None and scope.get("itemprop") is not None:
            continue
        if scope is not None and around is not None and not _is_storys(scope, around):
            continue
        value = _property_value(element)
        if value:
            for name in properties.split():
                found.setdefault(name.split(":")[-1].lower(), []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _property_names(element: etree._Element) -> str | None:
    return element.get("itemprop") or (element.get("property") if element.tag != "meta" else None)


def _is_storys(scope: etree._Element, around: Around) -> bool:
    holders = {scope, *scope.iterancestors()}
    if around.story in holders:
        return scope.tag != "article" or scope is around.story
    held = {around.story, *around.story.iterancestors()}
    return scope in held or (around.headline is not None and scope in set(around.headline.iterancestors()))


def _property_value(element: etree._Element) -> str | None:
    if element.get("itemscope") is not None:
        for key in ("name", "headline", "url"):
            inner = element.find(f'.//*[@itemprop="{key}"]')
            if inner is not None and (value := _own_value(inner)):
                return value
        return clean("".join(element.itertext())) or None
    return _own_value(element)


def _own_value(element: etree._Element) -> str | None:
    for attribute in _VALUE_ATTRIBUTES:
        value = element.get(attribute)
        if value and (attribute not in ("href", "src") or element.tag in ("link", "img", "a")):
            if element.tag == "a" and (text := clean("".join(element.itertext()))):
                return text
            return clean(value)
    return clean("".join(element.itertext())) or None


def _common_ancestor(around: Around) -> etree._Element:
    if around.headline is None:
        return around.story
    above = {around.story, *around.story.iterancestors()}
    if around.headline in above:
        return around.story
    return next(element for element in around.headline.iterancestors() if element in above)


def _hints(element: etree._Element) -> str:
    names = [names_of(element)]
    for above in element.iterancestors():
        if len(names) > _HINT_LEVELS:
            break
        names.append(names_of(above))
    return "/".join(reversed(names)).lower()


def _address(element: etree._Element) -> str | None:
    """The address of a picture in its fullest size: what it links to, the largest of its `srcset`, else its own."""
    link = next(
        (above.get("href") for above in islice(element.iterancestors(), _LINK_LEVELS) if above.tag == "a"), None
    )
    if link and _PICTURE_FILE.search(link):
        return str(link).strip()
    for attribute in ("srcset", "data-srcset"):
        if largest := _largest(element.get(attribute) or ""):
            return largest
    for attribute in _ADDRESSES:
        value = (element.get(attribute) or "").strip()
        if value and not value.startswith("data:"):
            return str(value)
    return None


def _largest(srcset: str) -> str | None:
    """The candidate of a `srcset` with the greatest width (https://html.spec.whatwg.org/multipage/images.html#srcset)."""
    best: tuple[int, str] | None = None
    for address, size in pairwise(_END_OF_CANDIDATE.sub("w, ", srcset[:_LONGEST_SRCSET]).split()):
        width = size.rstrip(",").removesuffix("w")
        if width.isdecimal() and width != size.rstrip(",") and not address.startswith("data:"):
            best = max(best or (0, ""), (int(width[:_MOST_DIGITS]), address))
    return best[1] if best else None


def _is_icon(element: etree._Element) -> bool:
    for attribute in ("width", "height"):
        match = _PIXELS.match(element.get(attribute) or "")
        if match and 0 < int(match[1]) < _SMALLEST:
            return True
    return False


def _caption(element: etree._Element) -> tuple[str | None, str | None]:
    """Caption and credit: of the figure that holds the picture, else the few words that share its innermost box."""
    figure = next((above for above in element.iterancestors("figure")), None)
    if figure is not None:
        holder = figure.find(".//figcaption")
        return _split_credit(figure if holder is None else holder)
    for above in element.iterancestors():
        if above.tag in ("body", "article", "main"):
            break
        length = _length(above)
        if length:
            return _split_credit(above) if length <= _LONGEST_CAPTION and above.tag != "p" else (None, None)
        following = above.getnext()
        if following is not None:
            label = role_of_markup(str(following.tag), dict(following.items()))
            if label is not None and label.role == "caption":
                return _split_credit(following)
    return None, None


def _length(element: etree._Element) -> int:
    """Letters of an element's text, counted until they are too many for a caption."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _LONGEST_CAPTION:
            break
    return length


def _split_credit(holder: etree._Element) -> tuple[str | None, str | None]:
    credits = [
        element
        for element in holder.iter()
        if element is not holder and _CREDIT_NAMES.search(names_of(element)) and clean("".join(element.itertext()))
    ]
    text = clean(" ".join(holder.itertext()))
    if not credits:
        return text or None, None
    credit = clean(" ".join(credits[0].itertext()))
    caption = clean(text.replace(credit, " ", 1))
    return caption or None, credit or None
