"""What a file that holds many pages is, whichever kind of it, and how one page in it is named and found.

A page is called by the name of its file and what stands behind that: ``pages.zip/a/b.html``, ``crawl.warc.gz#12``,
``rows.jsonl#3``. The number is that of the record in the archive, or of the line, from 1.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple, Protocol

from newsx.errors import InputError, NewsxError, OptionError
from newsx.read.source import RawInput, load

_ZIP = (".zip",)
_WARC = (".warc", ".warc.gz", ".wet", ".wet.gz")
_JSON_LINES = tuple(f".{kind}{packed}" for kind in ("jsonl", "ndjson", "jl", "json") for packed in ("", ".gz"))
_NUMBER = "#"


class Rows(NamedTuple):
    """Which fields of a row of JSON Lines are read. Without it, such a file is no container."""

    json_field: str
    """Holds the page, as HTML or as text."""
    url_field: str | None = None
    """Holds its address."""

    @classmethod
    def of(cls, json_field: Any, url_field: Any) -> Rows | None:
        """The fields as options give them.

        Raises:
            OptionError: there is an address of nothing, or a name is empty.
        """
        if json_field is None:
            if url_field is not None:
                raise OptionError("url_field is the address of a page in JSON Lines; give json_field with it")
            return None
        for name, value in (("json_field", json_field), ("url_field", url_field)):
            if value is not None and (not value or type(value) is not str):
                raise OptionError(f"{name} must be the name of a field, such as 'html'; got {value!r}")
        return cls(json_field, url_field)


def check_encoding(rows: Rows | None, encoding: str | None) -> None:
    """Finds out now whether these go together.

    Raises:
        OptionError: they do not.
    """
    if rows is not None and encoding is not None:
        raise OptionError("encoding: JSON Lines are in UTF-8 always; leave it out with json_field")


class Entry(NamedTuple):
    """What a container says of one page in it, or of something in it that is none."""

    name: str
    """What stands behind the name of the file."""
    place: str = ""
    """Where it is, for `Container.read` alone."""
    path: str | None = None
    """What globs are held against: a path or an address; None where there is neither."""
    error: NewsxError | None = None
    """Why it cannot be read."""
    skipped: str | None = None
    """Why it is no page to read, in a word that such are counted under."""


class Container(Protocol):
    """A file that holds many pages. Nothing is opened before `entries` or `read`."""

    def entries(self) -> Iterator[Entry]:
        """All that is in it, in its own order; what is damaged in it has an entry too.

        Raises:
            InputError: the file cannot be read at all.
            InputTooLargeError: it is beyond all reason.
        """

    def read(self, place: str) -> RawInput:
        """The page at this place, with what the container knows of it; its name is left to the caller.

        Raises:
            NewsxError: it cannot be read.
        """

    def close(self) -> None:
        """Closes the file, if it was opened."""


def whole_address(value: object) -> str | None:
    """The address that a container tells of a page, None where it tells something else.

    >>> whole_address(" https://gaon.example/101 "), whole_address("/101"), whole_address(5)
    ('https://gaon.example/101', None, None)
    """
    address = value.strip() if isinstance(value, str) else ""
    return address if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*://\S+", address) else None


def is_container(path: str, rows: Rows | None = None) -> bool:
    """Whether the file is one by its name; JSON Lines are where it is said what to read in them."""
    return _ends(path, _ZIP + _WARC) or (rows is not None and _ends(path, _JSON_LINES))


def container(path: str, rows: Rows | None = None) -> Container:
    """The container at this path, which `is_container`."""
    if _ends(path, _ZIP):
        from newsx.read.containers.zip_file import ZipFile

        return ZipFile(path)
    if _ends(path, _WARC):
        from newsx.read.containers.warc import WarcFile

        return WarcFile(path)
    if rows is None:
        raise OptionError("json_field must say which field of a row holds the page")
    from newsx.read.containers.json_lines import JsonLines

    return JsonLines(path, rows)


def split(name: str) -> tuple[str, str] | None:
    """The file and what stands behind it, where the name is that of a page in a container.

    >>> split("crawl.warc.gz#12"), split("page#2.html")
    (('crawl.warc.gz', '#12'), None)
    """
    if os.path.lexists(name):
        return None
    path, mark, number = name.rpartition(_NUMBER)
    if mark and number.isascii() and number.isdecimal() and _ends(path, _WARC + _JSON_LINES):
        return path, mark + number
    path = name
    while (above := os.path.dirname(path)) not in (path, ""):
        path = above
        if _ends(path, _ZIP) and os.path.isfile(path):
            return path, name[len(path) :].replace(os.sep, "/")
    return None


def load_page(source: os.PathLike[str], rows: Rows | None = None) -> RawInput:
    """As `newsx.read.source.load`; the path may also be the name of a page in a container.

    Raises:
        InputError: as `load`; or there is no such page in the container (`not_found`), it is none to read
            (`skipped`), or the path is that of a container as a whole (`many_pages`).
        OptionError: `rows` does not say what to read in JSON Lines.
        NewsxError: as `load` and `Container.read`.
    """
    path = os.fspath(source)
    if not isinstance(path, str):
        return load(source)
    named = split(path)
    printable = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if named is not None:
        try:
            return _page(*named, rows)._replace(name=printable)
        except OptionError:
            raise
        except NewsxError as error:
            raise type(error)(f"{printable}: {error}", kind=error.kind) from error
    if is_container(path, rows) and os.path.isfile(path):
        one = f"{os.path.basename(printable)}{'/PATH' if _ends(path, _ZIP) else '#N'}"
        message = f"{printable}: it holds many pages; `newsx batch` reads them all, and {one} names one"
        raise InputError(message, kind="many_pages")
    return load(source)


def _page(path: str, wanted: str, rows: Rows | None) -> RawInput:
    with closing(container(path, rows)) as opened:
        entry = next((entry for entry in opened.entries() if entry.name == wanted), None)
        if entry is None:
            raise InputError("there is no such page in it", kind="not_found")
        if entry.error is not None:
            raise entry.error
        if entry.skipped is not None:
            raise InputError(f"it is no page to read but of another kind: {entry.skipped}", kind="skipped")
        return opened.read(entry.place)


def _ends(path: str, suffixes: tuple[str, ...]) -> bool:
    return path.lower().endswith(suffixes)
