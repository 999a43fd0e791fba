"""The record: one article, as newsx publishes it. Its keys are an interface; `newsx schema` prints its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from newsx.body import BodyBlock, BodyType, Link
from newsx.errors import OptionError, RecordError

__all__ = [
    "SCHEMA_VERSION", "Access", "Article", "BodyBlock", "BodyType", "Evidence", "Image", "Link", "Other", "PageType",
    "Precision", "Source", "Warned",
]  # fmt: skip

SCHEMA_VERSION = "1"

PageType = Literal["article", "live", "gallery", "video", "listing", "error", "unknown"]
Precision = Literal["minute", "day"]
Access = Literal["free", "paid"]

_TEXT_FIELDS = ("headline", "alternative_headline", "summary", "agency", "publisher", "dateline", "section")
_TEXTS_FIELDS = ("highlights", "authors", "breadcrumbs", "tags")


@dataclass(frozen=True, slots=True)
class Image:
    """The lead picture: address, and caption and credit as shown."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What the record was made from."""

    name: str | None
    """File name or path as given; None for content handed over in memory."""
    form: str
    """``text``, ``html``, ``xhtml``, ``amp`` or ``mhtml``."""
    encoding: str | None
    """None where text, not bytes, was handed over."""
    encoding_by: str | None
    """The step that settled the encoding: ``bom``, ``utf-16`` (by its zero bytes), ``utf-8``, ``utf-8-repaired``,
    ``declared``, ``detected``, ``mojibake`` or ``option``."""
    bytes: int
    """Size as read, before decompression; of text, its size in UTF-8."""
    sha256: str
    """Hex digest of these bytes."""
    duplicate_of: str | None = None
    """Name of the first input of a batch that tells nearly the same story, None where this is it or nobody looked."""


