"""Parses JSON-LD as pages really write it (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents).

Seen in the wild and read here: raw line ends inside strings, several values one after the other, entities; and, by
`newsx.read.lenient_json`, whatever else breaks the data.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from newsx.read.lenient_json import read_lenient
from newsx.text.clean import remove_invisible

_AMPERSAND = re.compile(r"(?<!\\)\\u0026")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_DELIMITERS = re.compile(r"[{\[]\s*&(?:quot|#0{0,3}34|#[xX]0{0,3}22);")
_FIRST_MEMBERS = 400


def json_ld_objects(script: str) -> Iterator[Mapping[str, Any]]:
    """The objects of one JSON-LD script in page order, lists and ``@graph`` opened up, entities undone; none if broken.

    >>> [item["@type"] for item in json_ld_objects('[{"@graph": [{"@type": "A"}, {"@type": "B"}]},];')]
    ['A', 'B']
    """
    if _ESCAPED_DELIMITERS.search(script[:_FIRST_MEMBERS]):  # the whole script was escaped as HTML is
        script = html.unescape(script)
    waiting = _values(_without_entities(script))[::-1]
    if _ESCAPED_SURROGATE.search(script):
        waiting = [_without_surrogates(value) for value in waiting]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            graph = value.get("@graph")
            if not set(value) <= {"@graph", "@context"}:
                yield value
            if isinstance(graph, (list, dict)):
                waiting.append(graph)


def _values(script: str) -> list[Any]:
    values, whole = _decode(script)
    return values if whole else read_lenient(script)


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
