"""The process: how the command `newsx` starts, and how it ends when someone ends it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence

from newsx.cli import exit_codes
from newsx.cli.messages import STANDARD_OUTPUT, say
from newsx.cli.streams import drop_output, prepare
from newsx.errors import OptionError


def main() -> None:
    """Runs the command line; the target of the script `newsx` and of `python -m newsx`. Does not return."""
    import gc

    # One page makes few cycles; looking for them after each 700 new objects takes some 4% of a short run.
    gc.set_threshold(50_000)
    prepare()
    try:
        fields, others = without_fields(sys.argv[1:])
        inputs = plain_inputs(others)
        if inputs:
            from newsx.cli.extraction import Request, run

            with contextlib.suppress(OptionError):  # which typer will meet again, and show with how to use the command
                sys.exit(run(Request(inputs, fields=fields)))
        from newsx.cli.commands import app

        app(prog_name="newsx")
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:  # of texts that typer prints, such as the help
        drop_output()
        say(STANDARD_OUTPUT, f"it cannot be written: {error.strerror or error}")
        sys.exit(exit_codes.FAILED)


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


def without_fields(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The values of all options `--field`, and the arguments without these, which may be a plain command line then.

    >>> without_fields(["extract", "--field", "headline", "a.html", "--fields=url,tags"])
    (['headline', 'url,tags'], ['extract', 'a.html'])
    """
    values: list[str] = []
    others: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        name, is_joined, value = argument.partition("=")
        if name not in ("--field", "--fields"):
            others.append(argument)
        elif is_joined:
            values.append(value)
        else:
            values.extend(value for value in [next(rest, None)] if value is not None)
    return values, others
