"""What a search finds, what it leaves out, and what it makes of queries and files that are none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import newsx
from newsx.article import Article, BodyBlock, Link
from newsx.database.rows import pack
from newsx.database.search import search
from newsx.database.store import Store, connect
from newsx.errors import InputError, OptionError
from tests.database.conftest import article

Filled = Callable[..., Path]

ARTICLES = [
    article(
        "चीनी राष्ट्रपति शी जिनपिंग ने बुधवार को बात की।",
        headline="फोन पर बातचीत",
        authors=("देवेन्द्र कश्‍यप", "Asha Rao"),
        site="www.samachar.example",
        section="विदेश न्यूज़",
        published="2026-02-04T20:42+05:30",
    ),
    article(
        "जिनपिंग से पहले शी की टीम आयी थी; दु\u0903ख हुआ।",
        headline="चीन की टीम",
        authors=("Asha Raojee",),
        site="news.samachar.example",
        section="देश",
        published="2026-03-01",
    ),
    article("जिनप्रिय कथा, नयी दिल्ली के बाज़ार में।", headline="हिन्दी कथा", site="mysamachar.example"),
]


def found(path: Path, query: str, **chosen: Any) -> set[int]:
    """The numbers of the articles, from 1."""
    hits = search(path, query, **chosen)
    assert hits.total == len(hits.hits)
    return {hit.id for hit in hits.hits}


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("शी जिनपिंग", {1, 2}),
        ("जिनपिङ", {1, 2}),
        ('"शी जिनपिङ"', {1}),
        ("“शी जिनपिंग”", {1}),
        ('"शी जिन"*', {1}),
        ('"शी जिनपिंग', {1}),
        ("जिनपि*", {1, 2}),
        ("जिन*", {1, 2, 3}),
        ("जिन", set()),
        ("हिंदी", {3}),
        ("हिन्*", {3}),
        ("नई बाजार", {3}),
        ("नयी*", {3}),
        ("आई", {2}),
        ("दुख", {2}),
        ("चीन की", {2}),
        ("शी AND जिनपिंग", set()),
    ],
)
def test_a_query_finds(filled: Filled, query: str, numbers: set[int]) -> None:
    """All words have to be there, in any spelling; a phrase in this order; a prefix as the beginning of a word."""
    assert found(filled(*ARTICLES), query) == numbers


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ({"author": "देवेंद्र"}, {1}),
        ({"author": "asha rao"}, {1}),
        ({"author": "asha"}, {1, 2}),
        ({"author": "nobody"}, set()),
        ({"site": "samachar.example"}, {1, 2}),
        ({"site": "news.samachar.example"}, {2}),
        ({"section": "न्यूज"}, {1}),
        ({"since": "2026-02-04", "until": "2026-02-04"}, {1}),
        ({"since": "2026-02-05"}, {2}),
        ({"until": "2026-02"}, {1}),
        ({"since": "2026", "author": "Asha", "section": "देश"}, {2}),
    ],
)
def test_filters_leave_out(filled: Filled, chosen: dict[str, str], numbers: set[int]) -> None:
    """By words of names, by host, by the day that the page prints; what is not known is left out."""
    assert found(filled(*ARTICLES), "जिन*", **chosen) == numbers


def test_a_headline_counts_for_more(filled: Filled) -> None:
    """The better one stands first."""
    path = filled(article("यहां बारिश हुई और कुछ नहीं।", headline="मौसम"), article("और कुछ नहीं।", headline="बारिश"))
    hits = search(path, "बारिश").hits
    assert [hit.id for hit in hits] == [2, 1]
    assert hits[0].score > hits[1].score


def test_a_snippet_shows_the_hit_as_printed(filled: Filled) -> None:
    """With joiners and nuktas, though the index has neither, and with no word out of place."""
    text = "दु\u0903ख \u200d - क्\u200dया \u0903 २४ फ़रवरी को चन्द्रमा पर ज़मीन बिकेगी?"
    [hit] = search(filled(article(text)), "जमीन क्या").hits
    assert hit.snippet.text == text
    assert [part for part, is_asked in hit.snippet.parts() if is_asked] == ["क्\u200dया", "ज़मीन"]
    assert "".join(part for part, _ in hit.snippet.parts()) == text


def test_pages_of_results_hold_each_article_once(filled: Filled) -> None:
    """Those that are equally good too."""
    path = filled(*[article("वही खबर")] * 25)
    pages = [search(path, "खबर", limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert [page.total for page in pages] == [25] * 4
    assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
    assert len({hit.id for page in pages for hit in page.hits}) == 25


@pytest.mark.parametrize("query", ["", "  ", "।", "*", '""', "् ़", "( ) - ^ :", "\0"])
def test_a_query_of_only_marks_is_told(filled: Filled, query: str) -> None:
    """There is no word in it."""
    with pytest.raises(OptionError, match="no word"):
        search(filled(*ARTICLES), query)


@pytest.mark.parametrize(
    "query",
    [
        "'; DROP TABLE articles; --",
        "headline: x",
        "NEAR(शी, 2)",
        "a NOT b",
        "^शी",
        "{a b}",
        '"',
        'शी" OR "x',
        "a\0b",
        "-x",
        "*x",
    ],
)
def test_a_query_is_text_and_nothing_else(filled: Filled, query: str) -> None:
    """Whatever it means to SQL or FTS5."""
    path = filled(*ARTICLES)
    try:
        search(path, query, author=query, site=query, section=query)
    except OptionError as error:
        assert "word" in str(error)  # noqa: PT017 - some have none
    assert found(path, "शी") == {1, 2}


def test_text_of_pages_is_text_and_nothing_else(filled: Filled) -> None:
    """SQL, markup and marks of the index in a page come out as they stand there."""
    text = "<script>alert('x')</script> '); DROP TABLE articles;-- \"**\" && ? %s {0} जांच"
    [hit] = search(filled(article(text, headline=text, authors=(text,))), "जांच").hits
    assert (hit.snippet.text, hit.headline, hit.authors) == (text, text, (text,))


@pytest.mark.parametrize(
    "given", [{"since": "कल"}, {"until": "2026-2-4"}, {"limit": -1}, {"offset": -1}, {"author": "।"}, {"section": ""}]
)
def test_arguments_that_cannot_be_used_are_told(filled: Filled, given: dict[str, Any]) -> None:
    """By their names."""
    with pytest.raises(OptionError, match=f"^{next(iter(given))} must"):
        search(filled(*ARTICLES), "शी", **given)


def test_files_that_are_no_database_of_newsx_are_told(tmp_path: Path, filled: Filled) -> None:
    """Missing, a folder, of another program, of other tables, cut short."""
    (tmp_path / "text.db").write_text("notes", "utf-8")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE articles (id)")
    for name in ("missing.db", ".", "text.db", "other.db"):
        with pytest.raises(InputError):
            search(tmp_path / name, "शी")
    path = filled(*ARTICLES)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 4])
    with pytest.raises(InputError, match="cannot be searched"):
        search(path, "शी")
    path.write_bytes(data[:60] + b"\0\0\0\7" + data[64:])
    with pytest.raises(InputError, match="tables 7"):
        search(path, "शी")


def test_a_search_changes_nothing(filled: Filled) -> None:
    """Nor could it."""
    path = filled(*ARTICLES)
    before = path.read_bytes()
    found(path, "शी", author="Asha")
    with closing(connect(path)) as database, pytest.raises(sqlite3.OperationalError):
        database.execute("DELETE FROM articles")
    path.chmod(0o400)
    assert newsx.search(path, "शी").total == 2
    assert path.read_bytes() == before


def test_a_record_that_is_replaced_or_removed_is_not_found_any_more(filled: Filled) -> None:
    """And the index is sound."""
    path = filled(*ARTICLES)
    store = Store(path)
    store.put("0", pack(article("कुछ और।", tags=("क",))))
    store.remove("1")
    store.remove("none")
    store.commit()
    assert (len(store), store.has("0"), store.has("1")) == (2, True, False)
    store.close()
    assert found(path, "शी") == set()
    assert found(path, "और") == {1}
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
        for table, count in (("articles", 2), ("blocks", 2), ("people", 0), ("tags", 1)):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)


def test_half_a_record_is_none(filled: Filled) -> None:
    """One that cannot be put in as a whole leaves nothing behind, and the file goes on."""
    path = filled(*ARTICLES)
    store = Store(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TRIGGER stop BEFORE INSERT ON tags BEGIN SELECT RAISE(ABORT, 'stop'); END")
    for page in ("0", "new"):
        with pytest.raises(sqlite3.Error, match="stop"):
            store.put(page, pack(article("कुछ और।", tags=("क",))))
        store.commit()
    store.put("new", pack(article("कुछ और।")))
    store.commit()
    store.close()
    assert (found(path, "शी"), found(path, "और")) == ({1, 2}, {4})
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")


def test_every_key_of_the_record_is_in_the_tables(filled: Filled) -> None:
    """But `schema`, which the version of the tables stands for."""
    with closing(connect(filled(*ARTICLES))) as database:
        columns = {row[1] for row in database.execute("PRAGMA table_info(articles)")}
    tables = {"body": "blocks", "authors": "people", "tags": "tags"}
    record: dict[str, Any] = Article.to_dict(ARTICLES[0])
    for key in record.keys() - tables.keys() - {"schema", "image", "source"}:
        assert key in columns
    assert {f"source_{key}" for key in record["source"]} | {"image_url", "image_caption", "image_credit"} <= columns


def test_every_key_of_a_block_is_in_its_row(filled: Filled) -> None:
    """Links and the cells of a table as JSON."""
    body = (
        BodyBlock("image", "", url="https://gaon.example/a.jpg", caption="पुल", credit="सुनील मेहरा"),
        BodyBlock("paragraph", "पुल", links=(Link("पुल", "https://gaon.example/b", 0, 3),)),
    )
    with closing(connect(filled(article("", body=body)))) as database:
        found = database.execute(
            "SELECT type, text, url, caption, credit, links FROM blocks ORDER BY position"
        ).fetchall()
    link = '[{"text":"पुल","url":"https://gaon.example/b","start":0,"end":3}]'
    assert [tuple(row) for row in found] == [
        ("image", "", "https://gaon.example/a.jpg", "पुल", "सुनील मेहरा", None),
        ("paragraph", "पुल", None, None, None, link),
    ]


def test_sqlite_utils_reads_and_searches_it(filled: Filled) -> None:
    """As any tool for SQLite does: tables, foreign keys, and the index by its own name."""
    sqlite_utils = pytest.importorskip("sqlite_utils")
    database = sqlite_utils.Database(filled(*ARTICLES))
    assert {"articles", "blocks", "people", "tags"} <= set(database.table_names())
    assert database["articles"].detect_fts() == "articles_fts"
    assert [row["id"] for row in database["articles"].search("जिनपिंग शी")] == [1, 2]
    assert {key.other_table for key in database["blocks"].foreign_keys} == {"articles"}
    database.close()
