"""The snippets of docs/scale.md run, where the engine that they are for is installed."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.invented import LISTING, PAGE, environment

ROOT = Path(__file__).resolve().parent.parent
SCALE = (ROOT / "docs" / "scale.md").read_text("utf-8")
SNIPPETS = re.findall(r"^```python\n(.*?)^```", SCALE, re.MULTILINE | re.DOTALL)


def _engine(code: str) -> str:
    return next(
        name
        for name in ("datatrove", "pyspark", "ray", "dask")
        if re.search(rf"^(import|from) {name}\b", code, re.MULTILINE)
    )


@pytest.mark.timeout(600)
@pytest.mark.parametrize("code", SNIPPETS, ids=_engine)
def test_a_snippet_writes_all_records(code: str, tmp_path: Path) -> None:
    """As a program of its own, on rows of which one is no page."""
    if importlib.util.find_spec(_engine(code)) is None:
        pytest.skip(f"{_engine(code)} is not installed")
    (tmp_path / "rows").mkdir()
    rows = [{"html": page, "url": f"https://site.example/{n}"} for n, page in enumerate((PAGE, LISTING, "%PDF-1.7\n"))]
    (tmp_path / "rows" / "0.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    (tmp_path / "program.py").write_text(code, "utf-8")
    changed = {
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env=environment(**changed),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = [path for path in (tmp_path / "articles").rglob("*.json*") if not path.name.startswith(".")]
    written = "".join(path.read_text("utf-8") for path in files).replace("\\/", "/")
    assert [written.count(f"https://site.example/{number}") > 0 for number in range(2)] == [True, True]


def test_all_engines_have_one() -> None:
    """The page promises as many."""
    assert [_engine(code) for code in SNIPPETS] == ["datatrove", "pyspark", "ray", "dask"]