@dataclass(frozen=True, slots=True)
class Other:
    """A value that was on offer for a field and not taken."""

    value: Any
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field's value comes from: the place, the text as it stood there, and what else was on offer."""

    source: str
    raw: str
    also: tuple[Other, ...] = ()
    confidence: float | None = None
    """How probable it is that the value is right, 0 to 1; None where that was not measured for the field."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that a user of the record should know: a stable kind, and a sentence."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. None or an empty tuple is what the page does not tell; no value is a guess."""

    is_article: bool
    page_type: PageType
    headline: str | None
    source: Source
    alternative_headline: str | None = None
    summary: str | None = None
    highlights: tuple[str, ...] = ()
    body: tuple[BodyBlock, ...] = ()
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    site: str | None = None
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    published_precision: Precision | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: Image | None = None
    url: str | None = None
    language: str | None = None
    access: Access | None = None
    confidence: float | None = None
    """The probability that `is_article` is right, 0.5 to 1.0; None in records of an earlier newsx."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    warnings: tuple[Warned, ...] = ()

    @property
    def text(self) -> str:
        """The body as plain text, blocks parted by a blank line; pictures are no text."""
        return "\n\n".join(block.text for block in self.body if block.type != "image")

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready values, keys in the published order."""
        return {
            "schema": SCHEMA_VERSION,
            "is_article": self.is_article,
            "page_type": self.page_type,
            "confidence": self.confidence,
            "headline": self.headline,
            "alternative_headline": self.alternative_headline,
            "summary": self.summary,
            "highlights": list(self.highlights),
            "body": [block.to_dict() for block in self.body],
            "text": self.text,
            "authors": list(self.authors),
            "agency": self.agency,
            "publisher": self.publisher,
            "site": self.site,
            "dateline": self.dateline,
            "published": self.published,
            "modified": self.modified,
            "published_precision": self.published_precision,
            "section": self.section,
            "breadcrumbs": list(self.breadcrumbs),
            "tags": list(self.tags),
            "image": _as_json(self.image),
            "url": self.url,
            "language": self.language,
            "access": self.access,
            "source": {
                "name": self.source.name,
                "form": self.source.form,
                "encoding": self.source.encoding,
                "encoding_by": self.source.encoding_by,
                "bytes": self.source.bytes,
                "sha256": self.source.sha256,
                "duplicate_of": self.source.duplicate_of,
            },
            "evidence": {
                name: {
                    "from": found.source,
                    "raw": found.raw,
                    "confidence": found.confidence,
                    "also": [{"value": _as_json(other.value), "from": other.source} for other in found.also],
                }
                for name, found in self.evidence.items()
            },
            "warnings": [{"kind": warned.kind, "message": warned.message} for warned in self.warnings],
        }

    def to_json(self, *, pretty: bool = False) -> str:
        """The record as JSON text, Hindi as it is and not as escapes; one line unless `pretty`."""
        from newsx.write.json_text import json_text

        return json_text(self.to_dict(), pretty=pretty)

    def to_json_ld(self, *, pretty: bool = False) -> str:
        """The article as JSON-LD: a NewsArticle of schema.org; one line unless `pretty`."""
        from newsx.write.json_ld import to_json_ld

        return to_json_ld(self, pretty=pretty)

    def to_ninjs(self, *, pretty: bool = False) -> str:
        """The article as ninjs 3.1 of the IPTC, for editorial systems; one line unless `pretty`."""
        from newsx.write.ninjs import to_ninjs

        return to_ninjs(self, pretty=pretty)

    def to_html(self) -> str:
        """The article as a page to read and to print, which loads nothing and runs nothing."""
        from newsx.write.html import to_html

        return to_html(self)

    def to_markdown(self, *, front_matter: bool = False) -> str:
        """The article as Markdown: headline, byline, summary, body.

        front_matter: YAML for Hugo, Jekyll, Obsidian and Pandoc stands in the place of headline and byline.
        """
        from newsx.write.markdown import to_markdown

        return to_markdown(self, front_matter=front_matter)

    def to_text(self) -> str:
        """The article as plain text: headline, summary, body, parted by blank lines."""
        from newsx.write.text import to_text

        return to_text(self)

    def sketch(self) -> bytes:
        """A sketch of headline and body, from which `newsx.text.sketch` tells how alike two stories are."""
        from newsx.text.sketch import sketch

        return sketch(self.headline or "", self.text)

    def similarity(self, other: Article) -> float:
        """How alike two stories are in their wording, 0 to 1; from 0.5 on they are copies of one."""
        from newsx.text.sketch import similarity

        return similarity(self.sketch(), other.sketch())

    def normalized(self, form: Literal["NFC"] = "NFC") -> Article:
        """The article with its texts in this Unicode normal form.

        Addresses and times, the source, the evidence and the warnings stay as they are.

        Raises:
            OptionError: it is another form than NFC; others change what a reader sees, or split letters.
        """
        from newsx.text.clean import normalize_nfc

        if form != "NFC":
            raise OptionError(f"normal form must be 'NFC'; got {form!r}")

        def one(text: str | None) -> str | None:
            return None if text is None else normalize_nfc(text)

        def each(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(map(normalize_nfc, texts))

        changed: dict[str, Any] = {name: one(getattr(self, name)) for name in _TEXT_FIELDS}
        changed |= {name: each(getattr(self, name)) for name in _TEXTS_FIELDS}
        return replace(
            self,
            **changed,
            body=tuple(block.normalized() for block in self.body),
            image=self.image and replace(self.image, caption=one(self.image.caption), credit=one(self.image.credit)),
        )

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article of a record made by `to_dict`; `from_dict(a.to_dict()) == a`.

        Raises:
            RecordError: the keys or values are not those of a newsx record of this schema version.
        """
        from newsx.write.schema import schema
        from newsx.write.validation import fault

        given: Any = data
        version = given.get("schema") if isinstance(given, Mapping) else None
        if isinstance(version, str) and version != SCHEMA_VERSION:
            raise RecordError(f"record of schema {version!r}; this newsx reads schema {SCHEMA_VERSION!r}")
        if place := fault(data, schema()):
            raise RecordError(f"not a newsx record: {place[:100]!r} is missing, or is not what `newsx schema` says")
        return _from_dict(data)


def _as_json(value: Any) -> Any:
    """A field's value as the record holds it: lists of texts are tuples in an article, pictures are `Image`."""
    if isinstance(value, Image):
        return {"url": value.url, "caption": value.caption, "credit": value.credit}
    return list(value) if isinstance(value, tuple) else value


def _from_json(value: Any) -> Any:
    if isinstance(value, Mapping) and set(value) >= {"url", "caption", "credit"}:
        return Image(value["url"], value["caption"], value["credit"])
    return tuple(value) if isinstance(value, list) else value


def _from_dict(data: Mapping[str, Any]) -> Article:
    same = (
        "is_article page_type headline alternative_headline summary agency publisher site dateline "
        "published modified published_precision section url language access"
    )
    values: dict[str, Any] = {key: data[key] for key in same.split()}
    values |= {key: tuple(data[key]) for key in _TEXTS_FIELDS}
    return Article(
        **values,
        confidence=data.get("confidence"),
        body=tuple(map(BodyBlock.from_dict, data["body"])),
        image=_from_json(data["image"]),
        source=Source(**data["source"]),
        evidence={
            name: Evidence(
                source=found["from"],
                raw=found["raw"],
                also=tuple(Other(_from_json(other["value"]), other["from"]) for other in found["also"]),
                confidence=found.get("confidence"),
            )
            for name, found in data["evidence"].items()
        },
        warnings=tuple(Warned(warned["kind"], warned["message"]) for warned in data["warnings"]),
    )
