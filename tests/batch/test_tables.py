"""Batches into a database and into Parquet: what is in them, what comes after, and what they leave alone."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import newsx
from newsx.article import Article, BodyBlock, Evidence, Image, Link, Other, Warned
from newsx.batch.database_sink import DatabaseSink
from newsx.batch.journal import Journal
from newsx.batch.outputs import json_line, outputs
from newsx.batch.plan import workspace
from newsx.batch.tally import Tally
from newsx.database.rows import pack
from newsx.errors import OptionError
from newsx.write import parquet
from tests.batch.hostile import page
from tests.cli.invented import HEADLINE
from tests.database.conftest import article

Batch = Callable[..., Tally]


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a database, and what its index says of itself."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
        tables = ("articles", "blocks", "people", "tags")
        return {table: database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}


def headlines(path: Path) -> list[str]:
    if path.suffix == ".parquet":
        return [json.loads(line)["headline"] for line in parquet.read_lines(path)]
    with closing(sqlite3.connect(path)) as database:
        return [headline for (headline,) in database.execute("SELECT headline FROM articles ORDER BY page")]


@pytest.fixture(params=["out.db", "out.parquet"])
def output(request: pytest.FixtureRequest) -> str:
    """The name of the output."""
    if str(request.param).endswith(".parquet"):
        pytest.importorskip("pyarrow")
    return str(request.param)


def test_a_later_run_reads_what_is_new_or_has_changed(pages: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """And keeps the rest; what is gone is taken out on wish."""
    assert batch(output).articles == 6
    assert batch(output).unchanged == 6
    (pages / "0.html").write_bytes(page(90))
    (pages / "00.html").write_bytes(page(91))
    assert batch(output).unchanged == 5
    os.unlink(pages / "1.html")
    assert batch(output, prune=True).pruned == 1
    assert headlines(tmp_path / output) == [f"{HEADLINE}, भाग {number}" for number in (90, 91, 2, 3, 4, 5)]
    clean = f"clean{Path(output).suffix}"
    batch(clean)
    if output.endswith(".parquet"):
        assert (tmp_path / output).read_bytes() == (tmp_path / clean).read_bytes()
    assert sorted(headlines(tmp_path / output)) == sorted(headlines(tmp_path / clean))
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith((".part", ".tmp", "-journal"))]


def test_a_page_that_fails_now_is_taken_out(pages: Path, batch: Batch, tmp_path: Path, output: str) -> None:
    """Its record would be that of another page."""
    batch(output)
    (pages / "2.html").write_bytes(b"%PDF-1.7\n")
    assert batch(output).failed == 1
    assert len(headlines(tmp_path / output)) == 5


@pytest.mark.parametrize("content", [b"notes", b"", b"SQLite format 3\0" + b"\0" * 100, b"PAR1 mine PAR1"])
@pytest.mark.parametrize("fresh", [False, True])
def test_a_file_of_others_is_never_overwritten(  # noqa: PLR0913 - a table of cases and four fixtures
    pages: Path, batch: Batch, tmp_path: Path, output: str, content: bytes, *, fresh: bool
) -> None:
    """Not even where one starts over."""
    (tmp_path / output).write_bytes(content)
    with pytest.raises(OptionError, match="newsx did not write it"):
        batch(output, fresh=fresh)
    assert (tmp_path / output).read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == [output, "pages"]


def test_a_table_without_its_journal_is_replaced_on_wish(
    pages: Path, batch: Batch, tmp_path: Path, output: str
) -> None:
    """Else it could not be known what is in it."""
    batch(output)
    (tmp_path / f"{output}.journal.jsonl").unlink()
    with pytest.raises(OptionError, match="has no journal"):
        batch(output)
    assert batch(output, fresh=True).unchanged == 0
    assert len(headlines(tmp_path / output)) == 6


def test_records_that_are_missed_are_read_again(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Whatever the journal says: the database was deleted, or a row of it, or never committed."""
    batch("out.db")
    clean = rows(tmp_path / "out.db")
    (tmp_path / "out.db").unlink()
    assert batch("out.db").unchanged == 0
    assert rows(tmp_path / "out.db") == clean


