"""JSON-LD, expanded by a JSON-LD processor that has no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from jsonschema import Draft202012Validator
from pyld import jsonld

from newsx.article import Article, Image
from newsx.write.json_ld import CONTEXT, json_ld

MakeArticle = Callable[..., Article]
SCHEMA_ORG = "https://schema.org/"

TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$"}
NAMED = {
    "type": "object",
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": TEXT},
    "required": ["@type", "name"],
    "additionalProperties": False,
}
REQUIRED = {
    "type": "object",
    "required": ["@context", "@type"],
    "properties": {
        "@context": {"const": CONTEXT},
        "@type": {"enum": ["NewsArticle", "WebPage"]},
        "author": {"type": "array", "minItems": 1, "items": NAMED},
        "publisher": NAMED,
        "datePublished": MOMENT,
        "dateModified": MOMENT,
        "keywords": {"type": "array", "items": TEXT, "minItems": 1},
        "image": {"type": "object", "required": ["@type", "url"], "properties": {"@type": {"const": "ImageObject"}}},
        "isAccessibleForFree": {"type": "boolean"},
    },
    "additionalProperties": {"type": "string", "minLength": 1},
    "if": {"properties": {"@type": {"const": "NewsArticle"}}},
    "then": {"required": ["headline", "articleBody", "inLanguage"]},
}
"""What readers of a NewsArticle look for: search engines, feed readers, newsx itself."""


def expand(text: str) -> dict[str, Any]:
    """The expanded object; the context of schema.org comes from here, with the terms that are addresses and dates."""

    def load(address: str, _: object) -> dict[str, Any]:
        assert address.rstrip("/") == CONTEXT, f"asked for {address}"
        terms: dict[str, Any] = {"@vocab": SCHEMA_ORG}
        terms |= {term: {"@type": "@id"} for term in ("url", "mainEntityOfPage")}
        terms |= {term: {"@type": f"{SCHEMA_ORG}Date"} for term in ("datePublished", "dateModified")}
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": terms}}

    [found] = jsonld.expand(json.loads(text), {"documentLoader": load})
    assert isinstance(found, dict)
    return found


def test_every_golden_record_expands_and_has_the_required_keys(golden_articles: dict[str, Article]) -> None:
    """No key is lost on the way, for one that the context does not know would be dropped without a word."""
    validator = Draft202012Validator(REQUIRED)
    for name, article in golden_articles.items():
        text = article.to_json_ld()
        validator.validate(json.loads(text))
        expanded = expand(text)
        assert expanded["@type"] == [f"{SCHEMA_ORG}{'NewsArticle' if article.is_article else 'WebPage'}"], name
        keys = {key.removeprefix(SCHEMA_ORG) for key in expanded if not key.startswith("@")}
        assert keys == {key for key in json.loads(text) if not key.startswith("@")}, name


def test_an_article_is_told_in_the_words_of_schema_org(make_article: MakeArticle) -> None:
    """Persons before the agency; a time has seconds."""
    article = make_article(agency="भाषा", access="paid", section="बिहार")
    assert json_ld(article) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "सोनपुर में नई पुलिया का काम शुरू",
        "description": "तीन गांवों को फायदा मिलेगा।",
        "author": [
            {"@type": "Person", "name": "सीमा वर्मा"},
            {"@type": "Person", "name": "राज मेहता"},
            {"@type": "Organization", "name": "भाषा"},
        ],
        "publisher": {"@type": "Organization", "name": "गांव समाचार"},
        "datePublished": "2026-02-04T20:42:00+05:30",
        "inLanguage": "hi",
        "keywords": ["पुलिया", "बिहार"],
        "image": {"@type": "ImageObject", "url": "https://gaon.example/pulia.jpg", "caption": "पुरानी पुलिया"},
        "url": "https://gaon.example/bihar/pulia-101.html",
        "isAccessibleForFree": False,
        "mainEntityOfPage": "https://gaon.example/bihar/pulia-101.html",
        "articleSection": "बिहार",
        "dateline": "सोनपुर",
        "articleBody": article.text,
    }


def test_a_page_without_article_is_not_called_one(make_article: MakeArticle) -> None:
    """It is a page, and its text is no article's body."""
    told = json_ld(make_article(is_article=False))
    assert told["@type"] == "WebPage"
    assert "articleBody" not in told


def test_a_script_element_can_hold_it(make_article: MakeArticle) -> None:
    """Nothing in a page's text can end the element, or begin another."""
    article = make_article(headline="</script><script>alert(1)</script><!--", image=Image("x.png", "<b>", None))
    for text in (article.to_json_ld(), article.to_json_ld(pretty=True)):
        assert "<" not in text
        assert json.loads(text) == json_ld(article)
