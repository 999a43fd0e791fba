"""`newsx search`: the articles of a database that a batch wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsx.cli import exit_codes
from newsx.cli.messages import say
from newsx.cli.options import ColorOption, QuietOption, misuse_told
from newsx.cli.output import open_output

if TYPE_CHECKING:
    from newsx.cli.screen import Color
    from newsx.database.search import Hit, Hits


def search(
    context: typer.Context,
    database: Annotated[Path, typer.Argument(metavar="NEWS.db", help="What newsx batch PAGES -o NEWS.db wrote.")],
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help='Words, phrases in quotes ("शी जिनपिंग"), beginnings of words (जिन*).')
    ],
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="By a person with these words in the name.")
    ] = None,
    site: Annotated[str | None, typer.Option("--site", metavar="HOST", help="Of this host and those below it.")] = None,
    section: Annotated[
        str | None, typer.Option("--section", metavar="NAME", help="Of a section with these words in its name.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Published then or later; a month or a year will do.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Published then or before; a month or a year will do.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", help="How many to show.")] = 10,
    offset: Annotated[int, typer.Option("--offset", metavar="N", help="How many to leave out, the best first.")] = 0,
    format: Annotated[
        Literal["view", "json"],
        typer.Option("--format", "-f", metavar="FORM", help="view for a person, json for tools."),
    ] = "view",
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> None:
    """Find the articles of a database that hold all words of a query, best first.

    \b
    Examples:
      newsx search news.db "शी जिनपिंग"
      newsx search news.db '"पुतिन से बातचीत"' --since 2026-02 --site livehindustan.com
      newsx search news.db 'जिन*' -n 50 --offset 50 -f json | jq '.hits[].headline'

    Spellings of one word find each other: हिन्दी and हिंदी, गयी and गई, बाज़ार and बाजार.
    """
    from newsx.database.search import search as search_database
    from newsx.errors import InputError

    with misuse_told(context):
        try:
            found = search_database(
                database,
                query,
                author=author,
                site=site,
                section=section,
                since=since,
                until=until,
                limit=limit,
                offset=offset,
            )
        except InputError as error:
            say(str(database), str(error).removeprefix(f"{database}: "))
            raise typer.Exit(exit_codes.UNREADABLE) from error
    with open_output(None) as out:
        if format == "json":
            out.write(_json(found, is_terminal=out.is_terminal))
        else:
            out.write(_view(found, color, is_terminal=out.is_terminal))
    if not quiet and format == "view":
        typer.echo(_count(found), err=True)


def _json(found: Hits, *, is_terminal: bool) -> str:
    from newsx.write.terminal import harmless_lines

    text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n"
    return harmless_lines(text) if is_terminal else text


def _view(found: Hits, color: Color, *, is_terminal: bool) -> str:
    from newsx.cli.screen import rendered, width
    from newsx.write.search_view import Found, found_lines
    from newsx.write.terminal import Line

    lines: list[Line] = []
    is_styled = color == "always" or (color == "auto" and is_terminal)
    for number, hit in enumerate(found.hits, found.offset + 1):
        shown = Found(hit.headline, _facts(hit), hit.snippet.parts())
        lines += [*([()] if lines else []), *found_lines(number, shown, width(), is_styled=is_styled)]
    return rendered(lines, is_terminal=is_terminal, color=color)


def _facts(hit: Hit) -> list[str | None]:
    return [hit.published, "; ".join(hit.authors) or hit.agency, hit.publisher or hit.site, hit.section, hit.page]


def _count(found: Hits) -> str:
    if not found.hits:
        return f"newsx: {found.total:,} articles found" + ", none of them so far down" * bool(found.total)
    last = found.offset + len(found.hits)
    more = f"; the next with --offset {last}" if last < found.total else ""
    return f"newsx: {found.offset + 1:,} to {last:,} of {found.total:,} found{more}"
