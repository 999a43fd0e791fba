"""What all commands share: help, version, exit codes, and the short way to `extract`."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

import newsx
from newsx.cli import exit_codes
from newsx.cli.app import plain_inputs
from newsx.cli.commands import app


@pytest.mark.parametrize("command", ["", "extract", "batch", "search", "explain", "same", "serve", "schema"])
def test_help_begins_with_examples(command: str) -> None:
    """What most people look for stands before the list of options, each command on a line of its own."""
    shown = CliRunner().invoke(app, [*command.split(), "--help"]).stdout
    assert 0 < shown.index("Examples:") < shown.index("Options:")
    assert re.search(r"Examples:\n    newsx .*\n    newsx ", shown)


def test_the_version_is_that_of_the_library() -> None:
    """One number for both."""
    assert CliRunner().invoke(app, ["--version"]).stdout == f"newsx {newsx.__version__}\n"


def test_help_names_all_exit_codes() -> None:
    """A script's author need not look further."""
    shown = CliRunner().invoke(app, ["extract", "--help"]).stdout
    codes = [value for name, value in vars(exit_codes).items() if name.isupper() and isinstance(value, int)]
    assert re.findall(r"^ +(\d+) ", shown.partition("Exit codes:")[2], re.MULTILINE) == [str(code) for code in codes]


def test_only_a_command_line_of_plain_names_goes_without_typer() -> None:
    """Anything that could be an option, and any other command, is left to typer."""
    assert plain_inputs(["extract", "a.html", "b c.html"]) == ["a.html", "b c.html"]
    for arguments in (
        [],
        ["extract"],
        ["schema"],
        ["extract", "-"],
        ["extract", "a", "--pretty"],
        ["extract", "--", "a"],
    ):
        assert plain_inputs(arguments) == []
