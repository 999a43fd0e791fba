"""Parses JSON-LD as pages really write it (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents).

Seen in the wild and read here: HTML comments and CDATA around the data, trailing semicolons and commas, raw line ends
inside strings, several values one after the other, a broken end.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from newsx.text.clean import remove_invisible

_WRAPPING = re.compile(r"<!--|-->|<!\[CDATA\[|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|(?://|/\*)?\s*\]\]>\s*(?:\*/)?")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
_AMPERSAND = re.compile(r"(?<!\\)\\u0026")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CLOSERS = {"{": "}", "[": "]"}
_LONGEST = 4_000_000
"""Characters of one script that are parsed; a longer one is no article's description."""


def json_ld_objects(script: str) -> Iterator[Mapping[str, Any]]:
    """The objects of one JSON-LD script in page order, lists and ``@graph`` opened up, entities undone; none if broken.

    >>> [item["@type"] for item in json_ld_objects('[{"@graph": [{"@type": "A"}, {"@type": "B"}]},];')]
    ['A', 'B']
    """
    if len(script) > _LONGEST:
        return
    waiting = _values(_without_entities(script))
    if _ESCAPED_SURROGATE.search(script):
        waiting = [_without_surrogates(value) for value in waiting]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            graph = value.get("@graph")
            if not set(value) <= {"@graph", "@context"}:
                yield value
            if isinstance(graph, (list, dict)):
                waiting.insert(0, graph)


def _values(script: str) -> list[Any]:
    values, whole = _decode(script)
    if whole:
        return values
    text = _WRAPPING.sub("", script)
    values, whole = _decode(text)
    if not whole:
        values, whole = _decode(_TRAILING_COMMA.sub(r"\1", text))
    return values if whole else _decode(_closed(text))[0]


def _decode(text: str) -> tuple[list[Any], bool]:
    """The values that stand one after the other in a text, and whether all of it could be read."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    position, end = 0, len(text)
    while True:
        while position < end and (text[position].isspace() or text[position] in ";,\ufeff"):
            position += 1
        if position == end:
            return values, True
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)


def _closed(text: str) -> str:
    """A text cut off in the middle, up to its last whole member, with the brackets closed that are open there."""
    stack: list[str] = []
    whole, closing = 0, ""
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in _CLOSERS:
            stack.append(_CLOSERS[token])
        elif token in ("}", "]"):
            if not stack or stack.pop() != token:
                break
            whole, closing = match.end(), "".join(reversed(stack))
        elif text[match.end() : match.end() + 20].lstrip().startswith(","):
            whole, closing = match.end(), "".join(reversed(stack))
    return text[:whole] + closing


def _without_entities(script: str) -> str:
    """The script with the entities in its strings undone, also where they were escaped twice; it stays JSON."""
    text = _AMPERSAND.sub("&", script) if "\\u0026" in script else script
    for _ in range(3):
        text, count = _ENTITY.subn(lambda entity: _as_json(entity.group()), text)
        if not count:
            break
    return text


@lru_cache(maxsize=512)
def _as_json(entity: str) -> str:
    return json.dumps(html.unescape(entity), ensure_ascii=False)[1:-1]


def _without_surrogates(value: Any) -> Any:
    """A value without lone surrogates in its strings; containers are changed in place."""
    if isinstance(value, str):
        return remove_invisible(value)
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict):
            items: Any = list(holder.items())
        elif isinstance(holder, list):
            items = list(enumerate(holder))
        else:
            continue
        for key, inner in items:
            if not isinstance(inner, str):
                waiting.append(inner)
            elif _SURROGATE.search(inner):
                holder[key] = remove_invisible(inner)
    return value
