"""Pages as rows of a data set, and what `newsx batch` makes of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.invented import LISTING, NEWSX, PAGE, environment
from tests.golden import fixtures

ROOT = Path(__file__).resolve().parent.parent.parent


class Given(NamedTuple):
    """A file of rows, the rows, and the records that batch makes of them by their names."""

    file: Path
    rows: list[dict[str, Any]]
    records: dict[str, dict[str, Any]]


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Ten pages: articles, one page that holds none, and one that is no page. Row by row, named as batch names them."""
    some = [fixture.page for fixture in fixtures() if fixture.page.suffix == ".html"][:7]
    pages = [PAGE, LISTING, "%PDF-1.7\n", *(page.read_text("utf-8") for page in some)]
    rows: list[dict[str, Any]] = [
        {"html": page, "url": f"https://site.example/{number}", "id": f"rows.jsonl#{number}"}
        for number, page in enumerate(pages, 1)
    ]
    rows[0]["url"] = "no address"
    rows[4]["url"] = None
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    command = ["batch", file.name, "--json-field", "html", "--url-field", "url", "-o", "batch.jsonl", "--workers", "1"]
    done = subprocess.run(
        [*NEWSX, *command], cwd=tmp_path, env=environment(PYTHONPATH=str(ROOT)), capture_output=True, check=False
    )
    assert done.returncode == 3, done.stderr  # for the page that is none
    records = [json.loads(line) for line in (tmp_path / "batch.jsonl").read_text("utf-8").splitlines()]
    assert len(records) == len(rows) - 1
    return Given(file, rows, {record["source"]["name"]: record for record in records})
