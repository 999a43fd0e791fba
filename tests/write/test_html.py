"""An article as a page, read by parsers and by newsx itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup

import newsx
from newsx.article import Article, BodyBlock, Image, Link

MakeArticle = Callable[..., Article]

LOADS = {"img", "script", "iframe", "object", "embed", "video", "audio", "source", "svg", "form", "base"}
HOSTILE = "</title></style></article><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' &lt;b&gt;"


class Tags(HTMLParser):
    """Counts that each element which is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_each_kind_of_block_has_its_element(make_article: MakeArticle) -> None:
    """Items of one list stand in one list; levels of headings begin at two."""
    body = (
        BodyBlock("heading", "पहला", level=1),
        BodyBlock("list_item", "एक"),
        BodyBlock("list_item", "दो"),
        BodyBlock("quote", "हम खुश हैं"),
        BodyBlock("table", "सीट | दल", rows=(("सीट", "दल"), ("4", "5"))),
        BodyBlock("update", "मतगणना शुरू", time="2026-02-04T08:00+05:30"),
        BodyBlock("update", "मतगणना", time="सुबह 8 बजे"),
        BodyBlock("paragraph", "अंत"),
    )
    html = make_article(body=body, image=None, summary=None).to_html()
    assert html.partition("</header>\n")[2].partition("\n<footer>")[0].split("\n") == [
        "<h2>पहला</h2>",
        "<ul>",
        "<li>एक</li>",
        "<li>दो</li>",
        "</ul>",
        "<blockquote><p>हम खुश हैं</p></blockquote>",
        "<table>",
        "<tr><td>सीट</td><td>दल</td></tr>",
        "<tr><td>4</td><td>5</td></tr>",
        "</table>",
        '<p><strong><time datetime="2026-02-04T08:00:00+05:30">2026-02-04 08:00 IST</time></strong> मतगणना शुरू</p>',
        "<p><strong>सुबह 8 बजे</strong> मतगणना</p>",
        "<p>अंत</p>",
    ]


def test_every_golden_record_gives_a_sound_page(golden_articles: dict[str, Article]) -> None:
    """Elements are closed in order, nothing is loaded, and the text is all there."""
    for name, article in golden_articles.items():
        html = article.to_html()
        tags = Tags()
        tags.feed(html)
        assert tags.open == [], name
        soup = BeautifulSoup(html, "lxml")
        assert not soup.find_all(LOADS), name
        shown = " ".join(soup.get_text().split())
        assert all(" ".join(block.text.split()) in shown for block in article.body if block.type != "table"), name


def test_the_page_gives_its_article_again(make_article: MakeArticle) -> None:
    """What newsx writes, newsx reads."""
    sentences = ("पुलिया का काम बुधवार को शुरू हुआ।", "गांव के लोग इस काम से खुश हैं।")
    texts = [" ".join([sentence] * 6) for sentence in sentences]
    article = make_article(body=tuple(BodyBlock("paragraph", text) for text in texts))
    again = newsx.extract(article.to_html().encode())
    assert (again.headline, again.published) == (article.headline, article.published)
    assert [block.text for block in again.body] == texts


def test_text_of_the_page_cannot_become_markup(make_article: MakeArticle) -> None:
    """Whatever field it stands in."""
    article = make_article(
        headline=HOSTILE,
        summary=HOSTILE,
        authors=(HOSTILE,),
        publisher=HOSTILE,
        dateline=HOSTILE,
        published=HOSTILE,
        language=HOSTILE,
        url=f"https://gaon.example/{HOSTILE}",
        image=Image(f"https://gaon.example/{HOSTILE}", HOSTILE, HOSTILE),
        body=(BodyBlock("paragraph", HOSTILE), BodyBlock("table", "", rows=((HOSTILE,),))),
    )
    soup = BeautifulSoup(article.to_html(), "lxml")
    assert not soup.find_all(LOADS)
    assert {name for element in soup.find_all(True) for name in element.attrs} <= {
        *("lang", "dir", "charset", "http-equiv", "content", "name", "rel", "href", "class"),
    }
    assert len(soup.find_all("article")) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " javascript:x", "//gaon.example/x"])
def test_only_addresses_of_the_web_are_linked(make_article: MakeArticle, address: str) -> None:
    """A click on another would run what it holds."""
    html = make_article(url=address, image=Image(address)).to_html()
    assert "<a " not in html
    assert "canonical" not in html


def test_the_page_forbids_itself_to_load_and_to_run(make_article: MakeArticle) -> None:
    """By a policy that stands before anything else that could; style sheets name nothing outside."""
    html = make_article().to_html()
    assert "default-src 'none'" in html.partition("<title>")[0]
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|</", style)


def test_no_italics_for_devanagari(make_article: MakeArticle) -> None:
    """A slanted Devanagari letter is none; size tells a summary apart."""
    html = make_article().to_html()
    assert not re.search(r"<(em|i)\b|italic", html)
    assert '<html lang="hi">' in html


def test_links_and_pictures_of_the_story_are_linked(make_article: MakeArticle) -> None:
    """Nothing is loaded; what leads to no web address is text."""
    url, escaped = "https://gaon.example/b?c=1&d=2", "https://gaon.example/b?c=1&amp;d=2"
    body = (
        BodyBlock("paragraph", "नई <पुलिया>।", links=(Link("<पुलिया>", url, 3, 11),)),
        BodyBlock("image", "", url=url, caption="पुल", credit="सुनील मेहरा"),
        BodyBlock("list_item", "एक", links=(Link("एक", "javascript:alert(1)", 0, 2),)),
        BodyBlock("table", "4 | नाव", rows=(("4", "नाव"),), links=(Link("नाव", url, 4, 7),)),
    )
    html = make_article(body=body, image=None, summary=None).to_html()
    assert html.partition("</header>\n")[2].partition("\n<footer>")[0].split("\n") == [
        f'<p>नई <a href="{escaped}" rel="noreferrer">&lt;पुलिया&gt;</a>।</p>',
        f'<figure><figcaption><a href="{escaped}" rel="noreferrer">पुल · सुनील मेहरा</a></figcaption></figure>',
        "<ul>",
        "<li>एक</li>",
        "</ul>",
        "<table>",
        f'<tr><td>4</td><td><a href="{escaped}" rel="noreferrer">नाव</a></td></tr>',
        "</table>",
    ]
