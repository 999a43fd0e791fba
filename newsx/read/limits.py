"""How long and how many the values may be that a page declares; what is beyond is none of its kind, and left out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from newsx.article import Warned
from newsx.lexicon.load import load_toml

Kind = Literal["title", "name", "keyword", "address", "time", "property", "picture", "srcset", "json_ld"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
T = TypeVar("T")


class _Limit(NamedTuple):
    words: str
    longest: int
    most: int


class Limits:
    """Takes the values of a page that are within the limits of their kind, and counts the others for one warning."""

    def __init__(self) -> None:
        self._left_out: Counter[Kind] = Counter()

    def keeps(self, kind: Kind, value: str) -> bool:
        """Whether a value is short enough for its kind."""
        is_kept = len(value) <= _limits()[kind].longest
        self._left_out[kind] += not is_kept
        return is_kept

    def keeps_named(self, name: str, value: str) -> bool:
        """The same of the value of a meta element, a property or a member of JSON-LD with this lower-case name."""
        kind = _kinds().get(name)
        return kind is None or self.keeps(kind, value)

    def first(self, kind: Kind, values: Iterable[T]) -> Iterator[T]:
        """As many of the values as there may be of their kind in one list."""
        rest = iter(values)
        yield from islice(rest, _limits()[kind].most)
        self._left_out[kind] += sum(1 for _ in rest)

    def first_named(self, name: str, values: list[T]) -> list[T]:
        """The same of the values of this lower-case name."""
        kind = _kinds().get(name)
        return values if kind is None else list(self.first(kind, values))

    def cut(self, item: Any) -> Any:
        """A value of JSON-LD without the texts and items in it that are beyond; containers are changed in place."""
        waiting = [("", item)]
        while waiting:
            name, value = waiting.pop()
            if isinstance(value, dict):
                members = [(str(key).lower(), key, inner) for key, inner in value.items()]
                for lower, key, inner in members:
                    if isinstance(inner, str) and not self.keeps_named(lower, inner):
                        del value[key]
                waiting += [(lower, inner) for lower, _, inner in members if isinstance(inner, (dict, list))]
            elif isinstance(value, list):
                fit = [inner for inner in value if not isinstance(inner, str) or self.keeps_named(name, inner)]
                value[:] = self.first_named(name, fit)
                waiting += [(name, inner) for inner in value if isinstance(inner, (dict, list))]
        return item

    def warnings(self) -> tuple[Warned, ...]:
        """What was left out, in one warning, or none."""
        told = [f"{_limits()[kind].words} ({number})" for kind, number in self._left_out.items() if number]
        if not told:
            return ()
        message = f"left out of what the page declares, as too long or too many: {', '.join(told)}"
        return (Warned("values_left_out", message),)


@cache
def _limits() -> dict[Kind, _Limit]:
    tables = load_toml("newsx.lexicon", "limits.toml")
    return {
        kind: _Limit(own["words"], own.get("longest", sys.maxsize), own.get("most", sys.maxsize))
        for kind in _KINDS
        for own in [tables[kind]]
    }


@cache
def _kinds() -> dict[str, Kind]:
    """The kind of value by the lower-case name that it is declared under."""
    known: dict[str, Kind] = {}
    metadata = load_toml("newsx.lexicon", "metadata.toml")
    tables: tuple[tuple[str, Kind], ...] = (
        ("published", "time"), ("modified", "time"), ("authors", "name"), ("publisher", "name"), ("section", "keyword"),
        ("tags", "keyword"),
    )  # fmt: skip
    for table, kind in tables:
        for names in ("meta", "microdata", "json_ld", "editors_meta"):
            known |= dict.fromkeys(map(str.lower, metadata[table].get(names, ())), kind)
    limits = load_toml("newsx.lexicon", "limits.toml")
    for kind in _KINDS:
        known |= dict.fromkeys(limits[kind].get("names", ()), kind)
    return known
