"""Peak memory of an extraction over the size of its input, for ten shapes of page at three sizes.

    python benchmarks/memory.py [--sizes MB...]  # on Linux

Each page is extracted by a process of its own; what Python, the imports and the compiled weights take before it is left
out. A page beyond the bounds of `newsx.read.bounds` shows what it cost to find that out.
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

_EXTRACT = """
import ctypes, gc, json, re, sys, time
import newsx

def taken(name):
    with open("/proc/self/status") as file:
        return int(re.search(name + r":\\s*(\\d+)", file.read())[1]) * 1024

unit, opening, size = json.load(sys.stdin)
story = "<p>पुल की मरम्मत तीन महीने से अधूरी पड़ी है और लोग नाव से नदी पार करते हैं।</p>"
newsx.extract(f"<h1>पुल</h1>{story * 300}".encode())
newsx.extract((story * 1000).encode())  # whose verdict needs further weights
gc.collect()
ctypes.CDLL(None).malloc_trim(0)  # what is free already would not show as taken
with open("/proc/self/clear_refs", "w") as file:
    file.write("5")  # the peak so far is forgotten
unit = unit.encode()
data = b"<html><body>" + opening.encode() + unit * (size // len(unit))
before = taken("VmRSS") - len(data)
started = time.perf_counter()
try:
    result = "article" if newsx.extract(data).is_article else "no article"
except newsx.NewsxError as error:
    result = error.kind
seconds = time.perf_counter() - started
print(json.dumps([taken("VmHWM") - before, seconds, result]))
"""


def measure(unit: str, opening: str, size: int) -> tuple[int, float, str]:
    """Bytes at the peak, the input's included, the seconds, and what came of it."""
    given = json.dumps([unit, opening, size])
    done = subprocess.run([sys.executable, "-c", _EXTRACT], input=given, capture_output=True, text=True, check=True)
    peak, seconds, result = json.loads(done.stdout)
    return peak, seconds, result


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 50], metavar="MB")
    options = parser.parse_args()
    print(f"{'shape':18} {'input MB':>8} {'peak MB':>8} {'times':>6} {'seconds':>8}  result")
    for name, (unit, opening) in SHAPES.items():
        for megabytes in options.sizes:
            peak, seconds, result = measure(unit, opening, megabytes * 1_000_000)
            times = peak / megabytes / 1e6
            print(f"{name:18} {megabytes:8} {peak / 1e6:8.0f} {times:6.1f} {seconds:8.2f}  {result}", flush=True)


if __name__ == "__main__":
    main()
