"""Records as a Parquet file: typed columns, the body nested; and back again to the JSON Lines that it was made of.

The types are those of the record's JSON Schema. A value of any type, as evidence has them, is text in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newsx.errors import OptionError
from newsx.write.json_text import json_text
from newsx.write.schema import schema

if TYPE_CHECKING:
    import pyarrow

MARK = b"newsx.record"
"""The key in the file's own metadata that says that newsx made it; its value is the version of the record."""

_ROWS = 1000
_BYTES = 16_000_000
"""A row group has so many records, or so many bytes of JSON, at most: what is in memory at once."""

_OF_BLOCKS = {"heading": ("level",), "table": ("rows",), "update": ("time",), "image": ("url", "caption", "credit")}


def check_installed() -> None:
    """Finds out now whether Parquet can be written.

    Raises:
        OptionError: pyarrow is not there.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise OptionError("--output: .parquet needs pyarrow; pip install 'newsx[parquet]'") from error


def is_ours(path: Path) -> bool:
    """Whether newsx wrote this file. One that is broken it did not write."""
    import pyarrow
    import pyarrow.parquet

    try:
        return MARK in (pyarrow.parquet.read_schema(path).metadata or {})
    except (pyarrow.ArrowException, OSError):
        return False


class ParquetWriter:
    """Takes JSON Lines, in pieces of any size, and writes them as row groups."""

    def __init__(self, file: BinaryIO, fields: Sequence[str] = ()) -> None:
        """file: is left open. fields: those that the lines have, none are all."""
        import pyarrow.parquet

        self._schema = arrow_schema(fields)
        self._writer = pyarrow.parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._rest = b""
        self._rows: list[dict[str, Any]] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Takes some bytes of the lines.

        Raises:
            OSError: a row group is full and cannot be written.
        """
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._rows.append({name: _column(name, value) for name, value in json.loads(line).items()})
            self._size += len(line)
            if len(self._rows) >= _ROWS or self._size >= _BYTES:
                self._flush()

    def close(self) -> None:
        """Writes what is left and the end of the file.

        Raises:
            OSError: it cannot be written.
        """
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow

        if self._rows:
            self._writer.write_table(pyarrow.Table.from_pylist(self._rows, self._schema))
        self._rows, self._size = [], 0


def read_lines(path: Path) -> Iterator[bytes]:
    """The JSON Lines that a file was made of, byte for byte.

    Raises:
        ValueError: it is broken.
        OSError: it cannot be read.
    """
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_ROWS // 10):
            for row in batch.to_pylist(maps_as_pydicts="strict"):
                values = {name: _value(name, value) for name, value in row.items()}
                yield f"{json_text(values)}\n".encode()


def arrow_schema(fields: Sequence[str] = ()) -> pyarrow.Schema:
    """The types of the columns: one for each of the fields, or of the keys of the record if there are none."""
    import pyarrow

    described = schema()["properties"]
    columns = []
    for name in fields or described:
        key, _, inner = name.partition(".")
        part = described[key]["properties"][inner] if inner else described[key]
        columns.append(pyarrow.field(name, _body_type() if name == "body" else _type(part)))
    return pyarrow.schema(columns, metadata={MARK: described["schema"]["const"].encode()})


def _type(described: dict[str, Any]) -> pyarrow.DataType:
    """The Arrow type of what a part of the JSON Schema describes."""
    import pyarrow

    given = described.get("type", "string")  # constants and choices are texts
    [kind] = [kind for kind in ([given] if isinstance(given, str) else given) if kind != "null"]
    if kind == "array":
        return pyarrow.list_(_type(described["items"]))
    if kind == "object" and "properties" in described:
        return pyarrow.struct([pyarrow.field(key, _type(part)) for key, part in described["properties"].items()])
    if kind == "object":
        return pyarrow.map_(pyarrow.string(), _type(described["additionalProperties"]))
    types = {"boolean": pyarrow.bool_(), "integer": pyarrow.int64(), "number": pyarrow.float64()}
    return types.get(kind, pyarrow.string())


def _body_type() -> pyarrow.DataType:
    """One struct for the blocks of all types; what a type does not have is null."""
    parts: dict[str, Any] = {}
    for block in schema()["properties"]["body"]["items"]["oneOf"]:
        parts |= block["properties"]
    return _type({"type": "array", "items": {"type": "object", "properties": parts}})


def _column(name: str, value: Any) -> Any:
    """A value of the record as its column takes it."""
    if name != "evidence":
        return value
    return {field: found | {"also": _others(found["also"], json_text)} for field, found in value.items()}


def _value(name: str, value: Any) -> Any:
    """The value of the record that `_column` made a column's of."""
    if name == "evidence":
        return {field: found | {"also": _others(found["also"], json.loads)} for field, found in value.items()}
    if name == "body":
        return [_block(block) for block in value]
    return value


def _others(others: list[dict[str, Any]], changed: Any) -> list[dict[str, Any]]:
    return [other | {"value": changed(other["value"])} for other in others]


def _block(block: dict[str, Any]) -> dict[str, Any]:
    own = ("type", "text", *_OF_BLOCKS.get(block["type"], ()))
    return {key: value for key, value in block.items() if key in own or (key == "links" and value)}
