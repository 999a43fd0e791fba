"""Spoilt pages without end: each must give a record or an error of newsx, and none may take long.

    python benchmarks/fuzz.py [INPUTS] [SEED]

The inputs are pieces of the fixtures, cut, doubled, joined, and mixed with what parsers stumble over. A failure is kept
as a file and told; then it belongs into a test.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import json
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import newsx

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
LIMIT = 10
"""Seconds that one input may take; they are small."""

TOKENS = [
    *(bytes([byte]) for byte in (0, 1, 0x0B, 0x1B, 0x7F, 0x80, 0xA4, 0xFE, 0xFF)),
    *b"\xef\xbb\xbf \xff\xfe \xfe\xff \x1f\x8b\x08 PK\x03\x04 \xe0\xa4 \xf4\x90\x80\x80 \xed\xa0\xbd".split(b" "),
    *b"<!-- --> <![CDATA[ ]]> <?xml <script> </script> <style> <table> <td <svg> <p <a/ </ < > &".split(),
    *b"&#x110000; &#xd83d; &#0; &amp;amp;amp;lt;".split(),
    b'<script type="application/ld+json">',
    b'{"@type":"NewsArticle","headline":',
    b'"datePublished":"9999-99-99T99:99:99Z"',
    b'<meta property="article:published_time" content="',
    b'<base href="http://[::1">',
    b'<link rel="canonical" href="http://[x]:99999/">',
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n",
    b"\r\n\r\n",
    b"\n" * 40,
    "प्रकाशित: 31 फरवरी 2026, 25:61 बजे".encode(),
    "0 मिनट पहले ९९९९९९९ साल पहले".encode(),
    "\u200b\u200d\u0301\u202e\ufeff\u2028".encode(),
    "।".encode() * 30,
    b"9" * 5000,
    b"<div>" * 400,
]


def seeds() -> list[bytes]:
    """The pages of the fixtures."""
    return [page.read_bytes() for page in sorted(FIXTURES.glob("*/page.*"))]


def spoilt(pages: list[bytes], chance: random.Random) -> bytes:
    """One input."""
    data = piece(chance.choice(pages), chance)
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(WAYS)(data, pages, chance)
    return data[:20_000]


def piece(page: bytes, chance: random.Random) -> bytes:
    """A head of the page, or a stretch from inside it, mostly a short one."""
    length = int(len(page) * chance.random() ** 3) + 1
    start = 0 if chance.random() < 0.5 else chance.randrange(len(page))
    return page[start : start + length]


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(len(data) * chance.random() ** 2))


def _insert(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def _drop(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 3) + data[end:]


def _join(data: bytes, pages: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + piece(chance.choice(pages), chance) + data[at:]


def _flip(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _turn in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _recode(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-be", "utf-32", "cp1252"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


def _pack(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    packed = gzip.compress(data, mtime=0)
    return packed if chance.random() < 0.7 else packed[: chance.randrange(len(packed))]


WAYS: list[Callable[[bytes, list[bytes], random.Random], bytes]] = [
    *(_insert, _drop, _double, _join, _flip) * 4,
    _recode,
    _pack,
]


def check(data: bytes) -> str:
    """What came of the input: kind of the page, or of the error. Raises whatever newsx must not."""
    try:
        article = newsx.extract(data)
    except newsx.NewsxError as error:
        return f"error {error.kind}"
    if newsx.Article.from_dict(json.loads(article.to_json().encode("utf-8"))) != article:
        raise ValueError("the record is not the same after its way through JSON")
    article.to_markdown().encode("utf-8")
    return article.page_type


def _late(*_: object) -> None:
    raise TimeoutError(f"it takes more than {LIMIT} seconds")


def where(error: Exception) -> str:
    """The last line of newsx that the error went through: failures at one place are one."""
    home = str(Path(newsx.__file__).parent)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(home)]
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}" if frames else str(error)


def main() -> int:
    """Tries the inputs and prints what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="?", type=int, default=200_000)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _late)
    pages, outcomes, failures, slowest = seeds(), Counter[str](), Counter[str](), 0.0
    for number in range(options.inputs):
        data = spoilt(pages, random.Random(f"{options.seed} {number}"))
        start = time.perf_counter()
        signal.alarm(LIMIT)
        try:
            outcomes[check(data)] += 1
        except Exception as error:  # noqa: BLE001 - that there is one is what this looks for
            place = where(error)
            failures[place] += 1
            if failures[place] == 1:
                kept = Path(f"fuzz-{hashlib.sha256(data).hexdigest()[:12]}")
                kept.write_bytes(data)
                print(f"{place}\n  {error}\n  {kept}, input {number}", file=sys.stderr)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.perf_counter() - start)
    failed = f"{sum(failures.values())} failures at {len(failures)} places"
    print(f"{options.inputs:,} inputs, {failed}, the slowest took {slowest:.2f} s")
    for outcome, times in (failures + outcomes).most_common():
        print(f"{times:>9,}  {outcome}")
    return 1 if failures else 0


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
