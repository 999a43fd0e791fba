"""Brings into the tree what a browser shows and a parser of markup leaves aside.

These are shadow roots, frames that hold their page in an attribute, ``<noscript>`` where nothing else tells the story,
and markup that was escaped once too often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from newsx.read.bounds import MAX_NODES, too_many_nodes
from newsx.read.refine import refine
from newsx.read.repair import repaired
from newsx.read.tree import by_tag, drop_all, drop_unseen, parse
from newsx.text.sentences import closes_prose

if TYPE_CHECKING:
    from lxml import etree

    from newsx.read.tree import Elements

LEAST = 250
"""Letters of the shortest text that can stand for a story."""
_MOST_LEVELS = 3
"""Levels of pages in attributes of pages; each holds all that the next one does."""
_SHADOW_ROOT = ("shadowrootmode", "shadowroot", "shadowmode")
"""The standard's attribute of a declarative shadow root, Chromium's first one, and the one in its MHTML files."""
_ESCAPED = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|strong|b|em|i|u|span|a|img|figure|figcaption|table|tbody|tr|td|th)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LEAST_ESCAPED = 2
"""Tags of a text that is escaped markup; with one, it may speak of the tag."""
_CODE = frozenset(("pre", "code", "kbd", "samp"))


class Unfolding:
    """The unfolding of one page, with what its parts have cost so far."""

    def __init__(self) -> None:
        self._left = MAX_NODES

    def show(self, root: etree._Element, elements: Elements, level: int = 0) -> None:
        """Puts into a tree what is shown of it, and takes out what is not.

        elements: of the tree, see `newsx.read.tree.by_tag`; those that are shown are taken off it.
        """
        elements["template"] = _open_shadow_roots(elements.get("template", []), elements.get("slot", []))
        elements["iframe"] = [frame for frame in elements.get("iframe", ()) if not self._open_frame(frame, level)]
        drop_unseen(elements)
        noscripts = [element for element in elements.get("noscript", ()) if not _is_empty(element)]
        if any(_length(element) >= LEAST for element in noscripts):
            noscripts = _open_noscripts(root, noscripts)
        drop_all(noscripts)  # those without text hold the pictures of pages that load them late
        refine(root, elements)

    def _open_frame(self, frame: etree._Element, level: int) -> bool:
        """Puts the page that a frame holds in its ``srcdoc`` into it; whether there is one."""
        source = frame.get("srcdoc")
        if not source or level >= _MOST_LEVELS:
            return False
        body = self._body(source, level + 1)
        if body is None:
            return False
        frame.text = body.text
        frame.extend(list(body))
        return True

    def _body(self, markup: str, level: int) -> etree._Element | None:
        self._left -= markup.count("<") + markup.count("=")
        if self._left < 0:
            raise too_many_nodes(MAX_NODES)
        root, _ = parse(repaired(markup.encode("utf-8", "replace")))
        body = None if root is None else root.find("body")
        if body is not None:
            self.show(body, by_tag(body), level)
        return body

    def undo_escapes(self, root: etree._Element) -> None:
        """Reads as markup the texts that begin or end with a tag and hold several: they were escaped once too often."""
        for element in root.xpath("//*[text()[contains(., '<')]]"):
            if element.tag in _CODE or any(above.tag in _CODE for above in element.iterancestors()):
                continue
            children = list(element)
            if (inner := self._unescaped(element.text)) is not None:
                element.text = inner.text
                _insert(inner, element, children[0] if children else None)
            for child, following in zip_longest(children, children[1:]):
                if (inner := self._unescaped(child.tail)) is not None:
                    child.tail = inner.text
                    _insert(inner, element, following)

    def _unescaped(self, text: str | None) -> etree._Element | None:
        if not text or "<" not in text:
            return None
        stripped = text.strip()
        if not _ESCAPED.match(stripped) and not _ESCAPED.fullmatch(stripped, stripped.rindex("<")):
            return None
        if len(_ESCAPED.findall(stripped)) < _LEAST_ESCAPED:
            return None
        return self._body(text, _MOST_LEVELS)


def _insert(held: etree._Element, parent: etree._Element, following: etree._Element | None) -> None:
    """Puts the elements that one holds before a child of another one, or at its end."""
    for element in list(held):
        if following is None:
            parent.append(element)
        else:
            following.addprevious(element)


def _open_shadow_roots(templates: list[etree._Element], slots: list[etree._Element]) -> list[etree._Element]:
    """Makes of each shadow root an element whose slots hold the host's own children; the templates that are none."""
    plain: list[etree._Element] = []
    roots: dict[etree._Element, dict[str, etree._Element]] = {}
    hosts: set[etree._Element] = set()
    for template in templates:
        host = template.getparent()
        if host is None or host in hosts or all(template.get(name) is None for name in _SHADOW_ROOT):
            plain.append(template)
        else:
            hosts.add(host)
            roots[template] = {}
    for slot in slots if roots else ():
        own = next((above for above in slot.iterancestors("template")), None)
        if own in roots:
            roots[own].setdefault(slot.get("name") or "", slot)
    for template, named in roots.items():
        template.tag = "div"
        _fill_slots(template, named)
    return plain


def _fill_slots(template: etree._Element, slots: dict[str, etree._Element]) -> None:
    filled: set[str] = set()
    host = template.getparent()
    assert host is not None
    for child in list(host):
        name = child.get("slot") or ""
        if child is template or name not in slots:
            continue
        if name not in filled:  # what a slot holds itself stands in for what is missing
            filled.add(name)
            slots[name].text = None
            slots[name][:] = []
        slots[name].append(child)


def _open_noscripts(root: etree._Element, noscripts: list[etree._Element]) -> list[etree._Element]:
    """Shows those that hold a story where nothing else tells one, or no paragraph as long; the others."""
    outermost = [element for element in noscripts if next(element.iterancestors("noscript"), None) is None]
    inside = Counter(_prose(chain.from_iterable(element.itertext() for element in outermost)))
    outside = Counter(_prose(root.itertext())) - inside
    if sum(outside.elements()) >= LEAST and max(inside, default=0) <= max(outside):
        return noscripts
    shown = {element for element in outermost if _length(element) >= LEAST}
    for element in shown:
        element.tag = "div"
    return [element for element in noscripts if element not in shown]


def _prose(texts: Iterable[str]) -> Iterator[int]:
    """How many letters each text has that reads like sentences."""
    return (len(bare) for bare in map(str.strip, texts) if " " in bare and closes_prose(bare))


def _length(element: etree._Element) -> int:
    return sum(map(len, chain.from_iterable(map(str.split, element.itertext()))))


def _is_empty(element: etree._Element) -> bool:
    return all(text.isspace() for text in element.itertext())
