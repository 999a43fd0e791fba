"""JSON-LD: which object is the article, and words out of values of any shape."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.fields.article_object import article_objects, names, objects_of_type, text_of, url_of

HEADLINE = "सोनपुर में नई पुलिया का काम शुरू"
OWN = {"@type": "NewsArticle", "headline": HEADLINE, "url": "https://gaon.example/a/1"}


def headlines(labelled: Any) -> list[str]:
    return [item["headline"] for item in article_objects(labelled.page.declared)]


@pytest.mark.parametrize(
    "kind",
    [
        "NewsArticle",
        "schema:NewsArticle",
        "http://schema.org/Article",
        ["Thing", "ReportageNewsArticle"],
        "LiveBlogPosting",
    ],
)
def test_article_types_are_known_in_every_spelling(page: Any, kind: Any) -> None:
    """Prefixed types, addresses of types and lists of types all make an article."""
    assert headlines(page(json_ld=[{"@type": kind, "headline": HEADLINE}])) == [HEADLINE]


@pytest.mark.parametrize("kind", ["WebPage", "Organization", "BreadcrumbList", "JobPosting", "SiteNavigationElement"])
def test_other_types_are_no_article(page: Any, kind: str) -> None:
    """A page, its owner and its menus are not the article, whatever they are called."""
    assert headlines(page(json_ld=[{"@type": kind, "headline": HEADLINE}])) == []


def test_other_stories_are_left_out(page: Any) -> None:
    """An article object with another address and another headline belongs to a related story."""
    other = {"@type": "NewsArticle", "headline": "क्रिकेट टीम का एलान", "url": "https://gaon.example/a/2"}
    labelled = page(json_ld=[other, OWN], links={"canonical": "https://www.gaon.example/a/1?from=home"})
    assert headlines(labelled) == [HEADLINE]


def test_players_video_is_no_article(page: Any) -> None:
    """A video object counts only if it bears the page's title and no article object is there."""
    video = {"@type": "VideoObject", "headline": "बारिश का वीडियो", "name": "बारिश का वीडियो"}
    assert headlines(page(json_ld=[video], title=HEADLINE)) == []
    assert headlines(page(json_ld=[video], title="बारिश का वीडियो")) == ["बारिश का वीडियो"]
    assert headlines(page(json_ld=[video, OWN], title="बारिश का वीडियो")) == [HEADLINE]


def test_references_are_resolved(page: Any) -> None:
    """`{"@id": ...}` stands for the fullest object of that name on the page, alone and in lists."""
    labelled = page(
        json_ld=[
            {**OWN, "publisher": {"@id": "#us"}, "author": [{"@id": "#her"}]},
            {"@id": "#us", "@type": "Organization", "name": "गांव समाचार"},
            {"@id": "#her", "@type": "Person", "name": "मीरा जोशी"},
        ]
    )
    [article] = article_objects(labelled.page.declared)
    assert (names(article["publisher"]), names(article["author"])) == (["गांव समाचार"], ["मीरा जोशी"])


def test_main_entity_of_a_web_page_is_the_article(page: Any) -> None:
    """An article may stand inside the object of its page."""
    assert headlines(page(json_ld=[{"@type": "WebPage", "mainEntity": OWN}])) == [HEADLINE]


def test_fullest_article_comes_first(page: Any) -> None:
    """Of two objects for one story the one that tells more leads."""
    full = {**OWN, "datePublished": "2026-01-05", "author": "मीरा जोशी"}
    assert article_objects(page(json_ld=[OWN, full]).page.declared)[0]["author"] == "मीरा जोशी"


def test_objects_are_found_by_type(page: Any) -> None:
    """Any of several types may be asked for."""
    labelled = page(json_ld=[OWN, {"@type": ["Thing", "BreadcrumbList"], "name": "x"}])
    assert [item["name"] for item in objects_of_type(labelled.page.declared, "BreadcrumbList")] == ["x"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, []),
        ("मीरा जोशी", ["मीरा जोशी"]),
        ({"name": ["मीरा जोशी", "रवि राव"]}, ["मीरा जोशी", "रवि राव"]),
        ([{"name": "मीरा जोशी"}, [{"name": "मीरा जोशी"}], {"url": "https://x.example"}], ["मीरा जोशी"]),
        ({"@value": "  मीरा&nbsp;जोशी "}, ["मीरा जोशी"]),
        (True, []),
    ],
)
def test_names_are_read_from_any_shape(value: Any, expected: list[str]) -> None:
    """Strings, objects, lists and lists in lists give names without repeats; anything else gives none."""
    assert names(value) == expected


def test_text_loses_markup_and_entities() -> None:
    """Declared text may hold tags and entities escaped twice."""
    assert text_of("<b>नदी</b> &amp;#39;शांत&amp;#39;") == "नदी 'शांत'"


@pytest.mark.parametrize(
    "value", ["https://x.example/a", {"@id": "https://x.example/a"}, [{"url": ["https://x.example/a"]}]]
)
def test_addresses_are_read_from_any_shape(value: Any) -> None:
    """A string, an object's url or @id, or the first in a list."""
    assert url_of(value) == "https://x.example/a"
