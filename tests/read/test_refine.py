"""Tags say what the page means by them."""

from __future__ import annotations

import time

import pytest

from newsx.page import Page
from newsx.pipeline import read_page


def _page(inner: str) -> Page:
    return read_page(f"<html><body>{inner}</body></html>".encode())


def _told(inner: str) -> list[str]:
    return [box.told.role for box in _page(inner).boxes if box.told is not None]


@pytest.mark.parametrize(
    "inner",
    [
        "<button class='accordion-button'>कारण</button>",
        "<a role='button' data-toggle='collapse' href='#c1'>कारण</a>",
        "<div><span role='tab'>कारण</span></div>",
    ],
)
def test_button_that_is_a_heading_is_a_heading(inner: str) -> None:
    """It opens the section below; nothing tells of an element of the page's own."""
    [block] = _page(f"<h3>{inner}</h3>").blocks
    assert (block.text, block.kind, block.level, block.link_density) == ("कारण", "heading", 3, 0.0)
    assert not _told(f"<h3>{inner}</h3>")


def test_button_beside_a_heading_is_none_of_it() -> None:
    """It stays a button."""
    assert _told("<h1>पुल बंद <button>शेयर</button></h1>") == ["other"]


@pytest.mark.parametrize(
    "link",
    [
        "<a class='headerlink' href='#t' title='Permanent link'>¶</a>",
        "<a class='permalink' href='#t'><span class='hidden'>Permalink</span></a>",
        "<a class='anchor' href='#t'>#</a> ",
        "<a href='https://gaon.example/khabar#t'>§</a>",
        "<a href='#t'>\U0001f517</a>",
        "<a href='#t'>Link to this section</a>",
        "<a href='#t'>स्थायी लिंक</a>",
    ],
)
def test_link_of_a_heading_to_itself_is_no_part_of_it(link: str) -> None:
    """Before or behind its words."""
    for inner in (f"पुल बंद {link}", f"{link}पुल बंद"):
        [block] = _page(f"<h2 id='t'>{inner}</h2>").blocks
        assert (block.text, block.link_density) == ("पुल बंद", 0.0)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<a href='#t'>पुल बंद</a>", "पुल बंद"),
        ("पुल <a href='#t'>बंद</a>", "पुल बंद"),
        ("<a href='#t'>Link</a>", "Link"),
        ("पुल बंद <a href='/x'>#</a>", "पुल बंद #"),
    ],
)
def test_other_links_of_a_heading_are_its_words(inner: str, text: str) -> None:
    """No word of a heading goes."""
    assert [block.text for block in _page(f"<h2>{inner}</h2>").blocks] == [text]


@pytest.mark.parametrize(
    "inner",
    [
        "<blockquote><p>पुल बनेगा।</p><footer class='blockquote-footer'>— शारदा, <cite>सरपंच</cite></footer></blockquote>",
        "<figure><blockquote><p>पुल बनेगा।</p></blockquote><figcaption>— शारदा, <cite>सरपंच</cite></figcaption></figure>",
    ],
)
def test_the_one_quoted_is_part_of_the_quotation(inner: str) -> None:
    """Neither a footer of the page nor the caption of a picture."""
    assert [(block.text, block.kind) for block in _page(inner).blocks] == [
        ("पुल बनेगा।", "quote"),
        ("— शारदा, सरपंच", "quote"),
    ]
    assert not _told(inner)


def test_footer_outside_of_a_quotation_is_a_footer() -> None:
    """As is the caption of a picture beside one."""
    assert _told("<footer>संपर्क</footer>") == ["footer"]
    assert _told("<figure><img src=a.jpg><blockquote>क</blockquote><figcaption>पुल</figcaption></figure>") == ["caption"]


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>",
        "<ruby>橋<rt>はし</rt></ruby>",
        "<ruby><rb>橋</rb><rt><b>はし</b></rt></ruby>",
    ],
)
def test_ruby_stays_in_its_sentence_with_its_reading_in_brackets(ruby: str) -> None:
    """As a browser without ruby shows it."""
    assert [b.text for b in _page(f"<p>मेहमान ने {ruby} लिखा।</p>").blocks] == ["मेहमान ने 橋(はし) लिखा।"]


@pytest.mark.parametrize("unit", ["<a href='#x'>#</a>", "<button>ख</button>", "<ruby><rt>", "<rt>ख"])
def test_many_parts_of_one_heading_cost_time_by_their_number(unit: str) -> None:
    """Ten times as many take at most some twenty times as long."""

    def seconds(number: int) -> float:
        started = time.process_time()
        _page(f"<h2>क{unit * number}</h2>")
        return time.process_time() - started

    assert min(seconds(10_000) for _ in range(2)) < 20 * max(min(seconds(1_000) for _ in range(3)), 0.02)
