"""An article as a page of its own, to read and to print: one file that loads nothing and runs nothing.

All text of the saved page is escaped, only addresses of the web become links, and the page forbids itself everything
but its own style. Pictures are therefore linked, and not loaded when the page is opened. Italics are for Latin letters;
Devanagari gets size and space instead, and line height for its signs above and below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape

from newsx.article import Article, BodyBlock, Image
from newsx.write.byline import shown_time
from newsx.write.links import Piece, cell_pieces, pieces
from newsx.write.markup import data_file, escaped, is_of_web
from newsx.write.times import with_seconds

END = "</body>\n</html>"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_WHITE_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def to_html(article: Article) -> str:
    """The article as a whole page, without a line end at the end."""
    return f"{begin(article.headline, article.language, article.url)}{article_element(article)}{END}"


def begin(title: str | None = None, language: str | None = None, url: str | None = None) -> str:
    """The page up to its first article; `END` closes it."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">' if language else "<html>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escaped(title or 'newsx')}</title>",
    ]
    if is_of_web(url):
        lines.append(f'<link rel="canonical" href="{escape(url or "")}">')
    return "\n".join([*lines, f"<style>\n{_style()}</style>", "</head>", "<body>", ""])


def article_element(article: Article) -> str:
    """The article as an element with a line end; a page may hold several."""
    language = f' lang="{escape(article.language)}"' if article.language else ""
    return "\n".join([f'<article{language} dir="auto">', *_parts(article), "</article>", ""])


def _parts(article: Article) -> Iterator[str]:
    yield "<header>"
    if article.headline:
        yield f"<h1>{escaped(article.headline)}</h1>"
    if credits := _credits(article):
        yield f'<p class="credits">{credits}</p>'
    yield "</header>"
    if article.summary:
        yield f'<p class="summary">{escaped(article.summary)}</p>'
    if article.highlights:
        yield _list(article.highlights)
    if article.image:
        yield from _figure(article.image)
    yield from body_elements(article.body)
    if article.url and is_of_web(article.url):
        yield f"<footer>{_link(article.url, article.publisher or article.site or article.url)}</footer>"


def _credits(article: Article) -> str:
    names = (", ".join(article.authors), article.agency, article.dateline)
    parts = [escaped(name) for name in names if name]
    if article.published:
        parts.append(_time(article.published))
    if publisher := article.publisher or article.site:
        parts.append(escaped(publisher))
    return " · ".join(parts)


def _time(value: str) -> str:
    shown = escaped(shown_time(value))
    return f'<time datetime="{escape(with_seconds(value))}">{shown}</time>' if _DAY.match(value) else shown


def _figure(image: Image) -> Iterator[str]:
    shown = " · ".join(escaped(text) for text in (image.caption, image.credit) if text)
    if is_of_web(image.url):
        shown = _anchor(image.url, shown or escaped(image.url))
    if shown:
        yield f"<figure><figcaption>{shown}</figcaption></figure>"


def body_elements(blocks: tuple[BodyBlock, ...]) -> Iterator[str]:
    """The blocks of a story as elements; list items that follow each other are one list."""
    items: list[str] = []
    for block in blocks:
        if block.type == "list_item":
            items.append(_linked(pieces(block.text, block.links)))
            continue
        if items:
            yield _elements(items)
            items = []
        if block.type == "image":
            yield from _figure(Image(block.url or "", block.caption, block.credit))
        else:
            yield _block(block)
    if items:
        yield _elements(items)


def _block(block: BodyBlock) -> str:
    text = _linked(pieces(block.text, block.links))
    if block.type == "heading":
        level = min(max(block.level or 2, 2), 6)
        return f"<h{level}>{text}</h{level}>"
    if block.type == "quote":
        return f"<blockquote><p>{text}</p></blockquote>"
    if block.type == "table" and block.rows:
        rows = ("".join(f"<td>{_linked(cell)}</td>" for cell in row) for row in cell_pieces(block))
        return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    if block.type == "update" and block.time:
        return f"<p><strong>{_time(block.time)}</strong> {text}</p>"
    return f"<p>{text}</p>"


def _list(items: Iterable[str]) -> str:
    return _elements(map(escaped, items))


def _elements(items: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"


def _linked(parts: Iterable[Piece]) -> str:
    """A text with its links, on one line."""
    shown = ((part.url, _escaped_piece(part.text)) for part in parts)
    return "".join(text if url is None else _anchor(url, text) for url, text in shown).strip(" ")


def _link(address: str, text: str) -> str:
    return _anchor(address, escaped(text))


def _anchor(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}" rel="noreferrer">{shown}</a>'


def _escaped_piece(text: str) -> str:
    """As `escaped`, but for one space at its ends, which parts it from the piece beside it."""
    return escape(_WHITE_SPACE.sub(" ", text), quote=False)


@cache
def _style() -> str:
    return data_file("newsx.write", "html.css")
