"""Parses a page into an lxml tree, and takes out of it what nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsx.article import Warned

if TYPE_CHECKING:
    from lxml import etree

MAX_DEPTH = 1000
"""Levels of nesting that are kept; text below them moves up to this level."""

_UNSEEN = tuple(
    "script style template svg math canvas iframe object embed video audio "
    "input select option textarea map frameset frame dialog amp-ad amp-analytics amp-pixel amp-sidebar".split()
)

_POSTS = frozenset(("twitter-tweet", "twitter-video"))
_SOUGHT = (*_UNSEEN, "noscript", "title", "meta", "link", "a", "time")

Elements = dict[str, list["etree._Element"]]
"""Elements of one page in page order, by their tag."""

_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_NO_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE_FOR_FORM_FEED = bytes.maketrans(b"\x0c", b" ")


def without_controls(data: bytes) -> bytes:
    """A page in UTF-8 without the signs that XML has no place for; a form feed becomes a space.

    libxml2 reads them in text and names, and lxml then refuses to write them back when an element is taken out.
    """
    plain = data.translate(_SPACE_FOR_FORM_FEED, _CONTROLS)
    if b"\xef" not in plain:  # one byte is looked for ten times as fast as two
        return plain
    return plain.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")


def parse(data: bytes) -> tuple[etree._Element | None, tuple[Warned, ...]]:
    """The root element of a page, None where it holds no markup at all, and a warning where nesting was cut.

    data: the page in UTF-8.

    libxml2 gives up at 2,048 levels, whatever it is told, and drops what follows; only then the page is parsed
    a second time, deep levels flattened on the way.
    """
    from lxml import etree

    options: dict[str, Any] = {"encoding": "utf-8", "huge_tree": True, "no_network": True, "collect_ids": False}
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, **options)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None, ()
    if not parser.error_log.filter_from_fatals():
        return root, ()
    root = etree.fromstring(data, etree.HTMLParser(target=_Flattener(), **options))
    message = f"elements nested deeper than {MAX_DEPTH} levels were moved up to that level"
    return root, (Warned("deep_nesting", message),)


class _Flattener:
    """A parser target that builds the tree down to `MAX_DEPTH` and keeps the text of what lies deeper."""

    def __init__(self) -> None:
        from lxml import etree

        self._builder = etree.TreeBuilder()
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth <= MAX_DEPTH:
            self._builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        if self._depth <= MAX_DEPTH:
            self._builder.end(tag)
        self._depth -= 1

    def data(self, text: str) -> None:
        self._builder.data(text)

    def close(self) -> etree._Element:
        return self._builder.close()


def by_tag(root: etree._Element) -> Elements:
    """The elements of a page that its text is not read from, and its links, found in one walk."""
    found: Elements = {}
    for element in root.iter(*_SOUGHT):
        found.setdefault(str(element.tag), []).append(element)
    return found


def drop_unseen(elements: Elements) -> None:
    """Takes scripts, styles, form fields and their like out of their tree; the text around them stays.

    elements: of the tree, see `by_tag`. Of ``<noscript>`` those without text stay: they hold the pictures of pages
    that load them late.
    """
    for tag in _UNSEEN:
        for element in elements.get(tag, ()):
            drop(element)
    for element in elements.get("noscript", ()):
        if any(not text.isspace() for text in element.itertext()):
            drop(element)


def join_posts(root: etree._Element) -> None:
    """Makes one text of each post of a social network: its words and who wrote it; the link to it, its date, goes."""
    for post in [post for post in root.iter("blockquote") if not _POSTS.isdisjoint((post.get("class") or "").split())]:
        for link in [child for child in post if child.tag == "a"]:
            drop(link)
        text = " ".join(" ".join(post.itertext()).split())
        tail = post.tail
        post.clear()
        post.text, post.tail = text, tail


def _joined(before: str | None, after: str) -> str:
    """Two texts of a tree as one that lxml takes back: what character references made may be no sign of XML."""
    return _NO_SIGNS.sub("", (before or "") + after)


def drop(element: etree._Element) -> None:
    """Takes one element out of its tree and leaves the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = _joined(parent.text, element.tail)
        else:
            before.tail = _joined(before.tail, element.tail)
        element.tail = None
    parent.remove(element)
