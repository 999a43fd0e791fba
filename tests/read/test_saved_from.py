"""A page that a browser saved knows where it comes from."""

from __future__ import annotations

import pytest

import newsx
from newsx.read.saved_from import saved_from
from tests.cli.invented import PAGE

URL = "https://gaon.example/bihar/pulia-101.html"
BARE = PAGE.replace(f'<link rel="canonical" href="{URL}">', "")
SINGLE_FILE = f"""<!DOCTYPE html> <html lang="hi"><!--
 Page saved with SingleFile 
 url: {URL} 
 saved date: Wed Feb 04 2026 20:42:00 GMT+0530 (India Standard Time)
--><meta charset=utf-8>"""  # noqa: W291 - SingleFile leaves these spaces


@pytest.mark.parametrize(
    "page",
    [
        BARE.replace("<html", f"<!-- saved from url=({len(URL):04}){URL} -->\n<html"),
        BARE.replace('<!DOCTYPE html>\n<html lang="hi"><head><meta charset="utf-8">', SINGLE_FILE),
    ],
    ids=["webpage-complete", "singlefile"],
)
def test_the_address_of_a_saved_page_goes_into_the_record(page: str) -> None:
    """Where the caller gives none; the article is that of the page."""
    article = newsx.extract(page)
    assert article.url == URL
    assert article.text == newsx.extract(PAGE).text
    assert newsx.extract(page, url="https://gaon.example/other.html").url == "https://gaon.example/other.html"


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(0020)file:///C:/page.html -->",
        "<p>saved from url=(0022)https://gaon.example/a</p>",
    ],
)
def test_what_is_no_address_of_the_web_says_nothing(head: str) -> None:
    """The mark also stands for files and for the zone of a page."""
    assert saved_from(f"<!DOCTYPE html>{head}<html>") is None
