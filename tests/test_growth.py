"""Shapes of pages that once cost the square of their size; `benchmarks/growth.py` tries many more."""

from __future__ import annotations

import time

import pytest

import newsx

_STORY = "<p>गांव के लोगों ने बताया कि पुल टूटने से रोज बारह किलोमीटर का चक्कर लगाना पड़ रहा है।</p>" * 6
_SENTENCES = "गांव का पुल टूटा और रास्ता बंद। " * 20
_MOST_SECONDS = 6.0
"""Each takes a second or two, and took half a minute at least."""


def _page(inner: str) -> str:
    return f"<html><body><article><h1>गांव का पुल टूटा</h1>{_STORY}</article>{inner}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("गांव का पुल टूटा\n\n" + "• " * 400_000 + "\n", id="bullets in one line"),
        pytest.param("गांव का पुल टूटा\n\n" + "References\n" * 8_000, id="lines that open a list of references"),
        pytest.param("गांव का पुल टूटा\n\n" + "© " * 60_000 + "\n", id="signs of copyright"),
        pytest.param(
            _page("<div>" + "<p><img src=/a.jpg width=640></p>" * 15_000 + "</div>"), id="pictures in one box"
        ),
        pytest.param(
            _page("".join(f"<div style='display:none'>पुल {n}</div>" for n in range(9_000))), id="hidden boxes"
        ),
        pytest.param(
            f'<html><body><script>var page = {{"body": "{_SENTENCES}{" " * 100_000}x"}}</script>',
            id="spaces in the data of a script",
        ),
        pytest.param(
            "<html><head>"
            + "".join(f"<meta property='og:site_name' content='गांव {n}'>" for n in range(20_000))
            + _page(""),
            id="names of the site",
        ),
        pytest.param(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
            f'--x\r\nContent-Type: text/html; a="{"a;" * 200_000}"\r\n\r\n{_page("")}\r\n--x--\r\n',
            id="parameters of a part",
        ),
    ],
)
def test_a_page_costs_what_it_is_long(page: str) -> None:
    """Whatever stands in it again and again."""
    begun = time.process_time()
    newsx.extract(page.encode())
    assert time.process_time() - begun < _MOST_SECONDS
