"""Invented articles, and databases that hold them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsx.article import Article, BodyBlock, Source
from newsx.database.rows import pack
from newsx.database.store import Store, create

Filled = Callable[..., Path]


def article(text: str, **fields: Any) -> Article:
    """An article with this body, one paragraph a line."""
    source = Source("page.html", "html", "utf-8", "utf-8", 1, "0" * 64)
    body = tuple(BodyBlock("paragraph", line) for line in text.splitlines())
    return Article(
        **{"is_article": True, "page_type": "article", "headline": None, "source": source, "body": body, **fields}
    )


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Makes a database of these articles, each under its number."""

    def fill(*articles: Article) -> Path:
        path = tmp_path / "news.db"
        create(path)
        store = Store(path)
        for number, one in enumerate(articles):
            store.put(str(number), pack(one))
        store.commit()
        store.close()
        return path

    return fill
