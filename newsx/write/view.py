"""An article as a person reads it at a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from newsx.article import Article, BodyBlock
from newsx.page import Role
from newsx.write.byline import byline, shown_time
from newsx.write.terminal import Line, indented, wrap


def view(article: Article, width: int, left_out: Mapping[Role, int], refusal: str | None = None) -> list[Line]:
    """The article as lines of at most `width` cells.

    `left_out` counts the blocks of the page that the article leaves out, by role; `refusal` says why
    the page holds no article.
    """
    paragraphs: list[list[Line]] = []
    if not article.is_article:
        paragraphs.append(_wrapped(f"No article here: {refusal or article.page_type}.", width, "warning"))
    if article.headline:
        paragraphs.append(_wrapped(article.headline, width, "strong"))
    if parts := byline(article):
        paragraphs.append(_wrapped(" · ".join(parts), width, "field"))
    if article.summary:
        paragraphs.append(indented(wrap(article.summary, width - 2), "  ", "  ", "strong"))
    if article.highlights:
        paragraphs.append([line for highlight in article.highlights for line in _list_item(highlight, width)])
    before = None
    for block in article.body:
        lines = _block(block, width)
        if block.type == before == "list_item":
            paragraphs[-1].extend(lines)
        else:
            paragraphs.append(lines)
        before = block.type
    if notes := _notes(article, width, left_out):
        paragraphs.append(notes)
    lines = [line for paragraph in paragraphs for line in (*paragraph, ())]
    return lines[:-1]


def _wrapped(text: str, width: int, style: str = "") -> list[Line]:
    return [((line, style),) for line in wrap(text, width)]


def _list_item(text: str, width: int) -> list[Line]:
    return indented(wrap(text, width - 4), "  • ", "    ")


def _block(block: BodyBlock, width: int) -> list[Line]:
    if block.type == "heading":
        return _wrapped(block.text, width, "strong")
    if block.type == "list_item":
        return _list_item(block.text, width)
    if block.type == "quote":
        return indented(wrap(block.text, width - 4), "  │ ", "  │ ")
    if block.type == "table" and block.rows:
        return [line for row in block.rows for line in indented(wrap(" | ".join(row), width - 4), "  | ", "    ")]
    if block.type == "update" and block.time:
        return _wrapped(shown_time(block.time), width, "strong") + _wrapped(block.text, width)
    return _wrapped(block.text, width)


def _notes(article: Article, width: int, left_out: Mapping[Role, int]) -> list[Line]:
    lines = [line for warned in article.warnings for line in _wrapped(f"! {warned.message}", width, "warning")]
    if left_out:
        counts = ", ".join(f"{role.replace('_', ' ')} {count}" for role, count in left_out.items())
        lines += _wrapped(f"Left out: {counts}. See `newsx explain`.", width, "quiet")
    return lines
