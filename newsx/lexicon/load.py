"""Loads the data files. A language is a folder of the lexicon, named by its tag, with the same file names in each.

Folders are named by BCP 47 tags, ``mul`` holds what is of no one language. A language has the files, and a file the
keys, that it has words for; comments in those of ``hi`` say what each is for. Whatever asks for words gets those
of all languages: a Hindi page shows English buttons, and quotes Marathi and Nepali pages.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from newsx.text.fold import fold

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_PACKAGE = Path(__file__).resolve().parent.parent
_FIRST = ("hi", "mul")


@cache
def load_toml(folder: str, name: str) -> dict[str, Any]:
    """The TOML file `name` of the package folder `folder`, such as ``load_toml("newsx.lexicon", "hosts.toml")``.

    The result is shared between callers and must not be changed. Files are opened by path since
    `importlib.resources` takes longer to import than all of the data takes to read.
    """
    path = _PACKAGE.joinpath(*folder.split(".")[1:], name)
    return tomllib.loads(path.read_text("utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that the lexicon has words of, Hindi and what is of no one language first."""
    found = (path.name for path in Path(__file__).parent.iterdir() if any(path.glob("*.toml")))
    return tuple(sorted(found, key=lambda tag: (*(tag != first for first in _FIRST), tag)))


@cache
def load_languages(name: str) -> Mapping[str, dict[str, Any]]:
    """The TOML file `name` of each language that has one, by the language's tag."""
    folder = Path(__file__).parent
    return {tag: load_toml(f"newsx.lexicon.{tag}", name) for tag in languages() if folder.joinpath(tag, name).is_file()}


def load_texts(name: str) -> list[str]:
    """The text file `name` of each language that has one; for long lists, which TOML is slow to read."""
    paths = (Path(__file__).parent / tag / name for tag in languages())
    return [path.read_text("utf-8") for path in paths if path.is_file()]


def entries(name: str, *keys: str) -> list[Any]:
    """The entries of one list of a file in all languages; `keys` lead to it.

    >>> entries("calendar.toml", "months", "5")[:2]
    ['मई', 'मइ']
    """
    return [entry for data in _tables(name, keys[:-1]) for entry in data.get(keys[-1], ())]


def tables(name: str, *keys: str) -> dict[str, Any]:
    """A table of single values of a file, as in all languages together; `keys` lead to it."""
    return {key: value for data in _tables(name, keys) for key, value in data.items()}


def groups(name: str, *keys: str) -> dict[str, list[str]]:
    """A table of lists of a file, as in all languages together; `keys` lead to it.

    >>> groups("calendar.toml", "relative", "units")["day"]
    ['दिन', 'day', 'days']
    """
    found: dict[str, list[str]] = {}
    for data in _tables(name, keys):
        for key, listed in data.items():
            found.setdefault(key, []).extend(listed)
    return found


@cache
def folded_entries(name: str, *keys: str) -> frozenset[str]:
    """As `entries`, folded, for looking words up."""
    return frozenset(map(fold, entries(name, *keys)))


def _tables(name: str, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    found = list(load_languages(name).values())
    for key in keys:
        found = [table.get(key, {}) for table in found]
    return found
