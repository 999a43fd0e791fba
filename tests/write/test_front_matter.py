"""Front matter, read back with two libraries for YAML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML

from newsx.article import Article
from newsx.write.front_matter import facts, front_matter

MakeArticle = Callable[..., Article]


def read_by_pyyaml(text: str) -> Any:
    return yaml.safe_load(text)


def read_by_ruamel(text: str, version: tuple[int, int]) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.version = version
    return reader.load(StringIO(text))


def read_back(markdown: str) -> list[Any]:
    """What each reader finds between the two lines of hyphens that a Markdown file begins with."""
    assert markdown.startswith("---\n")
    between = markdown.removeprefix("---\n").partition("\n---")[0]
    return [read_by_pyyaml(between), read_by_ruamel(between, (1, 1)), read_by_ruamel(between, (1, 2))]


def test_the_facts_stand_above_the_story_once(make_article: MakeArticle) -> None:
    """Headline and credits are not repeated below: programs that read front matter show the title themselves."""
    assert make_article(modified="2026-02-05").to_markdown(front_matter=True) == "\n".join(
        [
            "---",
            'title: "सोनपुर में नई पुलिया का काम शुरू"',
            'author: ["सीमा वर्मा", "राज मेहता"]',
            'date: "2026-02-04T20:42:00+05:30"',
            'lastmod: "2026-02-05"',
            'description: "तीन गांवों को फायदा मिलेगा।"',
            'tags: ["पुलिया", "बिहार"]',
            'publisher: "गांव समाचार"',
            'place: "सोनपुर"',
            'language: "hi"',
            'source: "https://gaon.example/bihar/pulia-101.html"',
            'image: "https://gaon.example/pulia.jpg"',
            "---",
            "",
            "*तीन गांवों को फायदा मिलेगा।*",
            "",
            "पुलिया का काम बुधवार को शुरू हुआ।",
            "",
            "## कब तक बनेगी",
            "",
            "मार्च तक काम पूरा होगा।",
        ]
    )


def test_every_golden_record_reads_back_equal(golden_articles: dict[str, Article]) -> None:
    """By PyYAML, and by ruamel.yaml as YAML 1.1 and 1.2."""
    for name, article in golden_articles.items():
        for found in read_back(article.to_markdown(front_matter=True)):
            assert (found or {}) == facts(article), name


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "on",
        "null",
        "~",
        "1:30",
        "2026-02-04",
        "0x1F",
        "@x",
        "- एक",
        "---",
        "...",
        "कौन: वह # नहीं",
        "'एक' \"दो\" \\n",
        "{{ site.time }} {% raw %}",
        "!!python/object/apply:os.system ['true']",
        "&a *a",
        "क\u200dष क\u200cष",
        "एक\nदो\r\nतीन\tचार",
        "एक\u2028दो\u2029तीन\u0085चार",
        "\ufeffबोम \x7f \x9b",
        "😀",
        "%YAML 1.2",
    ],
)
def test_any_text_is_text(make_article: MakeArticle, text: str) -> None:
    """Nothing in a page becomes a number, a truth value, a date, a key, a tag or a second document."""
    article = make_article(headline=text, tags=(text, "दूसरा"))
    markdown = article.to_markdown(front_matter=True)
    assert [(found["title"], found["tags"]) for found in read_back(markdown)] == [(text, [text, "दूसरा"])] * 3
    assert set(read_back(markdown)[0]) == set(facts(article))


def test_half_a_character_does_not_break_the_file(make_article: MakeArticle) -> None:
    """A lone surrogate, which no file in UTF-8 can hold, is spelled out."""
    assert 'title: "\\ud83d"' in make_article(headline="\ud83d").to_markdown(front_matter=True)


def test_keys_that_steer_a_program_are_not_used(golden_articles: dict[str, Article]) -> None:
    """`url`, `permalink` and `slug` would move the page, `layout` and `type` change it, `lang` stops Hugo."""
    steering = {
        "url",
        "permalink",
        "slug",
        "lang",
        "layout",
        "type",
        "draft",
        "published",
        "aliases",
        "cascade",
        "path",
    }
    used = {key for article in golden_articles.values() for key in facts(article)}
    assert {"title", "date", "tags"} <= used
    assert not used & steering


def test_a_page_that_tells_nothing_has_empty_front_matter(make_article: MakeArticle) -> None:
    """The two lines stand all the same, so that each file of a folder is read alike."""
    nothing = dict.fromkeys(("headline", "publisher", "dateline", "published", "summary", "image", "url", "language"))
    assert front_matter(make_article(**nothing, authors=(), tags=())) == "---\n---"


def test_agency_stands_for_an_author_where_there_is_none(make_article: MakeArticle) -> None:
    """And it is told as what it is."""
    told = facts(make_article(authors=(), agency="भाषा"))
    assert (told["author"], told["agency"]) == (["भाषा"], "भाषा")


def test_a_copy_names_the_first_one(make_article: MakeArticle) -> None:
    """As its record does."""
    article = make_article()
    marked = replace(article, source=replace(article.source, duplicate_of="pages/first.html"))
    assert facts(marked)["duplicate_of"] == "pages/first.html"
    assert "duplicate_of" not in facts(article)
