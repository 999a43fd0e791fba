"""An article as a person reads it at a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from newsx.article import Article, BodyBlock
from newsx.page import Role
from newsx.write.byline import byline, shown_time
from newsx.write.terminal import Line, indented, paragraph, wrap


def view(article: Article, width: int, left_out: Mapping[Role, int], refusal: str | None = None) -> list[Line]:
    """The article as lines of at most `width` cells.

    `left_out` counts the blocks of the page that the article leaves out, by role; `refusal` says why
    the page holds no article.
    """
    parts: list[list[Line]] = []
    if not article.is_article:
        parts.append(paragraph(f"No article here: {refusal or article.page_type}.", width, "warning"))
    if article.headline:
        parts.append(paragraph(article.headline, width, "strong"))
    if credits := byline(article):
        parts.append(paragraph(" · ".join(credits), width, "field"))
    if article.summary:
        parts.append(indented(wrap(article.summary, width - 2), "  ", "  ", "strong"))
    if article.highlights:
        parts.append([line for highlight in article.highlights for line in _list_item(highlight, width)])
    before = None
    for block in article.body:
        if block.type == "image":
            continue
        lines = _block(block, width)
        if block.type == before == "list_item":
            parts[-1].extend(lines)
        else:
            parts.append(lines)
        before = block.type
    if notes := _notes(article, width, left_out):
        parts.append(notes)
    lines = [line for part in parts for line in (*part, ())]
    return lines[:-1]


def _list_item(text: str, width: int) -> list[Line]:
    return indented(wrap(text, width - 4), "  • ", "    ")


def _block(block: BodyBlock, width: int) -> list[Line]:
    if block.type == "heading":
        return paragraph(block.text, width, "strong")
    if block.type == "list_item":
        return _list_item(block.text, width)
    if block.type == "quote":
        return indented(wrap(block.text, width - 4), "  │ ", "  │ ")
    if block.type == "table" and block.rows:
        return [line for row in block.rows for line in indented(wrap(" | ".join(row), width - 4), "  | ", "    ")]
    if block.type == "update" and block.time:
        return paragraph(shown_time(block.time), width, "strong") + paragraph(block.text, width)
    return paragraph(block.text, width)


def _notes(article: Article, width: int, left_out: Mapping[Role, int]) -> list[Line]:
    told = [warned.message for warned in article.warnings if warned.kind != "not_an_article"]
    lines = [line for message in told for line in paragraph(f"! {message}", width, "warning")]
    if left_out:
        counts = ", ".join(f"{role.replace('_', ' ')} {count}" for role, count in left_out.items())
        lines += paragraph(f"Left out: {counts}. See `newsx explain`.", width, "quiet")
    return lines
