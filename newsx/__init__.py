"""newsx turns a saved Hindi news page into a record of the article on it.

    >>> import newsx
    >>> article = newsx.extract(pathlib.Path("page.html"))  # doctest: +SKIP
    >>> article.headline, article.published  # doctest: +SKIP

Names are handed on when they are first asked for, so that `import newsx` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsx.article import Article, BodyBlock, Evidence, Image, Link, Other, Source, Warned
    from newsx.batch.many import Result, extract_many
    from newsx.database.search import Hit, Hits, Snippet, search
    from newsx.errors import (
        DecodingError,
        EmptyInputError,
        InputError,
        InputTooLargeError,
        NewsxError,
        OptionError,
        RecordError,
        UnsupportedInputError,
    )
    from newsx.pipeline import Examined, examine, extract

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BodyBlock",
    "DecodingError",
    "EmptyInputError",
    "Evidence",
    "Examined",
    "Hit",
    "Hits",
    "Image",
    "InputError",
    "InputTooLargeError",
    "Link",
    "NewsxError",
    "OptionError",
    "Other",
    "RecordError",
    "Result",
    "Snippet",
    "Source",
    "UnsupportedInputError",
    "Warned",
    "__version__",
    "examine",
    "extract",
    "extract_many",
    "search",
]

_HOMES = {
    "newsx.batch.many": {"Result", "extract_many"},
    "newsx.database.search": {"Hit", "Hits", "Snippet", "search"},
    "newsx.article": {"Article", "BodyBlock", "Evidence", "Image", "Link", "Other", "Source", "Warned"},
    "newsx.pipeline": {"Examined", "examine", "extract"},
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'newsx' has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), "newsx.errors")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
