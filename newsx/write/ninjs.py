"""An article as ninjs 3.1, the JSON in which news agencies hand stories to editorial systems.

The standard refuses keys that it does not know, moments without seconds or offset, and addresses that are no URI.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from newsx.article import Article, Image
from newsx.write.html import body_elements
from newsx.write.json_text import json_text
from newsx.write.times import with_seconds

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_IN_HOST, _IN_PATH = "!$&'()*+,;=~%:@[]", "!$&'()*+,;=~%:@/"
_URI = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@\[\]]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^/?#@:\[\]]+)(?::\d*)?(?:[/?#].*)?")


def to_ninjs(article: Article, *, pretty: bool = False) -> str:
    """The object of `ninjs` as JSON text."""
    return json_text(ninjs(article), pretty=pretty)


def ninjs(article: Article) -> dict[str, Any]:
    """A news object as JSON-ready values; what the page does not tell is left out.

    A page without an address is named by the digest of its bytes (RFC 6920). A day without time of day is no moment
    and is left out.
    """
    published, modified = _moment(article.published), _moment(article.modified)
    address = uri(article.url) if article.url else None
    values: dict[str, Any] = {
        "uri": address or _digest_uri(article.source.sha256),
        "type": "text",
        "profile": article.page_type,
        "standard": STANDARD,
        "firstCreated": published,
        "versionCreated": modified or published,
        "language": article.language,
        "headlines": list(_headlines(article)),
        "descriptions": list(_descriptions(article)),
        "bodies": list(_bodies(article)),
        "by": ", ".join(article.authors),
        "people": [{"name": name, "rel": "author"} for name in article.authors],
        "infoSources": list(_sources(article)),
        "located": article.dateline,
        "subjects": list(_subjects(article)),
        "associations": list(_pictures(article.image)),
        "altIds": [{"role": "sha256", "value": article.source.sha256}],
    }
    return _without_gaps(values)


def uri(address: str) -> str | None:
    """A web address as RFC 3986 has it, its Hindi and other letters percent-encoded; None where it cannot be one.

    >>> uri("https://gaon.example/बिहार?a=[1]")
    'https://gaon.example/%E0%A4%AC%E0%A4%BF%E0%A4%B9%E0%A4%BE%E0%A4%B0?a=%5B1%5D'
    >>> uri("pulia.jpg")
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # of brackets that hold no address
        return None
    encoded = urlunsplit(
        (
            parts.scheme,
            _encoded(parts.netloc, _IN_HOST),
            _encoded(parts.path, _IN_PATH),
            _encoded(parts.query, f"{_IN_PATH}?"),
            _encoded(parts.fragment, f"{_IN_PATH}?"),
        )
    )
    return encoded if _URI.fullmatch(encoded) else None


def _encoded(part: str, allowed: str) -> str:
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part), safe=allowed, errors="replace")


def _digest_uri(sha256: str) -> str:
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"


def _moment(time: str | None) -> str | None:
    moment = with_seconds(time) if time else ""
    return moment if _MOMENT.fullmatch(moment) else None


def _headlines(article: Article) -> Iterator[dict[str, str]]:
    for role, value in (("main", article.headline), ("alternative", article.alternative_headline)):
        if value:
            yield {"role": role, "value": value}


def _descriptions(article: Article) -> Iterator[dict[str, str]]:
    if article.summary:
        yield {"role": "summary", "contentType": "text/plain", "value": article.summary}
    for highlight in article.highlights:
        yield {"role": "highlight", "contentType": "text/plain", "value": highlight}


def _bodies(article: Article) -> Iterator[dict[str, Any]]:
    if text := article.text:
        counts = {"charCount": len(text), "wordCount": len(text.split())}
        yield {"role": "main", "contentType": "text/plain", **counts, "value": text}
        yield {
            "role": "richtext",
            "contentType": "text/html",
            **counts,
            "value": "\n".join(body_elements(article.body)),
        }


def _sources(article: Article) -> Iterator[dict[str, str]]:
    for role, name in (("agency", article.agency), ("publisher", article.publisher or article.site)):
        if name:
            yield {"name": name, "role": role}


def _subjects(article: Article) -> Iterator[dict[str, str]]:
    if article.section:
        yield {"name": article.section, "rel": "section"}
    for tag in article.tags:
        yield {"name": tag, "rel": "tag"}


def _pictures(image: Image | None) -> Iterator[dict[str, Any]]:
    address = uri(image.url) if image else None
    if image is None or address is None:
        return
    caption = [{"role": "caption", "contentType": "text/plain", "value": image.caption}] if image.caption else []
    yield _without_gaps(
        {
            "name": "image",
            "uri": address,
            "type": "picture",
            "descriptions": caption,
            "by": image.credit,
            "renditions": [{"name": "original", "href": address}],
        }
    )


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}
