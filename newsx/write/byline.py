"""The line under a headline: who, where, when, and whose page."""

from __future__ import annotations

import re

from newsx.article import Article

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?")


def shown_time(value: str) -> str:
    """An ISO 8601 time of the record as people read it; anything else comes back as it is.

    >>> shown_time("2026-02-04T20:42+05:30"), shown_time("2026-02-04"), shown_time("शाम 7:30 बजे")
    ('2026-02-04 20:42 IST', '2026-02-04', 'शाम 7:30 बजे')
    """
    found = _MOMENT.fullmatch(value)
    if found is None:
        return value
    day, clock, offset = found.groups()
    zone = {None: "", "+05:30": " IST", "Z": " UTC", "+00:00": " UTC"}.get(offset, f" {offset}")
    return f"{day} {clock}{zone}"


def byline(article: Article) -> list[str]:
    """The parts of the byline that the article has: persons, agency, place, time, publisher."""
    parts = [
        ", ".join(article.authors),
        article.agency,
        article.dateline,
        shown_time(article.published) if article.published else None,
        article.publisher or article.site,
    ]
    return [part for part in parts if part]
