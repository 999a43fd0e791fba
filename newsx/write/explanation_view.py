"""An explanation as a person reads it at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsx.article import Article
from newsx.page import LabelledPage
from newsx.write.explanation import Use, sureness, to_dict
from newsx.write.fields import field_text
from newsx.write.terminal import Line, indented, paragraph, shorten, wrap

SHOWN_LINES = 2
"""Lines that a block's text or a field's value takes; what is longer is cut there and the rest counted."""

_MARKS: dict[Use, str] = {"kept": "+", "field": "*", "dropped": "-"}
_TEXT_STYLES: dict[Use, str] = {"kept": "", "field": "", "dropped": "quiet"}
_INDENT = " " * 4


def view(labelled: LabelledPage, article: Article, width: int) -> list[Line]:
    """The explanation as lines of at most `width` cells: verdict, blocks, fields, warnings."""
    explained = to_dict(labelled, article)
    lines = _verdict(explained, width)
    lines += [(), (("Blocks", "strong"),)]
    lines += paragraph("+ kept as text, * read for a field, - dropped.", width, "quiet")
    lines += paragraph(
        f"After {SHOWN_LINES} lines a text is cut, with (+N) for N characters more; -f json has all.", width, "quiet"
    )
    lines += [line for block in explained["blocks"] for line in _block(block, width)]
    lines += [(), (("Fields", "strong"),), *_fields(explained["fields"], width)]
    if article.warnings:
        lines += [(), (("Warnings", "strong"),)]
        for warned in article.warnings:
            lines += indented(wrap(f"{warned.kind}: {warned.message}", width - 2), "! ", "  ", "warning")
    return lines


def _verdict(explained: Mapping[str, Any], width: int) -> list[Line]:
    source = explained["source"]
    encoding = f"{source['encoding']} (by {source['encoding_by']}), " if source["encoding"] else ""
    lines = paragraph(source["name"] or "content without a name", width, "strong")
    lines += paragraph(f"{source['form']}, {encoding}{source['bytes']} bytes", width)
    if explained["is_article"]:
        return lines + paragraph(f"Page type: {explained['page_type']}.", width)
    reason = explained["refusal"] or "no reason was given"
    return lines + paragraph(f"No article here: {reason}. Page type: {explained['page_type']}.", width, "warning")


def _block(block: Mapping[str, Any], width: int) -> list[Line]:
    use: Use = block["use"]
    head = wrap(f"{block['number']} {block['role']}: {block['reason']}", width - 2)
    marks = [_MARKS[use], *" " * (len(head) - 1)]
    marked: list[Line] = [((f"{mark} {line}", use),) for mark, line in zip(marks, head, strict=True)]
    text = shorten(block["text"], width - len(_INDENT), SHOWN_LINES)
    return marked + indented(text, _INDENT, _INDENT, _TEXT_STYLES[use])


def _fields(fields: Mapping[str, Mapping[str, Any]], width: int) -> list[Line]:
    lines: list[Line] = []
    not_told: list[str] = []
    for name, field in fields.items():
        if field["value"] in (None, []) and not field["also"]:
            not_told.append(name)
        else:
            lines += _field(name, field, width)
    if not_told:
        lines += paragraph(f"The page does not tell: {', '.join(not_told)}.", width, "quiet")
    return lines


def _field(name: str, field: Mapping[str, Any], width: int) -> list[Line]:
    value = f"{len(field['value'])} blocks" if name == "body" else field_text(field["value"])
    head, *rest = shorten(f"{name}: {value}", width, SHOWN_LINES)
    split = len(name) + 1
    lines: list[Line] = [((head[:split], "field"), (head[split:], "")), *indented(rest, "", "")]
    details = [f"from {field['from']}{sureness(field)}"] if field["from"] else []
    if field["raw"] and field["raw"] != value:
        details.append(f"as there: {field['raw']}")
    details += [f"also: {field_text(other['value'])} ({other['from']})" for other in field["also"]]
    for detail in details:
        lines += indented(shorten(detail, width - len(_INDENT), SHOWN_LINES), _INDENT, _INDENT, "quiet")
    return lines
