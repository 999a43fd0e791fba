"""Peak memory of the reader over the size of its input, for ten shapes of page at three sizes.

    python benchmarks/memory.py [--sizes MB...]

Each page is read by a process of its own; what Python and the imports take before it is left out. A page beyond the
bounds of `newsx.read.bounds` shows what it cost to find that out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

SHAPES = {
    "prose": ("<p>पुल की मरम्मत तीन महीने से अधूरी पड़ी है और दोनों गांवों के लोग नाव से नदी पार करते हैं।</p>\n", ""),
    "one text": ("शब्द ", ""),
    "short paragraphs": ("<p>x</p>", ""),
    "line breaks": ("x<br>", ""),
    "unclosed items": ("<li>x", "<ul>"),
    "inline elements": ("<b>x</b>", ""),
    "links": ("<a href='/n'>x</a> ", ""),
    "table cells": ("<tr><td>x<td>y", "<table>"),
    "attributes": ("<div a=1 b=2 c=3>x</div>", ""),
    "script data": ('{"a":"<b>=</b>"},', "<script>"),
}
"""What is repeated, and what stands before it."""

_READ = """
import json, resource, sys, time
from newsx.errors import NewsxError
from newsx.pipeline import read_page

unit, opening, size = json.load(sys.stdin)
read_page("<p>पुल</p>".encode())
unit = unit.encode()
data = b"<html><body>" + opening.encode() + unit * (size // len(unit))
before = int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() - len(data)
started = time.perf_counter()
try:
    result = len(read_page(data).blocks)
except NewsxError as error:
    result = error.kind
seconds = time.perf_counter() - started
print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before, seconds, result]))
"""


def measure(unit: str, opening: str, size: int) -> tuple[int, float, object]:
    """Bytes at the peak, the input's included, the seconds, and the number of blocks or the kind of the error."""
    given = json.dumps([unit, opening, size])
    done = subprocess.run([sys.executable, "-c", _READ], input=given, capture_output=True, text=True, check=True)
    peak, seconds, result = json.loads(done.stdout)
    return peak, seconds, result


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 50], metavar="MB")
    options = parser.parse_args()
    print(f"{'shape':18} {'input MB':>8} {'peak MB':>8} {'times':>6} {'seconds':>8}  blocks")
    for name, (unit, opening) in SHAPES.items():
        for megabytes in options.sizes:
            peak, seconds, result = measure(unit, opening, megabytes * 1_000_000)
            times = peak / megabytes / 1e6
            print(f"{name:18} {megabytes:8} {peak / 1e6:8.0f} {times:6.1f} {seconds:8.2f}  {result}", flush=True)


if __name__ == "__main__":
    main()
