"""The papers of the project agree with each other, and with the version."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import newsx

ROOT = Path(__file__).resolve().parent.parent


def _yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def test_the_citation_names_the_version() -> None:
    """And the licence of the package."""
    citation = _yaml("CITATION.cff")
    assert citation["version"] == newsx.__version__
    assert f'license = "{citation["license"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("form", ["page", "fault"])
def test_an_issue_form_has_what_it_must(form: str) -> None:
    """Keys without which it would not be shown; each id once."""
    found = _yaml(f".github/ISSUE_TEMPLATE/{form}.yml")
    assert {"name", "description", "body"} <= set(found)
    ids = [part["id"] for part in found["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert all(part["attributes"].get("label") for part in found["body"] if part["type"] != "markdown")


def test_a_release_is_tested_on_three_systems_before_it_is_published() -> None:
    """Published with a token of the moment, and no stored secret."""
    jobs = _yaml(".github/workflows/release.yml")["jobs"]
    assert [system.split("-")[0] for system in jobs["test"]["strategy"]["matrix"]["os"]] == [
        "ubuntu",
        "macos",
        "windows",
    ]
    assert (jobs["test"]["needs"], jobs["publish"]["needs"]) == ("build", "test")
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert "secrets." not in (ROOT / ".github/workflows/release.yml").read_text("utf-8")


def test_the_image_has_what_it_copies_and_does_not_run_as_root() -> None:
    """`.dockerignore` lets in exactly what the Dockerfile copies."""
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = {
        name for line in lines if line.startswith("COPY ") and "--from" not in line for name in line.split()[1:-1]
    }
    allowed = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE)
    assert copied == set(allowed)
    assert all((ROOT / name).exists() for name in copied)
    assert "USER newsx" in lines
