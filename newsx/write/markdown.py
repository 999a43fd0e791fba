"""An article as Markdown: CommonMark, with the tables of GitHub Flavored Markdown.

What looks like markup in the text of the page is escaped: it was text there and is text here. So is what Jekyll and
Hugo would run as a tag of their templates, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from newsx.article import Article, BodyBlock
from newsx.write.byline import byline, shown_time
from newsx.write.markup import is_of_web

_INLINE = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?[0-9A-Za-z]{1,31};)")
_TEMPLATE_TAG = re.compile(r"(?<=\{)[{%]")
"""Of Liquid and Hugo's shortcodes, which are looked for before Markdown is, so that a backslash does not stop them."""

_LINE_START = re.compile(r"(?:[-+=]|#{1,6}(?=\s|$)|\d{1,9}(?=[.)](?:\s|$)))")
_HEADING_END = re.compile(r"(?<!\S)#+$")
"""Closes a heading, and is no part of its text (CommonMark 0.31, 4.2)."""

_ESCAPED = r"\\\g<0>"
_SAFE_IN_ADDRESS = "!#$%&'*+,/:;=?@~-._"


def to_markdown(article: Article, *, front_matter: bool = False) -> str:
    """The article as Markdown, without a line end at the end.

    The headline is the only heading of level 1; the line of author, place, time and publisher follows, then the
    summary in italics, the highlights as a list, and the body. The first row of a table stands as its header,
    since Markdown has no table without one.

    front_matter: the facts stand above as YAML. Headline and line of credits are left out then, for programs that read
    front matter show the title themselves.
    """
    parts = _front_matter(article) if front_matter else _heading_lines(article)
    if article.summary:
        parts.append(f"*{_text(article.summary)}*")
    if article.highlights:
        parts.append("\n".join(f"- {_line(highlight)}" for highlight in article.highlights))
    parts.extend(_body(article.body))
    return "\n\n".join(parts)


def _front_matter(article: Article) -> list[str]:
    from newsx.write.front_matter import front_matter

    return [front_matter(article)]


def _heading_lines(article: Article) -> list[str]:
    parts = [_heading(1, article.headline)] if article.headline else []
    if line := _byline(article):
        parts.append(line)
    return parts


def _byline(article: Article) -> str:
    parts = [_text(part) for part in byline(article)]
    if parts and article.url and is_of_web(article.url):
        address = quote(article.url, safe=_SAFE_IN_ADDRESS, errors="replace")
        parts[-1] = f"[{parts[-1]}]({address})"
    return _guarded(" · ".join(parts))


def _body(blocks: Iterable[BodyBlock]) -> list[str]:
    parts: list[str] = []
    before = None
    for block in blocks:
        rendered = _block(block)
        if block.type == before == "list_item":
            parts[-1] += f"\n{rendered}"
        else:
            parts.append(rendered)
        before = block.type
    return parts


def _block(block: BodyBlock) -> str:
    if block.type == "heading":
        return _heading(min(max(block.level or 2, 2), 6), block.text)
    if block.type == "list_item":
        return f"- {_line(block.text)}"
    if block.type == "quote":
        return f"> {_line(block.text)}"
    if block.type == "table" and block.rows:
        return _table(block.rows)
    if block.type == "update" and block.time:
        return f"**{_text(shown_time(block.time))}** {_text(block.text)}"
    return _line(block.text)


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {_HEADING_END.sub(_ESCAPED, _line(text))}"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    columns = max(map(len, rows))
    lines = [f"| {' | '.join(_text(cell) for cell in row + ('',) * (columns - len(row)))} |" for row in rows]
    lines.insert(1, "|" + " --- |" * columns)
    return "\n".join(lines)


def _text(text: str) -> str:
    """The text on one line, its markup characters escaped."""
    escaped = _INLINE.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    return _TEMPLATE_TAG.sub(lambda found: f"&#{ord(found[0])};", escaped)


def _line(text: str) -> str:
    """As `_text`, for the beginning of a line, where more characters are markup."""
    return _guarded(_text(text))


def _guarded(line: str) -> str:
    found = _LINE_START.match(line)
    if found is None:
        return line
    return f"{found[0]}\\{line[found.end() :]}" if found[0].isdecimal() else f"\\{line}"
