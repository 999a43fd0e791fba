"""Zip files as sources of many pages, within limits. A zip file inside one is not opened."""

from __future__ import annotations

import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsx.batch.unpack import unpack
from newsx.errors import InputError, InputTooLargeError
from newsx.read.source import RATIO_LIMIT, SIZE_LIMIT

SUFFIX = ".zip"
MEMBERS_LIMIT = 1_000_000
"""More files than that are in no zip file that a person or a crawler made."""

_RATIO_COUNTS_FROM = 10 * 1000 * 1000  # as for gzip: below this a bomb does no harm
_ENCRYPTED = 0x1


class Member(NamedTuple):
    """A file in a zip file."""

    number: int
    """Its place among all entries, from 0: two entries may have one name."""
    path: str


def members(path: str) -> list[Member]:
    """The files in the zip file, in its own order; folders and hidden files are left out.

    Of entries with equal names, those after the first are told apart by a number: ``page (2).html``.

    Raises:
        InputError: it cannot be read (`not_found`, `no_permission`, `unreadable`, `damaged_zip`).
        InputTooLargeError: it swells beyond all reason (`zip_bomb`), or has too many entries (`too_large`).
    """
    with _opened(path) as archive:
        entries = archive.infolist()
        size = sum(entry.file_size for entry in entries)
        if size > max(_RATIO_COUNTS_FROM, RATIO_LIMIT * os.path.getsize(path)):
            message = f"the zip file swells to more than {RATIO_LIMIT} times its size, as no saved pages do"
            raise InputTooLargeError(message, kind="zip_bomb")
        if len(entries) > MEMBERS_LIMIT:
            raise InputTooLargeError(f"the zip file has more than {MEMBERS_LIMIT:,} entries")
        return list(_files(entries))


def read(path: str, number: int, size_limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of one file in the zip file.

    Raises:
        InputError: as `members`; or the file is encrypted (`encrypted`), or its data is damaged (`damaged_zip`).
        InputTooLargeError: it is larger than `size_limit` (`too_large`), or swells beyond all reason (`zip_bomb`).
    """
    archive = _kept_open(path)
    try:
        entry = archive.infolist()[number]
    except IndexError as error:
        raise InputError("the zip file changed while it was read", kind="damaged_zip") from error
    if entry.flag_bits & _ENCRYPTED:
        raise InputError("it is encrypted in its zip file; unpack it and give the page itself", kind="encrypted")
    if entry.file_size > size_limit:
        raise _too_large(size_limit)
    bomb_size = max(_RATIO_COUNTS_FROM, RATIO_LIMIT * entry.compress_size)
    data = _unpacked(archive, entry, min(size_limit, bomb_size))
    if len(data) > bomb_size:
        message = f"in its zip file it swells to more than {RATIO_LIMIT} times its size, as no saved page does"
        raise InputTooLargeError(message, kind="zip_bomb")
    if len(data) > size_limit:
        raise _too_large(size_limit)
    return data


def _too_large(limit: int) -> InputTooLargeError:
    return InputTooLargeError(f"it is larger than the limit of {limit / 1_000_000:g} MB for one page")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    try:
        return unpack(archive, entry, limit)
    except NotImplementedError as error:
        raise InputError(f"it is packed in a way that cannot be undone here ({error})", kind="damaged_zip") from error
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise InputError(f"it is damaged in its zip file ({error})", kind="damaged_zip") from error


@lru_cache(maxsize=1)  # the pages of a zip file come one after the other, and finding their places takes time
def _kept_open(path: str) -> zipfile.ZipFile:
    return _opened(path)


def _opened(path: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise InputError("there is no such file", kind="not_found") from error
    except PermissionError as error:
        raise InputError("no permission to read it", kind="no_permission") from error
    except OSError as error:
        raise InputError(error.strerror or str(error), kind="unreadable") from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(f"the zip file is damaged ({error})", kind="damaged_zip") from error


def _files(entries: list[zipfile.ZipInfo]) -> Iterator[Member]:
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries):
        path = entry.filename
        if entry.is_dir() or any(part.startswith(".") and part != ".." for part in path.split("/")):
            continue
        seen[path] = seen.get(path, 0) + 1
        stem, suffix = os.path.splitext(path)
        yield Member(number, path if seen[path] == 1 else f"{stem} ({seen[path]}){suffix}")
