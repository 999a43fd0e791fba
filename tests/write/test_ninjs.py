"""ninjs, held against a description of the keys that newsx writes, and against the IPTC's schema where it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from newsx.article import Article, Image
from newsx.write.ninjs import STANDARD, ninjs, uri

MakeArticle = Callable[..., Article]


def _closed(required: str, **properties: Any) -> dict[str, Any]:
    """An object that has these keys and no others, as ninjs has it."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": items}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
URI = {
    "type": "string",
    "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|\[[0-9A-Fa-f:.]+\]|%[0-9A-Fa-f]{2})+$",
}
"""RFC 3986's characters; brackets stand around an address of IPv6 alone."""

WITH_ROLE = {"role": TEXT, "contentType": TEXT, "value": TEXT}
NAMED = {"name": TEXT, "rel": TEXT}
PICTURE = _closed(
    "name uri",
    name=TEXT,
    uri=URI,
    type={"const": "picture"},
    descriptions=_list(_closed("value", **WITH_ROLE)),
    by=TEXT,
    renditions=_list(_closed("name", name=TEXT, href=URI)),
)
WRITTEN = _closed(
    "uri type profile standard altIds",
    uri=URI,
    type={"const": "text"},
    profile=TEXT,
    standard={"const": STANDARD},
    firstCreated=MOMENT,
    versionCreated=MOMENT,
    language=TEXT,
    headlines=_list(_closed("value", role=TEXT, value=TEXT)),
    descriptions=_list(_closed("value", **WITH_ROLE)),
    bodies=_list(_closed("value", **WITH_ROLE, charCount=COUNT, wordCount=COUNT)),
    by=TEXT,
    people=_list(_closed("name", **NAMED)),
    infoSources=_list(_closed("name", name=TEXT, role=TEXT)),
    located=TEXT,
    subjects=_list(_closed("name", **NAMED)),
    associations=_list(PICTURE),
    altIds=_list(_closed("role value", role=TEXT, value=TEXT)),
)
"""The keys of ninjs 3.1 that newsx uses, of the kinds that the standard gives them. It is not the IPTC's schema."""


def test_every_golden_record_has_the_keys_of_ninjs_alone(golden_articles: dict[str, Article]) -> None:
    """With times that have seconds and an offset, and addresses that are URIs."""
    validator = Draft202012Validator(WRITTEN)
    for article in golden_articles.values():
        validator.validate(json.loads(article.to_ninjs()))


def test_every_golden_record_is_valid_by_the_schema_of_the_iptc(golden_articles: dict[str, Article]) -> None:
    """With its formats, if the validators of formats are installed; geojson.org, which it refers to, is never asked."""
    name = os.environ.get("NEWSX_NINJS_SCHEMA")
    if not name:
        pytest.skip("NEWSX_NINJS_SCHEMA names no copy of ninjs-schema_3.1.json")
    checker = FormatChecker()
    assert {"date-time", "uri"} <= set(checker.checkers), "pip install 'jsonschema[format-nongpl]'"
    validator = Draft202012Validator(json.loads(Path(name).read_text("utf-8")), format_checker=checker)
    for article in golden_articles.values():
        validator.validate(json.loads(article.to_ninjs()))
    assert not validator.is_valid(ninjs(article) | {"confidence": 1.0})
    assert not validator.is_valid(ninjs(article) | {"firstCreated": "2026-02-04T20:42+05:30"})


