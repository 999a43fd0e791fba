"""What stands behind the end of a page, or in a title that nothing ends, is read."""

from __future__ import annotations

import pytest

from newsx.pipeline import read_page


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
