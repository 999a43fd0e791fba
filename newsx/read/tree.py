"""Parses a page into an lxml tree, and takes out of it what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from newsx.article import Warned
from newsx.errors import InputError
from newsx.read.bounds import most_nodes, too_many_nodes

if TYPE_CHECKING:
    from lxml import etree

MAX_DEPTH = 1000
"""Levels of nesting that are kept; text below them moves up to this level."""

_UNSEEN = tuple(
    "script style template svg math canvas iframe video audio "
    "input select option textarea frameset frame dialog amp-ad amp-analytics amp-pixel amp-sidebar".split()
)
"""Elements whose content no browser shows. Of an object it is what stands in for a player that no browser has any more,
and an embed has none: what the parser puts into it follows it."""

_POSTS = frozenset(("twitter-tweet", "twitter-video"))
_SOUGHT = (
    *_UNSEEN,
    *"noscript slot title base meta link a h1 h2 h3 h4 h5 h6 footer figcaption rt".split(),
)

Elements = dict[str, list["etree._Element"]]
"""Elements of one page in page order, by their tag."""

_OPTIONS: dict[str, Any] = {"encoding": "utf-8", "huge_tree": True, "no_network": True, "collect_ids": False}
_CHUNK = 1 << 16
_SHORTEST = 3
"""Bytes of the shortest element, or attribute with a value."""

_NO_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(data: bytes) -> tuple[etree._Element | None, tuple[Warned, ...]]:
    """The root element of a page, None where it holds no markup at all, and a warning where nesting was cut.

    data: the page in UTF-8, see `newsx.read.repair.repaired`.

    libxml2 gives up at 2,048 levels, whatever it is told, and drops what follows; only then the page is parsed
    a second time, deep levels flattened on the way.

    Raises:
        InputTooLargeError: it has more elements and attributes than `most_nodes` of its size.
        InputError: memory does not suffice for its tree.
    """
    from lxml import etree

    _check_number(data)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, **_OPTIONS)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise _no_memory() from error
        return None, ()
    fatal = parser.error_log.filter_from_fatals()
    if not fatal:
        return root, ()
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in fatal):
        raise _no_memory()
    root = etree.fromstring(data, etree.HTMLParser(target=_Flattener(), **_OPTIONS))
    message = f"elements nested deeper than {MAX_DEPTH} levels were moved up to that level"
    return root, (Warned("deep_nesting", message),)


def _no_memory() -> InputError:
    return InputError("there is not enough memory for it; give newsx more, or save the one story alone", kind="memory")


def _check_number(data: bytes) -> None:
    """Refuses a page of too many elements and attributes before a tree of them fills the memory.

    Each element and each attribute with a value has a sign of its own, which is quick to count; signs in scripts count
    as well, and so a page with many of them is parsed once more, without a tree.
    """
    from lxml import etree

    most = most_nodes(len(data))
    if len(data) <= _SHORTEST * most or data.count(b"<") + data.count(b"=") <= most:
        return
    parser: Any = etree.HTMLParser(target=_Counter(most), **_OPTIONS)
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])


class _Counter:
    """A parser target that counts elements and attributes."""

    def __init__(self, most: int) -> None:
        self._most = self._left = most

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._left -= 1 + len(attributes)
        if self._left < 0:
            raise too_many_nodes(self._most)

    def close(self) -> None:
        pass


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that no XML may hold."""


class _Flattener:
    """A parser target that builds the tree down to `MAX_DEPTH` and keeps the text of what lies deeper.

    Names and signs that are none in XML, which libxml2 passes on from broken markup, the builder would refuse.
    """

    def __init__(self) -> None:
        from lxml import etree

        self._builder = etree.TreeBuilder()
        self._depth = 0
        self._open: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth <= MAX_DEPTH:
            found = _NAME.match(tag)
            self._open.append(found[0] if found else "span")
            self._builder.start(
                self._open[-1],
                {name: _FORBIDDEN.sub("", value) for name, value in attributes.items() if _NAME.fullmatch(name)},
            )

    def end(self, tag: str) -> None:
        if self._depth <= MAX_DEPTH:
            self._builder.end(self._open.pop())
        self._depth -= 1

    def data(self, text: str) -> None:
        self._builder.data(_FORBIDDEN.sub("", text))

    def close(self) -> etree._Element:
        while self._open:
            self._builder.end(self._open.pop())
        return self._builder.close()


def by_tag(root: etree._Element) -> Elements:
    """The elements of a page that something is to be done with, found in one walk; of links those with a relation."""
    found: Elements = {}
    for element in root.iter(*_SOUGHT):
        if element.tag != "a" or element.get("rel"):
            found.setdefault(str(element.tag), []).append(element)
    return found


def drop_unseen(elements: Elements) -> None:
    """Takes scripts, styles, form fields and their like out of their tree; the text around them stays.

    elements: of the tree, see `by_tag`.
    """
    titles = elements.get("title", ())  # that of a second page in the file, or of a drawing
    unseen = [element for tag in _UNSEEN for element in elements.get(tag, ()) if not _is_open(element)]
    drop_all([*unseen, *(title for title in titles if not _is_of_head(title))])


def _is_open(element: etree._Element) -> bool:
    return element.tag == "dialog" and element.get("open") is not None


def _is_of_head(title: etree._Element) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag == "head"


def join_posts(root: etree._Element) -> None:
    """Makes one text of each post of a social network: its words and who wrote it.

    Links to posts, with their dates, come to the end of the page: between the posts of a story they would part it.
    """
    body = root.find("body")
    all_links: list[etree._Element] = []
    for post in [post for post in root.iter("blockquote") if not _POSTS.isdisjoint((post.get("class") or "").split())]:
        links = [child for child in post if child.tag == "a"]
        drop_all(links)
        text = " ".join(" ".join(post.itertext()).split())
        tail = post.tail
        post.clear()
        post.text, post.tail = text, tail
        all_links += links
    if all_links:
        last = root.makeelement("div", {"class": "twitter-tweet"})
        last.extend(all_links)
        for link in all_links:
            link.tail = " "
        (root if body is None else body).append(last)


def _joined(before: str | None, after: str) -> str:
    """Two texts of a tree as one that lxml takes back: what character references made may be no sign of XML."""
    return _NO_SIGNS.sub("", (before or "") + after)


def drop(element: etree._Element) -> None:
    """Takes one element out of its tree and leaves the text that follows it."""
    drop_all([element])


def drop_all(elements: Collection[etree._Element]) -> None:
    """Takes elements out of their tree and leaves the texts that follow them.

    The texts behind elements in a row are joined once: one by one, each would copy all before it.
    """
    dropped = set(elements)
    for first in elements:
        parent = first.getparent()
        if parent is None or first.getprevious() in dropped:
            continue
        row = [first]
        while (following := row[-1].getnext()) is not None and following in dropped:
            row.append(following)
        text = "".join(element.tail for element in row if element.tail)
        before = first.getprevious()
        if text and before is None:
            parent.text = _joined(parent.text, text)
        elif text and before is not None:
            before.tail = _joined(before.tail, text)
        for element in row:
            element.tail = None
            parent.remove(element)
