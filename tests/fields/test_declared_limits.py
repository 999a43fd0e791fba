"""Values that a page declares and that are too long to be what they are declared as: they cost no time."""

from __future__ import annotations

import time

import pytest

import newsx
from tests.cli.invented import HEADLINE, PAGE

_HOST = '<link rel="canonical" href="https://gaon.example/bihar/pulia-101.html">'
_JSON_LD = '<script type="application/ld+json">{{"@type": "NewsArticle", {}}}</script>'
_TIMES = "2026-01-01T10:00:00 " * 10_000


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (f'<meta property="og:title" content="{"a | " * 3_000}">', "titles (1)"),
        (f'<meta name="author" content="{"a." * 40_000}">', "names (1)"),
        (f'<meta name="author" content="{"a-" * 40_000}">', "names (1)"),
        ('<meta name="author" content="Anita Roy">' * 2_000, "names (1900)"),
        (_JSON_LD.format(f'"author": "{"a." * 40_000}"'), "names (1)"),
        (_JSON_LD.format(f'"author": [{{"name": "{"a." * 40_000}"}}, "{"b" * 2_000}"]'), "names (2)"),
        (_JSON_LD.format('"author": ["Anita Roy"' + ', "Anita Roy"' * 2_000 + "]"), "names (1901)"),
        (_JSON_LD.format(f'"headline": "{"a " * 40_000}"'), "titles (1)"),
        (_JSON_LD.format(f'"x": "{"a" * 4_000_000}"'), "JSON-LD scripts (1)"),
        (f'<meta name="keywords" content="{"a, " * 40_000}">', "keywords or sections (1)"),
        ('<meta property="article:tag" content="a">' * 1_200, "keywords or sections (200)"),
        (f'<link rel="canonical" href="https://{"a." * 80_000}example/x">', "addresses (1)"),
        (f'<meta property="article:published_time" content="{_TIMES}">', "times (1)"),
        (f'<time datetime="{_TIMES}"></time>', "times (1)"),
        ('<time datetime="2026-01-01">1</time>' * 300, "times (100)"),
        (f'<span itemprop="author" content="{"a." * 40_000}"></span>', "names (1)"),
        (f'<img src="/a.jpg" srcset="{"a" * 40_000} 600w">', "lists of a picture's sizes (1)"),
        ("<p><img src='/a.jpg'></p>" * 450, "pictures (50)"),
        (
            f'<meta property="og:image" content="data:{"a" * 4_000}"><time datetime="{_TIMES}">',
            "addresses (1), times (1)",
        ),
    ],
)
def test_a_value_that_is_far_too_long_is_left_out_with_a_warning(declared: str, words: str) -> None:
    """And so is what is beyond a number of them; it costs no time, and the article is read as without it."""
    page = PAGE.replace(_HOST, "").replace("<p>", f"{declared}<p>", 1).encode()
    newsx.extract(PAGE.encode())
    start = time.process_time()
    article = newsx.extract(page)
    assert time.process_time() - start < 1
    assert article.headline == HEADLINE
    told = [warned.message for warned in article.warnings if warned.kind == "values_left_out"]
    assert told == [f"left out of what the page declares, as too long or too many: {words}"]


def test_a_title_of_thousands_of_letters_is_none() -> None:
    """As a page has it that never closes the element."""
    article = newsx.extract(PAGE.replace("<title>", f"<title>{'क ' * 1_000}").encode())
    assert article.headline == HEADLINE
    assert [warned.kind for warned in article.warnings] == ["values_left_out"]


def test_what_a_page_usually_declares_is_within_the_limits() -> None:
    """Nothing is told of it."""
    assert "values_left_out" not in {warned.kind for warned in newsx.extract(PAGE.encode()).warnings}
