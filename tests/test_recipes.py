"""The recipes of docs do what they say, where the tool that they are for is installed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RECIPES = (ROOT / "docs" / "recipes.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", RECIPES, re.MULTILINE | re.DOTALL)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A folder of two pages, news.jsonl of them, and the checkout's `newsx`."""
    (tmp_path / "pages").mkdir()
    for number, page in enumerate(sorted((ROOT / "fixtures").glob("html--*/page.html"))[:2]):
        shutil.copy(page, tmp_path / "pages" / f"{number}.html")
    script = tmp_path / "bin" / "newsx"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsx "$@"\n')
    script.chmod(0o755)
    path = os.pathsep.join([str(script.parent), str(Path(sys.executable).parent), os.environ["PATH"]])
    changed = {"PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    subprocess.run([str(script), "batch", "pages", "-o", "news.jsonl", "-q"], cwd=tmp_path, check=False, timeout=100)
    return {**os.environ, **changed}


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=100, check=False
    )
    assert done.returncode in (0, 4), done.stderr
    return done.stdout


@pytest.mark.parametrize("commands", _blocks("bash"))
def test_commands_of_a_recipe_run(commands: str, tmp_path: Path, environment: dict[str, str]) -> None:
    """And print something, unless they write a file."""
    for tool in ("jq", "datasette", "duckdb"):
        if re.search(rf"(?:^|\| ){tool} ", commands, re.MULTILINE) and shutil.which(tool) is None:
            pytest.skip(f"there is no {tool} on this machine")
    for command in commands.splitlines():
        printed = _run(["bash", "-o", "pipefail", "-c", command], tmp_path, environment)
        assert printed.strip() or " -o " in command


@pytest.mark.parametrize("code", _blocks("python"))
def test_the_python_of_a_recipe_runs(code: str, tmp_path: Path, environment: dict[str, str]) -> None:
    """With the files that the commands before it made."""
    for module in re.findall(r"^import (\w+)$", code, re.MULTILINE):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    assert _run([sys.executable, "-c", code], tmp_path, environment).strip()


def test_the_cron_job_runs_twice(tmp_path: Path, environment: dict[str, str]) -> None:
    """The second time it has nothing to do; it says nothing that cron would mail."""
    [line] = _blocks("crontab")
    (tmp_path / "news").symlink_to(tmp_path)
    command = line.split(None, 5)[5]
    for _ in range(2):
        assert _run(["sh", "-c", command], tmp_path, environment) == ""
    assert (tmp_path / "news.db").is_file()
