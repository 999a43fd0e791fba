"""What `newsx extract` does once its command line is understood."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsx.cli import exit_codes
from newsx.cli.fields import chosen
from newsx.cli.inputs import STDIN, Outcome, Reading, check_names, outcome
from newsx.cli.output import open_output
from newsx.cli.rendering import Format, Rendering, fields_rendering, rendering, settle
from newsx.errors import OptionError
from newsx.write.forms import FORMS, form_of_suffix

if TYPE_CHECKING:
    from newsx.cli.screen import Color
    from newsx.timed import Timed


class Request(NamedTuple):
    """A whole wish: which inputs, and how to read and render them."""

    inputs: Sequence[str]
    """Names of files; ``-`` is standard input."""
    format: Format = "auto"
    fields: Sequence[str] = ()
    output: Path | None = None
    reading: Reading = Reading()
    pretty: bool | None = None
    """None: as suits the output."""
    quiet: bool = False
    color: Color = "auto"
    timeout: float | None = None
    """Seconds that one page may take."""


def run(request: Request) -> int:
    """Puts out the record of each input that can be read and returns the exit code.

    Where no input can be read, nothing is put out, and a file that was to be written stays as it was.

    Raises:
        OptionError: parts of the request do not go together or cannot be used.
        SystemExit: the output cannot be written, which was told, or its reader is gone.
    """
    _check_inputs(request)
    _check_output(request)
    request = request._replace(fields=chosen(request.fields), format=_format(request))
    _check_format(request)
    request.reading.check()
    timed = _timed(request.timeout)
    codes = []
    with open_output(request.output) as out:
        form = _rendering(request, out.is_terminal)
        tell_no_article = not (request.quiet or form.says_no_article)
        lead = form.before
        for name in request.inputs:
            found = outcome(name, request.reading, form.render, tell_no_article=tell_no_article, timed=timed)
            codes.append(found.code)
            if found.text is None:
                lead += form.failed(name)
            else:
                out.write(lead + found.text)
                lead = form.between
        if out.is_used:
            out.write(lead.removesuffix(form.between) + form.after)
    return exit_codes.worst(codes)


def _timed(seconds: float | None) -> Timed[Outcome] | None:
    if seconds is None:
        return None
    from newsx.timed import Timed

    return Timed(seconds)


def _check_inputs(request: Request) -> None:
    check_names(request.inputs)
    if list(request.inputs).count(STDIN) > 1:
        raise OptionError("standard input (-) can be read once only")
    if request.reading.url is not None and len(request.inputs) > 1:
        raise OptionError("--url is the address of one page; give one input with it")


def _check_output(request: Request) -> None:
    output = request.output
    if output is None or output == Path("-"):
        return
    if os.path.isdir(output):
        raise OptionError(f"--output: {str(output)!r} is a folder; name a file")
    if not os.path.isdir(output.parent):
        raise OptionError(f"--output: there is no folder {str(output.parent)!r}")
    inputs = (name for name in request.inputs if name != STDIN)
    if os.path.isfile(output) and any(os.path.exists(name) and os.path.samefile(name, output) for name in inputs):
        raise OptionError(f"--output: {str(output)!r} is one of the inputs and would be lost")


def _format(request: Request) -> Format:
    """The format asked for, or that the name of the output file says."""
    output = request.output
    if request.format != "auto" or request.fields or output is None or output == Path("-") or _is_no_plain_file(output):
        return request.format
    if not output.suffix:
        return "auto"
    form = form_of_suffix(output.suffix)
    if form is None:
        *names, last = (form.suffix for form in FORMS.values())
        raise OptionError(
            f"--output: the name {output.name!r} says no format that is known: {', '.join(names)} and {last} do, "
            "or --format"
        )
    return form.name


def _is_no_plain_file(path: Path) -> bool:
    return os.path.exists(path) and not os.path.isfile(path)


def _check_format(request: Request) -> None:
    if request.fields and request.format != "auto":
        raise OptionError("--field prints plain text; leave --format out")


def _rendering(request: Request, is_terminal: bool) -> Rendering:
    several = len(request.inputs) > 1
    if request.fields:
        return fields_rendering(request.fields, several=several, is_terminal=is_terminal)
    form = settle(request.format, several=several, is_terminal=is_terminal, pretty=request.pretty)
    is_json = form in FORMS and FORMS[form].write_pretty is not None
    if request.pretty and not is_json:
        raise OptionError("--pretty is for JSON; give -f json, -f jsonld or -f ninjs with it")
    indent = is_terminal and is_json if request.pretty is None else request.pretty
    return rendering(form, several=several, is_terminal=is_terminal, pretty=indent, color=request.color)
