"""Small repairs of a page's tree, where the markup says something else than what is meant.

A button that makes up a heading is no button of the page, a heading's link to itself is no part of it, the footer of a
quotation is none of the page, and what a heading opens is not hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from newsx.lexicon.load import load_toml

if TYPE_CHECKING:
    from lxml import etree

    from newsx.read.tree import Elements

from newsx.read.tree import drop

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BUTTON_ROLES = frozenset(("button", "tab"))
_HIDING = re.compile(r"(?:display|visibility)\s*:\s*(?:none|hidden)\s*(?:!\s*important)?", re.IGNORECASE)


def refine(root: etree._Element, elements: Elements) -> None:
    """Makes the tags of a page say what they mean.

    elements: of the tree, see `newsx.read.tree.by_tag`.
    """
    opened: set[str] = set()
    for heading in chain.from_iterable(elements.get(tag, ()) for tag in HEADINGS):
        if len(heading):
            _drop_link_to_itself(heading)
            opened.update(_without_buttons(heading))
    if opened:
        _show(root, opened)
    for footer in elements.get("footer", ()):
        if next(footer.iterancestors("blockquote"), None) is not None:
            _make_plain(footer, "div")
    for caption in elements.get("figcaption", ()):
        _move_into_quote(caption)
    for reading in elements.get("rt", ()):
        _bracket(reading)


@cache
def _link_words() -> frozenset[str]:
    return frozenset(load_toml("newsx.lexicon", "markup.toml")["heading_links"]["words"])


def _letters(element: etree._Element) -> int:
    return sum(map(str.isalnum, "".join(element.itertext())))


def _drop_link_to_itself(heading: etree._Element) -> None:
    links = [link for link in heading.iter("a") if "#" in (link.get("href") or "")]
    left = _letters(heading) if links else 0
    for link in links:
        letters = _letters(link)
        words = " ".join("".join(link.itertext()).lower().split()).strip("#¶§[]() ")
        if (not letters or words in _link_words()) and left > letters:
            left -= letters
            drop(link)


def _without_buttons(heading: etree._Element) -> Iterator[str]:
    """Makes the button that is all of a heading a plain element; the ids of what it opens."""
    buttons = [child for child in heading.iter() if child.tag == "button" or child.get("role") in _BUTTON_ROLES]
    if len(buttons) != 1 or _letters(buttons[0]) < _letters(heading):
        return
    yield from (buttons[0].get("aria-controls") or "").split()
    if buttons[0] is heading or buttons[0].tag == "a":
        del buttons[0].attrib["role"]
    else:
        _make_plain(buttons[0], "span")


def _show(root: etree._Element, identities: set[str]) -> None:
    for element in root.iter():
        if element.get("id") in identities:
            element.attrib.pop("hidden", None)
            if style := element.get("style"):
                element.set("style", _HIDING.sub("", style))


def _move_into_quote(caption: etree._Element) -> None:
    """The caption of a figure that is a quotation tells who is quoted."""
    figure = caption.getparent()
    if figure is None or figure.tag != "figure" or caption.getnext() is not None:
        return
    quote = figure.find("blockquote")
    if quote is not None and next(figure.iter("img", "amp-img"), None) is None:
        _make_plain(caption, "div")
        quote.append(caption)


def _bracket(reading: etree._Element) -> None:
    """Puts the reading of a ruby sign into brackets, where the page leaves out those for plain text."""
    before, parent = reading.getprevious(), reading.getparent()
    if (before is not None and before.tag == "rp") or parent is None or parent.tag == "rt":
        return
    text = "".join(reading.itertext()).strip()
    for child in list(reading):
        reading.remove(child)
    reading.text = f"({text})" if text else None


def _make_plain(element: etree._Element, tag: str) -> None:
    element.attrib.clear()
    element.tag = tag
