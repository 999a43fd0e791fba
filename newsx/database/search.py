"""The search: which articles hold the words, best first, each with the piece of text that shows it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsx.database.query import match_expression
from newsx.database.store import connect
from newsx.errors import InputError, OptionError
from newsx.text.search import search_fold
from newsx.text.words import words

if TYPE_CHECKING:
    import os

LIMIT = 10
"""How many articles a search gives if nothing else is asked for."""

_SNIPPET_WORDS = 24
_BEGIN, _END = "\x02", "\x03"  # no text of a record holds controls
_MARK = re.compile(f"{_BEGIN}|{_END}")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_MOST = 1 << 31

_COLUMNS = "id page headline summary agency publisher site section published language url source_name".split()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article as printed, with the places of what was found: offsets of characters, start and end."""

    text: str
    marks: tuple[tuple[int, int], ...]

    def parts(self) -> Iterator[tuple[str, bool]]:
        """The text piece by piece, each with whether it was asked for.

        >>> list(Snippet("शी जिनपिंग ने", ((0, 2),)).parts())
        [('शी', True), (' जिनपिंग ने', False)]
        """
        at = 0
        for start, end in self.marks:
            yield from [(self.text[at:start], False)] * (at < start)
            yield self.text[start:end], True
            at = end
        yield from [(self.text[at:], False)] * (at < len(self.text))


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found. `page` is its path among the sources of the batch; a higher `score` is better."""

    id: int
    page: str
    headline: str | None
    summary: str | None
    agency: str | None
    publisher: str | None
    site: str | None
    section: str | None
    published: str | None
    language: str | None
    url: str | None
    source_name: str | None
    authors: tuple[str, ...]
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of the articles that were found, and how many there are in all."""

    total: int
    offset: int
    hits: tuple[Hit, ...]

    def to_dict(self) -> dict[str, Any]:
        """As JSON-ready values."""
        return asdict(self)


def search(  # noqa: PLR0913 - all but the first two go by name
    database: os.PathLike[str],
    query: str,
    *,
    author: str | None = None,
    site: str | None = None,
    section: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = LIMIT,
    offset: int = 0,
) -> Hits:
    """The articles of a database that hold all words of a query, best first.

    Spellings of one word find each other (हिन्दी and हिंदी, गयी and गई, बाज़ार and बाजार). ``"शी जिनपिंग"`` in quotes is
    a phrase, ``जिन*`` is for all words that begin so.

    Args:
        database: a file that `newsx batch ... -o NEWS.db` wrote.
        query: words, phrases, prefixes.
        author: only articles by persons in whose names these words stand.
        site: only of this host and those below it.
        section: only of sections in whose names these words stand.
        since: published on this day or later, as the page prints it; a month (``2026-02``) or a year will do.
        until: published on this day, in this month or year, or before.
        limit: how many to give at most.
        offset: how many to leave out, the best first.

    Raises:
        OptionError: an argument is not usable, or the query has no word in it.
        InputError: the file cannot be read, or is no database of newsx.
    """
    expression = match_expression(query)
    _check_count("limit", limit)
    _check_count("offset", offset)
    path = Path(database)
    with closing(connect(path)) as connection:
        try:
            connection.execute("BEGIN")  # all that follows sees one state of the file, whoever is writing it
            chosen = _filters(connection, author, site, section, _day("since", since), _day("until", until))
            return _found(connection, expression, chosen, limit, offset)
        except sqlite3.Error as error:
            raise InputError(f"{path}: it cannot be searched: {error}") from error


class _Filter(NamedTuple):
    condition: str
    """On a row `article`."""
    values: tuple[Any, ...]


