"""The story's text where the markup holds none: from JSON-LD, or from the data that scripts build the page of.

Such data is JSON in a script element of its own, or in a call or an assignment (Next.js, Nuxt, Redux and their like);
the story is one long string in it, of text or HTML, or a list of small objects with one string each.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from newsx.read.locate import letters, weigh
from newsx.read.pieces import Cutter, cut_tree
from newsx.read.tree import by_tag, drop_unseen, parse
from newsx.text.clean import undo_entities

if TYPE_CHECKING:
    from lxml import etree

LEAST = 250
"""Letters of the shortest text that can stand for a story."""
_LEAST_STRING = 40
_MOST_STARTS = 60
_LONGEST_SCRIPT = 8_000_000
_MOST_KEYS = 10
"""Keys of an object that is one block of a story; cards of other stories have more, or an address or a title."""
_CARD_KEYS = frozenset(("url", "href", "link", "title", "headline", "slug", "canonical_url", "permalink"))
_START = re.compile(r"[=(,:]\s*(?=[{\[])")
_INSIDE_QUOTES = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li|ul|ol|blockquote|table)\b", re.IGNORECASE)
_LINE_ENDS = re.compile(r"\s*(?:\r\n|\n|\r|\\n)\s*")


class Fragment(NamedTuple):
    """A piece of markup that stands for the story: its tree, cut."""

    root: etree._Element
    cut: Cutter
    prose: float


def from_json_ld(bodies: Sequence[str]) -> Fragment | None:
    """The story from the first of the declared article bodies, None where it is too short."""
    return _fragment(bodies[:1]) if bodies and len(bodies[0]) >= LEAST else None


def from_scripts(scripts: Iterable[etree._Element]) -> Fragment | None:
    """The story from the data in a page's script elements: the string, or the list of blocks, with the most prose."""
    best: list[str] = []
    most = 0.0
    for script in scripts:
        text = script.text
        if not text or not LEAST < len(text) < _LONGEST_SCRIPT or "ld+json" in (script.get("type") or ""):
            continue
        for strings in _candidates(text):
            prose = sum(_prose(string) for string in strings)
            if prose > most:
                best, most = strings, prose
    if most < LEAST:
        return None
    return _fragment(best)


def _fragment(strings: Sequence[str]) -> Fragment | None:
    markup = "".join(_as_markup(string) for string in strings)
    root, _ = parse(f"<html><body><article>{markup}</article></body></html>".encode("utf-8", "replace"))
    article = None if root is None else root.find(".//article")
    if article is None:
        return None
    drop_unseen(by_tag(article))
    cut = cut_tree(article)
    prose = sum(max(0.0, weigh(piece)) for piece in cut.pieces)
    return Fragment(article, cut, prose) if cut.spans and prose >= LEAST / 2 else None


def _as_markup(string: str) -> str:
    text = undo_entities(string) if "&" in string else string
    if _BLOCK_TAG.search(text):
        return text
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in _LINE_ENDS.split(text) if line)


def _prose(string: str) -> float:
    """A cheap estimate of the prose in a string: its letters if it reads like sentences, else nothing."""
    if len(string) < _LEAST_STRING or (string.isascii() and string.count(" ") * 25 < len(string)):
        return 0.0
    if string.startswith(("http", "/", "{", "[", "data:")) or string.count("{") > 3:
        return 0.0
    return letters(re.sub(r"<[^<>]{0,2000}>", "", string))


def _candidates(script: str) -> Iterator[list[str]]:
    found = False
    for value in _values(script):
        found = True
        yield from _texts(value)
    if not found:
        yield from ([literal] for literal in _literals(script))


def _literals(script: str) -> Iterator[str]:
    """The long string literals of a script, one after the other."""
    position = script.find('"')
    while position >= 0:
        match = _INSIDE_QUOTES.match(script, position + 1)
        end = match.end() if match else len(script)
        if end >= len(script):
            return
        if end - position > LEAST:
            with suppress(ValueError):
                yield json.loads(script[position : end + 1], strict=False)
        position = script.find('"', end + 1)


def _values(script: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    stripped = script.strip()
    position = 0
    if stripped[:1] in ("{", "["):
        try:
            yield decoder.raw_decode(stripped)[0]
            return
        except (ValueError, RecursionError):
            pass
    for _ in range(_MOST_STARTS):
        match = _START.search(script, position)
        if match is None:
            return
        position = match.end()
        try:
            value, end = decoder.raw_decode(script, position)
        except (ValueError, RecursionError):
            continue
        position = end
        if value:
            yield value


def _texts(value: Any) -> Iterator[list[str]]:
    """Each string in a JSON value, and each list of small objects with a string each, as the blocks it may be."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            if len(part) >= LEAST:
                yield [part]
        elif isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
            blocks = [text for item in part if (text := _block_text(item))]
            if len(blocks) > 1:
                yield blocks


def _block_text(item: Any) -> str | None:
    if isinstance(item, str):
        return item if _prose(item) else None
    if not isinstance(item, dict) or len(item) > _MOST_KEYS or _CARD_KEYS.intersection(item):
        return None
    texts = [text for text in item.values() if isinstance(text, str) and _prose(text)]
    return max(texts, key=len) if texts else None
