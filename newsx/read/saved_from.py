"""The address and time that a browser wrote into a page when it saved it."""

from __future__ import annotations

import re
from datetime import datetime

_HEAD = 4096
# Chromium, Edge and Firefox since Internet Explorer: the "mark of the web", with the length of the address before it;
# SingleFile (https://github.com/gildas-lormeau/SingleFile): a comment of several lines.
_MARK = r"(?i)<!--\s*(?:saved from url=\(\d{4}\)|page saved with singlefile\s+url:\s*)(https?://[^\s<>\"]+)"
# As JavaScript writes a date, in English wherever the browser is.
_DATE = (
    r"(?i)<!--\s*page saved with singlefile\b[^>]{0,2000}?\bsaved date:\s*\w{3} (\w{3}) (\d\d) (\d{4})"
    r" (\d\d:\d\d:\d\d) GMT([+-]\d{4})"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def saved_from(text: str) -> str | None:
    """Where a page saved as "Webpage, complete" or by SingleFile comes from, if it says so.

    >>> saved_from("<!DOCTYPE html>\\n<!-- saved from url=(0025)https://gaon.example/a.html -->\\n<html>")
    'https://gaon.example/a.html'
    """
    found = re.search(_MARK, text[:_HEAD]) if "<!--" in text[:_HEAD] else None
    return found[1] if found else None


def saved_at(text: str) -> datetime | None:
    """When a page was saved by SingleFile, if it says so.

    >>> saved_at("<!-- Page saved with SingleFile saved date: Wed Feb 04 2026 20:42:00 GMT+0530 (IST) -->")
    datetime.datetime(2026, 2, 4, 20, 42, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))
    """
    found = re.search(_DATE, text[:_HEAD]) if "<!--" in text[:_HEAD] else None
    if found is None:
        return None
    month, day, year, clock, offset = found.groups()
    try:
        return datetime.strptime(
            f"{year}-{_MONTHS.index(month.lower()) + 1}-{day} {clock} {offset}", "%Y-%m-%d %H:%M:%S %z"
        )
    except ValueError:  # 31 February, or no month
        return None
