"""An explanation as a page of its own: one file that loads nothing and runs nothing, to read and to print.

The boxes that hide kept, read and dropped blocks work by style alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from newsx.article import Article
from newsx.page import LabelledPage
from newsx.write.explanation import Use, sureness, to_dict
from newsx.write.fields import field_text
from newsx.write.markup import data_file, escaped, escaped_name, framed

_TERMS = 6
"""So many terms of a score are shown; the others weighed less than each of these."""

_USES: dict[Use, str] = {"kept": "kept as text", "field": "read for a field", "dropped": "dropped"}
_BLOCK = re.compile(r"\b(blocks? )(\d+)\b")


def to_page(labelled: LabelledPage, article: Article) -> str:
    """The explanation as a whole page: verdict, fields with their evidence, all blocks in page order."""
    explained = to_dict(labelled, article)
    name = escaped_name(explained["source"]["name"] or "content without a name")
    style = data_file("newsx.write", "explanation.css")
    content = _content(explained, article, name)
    return "".join(framed(f"explain: {name}", content, [style], command="explain"))


def _content(explained: Mapping[str, Any], article: Article, name: str) -> Iterator[str]:
    yield f"<header>\n<h1>{escaped(article.headline) if article.headline else name}</h1>\n"
    yield f"{''.join(_verdict(explained, article, name))}</header>\n"
    uses = [block["use"] for block in explained["blocks"]]
    for use, told in _USES.items():
        box = f'<input type="checkbox" id="show-{use}" checked>'
        yield f'<label class="show">{box} {uses.count(use)} {told}</label>\n'
    yield '<div class="columns">\n<section class="fields">\n<h2>Fields</h2>\n'
    yield from _fields(explained["fields"], len(uses))
    yield '</section>\n<section>\n<h2>Blocks</h2>\n<ol class="blocks">\n'
    for block in explained["blocks"]:
        yield _block(block)
    yield "</ol>\n</section>\n</div>\n"


def _verdict(explained: Mapping[str, Any], article: Article, name: str) -> Iterator[str]:
    source = explained["source"]
    encoding = f", {escaped(source['encoding'])} (by {escaped(source['encoding_by'])})" if source["encoding"] else ""
    yield f'<p class="quiet"><code>{name}</code> · {escaped(source["form"])}{encoding}, {source["bytes"]:,} bytes</p>\n'
    sure = "" if article.confidence is None else f" Confidence: {article.confidence:.2f}."
    if article.is_article:
        yield f"<p>Page type: {escaped(article.page_type)}.{sure}</p>\n"
    else:
        reason = escaped(explained["refusal"] or "no reason was given")
        yield f'<p class="warning">No article here: {reason}. Page type: {escaped(article.page_type)}.{sure}</p>\n'
    for warned in article.warnings:
        yield f'<p class="warning">{escaped(warned.kind)}: {escaped(warned.message)}</p>\n'


def _fields(fields: Mapping[str, Mapping[str, Any]], blocks: int) -> Iterator[str]:
    not_told = [name for name, field in fields.items() if field["value"] in (None, []) and not field["also"]]
    yield "<dl>\n"
    for name, field in fields.items():
        if name not in not_told:
            yield from _field(name, field, blocks)
    yield "</dl>\n"
    if not_told:
        yield f'<p class="quiet">The page does not tell: {", ".join(map(escaped, not_told))}.</p>\n'


def _field(name: str, field: Mapping[str, Any], blocks: int) -> Iterator[str]:
    value = f"{len(field['value'])} blocks" if name == "body" else field_text(field["value"])
    yield f'<dt>{escaped(name)}</dt>\n<dd><span dir="auto">{escaped(value) or "–"}</span>\n'
    if field["from"]:
        yield f'<p class="quiet">from {_linked(field["from"], blocks)}{sureness(field)}</p>\n'
    if field["raw"] and field["raw"] != value:
        yield f'<p class="quiet">as there: <span dir="auto">{escaped(field["raw"])}</span></p>\n'
    for other in field["also"]:
        told = f'<span dir="auto">{escaped(field_text(other["value"]))}</span>'
        yield f'<p class="quiet">also: {told} ({_linked(other["from"], blocks)})</p>\n'
    yield "</dd>\n"


def _linked(place: str, blocks: int) -> str:
    """The place that evidence names; a block that it begins with is a link to that block."""

    def link(found: re.Match[str]) -> str:
        number = int(found[2])
        return f'<a href="#block-{number}">{found[0]}</a>' if number < blocks else found[0]

    return _BLOCK.sub(link, escaped(place), count=1)


def _block(block: Mapping[str, Any]) -> str:
    use: Use = block["use"]
    line = "" if block["line"] is None else f" · line {block['line']}"
    classes = escape(f"{use} role-{block['role']}")
    why = (
        f'{block["number"]} · <span class="role">{escaped(block["role"])}</span> · {_USES[use]}{line}: '
        f"{escaped(block['reason'])}"
    )
    return (
        f'<li class="{classes}" id="block-{block["number"]}">\n{_with_terms(why, block["terms"])}'
        f'<p class="text" dir="auto">{escape(block["text"], quote=False)}</p>\n</li>\n'
    )


def _with_terms(why: str, terms: list[Mapping[str, Any]]) -> str:
    """The reason; the terms of the block's score unfold below it."""
    if not terms:
        return f'<p class="why">{why}</p>\n'
    rows = "".join(
        f"<tr><td>{escaped(term['feature'])}</td><td>{term['value']:.3g}</td><td>{term['weight']:+.2f}</td></tr>\n"
        for term in terms[:_TERMS]
    )
    head = "<tr><th>feature</th><th>value</th><th>weight</th></tr>\n"
    return f'<details class="why"><summary>{why}</summary>\n<table>\n{head}{rows}</table></details>\n'
