"""A page in a container has one name, whichever kind of container it is, and is read by it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import newsx
from newsx.errors import NewsxError
from newsx.read.containers.kinds import Rows, is_container, load_page, split
from tests.cli.invented import HEADLINE, PAGE
from tests.read.containers.crawl import Response, other, record


def test_kinds_are_told_by_the_name() -> None:
    """JSON Lines only where it is said what to read in them: a file of records is a page to nobody."""
    for name in ("a.zip", "A.ZIP", "a.warc", "a.WARC.gz", "a.warc.wet.gz", "a.wet"):
        assert is_container(name)
    for name in ("a.jsonl", "a.jl.gz"):
        assert is_container(name, Rows("html"))
        assert not is_container(name)
    for name in ("a.html", "a.warc.html", "zip", "a.gz"):
        assert not is_container(name, Rows("html"))


def test_names_are_taken_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where there is no such file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.warc#1").touch()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").touch()
    assert split("a.warc#1") is None
    assert split("in/a.warc.gz#12") == ("in/a.warc.gz", "#12")
    assert split("in/a.zip/b/c.html") == ("in/a.zip", "/b/c.html")
    for name in ("a.html#1", "a.warc.gz#", "a.warc.gz#1a", "a.warc.gz#१", "gone.zip/b", "in/a.zip", ""):
        assert split(name) is None


@pytest.mark.parametrize("inside", ["/page.html", "/in/page (2).html"])
def test_a_page_in_a_zip_file_is_read_by_its_name(tmp_path: Path, inside: str) -> None:
    """As the journal of a batch calls it."""
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("page.html", "in/page.html"):
            archive.writestr(name, PAGE)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("in/page.html", PAGE)
    article = newsx.extract(Path(f"{path}{inside}"))
    assert (article.headline, article.source.name) == (HEADLINE, f"{path}{inside}")


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("crawl.warc.gz", "many_pages", "crawl.warc.gz#N names one"),
        ("pages.zip", "many_pages", "pages.zip/PATH names one"),
        ("crawl.warc.gz#1", "skipped", "another kind: warcinfo"),
        ("crawl.warc.gz#3", "damaged_warc", "damaged"),
        ("crawl.warc.gz#9", "not_found", "no such page in it"),
        ("gone.warc.gz#1", "not_found", "there is no such file"),
        ("pages.zip/gone.html", "not_found", "no such page in it"),
        ("gone.warc.gz", "not_found", "there is no such file"),
    ],
)
def test_what_is_no_page_is_told(tmp_path: Path, name: str, kind: str, told: str) -> None:
    """With the name as it was given, and what to do."""
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("page.html", PAGE)
    broken = bytearray(record(Response("https://gaon.example/", PAGE.encode())))
    broken[-5] ^= 1
    (tmp_path / "crawl.warc.gz").write_bytes(other("warcinfo") + other("request") + broken)
    with pytest.raises(NewsxError) as caught:
        load_page(tmp_path / name)
    assert caught.value.kind == kind
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path}/{name}: ")
