"""Templates of text: ``{slot}`` is filled, ``{this|that|}`` is chosen from, and both may be nested."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import TypeVar

_TOKEN = re.compile(r"[{|}]|[^{|}]+")
_NAME = re.compile(r"[a-z]\w*")
_T = TypeVar("_T")


class Slot(str):
    """The name of a slot."""

    __slots__ = ()


_Part = str | tuple["_Template", ...]
_Template = tuple[_Part, ...]


@cache
def parse(text: str) -> tuple[object, ...]:
    """The parts of a template: text, slots, and choices between templates.

    >>> parse("{place} में {आज|कल}")
    ('place', ' में ', (('आज',), ('कल',)))
    """
    tokens = _TOKEN.findall(text)
    position = 0

    def read(nested: bool) -> list[list[object]]:
        nonlocal position
        branches: list[list[object]] = [[]]
        while position < len(tokens):
            token = tokens[position]
            position += 1
            if token == "{":
                inner = read(True)
                if (
                    len(inner) == 1
                    and len(inner[0]) == 1
                    and isinstance(inner[0][0], str)
                    and _NAME.fullmatch(inner[0][0])
                ):
                    branches[-1].append(Slot(inner[0][0]))
                else:
                    branches[-1].append(tuple(tuple(branch) for branch in inner))
            elif token == "}" and nested:
                return branches
            elif token == "|" and nested:
                branches.append([])
            else:
                branches[-1].append(token)
        if nested:
            raise ValueError(f"a brace is left open in the template {text!r}")
        return branches

    return tuple(read(False)[0])


class Draw:
    """Draws from lists and fills templates, all from one random source.

    `values` are slots that are fixed for the page, `makers` make a value each time, `rules` are lists of templates.
    """

    def __init__(self, random: Random, rules: dict[str, Sequence[str]]) -> None:
        self.random = random
        self.rules = rules
        self.values: dict[str, str] = {}
        self.makers: dict[str, Callable[[], str]] = {}
        self.filled: list[str] = []
        """Names of the slots filled so far, for those who ask what a line shows."""

    def chance(self, percent: float) -> bool:
        """True in so many of a hundred cases."""
        return self.random.random() * 100 < percent

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return low + int(self.random.random() * (high - low + 1))

    def skewed(self, low: int, high: int, power: float = 2.0) -> int:
        """A whole number from `low` to `high`, small ones far more often, as lengths are on real pages."""
        return low + int(self.random.random() ** power * (high - low + 1))

    def choice(self, items: Sequence[_T]) -> _T:
        """One of the items, all alike."""
        return items[int(self.random.random() * len(items))]

    def word(self, items: Sequence[_T]) -> _T:
        """One of the items, early ones more often, as words are in a language."""
        return items[int(self.random.random() ** 1.3 * len(items))]

    def weighted(self, items: Sequence[tuple[int, _T]]) -> _T:
        """One of the items, each as often as its share says."""
        left = self.random.random() * sum(share for share, _ in items)
        for share, item in items:
            left -= share
            if left < 0:
                return item
        return items[-1][1]

    def some(self, items: Sequence[_T], count: int) -> list[_T]:
        """`count` different items in random order, or all of them."""
        left = list(items)
        return [left.pop(int(self.random.random() * len(left))) for _ in range(min(count, len(left)))]

    def fill(self, template: str) -> str:
        """The template with its slots filled and its choices made."""
        out: list[str] = []
        self._expand(parse(template), out)
        return "".join(out)

    def line(self, templates: Sequence[str]) -> str:
        """One of the templates, all alike, filled."""
        return self.fill(self.choice(templates))

    def rule(self, name: str) -> str:
        """One line of the list of this name, filled."""
        return self.fill(self.word(self.rules[name]))

    def _expand(self, parts: tuple[object, ...], out: list[str]) -> None:
        for part in parts:
            if isinstance(part, Slot):
                out.append(self.slot(part))
            elif isinstance(part, str):
                out.append(part)
            elif isinstance(part, tuple):
                self._expand(part[int(self.random.random() * len(part))], out)

    def slot(self, name: str) -> str:
        """The value of a slot.

        Raises:
            KeyError: there is neither a value, a maker nor a rule of this name.
        """
        self.filled.append(name)
        if (value := self.values.get(name)) is not None:
            return value
        if (maker := self.makers.get(name)) is not None:
            return maker()
        return self.rule(name)
