"""Repairs of a page's bytes before they are parsed: what a parser would lose text by is put right."""

from __future__ import annotations

import re

_SPACE_FOR_FORM_FEED = bytes.maketrans(b"\x0c", b" ")
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_END_OF_PAGE = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])(?![\w:-])[^<>]*>")
_NOTHING_MORE = re.compile(rb"(?:\s|<!--[^>]*-->|</?(?:body|html)\s*>)*$", re.IGNORECASE)
_TAIL = 4096
_TITLE = re.compile(rb"<[tT][iI][tT][lL][eE](?![\w:-])[^<>]*>")
_LONG_TAG = re.compile(
    rb"<!--|<(?:([sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])[\s/>]|[a-zA-Z][^\s/<>]*[\s/][^<>]{4000})"
)
"""A tag of many attributes, or the beginning of what holds no tags: a comment, a script, a style."""
_END_OF_CODE = re.compile(rb"</(?:script|style)(?![\w-])", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?""")
_NAME = re.compile(rb"<[^\s/>]*")
_MOST_ATTRIBUTES = 500
"""Attributes of one element that are read: libxml2 compares each with all before it, and no page has a tenth of it."""
_END_OF_TITLE = re.compile(rb"</(?:[tT][iI][tT][lL][eE]|[hH][eE][aA][dD])(?![\w:-])|<[bB][oO][dD][yY](?![\w:-])")


def repaired(data: bytes) -> bytes:
    """A page in UTF-8, as lxml reads all of it.

    Signs that XML has no place for are taken out, since libxml2 reads them in text and names, and lxml then refuses to
    write them back when an element is taken out; a form feed becomes a space. Text behind ``</body>`` or ``</html>`` is
    the page's, as it is for a browser, and so is a second document behind the first. A title that nothing ends, ends
    where the markup goes on. Of an element with attributes without end the first ones are kept.
    """
    return _with_closed_title(_without_ends(_with_few_attributes(_without_controls(data))))


def _without_controls(data: bytes) -> bytes:
    plain = data.translate(_SPACE_FOR_FORM_FEED, _CONTROLS)
    if b"\xef" not in plain:  # one byte is looked for ten times as fast as two
        return plain
    return plain.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")


def _without_ends(data: bytes) -> bytes:
    """The page without ``</body>`` and ``</html>`` where more follows them than comments."""
    end = _END_OF_PAGE.search(data)
    if end is None or (len(data) - end.end() <= _TAIL and _NOTHING_MORE.match(data, end.end())):
        return data
    return _END_OF_PAGE.sub(b"", data)


def _with_closed_title(data: bytes) -> bytes:
    title = _TITLE.search(data)
    end = _END_OF_TITLE.search(data, title.end()) if title else None
    if title is None or end is None or end[0][2:].lower() == b"title":
        return data
    at = data.index(b"<", title.end())
    return b"%b</title>%b" % (data[:at], data[at:])


def _with_few_attributes(data: bytes) -> bytes:
    kept: list[bytes] = []
    done = at = 0
    while (tag := _LONG_TAG.search(data, at)) is not None:
        if tag[0] == b"<!--":
            if (at := data.find(b"-->", tag.end())) < 0:
                break
            continue
        name = _NAME.match(data, tag.start())
        assert name is not None
        at, count, most = name.end(), 0, 0
        while (attribute := _ATTRIBUTE.match(data, at)) is not None:
            at, count = attribute.end(), count + 1
            if count == _MOST_ATTRIBUTES:
                most = at
        if most:
            kept.append(data[done:most])
            done = at
        if tag[1] is not None:
            if (end_tag := _END_OF_CODE.search(data, at)) is None:
                break
            at = end_tag.end()
    return b"".join([*kept, data[done:]]) if kept else data
