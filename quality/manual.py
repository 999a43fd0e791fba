"""Writes the manual page docs/newsx.1 from the help of the commands: ``python quality/manual.py``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from newsx import __version__
from newsx.cli.commands import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "newsx.1"


def manual() -> str:
    """The manual page as roff."""
    group: Any = typer.main.get_command(app)
    summary, *rest = _paragraphs(group.help)
    lines = [
        f'.TH NEWSX 1 "" "newsx {__version__}" "newsx"',
        ".SH NAME",
        f"newsx \\- {_text(summary[0].lower() + summary[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        *(f".B newsx {name}\n{_arguments(command)}\n.br" for name, command in group.commands.items()),
        ".SH DESCRIPTION",
        *_described(rest),
        ".SH COMMANDS",
    ]
    codes = ""
    for name, command in group.commands.items():
        lines += [f'.SS "newsx {name}"', *_described(_paragraphs(command.help))]
        lines += [line for parameter in command.params for line in _option(parameter)]
        codes = codes or (command.epilog or "")
    lines += [".SH EXIT STATUS", *_codes(codes), ".SH SEE ALSO", "jq(1), lynx(1), sqlite3(1), w3m(1)"]
    return "\n".join(lines) + "\n"


def _arguments(command: Any) -> str:
    names = [parameter.metavar for parameter in command.params if parameter.param_type_name == "argument"]
    return _text(" ".join(["[OPTIONS]", *filter(None, names)]))


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", re.sub(r"(?m)^[ \t]+$", "", text.strip())) if part]


def _described(paragraphs: list[str]) -> Iterator[str]:
    """Paragraphs; those behind the mark of click for text whose lines stay as they are become such here too."""
    for paragraph in paragraphs:
        if paragraph.lstrip().startswith("\b"):
            yield from (".PP", ".nf", *(_text(line) for line in paragraph.split("\n")[1:]), ".fi")
        else:
            yield from (".PP", _text(" ".join(paragraph.split())))


def _option(parameter: Any) -> Iterator[str]:
    if parameter.param_type_name == "argument":
        name = f".I {_text(parameter.metavar or parameter.name.upper())}"
    else:
        names = ", ".join([*parameter.opts, *parameter.secondary_opts])
        name = f".B {_text(names)}" + (f" \\fI{_text(parameter.metavar)}\\fR" if parameter.metavar else "")
    default = parameter.default
    has_default = isinstance(default, str | int | float) and not isinstance(default, bool)
    told = f"{parameter.help or ''}" + (f" [default: {default}]" if has_default else "")
    yield from (".TP", name, _text(" ".join(told.split())))


def _codes(epilog: str) -> Iterator[str]:
    for code, meaning in re.findall(r"^ *(\d+) +(.+)$", epilog, re.MULTILINE):
        yield from (".TP", f".B {code}", _text(meaning))


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return re.sub(r"(?m)^\.", r"\\&.", escaped)


if __name__ == "__main__":
    PAGE.write_text(manual(), "utf-8")
