"""The README's examples do what they show, and its table of commands runs as it stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.read.containers.crawl import Response, other, record

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _console_examples() -> list[tuple[str, str]]:
    examples: list[tuple[str, str]] = []
    for block in _blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            examples.append((command, output))
    return examples


def _table_commands() -> list[str]:
    rows = re.findall(r"^\| `(.+?)` \|", README.replace("\\|", "|"), re.MULTILINE)
    return [command for command in rows if "newsx " in command]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment whose `newsx` is the checkout's."""
    scripts = tmp_path / "bin"
    scripts.mkdir()
    for name, command in (("newsx", f'"{sys.executable}" -m newsx "$@"'), ("python3", f'"{sys.executable}" "$@"')):
        script = scripts / name
        script.write_text(f"#!/bin/sh\nexec {command}\n")
        script.chmod(0o755)
    search = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": search}


def _run(command: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(("command", "output"), _console_examples(), ids=lambda value: value.split("\n")[0][:50])
def test_a_console_example_prints_what_it_shows(command: str, output: str, environment: dict[str, str]) -> None:
    """Each command of a console block, run in the checkout, gives the lines below it."""
    done = _run(command, ROOT, environment)
    assert done.stderr == ""
    assert done.stdout == output


@pytest.mark.parametrize("command", _table_commands())
def test_a_command_of_the_table_runs(command: str, environment: dict[str, str], tmp_path: Path) -> None:
    """Each command of the table works in a folder that holds the files that it names."""
    page = ROOT / "fixtures" / "html--hashed-class-names" / "page.html"
    (tmp_path / "pages").mkdir()
    for name in ("page.html", "pages/first.html", "pages/second.html"):
        shutil.copy(page, tmp_path / name)
    shutil.copy(ROOT / "seeds" / "livehindustan-2026-02-04.txt", tmp_path / "page.txt")
    address = "https://site.example/story"
    (tmp_path / "crawl.warc.gz").write_bytes(other("warcinfo") + record(Response(address, page.read_bytes())))
    (tmp_path / "rows.jsonl").write_text(json.dumps({"html": page.read_text("utf-8"), "url": address}), "utf-8")
    done = _run(command, tmp_path, environment)
    assert done.returncode == 0
    assert done.stderr == "" or command.startswith("newsx batch")  # which tells of its progress there


@pytest.mark.parametrize("code", _blocks("python"))
def test_the_library_example_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python block holds in the checkout, assertions included."""
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})


def test_the_two_commands_stand_first() -> None:
    """`.ci/run` takes the README's first two `sh` blocks: set up and run, set up and test."""
    run, test = _blocks("sh")[:2]
    assert "seeds/" in run
    assert "pytest" in test
