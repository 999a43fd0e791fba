"""Values that a page declares and that are too long to be what they are declared as: they cost no time."""

from __future__ import annotations

import time

import pytest

import newsx
from tests.cli.invented import HEADLINE, PAGE

_HOST = '<link rel="canonical" href="https://gaon.example/bihar/pulia-101.html">'


@pytest.mark.parametrize(
    "declared",
    [
        f'<meta name="author" content="{"a." * 40_000}">',
        f'<meta name="author" content="{"a-" * 40_000}">',
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": "{"a." * 40_000}"}}</script>',
        '<meta name="author" content="Anita Roy">' * 2_000,
        f'<link rel="canonical" href="https://{"a." * 80_000}example/x">',
        f'<meta property="article:published_time" content="{"2026-01-01T10:00:00 " * 10_000}">',
        f'<time datetime="{"2026-01-01T10:00:00 " * 10_000}"></time>',
    ],
)
def test_a_value_that_is_far_too_long_costs_no_time(declared: str) -> None:
    """And neither does a great number of them; the article is read as without it."""
    page = PAGE.replace(_HOST, declared).encode()
    newsx.extract(PAGE.encode())
    start = time.process_time()
    article = newsx.extract(page)
    assert time.process_time() - start < 1
    assert article.headline == HEADLINE
