"""What `newsx batch` costs and gains: speed-up by a second worker, overhead over a loop, memory of the parent.

    python benchmarks/batch.py [PAGES]

PAGES (2,000 if not given) are copies of the corpora beside the checkout, or of the fixtures where there are none.
Each way is run three times, in turns, and the fastest of the three counts: other work on the machine only adds time.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpus"
ROUNDS = 3

LOOP = """
import sys, pathlib, newsx
with open("loop.jsonl", "w", encoding="utf-8") as out:
    for path in sorted(pathlib.Path("pages").iterdir()):
        try:
            out.write(newsx.extract(path).to_json() + "\\n")
        except newsx.NewsxError:
            pass
"""

PEAK = """
import sys
from newsx.cli.app import main
try:
    main()
except SystemExit:
    pass
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def originals() -> list[Path]:
    """Pages to copy."""
    pages = sorted(CORPORA.glob("*/pages/*")) or sorted((ROOT / "fixtures").glob("*/page.*"))
    return [page for page in pages if page.is_file()]


def make(folder: Path, count: int, pages: list[Path]) -> None:
    """A folder of so many copies, in turns."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, page in enumerate(itertools.islice(itertools.cycle(pages), count)):
        shutil.copyfile(page, folder / f"{number:06}{''.join(page.suffixes)}")


def seconds(folder: Path, *command: str) -> float:
    """How long the command takes in this folder."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def batch(folder: Path, workers: int) -> float:
    """How long a fresh batch of the pages takes."""
    output = ["-o", "batch.jsonl", "--fresh", "--workers", str(workers)]
    return seconds(folder, "-m", "newsx", "batch", "pages", *output)


def peak(folder: Path) -> float:
    """Megabytes that the parent process of a batch had at most."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "batch", "pages", "-o", "batch.jsonl", "--fresh", "-q"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.split()[-1]) / 1024


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=int, default=2000)
    count = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = originals()
        make(folder / "pages", count, pages)
        times: dict[str, list[float]] = {"loop": [], "one": [], "two": []}
        for _ in range(ROUNDS):
            times["loop"].append(seconds(folder, "-c", LOOP))
            times["one"].append(batch(folder, 1))
            times["two"].append(batch(folder, 2))
        loop, one, two = (min(found) for found in times.values())
        print(f"{count:,} pages ({len(pages)} originals), the fastest of {ROUNDS} runs")
        for way, took, told in (
            ("a loop over newsx.extract", loop, ""),
            ("newsx batch --workers 1", one, f"{one / loop - 1:+.1%} over the loop"),
            ("newsx batch --workers 2", two, f"{one / two:.2f} times one worker"),
        ):
            print(f"  {way:<26} {took:7.2f} s  {count / took:6.0f} pages/s  {told}")
        small = min(pages, key=lambda page: page.stat().st_size)
        for inputs in (200, 2000, 20_000):
            make(folder / "pages", inputs, [small])
            print(f"  peak memory of the parent, {inputs:6,} inputs: {peak(folder):.1f} MB")


if __name__ == "__main__":
    main()
