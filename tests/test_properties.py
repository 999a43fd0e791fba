"""What must hold of every page, tried on pages that nobody wrote."""

from __future__ import annotations

import html
import json
import string
import textwrap
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsx
from newsx.read.decode import decode
from newsx.read.mhtml import unpack
from newsx.text.clean import clean
from tests.golden import Fixture, draft, extract, fixtures

PAGES = fixtures()
DUMPS = [fixture for fixture in PAGES if fixture.name.startswith("text--")]

# Joiners and nukta stand in the words, since it is those that get lost.
WORDS = (
    "नगर निगम ने शुक्रवार को बैठक में तय किया कि अगले महीने से पानी की दरें बढ़ाई जाएंगी और पढ़ाई के लिए नए भवन क्\u200dया "
    "राज्\u200dय स्वास्\u200dथ्\u200dय विभाग श्री\u200cमान अधिकारी सड़क मरम्मत बाज़ार ज़िला किसान फसल मंडी बारिश नदी पुल गांव "
    "विद्यालय शिक्षक छात्र परीक्षा परिणाम घोषित हुआ लोगों कहना है समस्या हल होगी टीम जांच रिपोर्ट सौंपेगी"
).split()


def sentence(random: Random) -> str:
    return " ".join(random.sample(WORDS, random.randint(9, 16))) + "।"


@st.composite
def stories(drawn: st.DrawFn) -> tuple[str, list[str]]:
    """A headline and paragraphs; of one seed each, since lists that shrink give pages of one word again and again."""
    random = Random(drawn(st.integers(0, 10**6)))
    headline = " ".join(random.sample(WORDS, random.randint(7, 11)))
    return headline, [
        " ".join(sentence(random) for _ in range(random.randint(2, 4))) for _ in range(random.randint(4, 9))
    ]


def dump_of(headline: str, story: list[str]) -> str:
    return "\n\n".join(["होम\nदेश\nखेल", headline, "By रमा देवी\n20 नवंबर 2026", *story, "हमें फॉलो करें"]) + "\n"


def html_of(headline: str, story: list[str]) -> str:
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in story)
    return (
        f'<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>{headline} | भोर</title></head><body>'
        f'<nav><a href="/">होम</a> <a href="/desh">देश</a></nav><article><h1>{headline}</h1>{body}</article>'
        '<footer><a href="/a">संपर्क</a></footer></body></html>'
    )


def text_of(fixture: Fixture) -> str:
    data = fixture.page.read_bytes()
    return (unpack(data).decoded if fixture.name.startswith("mhtml--") else decode(data)).text


def check_is_a_record_or_an_error(data: bytes) -> None:
    try:
        article = newsx.extract(data)
    except newsx.NewsxError as error:
        message = str(error)
        assert message
        return
    for block in article.body:
        assert all(link.text and block.text[link.start : link.end] == link.text for link in block.links)
    text = article.to_json().encode("utf-8")
    assert newsx.Article.from_dict(json.loads(text)) == article


@given(st.binary(max_size=600))
def test_any_bytes_give_a_record_or_an_error_of_newsx(data: bytes) -> None:
    """No input makes newsx fail in a way that it does not own, and what comes out is UTF-8 JSON."""
    check_is_a_record_or_an_error(data)


@given(st.text(max_size=400))
def test_any_text_gives_a_record_or_an_error_of_newsx(text: str) -> None:
    """The same for text in every script, with controls and odd white space."""
    check_is_a_record_or_an_error(text.encode("utf-8", "surrogatepass"))


@given(
    st.lists(
        st.sampled_from(
            (
                "<html> <html ⚡> <head> <body> <p> </p> <div class=story> </div> <article> <h1> </h1> <li> <table> "
                '<script type="application/ld+json"> {"@type":"NewsArticle","headline":"\\ud83d", [ ] } "author":{} '
                "</script> <!-- --> <![CDATA[ ]]> &#0; &amp;#39; <td colspan=99999999> <br> <time datetime=2026> "
                "<a href= <meta charset=utf-16> खबर \x00 <svg> <template> <title>"
            ).split(" ")
        ),
        max_size=60,
    )
)
def test_any_heap_of_tags_gives_a_record_or_an_error_of_newsx(pieces: list[str]) -> None:
    """The same for markup that no one would write, nested and broken at will."""
    check_is_a_record_or_an_error(" ".join(["<html>", *pieces]).encode())


@given(st.sampled_from(PAGES), st.floats(0, 1), st.floats(0, 1), st.binary(max_size=3))
def test_broken_pages_give_a_record_or_an_error_of_newsx(fixture: Fixture, cut: float, at: float, noise: bytes) -> None:
    """The same for real forms of pages that were cut off, with stray bytes inside."""
    data = fixture.page.read_bytes()
    data = data[: int(cut * len(data))]
    place = int(at * len(data))
    check_is_a_record_or_an_error(data[:place] + noise + data[place:])


