"""Zip files as containers of pages, within limits. A zip file inside one is not opened."""

from __future__ import annotations

import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator

from newsx.errors import InputError, InputTooLargeError
from newsx.read.containers.kinds import Entry
from newsx.read.containers.unpack import unpack
from newsx.read.source import RATIO_LIMIT, SIZE_LIMIT, RawInput, load

MEMBERS_LIMIT = 1_000_000
"""More files than that are in no zip file that a person or a crawler made."""

_RATIO_COUNTS_FROM = 10 * 1000 * 1000  # as for gzip: below this a bomb does no harm
_ENCRYPTED = 0x1


class ZipFile:
    """The files in a zip file; folders and hidden files are left out.

    Of entries with equal names, those after the first are told apart by a number: ``page (2).html``.
    """

    def __init__(self, path: str, size_limit: int = SIZE_LIMIT) -> None:
        """size_limit: of one page, in bytes."""
        self._path = path
        self._size_limit = size_limit
        self._archive: zipfile.ZipFile | None = None

    def entries(self) -> Iterator[Entry]:
        """See `newsx.read.containers.kinds.Container`.

        Raises:
            InputError: it cannot be read (`not_found`, `no_permission`, `unreadable`, `damaged_zip`).
            InputTooLargeError: it swells beyond all reason (`zip_bomb`), or has too many entries (`too_large`).
        """
        infos = self._opened().infolist()
        size = sum(info.file_size for info in infos)
        if size > max(_RATIO_COUNTS_FROM, RATIO_LIMIT * os.path.getsize(self._path)):
            message = f"the zip file swells to more than {RATIO_LIMIT} times its size, as no saved pages do"
            raise InputTooLargeError(message, kind="zip_bomb")
        if len(infos) > MEMBERS_LIMIT:
            raise InputTooLargeError(f"the zip file has more than {MEMBERS_LIMIT:,} entries")
        return _files(infos)

    def read(self, place: str) -> RawInput:
        """See `newsx.read.containers.kinds.Container`.

        Raises:
            InputError: as `entries`; or the file is encrypted (`encrypted`), or its data is damaged (`damaged_zip`).
            InputTooLargeError: it is larger than the limit (`too_large`), or swells beyond all reason (`zip_bomb`).
        """
        return load(self.data(int(place)))

    def data(self, number: int) -> bytes:
        """The bytes of the entry of this number, from 0: two entries may have one name. Raises as `read`."""
        archive = self._opened()
        try:
            info = archive.infolist()[number]
        except IndexError as error:
            raise InputError("the zip file changed while it was read", kind="damaged_zip") from error
        if info.flag_bits & _ENCRYPTED:
            raise InputError("it is encrypted in its zip file; unpack it and give the page itself", kind="encrypted")
        if info.file_size > self._size_limit:
            raise _too_large(self._size_limit)
        bomb_size = max(_RATIO_COUNTS_FROM, RATIO_LIMIT * info.compress_size)
        data = _unpacked(archive, info, min(self._size_limit, bomb_size))
        if len(data) > bomb_size:
            message = f"in its zip file it swells to more than {RATIO_LIMIT} times its size, as no saved page does"
            raise InputTooLargeError(message, kind="zip_bomb")
        if len(data) > self._size_limit:
            raise _too_large(self._size_limit)
        return data

    def close(self) -> None:
        """See `newsx.read.containers.kinds.Container`."""
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _opened(self) -> zipfile.ZipFile:
        if self._archive is None:  # finding the places of its entries takes time
            self._archive = _open(self._path)
        return self._archive


def _too_large(limit: int) -> InputTooLargeError:
    return InputTooLargeError(f"it is larger than the limit of {limit / 1_000_000:g} MB for one page")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    try:
        return unpack(archive, entry, limit)
    except NotImplementedError as error:
        raise InputError(f"it is packed in a way that cannot be undone here ({error})", kind="damaged_zip") from error
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise InputError(f"it is damaged in its zip file ({error})", kind="damaged_zip") from error


def _open(path: str) -> zipfile.ZipFile:
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


def _files(infos: list[zipfile.ZipInfo]) -> Iterator[Entry]:
    seen: dict[str, int] = {}
    for number, info in enumerate(infos):
        path = info.filename
        if info.is_dir() or any(part.startswith(".") and part != ".." for part in path.split("/")):
            continue
        seen[path] = seen.get(path, 0) + 1
        stem, suffix = os.path.splitext(path)
        told_apart = path if seen[path] == 1 else f"{stem} ({seen[path]}){suffix}"
        yield Entry(f"/{told_apart}", str(number), told_apart)
