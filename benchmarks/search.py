"""What a database costs and gives: records a second, size, memory while it is written, and how long a search takes.

    python benchmarks/search.py [RECORDS]

RECORDS (100,000 if not given) are invented: words drawn as often as words of a language are, 300 in a story. They go
the way of those of `newsx batch` from where an article is there; how long that takes is in `batch.py`. A tenth as many
are written first, which shows whether memory grows with them.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

from newsx.article import Article, BodyBlock, Source
from newsx.batch.database_sink import DatabaseSink
from newsx.batch.entries import Entry
from newsx.batch.journal import Journal
from newsx.batch.plan import Plan, workspace
from newsx.database.rows import pack
from newsx.database.search import search

WORDS = 60_000
SYLLABLES = [
    letter + sign for letter in "कखगघचछजझटठडढतथदधनपफबभमयरलवशसह" for sign in ("", "ा", "ि", "ी", "ु", "े", "ो", "ं")
]
QUERIES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("a rare word", "शिन्हुआ", {}),
    ("two words, as typed", "शी जिनपिङ", {}),
    ("a phrase", '"शी जिनपिंग"', {}),
    ("a prefix", "जिनपि*", {}),
    ("a word of every article", "की", {}),
    ("the same, one author", "की", {"author": "लेखक 7"}),
    ("the same, one site and month", "की", {"site": "site1.example", "since": "2026-02", "until": "2026-02"}),
)


class Stories:
    """Invented articles, always the same."""

    def __init__(self) -> None:
        self._random = random.Random(2026)
        self._words = ["".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 4))) for _ in range(WORDS)]
        self._chances = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._chances, k=count))

    def article(self, number: int) -> Article:
        """One article of 300 words; each thousandth is about the same man."""
        texts = [f"{self.words(60)} की {self.words(39)}।" for _ in range(3)]
        if number % 1000 == 0:
            texts[1] = f"शी जिनपिंग ने शिन्हुआ से कहा {texts[1]}"
        return Article(
            is_article=True,
            page_type="article",
            headline=self.words(10),
            summary=self.words(20),
            source=Source(f"{number}.html", "html", "utf-8", "utf-8", 1, "0" * 64),
            body=tuple(BodyBlock("paragraph", text) for text in texts),
            authors=(f"लेखक {number % 500}",),
            site=f"site{number % 40}.example",
            section=f"खंड {number % 12}",
            published=f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T10:00+05:30",
            tags=("क", "ख"),
        )


def write(path: Path, count: int) -> None:
    """Writes a database and prints what it took; the time to invent and pack the records is left aside."""
    stories = Stories()
    database = workspace()
    Plan(database, "")
    journal = Journal(path.with_name(f"{path.name}.journal.jsonl"), database, 0)
    journal.lock()
    journal.read()
    sink = DatabaseSink(path)
    sink.open(journal, fresh=False)
    packing = writing = 0.0
    for number in range(count):
        article = stories.article(number)
        start = time.perf_counter()
        record = pack(article)
        packed = time.perf_counter()
        output = sink.write(f"{number}.html", record)
        journal.append(Entry(output, "0" * 64, "ok", None, output, 1, len(record), ""))
        packing, writing = packing + packed - start, writing + time.perf_counter() - packed
    start = time.perf_counter()
    sink.close(journal)
    journal.close()
    writing += time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    print(
        f"{count:,} records: packed in {packing / count * 1000:.2f} ms each (by workers), written in {writing:.1f} s "
        f"({writing / count * 1000:.2f} ms each), {size:,.0f} MB, peak memory {peak:.0f} MB"
    )


def ask(path: Path) -> None:
    """Prints how long each search takes, the best of five, and how many articles it finds."""
    for told, query, chosen in QUERIES:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            found = search(path, query, **chosen)  # type: ignore[arg-type] # mypy cannot tell the keywords apart
            times.append(time.perf_counter() - start)
        print(f"  {told:<30} {min(times) * 1000:7.1f} ms  {found.total:>7,} found")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="?", type=int, default=100_000)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write is not None:
        write(given.write, given.records)
        return
    with tempfile.TemporaryDirectory() as name:
        for count in (given.records // 10, given.records):
            path = Path(name) / f"{count}.db"
            # A process of its own, so that its memory is that of this run alone.
            subprocess.run([sys.executable, __file__, str(count), "--write", str(path)], check=True)
        ask(path)


if __name__ == "__main__":
    main()
