"""How the one file of all records is packed once they are all there; while a run goes on they stand in plain lines."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol


class Packer(Protocol):
    """Takes plain bytes and writes them packed into the file that it was made with."""

    def write(self, data: bytes, /) -> object:
        """Takes some bytes."""

    def close(self) -> None:
        """Writes what is left; the file stays open."""


class Packing(NamedTuple):
    """A way to pack."""

    pack: Callable[[BinaryIO], Packer]
    unpack: Callable[[Path], Iterator[bytes]]
    """The plain bytes, or `ValueError` where the file is not one that `pack` makes."""
    is_ours: Callable[[Path], bool] = lambda _: True
    """Whether newsx made the file, as far as it can tell."""


def gzipped() -> Packing:
    """With gzip, without name and time, so that the same records are the same bytes."""
    return Packing(_gzip, _gunzip)


def parquet(fields: Sequence[str]) -> Packing:
    """Parquet with columns for these fields, none are all.

    Raises:
        OptionError: pyarrow is not there.
    """
    from newsx.write.parquet import ParquetWriter, check_installed, is_ours, read_lines

    check_installed()
    return Packing(partial(ParquetWriter, fields=tuple(fields)), read_lines, is_ours)


def _gzip(file: BinaryIO) -> gzip.GzipFile:
    return gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0)


def _gunzip(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as file:
            while data := file.read(1 << 20):
                yield data
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise ValueError(str(error)) from error
