"""`newsx same`: whether two pages tell one story."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsx.cli import exit_codes
from newsx.cli.inputs import STDIN, Reading, check_names, outcome
from newsx.cli.options import EncodingOption, FormOption, misuse_told
from newsx.cli.output import open_output
from newsx.errors import OptionError

if TYPE_CHECKING:
    from newsx.article import Article
    from newsx.pipeline import Examined


def same(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="A", help="A saved page; - : standard input.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one.", show_default=False)],
    format: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", metavar="FORM", help="text for a person, json for tools."),
    ] = "text",
    form: FormOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Say how alike the articles of two pages are in their wording, from 0 to 1.

    \b
    Examples:
      newsx same page.html copy.html
      newsx same page.html copy.html -f json | jq .similarity

    It is the share of runs of five words that both have in all that either has. From 0.5 on, batch --dedup takes them
    for copies of one story.
    """
    reading = Reading(None, None, form, encoding)
    articles: list[Article] = []

    def keep(_: str, examined: Examined) -> str:
        articles.append(examined.article)
        return ""

    with misuse_told(context), open_output(None) as out:
        check_names([one, other])
        if one == other == STDIN:
            raise OptionError("standard input (-) can be read once only")
        reading.check()
        codes = [outcome(name, reading, keep, tell_no_article=True).code for name in (one, other)]
        if len(articles) == 2:
            out.write(_told(articles[0].similarity(articles[1]), format))
    raise typer.Exit(exit_codes.worst(codes))


def _told(similarity: float, format: Literal["text", "json"]) -> str:
    from newsx.text.sketch import NEAR_DUPLICATE

    is_same = similarity >= NEAR_DUPLICATE
    if format == "json":
        return json.dumps({"similarity": round(similarity, 4), "same": is_same}) + "\n"
    return f"{similarity:.2f} {'near-duplicates: one story' if is_same else 'different stories'}\n"
