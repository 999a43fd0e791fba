"""The library's twin of the command: results as they come."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import newsx
from newsx.errors import OptionError
from tests.batch.hostile import page
from tests.cli.invented import HEADLINE, LISTING


def test_every_input_gives_a_result(pages: Path) -> None:
    """Articles, pages that hold none, and errors; from folders, zip files and single files."""
    (pages / "listing.html").write_text(LISTING, "utf-8")
    (pages / "paper.html").write_bytes(b"%PDF-1.7\n")
    (pages / "up").symlink_to("..")
    with zipfile.ZipFile(pages / "more.zip", "w") as archive:
        archive.writestr("in/7.html", page(7))
    results = {
        result.name.removeprefix(f"{pages}/"): result
        for result in newsx.extract_many([pages, pages.parent / "gone.html"], workers=2)
    }
    kinds = {name: result.error.kind for name, result in results.items() if result.error is not None}
    assert kinds == {"paper.html": "pdf", "up": "folder_link", f"{pages.parent}/gone.html": "not_found"}
    article = results["more.zip/in/7.html"].article
    assert article is not None
    assert article.headline == f"{HEADLINE}, भाग 7"
    assert article.source.name == f"{pages}/more.zip/in/7.html"
    assert sum(result.article is not None and result.article.is_article for result in results.values()) == 7


def test_records_are_those_of_extract(pages: Path) -> None:
    """The same options, the same article."""
    [result] = newsx.extract_many(pages / "0.html", workers=1, form="html", normalize="nfc")
    assert result.article == newsx.extract(pages / "0.html", form="html").normalized()


def test_errors_do_not_repeat_the_name(tmp_path: Path) -> None:
    """It stands beside them."""
    [result] = newsx.extract_many([tmp_path / "gone.html"])
    assert str(result.error) == "there is no such file"


def test_what_is_no_path_is_refused() -> None:
    """A text is content to `extract`, so it is no path here; and options are checked before anything is read."""
    with pytest.raises(OptionError, match="path objects"):
        list(newsx.extract_many(["page.html"]))  # type: ignore[list-item]
    with pytest.raises(OptionError, match="captured_at"):
        newsx.extract_many([], captured_at="yesterday")