def test_a_database_of_other_tables_is_told(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Those of another newsx can be replaced, a file beside it that SQLite would take for its own cannot."""
    batch("out.db")
    with closing(sqlite3.connect(tmp_path / "out.db")) as database:
        database.execute("PRAGMA user_version = 7")
    with pytest.raises(OptionError, match=r"tables 7.*--fresh"):
        batch("out.db")
    assert batch("out.db", fresh=True).articles == 6
    (tmp_path / "other.db-journal").write_bytes(b"mine")
    with pytest.raises(OptionError, match="did not write it"):
        batch("other.db")
    assert (tmp_path / "other.db-journal").read_bytes() == b"mine"


def test_pages_of_one_name_are_told_apart(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """Those that a file system would take for one file, as in an output folder."""
    (pages / "A.html").write_bytes(page(10))
    (pages / "a.html").write_bytes(page(11))
    batch("out.db")
    assert len(set(rows(tmp_path / "out.db")["articles"])) == 8


FULL = article(
    "पहला\nदूसरा",
    headline="शीर्षक \U0001f600",
    highlights=("एक", "दो"),
    authors=("क", "ख"),
    tags=("ग",),
    breadcrumbs=("होम",),
    image=Image("https://a.example/1.jpg", "चित्र"),
    evidence={
        "image": Evidence("og", "x", (Other(Image("u"), "a"), Other(("क",), "b"), Other(None, "c"), Other("x", "d")))
    },
    warnings=(Warned("kind", "message"),),
)
BLOCKS = (
    BodyBlock("heading", "उप", 2),
    BodyBlock("heading", "उप"),
    BodyBlock("table", "क ख", rows=(("क", "ख"), ())),
    BodyBlock("update", "नया", time="2026-02-04T20:42+05:30"),
    BodyBlock("quote", "उद्धरण"),
    BodyBlock("list_item", "बिंदु"),
    BodyBlock("image", "", url="https://gaon.example/a.jpg", caption="पुल"),
    BodyBlock("quote", "उद्धरण", links=(Link("उद्धरण", "https://gaon.example/b", 0, 6),)),
)


def written(path: Path, articles: list[Article], fields: tuple[str, ...] = ()) -> bytes:
    """The lines that were written as Parquet."""
    lines = b"".join(json_line(one, fields) for one in articles)
    with open(path, "wb") as file:
        writer = parquet.ParquetWriter(file, fields)
        for at in range(0, len(lines), 1000):
            writer.write(lines[at : at + 1000])
        writer.close()
    return lines


@pytest.mark.parametrize("fields", [(), ("headline", "image.url", "body", "source"), ("evidence", "image")])
def test_parquet_gives_back_what_was_written(tmp_path: Path, fields: tuple[str, ...]) -> None:
    """Byte for byte, whatever is in the records; typed, with the body nested."""
    pyarrow_parquet = pytest.importorskip("pyarrow.parquet")
    with_blocks = Article.from_dict(FULL.to_dict() | {"body": [block.to_dict() for block in BLOCKS]})
    articles = [FULL, article(""), with_blocks, newsx.extract("<h1>कुछ</h1><p>नहीं</p>")] * 300
    lines = written(tmp_path / "a.parquet", articles, fields)
    assert b"".join(parquet.read_lines(tmp_path / "a.parquet")) == lines
    with pyarrow_parquet.ParquetFile(tmp_path / "a.parquet") as file:
        assert file.num_row_groups == 2
        types = {field.name: str(field.type) for field in file.schema_arrow}
    assert "body" not in types or types["body"].startswith(
        "list<element: struct<type: string, text: string, level: int64"
    )


def test_without_pyarrow_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is read."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(OptionError, match=r"newsx\[parquet\]"):
        outputs(tmp_path / "a.parquet", None, ())


def test_a_record_that_is_replaced_or_removed_stands_at_once(pages: Path, batch: Batch, tmp_path: Path) -> None:
    """After a kill the journal would tell of the new one, and the old one would be there and not be missed."""
    batch("out.db")
    journal = Journal(tmp_path / "out.db.journal.jsonl", workspace(), 0)
    journal.lock()
    sink = DatabaseSink(tmp_path / "out.db")
    sink.open(journal, fresh=False)
    sink.write("0.html", pack(article("", headline="नया")))
    assert "नया" in headlines(tmp_path / "out.db")
    sink.remove("1.html")
    assert len(headlines(tmp_path / "out.db")) == 5
    sink.close(journal)
    journal.close()
