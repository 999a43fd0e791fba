"""Arguments that cannot be used are told in one line, before any input is read."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import newsx
from newsx.batch.run import Settings
from newsx.errors import NewsxError, OptionError
from tests.cli.invented import PAGE

UNUSABLE: list[tuple[str, Any]] = [
    ("captured_at", "yesterday"),
    ("captured_at", ""),
    ("captured_at", 1770000000),
    ("captured_at", float("nan")),
    ("captured_at", datetime.date(2026, 2, 4)),
    ("captured_at", "0001-01-01T00:00+05:30"),
    ("captured_at", datetime.datetime.max),
    ("encoding", 8),
    ("encoding", b"utf-8"),
    ("encoding", "no-such"),
    ("encoding", "hex"),
    ("encoding", ""),
    ("encoding", "utf-8\0"),
    ("form", "pdf"),
    ("form", 1),
    ("form", []),
    ("url", "gaon.example/a.html"),
    ("url", "//gaon.example/a.html"),
    ("url", "https://"),
    ("url", ""),
    ("url", b"https://gaon.example/"),
    ("url", 1),
]
NUMBERS: list[tuple[str, Any]] = [
    ("timeout", float("inf")),
    ("timeout", float("nan")),
    ("timeout", 1e300),
    ("timeout", 0),
    ("timeout", -1.0),
    ("timeout", "60"),
    ("timeout", None),
    ("workers", 0),
    ("workers", -1),
    ("workers", 10**9),
    ("workers", 1.5),
    ("workers", True),
    ("workers", "2"),
]


@pytest.mark.parametrize(("name", "value"), UNUSABLE)
def test_extract_says_which_argument_is_wrong(name: str, value: Any) -> None:
    """By its name, with the value, in one line."""
    with pytest.raises(OptionError) as raised:
        newsx.extract(PAGE.encode(), **{name: value})
    told = str(raised.value)
    assert "\n" not in told
    assert len(told) < 250
    assert name in told or repr(value) in told


@pytest.mark.parametrize(("name", "value"), [pair for pair in UNUSABLE if pair[0] != "url"] + NUMBERS)
def test_many_pages_are_not_begun(name: str, value: Any, tmp_path: Path) -> None:
    """The call itself fails; no process is started and nothing is looked for."""
    with pytest.raises(OptionError, match=name):
        newsx.extract_many(tmp_path / "gone", **{name: value})


@pytest.mark.parametrize(("name", "value"), NUMBERS)
def test_a_run_is_not_begun(name: str, value: Any) -> None:
    """The command stands on these settings."""
    with pytest.raises(OptionError, match=name):
        Settings(**{name: value}).check()


@pytest.mark.parametrize("source", [5, None, 1.5, ["page.html"], bytearray(b"x")])
def test_what_is_no_source_is_refused(source: Any) -> None:
    """A number would be taken for an open file."""
    with pytest.raises(NewsxError, match=f"source must be .* got {type(source).__name__}"):
        newsx.extract(source)


def test_the_name_of_a_file_is_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is the content of a page; where it names a file that is there, the way to give a file is told."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("page.html", str(tmp_path / "page.html")):
        with pytest.raises(OptionError, match=r"Path\('.*page\.html'\)"):
            newsx.extract(name)
    assert newsx.extract("gone.html").is_article is False
    assert newsx.extract("x\0").is_article is False
    assert newsx.extract("क" * 10_000).is_article is False
