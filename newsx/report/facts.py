"""What a report has to know of one article. The journal keeps it, so that a report needs no page read again."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsx.article import Article

FIELDS = (
    "headline",
    "alternative_headline",
    "summary",
    "highlights",
    "body",
    "authors",
    "agency",
    "publisher",
    "site",
    "dateline",
    "published",
    "modified",
    "section",
    "breadcrumbs",
    "tags",
    "image",
    "url",
    "language",
    "access",
)
"""The fields of the record that a page may leave empty."""

_LONGEST = 200
_SIZE_LIMIT = 1 << 60


class Facts(NamedTuple):
    """Of one article, or of a page that holds none."""

    page_type: str
    confidence: float | None
    headline: str | None
    """Its beginning, if it is very long."""
    site: str | None
    published: str | None
    length: int
    """Characters of the body's text."""
    empty: tuple[str, ...] = ()
    """Those of `FIELDS` that are; none of a page that holds no article, where they say nothing."""
    warnings: tuple[str, ...] = ()
    """The kinds, each once."""


def facts_of(article: Article) -> Facts:
    """What counts of an article."""
    headline = article.headline
    if headline is not None and len(headline) > _LONGEST:
        headline = f"{headline[:_LONGEST]}…"
    return Facts(
        article.page_type,
        article.confidence,
        headline,
        article.site,
        article.published,
        len(article.text),
        tuple(name for name in FIELDS if article.is_article and getattr(article, name) in (None, ())),
        tuple(dict.fromkeys(warned.kind for warned in article.warnings)),
    )


def from_json(data: Any) -> Facts:
    """The facts of a line of the journal, where they stand as an object with these keys.

    Raises:
        ValueError, TypeError: they are no facts.
    """
    facts = Facts(**data)
    facts = facts._replace(empty=tuple(facts.empty), warnings=tuple(facts.warnings))
    optional = (facts.headline, facts.site, facts.published)
    texts = [facts.page_type, *facts.empty, *facts.warnings, *(text for text in optional if text is not None)]
    is_sound = (
        all(isinstance(text, str) for text in texts)
        and type(facts.length) is int
        and 0 <= facts.length < _SIZE_LIMIT
        and (facts.confidence is None or type(facts.confidence) in (int, float))
    )
    if not is_sound:
        raise ValueError("these are no facts of an article")
    return facts
