"""What commands share: options as types for their signatures, inputs, and complaints about a command line."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsx.cli import exit_codes
from newsx.cli.fields import completions
from newsx.cli.inputs import STDIN
from newsx.cli.screen import Color
from newsx.errors import OptionError
from newsx.page import Form

if TYPE_CHECKING:
    from newsx.read.containers.kinds import Rows

_OPTIONS = {
    "url": "--url",
    "captured_at": "--captured-at",
    "form": "--as",
    "encoding": "--encoding",
    "normalize": "--normalize",
    "workers": "--workers",
    "timeout": "--timeout",
    "json_field": "--json-field",
    "url_field": "--url-field",
    "author": "--author",
    "section": "--section",
    "since": "--since",
    "until": "--until",
    "limit": "--limit",
    "offset": "--offset",
}

UrlOption = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="Where the page was saved from. Nothing is fetched."),
]

CapturedAtOption = Annotated[
    str | None,
    typer.Option(
        "--captured-at",
        metavar="TIME",
        help="When it was saved, such as 2026-02-04T20:42+05:30; for times like '27 मिनट पहले'.",
    ),
]

FormOption = Annotated[
    Form | None,
    typer.Option(
        "--as",
        metavar="FORM",
        help="Form of the page, instead of telling it by the content: text, html, xhtml, amp or mhtml.",
    ),
]

EncodingOption = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of the page, instead of finding it out."),
]

NormalizeOption = Annotated[
    Literal["nfc"] | None,
    typer.Option(
        "--normalize", metavar="nfc", help="Put the texts into Unicode normal form C; else they are as on the page."
    ),
]

FieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        "--fields",
        metavar="NAMES",
        autocompletion=completions,
        help="Only these fields of the record, such as headline,published,image.url. Repeatable.",
        show_default=False,
    ),
]

JsonFieldOption = Annotated[
    str | None,
    typer.Option(
        "--json-field",
        metavar="NAME",
        help="Read .jsonl, .ndjson, .jl and .json files as rows, each with a page, HTML or text, in this field.",
        show_default=False,
    ),
]

UrlFieldOption = Annotated[
    str | None,
    typer.Option(
        "--url-field",
        metavar="NAME",
        help="The field of such a row that holds the page's address.",
        show_default=False,
    ),
]

ColorOption = Annotated[
    Color,
    typer.Option("--color", metavar="WHEN", help="Colours in a view: auto, always (for less -R) or never."),
]

QuietOption = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Say nothing on standard error but errors."),
]


def input_names(context: typer.Context, given: Sequence[str] | None) -> Sequence[str]:
    """The inputs to read: those given, else standard input.

    Raises:
        typer.Exit: there is none, and standard input is a terminal where no page will come from; help was printed.
    """
    if given:
        return given
    if sys.stdin is None or sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(exit_codes.USAGE)
    return [STDIN]


def rows(json_field: str | None, url_field: str | None) -> Rows | None:
    """What to read in JSON Lines.

    Raises:
        OptionError: the options do not go together.
    """
    if json_field is None and url_field is None:
        return None
    from newsx.read.containers.kinds import Rows

    return Rows.of(json_field, url_field)


@contextlib.contextmanager
def misuse_told(context: typer.Context) -> Iterator[None]:
    """Ends the command with a usage error where arguments cannot be used."""
    try:
        yield
    except OptionError as error:
        context.fail(_as_typed(str(error)))


def _as_typed(message: str) -> str:
    """The message with the option in place of the argument of the library that it begins with.

    >>> _as_typed("captured_at must be a time")
    '--captured-at must be a time'
    """
    name = message.split(" ", 1)[0].removesuffix(":")
    return message.replace(name, _OPTIONS[name], 1) if name in _OPTIONS else message
