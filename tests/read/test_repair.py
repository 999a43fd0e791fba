"""What stands behind the end of a page, or in a title that nothing ends, is read."""

from __future__ import annotations

import time

import pytest

from newsx.pipeline import read_page
from newsx.read.repair import repaired


def _texts(markup: str) -> list[str]:
    return [block.text for block in read_page(markup.encode(), form="html").blocks]


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>नाव चली</p></body></html><p>पुल बंद</p>",
        "<html><body><p>नाव चली</p></body><p>पुल बंद</p></html>",
        "<body><div><p>नाव चली</p></body><p>पुल बंद</p></div>",
        "<p>नाव चली</p></HTML >पुल बंद",
        "<body><p>नाव चली</p></body></html><!-- a > b --><div>पुल बंद</div>",
        "<html><head><title>एक</title></head><body><p>नाव चली</p></body></html>"
        "<!DOCTYPE html><html><head><title>दो</title></head><body><p>पुल बंद</p></body></html>",
    ],
)
def test_text_behind_the_end_of_the_page_is_the_pages(markup: str) -> None:
    """Browsers show it, be it a stray end tag's or a second document's, whose title is no text."""
    assert _texts(markup) == ["नाव चली", "पुल बंद"]


@pytest.mark.parametrize("end", ["</head><body>", "<meta name=a content=b></head><body>", "<body>", "</head>"])
def test_title_that_nothing_ends_takes_no_page_with_it(end: str) -> None:
    """It ends where the markup goes on."""
    page = read_page(f"<html><head><title>पुल बंद{end}<p>नाव चली</p>".encode())
    assert page.declared.title == "पुल बंद"
    assert [block.text for block in page.blocks] == ["नाव चली"]


def test_sign_for_less_in_a_title_ends_none() -> None:
    """A title that has its end tag is read up to it."""
    assert read_page("<head><title>पुल < नाव</title></head><body><p>क".encode()).declared.title == "पुल < नाव"


@pytest.mark.parametrize("value", ["", "=1", '="क ख"'])
def test_of_attributes_without_end_the_first_are_read(value: str) -> None:
    """The others are left out, whatever they hold; a parser would compare each with all before it."""
    attributes = " ".join(f"data-a{number}{value}" for number in range(20_000))
    begun = time.process_time()
    page = read_page(
        f'<p>नाव चली</p><div class="story" {attributes}><p>पुल बंद</p></div>{"<p>और</p>" * 9}'.encode(), form="html"
    )
    assert time.process_time() - begun < 3
    assert [block.text for block in page.blocks][:2] == ["नाव चली", "पुल बंद"]
    assert "story" in {box.names for box in page.boxes}


@pytest.mark.parametrize(
    "markup",
    ["<script type='application/ld+json'>{}</script>", "<style>{}</style>", "<!-- {} -->", "<SCRIPT>{}</SCRIPT >"],
)
def test_what_looks_like_a_tag_in_code_has_no_attributes(markup: str) -> None:
    """In scripts, styles and comments nothing is cut, and behind them tags are tags again."""
    code = markup.format("if (a <b && " + "c + d " * 2_000 + ")").encode()
    assert repaired(b"<p>x</p>" + code + b"<p>y</p>") == b"<p>x</p>" + code + b"<p>y</p>"
    long_tag = b"<p " + b" ".join(b"a%d" % number for number in range(3_000)) + b">"
    assert len(repaired(code + long_tag)) < len(code) + len(long_tag) / 2


@pytest.mark.parametrize("unit", ["<!--", "<script>", "<style ", "<script a "])
def test_code_without_an_end_costs_what_it_is_long(unit: str) -> None:
    """Its end is looked for once."""
    begun = time.process_time()
    repaired(unit.encode() * 300_000)
    assert time.process_time() - begun < 3


def test_a_long_attribute_is_read_whole() -> None:
    """It is one, whatever signs and spaces stand in it."""
    value = "क = ' > < ख " * 2_000
    page = read_page(f'<p title="{value}" class="story">पुल बंद</p><p>{"x" * 5_000}'.encode(), form="html")
    assert page.blocks[0].text == "पुल बंद"
    assert page.boxes[page.blocks[0].box or 0].names == "story"
