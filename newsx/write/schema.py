"""The JSON Schema (draft 2020-12) of the record: its keys are the published interface of newsx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from newsx.article import SCHEMA_VERSION, Access, PageType, Precision
from newsx.page import Form

_TIME = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$"
_ENCODING_STEPS = ("bom", "utf-8", "utf-8-repaired", "utf-16", "declared", "detected", "mojibake", "option")


def schema() -> dict[str, Any]:
    """The schema as a new dictionary, ready for `json.dumps` or a validator."""
    described = _object(
        {
            "schema": {"const": SCHEMA_VERSION, "description": "Version of this record."},
            "is_article": {"type": "boolean", "description": "Whether the page holds one article."},
            "page_type": _one_of(get_args(PageType), "What kind of page it is."),
            "confidence": {
                "type": ["number", "null"],
                "minimum": 0.5,
                "maximum": 1,
                "description": "How probable it is that is_article is right: of pages at 0.9, nine in ten are.",
            },
            "headline": _text_or_null("As shown in the page's h1, kicker included, without the site's suffix."),
            "alternative_headline": _text_or_null(
                "A second title that the page gives, such as the English one in a breadcrumb."
            ),
            "summary": _text_or_null("The standfirst as shown above the body, without its label (संक्षेप:, सार)."),
            "highlights": _texts("The bullet list of main points, empty if the page shows none."),
            "body": {
                "type": "array",
                "items": {"oneOf": _body_blocks()},
                "description": "The story's own text, block by block in reading order, and its pictures between.",
            },
            "text": {"type": "string", "description": "The body's texts as plain text, parted by a blank line."},
            "authors": _texts("Names of the persons who wrote it, in order; no desks, no agencies."),
            "agency": _text_or_null("The desk or agency credited (भाषा, PTI, जागरण संवाददाता)."),
            "publisher": _text_or_null("Name of the publisher as shown."),
            "site": _text_or_null("Host name of the site."),
            "dateline": _text_or_null("The place that opens the story (नई दिल्ली)."),
            "published": _time("When the story was published."),
            "modified": _time("When the story was last changed."),
            "published_precision": _one_of((*get_args(Precision), None), "How exactly `published` is known."),
            "section": _text_or_null("The deepest section of the site that the story stands in."),
            "breadcrumbs": _texts("The path of sections from the home page, without the story's own title."),
            "tags": _texts("Topics: those shown first, then declared keywords."),
            "image": {
                **_object(
                    {
                        "url": {"type": "string", "format": "iri-reference", "description": "Its address."},
                        "caption": _text_or_null("The text under it."),
                        "credit": _text_or_null("Whom the page credits for it."),
                    }
                ),
                "type": ["object", "null"],
                "description": "The lead picture.",
            },
            "url": {"type": ["string", "null"], "format": "iri", "description": "The canonical address of the story."},
            "language": {
                "type": ["string", "null"],
                "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
                "description": "Language of the story as a BCP 47 tag.",
            },
            "access": _one_of((*get_args(Access), None), "Whether the story is free to read, as the page declares it."),
            "source": {**_source(), "description": "What the record was made from."},
            "evidence": {
                "type": "object",
                "additionalProperties": _evidence(),
                "description": "By field: where its value comes from.",
            },
            "warnings": {
                "type": "array",
                "items": _object(
                    {
                        "kind": {"type": "string", "description": "A stable word for programs."},
                        "message": {"type": "string", "description": "A sentence for a person."},
                    }
                ),
                "description": "What a user of the record should know.",
            },
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsx:record:{SCHEMA_VERSION}",
        "title": "newsx record",
        "description": "One saved news page as a record. What the page does not tell is null or an empty list.",
        **described,
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(values: Iterable[str | None], description: str) -> dict[str, Any]:
    return {"enum": list(values), "description": description}


def _text_or_null(description: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": description}


def _texts(description: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": description}


def _time(description: str) -> dict[str, Any]:
    return {
        "type": ["string", "null"],
        "pattern": _TIME,
        "description": f"{description} ISO 8601 with offset; the day alone where the page tells no time of day.",
    }


def _body_blocks() -> list[dict[str, Any]]:
    text = {"type": "string"}
    level = {"type": ["integer", "null"], "minimum": 1, "maximum": 6, "description": "Null where the page has none."}
    rows = {"type": "array", "items": {"type": "array", "items": text}, "description": "The cells, row by row."}
    time = {"type": ["string", "null"], "description": "ISO 8601 where it could be read, else as shown."}
    picture = {
        "url": {"type": "string", "description": "The address of the picture."},
        "caption": _text_or_null("The text under it; null where it has none, or where that is a block of the story."),
        "credit": _text_or_null("Whom the page credits for it."),
    }
    links = {
        "type": "array",
        "items": _object(
            {
                "text": {"type": "string", "minLength": 1, "description": "Its words: text[start:end] of the block."},
                "url": {"type": "string", "pattern": "^https?://", "description": "The whole address."},
                "start": {"type": "integer", "minimum": 0, "description": "Characters of the text before it."},
                "end": {"type": "integer", "minimum": 1, "description": "Characters up to its end."},
            }
        ),
        "minItems": 1,
        "description": "The links in the text, in its order. A block without any has no such key.",
    }
    own: dict[str, dict[str, Any]] = {
        "paragraph": {},
        "heading": {"level": level},
        "list_item": {},
        "quote": {},
        "table": {"rows": rows},
        "update": {"time": time},
    }
    plain = {kind: {"type": {"const": kind}, "text": text, **properties} for kind, properties in own.items()}
    linked = {kind: {**properties, "links": links} for kind, properties in plain.items()}
    image = {"type": {"const": "image"}, "text": {"const": "", "description": "A picture is no text."}, **picture}
    return [*map(_object, plain.values()), _object(image), *map(_object, linked.values())]


def _source() -> dict[str, Any]:
    return _object(
        {
            "name": _text_or_null("File name or path as given."),
            "form": _one_of(get_args(Form), "Form of the saved page."),
            "encoding": _text_or_null("Null where text, not bytes, was handed over."),
            "encoding_by": _one_of((*_ENCODING_STEPS, None), "The step that settled the encoding."),
            "bytes": {"type": "integer", "minimum": 0, "description": "Size as read, before decompression."},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "Digest of these bytes."},
            "duplicate_of": _text_or_null(
                "Name of the first input of a batch that tells nearly the same story; null where this is it, or nobody "
                "looked (--dedup)."
            ),
        }
    )


def _evidence() -> dict[str, Any]:
    return _object(
        {
            "from": {"type": "string", "description": "The place that the value was taken from."},
            "raw": {"type": "string", "description": "The text as it stands there."},
            "confidence": {
                "type": ["number", "null"],
                "minimum": 0,
                "maximum": 1,
                "description": "How probable it is that the value is right; null where that was not measured.",
            },
            "also": {
                "type": "array",
                "items": _object(
                    {
                        "value": {"description": "A value that was on offer and not taken."},
                        "from": {"type": "string", "description": "The place that offered it."},
                    }
                ),
                "description": "What else was on offer.",
            },
        }
    )