def test_an_article_is_told_in_the_words_of_ninjs(make_article: MakeArticle) -> None:
    """Each of its texts stands under the key and the role that editorial systems look for."""
    article = make_article(
        agency="भाषा", section="बिहार", highlights=("मार्च तक पूरी",), alternative_headline="New culvert"
    )
    told = ninjs(article)
    [plain, rich] = told.pop("bodies")
    assert told == {
        "uri": "https://gaon.example/bihar/pulia-101.html",
        "type": "text",
        "profile": "article",
        "standard": STANDARD,
        "firstCreated": "2026-02-04T20:42:00+05:30",
        "versionCreated": "2026-02-04T20:42:00+05:30",
        "language": "hi",
        "headlines": [
            {"role": "main", "value": "सोनपुर में नई पुलिया का काम शुरू"},
            {"role": "alternative", "value": "New culvert"},
        ],
        "descriptions": [
            {"role": "summary", "contentType": "text/plain", "value": "तीन गांवों को फायदा मिलेगा।"},
            {"role": "highlight", "contentType": "text/plain", "value": "मार्च तक पूरी"},
        ],
        "by": "सीमा वर्मा, राज मेहता",
        "people": [{"name": "सीमा वर्मा", "rel": "author"}, {"name": "राज मेहता", "rel": "author"}],
        "infoSources": [{"name": "भाषा", "role": "agency"}, {"name": "गांव समाचार", "role": "publisher"}],
        "located": "सोनपुर",
        "subjects": [
            {"name": "बिहार", "rel": "section"},
            {"name": "पुलिया", "rel": "tag"},
            {"name": "बिहार", "rel": "tag"},
        ],
        "associations": [
            {
                "name": "image",
                "uri": "https://gaon.example/pulia.jpg",
                "type": "picture",
                "descriptions": [{"role": "caption", "contentType": "text/plain", "value": "पुरानी पुलिया"}],
                "renditions": [{"name": "original", "href": "https://gaon.example/pulia.jpg"}],
            }
        ],
        "altIds": [{"role": "sha256", "value": "0" * 64}],
    }
    assert (plain["role"], plain["value"], plain["charCount"]) == ("main", article.text, len(article.text))
    assert rich["value"].splitlines() == [
        "<p>पुलिया का काम बुधवार को शुरू हुआ।</p>",
        "<h2>कब तक बनेगी</h2>",
        "<p>मार्च तक काम पूरा होगा।</p>",
    ]


def test_the_last_change_makes_the_version(make_article: MakeArticle) -> None:
    """And the first one stays what it was."""
    told = ninjs(make_article(modified="2026-02-05T09:00:07Z"))
    assert told["firstCreated"] == "2026-02-04T20:42:00+05:30"
    assert told["versionCreated"] == "2026-02-05T09:00:07Z"


@pytest.mark.parametrize("time", ["2026-02-04", "2026-02-04T20:42", None])
def test_what_is_no_moment_is_left_out(make_article: MakeArticle, time: str | None) -> None:
    """A day, or a clock that nobody knows the zone of, would be refused, and nothing is made up."""
    assert not {"firstCreated", "versionCreated"} & set(ninjs(make_article(published=time)))


def test_a_page_without_address_is_named_by_its_digest(make_article: MakeArticle) -> None:
    """So that the same bytes have the same name everywhere, for ninjs wants one."""
    assert ninjs(make_article(url=None))["uri"] == f"ni:///sha-256;{'A' * 43}"


def test_a_picture_without_a_whole_address_is_left_out(make_article: MakeArticle) -> None:
    """It would not be valid, and nobody could fetch it."""
    assert "associations" not in ninjs(make_article(image=Image("/pulia.jpg")))


def test_a_page_without_article_says_what_it_is(make_article: MakeArticle) -> None:
    """By its profile; a page of which nothing is known but its bytes is valid too."""
    bare = Article(False, "listing", None, make_article().source)
    assert ninjs(bare)["profile"] == "listing"
    Draft202012Validator(WRITTEN).validate(ninjs(bare))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x%20y%zz", "https://a.example/x%20y%25zz"),
        ("https://a.example/a b\\c#d#e", "https://a.example/a%20b%5Cc#d%23e"),
        ("HTTP://[2001:db8::1]:80/a[1]?q=क|ख", "http://[2001:db8::1]:80/a%5B1%5D?q=%E0%A4%95%7C%E0%A4%96"),
        ("https://गांव.example/", "https://%E0%A4%97%E0%A4%BE%E0%A4%82%E0%A4%B5.example/"),
        ("https://[bad/", None),
        ("https://a.example:x:y/", None),
        ("data:image/gif;base64,R0lGOD", None),
        ("", None),
    ],
)
def test_addresses_become_uris(address: str, expected: str | None) -> None:
    """As browsers would send them."""
    assert uri(address) == expected
