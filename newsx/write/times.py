"""Times of the record as other formats want them."""

from __future__ import annotations

import re

_WITHOUT_SECONDS = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:\d\d)?")


def with_seconds(time: str) -> str:
    """An ISO 8601 time of the record with its seconds, 00 where the record has none; a bare day stays one.

    RFC 3339, which JSON-LD's and Hugo's readers follow, knows no time of day without seconds.

    >>> with_seconds("2026-02-04T20:42+05:30"), with_seconds("2026-02-04T20:42:07Z"), with_seconds("2026-02-04")
    ('2026-02-04T20:42:00+05:30', '2026-02-04T20:42:07Z', '2026-02-04')
    """
    found = _WITHOUT_SECONDS.fullmatch(time)
    return time if found is None else f"{found[1]}:00{found[2] or ''}"
