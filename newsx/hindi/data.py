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
    """The TOML file `name` of the package folder `folder`, such as ``load_toml("newsx.hindi", "lexicon/ad.toml")``.

    The result is shared between callers and must not be changed. Files are opened by path since
    `importlib.resources` takes longer to import than all of the data takes to read.
    """
    path = _PACKAGE.joinpath(*folder.split(".")[1:], name)
    return tomllib.loads(path.read_text("utf-8"))
