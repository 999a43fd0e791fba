"""Files that hold many pages as sources of a batch: each is accounted for, and damage costs nothing beside it."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsx
from newsx.batch.outputs import outputs
from newsx.batch.run import Run, Settings
from newsx.batch.sources import Globs, find
from newsx.batch.tally import Tally
from newsx.batch.work import Reading
from newsx.errors import OptionError
from newsx.read.containers.kinds import Rows
from tests.batch.hostile import page
from tests.cli.invented import HEADLINE
from tests.read.containers.crawl import Response, other, plain_record, record, whole_file_gzip
from tests.read.containers.test_records import endless, longer, no_length, noise, other_magic, shorter

ROWS = Rows("html", "url")
HTML = (("Content-Type", "text/html"),)
PACKED = (*HTML, ("Content-Encoding", "gzip"))


def url(number: int) -> str:
    return f"https://gaon.example/bihar/pulia-{number}.html"


def crawled(number: int, *, packed: bool = True) -> bytes:
    return record(Response(url(number), page(number)), packed=packed)


def run(folder: Path, output: str, *sources: Path, rows: Rows | None = None, **settings: Any) -> Tally:
    skipped: Counter[str] = Counter()
    found = find([str(source) for source in sources], Globs(), several=len(sources) > 1, rows=rows, skipped=skipped)
    reading = Reading(rows=rows)
    planned = Run(found, outputs(folder / output, None, ()), Settings(reading, **{"workers": 2, **settings}), skipped)
    for _ in planned.work():
        pass
    return planned.tally


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def journal(path: Path) -> dict[str, Any]:
    lines = records(path.with_name(f"{path.name}.journal.jsonl"))
    return {line["name"].rpartition("/")[2]: line["error"] and line["error"]["kind"] for line in lines}


def numbers(path: Path) -> list[int]:
    return [int(one["headline"].rpartition(" ")[2]) for one in records(path)]


def as_zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "pages.zip", "w") as archive:
        for number in range(6):
            archive.writestr(f"{number}.html", page(number))
    return folder / "pages.zip"


def as_members(folder: Path) -> Path:
    path = folder / "pages.warc.gz"
    path.write_bytes(other("warcinfo") + b"".join(other("request") + crawled(number) for number in range(6)))
    return path


def as_plain(folder: Path) -> Path:
    path = folder / "pages.warc"
    path.write_bytes(b"".join(crawled(number, packed=False) for number in range(6)))
    return path


def as_one_member(folder: Path) -> Path:
    path = folder / "pages.warc.gz"
    path.write_bytes(whole_file_gzip(crawled(number, packed=False) for number in range(6)))
    return path


def as_rows(folder: Path) -> Path:
    path = folder / "pages.jsonl.gz"
    lines = [json.dumps({"url": url(number), "html": page(number).decode()}) for number in range(6)]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


@pytest.mark.parametrize("make", [as_zip, as_members, as_plain, as_one_member, as_rows])
def test_pages_in_a_container_give_the_articles_of_the_same_pages_in_a_folder(
    pages: Path, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    """The whole record, but for what the page is called, and the address, which is what `--url` would make of it."""
    for number in (4, 5):
        (pages / "inner" / f"{number}.html").rename(pages / f"{number}.html")
    (pages / "inner").rmdir()
    run(tmp_path, "folder.jsonl", pages)
    tally = run(tmp_path, "container.jsonl", make(tmp_path), rows=ROWS)
    assert (tally.articles, tally.failed) == (6, 0)
    for expected, found in zip(records(tmp_path / "folder.jsonl"), records(tmp_path / "container.jsonl"), strict=True):
        expected["source"]["name"] = found["source"]["name"]
        if make is not as_zip:
            number = int(expected["headline"].rpartition(" ")[2])
            told = newsx.extract(page(number), url=url(number), captured_at="2026-02-04T21:00+05:30").to_dict()
            expected |= {"url": told["url"], "site": told["site"], "evidence": told["evidence"]}
        assert found == expected


def damaged(folder: Path) -> tuple[Path, dict[str, str | None]]:
    """An archive with ten kinds of damage between whole records, and what is to be told of each record."""

    def packed(damage: Callable[[bytes], bytes]) -> bytes:
        return gzip.compress(damage(crawled(90, packed=False)), mtime=0)

    member = bytearray(crawled(90))
    member[len(member) // 2] ^= 0x55
    check_sum = bytearray(crawled(90))
    check_sum[-6] ^= 0x55
    broken = {
        "length too large": packed(longer),
        "length beyond the file": packed(endless),
        "length too small": packed(shorter),
        "no length": packed(no_length),
        "no version": packed(other_magic),
        "noise": packed(noise),
        "bytes of the member": bytes(member),
        "check sum of the member": bytes(check_sum),
        "bytes between": b"noise" * 99,
        "body": record(Response(url(90), gzip.compress(page(90))[:-40], headers=PACKED)),
        "no header of the server": packed(lambda one: one.replace(b"HTTP/1.1 200", b"no 200 here!")),
        "cut": crawled(90)[:-60],
    }
    content = b""
    told: dict[str, str | None] = {}
    for number, (_, data) in enumerate(broken.items()):
        content += crawled(number) + data
        told[f"crawl.warc.gz#{2 * number + 1}"] = None
        told[f"crawl.warc.gz#{2 * number + 2}"] = "damaged_warc"
    told["crawl.warc.gz#20"] = "damaged_body"
    path = folder / "crawl.warc.gz"
    path.write_bytes(content)
    return path, told


def test_of_a_damaged_archive_every_whole_record_is_read_and_each_loss_named(tmp_path: Path) -> None:
    """In the order in which they stand; a second run has nothing to do and says the same."""
    path, told = damaged(tmp_path)
    for unchanged in (0, 12):
        tally = run(tmp_path, "out.jsonl", path)
        assert (tally.articles, tally.failed, tally.unchanged) == (12, 12, unchanged)
        assert numbers(tmp_path / "out.jsonl") == list(range(12))
        assert journal(tmp_path / "out.jsonl") == told


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    """By kind, beside the pages."""
    moved = record(Response(url(1), b"", "302 Found", HTML))
    (tmp_path / "crawl.warc.gz").write_bytes(other("warcinfo") + other("request") * 2 + moved + crawled(1))
    tally = run(tmp_path, "out.jsonl", tmp_path / "crawl.warc.gz")
    assert tally.skipped == {"request": 2, "warcinfo": 1, "redirect": 1}
    assert (tally.total, tally.articles) == (1, 1)


def test_a_page_crawled_again_at_another_time_is_read_again(tmp_path: Path) -> None:
    """Its bytes are the same, but its times may be told from when it was crawled."""
    path = tmp_path / "crawl.warc"
    path.write_bytes(crawled(1, packed=False))
    run(tmp_path, "out.jsonl", path)
    path.write_bytes(path.read_bytes().replace(b"WARC-Date: 2026-02-04", b"WARC-Date: 2026-02-05"))
    assert run(tmp_path, "out.jsonl", path).unchanged == 0
    assert run(tmp_path, "out.jsonl", path).unchanged == 1


def test_a_folder_of_outputs_has_one_for_each_number(tmp_path: Path) -> None:
    """In a folder called like the archive."""
    folder = tmp_path / "crawls"
    folder.mkdir()
    as_members(folder)
    as_rows(folder)
    (tmp_path / "out").mkdir()
    run(tmp_path, "out", folder, rows=ROWS)
    names = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json"))
    assert names[:7] == [f"pages.jsonl.gz/{number}.json" for number in range(1, 7)] + ["pages.warc.gz/11.json"]
    assert len(names) == 12


def test_records_of_pages_that_are_gone_are_taken_away(tmp_path: Path) -> None:
    """And of a container that cannot be read now they stay."""
    path, lines = tmp_path / "crawl.warc", as_rows(tmp_path)
    content = [crawled(number, packed=False) for number in range(3)]
    path.write_bytes(b"".join(content))
    run(tmp_path, "out.jsonl", path, lines, rows=ROWS)
    path.write_bytes(b"".join(content[:2]))
    tally = run(tmp_path, "out.jsonl", path, rows=ROWS, prune=True)
    assert (tally.pruned, len(numbers(tmp_path / "out.jsonl"))) == (1, 8)
    lines.unlink()
    (tmp_path / "other.warc").write_bytes(content[0])
    path.write_bytes(b"no archive")
    tally = run(tmp_path, "out.jsonl", tmp_path / "other.warc", rows=ROWS, prune=True)
    assert (tally.pruned, len(numbers(tmp_path / "out.jsonl"))) == (6, 3)


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        ((), (), ["#3", "#5", "#7", "#9", "#11", "#13"]),
        (("*-2.html",), (), ["#7"]),
        (("https://gaon.example/bihar/*",), ("*-0.html", "*-1.html"), ["#7", "#9", "#11", "#13"]),
        (("*.warc.gz",), ("*-0.html",), ["#5", "#7", "#9", "#11", "#13"]),
        ((), ("*.warc.gz",), []),
        (("*.txt",), (), []),
    ],
)
def test_globs_are_held_against_addresses(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], expected: list[str]
) -> None:
    """And an archive that is taken as a file is taken whole."""
    as_members(tmp_path)
    found = find([str(tmp_path)], Globs(include, exclude), several=False)
    assert [one.name.removeprefix(f"{tmp_path}/pages.warc.gz") for one in found] == expected


def test_a_container_that_cannot_be_read_is_one_failed_input(tmp_path: Path) -> None:
    """The others are read."""
    (tmp_path / "empty.warc").touch()
    (tmp_path / "none.warc.gz").write_bytes(b"no archive")
    (tmp_path / "empty.jsonl").touch()
    as_rows(tmp_path)
    tally = run(tmp_path.parent, f"{tmp_path.name}.jsonl", tmp_path, rows=ROWS)
    assert (tally.articles, tally.failed) == (6, 3)
    kinds = journal(tmp_path.parent / f"{tmp_path.name}.jsonl")
    assert {name: kind for name, kind in kinds.items() if kind} == {
        "empty.warc": "empty",
        "none.warc.gz#1": "damaged_warc",
        "empty.jsonl": "empty",
    }


def test_the_library_reads_containers_too(tmp_path: Path) -> None:
    """By the same names."""
    sources = [as_members(tmp_path), as_rows(tmp_path)]
    results = list(newsx.extract_many(sources, workers=1, json_field="html", url_field="url"))
    assert len(results) == 12
    for result in results:
        assert result.article is not None
        number = int(result.article.headline.rpartition(" ")[2]) if result.article.headline else -1
        assert result.article.site == "gaon.example"
        assert 0 <= number < 6
    assert {result.name for result in results} >= {f"{sources[0]}#3", f"{sources[1]}#1"}


@pytest.mark.parametrize(
    "options",
    [{"url_field": "url"}, {"json_field": ""}, {"json_field": 5}, {"json_field": "a", "encoding": "utf-8"}],
)
def test_options_of_rows_are_checked_before_anything_is_read(tmp_path: Path, options: dict[str, Any]) -> None:
    """As all others."""
    with pytest.raises(OptionError, match="json_field"):
        newsx.extract_many(tmp_path / "rows.jsonl", **options)


def test_headlines_are_those_of_the_pages(tmp_path: Path) -> None:
    """Of a WET file too."""
    text = f"{HEADLINE}\n" + "\n".join(page(1).decode().split("<p>")[1:]).replace("</p>", "\n").partition("<")[0]
    path = tmp_path / "crawl.warc.wet.gz"
    path.write_bytes(other("warcinfo") + plain_record("conversion", url(1), text.encode(), "text/plain"))
    run(tmp_path, "out.jsonl", path)
    [found] = records(tmp_path / "out.jsonl")
    assert (found["headline"], found["url"], found["source"]["form"]) == (HEADLINE, url(1), "text")
