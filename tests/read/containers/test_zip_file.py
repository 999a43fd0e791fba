"""Files in zip files are undone in pieces, under the limit, whatever the zip file says of them."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from newsx.errors import InputError, NewsxError
from newsx.read.containers.zip_file import ZipFile
from newsx.read.source import SIZE_LIMIT
from tests.batch.hostile import page

METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
MEGABYTE = 1_000_000


def zipped(folder: Path, content: bytes, method: int, declared: int | None = None) -> str:
    """A zip file of one entry, said to be `declared` bytes long."""
    path = folder / "pages.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("page.html", content)
    if declared is not None:
        data = bytearray(path.read_bytes())
        for place in (22, data.rindex(b"PK\x01\x02") + 24):
            data[place : place + 4] = struct.pack("<I", declared)
        path.write_bytes(data)
    return str(path)


def read(path: str, size_limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of its first entry."""
    with closing(ZipFile(path, size_limit)) as archive:
        return archive.data(0)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("size", [0, 1, 3 * MEGABYTE])
def test_each_way_of_packing_is_undone(tmp_path: Path, method: int, size: int) -> None:
    """To the byte, and what is longer than a piece too."""
    content = (page(1) * (size // len(page(1)) + 1))[:size]
    assert read(zipped(tmp_path, content, method)) == content


@pytest.mark.parametrize("method", METHODS[1:])
@pytest.mark.parametrize("declared", [100, 60 * MEGABYTE])
def test_no_more_than_the_limit_is_undone(tmp_path: Path, method: int, declared: int) -> None:
    """A small entry that swells is refused before it has, whatever size it declares."""
    path = zipped(tmp_path, bytes(60 * MEGABYTE), method, declared)
    tracemalloc.start()
    try:
        with pytest.raises(NewsxError) as caught:
            read(path, 4 * MEGABYTE)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.kind == "too_large"
    assert peak < 25 * MEGABYTE


@pytest.mark.parametrize("method", METHODS[1:])
def test_an_entry_that_swells_beyond_reason_is_a_bomb(tmp_path: Path, method: int) -> None:
    """As a gzip file is, though the zip file says that it is small."""
    with pytest.raises(NewsxError) as caught:
        read(zipped(tmp_path, bytes(30 * MEGABYTE), method, 100))
    assert caught.value.kind == "zip_bomb"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("declared", [10, 5000])
def test_a_false_size_is_damage(tmp_path: Path, method: int, declared: int) -> None:
    """Nothing is cut short in silence."""
    with pytest.raises(InputError, match="damaged"):
        read(zipped(tmp_path, page(1) * 2, method, declared))


@pytest.mark.parametrize("method", METHODS)
def test_damage_is_told(tmp_path: Path, method: int) -> None:
    """In one line, whichever byte of the entry is another."""
    path = Path(zipped(tmp_path, page(1) * 3, method))
    whole = path.read_bytes()
    for place in range(30, whole.index(b"PK\x01\x02"), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        with pytest.raises(InputError, match="zip file"):
            read(str(path))


def test_a_large_dictionary_is_not_made(tmp_path: Path) -> None:
    """LZMA may ask for 4 GB of memory before it gives a byte."""
    path = Path(zipped(tmp_path, page(1), zipfile.ZIP_LZMA))
    data = bytearray(path.read_bytes())
    start = 30 + len("page.html") + 4
    data[start + 1 : start + 5] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert read(str(path), MEGABYTE) == page(1)
