"""Reads newsx's own data files."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def load_toml(folder: str, name: str) -> dict[str, Any]:
    """The TOML file `name` of the package folder `folder`, such as ``load_toml("newsx.lexicon", "ad.toml")``.

    The result is shared between callers and must not be changed. Files are opened by path since
    `importlib.resources` takes longer to import than all of the data takes to read.
    """
    path = _PACKAGE.joinpath(*folder.split(".")[1:], name)
    return tomllib.loads(path.read_text("utf-8"))


@cache
def load_text(folder: str, name: str) -> str:
    """The text file `name` of the package folder `folder`; for long lists, which TOML is slow to read."""
    return _PACKAGE.joinpath(*folder.split(".")[1:], name).read_text("utf-8")


def listed(text: str) -> list[str]:
    """The entries of a list that stands in a data file as one string, parted by commas, over as many lines as it needs.

    A literal string (`'''`) of 200 words is read ten times as fast as a TOML array of 200 strings.

    >>> listed("सोमवार, मंगलवार,\\nबुधवार")
    ['सोमवार', 'मंगलवार', 'बुधवार']
    """
    return [entry.strip() for entry in text.split(",")]
