"""Single fields of the record as plain text, for the shell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from newsx.article import Article
from newsx.write.json_text import json_text
from newsx.write.schema import schema

LIST_SEPARATOR = "; "
"""Stands between the items of a list of texts, such as authors and tags."""

_CELL_BREAK = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")


def field_names() -> list[str]:
    """The names of all fields: the keys of the record, and with a dot those inside `image` and `source`.

    >>> [name for name in field_names() if name.startswith("image")]
    ['image', 'image.url', 'image.caption', 'image.credit']
    """
    names = []
    for name, described in schema()["properties"].items():
        names.append(name)
        names.extend(f"{name}.{inner}" for inner in described.get("properties", ()))
    return names


def field_value(article: Article, name: str) -> Any:
    """The JSON-ready value of the field `name`, one of `field_names`; None for a part of an image that is missing."""
    value: Any = article.to_dict()
    for key in name.split("."):
        value = None if value is None else value[key]
    return value


def field_text(value: Any) -> str:
    """The value as plain text: nothing for None, `true` or `false`, a list of texts joined, other structures as JSON.

    >>> field_text(["सीमा वर्मा", "राज मेहता"]), field_text(None), field_text(False)
    ('सीमा वर्मा; राज मेहता', '', 'false')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return LIST_SEPARATOR.join(value)
    return json_text(value)


def table_row(article: Article, names: Iterable[str]) -> str:
    """The fields as one line of tab-separated values; a tab or line break inside a value becomes a space."""
    return "\t".join(one_cell(field_text(field_value(article, name))) for name in names)


def one_cell(text: str) -> str:
    """The text without what would end a cell of such a line."""
    return _CELL_BREAK.sub(" ", text)
