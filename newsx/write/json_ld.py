"""An article as JSON-LD in the vocabulary of schema.org, as pages and feeds declare it to search engines."""

from __future__ import annotations

from typing import Any

from newsx.article import Article, Image
from newsx.write.json_text import json_text
from newsx.write.times import with_seconds

CONTEXT = "https://schema.org"


def to_json_ld(article: Article, *, pretty: bool = False) -> str:
    """The object of `json_ld` as JSON text; it may stand in a script element as it is, for no `<` is in it."""
    return json_text(json_ld(article), pretty=pretty).replace("<", "\\u003c")


def json_ld(article: Article) -> dict[str, Any]:
    """A NewsArticle as JSON-ready values, or a WebPage where the page holds no article.

    What the page does not tell is left out, for JSON-LD knows no null. Persons and the agency are its authors, in this
    order. Times have seconds, and a day without time of day is a Date.
    """
    values: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "NewsArticle" if article.is_article else "WebPage",
        "headline": article.headline,
        "alternativeHeadline": article.alternative_headline,
        "description": article.summary,
        "author": _authors(article),
        "publisher": _named("Organization", article.publisher or article.site),
        "datePublished": article.published and with_seconds(article.published),
        "dateModified": article.modified and with_seconds(article.modified),
        "inLanguage": article.language,
        "keywords": list(article.tags),
        "image": article.image and _image(article.image),
        "url": article.url,
        "isAccessibleForFree": None if article.access is None else article.access == "free",
        **(_story(article) if article.is_article else {"text": article.text}),
    }
    return _without_gaps(values)


def _story(article: Article) -> dict[str, Any]:
    return {
        "mainEntityOfPage": article.url,
        "articleSection": article.section,
        "dateline": article.dateline,
        "articleBody": article.text,
    }


def _authors(article: Article) -> list[dict[str, str] | None]:
    persons = [_named("Person", name) for name in article.authors]
    return [*persons, _named("Organization", article.agency)] if article.agency else persons


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _image(image: Image) -> dict[str, Any]:
    values = {"@type": "ImageObject", "url": image.url, "caption": image.caption, "creditText": image.credit}
    return _without_gaps(values)


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}
