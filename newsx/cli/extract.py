"""`newsx extract`: saved pages in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsx.cli.extraction import Request, run
from newsx.cli.inputs import Reading
from newsx.cli.options import (
    CapturedAtOption,
    EncodingOption,
    FormOption,
    NormalizeOption,
    QuietOption,
    UrlOption,
    input_names,
    misuse_told,
)
from newsx.cli.rendering import Format


def _complete_field(incomplete: str) -> list[str]:
    from newsx.write.fields import field_names

    return [name for name in field_names() if name.startswith(incomplete)]


def extract(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Saved pages; - or none: standard input.", show_default=False),
    ] = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="view, json, jsonl, md, text or auto: a readable view at a terminal, else JSON for one input "
            "and JSON Lines for several. json of several inputs is an array.",
        ),
    ] = "auto",
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            metavar="NAME",
            autocompletion=_complete_field,
            help="Only this field of the record, plain: headline, text, image.url ... Lists are joined by '; '. "
            "Given again, or with several inputs: tab-separated, one line an input.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears whole or not at all."),
    ] = None,
    url: UrlOption = None,
    captured_at: CapturedAtOption = None,
    form: FormOption = None,
    encoding: EncodingOption = None,
    normalize: NormalizeOption = None,
    pretty: Annotated[
        bool | None,
        typer.Option("--pretty/--compact", help="JSON in many lines or in one.  [default: pretty at a terminal]"),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Take the article out of saved pages.

    \b
    Examples:
      newsx extract page.html
      newsx extract page.html -f md -o page.md
      newsx extract pages/*.html > articles.jsonl
      newsx extract page.txt --field headline
      curl -s URL | newsx extract --url URL
    """
    reading = Reading(url, captured_at, form, encoding, normalize)
    with misuse_told(context):
        code = run(Request(input_names(context, inputs), format, field or [], output, reading, pretty, quiet))
    raise typer.Exit(code)
