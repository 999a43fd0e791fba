"""One article as the rows of a database: made by the worker that read it, which leaves the writer less to do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newsx.text.search import search_fold

if TYPE_CHECKING:
    from newsx.article import Article

SEARCHED = ("headline", "alternative_headline", "summary", "highlights", "text")
"""The columns of articles whose words are in the index."""

BLOCK_COLUMNS = ("type", "text", "level", "rows", "time", "url", "caption", "credit", "links")
"""The columns of blocks, from `type` on: the keys of a block."""


class Rows(NamedTuple):
    """The values of one article, by table."""

    article: dict[str, Any]
    """By column of `articles`, but for `id` and `page`."""
    blocks: Sequence[tuple[str | int | None, ...]]
    """The values of `BLOCK_COLUMNS`."""
    people: list[str]
    tags: list[str]
    folded: list[str | None]
    """What goes into the index for `SEARCHED`."""


def pack(article: Article) -> bytes:
    """The rows as bytes, for the way from a worker to the writer."""
    return _json(list(rows(article))).encode("utf-8", "replace")


def unpack(packed: bytes) -> Rows:
    """The rows that `pack` packed."""
    article, blocks, people, tags, folded = json.loads(packed)
    return Rows(article, [tuple(block) for block in blocks], people, tags, folded)


def rows(article: Article) -> Rows:
    """The article as rows; columns have the names of the record's keys, `image_url` that of `image.url`."""
    record = article.to_dict()
    blocks = [_block(block.to_dict()) for block in article.body]
    people, tags = record.pop("authors"), record.pop("tags")
    del record["schema"], record["body"]
    for name in ("image", "source"):
        given = record.pop(name) or dict.fromkeys(("url", "caption", "credit"))
        record |= {f"{name}_{key}": value for key, value in given.items()}
    for name in ("highlights", "breadcrumbs"):
        record[name] = "\n".join(record[name]) or None
    for name in ("evidence", "warnings"):
        record[name] = _json(record[name])
    return Rows(record, blocks, people, tags, folded_texts([record[name] for name in SEARCHED]))


def _block(block: dict[str, Any]) -> tuple[str | int | None, ...]:
    values = (block.get(column) for column in BLOCK_COLUMNS)
    return tuple(_json(value) if isinstance(value, list) else value for value in values)


def folded_texts(texts: list[str | None]) -> list[str | None]:
    """The texts of the columns `SEARCHED` as the index holds them."""
    return [None if text is None else search_fold(text) for text in texts]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
