"""`newsx serve`: a page in the browser, for people and for programs of this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from newsx.cli import exit_codes
from newsx.cli.messages import say
from newsx.cli.options import misuse_told
from newsx.errors import NewsxError, OptionError


def serve(
    context: typer.Context,
    port: Annotated[
        int, typer.Option("--port", "-p", metavar="N", min=0, max=65535, help="Where to listen; 0 is a free one.")
    ] = 8639,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="What one page may take.")] = 60.0,
) -> None:
    """Show in a browser what becomes of a saved page: the article, and what was left out and why.

    \b
    Examples:
      newsx serve
      newsx serve --port 9000

    It listens on 127.0.0.1 alone, keeps nothing, and fetches nothing. A page sent to POST /extract as Content-Type
    application/octet-stream gives record, explanation and markdown as JSON; url, captured_at, form and encoding can
    stand in the query. Ctrl-C ends it.
    """
    with misuse_told(context):
        try:
            from newsx.serve.server import serve as run
        except ImportError as error:
            raise OptionError("serve needs starlette and uvicorn; pip install 'newsx[serve]'") from error
        try:
            run(port, timeout, _tell)
        except OptionError:
            raise
        except NewsxError as error:
            say("serve", str(error))
            raise typer.Exit(exit_codes.FAILED) from error


def _tell(address: str) -> None:
    typer.echo(f"newsx: open {address} in a browser; Ctrl-C ends it", err=True)
