"""The process: how the command `newsx` starts, and how it ends when someone ends it."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main() -> None:
    """Runs the command line; the target of the script `newsx` and of `python -m newsx`. Does not return."""
    import gc

    # One page makes few cycles; looking for them after each 700 new objects takes some 4% of a short run.
    gc.set_threshold(50_000)
    try:
        inputs = plain_inputs(sys.argv[1:])
        if inputs:
            from newsx.cli.extraction import Request, run

            sys.exit(run(Request(inputs)))
        from newsx.cli.commands import app

        app(prog_name="newsx")
    except KeyboardInterrupt:
        sys.exit(130)


def plain_inputs(arguments: Sequence[str]) -> list[str]:
    """The inputs of a plain ``extract INPUT...``, else nothing.

    Such a command line has no option that would have to be understood, so it need not wait for typer, which loads
    pydantic and so takes longer than extracting a page does. Windows leaves wildcards to the program, so there typer
    has to look at it.

    >>> plain_inputs(["extract", "a.html", "b.html"]), plain_inputs(["extract", "-f", "md", "a.html"])
    (['a.html', 'b.html'], [])
    """
    if sys.platform == "win32" or arguments[:1] != ["extract"]:
        return []
    inputs = list(arguments[1:])
    return [] if any(name.startswith("-") for name in inputs) else inputs
