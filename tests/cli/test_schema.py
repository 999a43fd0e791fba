"""`newsx schema`."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from newsx.cli.commands import app
from newsx.write.schema import schema


def test_the_command_prints_the_schema_of_the_library() -> None:
    """Definitions in Hindi are readable in it."""
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == schema()
    assert "संक्षेप" in result.stdout
