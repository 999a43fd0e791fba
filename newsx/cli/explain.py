"""`newsx explain`: why a page was read as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsx.cli.inputs import Reading, check_names, outcome
from newsx.cli.options import (
    CapturedAtOption,
    ColorOption,
    EncodingOption,
    FormOption,
    JsonFieldOption,
    UrlFieldOption,
    UrlOption,
    input_names,
    misuse_told,
    rows,
)
from newsx.cli.output import open_output

if TYPE_CHECKING:
    from newsx.cli.screen import Color
    from newsx.pipeline import Examined


def explain(
    context: typer.Context,
    input: Annotated[
        str | None,
        typer.Argument(metavar="INPUT", help="A saved page; - or none: standard input.", show_default=False),
    ] = None,
    format: Annotated[
        Literal["view", "json", "html"],
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="view for a person, with long texts cut; json for tools, html for a browser, with all of it.",
        ),
    ] = "view",
    url: UrlOption = None,
    captured_at: CapturedAtOption = None,
    form: FormOption = None,
    encoding: EncodingOption = None,
    json_field: JsonFieldOption = None,
    url_field: UrlFieldOption = None,
    color: ColorOption = "auto",
) -> None:
    """Show what became of each block of a page and where each field comes from.

    \b
    Examples:
      newsx explain page.html
      newsx explain page.html --color always | less -R
      newsx explain page.html -f json | jq '.fields.published'
      newsx explain page.html -f html > why.html

    Blocks stand in page order, each with its role and the reason for it: + kept as text, * read for a field,
    - dropped. Then each field: where its value comes from, and what else was on offer.
    """
    [name] = input_names(context, None if input is None else [input])
    with misuse_told(context), open_output(None) as out:
        reading = Reading(url, captured_at, form, encoding, rows=rows(json_field, url_field))
        check_names([name])
        reading.check()

        def render(_: str, examined: Examined) -> str:
            from newsx.pipeline import explained

            examined = explained(examined)
            if format == "view":
                return _view(examined, color, is_terminal=out.is_terminal)
            return _json(examined) if format == "json" else _page(examined)

        found = outcome(name, reading, render, tell_no_article=False)
        if found.text is not None:
            out.write(found.text)
    raise typer.Exit(found.code)


def _json(examined: Examined) -> str:
    from newsx.write.explanation import to_dict

    return json.dumps(to_dict(examined.labelled, examined.article), ensure_ascii=False, indent=2) + "\n"


def _page(examined: Examined) -> str:
    from newsx.write.explanation_page import to_page

    return to_page(examined.labelled, examined.article)


def _view(examined: Examined, color: Color, *, is_terminal: bool) -> str:
    from newsx.cli.screen import rendered, width
    from newsx.write.explanation_view import view

    return rendered(view(examined.labelled, examined.article, width()), is_terminal=is_terminal, color=color)
