"""Pages a second of newsx and of trafilatura, in one run on the same pages in memory.

    python benchmarks/pages_per_second.py FOLDER... [--rounds N]

A FOLDER holds saved pages (``.html``, gzipped or not), or has them in ``pages/``. Each page goes through all engines
before the next one, so that a busy machine slows all of them alike; the best round counts for each page and engine.
"""

from __future__ import annotations

import argparse
import functools
import gc
import gzip
import statistics
import time
from collections.abc import Callable
from pathlib import Path

Engine = Callable[[bytes], object]


def pages_of(folder: Path) -> list[bytes]:
    """The HTML pages of a folder, decompressed."""
    inner = folder / "pages"
    paths = sorted((inner if inner.is_dir() else folder).glob("*.html*"))
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths]


def engines() -> dict[str, Engine]:
    """newsx, and trafilatura with its default and its fast settings."""
    import trafilatura

    import newsx

    def peer(data: bytes, *, fast: bool) -> object:
        return trafilatura.bare_extraction(
            data.decode("utf-8", "replace"), with_metadata=True, include_comments=False, fast=fast
        )

    return {
        "newsx": newsx.extract,
        "trafilatura": functools.partial(peer, fast=False),
        "trafilatura fast": functools.partial(peer, fast=True),
    }


def measure(pages: list[bytes], rounds: int) -> dict[str, list[float]]:
    """Seconds by engine, one value a page."""
    running = engines()
    for extract in running.values():
        extract(pages[0])
    seconds = {name: [float("inf")] * len(pages) for name in running}
    gc.collect()
    for _ in range(rounds):
        for number, page in enumerate(pages):
            for name, extract in running.items():
                start = time.perf_counter()
                extract(page)
                seconds[name][number] = min(seconds[name][number], time.perf_counter() - start)
    return seconds


def main() -> None:
    """Prints a table for each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    for folder in options.folder:
        pages = pages_of(folder)
        seconds = measure(pages, options.rounds)
        print(f"\n{folder.name}: {len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB")
        print(f"{'engine':18} {'pages/s':>8} {'median ms':>10} {'slowest ms':>11}")
        for name, values in seconds.items():
            rate = len(values) / sum(values)
            print(f"{name:18} {rate:8.1f} {statistics.median(values) * 1000:10.1f} {max(values) * 1000:11.1f}")


if __name__ == "__main__":
    main()
