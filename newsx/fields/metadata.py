"""Names of meta elements and properties, and words of class names, as ``metadata.toml`` lists them."""

from __future__ import annotations

from functools import cache

from newsx.lexicon.load import load_toml


@cache
def metadata(table: str, key: str) -> tuple[str, ...]:
    """A list of metadata.toml, in its order."""
    return tuple(load_toml("newsx.lexicon", "metadata.toml")[table][key])
