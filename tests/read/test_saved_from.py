"""A page that a browser saved knows where it comes from."""

from __future__ import annotations

import pytest

import newsx
from newsx.read.saved_from import saved_at, saved_from
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


def test_the_time_of_saving_settles_relative_times() -> None:
    """A caller who knows better is believed."""
    shown = PAGE.replace("</h1>", "</h1><p>गांव समाचार डेस्क | Updated: 27 मिनट पहले</p>")
    page = shown.replace('<!DOCTYPE html>\n<html lang="hi"><head><meta charset="utf-8">', SINGLE_FILE)
    given = newsx.extract(shown, captured_at="2026-02-04T20:42+05:30")
    assert given.published or given.modified
    assert newsx.extract(shown).modified is None
    article = newsx.extract(page)
    assert (article.published, article.modified) == (given.published, given.modified)
    later = newsx.extract(page, captured_at="2026-02-05T20:42+05:30")
    assert (later.published, later.modified) != (given.published, given.modified)


@pytest.mark.parametrize(
    "date",
    [
        "Wed Feb 31 2026 20:42:00 GMT+0530",
        "Wed Xyz 04 2026 20:42:00 GMT+0530",
        "heute",
        "Wed Feb 04 2026 25:42:00 GMT+0530",
        "Wed Ebm 04 2026 20:42:00 GMT+0530",
    ],
)
def test_a_time_that_is_none_says_nothing(date: str) -> None:
    """Nor does one outside SingleFile's own comment."""
    assert saved_at(f"<!-- Page saved with SingleFile url: x saved date: {date} -->") is None
    assert saved_at("<p>saved date: Wed Feb 04 2026 20:42:00 GMT+0530</p>") is None
