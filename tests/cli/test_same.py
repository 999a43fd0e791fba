"""`newsx same`: how alike two pages are."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import newsx as library
from tests.batch import stories

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


def write(folder: Path) -> None:
    """A page, a copy of it in other paragraphs and words, and a page of another story."""
    told = stories.story(1)
    (folder / "a.html").write_bytes(stories.page("पहली खबर का शीर्षक", stories.text(told)))
    copy = stories.text(stories.reworded(told, 1), sentences=1)
    (folder / "b.html").write_bytes(stories.page("दूसरे घर का शीर्षक", copy))
    (folder / "c.html").write_bytes(stories.page("तीसरी खबर का शीर्षक", stories.text(stories.story(2))))


def test_a_page_is_the_same_as_itself(newsx: Newsx, page: Path) -> None:
    """Wholly."""
    done = newsx("same", page.name, page.name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"1.00 near-duplicates: one story\n"


def test_copies_are_told_from_other_stories(newsx: Newsx, tmp_path: Path) -> None:
    """For tools as JSON; the library says the same."""
    write(tmp_path)
    told = json.loads(newsx("same", "a.html", "b.html", "-f", "json").stdout)
    assert told["same"]
    assert 0.5 <= told["similarity"] < 1
    first, second = (library.extract(tmp_path / name) for name in ("a.html", "b.html"))
    assert round(first.similarity(second), 4) == told["similarity"]
    assert newsx("same", "a.html", "c.html").stdout.endswith(b" different stories\n")
    assert not json.loads(newsx("same", "a.html", "c.html", "-f", "json").stdout)["same"]


def test_a_page_may_come_through_a_pipe(newsx: Newsx, page: Path) -> None:
    """One of them: both at once are misuse."""
    assert newsx("same", "-", page.name, stdin=page.read_bytes()).stdout.startswith(b"1.00 ")
    done = newsx("same", "-", "-", stdin=page.read_bytes())
    assert (done.returncode, done.stdout) == (2, b"")


def test_what_cannot_be_read_is_told(newsx: Newsx, page: Path, listing: Path) -> None:
    """And nothing is said of two pages of which one is missing; of one without article, by the exit code."""
    done = newsx("same", page.name, "missing.html")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"newsx: missing.html: ")
    assert done.stderr.count(b"\n") == 1
    done = newsx("same", page.name, listing.name)
    assert done.returncode == 4
    assert b"it holds no article" in done.stderr