def _filters(  # noqa: PLR0913, PLR0917 - one for each argument of `search`
    connection: sqlite3.Connection,
    author: str | None,
    site: str | None,
    section: str | None,
    since: str | None,
    until: str | None,
) -> list[_Filter]:
    found = []
    if author is not None:
        names = _named(connection, "SELECT DISTINCT name FROM people", _asked("author", author))
        condition = "article.id IN (SELECT article_id FROM people WHERE name IN (SELECT value FROM json_each(?)))"
        found.append(_Filter(condition, (names,)))
    if section is not None:
        names = _named(connection, "SELECT DISTINCT section FROM articles", _asked("section", section))
        found.append(_Filter("article.section IN (SELECT value FROM json_each(?))", (names,)))
    if site is not None:
        host = site.strip().lower().removeprefix("www.")
        condition = "(article.site IN (?, 'www.' || ?) OR substr(article.site, -length(?)) = ?)"
        found.append(_Filter(condition, (host, host, f".{host}", f".{host}")))
    if since is not None:
        found.append(_Filter("substr(article.published, 1, ?) >= ?", (len(since), since)))
    if until is not None:
        found.append(_Filter("substr(article.published, 1, ?) <= ?", (len(until), until)))
    return found


def _found(connection: sqlite3.Connection, expression: str, filters: list[_Filter], limit: int, offset: int) -> Hits:
    tables, values = "articles_fts", [expression, *(value for chosen in filters for value in chosen.values)]
    conditions = " AND ".join(["articles_fts MATCH ?", *(chosen.condition for chosen in filters)])
    if filters:
        tables += " JOIN articles AS article ON article.id = articles_fts.rowid"
    [total] = connection.execute(f"SELECT count(*) FROM {tables} WHERE {conditions}", values).fetchone()
    # Snippets are made for the few articles of one page alone, not for all that were sorted to find them.
    ranked = connection.execute(
        f"SELECT articles_fts.rowid, articles_fts.rank FROM {tables} WHERE {conditions}"
        " ORDER BY articles_fts.rank, articles_fts.rowid LIMIT ? OFFSET ?",
        [*values, limit, offset],
    ).fetchall()
    return Hits(total, offset, tuple(_hit(connection, expression, number, rank) for number, rank in ranked))


def _hit(connection: sqlite3.Connection, expression: str, number: int, rank: float) -> Hit:
    row = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM articles WHERE id = ?", (number,)).fetchone()
    [marked] = connection.execute(
        "SELECT snippet(articles_fts, -1, ?, ?, '…', ?) FROM articles_fts WHERE articles_fts MATCH ? AND rowid = ?",
        (_BEGIN, _END, _SNIPPET_WORDS, expression, number),
    ).fetchone()
    people = connection.execute("SELECT name FROM people WHERE article_id = ? ORDER BY position", (number,))
    return Hit(
        **dict(zip(_COLUMNS, row, strict=True)),
        authors=tuple(name for (name,) in people),
        score=round(-rank, 6),
        snippet=_snippet(marked),
    )


def _snippet(marked: str) -> Snippet:
    places = [found.start() - number for number, found in enumerate(_MARK.finditer(marked))]
    return Snippet(_MARK.sub("", marked), tuple(zip(places[::2], places[1::2], strict=True)))


def _named(connection: sqlite3.Connection, query: str, asked: list[str]) -> str:
    """The names that hold these words one behind the other, as a JSON list: there are few names beside articles."""
    is_asked = _holds(asked)
    return json.dumps([name for (name,) in connection.execute(query) if name is not None and is_asked(name)])


def _asked(name: str, value: str) -> list[str]:
    found = _words(value)
    if not any(map(str.isalnum, value)):
        raise OptionError(f"{name} must have a word in it; got {value[:80]!r}")
    return found


def _holds(asked: list[str]) -> Callable[[str], bool]:
    wanted = f" {' '.join(asked)} "
    return lambda name: wanted in f" {' '.join(_words(name))} "


def _words(text: str) -> list[str]:
    return words(search_fold(text).lower())


def _day(name: str, value: str | None) -> str | None:
    if value is not None and not _DAY.fullmatch(value):
        raise OptionError(f"{name} must be a day such as 2026-02-04, a month or a year; got {value[:80]!r}")
    return value


def _check_count(name: str, value: int) -> None:
    if not 0 <= value < _MOST:
        raise OptionError(f"{name} must be a number from 0; got {value}")
