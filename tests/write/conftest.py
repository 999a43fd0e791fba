"""An invented article, and a way to change parts of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from newsx.article import Article, BodyBlock, Evidence, Image, Other, Source, Warned
from tests.golden import extract, fixtures

MakeArticle = Callable[..., Article]

ARTICLE = Article(
    is_article=True,
    page_type="article",
    headline="सोनपुर में नई पुलिया का काम शुरू",
    source=Source("page.html", "html", "utf-8", "utf-8", 2560, "0" * 64),
    summary="तीन गांवों को फायदा मिलेगा।",
    body=(
        BodyBlock("paragraph", "पुलिया का काम बुधवार को शुरू हुआ।"),
        BodyBlock("heading", "कब तक बनेगी"),
        BodyBlock("paragraph", "मार्च तक काम पूरा होगा।"),
    ),
    authors=("सीमा वर्मा", "राज मेहता"),
    publisher="गांव समाचार",
    dateline="सोनपुर",
    published="2026-02-04T20:42+05:30",
    published_precision="minute",
    tags=("पुलिया", "बिहार"),
    image=Image("https://gaon.example/pulia.jpg", "पुरानी पुलिया", None),
    url="https://gaon.example/bihar/pulia-101.html",
    language="hi",
    evidence={
        "headline": Evidence("block 1 (headline)", "सोनपुर में नई पुलिया का काम शुरू", (Other("पुलिया", "meta og:title"),))
    },
    warnings=(Warned("bad_bytes", "2 byte sequences are not utf-8"),),
)


@pytest.fixture(scope="session")
def golden_articles() -> dict[str, Article]:
    """The article of each fixture, by the name of the fixture."""
    return {fixture.name: extract(fixture.page, fixture.options) for fixture in fixtures()}


@pytest.fixture
def make_article() -> MakeArticle:
    """Makes the invented article with these fields changed."""

    def make(**changed: Any) -> Article:
        return replace(ARTICLE, **changed)

    return make
