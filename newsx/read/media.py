"""The pictures of a page with the text that goes with them, and its time elements, each with its place."""

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

    from newsx.read.segment import Place

_HINT_LEVELS = 4
_MOST_IMAGES = 400
_MOST_TIMES = 200
_SMALLEST = 80
"""Pixels of width or height below which a picture is an icon."""
_LONGEST_CAPTION = 400
_LONGEST_SRCSET = 16_384
"""Characters of a `srcset` that are read: it lists addresses, and one that holds pictures themselves is longer."""
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "src")
_CREDIT_NAMES = re.compile(r"credit|copyright|photographer|source|courtesy|image-?author|photo-?by", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_LINK_LEVELS = 3
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*$")


def times(places: Iterable[Place]) -> Iterator[PageTime]:
    """The ``<time>`` elements of a page.

    The hints are class names and ids from the outermost to the element's own, parted by ``/``.
    """
    for place in islice((place for place in places if place.element.tag == "time"), _MOST_TIMES):
        value, text = place.element.get("datetime"), clean("".join(place.element.itertext()))
        if value or text:
            hints = _hints(place.element)
            yield PageTime(value.strip() if value else None, text or None, hints, place.box, place.aside)


def images(places: Iterable[Place]) -> Iterator[PageImage]:
    """The pictures of a page that are no icons, in page order."""
    found = (place for place in places if place.element.tag != "time" and not _is_icon(place.element))
    for place in islice(found, _MOST_IMAGES):
        address = _address(place.element)
        if address is None:
            continue
        caption, credit = _caption(place.element)
        alternative = clean(place.element.get("alt") or "") or None
        yield PageImage(address, caption, credit, alternative, place.block, place.box, place.aside)


def _hints(element: etree._Element) -> str:
    names = [names_of(element), *map(names_of, islice(element.iterancestors(), _HINT_LEVELS))]
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
    words = srcset[:_LONGEST_SRCSET].split()
    best: tuple[int, str] | None = None
    for address, size in pairwise(words):
        width = size.rstrip(",")
        if width.endswith("w") and width[:-1].isdigit() and len(width) < 8 and not address.startswith("data:"):
            best = max(best or (0, ""), (int(width[:-1]), address))
    return best[1] if best else None


def _is_icon(element: etree._Element) -> bool:
    for attribute in ("width", "height"):
        match = _PIXELS.match((element.get(attribute) or "")[:16])
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
