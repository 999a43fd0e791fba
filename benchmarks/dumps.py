"""What a text dump costs: milliseconds for one page, growth up to 10 MB, and memory as a multiple of the input.

    python benchmarks/dumps.py

Pages are the text fixtures; larger ones are made of paragraphs and menu lines of the fixtures, one after the other.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import newsx
from newsx.read.decode import decode

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
ROUNDS = 20
SIZES = (100_000, 1_000_000, 10_000_000)


def dumps() -> list[bytes]:
    """The text fixtures, each stretched to 300 lines by menu lines above its story."""
    pages = []
    for page in sorted(FIXTURES.glob("text--*/page.txt")):
        text = decode(page.read_bytes()).text
        menu = "\n".join(f"मेन्यू {number}" for number in range(max(0, 300 - text.count("\n"))))
        pages.append(f"{menu}\n{text}".encode())
    return pages


def large(size: int) -> bytes:
    """A dump of so many bytes: the fixtures over and over."""
    whole = b"\n\n".join(
        page.read_bytes() for page in sorted(FIXTURES.glob("text--*/page.txt")) if "utf16" not in str(page)
    )
    return (whole * (size // len(whole) + 1))[:size].rpartition(b"\n")[0]


def milliseconds(data: bytes, rounds: int) -> float:
    """The median time of one extraction."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        newsx.extract(data)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def peak_bytes(size: int) -> int:
    """The peak memory of a process that reads one large dump, less that of one that reads a small one."""
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]; import benchmarks.dumps as b, resource, newsx; "
        "newsx.extract(b.large(int(sys.argv[1]))); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    root = str(FIXTURES.parent)
    peaks = [
        int(
            subprocess.run(
                [sys.executable, "-c", code, str(n), root], capture_output=True, text=True, check=True
            ).stdout
        )
        for n in (10_000, size)
    ]
    unit = 1 if sys.platform == "darwin" else 1024  # kilobytes but on macOS
    return (peaks[1] - peaks[0]) * unit


def main() -> None:
    """Prints the figures."""
    # First of all, since a process inherits the peak of the one that starts it.
    size = SIZES[-1]
    print(f"memory for {size / 1e6:.0f} MB: {peak_bytes(size) / size:.1f} times the input")
    pages = dumps()
    for page in pages:
        newsx.extract(page)
    medians = [milliseconds(page, ROUNDS) for page in pages]
    print(f"{len(pages)} dumps of 300 lines: median {statistics.median(medians):.1f} ms, slowest {max(medians):.1f} ms")
    for size in SIZES:
        spent = milliseconds(large(size), 1)
        print(f"{size / 1e6:5.1f} MB: {spent:8.0f} ms, {spent / size * 1e6:6.0f} ms a MB")


if __name__ == "__main__":
    main()
