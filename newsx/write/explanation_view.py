"""An explanation as a person reads it at a terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsx.article import Article
from newsx.page import LabelledPage
from newsx.write.explanation import Use, to_dict
from newsx.write.terminal import Line, indented, shorten, wrap

SHOWN_LINES = 2
"""Lines that a block's text or a field's value takes; what is longer is cut there and the rest counted."""

_MARKS: dict[Use, str] = {"kept": "+", "field": "*", "dropped": "-"}
_TEXT_STYLES: dict[Use, str] = {"kept": "", "field": "", "dropped": "quiet"}


def view(labelled: LabelledPage, article: Article, width: int) -> list[Line]:
    """The explanation as lines of at most `width` cells: verdict, blocks, fields, warnings."""
    explained = to_dict(labelled, article)
    source = explained["source"]
    lines = _wrapped(source["name"] or "(content without a name)", width, "strong")
    encoding = f", {source['encoding']} (by {source['encoding_by']})" if source["encoding"] else ""
    lines += _wrapped(f"{source['form']}{encoding}, {source['bytes']} bytes", width)
    verdict = f"page type: {article.page_type}" if article.is_article else f"no article here: {labelled.refusal}"
    lines += _wrapped(verdict, width, "" if article.is_article else "warning")
    lines += [(), (("Blocks", "strong"),)]
    lines += _wrapped("+ kept as text   * read for a field   - dropped", width, "quiet")
    lines += _wrapped(f"What is longer than {SHOWN_LINES} lines is cut; -f json has it whole.", width, "quiet")
    for block in explained["blocks"]:
        lines += _block(block, width)
    lines += [(), (("Fields", "strong"),)]
    for name, field in explained["fields"].items():
        lines += _field(name, field, width)
    if article.warnings:
        lines += [(), (("Warnings", "strong"),)]
        for warned in article.warnings:
            lines += indented(wrap(f"{warned.kind}: {warned.message}", width - 2), "! ", "  ", "warning")
    return lines


def _wrapped(text: str, width: int, style: str = "") -> list[Line]:
    return [((line, style),) for line in wrap(text, width)]


def _block(block: Mapping[str, Any], width: int) -> list[Line]:
    use: Use = block["use"]
    head = wrap(f"{_MARKS[use]} {block['number']} {block['role']}: {block['reason']}", width)
    text = shorten(block["text"], width - 4, SHOWN_LINES)
    return [((line, use),) for line in head] + indented(text, "    ", "    ", _TEXT_STYLES[use])


def _field(name: str, field: Mapping[str, Any], width: int) -> list[Line]:
    if field["value"] in (None, []):
        lines = indented(wrap(f"{name}: not told", width), "", "", "quiet")
    else:
        head, *rest = shorten(f"{name}: {_shown(field['value'])}", width, SHOWN_LINES)
        title, value = head[: len(name) + 1], head[len(name) + 1 :]
        lines = [((title, "field"), (value, "")), *indented(rest, "", "")]
    if field["from"]:
        lines += indented(wrap(f"from {field['from']}", width - 4), "    ", "    ", "quiet")
    if field["raw"] and field["raw"] != field["value"]:
        lines += indented(shorten(f"as there: {field['raw']}", width - 4, SHOWN_LINES), "    ", "    ", "quiet")
    for other in field["also"]:
        offered = f"also: {_shown(other['value'])} ({other['from']})"
        lines += indented(shorten(offered, width - 4, SHOWN_LINES), "    ", "    ", "quiet")
    return lines


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
