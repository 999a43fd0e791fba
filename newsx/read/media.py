"""The pictures of a page with the text that goes with them, and its time elements, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from newsx.lines.picture_addresses import is_larger, picture_name
from newsx.page import Label, PageImage, PageTime, Role
from newsx.read.block_text import kept_address
from newsx.read.limits import Limits
from newsx.read.markup import names_of, role_of_markup
from newsx.text.clean import clean
from newsx.text.sentences import closes_prose

if TYPE_CHECKING:
    from lxml import etree

    from newsx.read.boxes import Place

_HINT_LEVELS = 4
_SMALLEST = 80
"""Pixels of width or height below which a picture is an icon."""
_LONGEST_CAPTION = 400
_LISTS = ("srcset", "data-srcset", "data-lazy-srcset")
_ADDRESSES = (
    *("data-orig-file", "data-large-file", "data-full-src", "data-full", "data-hi-res-src", "data-zoom-src"),
    *("data-src", "data-original", "data-original-src", "data-lazy-src", "data-lazy", "data-url", "data-img-src"),
    *("data-img-url", "data-img", "data-image", "data-echo", "data-actualsrc", "src"),
)
_LEAST_WIDTH, _LEAST_DENSITY = 200, 1.5
"""Sizes below which what a list names may be a preview, and the picture's own address the whole."""
_NO_ADDRESS = ("data:", "blob:", "about:", "javascript:", "{")
_SIZE = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)([wx])(?=$|,)")
_LAYOUTS_WITH_RATIO = frozenset(("responsive", "fill", "flex-item"))
_TIME_ATTRIBUTES = ("datetime", "title", "data-datetime", "data-timestamp", "data-time", "data-date", "data-iso")
ELEMENTS_WITH_TIMES = frozenset(("abbr", "span", "amp-timeago", "relative-time", "time-ago", "local-time"))
"""Elements other than ``<time>`` that may state a time in an attribute."""
_PICTURES = frozenset(("img", "amp-img"))
_WITH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)|^\d{10}(?:\d{3})?$")
_ISO_START = re.compile(r"(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:\D|$)")
_TIME_NAMES = re.compile(r"(?<![a-z])(?:date|time|timeago|timestamp|published|updated)(?![a-z])", re.IGNORECASE)
_CREDIT_NAMES = re.compile(r"credit|copyright|photographer|source|courtesy|image-?author|photo-?by", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_LINK_LEVELS = 3
_HOLDERS = 4
"""Elements, its own first, whose names may be those of a picture."""
_PICTURE_LEVELS = _MOST_SOURCES = 12
_TEXTS = ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
_PICTURE_NAMES = re.compile(r"caption|image|img|photo|pic(?:ture)?s?(?![a-z])|figure|gallery|slide", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*$")


def times(places: Iterable[Place], limits: Limits) -> Iterator[PageTime]:
    """The times of a page that elements state: ``<time>`` and its like, in page order.

    Its like are those of hAtom (https://microformats.org/wiki/datetime-design-pattern), which blogs still write, and
    elements of AMP and GitHub that show how long ago a time is. The hints are class names and ids from the outermost to
    the element's own, parted by ``/``.
    """
    for place in limits.first("time", (place for place in places if place.element.tag not in _PICTURES)):
        value, text = _stated(place.element), clean("".join(place.element.itertext()))
        if value and not limits.keeps("time", value):
            value = None
        if value or text:
            yield PageTime(value, text or None, _hints(place.element), place.box, place.aside)


def _stated(element: etree._Element) -> str | None:
    """The time in an element's attributes: the first that holds a year, or seconds since 1970, else its `datetime`."""
    values = [value.strip() for name in _TIME_ATTRIBUTES if (value := element.get(name))]
    return next(
        (value for value in values if _WITH_YEAR.search(value)), (element.get("datetime") or "").strip() or None
    )


def states_time(element: etree._Element) -> bool:
    """Whether an element of `ELEMENTS_WITH_TIMES` states a time in an attribute."""
    if element.tag not in ("abbr", "span"):
        return _stated(element) is not None
    value = element.get("title")
    if value is None:
        return False
    value = value.strip()
    # Other titles are words written out, which may hold a year as well.
    named = _TIME_NAMES.search(names_of(element)) is not None
    return _ISO_START.match(value) is not None or (named and _WITH_YEAR.search(value) is not None)


def images(places: Iterable[Place], limits: Limits) -> Iterator[PageImage]:
    """The pictures of a page that are no icons, in page order; of a preview and what replaces it the latter."""
    found = (place for place in places if place.element.tag in _PICTURES and not _is_icon(place.element))
    kept: list[PageImage] = []
    last: etree._Element | None = None
    captions = _Captions()
    for place in limits.first("picture", found):
        link = _link(place.element) or None
        address = _address(place.element, link, limits)
        if address is None:
            continue
        caption, credit = captions.of(place.element)
        alternative = clean(place.element.get("alt") or "") or None
        names, told = _purpose(place.element)
        image = PageImage(
            address, caption, credit, alternative, place.block, place.box, place.aside,
            last is not None and _replaced(place.element) is last, place.shown_before,
            kept_address(link), names, told,
        )  # fmt: skip
        if kept and _is_same(kept[-1], image):
            larger = is_larger(image.url, kept[-1].url)
            kept[-1] = replace(kept[-1], url=image.url if larger else kept[-1].url, alt=kept[-1].alt or image.alt)
        else:
            kept.append(image)
            last = last if image.is_copy else place.element
    return iter(kept)


def _replaced(element: etree._Element) -> etree._Element | None:
    """The picture in whose place a browser without scripts shows this one, as AMP and pages that load late have it."""
    for holder in islice(element.iterancestors(), _LINK_LEVELS):
        before = holder.getprevious() if holder.tag == "noscript" else None
        if holder.tag == "amp-img":
            return holder
        if before is not None and before.tag in (*_PICTURES, "picture"):
            return before if before.tag in _PICTURES else next(before.iter(*_PICTURES), None)
    return None


def _is_same(before: PageImage, image: PageImage) -> bool:
    """Whether two pictures with no text between them are one in two sizes."""
    if before.block != image.block or before.box != image.box:
        return False
    name = picture_name(image.url)
    return name != "" and name == picture_name(before.url)


def _hints(element: etree._Element) -> str:
    names = [names_of(element), *map(names_of, islice(element.iterancestors(), _HINT_LEVELS))]
    return "/".join(reversed(names)).lower()


def _link(element: etree._Element) -> str | None:
    """The address that a picture leads to."""
    anchor = next((above for above in islice(element.iterancestors(), _LINK_LEVELS) if above.tag == "a"), None)
    return None if anchor is None else anchor.get("href")


def _purpose(element: etree._Element) -> tuple[str, Role | None]:
    """Names of a picture and of the elements that hold nothing else, and what these tell of its purpose."""
    names: list[str] = []
    told: Label | None = None
    holder = element
    for _ in range(_HOLDERS):
        names.append(names_of(holder))
        told = told or role_of_markup(str(holder.tag), dict(holder.items()))
        above = holder.getparent()
        if above is None or holder.getprevious() is not None or holder.getnext() is not None:
            break
        if (above.text and above.text.strip()) or (holder.tail and holder.tail.strip()):
            break
        holder = above
    return " ".join(filter(None, names)), None if told is None else told.role


def _address(element: etree._Element, link: str | None, limits: Limits) -> str | None:
    """The address of a picture in its fullest size: what it links to, the largest that it lists, else its own."""
    if link and _PICTURE_FILE.search(link):
        return str(link).strip()
    # lxml takes `source` for an element with content, so the picture's `img` stands in it.
    holders = islice(element.iterancestors(), _PICTURE_LEVELS)
    picture = next((above for above in holders if above.tag == "picture"), None)
    sources = islice(picture.iter("source"), _MOST_SOURCES) if picture is not None else ()
    listed = [
        candidate
        for holder in (element, *sources)
        for attribute in _LISTS
        for srcset in [holder.get(attribute) or ""]
        if limits.keeps("srcset", srcset)
        for candidate in _candidates(srcset)
    ]
    largest = max(listed, key=lambda candidate: candidate[:2], default=None)
    if largest is not None and largest[1] >= (_LEAST_WIDTH if largest[0] else _LEAST_DENSITY):
        return largest[2]
    own = ((element.get(attribute) or "").strip() for attribute in _ADDRESSES)
    return next((address for address in own if _is_address(address)), None) or (largest[2] if largest else None)


def _is_address(text: str) -> bool:
    return text != "" and not text.startswith(_NO_ADDRESS)


def _candidates(srcset: str) -> Iterator[tuple[bool, float, str]]:
    """The candidates of a `srcset` (https://html.spec.whatwg.org/multipage/images.html#srcset).

    Of each whether it tells a width, which is surer than a density, the size, and the address.
    """
    address = ""
    for word in srcset.split():
        size = _SIZE.match(word)
        if size is not None and _is_address(address):
            yield size[2] == "w", float(size[1]), address
            address = word[size.end() :].lstrip(",")  # pages leave out the space behind the comma
            continue
        if _is_address(address):
            yield False, 1.0, address.rstrip(",")
        address = "" if size is not None else word.lstrip(",")
    if _is_address(address):
        yield False, 1.0, address


def _is_icon(element: etree._Element) -> bool:
    if element.get("layout") in _LAYOUTS_WITH_RATIO:  # of AMP: 16 by 9
        return False
    for attribute in ("width", "height"):
        match = _PIXELS.match((element.get(attribute) or "")[:16])
        if match and 0 < int(match[1]) < _SMALLEST:
            return True
    return False


class _Captions:
    """Captions and credits of a page's pictures; what holds many of them is read once."""

    def __init__(self) -> None:
        self._lengths: dict[etree._Element, int] = {}
        self._read: dict[etree._Element, tuple[str | None, str | None]] = {}

    def of(self, element: etree._Element) -> tuple[str | None, str | None]:
        """Caption and credit: of the figure that holds the picture, else the few words in its innermost box."""
        figure = next((above for above in element.iterancestors("figure")), None)
        if figure is not None:
            return self._of_holder(figure)
        for above in element.iterancestors():
            if above.tag in ("body", "article", "main"):
                break
            length = self._length(above)
            if length:
                return self._of_holder(above) if length <= _LONGEST_CAPTION and _may_caption(above) else (None, None)
            following = above.getnext()
            if following is not None:
                label = role_of_markup(str(following.tag), dict(following.items()))
                if label is not None and label.role == "caption":
                    return self._of_holder(following)
        return None, None

    def _of_holder(self, holder: etree._Element) -> tuple[str | None, str | None]:
        if holder not in self._read:
            caption = holder.find(".//figcaption") if holder.tag == "figure" else None
            self._read[holder] = _split_credit(holder if caption is None else caption)
        return self._read[holder]

    def _length(self, element: etree._Element) -> int:
        if element not in self._lengths:
            self._lengths[element] = _length(element)
        return self._lengths[element]


def _may_caption(holder: etree._Element) -> bool:
    """Whether the words beside a picture may go with it: sentences, items, headings and cells stand for themselves.

    A paragraph of no sentence may, and any in a box that is named for its picture.
    """
    if holder.tag in _TEXTS:
        return False
    if _PICTURE_NAMES.search(names_of(holder)):
        return True
    own = [element for element in holder.iter(*_TEXTS) if element is not holder]
    return all(element.tag == "p" and not closes_prose("".join(element.itertext()).strip()) for element in own)


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
