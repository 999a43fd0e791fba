"""What the outputs are: which file or folder, and how an article becomes the bytes of one."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsx.batch.database_sink import DatabaseSink
from newsx.batch.file_sink import FileSink
from newsx.batch.folder_sink import FolderSink
from newsx.batch.packing import gzipped, parquet
from newsx.batch.stream_sink import StreamSink
from newsx.errors import OptionError
from newsx.write.forms import FORMS, WholeFormName

if TYPE_CHECKING:
    from newsx.article import Article

_NO_COLUMNS = frozenset(("schema", "body", "image", "source", "evidence", "warnings"))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Outputs(NamedTuple):
    """Where records go, and how they are made."""

    sink: FolderSink | FileSink | DatabaseSink | StreamSink
    suffix: str | None
    """Of the files in a folder, "" for records that have a name alone; None where they follow one another in a file."""
    pack: Callable[[Article], bytes]
    form: str
    """Says in a word which bytes `pack` makes of an article."""


def outputs(path: Path, format: WholeFormName | None, fields: Sequence[str], *, excel: bool = False) -> Outputs:
    """The outputs that `path` stands for: a file if its name ends as one of `_FILES` does, else a folder.

    format: of the files in a folder, JSON if None. fields: names out of `newsx.write.fields.field_names`; none are all.
    excel: a CSV file begins with a byte order mark, without which Excel does not take it for UTF-8.

    Raises:
        OptionError: these do not go together.
    """
    name = path.name.lower()
    if excel and (path.is_dir() or not name.endswith(".csv")):
        raise OptionError("--excel is for an output in .csv")
    if path.is_dir():
        return _folder(path, format, fields)
    if not os.path.isdir(path.parent):
        raise OptionError(f"--output: there is no folder {str(path.parent)!r}")
    make = next((make for suffix, make in _FILES.items() if name.endswith(suffix)), None)
    if make is not None:
        if path.is_symlink():
            path = Path(os.path.realpath(path))  # a link stays a link to the new file
        if format is not None:
            raise OptionError("--format is for an output folder; the name of a file says what it is")
        return make(path, fields, excel)
    if path.exists() or path.suffix:
        raise OptionError(
            f"--output: {str(path)!r} must be a file with a name in {', '.join(_FILES)}, or a folder; "
            "one with a dot in its name has to be there"
        )
    return _folder(path, format, fields)


def stream(put: Callable[[bytes], None], fields: Sequence[str]) -> Outputs:
    """JSON Lines that `put` takes one by one."""
    return Outputs(StreamSink(put), None, partial(json_line, fields=tuple(fields)), _form("json", fields))


def json_line(article: Article, fields: tuple[str, ...]) -> bytes:
    """The record, or these fields of it by name, as one line of JSON."""
    if not fields:
        return f"{article.to_json()}\n".encode("utf-8", "replace")
    from newsx.write.fields import field_value
    from newsx.write.json_text import json_text

    values = {name: field_value(article, name) for name in fields}
    return f"{json_text(values)}\n".encode("utf-8", "replace")


def table_line(article: Article, fields: tuple[str, ...]) -> bytes:
    """The fields as a row of CSV (RFC 4180, but for line ends of one character)."""
    from newsx.write.fields import field_text, field_value

    return _row(safe_cell(field_text(field_value(article, name))) for name in fields)


def safe_cell(text: str) -> str:
    """The text as no spreadsheet takes it for a formula (https://owasp.org/www-community/attacks/CSV_Injection).

    >>> safe_cell("=1+1"), safe_cell("दो जोड़ दो")
    ("'=1+1", 'दो जोड़ दो')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def whole_file(article: Article, form: WholeFormName) -> bytes:
    """The article as a file of this form."""
    return f"{FORMS[form].write(article)}\n".encode("utf-8", "replace")


def _folder(path: Path, format: WholeFormName | None, fields: Sequence[str]) -> Outputs:
    format = format or "json"
    if fields and format != "json":
        raise OptionError("--field is for JSON and CSV; other forms show an article as a whole")
    pack: Callable[[Article], bytes] = partial(whole_file, form=format)
    if fields:
        pack = partial(json_line, fields=tuple(fields))
    suffix = FORMS[format].suffix
    return Outputs(FolderSink(path, suffix), suffix, pack, _form(format, fields))


def _lines(path: Path, fields: Sequence[str], excel: bool) -> Outputs:
    return Outputs(FileSink(path), None, partial(json_line, fields=tuple(fields)), _form("json", fields))


def _gzipped_lines(path: Path, fields: Sequence[str], excel: bool) -> Outputs:
    return _lines(path, fields, excel)._replace(sink=FileSink(path, packing=gzipped()))


def _parquet(path: Path, fields: Sequence[str], excel: bool) -> Outputs:
    return _lines(path, fields, excel)._replace(sink=FileSink(path, packing=parquet(fields)))


def _table(path: Path, fields: Sequence[str], excel: bool) -> Outputs:
    from newsx.write.fields import field_names

    columns = tuple(fields) or tuple(name for name in field_names() if name not in _NO_COLUMNS)
    header = codecs.BOM_UTF8 * excel + _row(columns)
    return Outputs(FileSink(path, header), None, partial(table_line, fields=columns), _form("csv", columns))


def _database(path: Path, fields: Sequence[str], excel: bool) -> Outputs:
    if fields:
        raise OptionError("--field is not for a database, which holds all of each record")
    from newsx.database.rows import pack

    return Outputs(DatabaseSink(path), "", pack, _form("db", ()))


_FILES: dict[str, Callable[[Path, Sequence[str], bool], Outputs]] = {
    ".jsonl": _lines,
    ".jsonl.gz": _gzipped_lines,
    ".csv": _table,
    ".parquet": _parquet,
    ".db": _database,
}
"""What makes the outputs of all records in one file, by the ending of its name: path, fields, and whether for Excel."""


def _form(format: str, fields: Sequence[str]) -> str:
    return " ".join([format, *fields])


def _row(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")
