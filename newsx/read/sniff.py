"""What an input is, told by its content: something that is no saved page, a text dump, or a kind of HTML."""

from __future__ import annotations

import codecs
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from newsx.errors import UnsupportedInputError
from newsx.page import Form
from newsx.read.decode import utf16_without_bom

_HEAD = 8192
_CONTROLS = bytes({*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)})  # terminals leave ESC in text
_CONTROLS_LIMIT = 0.05  # of random or compressed bytes every tenth is one, of the most broken page every hundredth
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# Patterns are compiled where they are first used: a text dump in UTF-8 needs none of them.
_MIME_VERSION = rb"(?im)^mime-version:"
_MIME_PAGE = rb"(?im)^content-type:\s*(?:multipart/|text/html|application/xhtml)"
_DOCTYPE = r"(?i)<!doctype\s+(?:html|xhtml)\b[^>]*>"
_ROOT = r"""(?i)<html((?:\s(?:[^"'<>]|"[^"]*"|'[^']*')*)?)>\s*(?=<)"""
_QUOTED = r"""(?s)("|').*?\1"""
_AMP_ATTRIBUTE = r"(?i)\s(?:amp|\u26a1\ufe0f?)(?=[\s=/]|$)"  # https://amp.dev/documentation, "Required markup"
_XML_NAMESPACE = r"(?i)\sxmlns\s*="
_PAGE_BEGINS = r"(?im)^[ \t]*(?=<!doctype\s+html\b|<html[\s>])"
_PREFACE_LIMIT = 4096  # HTTP headers, or the messages of the program that saved the page

_FRAGMENT_SAMPLE = 65_536
_CHARACTERS_PER_TAG = 1000  # paragraphs are shorter than that; a dump that shows some HTML has far fewer tags
_TAG = r"(?i)</?[a-z][a-z0-9-]*(?=[\s/>])[^<>]*>"
_BLOCK_TAG = (
    r"(?i)</?(?:article|aside|blockquote|body|br|center|div|dl|figcaption|figure|footer|h[1-6]|head|header|hr|html|li|"
    r"main|meta|nav|ol|p|pre|section|table|td|th|title|tr|ul)(?=[\s/>])"
)
_UNSEEN = r"(?is)<(script|style)\b.*?(?:</\1>|\Z)"


def check_readable(data: bytes) -> None:
    """Lets saved pages pass.

    Args:
        data: the input, decompressed.

    Raises:
        UnsupportedInputError: the bytes are something else; `kind` is one of `pdf`, `image`, `media`, `office`,
            `archive`, `warc`, `binary`.
    """
    looks_like = _by_signature(data) or _by_control_bytes(data)
    if looks_like is not None:
        kind, name = looks_like
        advice = _signatures()["advice"][kind]
        raise UnsupportedInputError(f"it looks like {name}, not a saved page; {advice}", kind=kind)


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin as a mail message that holds a page: header fields, with a MIME version and type."""
    headers = data[:_HEAD].replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")[0]
    return b":" in headers[:80] and bool(re.search(_MIME_VERSION, headers)) and bool(re.search(_MIME_PAGE, headers))


def sniff_form(text: str) -> Form:
    """The form of a page: ``amp``, ``xhtml`` or ``html`` by its markup, else ``text``.

    A page begins with a doctype or the ``<html>`` element, after comments, an XML declaration and blank lines; a
    fragment of one begins with a tag and is thick with tags. A text that begins with ``<`` or shows some HTML is text.
    """
    prologue = _prologue(text)
    if text.startswith("<", prologue.end):
        form = _page_form(text, prologue)
        return form or ("html" if _is_fragment(text[prologue.end : prologue.end + _FRAGMENT_SAMPLE]) else "text")
    head = text[:_PREFACE_LIMIT]
    if "<" in head and text.rstrip().endswith(">") and (begin := re.search(_PAGE_BEGINS, head)):
        page = text[begin.end() :]
        return _page_form(page, _prologue(page)) or "text"
    return "text"


@cache
def _signatures() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(Path(__file__).with_name("signatures.json").read_text("utf-8"))
    return table


def _by_signature(data: bytes) -> tuple[str, str] | None:
    for signature in _signatures()["signatures"]:
        if _holds(data, signature["hex"].split(), signature.get("at", 0)):
            insides = signature.get("insides", ())
            found = next((inside for inside in insides if inside["holds"].encode() in data[:_HEAD]), signature)
            return found["kind"], found["name"]
    return None


def _holds(data: bytes, pattern: list[str], offset: int) -> bool:
    found = data[offset : offset + len(pattern)]
    return len(found) == len(pattern) and all(
        wanted == "??" or byte == int(wanted, 16) for byte, wanted in zip(found, pattern, strict=True)
    )


def _by_control_bytes(data: bytes) -> tuple[str, str] | None:
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls <= _CONTROLS_LIMIT * len(head) or head.startswith(_WIDE_BOMS) or utf16_without_bom(data):
        return None
    return "binary", "binary data"


class _Prologue(NamedTuple):
    """What stands before the first element, and where that begins."""

    end: int
    xml: bool
    doctype: str


def _prologue(text: str) -> _Prologue:
    end, xml, doctype = 0, False, ""
    while True:
        while end < len(text) and (text[end].isspace() or text[end] == "\ufeff"):
            end += 1
        if text.startswith("<!--", end):
            closed = text.find("-->", end)
            end = closed + 3 if closed >= 0 else len(text)
        elif text.startswith("<?", end) and (closed := text.find(">", end)) >= 0:
            xml = xml or text.startswith("<?xml", end)
            end = closed + 1
        elif declared := re.match(_DOCTYPE, text[end : end + _PREFACE_LIMIT]):
            doctype = declared[0]
            end += declared.end()
        else:
            return _Prologue(end, xml, doctype)


def _page_form(text: str, prologue: _Prologue) -> Form | None:
    root = re.match(_ROOT, text[prologue.end : prologue.end + _PREFACE_LIMIT])
    if root is None and not prologue.doctype:
        return None
    attributes = re.sub(_QUOTED, "", root[1]) if root else ""
    if re.search(_AMP_ATTRIBUTE, attributes):
        return "amp"
    namespace_alone = re.search(_XML_NAMESPACE, attributes) and not prologue.doctype
    return "xhtml" if prologue.xml or "xhtml" in prologue.doctype.lower() or namespace_alone else "html"


def _is_fragment(sample: str) -> bool:
    if not re.match(_TAG, sample):
        return False
    shown = re.sub(_UNSEEN, "<script>", sample)
    tags = len(re.findall(_TAG, shown))
    return tags > 1 and tags * _CHARACTERS_PER_TAG >= len(shown) and re.search(_BLOCK_TAG, shown) is not None
