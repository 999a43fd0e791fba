"""The JSON Schema of the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsx.article import Article, BodyBlock, Link
from newsx.write.schema import schema

MakeArticle = Callable[..., Article]
VALIDATOR = Draft202012Validator(schema())


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """All parts of a schema that describe an object with keys of its own."""
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def test_the_schema_is_valid_and_of_the_draft_it_names() -> None:
    """A tool that knows draft 2020-12 can use it."""
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_no_key_is_optional_and_none_unknown() -> None:
    """Every object of the record has all its keys and no other."""
    for described in objects(schema()):
        assert described["required"] == list(described["properties"])
        assert described["additionalProperties"] is False


def test_keys_stand_in_the_order_of_the_record(make_article: MakeArticle) -> None:
    """The schema and the record are two views of one list of keys."""
    assert list(schema()["properties"]) == list(make_article().to_dict())


def test_every_field_has_a_definition() -> None:
    """A reader of the schema learns what each field means."""
    assert all(described.get("description") for described in schema()["properties"].values())


def test_records_with_every_kind_of_block_are_valid(make_article: MakeArticle) -> None:
    """What the library writes is what the schema promises."""
    body = (
        BodyBlock("paragraph", "एक"),
        BodyBlock("heading", "दो", level=3),
        BodyBlock("heading", "तीन"),
        BodyBlock("list_item", "चार"),
        BodyBlock("quote", "पांच"),
        BodyBlock("table", "छह", rows=(("सात", "आठ"),)),
        BodyBlock("update", "नौ", time="2026-02-04T08:00+05:30"),
        BodyBlock("image", "", url="https://gaon.example/a.jpg"),
        BodyBlock("list_item", "दस", links=(Link("दस", "https://gaon.example/", 0, 2),)),
    )
    for article in (make_article(body=body), make_article(image=None, url=None, language=None, published="2026-02-04")):
        VALIDATOR.validate(json.loads(article.to_json()))


@pytest.mark.parametrize(
    "changed",
    [
        {"page_type": "blog"},
        {"published": "4 फरवरी 2026"},
        {"published": "2026-02-04T20:42"},
        {"language": "हिंदी"},
        {"access": "metered"},
        {"headline": ["सूची"]},
        {"body": [{"type": "heading", "text": "स्तर के बिना"}]},
        {"body": [{"type": "paragraph", "text": "एक", "level": 2}]},
        {"body": [{"type": "paragraph", "text": "एक", "links": []}]},
        {"body": [{"type": "paragraph", "text": "एक", "links": [{"text": "एक", "url": "/b", "start": 0, "end": 2}]}]},
        {
            "body": [
                {"type": "image", "text": "एक", "url": "https://gaon.example/a.jpg", "caption": None, "credit": None}
            ]
        },
        {"new_key": 1},
    ],
)
def test_what_is_no_record_is_refused(make_article: MakeArticle, changed: dict[str, Any]) -> None:
    """The schema is strict enough to catch a wrong value."""
    assert not VALIDATOR.is_valid({**make_article().to_dict(), **changed})
