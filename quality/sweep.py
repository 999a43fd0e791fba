"""Moves each number of newsx/label by 30 % up and down, and says which of them no page notices.

    python -m quality.sweep            # on fixtures/ and, where they are there, on corpora of ../shared
    python -m quality.sweep --module story

A number that no page notices is either held by a test of its own or should go. The numbers are those with a name at the
top of a module; weights are no numbers of the code.
"""

from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
import pkgutil
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = {"hindi": 1, "hindi-dumps": 1, "real2": 1, "fundus": 1, "non-articles": 1, "wcxb": 3, "misinfo": 3}
"""Corpora that are run, and of how many pages of each one is taken."""
STEP = 0.3
_NAME = re.compile(r"_?[A-Z][A-Z0-9_]*$")


class Number(NamedTuple):
    """A named number of a module."""

    module: str
    name: str
    value: float


def numbers(room: str = "newsx.label") -> Iterator[Number]:
    """The named numbers of a room, module by module, where each is defined."""
    package = importlib.import_module(room)
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        module = importlib.import_module(f"{room}.{found.name}")
        source = Path(str(module.__file__)).read_text("utf-8")
        for name, value in vars(module).items():
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if (
                is_number
                and _NAME.match(name)
                and re.search(rf"^[\w, ]*\b{name}\b[\w, ]*(?:: \w+)? = ", source, re.MULTILINE)
            ):
                yield Number(module.__name__, name, value)


def moved(value: float) -> list[float]:
    """The number 30 % lower and higher; whole numbers move by one at least."""
    if isinstance(value, int):
        step = max(1, round(abs(value) * STEP))
        return [value - step, value + step]
    return [value * (1 - STEP), value * (1 + STEP)]


def put(number: Number, value: float) -> None:
    """Gives a number another value in each module that holds it under its name."""
    owner = sys.modules[number.module]
    for name, module in list(sys.modules.items()):
        known = name.startswith("newsx") and hasattr(module, number.name)
        if known and (module is owner or _is_imported(module, number)):
            setattr(module, number.name, value)


def _is_imported(module: types.ModuleType, number: Number) -> bool:
    source = Path(module.__file__).read_text("utf-8") if module.__file__ else ""
    return re.search(rf"from {re.escape(number.module)} import [^\n]*(?:\([^)]*)?\b{number.name}\b", source) is not None


def pages() -> list[tuple[bytes, dict[str, Any]]]:
    """The pages of the fixtures and of the corpora, with the options that they are read with."""
    sys.path.insert(0, str(ROOT))
    golden = importlib.import_module("tests.golden")
    found = [(case.page.read_bytes(), dict(case.options)) for case in golden.fixtures()]
    if (SHARED / "eval" / "corpus.py").is_file():
        sys.path.insert(0, str(SHARED / "eval"))
        corpus = importlib.import_module("corpus")
        for name, each in CORPORA.items():
            items = list(corpus.load(SHARED / "corpus" / name))[::each]
            found += [(item.data, {"url": item.url} if item.url else {}) for item in items]
    return found


def _records(page: tuple[bytes, dict[str, Any]]) -> str:
    from newsx.errors import NewsxError
    from newsx.pipeline import extract

    data, options = page
    try:
        record = extract(data, **options).to_dict()
    except NewsxError as error:
        return str(error)
    return json.dumps({key: record[key] for key in record if key not in ("evidence", "confidence")}, ensure_ascii=False)


def noticed(number: Number, read: list[tuple[bytes, dict[str, Any]]], known: list[str]) -> list[int]:
    """How many pages have another record with the number lower, and with it higher."""
    counts: list[int] = []
    for value in moved(number.value):
        put(number, value)
        try:
            counts.append(sum(_records(page) != record for page, record in zip(read, known, strict=True)))
        finally:
            put(number, number.value)
    return counts


_STATE: dict[str, Any] = {}


def _start() -> None:
    _STATE["pages"] = pages()
    _STATE["known"] = [_records(page) for page in _STATE["pages"]]


def _one(number: Number) -> tuple[Number, list[int]]:
    return number, noticed(number, _STATE["pages"], _STATE["known"])


def main() -> int:
    """Runs the sweep; the exit code is 1 if a number is noticed by no page."""
    parser = argparse.ArgumentParser(description="Say which numbers of newsx/label no page notices.")
    parser.add_argument("--module", help="only the numbers of this module of newsx/label")
    arguments = parser.parse_args()
    swept = [n for n in numbers() if arguments.module in (None, n.module.rpartition(".")[2])]
    unseen = 0
    with multiprocessing.Pool(initializer=_start) as pool:
        for number, counts in pool.imap(_one, swept):
            unseen += not any(counts)
            mark = "" if any(counts) else "   noticed by no page"
            print(
                f"{number.module}.{number.name} = {number.value}: {counts[0]} and {counts[1]} pages{mark}", flush=True
            )
    print(f"{len(swept)} numbers, {unseen} of them noticed by no page")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
