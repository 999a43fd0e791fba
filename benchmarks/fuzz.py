"""Spoilt pages without end: each must give a record or an error of newsx, within limits of time and memory.

    python benchmarks/fuzz.py [INPUTS] [--seed SEED] [--first NUMBER]

The inputs are pieces of the fixtures, and of ../shared/cases where it is there, cut, doubled, joined, mixed with what
parsers stumble over, and changed element by element. Seed and number of an input make it again: a run goes on with the
`--first` that it told last, and a failure is repeated as one input. A failure of a new kind is kept as a file as well;
then it belongs into a test.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import json
import multiprocessing
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import newsx
from newsx.batch.memory import OVER_LIMIT, Memory

HOME = Path(__file__).resolve().parent.parent
LIMIT = 10
"""Seconds that one input may take; they are small. What no signal can end is killed after twice that."""
MEMORY = 400_000_000
"""Bytes that a worker may come to take over what it began with."""
LARGEST = 20_000
_PER_WORKER = 5_000
_TOLD_EVERY = 1_000

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
    """The pages of the fixtures, and the cases where they are there."""
    pages = [*HOME.glob("fixtures/*/page.*"), *(HOME.parent / "shared/cases").glob("*/*.[ht]*")]
    return [page.read_bytes() for page in sorted(pages)]


def spoilt(pages: list[bytes], chance: random.Random) -> bytes:
    """One input."""
    data = piece(chance.choice(pages), chance)
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(WAYS)(data, pages, chance)
    return data[:LARGEST]


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


_TAG = re.compile(rb"<[^<>]{1,400}>")
_ATTRIBUTE = re.compile(rb"""[a-zA-Z-]+=("[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""")
_TEXT = re.compile(rb">([^<>]{2,400})<")
_NAMES = b"a article aside b blockquote br div figure form h1 h2 h3 iframe li main math noscript ol p pre ruby".split()
_NAMES += b"script section select span style svg table tbody td template textarea time title tr ul video".split()
_VALUES = [b"", b"0", b"#", b"none", b"display:none", b"article", b"comment", b"author", b"datePublished", b"9" * 400]
_VALUES += [b"javascript:1", b"//[", b"data:,", b"2026-02-30T99:00", "बाढ़".encode(), b"&quot;", b"canonical", b"hidden"]


