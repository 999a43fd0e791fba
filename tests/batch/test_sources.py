"""What callers name becomes single inputs: all of them, in one order, and none that is not theirs."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from newsx.batch.sources import Found, Globs, find, held_apart, listed
from newsx.errors import OptionError


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    return root


def inputs(*sources: object, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[Found]:
    return list(find([str(source) for source in sources], Globs(include, exclude), several=len(sources) > 1))


def mirrored(*sources: object, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    return [found.mirrored for found in inputs(*sources, include=include, exclude=exclude)]


def kinds(*sources: object) -> dict[str, str | None]:
    return {os.path.basename(found.name): found.refusal and found.refusal.kind for found in inputs(*sources)}


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    """Sorted by name, folders in their place, names as the caller would write them."""
    make(tmp_path, "b.html", "a/2.html", "a/10.html", ".hidden", ".git/x.html", "a/.cache/y.html", "c")
    assert mirrored(tmp_path) == ["a/10.html", "a/2.html", "b.html", "c"]
    assert next(found.name for found in inputs(tmp_path)) == f"{tmp_path}/a/10.html"


def test_the_folder_here_gives_bare_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `./` stands before them."""
    monkeypatch.chdir(make(tmp_path, "a/1.html"))
    assert [found.name for found in inputs(".")] == ["a/1.html"]


def test_several_folders_keep_their_names(tmp_path: Path) -> None:
    """As `cp -r` of several folders would; what is given as a file is mirrored as it is given."""
    make(tmp_path, "one/a.html", "two/a.html")
    assert mirrored(tmp_path / "one", tmp_path / "two") == ["one/a.html", "two/a.html"]
    assert mirrored(tmp_path / "one" / "a.html")[0].endswith("/one/a.html")
    assert not mirrored(tmp_path / "one" / "a.html")[0].startswith("/")


def test_globs_take_and_leave_out(tmp_path: Path) -> None:
    """By file name, or with a slash by the path; a folder that is left out is not looked into."""
    make(tmp_path, "a.html", "a.js", "old/b.html", "new/b.html", "new/deep/c.html")
    assert mirrored(tmp_path, include=("*.html",)) == ["a.html", "new/b.html", "new/deep/c.html", "old/b.html"]
    assert mirrored(tmp_path, include=("*.html",), exclude=("old",)) == ["a.html", "new/b.html", "new/deep/c.html"]
    assert mirrored(tmp_path, include=("new/*",)) == ["new/b.html", "new/deep/c.html"]
    assert mirrored(tmp_path, exclude=("new/deep/*", "*.js", "old/*")) == ["a.html", "new/b.html"]


def test_the_folder_of_a_saved_page_is_not_read(tmp_path: Path) -> None:
    """A browser's "Webpage, complete" has its pictures and scripts in `NAME_files`."""
    make(tmp_path, "खबर.html", "खबर_files/a.js", "other_files/b.html", "X.HTM", "X_files/c.css")
    assert mirrored(tmp_path) == ["X.HTM", "other_files/b.html", "खबर.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in the file system")
def test_what_is_no_page_is_found_with_the_reason(tmp_path: Path) -> None:
    """Links to folders are not followed, so there are no endless walks; links out of the folder are not read."""
    root = make(tmp_path / "root", "page.html", "inner/page.html")
    make(tmp_path, "outside.html")
    targets = {"loop": "loop", "up": "..", "same": "page.html", "out": "../outside.html", "inner/back": "../page.html"}
    for name, target in targets.items():
        (root / name).symlink_to(target)
    os.mkfifo(root / "pipe")
    assert kinds(root) == {
        "back": None,
        "page.html": None,
        "loop": "broken_link",
        "out": "outside_link",
        "pipe": "special_file",
        "same": None,
        "up": "folder_link",
    }
    assert kinds(root / "out") == {"out": None}
    assert kinds(root / "pipe") == {"pipe": "special_file"}


def test_a_missing_file_is_an_input(tmp_path: Path) -> None:
    """Reading it will say that it is missing; it is not passed over."""
    assert kinds(tmp_path / "gone.html", tmp_path / "gone.zip") == {"gone.html": None, "gone.zip": "not_found"}


def test_a_zip_file_is_a_folder_of_pages(tmp_path: Path) -> None:
    """Named or found, its files are inputs; hidden ones and folders in it are none, and equal names are told apart."""
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        for name in ("b.html", "a/1.html", "a/", ".DS_Store", "__MACOSX/._b.html", "c.js"):
            archive.writestr(name, "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("b.html", "another")
    found = inputs(tmp_path, include=("*.html",), exclude=("a",))
    assert [(one.mirrored, one.place) for one in found] == [("pages.zip/b.html", "0"), ("pages.zip/b (2).html", "6")]
    names = [one.name for one in inputs(tmp_path / "pages.zip")]
    assert [name.rpartition("pages.zip/")[2] for name in names] == ["b.html", "a/1.html", "c.js", "b (2).html"]


@pytest.mark.parametrize(
    ("content", "separator", "paths"),
    [
        (b"a.html\nb c.html\r\n\n\xe0\xa4\x96.html", b"\n", ["a.html", "b c.html", "ख.html"]),
        (b"a\nb.html\0c.html\0", b"\0", ["a\nb.html", "c.html"]),
        (b"\xff.html\n", b"\n", [os.fsdecode(b"\xff.html")]),
        (b"", b"\n", []),
    ],
)
def test_lists_of_paths_are_read(content: bytes, separator: bytes, paths: list[str]) -> None:
    """One a line, whatever the line end, or ended by NUL, which lets a path hold line ends."""
    assert list(listed(io.BytesIO(content), separator)) == paths


def test_long_lists_are_read_whole() -> None:
    """Paths that stand across the blocks of reading are not broken."""
    paths = [f"folder/{number:08}.html" for number in range(20_000)]
    assert list(listed(io.BytesIO("\n".join(paths).encode()), b"\n")) == paths


@pytest.mark.parametrize(
    ("sources", "output", "is_folder"),
    [
        (("pages",), "pages/out.jsonl", False),
        (("pages",), "pages", True),
        (("pages",), "pages/inner/out", True),
        (("pages",), "link/out.jsonl", False),
        (("pages",), ".", True),
        (("other.html", "pages/a.html"), "pages", True),
    ],
)
def test_no_output_goes_among_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: tuple[str, ...], output: str, is_folder: bool
) -> None:
    """Else the next run would read what this one wrote."""
    monkeypatch.chdir(make(tmp_path, "pages/a.html", "pages/inner/b.html", "other.html"))
    Path("link").symlink_to("pages")
    with pytest.raises(OptionError, match="write elsewhere"):
        list(held_apart(sources, output, is_folder=is_folder))
    assert list(held_apart(sources, "pages.jsonl", is_folder=False)) == list(sources)
