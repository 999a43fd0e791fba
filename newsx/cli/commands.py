"""All commands under one name."""

from __future__ import annotations

import os
import shlex
import shutil
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from newsx import __version__
from newsx.cli import exit_codes
from newsx.cli.batch import batch
from newsx.cli.explain import explain
from newsx.cli.extract import extract
from newsx.cli.help import Command, fitted
from newsx.cli.inputs import is_web_address
from newsx.cli.same import same
from newsx.cli.schema import schema
from newsx.cli.search import search
from newsx.cli.serve import serve

_HELP_AT_LEAST = 52  # below this width typer's help would still be 50 wide and run over the edge

_context_settings: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
if (_columns := shutil.get_terminal_size().columns) < _HELP_AT_LEAST:
    _context_settings["terminal_width"] = _columns


class _Commands(TyperGroup):
    """The commands; where something else stands in the place of one, says what may be meant."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name."""
        command = super().get_command(ctx, cmd_name)
        if command is None and not ctx.resilient_parsing:
            if is_web_address(cmd_name):
                ctx.fail("newsx fetches nothing; save the page with a browser or curl, then: newsx extract FILE")
            if os.path.exists(cmd_name):
                meant = "batch" if os.path.isdir(cmd_name) else "extract"
                more = " -o articles.jsonl" if meant == "batch" else ""
                ctx.fail(f"there is no command {cmd_name!r}; did you mean: newsx {meant} {shlex.quote(cmd_name)}{more}")
        return command

    def get_help(self, ctx: Any) -> str:
        """The help as text."""
        return fitted(super().get_help(ctx))


app = typer.Typer(
    name="newsx",
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_context_settings,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsx {__version__}")
        raise typer.Exit()


@app.callback()
def newsx(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Turn saved Hindi news pages into clean article records.

    \b
    Examples:
      newsx extract page.html
      newsx extract pages/*.html > articles.jsonl
      newsx batch pages -o articles.jsonl
      newsx search news.db "QUERY"
      newsx explain page.html

    Pages may be HTML, AMP, MHTML, or text copied out of a browser. Nothing is fetched from the network.
    """


app.command(cls=Command, epilog=exit_codes.HELP)(extract)
app.command(cls=Command, epilog=exit_codes.HELP)(explain)
app.command(cls=Command, epilog=exit_codes.HELP)(batch)
app.command(cls=Command, epilog=exit_codes.HELP)(same)
app.command(cls=Command, epilog=exit_codes.HELP)(search)
app.command(cls=Command)(serve)
app.command(cls=Command)(schema)
