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
from newsx.write.links import Piece, cell_pieces, piece_lines, pieces
from newsx.write.markup import is_of_web

_WHITE_SPACE = re.compile(r"\s+")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,31};)")
_INLINE = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?[0-9A-Za-z]{1,31};)")
_BACKTICKS = re.compile("`+")
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
    since Markdown has no table without one. Links stand in the text; a picture has its credit as its title.

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
    parts = [_heading(1, _text(article.headline))] if article.headline else []
    if line := _byline(article):
        parts.append(line)
    return parts


def _byline(article: Article) -> str:
    parts = [_text(part) for part in byline(article)]
    if parts and article.url and is_of_web(article.url):
        parts[-1] = f"[{parts[-1]}]({_address(article.url)})"
    return _guarded(" · ".join(parts))


def _body(blocks: Iterable[BodyBlock]) -> list[str]:
    parts: list[str] = []
    before = None
    for block in blocks:
        rendered = _block(block)
        if not rendered:
            continue
        if block.type == before == "list_item":
            parts[-1] += f"\n{rendered}"
        else:
            parts.append(rendered)
        before = block.type
    return parts


def _block(block: BodyBlock) -> str:
    if block.type == "image":
        return _image(block)
    if block.type == "table" and block.rows:
        return _table(block)
    if block.type == "heading":
        return _heading(min(max(block.level or 2, 2), 6), _linked(pieces(block.text, block.links)))
    if block.type == "list_item":
        return "- " + "\n  ".join(_lines(block))
    if block.type == "quote":
        return "> " + "\n> ".join(_lines(block))
    if block.type == "update" and block.time:
        return f"**{_text(shown_time(block.time))}** {_linked(pieces(block.text, block.links))}"
    return "\n".join(_lines(block))


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {_HEADING_END.sub(_ESCAPED, _guarded(text))}"


def _table(block: BodyBlock) -> str:
    rows = [[_linked(cell) for cell in row] for row in cell_pieces(block)]
    columns = max(map(len, rows))
    lines = [f"| {' | '.join(row + [''] * (columns - len(row)))} |" for row in rows]
    lines.insert(1, "|" + " --- |" * columns)
    return "\n".join(lines)


def _lines(block: BodyBlock) -> list[str]:
    """The text of a block in the lines that preformatted text has; as code where indents tell them apart."""
    if "\n " in block.text and not block.links and not _TEMPLATE_TAG.search(block.text):
        fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(block.text)), default=0))
        return [fence, *block.text.split("\n"), fence]
    found = (_guarded(_linked(line)) for line in piece_lines(block.text, block.links))
    lines = [line for line in found if line]
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


def _image(block: BodyBlock) -> str:
    """A picture by its address, its caption for who does not see it, and its credit as its title."""
    if block.url is None or not is_of_web(block.url):
        return ""
    credit = _escaped(block.credit or "").strip(" ").replace('"', '\\"')
    title = f' "{credit}"' if credit else ""
    return f"![{_text(block.caption or '')}]({_address(block.url)}{title})"


def _linked(parts: Iterable[Piece]) -> str:
    """A text with its links, on one line, its markup characters escaped."""
    shown: list[str] = []
    is_behind_link = False
    for part in parts:
        escaped = _escaped(part.text)
        if part.url is None:
            # Attributes of Pandoc and Kramdown stand in braces right behind a link.
            shown.append(f"\\{escaped}" if is_behind_link and escaped.startswith("{") else escaped)
            is_behind_link = False
            continue
        if shown and shown[-1].endswith("!"):  # which would make a picture of the link
            shown[-1] = f"{shown[-1][:-1]}\\!"
        mark = "\\" if escaped.startswith("^") else ""  # of a footnote of Pandoc and GitHub
        shown.append(f"[{mark}{escaped}]({_address(part.url)})")
        is_behind_link = True
    return "".join(shown).strip(" ")


def _address(url: str) -> str:
    """An address as the destination of a link: without spaces, brackets and what would be read as an entity."""
    return _ENTITY.sub("&amp;", quote(url, safe=_SAFE_IN_ADDRESS, errors="replace"))


def _text(text: str) -> str:
    """The text on one line, its markup characters escaped."""
    return _escaped(text).strip(" ")


def _escaped(text: str) -> str:
    """The same with the spaces at its ends."""
    escaped = _INLINE.sub(lambda found: f"\\{found[0]}", _WHITE_SPACE.sub(" ", text))
    return _TEMPLATE_TAG.sub(lambda found: f"&#{ord(found[0])};", escaped)


def _line(text: str) -> str:
    """As `_text`, for the beginning of a line, where more characters are markup."""
    return _guarded(_text(text))


def _guarded(line: str) -> str:
    found = _LINE_START.match(line)
    if found is None:
        return line
    return f"{found[0]}\\{line[found.end() :]}" if found[0].isdecimal() else f"\\{line}"
