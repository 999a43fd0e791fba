"""A folder of hostile inputs among good ones, read by the command itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.batch import hostile
from tests.cli.invented import environment

ROOT = Path(__file__).resolve().parent.parent.parent

COMMAND = """
import functools, sys
import newsx.batch.run
from newsx.cli.app import main
from tests.batch.hostile import examine
newsx.batch.run.Settings = functools.partial(newsx.batch.run.Settings, examine=examine)
main()
"""


@pytest.mark.timeout(300)  # one of the pages hangs, two are long, and the machine may be busy
@pytest.mark.skipif(sys.platform != "linux", reason="the folder holds what only Linux lets one make")
@pytest.mark.parametrize("output", ["articles.jsonl", "articles"])
def test_forty_hostile_inputs_cost_four_hundred_good_ones_nothing(tmp_path: Path, output: str) -> None:
    """Each good page gives its record, each hostile input a line that says why it has none, and the exit code is 3."""
    hostile.fill(tmp_path / "pages", good=400)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "batch", "pages", "-o", output, "--timeout", "20", "--workers", "2"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(ROOT)),
        preexec_fn=hostile.give_up_root,
        capture_output=True,
        timeout=290,
        check=False,
    )
    assert done.returncode == 3, done.stderr.decode()
    journal = tmp_path / "articles" / "journal.jsonl" if output == "articles" else tmp_path / f"{output}.journal.jsonl"
    lines = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    failed = {line["name"].removeprefix("pages/hostile/"): line["error"] for line in lines if line["error"]}
    assert len(failed) == 40
    assert all(error["kind"] and error["message"] for error in failed.values())
    assert {name: failed[name]["kind"] for name in hostile.KINDS_OF_SPECIAL} == hostile.KINDS_OF_SPECIAL
    kinds = Counter(error["kind"] for error in failed.values())
    assert (kinds["timeout"], kinds["crash"]) == (1, 4)
    assert len([line for line in lines if line["status"] in ("ok", "not_article")]) == 400
    if output == "articles":
        written = [path for path in (tmp_path / output).rglob("*.json") if path.is_file()]
        assert len({str(path).casefold() for path in written}) == 400
        assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "pages"]
    else:
        assert len((tmp_path / output).read_text("utf-8").splitlines()) == 400