@pytest.mark.parametrize("form", [dump_of, html_of])
@given(stories())
def test_body_is_the_story_as_the_page_has_it(
    form: Callable[[str, list[str]], str], headline_and_story: tuple[str, list[str]]
) -> None:
    """An ordinary page gives its paragraphs, each once and in order, code point for code point."""
    headline, story = headline_and_story
    article = newsx.extract(form(headline, story).encode())
    assert article.is_article
    assert article.headline == headline
    assert [block.text for block in article.body] == story


@given(stories(), st.integers(0, 10**6))
def test_links_are_where_their_words_are(headline_and_story: tuple[str, list[str]], seed: int) -> None:
    """Whatever white space, invisible signs and markup stand around and in them; the text stays as it is without."""
    headline, story = headline_and_story
    random = Random(seed)
    page, expected = html_of(headline, story), []
    for number, paragraph in enumerate(story):
        words = paragraph.split()
        first = random.randrange(len(words) - 2)
        end = first + random.randint(1, 2)
        between = random.choice([" ", "&nbsp;", " \n\t", " \u200b", "</b> <b>"])
        inner = f"<b>{between.join(words[first:end])}</b>"
        before, behind = random.choice(["", "\u200b", " "]), random.choice(["", " "])
        link = f"{before}<a href='/k{number}'>{inner}{behind}</a> "
        page = page.replace(html.escape(paragraph), " ".join([*words[:first], link, *words[end:]]))
        expected.append([(" ".join(words[first:end]), f"https://bhor.example/k{number}")])
    article = newsx.extract(page.encode(), url="https://bhor.example/a.html")
    assert [block.text for block in article.body] == story
    assert [[(link.text, link.url) for link in block.links] for block in article.body] == expected
    for block in article.body:
        assert all(block.text[link.start : link.end] == link.text for link in block.links)


@pytest.mark.parametrize("fixture", PAGES, ids=[fixture.name for fixture in PAGES])
def test_body_holds_no_word_that_the_page_does_not_hold(fixture: Fixture) -> None:
    """Nothing is made up, spelt anew or put into other code points."""
    page = clean(html.unescape(text_of(fixture)))
    words = {word.strip(string.punctuation) for word in extract(fixture.page, fixture.options).text.split()}
    assert [word for word in sorted(words) if word not in page] == []


@pytest.mark.parametrize("fixture", PAGES, ids=[fixture.name for fixture in PAGES])
def test_body_holds_no_block_twice(fixture: Fixture) -> None:
    """A long block stands in the body once, however often the page repeats it."""
    long = [block.text for block in extract(fixture.page, fixture.options).body if len(block.text) > 80]
    assert len(long) == len(set(long))


@pytest.mark.parametrize("fixture", DUMPS, ids=[fixture.name for fixture in DUMPS])
@pytest.mark.parametrize(
    ("written", "instead"),
    [("\n", "\r\n"), ("\n", "\r"), (" ", "\u00a0"), (" ", "\t"), ("\n", "  \n"), ("\n", " \t\u00a0\n")],
    ids=["crlf", "cr", "no-break-spaces", "tabs", "trailing-spaces", "trailing-white-space"],
)
def test_white_space_of_a_dump_makes_no_difference(fixture: Fixture, written: str, instead: str) -> None:
    """Line ends of any system, no-break spaces, tabs and trailing spaces give the same record."""
    text = text_of(fixture).replace("\r\n", "\n").replace("\t", " ")
    assert draft(newsx.extract(text.replace(written, instead), **fixture.options)) == draft(
        newsx.extract(text, **fixture.options)
    )


UNWRAPPED = [
    fixture for fixture in DUMPS if fixture.name.startswith(("text--browser-", "text--reader-", "text--utf16-"))
]


@pytest.mark.parametrize("fixture", UNWRAPPED, ids=[fixture.name for fixture in UNWRAPPED])
@pytest.mark.parametrize("width", [50, 60, 72, 80, 100, 120])
def test_hard_wrapping_a_dump_makes_no_difference(fixture: Fixture, width: int) -> None:
    """A dump whose lines are filled to a width gives the article of the dump with one line a paragraph."""
    text = text_of(fixture).replace("\r\n", "\n").replace("\t", " ").replace("\u00a0", " ")
    lines = [
        piece
        for line in text.split("\n")
        for piece in (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""])
    ]
    wrapped = newsx.extract("\n".join(lines), **fixture.options)
    plain = newsx.extract(text, **fixture.options)
    assert wrapped.headline == plain.headline
    assert [block.text for block in wrapped.body] == [block.text for block in plain.body]
