"""What a page declares of itself, and what stands around its story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsx.page import Declared
from newsx.read.html import read_html
from newsx.read.json_ld import json_ld_objects

_CASES = json.loads((Path(__file__).parent / "cases" / "json_ld.json").read_text("utf-8"))
_STORY = "".join(
    f"<p>झील की सफाई के {number} दिन बाद पानी का स्तर बढ़ा और नावें फिर चलने लगीं, ऐसा नाविक संघ ने बताया।</p>"
    for number in range(3, 9)
)


def _declared(head: str = "", body: str = "", story: str = _STORY) -> Declared:
    article = f"<article><h1>झील में नावें लौटीं</h1>{body}{story}</article>"
    page = f"<html lang='hi'><head>{head}</head><body><main>{article}</main></body></html>"
    return read_html(page).declared


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_json_ld_is_read_as_pages_write_it(case: dict[str, object]) -> None:
    """Each object of a script is found, whatever stands around it."""
    assert [item.get("headline") for item in json_ld_objects(str(case["script"]))] == case["headlines"]


def test_json_ld_nested_beyond_reason_gives_nothing() -> None:
    """A script that nests a hundred thousand lists neither raises nor hangs."""
    assert list(json_ld_objects("[" * 100_000)) == []


def test_title_language_meta_and_links_are_read() -> None:
    """Names are lower case, several values of one name keep their order."""
    declared = _declared(
        "<title>झील में नावें &amp; नाविक</title><meta property='OG:Title' content='झील'><meta name='keywords' content='क'>"
        "<meta name='keywords' content='ख'><link rel='canonical' href=' https://taal.example/jheel '>"
    )
    assert declared.title == "झील में नावें & नाविक"
    assert declared.language == "hi"
    assert declared.meta["og:title"] == ("झील",)
    assert declared.meta["keywords"] == ("क", "ख")
    assert declared.links["canonical"] == ("https://taal.example/jheel",)


def test_time_elements_of_other_stories_are_left_out() -> None:
    """Times on cards, in menus and in comments are no times of the story."""
    declared = _declared(
        body="<div class='meta'><time class='pub' datetime='2026-11-02T10:00:00+05:30'>2 नवंबर</time></div>",
        story=_STORY + "<aside><time datetime='2020-01-01'>1 जनवरी</time></aside>",
    )
    assert [time.value for time in declared.times] == ["2026-11-02T10:00:00+05:30"]
    assert declared.times[0].hints.split("/")[-2:] == ["meta", "pub"]


def test_pictures_of_the_story_come_with_caption_and_credit() -> None:
    """A figure's caption is parted from its credit; icons, and pictures of cards, are left out."""
    declared = _declared(
        body="<figure><img data-src='/naav.jpg' alt='नाव'>"
        "<figcaption>घाट पर नाव <span class='credit'>राजेश</span></figcaption>"
        "</figure><img src='/icon.png' width='20'>",
        story=_STORY + "<aside><img src='/card.jpg'></aside>",
    )
    assert [(image.url, image.caption, image.credit, image.alt) for image in declared.images] == [
        ("/naav.jpg", "घाट पर नाव", "राजेश", "नाव")
    ]


def test_picture_in_noscript_is_seen() -> None:
    """Pages that load pictures late hold the address in a noscript element."""
    declared = _declared(body="<div><noscript><img src='/late.jpg'></noscript></div>")
    assert [image.url for image in declared.images] == ["/late.jpg"]


def test_microdata_is_of_the_storys_item_alone() -> None:
    """An author's item gives its name; items of cards give nothing."""
    page = (
        "<html><body><main itemscope itemtype='https://schema.org/NewsArticle'>"
        "<h1 itemprop='headline'>झील में नावें लौटीं</h1>"
        "<span itemprop='author' itemscope><b itemprop='name'>मीना राठौर</b></span>"
        f"<meta itemprop='datePublished' content='2026-11-02'>{_STORY}</main>"
        "<div itemscope><span itemprop='headline'>दूसरी खबर</span></div></body></html>"
    )
    microdata = read_html(page).declared.microdata
    assert microdata["headline"] == ("झील में नावें लौटीं",)
    assert microdata["author"] == ("मीना राठौर",)
    assert microdata["datepublished"] == ("2026-11-02",)


def test_microdata_is_read_however_its_attribute_is_spelled() -> None:
    """Pages that are built by scripts write ``itemProp``; HTML knows no case of attribute names."""
    declared = _declared(body="<span itemProp='author'>मीना राठौर</span>")
    assert declared.microdata["author"] == ("मीना राठौर",)
