"""The address that a browser wrote into a page when it saved it."""

from __future__ import annotations

import re

_HEAD = 4096
# Chromium, Edge and Firefox since Internet Explorer: the "mark of the web", with the length of the address before it;
# SingleFile (https://github.com/gildas-lormeau/SingleFile): a comment of several lines.
_MARK = r"(?i)<!--\s*(?:saved from url=\(\d{4}\)|page saved with singlefile\s+url:\s*)(https?://[^\s<>\"]+)"


def saved_from(text: str) -> str | None:
    """Where a page saved as "Webpage, complete" or by SingleFile comes from, if it says so.

    >>> saved_from("<!DOCTYPE html>\\n<!-- saved from url=(0025)https://gaon.example/a.html -->\\n<html>")
    'https://gaon.example/a.html'
    """
    found = re.search(_MARK, text[:_HEAD]) if "<!--" in text[:_HEAD] else None
    return found[1] if found else None
