"""`newsx batch`: whole folders of saved pages, and each page accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from newsx.cli.batching import Request, run
from newsx.cli.inputs import Reading
from newsx.cli.options import (
    CapturedAtOption,
    EncodingOption,
    FieldOption,
    FormOption,
    JsonFieldOption,
    NormalizeOption,
    QuietOption,
    UrlFieldOption,
    misuse_told,
    rows,
)
from newsx.write.forms import WholeFormName, whole_forms


def batch(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Folders, pages, archives of pages (.zip, .warc.gz, .wet.gz); @LIST: a file of paths, one a line; "
            "-: paths on standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="A folder, which mirrors the tree of the pages; or a file: .jsonl, .jsonl.gz, .csv, .parquet, or .db "
            "for newsx search; or - for JSON Lines on standard output, with no journal.",
            show_default=False,
        ),
    ],
    format: Annotated[
        WholeFormName | None,
        typer.Option(
            "--format", "-f", metavar="FORM", help=f"Of the files in a folder: {', '.join(whole_forms())}.  [json]"
        ),
    ] = None,
    field: FieldOption = None,
    include: Annotated[
        list[str] | None,
        typer.Option(
            "--include",
            metavar="GLOB",
            help="Of folders and zip files only these, such as '*.html', of WARC files these addresses. Repeatable. "
            "[all but hidden files]",
            show_default=False,
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="GLOB", help="Not these files and folders. Repeatable.", show_default=False),
    ] = None,
    null: Annotated[
        bool, typer.Option("--null", "-0", help="Paths in lists end with NUL, as find -print0 does.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="N", help="Processes at work.  [the cores]", show_default=False),
    ] = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="What one page may take.")] = 60.0,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what failed in an earlier run.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over: what an earlier run did does not count.")] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Take away the records of earlier runs whose pages are gone.")
    ] = False,
    dedup: Annotated[
        Literal["mark", "drop"] | None,
        typer.Option(
            "--dedup",
            metavar="mark|drop",
            help="Of articles that tell nearly the same story, the first in the order of the inputs counts: mark has "
            "the records of the others name it (source.duplicate_of), drop leaves them out.",
            show_default=False,
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="When all is done, write a page (.html) with counts, charts and failures, and the pages behind each.",
            show_default=False,
        ),
    ] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help="Begin a .csv with a byte order mark, so that Excel reads it as UTF-8.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be done.")] = False,
    captured_at: CapturedAtOption = None,
    form: FormOption = None,
    encoding: EncodingOption = None,
    normalize: NormalizeOption = None,
    json_field: JsonFieldOption = None,
    url_field: UrlFieldOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take the articles out of whole folders of saved pages.

    \b
    Examples:
      newsx batch pages -o articles.jsonl
      newsx batch pages -o articles -f md --include '*.html'
      newsx batch pages -o articles.csv --field headline,published,url
      newsx batch crawl.warc.gz -o articles.jsonl --include '*/news/*'
      newsx batch rows.jsonl --json-field html --url-field url -o articles.csv
      newsx batch pages -o news.db --report report.html
      find . -name '*.html' -print0 | newsx batch - -0 -o ../articles.jsonl

    Each page gets a line in the journal beside the output, failed or not. The same command again goes on where an
    ended run stopped, and reads only what is new or has changed.
    """
    with misuse_told(context):
        reading = Reading(None, captured_at, form, encoding, normalize, rows(json_field, url_field))
        request = Request(
            sources,
            output,
            format=format,
            fields=field or (),
            include=include or (),
            exclude=exclude or (),
            null=null,
            workers=workers,
            timeout=timeout,
            retry_failed=retry_failed,
            fresh=fresh,
            prune=prune,
            dedup=dedup,
            report=report,
            excel=excel,
            dry_run=dry_run,
            reading=reading,
            quiet=quiet,
        )
        code = run(request)
    raise typer.Exit(code)
