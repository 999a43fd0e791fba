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
from typing import TYPE_CHECKING, Any

from newsx.page import Block
from newsx.read.bounds import most_nodes, too_many_nodes
from newsx.read.markup import role_of_markup
from newsx.read.segment import segment
from newsx.read.shown import LEAST, Unfolding
from newsx.read.tree import by_tag, parse
from newsx.text.clean import undo_entities
from newsx.text.scripts import letters
from newsx.text.sentences import closes_prose

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from lxml import etree

_LEAST_STRING = 40
_MOST_STARTS = 60
_LONGEST_SCRIPT = 8_000_000
_MOST_KEYS = 10
"""Keys of an object that is one block of a story; cards of other stories have more, or an address or a title."""
_STRIPPED = frozenset(("navigation", "share", "promo", "ad", "bio", "comments", "read_also", "related", "footer"))
_CARD_KEYS = frozenset(("url", "href", "link", "title", "headline", "slug", "canonical_url", "permalink"))
_START = re.compile(r"[=(,:]\s*(?=[{\[])")
_INSIDE_QUOTES = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li|ul|ol|blockquote|table)\b", re.IGNORECASE)
_LINE_END = re.compile(r"\r|\n|\\n")


def from_json_ld(body: str) -> list[Block]:
    """The blocks of a declared article body, none where it is too short."""
    return _blocks([body]) if len(body) >= LEAST else []


def from_scripts(scripts: Iterable[etree._Element]) -> list[Block]:
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
    return _blocks(best) if most >= LEAST else []


def prose_of(blocks: Iterable[Block]) -> int:
    """Letters of the sentences in blocks that are no links."""
    return sum(
        len(block.text) for block in blocks if not block.link_density and closes_prose(block.text) and " " in block.text
    )


def _blocks(strings: Sequence[str]) -> list[Block]:
    """The blocks of markup or text from data; what it calls navigation, promos or author bios is stripped."""
    from bs4 import BeautifulSoup

    markup = "".join(_as_markup(string) for string in strings)
    if markup.count("<") > (most := most_nodes(len(markup))):
        raise too_many_nodes(most)
    soup = BeautifulSoup(f"<html><body><article>{markup}</article></body></html>", "lxml")
    _strip(soup)
    root, _ = parse(str(soup).encode("utf-8", "replace"))
    article = None if root is None else root.find(".//article")
    if article is None:
        return []
    Unfolding().show(article, by_tag(article))
    blocks = segment(article).blocks
    return blocks if prose_of(blocks) >= LEAST / 2 else []


def _strip(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(True):
        if tag.decomposed or tag.name in ("html", "body", "article"):
            continue
        attributes = {name: " ".join(value) if isinstance(value, list) else value for name, value in tag.attrs.items()}
        told = role_of_markup(tag.name, attributes)
        if told is not None and told.role in _STRIPPED:
            tag.decompose()


def _as_markup(string: str) -> str:
    text = undo_entities(string) if "&" in string else string
    if _BLOCK_TAG.search(text):
        return text
    lines = filter(None, map(str.strip, _LINE_END.split(text)))
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines)


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
