"""Pairs of runs on one output, at once and with kills: no record may be lost, and none may be there twice.

    python benchmarks/two_runs.py [PAIRS] [SEED]

Between two pairs pages change and are added. One run begins a moment after the other, or while the first is held in
the middle of putting its output in place, and half of the runs are killed at a random moment. Whenever a run ends
saying that all is done, the output is held against the pages; and after each fifth pair a run of its own has to say so.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.batch.hostile import page  # noqa: E402 - the checkout has to be found first

OUTPUTS = ("out.jsonl", "out", "out.db", "out.parquet", "out.csv", "out.jsonl.gz")
FOLDERS = ("a", "b")
PAGES = 12
FINISH_EVERY = 5
LATEST_START = 0.8
LATEST_KILL = 1.2
HELD = 0.4
PASSING = (".tmp", ".new", ".next")
REFUSED = 2


class Soak:
    """One output, and the pages that it is made of."""

    def __init__(self, folder: Path, output: str, chance: random.Random) -> None:
        self._folder = folder
        self._output = output
        self._chance = chance
        self._number = 0
        self._pages: dict[str, int] = {}
        self.ends: Counter[str] = Counter()
        self.faults: list[str] = []
        for name in FOLDERS:
            (folder / name).mkdir(parents=True)
            for _ in range(PAGES):
                self._write(f"{name}/{self._number}.html")

    def pair(self) -> None:
        """Changes some pages, and has two runs at the output at once."""
        for _ in range(self._chance.randrange(4)):
            self._write(self._chance.choice(sorted(self._pages)))
        if self._chance.random() < 0.3:
            self._write(f"{self._chance.choice(FOLDERS)}/{self._number}.html")
        first, second = (self._chance.choice([FOLDERS, FOLDERS, *((name,) for name in FOLDERS)]) for _ in range(2))
        runs = [(first, self._start(first))]
        is_held = self._chance.random() < HELD
        if is_held:
            self._hold(runs[0][1])
        else:
            time.sleep(self._chance.random() * LATEST_START)
        runs.append((second, self._start(second)))
        if is_held:
            with contextlib.suppress(subprocess.TimeoutExpired):
                runs[1][1].wait(LATEST_KILL)
            runs[0][1].send_signal(signal.SIGCONT)
        for _, process in runs:
            if self._chance.random() < 0.5:
                time.sleep(self._chance.random() * LATEST_KILL)
                process.send_signal(signal.SIGKILL)
        done = [sources for sources, process in runs if self._end(process)]
        if done:
            self._check({name for sources in done for name in sources})

    def _hold(self, process: subprocess.Popen[bytes]) -> None:
        """Stops the run as soon as a file is there that it has only while it puts its output in place."""
        while process.poll() is None:
            for folder in (self._folder, self._folder / self._output):
                if folder.is_dir() and any(name.endswith(PASSING) for name in os.listdir(folder)):
                    process.send_signal(signal.SIGSTOP)
                    self.ends["held"] += 1
                    return

    def finish(self) -> None:
        """Has one run at the output, which must do all."""
        if self._end(self._start(FOLDERS)):
            self._check(set(FOLDERS))
        else:
            self.faults.append("a run alone did not end well")

    def _write(self, name: str) -> None:
        (self._folder / name).write_bytes(page(self._number))
        self._pages[name] = self._number
        self._number += 1

    def _start(self, sources: tuple[str, ...]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "newsx", "batch", *sources, "-o", self._output, "--workers", "1", "-q"],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )

    def _end(self, process: subprocess.Popen[bytes]) -> bool:
        """Whether it said that all is done."""
        _, told = process.communicate()
        code = process.returncode
        how = {0: "done", REFUSED: "refused", -signal.SIGKILL: "killed"}.get(code, f"code {code}")
        self.ends[how] += 1
        if how.startswith("code") or b"Traceback" in told or (code == REFUSED and b"another newsx" not in told):
            self.faults.append(told.decode("utf-8", "replace"))
        return code == 0

    def _check(self, folders: set[str]) -> None:
        found = Counter(self._found())
        for number, times in found.items():
            if times > 1:
                self.faults.append(f"record {number} is there {times} times")
        for name, number in self._pages.items():
            if name.split("/")[0] in folders and number not in found:
                self.faults.append(f"the record of {name}, {number}, is lost")
        if folders == set(FOLDERS) and len(found) != len(self._pages):
            self.faults.append(f"{len(found)} records of {len(self._pages)} pages")

    def _found(self) -> Iterator[int]:
        return (int(headline.rpartition(" ")[2]) for headline in headlines(self._folder / self._output))


def headlines(path: Path) -> list[str]:
    """Those of all records of an output; of a database, whose index of words must be whole."""
    if path.is_dir():
        return [json.loads(record.read_bytes())["headline"] for record in path.rglob("*.html*.json")]
    if path.suffix == ".csv":
        with open(path, encoding="utf-8", newline="") as file:
            return [row["headline"] for row in csv.DictReader(file)]
    if path.suffix == ".parquet":
        from pyarrow import parquet

        return [str(value) for value in parquet.read_table(path)["headline"].to_pylist()]
    if path.suffix == ".db":
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
            return [row[0] for row in database.execute("SELECT headline FROM articles")]
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    return [json.loads(line)["headline"] for line in lines]


def main() -> int:
    """Tries the pairs and prints what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=int, default=200)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    options = parser.parse_args()
    start, faults = time.perf_counter(), 0
    with tempfile.TemporaryDirectory() as name:
        for place, output in enumerate(OUTPUTS):
            soak = Soak(Path(name) / str(place), output, random.Random(f"{options.seed} {output}"))
            pairs = options.pairs // len(OUTPUTS) + (place < options.pairs % len(OUTPUTS))
            for number in range(pairs):
                soak.pair()
                if number % FINISH_EVERY == FINISH_EVERY - 1 or number == pairs - 1:
                    soak.finish()
            ends = ", ".join(f"{times} {how}" for how, times in soak.ends.most_common())
            print(f"{output:<13} {pairs:>4} pairs: {ends}; {len(soak.faults)} faults", flush=True)
            for fault in soak.faults[:5]:
                print(f"  {fault.strip()}", file=sys.stderr)
            faults += len(soak.faults)
    print(f"{options.pairs:,} pairs in {time.perf_counter() - start:.0f} s, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
