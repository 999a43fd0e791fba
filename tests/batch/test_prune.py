"""Records of pages that are gone are taken away on wish, and a page has one record by whatever path it is named."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from newsx.batch.tally import Tally
from tests.batch.hostile import page

Batch = Callable[..., Tally]


def numbers(path: Path) -> list[str]:
    files = [path] if path.is_file() else sorted(path.rglob("*.html*.json"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [json.loads(line)["headline"].rpartition(" ")[2] for line in lines]


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_pages_that_are_gone_lose_their_records(pages: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """And only these: a page of another source that is still there keeps its own."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "7.html").write_bytes(page(7))
    with zipfile.ZipFile(pages / "more.zip", "w") as archive:
        archive.writestr("in/8.html", page(8))
        archive.writestr("in/9.html", page(9))
    batch(output, pages, other)
    (pages / "1.html").unlink()
    os.rename(pages / "inner", tmp_path / "moved")
    with zipfile.ZipFile(pages / "more.zip", "w") as archive:
        archive.writestr("in/9.html", page(9))
    tally = batch(output, pages)
    assert (tally.unplanned, tally.pruned) == (5, 0)
    tally = batch(output, pages, prune=True)
    assert (tally.unplanned, tally.pruned, tally.done) == (1, 4, 4)
    assert sorted(numbers(tmp_path / output)) == ["0", "2", "3", "7", "9"]
    tally = batch(output, pages, prune=True)
    assert (tally.unplanned, tally.pruned) == (1, 0)


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_a_page_by_two_paths_is_one(
    pages: Path, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    """In one run, and over runs where only the way of writing its path differs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "way").symlink_to("pages")
    (pages / "inner" / "same.html").symlink_to("../0.html")
    ways = [Path("pages"), pages, tmp_path / "way" / "2.html", pages / ".." / "pages" / "3.html"]
    assert batch(output, *ways).done == 6
    assert len(numbers(tmp_path / output)) == 6
    for way in ("./pages", "pages/", "pages//.", "./pages/."):
        assert batch(output, *[type("Given", (), {"__str__": lambda _, way=way: way})()]).unplanned == 0
    assert len(numbers(tmp_path / output)) == 6


def test_two_zip_members_of_one_file_are_two(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """And a zip file named twice is one."""
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("8.html", page(8))
        archive.writestr("9.html", page(9))
    assert batch("out.jsonl", tmp_path / "more.zip", tmp_path / "pages" / ".." / "more.zip").done == 2
