"""The data files of the grammar, read once. A text of many lines is a list of its lines."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_FOLDER = Path(__file__).parent / "data"
TOPICS = (
    "crime", "politics", "accident", "weather", "sport", "entertainment", "business", "court", "education", "health",
    "civic", "civic", "technology", "opinion", "religion",
)  # fmt: skip
"""Names of the files of topics; one that stands twice is drawn twice as often."""

_PRECOMPOSED = {chr(0x958 + n): base + "\u093c" for n, base in enumerate("कखगजडढफय")}


class Town(NamedTuple):
    """A town and its state, in Devanagari and in Latin."""

    name: str
    latin: str
    state: str
    state_latin: str


def _opened(value: Any) -> Any:
    """Lists out of texts of many lines, all the way down."""
    if isinstance(value, dict):
        return {key: _opened(inner) for key, inner in value.items()}
    if isinstance(value, str) and "\n" in value:
        return tuple(line for line in value.split("\n") if line)
    return tuple(_opened(inner) for inner in value) if isinstance(value, list) else value


@cache
def load(name: str) -> dict[str, Any]:
    """The data file of this name."""
    text = (_FOLDER / f"{name}.toml").read_text("utf-8")
    for sign, parts in _PRECOMPOSED.items():
        text = text.replace(sign, parts)
    opened: dict[str, Any] = _opened(tomllib.loads(text))
    return opened


@cache
def towns() -> tuple[Town, ...]:
    """All towns."""
    return tuple(Town(*line.split("|")) for line in load("places")["towns"])


@cache
def pairs(*path: str) -> tuple[tuple[str, str], ...]:
    """Lines of a data file that hold a word in Devanagari and in Latin, parted by the first space before the Latin."""
    value: Any = load(path[0])
    for key in path[1:]:
        value = value[key]
    return tuple(_parted(line) for line in value)


def _parted(line: str) -> tuple[str, str]:
    words = line.split(" ")
    latin = next((n for n, word in enumerate(words) if n and word.isascii()), len(words))
    return " ".join(words[:latin]), " ".join(words[latin:])


@cache
def rules() -> dict[str, tuple[str, ...]]:
    """Lists that any template may draw from, under the names of their slots."""
    clauses = load("clauses")
    plural = {"actors": "actor", "times": "time", "spots": "spot", "areas": "area", "links": "link", "posts": "post"}
    found = {plural.get(name, name): lines for name, lines in clauses.items()}
    found |= load("slots")
    found["people_plain"] = found["people"]
    return found
