"""The name of an output says what it is, and cells of a table are safe."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import newsx
from newsx.article import BodyBlock
from newsx.batch.database_sink import DatabaseSink
from newsx.batch.file_sink import FileSink
from newsx.batch.folder_sink import FolderSink, OutputError
from newsx.batch.outputs import outputs, safe_cell
from newsx.errors import OptionError
from tests.cli.invented import HEADLINE, PAGE

ARTICLE = newsx.extract(PAGE)


@pytest.mark.parametrize(
    ("name", "sink"),
    [
        ("a.jsonl", FileSink),
        ("a.JSONL.GZ", FileSink),
        ("a.csv", FileSink),
        ("a.db", DatabaseSink),
        ("a", FolderSink),
        ("there.d", FolderSink),
    ],
)
def test_the_name_says_what_the_output_is(tmp_path: Path, name: str, sink: type) -> None:
    """A folder that is there is one, whatever it is called."""
    (tmp_path / "there.d").mkdir()
    assert type(outputs(tmp_path / name, None, ()).sink) is sink


@pytest.mark.parametrize(
    ("name", "format", "fields"),
    [
        ("a.json", None, ()),
        ("a.xlsx", None, ()),
        ("a.db", None, ("headline",)),
        ("a.jsonl", "json", ()),
        ("a", "md", ("headline",)),
        ("no/folder/a.jsonl", None, ()),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, name: str, format: Any, fields: tuple[str, ...]) -> None:
    """Before anything is read."""
    with pytest.raises(OptionError):
        outputs(tmp_path / name, format, fields)


def test_json_lines_hold_records_or_fields(tmp_path: Path) -> None:
    """A record is the one that `extract` prints; fields go by their names, those with a dot too."""
    assert outputs(tmp_path / "a.jsonl", None, ()).pack(ARTICLE).decode() == f"{ARTICLE.to_json()}\n"
    line = outputs(tmp_path / "a.jsonl", None, ("headline", "authors", "image.url")).pack(ARTICLE)
    assert json.loads(line) == {"headline": HEADLINE, "authors": [], "image.url": None}


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begin: str) -> None:
    """What a spreadsheet would run gets a quote in front; only in CSV."""
    assert safe_cell(f"{begin}1+1") == f"'{begin}1+1"
    assert safe_cell(f"1{begin}1") == f"1{begin}1"


def test_a_table_can_be_read_back(tmp_path: Path) -> None:
    """Line ends, quotes and commas stay inside their cells."""
    body = (BodyBlock("paragraph", 'एक "उद्धरण", और'), BodyBlock("paragraph", "=SUM(1)"))
    made = outputs(tmp_path / "a.csv", None, ())
    text = made.pack(replace(ARTICLE, body=body, headline="-1 डिग्री", tags=("क", "ख"))).decode()
    [row] = csv.reader(io.StringIO(text))
    assert 'एक "उद्धरण", और\n\n=SUM(1)' in row
    assert "'-1 डिग्री" in row
    assert "क; ख" in row


def test_nothing_is_written_through_links(tmp_path: Path) -> None:
    """A link in the output folder that leads elsewhere fails the inputs that would go there, and is left alone."""
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "inner").symlink_to("../elsewhere")
    (tmp_path / "target.json").write_text("mine", "utf-8")
    (tmp_path / "out" / "file.json").symlink_to("../target.json")
    sink = FolderSink(tmp_path / "out")
    with pytest.raises(OutputError, match="inner"):
        sink.write("inner/page.json", b"{}")
    with pytest.raises(OutputError, match="file"):
        sink.write("file.json", b"{}")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "target.json").read_text("utf-8") == "mine"
    assert (tmp_path / "out" / "file.json").is_symlink()


@pytest.mark.parametrize("output", ["folder.json", "/".join(["x" * 200] * 30), "file.json/page.json"])
def test_a_path_that_cannot_be_is_told(tmp_path: Path, output: str) -> None:
    """One input fails, and not the run."""
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file.json").write_bytes(b"{}")
    with pytest.raises(OutputError):
        FolderSink(tmp_path).write(output, b"{}")
