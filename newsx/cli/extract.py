"""`newsx extract`: saved pages in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsx.cli.extraction import Request, run
from newsx.cli.inputs import Reading
from newsx.cli.options import (
    CapturedAtOption,
    ColorOption,
    EncodingOption,
    FieldOption,
    FormOption,
    JsonFieldOption,
    NormalizeOption,
    QuietOption,
    UrlFieldOption,
    UrlOption,
    input_names,
    misuse_told,
    rows,
)
from newsx.cli.rendering import Format


def extract(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Saved pages, also in archives: crawl.warc.gz#12, pages.zip/a.html; - or none: standard input.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="view, json, jsonl, md (with YAML front matter), text, html, jsonld (schema.org), ninjs (IPTC) or "
            "auto: as FILE is called, a readable view at a terminal, else JSON for one input and JSON Lines for "
            "several. json of several inputs is an array.",
        ),
    ] = "auto",
    field: FieldOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; the file appears whole or not at all. .json, .jsonl, .md, .txt, .html, .jsonld and "
            ".ninjs say the format.",
        ),
    ] = None,
    url: UrlOption = None,
    captured_at: CapturedAtOption = None,
    form: FormOption = None,
    encoding: EncodingOption = None,
    normalize: NormalizeOption = None,
    json_field: JsonFieldOption = None,
    url_field: UrlFieldOption = None,
    pretty: Annotated[
        bool | None,
        typer.Option("--pretty/--compact", help="JSON in many lines or in one.  [default: pretty at a terminal]"),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="SECONDS", help="What one page may take.  [no limit]", show_default=False),
    ] = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
) -> None:
    """Take the article out of saved pages.

    One field of one page is printed as it is, lists joined by '; '. More fields are parted by tabs, one line a page;
    with several pages each line begins with the name of the page.

    \b
    Examples:
      newsx extract page.html
      newsx extract page.html -o page.md
      newsx extract pages/*.html > articles.jsonl
      newsx extract page.txt --field headline
      curl -s URL | newsx extract --url URL
    """
    with misuse_told(context):
        reading = Reading(url, captured_at, form, encoding, normalize, rows(json_field, url_field))
        code = run(
            Request(input_names(context, inputs), format, field or [], output, reading, pretty, quiet, color, timeout)
        )
    raise typer.Exit(code)
