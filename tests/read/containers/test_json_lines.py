"""Each line of JSON Lines is a page, and each one that is none says why."""

from __future__ import annotations

import gzip
import json
from contextlib import closing
from pathlib import Path

import pytest

from newsx.errors import NewsxError
from newsx.read.containers.json_lines import JsonLines
from newsx.read.containers.kinds import Entry, Rows, load_page
from tests.cli.invented import HEADLINE, PAGE

URL = "https://gaon.example/bihar/pulia-101.html"
ROWS = Rows("html", "url")


def line(number: int = 0, **more: object) -> bytes:
    return json.dumps({"html": PAGE.replace(HEADLINE, f"{HEADLINE} {number}"), "url": URL, **more}).encode() + b"\n"


def entries(path: Path) -> list[Entry]:
    with closing(JsonLines(str(path), ROWS)) as rows:
        return list(rows.entries())


def error_of(path: Path, number: int, rows: Rows = ROWS) -> NewsxError:
    with pytest.raises(NewsxError) as caught:
        load_page(Path(f"{path}#{number}"), rows)
    return caught.value


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz", "rows.ndjson", "rows.jl", "rows.json.gz"])
def test_each_line_is_a_page(tmp_path: Path, name: str) -> None:
    """Called by its number as editors count; blank lines are none, and the last needs no line end."""
    path = tmp_path / name
    content = [line(0), b"\n", b" \r\n", line(3, text="x" * 600_000), line(4).rstrip()]
    packed = b"".join(map(gzip.compress, content)) + b"\0" * 100 if name.endswith("gz") else b"".join(content)
    path.write_bytes(packed)
    assert [entry.name for entry in entries(path)] == ["#1", "#4", "#5"]
    for number in (4, 1, 5):
        raw = load_page(Path(f"{path}#{number}"), ROWS)
        assert f"{HEADLINE} {number - 1}" in raw.data.decode()
        assert (raw.url, raw.name) == (URL, f"{path}#{number}")


def test_lines_are_read_forwards_without_beginning_anew(tmp_path: Path) -> None:
    """And backwards by doing so."""
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(line(number) for number in range(5))))
    with closing(JsonLines(str(path), ROWS)) as rows:
        places = [entry.place for entry in rows.entries()]
        for number in (1, 3, 4, 0):
            assert f"{HEADLINE} {number}<" in rows.read(places[number]).data.decode()


@pytest.mark.parametrize(
    ("content", "kind", "told"),
    [
        (b'{"text": "x", "url": null}', "no_field", "its row has no field 'html'; it has text, url"),
        (b'{"html": 5}', "no_field", "holds no text but 5"),
        (b'{"html": null}', "no_field", "holds no text but null"),
        (b'{"html": ""}', "empty", "empty"),
        (b'{"html": "<p>', "damaged_row", "no JSON"),
        (b'["<p>"]', "damaged_row", "no JSON object"),
        (b'{"html": "\xff"}', "damaged_row", "not in UTF-8"),
        (b"[" * 100_000, "damaged_row", "row is n"),
    ],
)
def test_a_row_that_is_no_page_says_why(tmp_path: Path, content: bytes, kind: str, told: str) -> None:
    """In one line, and the rows beside it are read."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line(0) + content + b"\n" + line(2))
    error = error_of(path, 2)
    assert error.kind == kind
    assert told in str(error)
    assert "\n" not in str(error)
    assert str(error).startswith(f"{path}#2: ")
    assert len(entries(path)) == 3


@pytest.mark.parametrize("url", ["/bihar/pulia-101.html", "", 5, ["https://gaon.example/"]])
def test_an_address_that_is_none_costs_the_address(tmp_path: Path, url: object) -> None:
    """And a warning says so; a row without one has none."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line(0, url=url) + line(0, url=None))
    raw = load_page(Path(f"{path}#1"), ROWS)
    assert (raw.url, [warning.kind for warning in raw.warnings]) == (None, ["no_address"])
    assert load_page(Path(f"{path}#2"), ROWS).warnings == ()


def test_half_a_letter_of_utf_16_is_left_out(tmp_path: Path) -> None:
    """JSON can hold one, a text cannot."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"html": "<p>\\ud83d\\u0915</p>"}\n')
    assert load_page(Path(f"{path}#1"), ROWS).data.decode() == "<p>क</p>"


def test_a_damaged_gzip_file_gives_the_lines_before(tmp_path: Path) -> None:
    """And what follows is told as lost."""
    path = tmp_path / "rows.jsonl.gz"
    packed = gzip.compress(b"".join(line(number) for number in range(3)), 0)
    path.write_bytes(packed[: len(line(0)) + len(line(1)) + 100])
    found = entries(path)
    assert [entry.name for entry in found] == ["#1", "#2", "#3"]
    assert [entry.error is not None for entry in found] == [False, False, True]
    assert error_of(path, 3).kind == "damaged_gzip"
    path.write_bytes(packed[: len(line(0)) + 20])
    assert [entry.name for entry in entries(path)] == ["#1", "#2"]


def test_what_is_no_page_in_it_is_told(tmp_path: Path) -> None:
    """A number that no line has, and a file that is empty or not there."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line(0))
    assert error_of(path, 2).kind == "not_found"
    path.write_bytes(b"")
    assert error_of(path, 1).kind == "empty"
    assert error_of(tmp_path / "gone.jsonl", 1).kind == "not_found"


def test_large_rows_are_refused(tmp_path: Path) -> None:
    """Before they are held whole, or when the page is out of its JSON."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line(0, html="<p>" * 1000) + line(1, more="x" * 10_000) + line(2, html="<p>"))
    with closing(JsonLines(str(path), ROWS, size_limit=1500)) as rows:
        places = [entry.place for entry in rows.entries()]
        for place in places[:2]:
            with pytest.raises(NewsxError, match="larger than the limit"):
                rows.read(place)
        assert rows.read(places[2]).data == b"<p>"
