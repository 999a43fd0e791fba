"""The story's text where the markup holds none."""

from __future__ import annotations

import json

import pytest

from newsx.page import Page
from newsx.read.html import read_html

_SENTENCES = [
    f"पहाड़ी गांव {name} में {number} घरों तक पहली बार नल से पानी पहुंचा और लोगों ने खुशी जताई।"
    for number, name in zip(range(20, 28), "रामपुर सीतापुर माधोपुर किशनपुर गोविंदपुर शिवपुर हरिपुर देवपुर".split(), strict=True)
]
_HTML = "".join(f"<p>{sentence}</p>" for sentence in _SENTENCES)
_SHELL = (
    "<html><head>{head}</head><body><header><a href='/'>होम</a></header><main><h1>पहाड़ पर पानी</h1>"
    "<div>लोड हो रहा है</div></main>{scripts}<footer>संपर्क</footer></body></html>"
)

_FURNITURE = ("होम", "पहाड़ पर पानी", "लोड हो रहा है", "संपर्क")


def _read(head: str = "", scripts: str = "") -> tuple[list[str], list[str], Page]:
    page = read_html(_SHELL.format(head=head, scripts=scripts))
    return [b.text for b in page.blocks if b.text not in _FURNITURE], [w.kind for w in page.warnings], page


def test_text_comes_from_json_ld_with_a_warning() -> None:
    """Line ends in articleBody part its paragraphs."""
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "पहाड़ पर पानी", "articleBody": "\n".join(_SENTENCES)}, ensure_ascii=False
    )
    story, warnings, page = _read(head=f"<script type='application/ld+json'>{data}</script>")
    assert story == _SENTENCES
    assert warnings == ["text_from_json_ld"]
    texts = [block.text for block in page.blocks]
    assert texts.index("पहाड़ पर पानी") < texts.index(_SENTENCES[0]) < texts.index("संपर्क")


def test_article_body_of_another_story_is_not_taken() -> None:
    """Of several declared bodies that one counts whose headline is the page's title."""
    other = {"@type": "NewsArticle", "headline": "समुद्र में तूफान", "articleBody": "दूसरी खबर का यह वाक्य है। " * 60}
    own = {"@type": "NewsArticle", "headline": "पहाड़ पर पानी", "articleBody": "\n".join(_SENTENCES)}
    data = json.dumps([other, own], ensure_ascii=False)
    story, _, _ = _read(head=f"<title>पहाड़ पर पानी</title><script type='application/ld+json'>{data}</script>")
    assert story == _SENTENCES


def test_text_comes_from_data_of_a_script_element() -> None:
    """Next.js keeps the page's state as JSON in a script element."""
    data = json.dumps({"props": {"story": {"title": "पहाड़ पर पानी", "html": _HTML}}}, ensure_ascii=False)
    story, warnings, _ = _read(scripts=f"<script id='__NEXT_DATA__' type='application/json'>{data}</script>")
    assert story == _SENTENCES
    assert warnings == ["text_from_script"]


def test_text_comes_from_a_list_of_small_objects() -> None:
    """Publishing systems keep a story as a list of typed blocks; cards of other stories are no blocks."""
    blocks = [{"type": "text", "content": sentence} for sentence in _SENTENCES]
    cards = [{"title": "दूसरी खबर", "url": "/x", "description": sentence * 3} for sentence in _SENTENCES]
    state = json.dumps({"related": cards, "article": {"content_elements": blocks}}, ensure_ascii=False)
    story, _, _ = _read(scripts=f"<script>window.__INITIAL_STATE__ = {state};</script>")
    assert story == _SENTENCES


def test_text_comes_from_a_long_string_in_a_call() -> None:
    """React's flight data is a string in a call, HTML escapes and all."""
    literal = json.dumps(_HTML).replace("<", "\\u003c")
    story, _, _ = _read(scripts=f"<script>self.push(go, {literal})</script>")
    assert story == _SENTENCES


def test_markup_comes_first() -> None:
    """A page whose markup holds the story never takes it from elsewhere."""
    data = json.dumps({"@type": "NewsArticle", "articleBody": "और कुछ ही लिखा है। " * 40}, ensure_ascii=False)
    page = read_html(
        f"<head><script type='application/ld+json'>{data}</script></head>"
        f"<body><h1>पहाड़ पर पानी</h1><div>{_HTML}</div></body>"
    )
    assert [block.text for block in page.blocks][1:] == _SENTENCES
    assert page.warnings == ()


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>होम</a></nav>",
        "<div class='newsletter-promo'><p>रोज की खबरें पाने के लिए हमसे जुड़ें और साझा करें।</p></div>",
        "<div class='author-bio'><p>लेखक दस साल से पहाड़ की पत्रकारिता में हैं।</p></div>",
        "<ul class='social-share'><li>फेसबुक</li></ul>",
    ],
)
@pytest.mark.parametrize("place", ["json_ld", "script"])
def test_what_the_text_calls_navigation_promo_or_bio_is_stripped(furniture: str, place: str) -> None:
    """Data holds markup of the story's page, with all that stands in it."""
    half = _HTML.find("</p>") + 4
    text = f"{_HTML[:half]}{furniture}{_HTML[half:]}"
    if place == "json_ld":
        data = json.dumps({"@type": "NewsArticle", "articleBody": text}, ensure_ascii=False)
        story, _, _ = _read(head=f"<script type='application/ld+json'>{data}</script>")
    else:
        story, _, _ = _read(scripts=f"<script type='application/json'>{json.dumps({'html': text})}</script>")
    assert story == _SENTENCES


def test_text_from_elsewhere_stands_in_a_box_of_its_own_below_what_stands_with_the_heading() -> None:
    """Those behind it move on, those before it stay as they are."""
    data = json.dumps({"html": _HTML}, ensure_ascii=False)
    _, _, page = _read(scripts=f"<script type='application/json'>{data}</script>")
    assert [block.text for block in page.blocks] == [*_FURNITURE[:3], *_SENTENCES, _FURNITURE[3]]
    held = {box.tag: [block.text for block in page.blocks[box.first : box.end]] for box in page.boxes}
    assert held["article"] == _SENTENCES
    assert held["footer"] == ["संपर्क"]
    assert held["h1"] == ["पहाड़ पर पानी"]
    assert held["div"] == ["लोड हो रहा है"]


@pytest.mark.parametrize(
    "script",
    [
        "var a = {not json}; var b = [1, 2",
        'window.x = "' + "पहाड़ " * 20,
        json.dumps({"title": "पहाड़ पर पानी"}),
        json.dumps({"deep": "[" * 5000}),
        "[" * 100_000,
        json.dumps({"code": "function(){return {a: {b: {c: 1}}}}; " * 30}),
    ],
    ids=["no-json", "open-string", "short", "brackets", "nested", "code"],
)
def test_scripts_without_a_story_give_nothing(script: str) -> None:
    """Broken, nested, short or made of code: the page is what its markup holds."""
    story, warnings, _ = _read(scripts=f"<script>{script}</script>")
    assert (story, warnings) == ([], [])
