"""`newsx explain` inside the test's process."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from newsx.cli.commands import app


def test_blocks_and_fields_are_explained(page: Path) -> None:
    """Kept and dropped blocks have different marks, and the headline tells its block."""
    result = CliRunner().invoke(app, ["explain", str(page)])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert any(line.startswith("+ ") and " headline: " in line for line in lines)
    assert any(line.startswith("- ") for line in lines)
    assert any(line.startswith("headline: सोनपुर") for line in lines)
    assert any("right with a probability of 0." in line for line in lines)
    assert "\x1b" not in result.stdout


def test_tools_get_json(page: Path) -> None:
    """All blocks of the page are there, whole."""
    explained = json.loads(CliRunner().invoke(app, ["explain", "-f", "json"], input=page.read_bytes()).stdout)
    uses = {block["use"] for block in explained["blocks"]}
    assert {"kept", "dropped"} <= uses
    assert explained["fields"]["headline"]["value"].startswith("सोनपुर")
    assert explained["refusal"] is None


def test_a_refused_page_is_explained_too(listing: Path) -> None:
    """The reason is part of the explanation, the code is that of `extract`."""
    result = CliRunner().invoke(app, ["explain", str(listing)])
    assert result.exit_code == 4
    assert "No article here: " in result.stdout
    assert result.stderr == ""


def test_an_unreadable_input_is_told_in_one_line() -> None:
    """As `extract` does it."""
    result = CliRunner().invoke(app, ["explain", "missing.html"])
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.count("\n") == 1


def test_a_browser_gets_a_page(page: Path) -> None:
    """The form is for the eye; one file, which ends as a page does."""
    result = CliRunner().invoke(app, ["explain", str(page), "-f", "html"])
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert result.stdout.endswith("</html>\n")
