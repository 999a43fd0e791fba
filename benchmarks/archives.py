"""What a web archive costs beside its pages: finding its records, reading them, and a batch of it beside a folder.

    python benchmarks/archives.py [PAGES]

PAGES (1,000 if not given) are copies of the corpora beside the checkout, or of the fixtures where there are none, as
responses of a gzipped WARC file. Reading alone is what fastwarc takes for it; it and warcio must be installed. Each way
is run three times, in turns, and the fastest of the three counts: other work on the machine only adds time.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from benchmarks.batch import make, originals, seconds  # noqa: E402
from newsx.read.containers.records import walk  # noqa: E402
from newsx.read.containers.warc import WarcFile  # noqa: E402
from tests.read.containers.crawl import Response, other, record  # noqa: E402

ROUNDS = 3
HTML = (("Content-Type", "text/html"),)


def write(archive: Path, folder: Path) -> int:
    """An archive of the pages in the folder, each with its request; its size when undone."""
    size = 0
    with open(archive, "wb") as file:
        file.write(other("warcinfo"))
        for page in sorted(folder.iterdir()):
            data = page.read_bytes()
            body = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            size += len(body)
            file.write(other("request"))
            file.write(record(Response(f"https://site.example/{page.name}", body, headers=HTML)))
    return size


def by_fastwarc(archive: Path) -> None:
    """Reads all responses, without undoing what is in them."""
    with open(archive, "rb") as file:
        for found in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="none"):
            found.reader.read()


def by_gzip(archive: Path) -> None:
    """Undoes the bytes."""
    with gzip.open(archive) as file:
        while file.read(1 << 20):
            pass


def by_walk(archive: Path) -> None:
    """Finds the records, as the planning of a batch does."""
    with open(archive, "rb") as file:
        for _ in walk(file):
            pass


def by_newsx(archive: Path) -> None:
    """Finds the pages and reads them, as the planning of a batch and its workers do together."""
    with closing(WarcFile(str(archive))) as opened:
        for entry in list(opened.entries()):
            if entry.skipped is None:
                opened.read(entry.place)


def timed(work: Callable[[Path], None], archive: Path) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work(archive)
    return time.perf_counter() - start


def batch(folder: Path, source: str, workers: int) -> float:
    """How long a fresh batch of the source takes."""
    output = ["-o", "batch.jsonl", "--fresh", "-q", "--workers", str(workers)]
    return seconds(folder, "-m", "newsx", "batch", source, *output)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    count = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "pages", count, originals())
        archive = folder / "pages.warc.gz"
        size = write(archive, folder / "pages")
        ways: dict[str, Callable[[], float]] = {
            "gzip alone": lambda: timed(by_gzip, archive),
            "fastwarc alone": lambda: timed(by_fastwarc, archive),
            "newsx, finding records": lambda: timed(by_walk, archive),
            "newsx, finding and reading pages": lambda: timed(by_newsx, archive),
            "newsx batch --workers 1, folder": lambda: batch(folder, "pages", 1),
            "newsx batch --workers 1, archive": lambda: batch(folder, archive.name, 1),
            "newsx batch --workers 2, folder": lambda: batch(folder, "pages", 2),
            "newsx batch --workers 2, archive": lambda: batch(folder, archive.name, 2),
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(ROUNDS):
            for way, work in ways.items():
                times[way].append(work())
        packed = archive.stat().st_size
        print(f"{count:,} pages, {size / 1e6:.0f} MB, {packed / 1e6:.0f} MB packed, the fastest of {ROUNDS} runs")
        for way, took in times.items():
            print(f"  {way:<34} {min(took):7.2f} s  {1000 * min(took) / count:7.2f} ms a page")


if __name__ == "__main__":
    main()