def _span(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> tuple[int, int] | None:
    """A place of the pattern, looked for from anywhere on."""
    found = pattern.search(data, chance.randrange(len(data) + 1)) or pattern.search(data)
    return None if found is None else found.span(found.lastindex or 0)


def _element(data: bytes, chance: random.Random) -> tuple[int, int]:
    """From a tag to the next end tag of its name, or to its own end."""
    start, end = _span(_TAG, data, chance) or (0, len(data))
    name = re.match(rb"[a-zA-Z0-9]*", data[start + 1 : end])
    close = b"</" + (name[0] if name else b"") + b">"
    last = data.find(close, end)
    return start, end if last < 0 else last + len(close)


def _drop_element(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _element(data, chance) if chance.random() < 0.5 else _span(_TAG, data, chance) or (0, 0)
    return data[:start] + data[end:]


def _double_element(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _element(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 30)) + data[end:]


def _nest(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _element(data, chance)
    times, name = chance.choice((1, 1, 3, 40)), chance.choice(_NAMES)
    closed = b"</%b>" % name if chance.random() < 0.8 else b""
    return data[:start] + b"<%b>" % name * times + data[start:end] + closed * times + data[end:]


def _swap(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    (start, end), (other, beyond) = sorted((_element(data, chance), _element(data, chance)))
    if other < end:
        return data
    return data[:start] + data[other:beyond] + data[end:other] + data[start:end] + data[beyond:]


def _rename(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _span(_TAG, data, chance) or (0, 0)
    return data[:start] + re.sub(rb"[a-zA-Z0-9]+", chance.choice(_NAMES), data[start:end], count=1) + data[end:]


def _value(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _span(_ATTRIBUTE, data, chance) or (0, 0)
    return data[:start] + b'"' + chance.choice(_VALUES) + b'"' + data[end:]


def _entities(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _span(_TEXT, data, chance) or (0, 0)
    text = data[start:end].decode("utf-8", "replace")
    form = chance.choice(("&#{};", "&#x{:x};", "&#{}", "&amp;#{};"))
    return data[:start] + "".join(form.format(ord(sign)) for sign in text).encode() + data[end:]


def _drain(data: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = _span(_TEXT, data, chance) or (0, 0)
    return data[:start] + chance.choice((b"", b"x", b"1", b" ", b"<br>")) + data[end:]


WAYS: list[Callable[[bytes, list[bytes], random.Random], bytes]] = [
    *(_insert, _drop, _double, _join, _flip) * 4,
    *(_drop_element, _double_element, _nest, _swap, _rename, _value, _entities, _drain) * 3,
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
    for written in (article.to_markdown(front_matter=True), article.to_html(), article.to_text(), article.to_ninjs()):
        written.encode("utf-8")
    return article.page_type


def _late(*_: object) -> None:
    raise TimeoutError(f"it takes more than {LIMIT} seconds")


def where(error: Exception) -> str:
    """The last line of newsx that the error went through: failures at one place are one."""
    home = str(Path(newsx.__file__).parent)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(home)]
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}" if frames else str(error)


class Outcome(NamedTuple):
    """What came of one input."""

    number: int
    what: str
    message: str = ""
    """Of a failure alone."""
    seconds: float = 0.0


def _work(seed: int, numbers: range, out: Connection) -> None:
    """Tries inputs in a process of its own, which takes too much memory at its own cost."""
    signal.signal(signal.SIGALRM, _late)
    Memory(MEMORY)
    pages = seeds()
    for number in numbers:
        data = spoilt(pages, random.Random(f"{seed} {number}"))
        start = time.perf_counter()
        signal.alarm(LIMIT)
        try:
            outcome = Outcome(number, check(data))
        except Exception as error:  # noqa: BLE001 - that there is one is what this looks for
            outcome = Outcome(number, where(error), str(error) or type(error).__name__)
        finally:
            signal.alarm(0)
        out.send(outcome._replace(seconds=time.perf_counter() - start))


def outcomes(seed: int, numbers: range) -> Iterator[Outcome]:
    """What came of the inputs of these numbers, in their order; one that ends its process is told as a failure."""
    number = numbers.start
    while number < numbers.stop:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        own = range(number, min(numbers.stop, number + _PER_WORKER))
        worker = multiprocessing.get_context("fork").Process(target=_work, args=(seed, own, theirs), daemon=True)
        worker.start()
        theirs.close()
        try:
            for number in own:
                yield _next(ours, number)
        except EOFError:
            worker.join()
            taken = worker.exitcode == OVER_LIMIT
            ended = f"it takes more than {MEMORY:,} bytes" if taken else f"its process ended with {worker.exitcode}"
            yield Outcome(number, "memory" if taken else "crash", ended)
        except TimeoutError as error:
            yield Outcome(number, "hang", str(error))
        finally:
            worker.kill()
            worker.join()
            ours.close()
        number += 1


def _next(answers: Connection, number: int) -> Outcome:
    if not answers.poll(2 * LIMIT):
        raise TimeoutError(f"input {number} takes more than {2 * LIMIT} seconds, and no signal ends it")
    outcome: Outcome = answers.recv()
    return outcome


def main() -> int:
    """Tries the inputs and prints what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="?", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="Number of the first input.")
    options = parser.parse_args()
    counted, failures, slowest = Counter[str](), Counter[str](), 0.0
    numbers = range(options.first, options.first + options.inputs)
    for outcome in outcomes(options.seed, numbers):
        slowest = max(slowest, outcome.seconds)
        if outcome.message:
            failures[outcome.what] += 1
            _tell(outcome, options.seed, is_new=failures[outcome.what] == 1)
        else:
            counted[outcome.what] += 1
        if (outcome.number + 1 - numbers.start) % _TOLD_EVERY == 0:
            failed = f"{sum(failures.values())} failures"
            print(f"so far {failed}, slowest {slowest:.2f} s; go on with --first {outcome.number + 1}", flush=True)
    failed = f"{sum(failures.values())} failures at {len(failures)} places"
    print(f"{options.inputs:,} inputs, {failed}, the slowest took {slowest:.2f} s")
    for what, times in (failures + counted).most_common():
        print(f"{times:>9,}  {what}")
    return 1 if failures else 0


def _tell(outcome: Outcome, seed: int, *, is_new: bool) -> None:
    print(f"{outcome.what}: {outcome.message}\n  repeat: 1 --seed {seed} --first {outcome.number}", flush=True)
    if is_new:
        data = spoilt(seeds(), random.Random(f"{seed} {outcome.number}"))
        kept = Path(f"fuzz-{hashlib.sha256(data).hexdigest()[:12]}")
        kept.write_bytes(data)
        print(f"  kept as {kept}", flush=True)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
