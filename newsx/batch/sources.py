"""From what a caller names to single inputs: folders are walked, containers opened up, lists of paths read.

Nothing is passed over in silence but hidden files and what the globs leave out: an entry that is no page to read, such
as a link to a folder, is found with the reason that it is refused for.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from fnmatch import fnmatchcase
from typing import BinaryIO, NamedTuple

from newsx.errors import NewsxError, OptionError
from newsx.read.containers.kinds import Entry, Rows, container, is_container, split

_SAVED_PAGES = (".html", ".htm", ".xhtml")
_BLOCK = 65536


class Refusal(NamedTuple):
    """Why an input is not read: a stable word, and a sentence."""

    kind: str
    message: str


class Found(NamedTuple):
    """One input."""

    name: str
    """As the journal and the record call it: its path as given, and behind it what its container calls it."""
    path: str
    """The file to read."""
    mirrored: str
    """Where it stands in its source, parts joined by ``/``."""
    place: str | None = None
    """Where it is in the container at `path`."""
    refusal: Refusal | None = None


class Globs(NamedTuple):
    """Which of the files in folders, and of the pages in containers, are inputs.

    A pattern with a slash is held against the path inside the source, another against the file name; ``*`` also
    stands for slashes. `exclude` counts for folders too. Pages of zip files have a path, those of web archives an
    address. A container that `include` takes as a file is taken with all its pages.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def take(self, path: str) -> bool:
        """Whether the file at this path inside its source is an input."""
        parts = path.split("/")
        with_folders = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
        return (not self.include or _matches(path, self.include)) and not any(map(self.leave_out, with_folders))

    def take_entry(self, entry: Entry) -> bool:
        """Whether this page of a container is an input."""
        return self.take(entry.path) if entry.path is not None else not self.include

    def inside_of(self, path: str) -> Globs:
        """Those for the pages of the container at this path inside its source."""
        return Globs((), self.exclude) if self.take(path) else self

    def leave_out(self, path: str) -> bool:
        """Whether this file or folder is excluded."""
        return _matches(path, self.exclude)


def find(
    sources: Iterable[str],
    globs: Globs,
    *,
    several: bool,
    rows: Rows | None = None,
    skipped: Counter[str] | None = None,
) -> Iterator[Found]:
    """All inputs of the sources, in the same order on each run: as given, and in a folder sorted by name.

    several: there may be more than one source, so that what is found in a folder is mirrored under its name.
    rows: what to read in JSON Lines. skipped: counts by kind what containers hold beside pages.
    """
    finder = _Finder(globs, rows, Counter() if skipped is None else skipped)
    for source in map(_tidy, sources):
        if os.path.isdir(source):
            yield from finder.in_folder(source, _own_name(source) if several else "")
        else:
            yield from finder.file(source, source, _as_given(source), globs)


class Gone:
    """Tells of which inputs of earlier runs there is nothing left."""

    def __init__(self, rows: Rows | None = None) -> None:
        """rows: what to read in JSON Lines."""
        self._rows = rows
        self._path = ""
        self._names: frozenset[str] | None = None

    def is_gone(self, name: str) -> bool:
        """Whether there is no longer an input of this name."""
        named = split(name)
        if named is None or not os.path.isfile(named[0]):
            return not os.path.lexists(name)
        path, inside = named
        if path != self._path:
            self._path, self._names = path, self._names_in(path)
        return self._names is not None and inside not in self._names

    def _names_in(self, path: str) -> frozenset[str] | None:
        """None where it cannot be told: a file that is damaged now may be mended."""
        if not is_container(path, self._rows):
            return None
        try:
            with closing(container(path, self._rows)) as opened:
                pages = [entry for entry in opened.entries() if entry.skipped is None]
        except NewsxError:
            return None
        return None if any(entry.error for entry in pages) else frozenset(entry.name for entry in pages)


def listed(stream: BinaryIO, separator: bytes) -> Iterator[str]:
    """The paths in a list, each ended by `separator`; empty ones are passed over."""
    rest = b""
    while block := stream.read(_BLOCK):
        *paths, rest = (rest + block).split(separator)
        yield from (os.fsdecode(path) for path in map(_bare, paths) if path)
    if _bare(rest):
        yield os.fsdecode(_bare(rest))


def held_apart(sources: Iterable[str], output: str, *, is_folder: bool, option: str = "--output") -> Iterator[str]:
    """The sources, as long as no output would come to stand among them.

    option: what names the output.

    Raises:
        OptionError: the output is inside a source folder, or pages are inside the output folder.
    """
    real_output = os.path.realpath(output)
    checked: set[str] = set()
    for source in sources:
        folder = source if os.path.isdir(source) else os.path.dirname(source) or os.curdir
        if folder not in checked:
            real = _real(folder)
            if folder == source and _is_inside(real_output, real):
                raise OptionError(f"{option}: {output!r} is inside the source {source!r}; write elsewhere")
            if is_folder and _is_inside(real, real_output):
                raise OptionError(f"{option}: {source!r} is inside {output!r}; write elsewhere")
            checked = {folder}  # lists mostly name the files of a folder one after the other
        yield source


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except ValueError:  # a NUL in a list: reading it says that no file has this name
        return path


def _tidy(path: str) -> str:
    """The path without parts that lead nowhere, so that an input has one name however its folder is given.

    >>> _tidy("./pages//old/./"), _tidy("."), _tidy("/pages")
    ('pages/old', '.', '/pages')
    """
    if os.sep != "/":
        return path
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return ("/" if path.startswith("/") else "") + "/".join(parts) or (os.curdir if path else "")


def _is_inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _bare(path: bytes) -> bytes:
    return path.removesuffix(b"\r")


def _matches(path: str, patterns: Iterable[str]) -> bool:
    name = path.rsplit("/", 1)[-1]
    return any(fnmatchcase(path if "/" in pattern else name, pattern) for pattern in patterns)


def _own_name(folder: str) -> str:
    return os.path.basename(os.path.realpath(folder))


def _as_given(path: str) -> str:
    parts = os.path.splitdrive(path)[1].replace(os.sep, "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


class _Finder:
    def __init__(self, globs: Globs, rows: Rows | None, skipped: Counter[str]) -> None:
        self._globs = globs
        self._rows = rows
        self._skipped = skipped

    def in_folder(self, root: str, mirrored_root: str) -> Iterator[Found]:
        prefix = "" if root == os.curdir else root.rstrip(os.sep) + os.sep
        real_root = os.path.realpath(root)
        pending = [_Folder(root, "")]
        while pending:
            folder = pending[-1]
            entry = next(folder.entries, None)
            if entry is None:
                pending.pop()
                continue
            inside = f"{folder.inside}/{entry}" if folder.inside else entry
            path = prefix + inside.replace("/", os.sep)
            mirrored = f"{mirrored_root}/{inside}" if mirrored_root else inside
            kind = _Kind.of(path)
            if kind.is_folder:
                if not self._globs.leave_out(inside) and not folder.is_of_a_page(entry):
                    try:
                        pending.append(_Folder(path, inside))
                    except OSError as error:
                        yield Found(path, path, mirrored, refusal=_unlistable(error))
            elif is_container(entry, self._rows) and not kind.is_link and not self._globs.leave_out(inside):
                yield from self.file(path, path, mirrored, self._globs.inside_of(inside))
            elif self._globs.take(inside):
                yield Found(path, path, mirrored, refusal=kind.refusal(path, real_root))

    def file(self, path: str, name: str, mirrored: str, globs: Globs) -> Iterator[Found]:
        refusal = _not_a_file(path)
        if refusal is not None or not is_container(path, self._rows):
            yield Found(name, path, mirrored, refusal=refusal)
            return
        try:
            with closing(container(path, self._rows)) as opened:
                for entry in opened.entries():
                    if entry.skipped is not None:
                        self._skipped[entry.skipped] += 1
                    elif entry.error is not None or globs.take_entry(entry):
                        yield _found(entry, path, name, mirrored)
        except NewsxError as error:
            yield Found(name, path, mirrored, refusal=Refusal(error.kind, str(error)))


def _found(entry: Entry, path: str, name: str, mirrored: str) -> Found:
    refusal = None if entry.error is None else Refusal(entry.error.kind, str(entry.error))
    return Found(name + entry.name, path, f"{mirrored}/{entry.name.lstrip('/#')}", entry.place, refusal)


class _Folder:
    """A folder on the way of the walk: the names in it that are still to come."""

    def __init__(self, path: str, inside: str) -> None:
        self.inside = inside
        names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        self.entries = iter(names)
        self._pages = {name.lower() for name in names if name.lower().endswith(_SAVED_PAGES)}

    def is_of_a_page(self, name: str) -> bool:
        """Whether it is the folder of pictures and scripts that a browser saved with ``NAME.html``."""
        stem = name.lower().removesuffix("_files")
        return stem != name.lower() and any(stem + suffix in self._pages for suffix in _SAVED_PAGES)


class _Kind(NamedTuple):
    is_folder: bool
    is_file: bool
    is_link: bool

    @classmethod
    def of(cls, path: str) -> _Kind:
        try:
            mode = os.lstat(path).st_mode
        except OSError:  # it went away since the folder was listed; reading it will say so
            return cls(False, True, False)
        return cls(stat.S_ISDIR(mode), stat.S_ISREG(mode), stat.S_ISLNK(mode))

    def refusal(self, path: str, real_root: str) -> Refusal | None:
        """Why an entry of a folder is not read, None where it is."""
        if self.is_file:
            return None
        if not self.is_link:
            return Refusal("special_file", "it is no file with content, but a pipe, a socket or a device")
        try:
            target = os.path.realpath(path, strict=True)
        except OSError:
            return Refusal("broken_link", "it is a link that leads nowhere")
        if os.path.isdir(target):
            return Refusal(
                "folder_link", "it is a link to a folder, and those are not followed; name the folder itself"
            )
        if not _is_inside(target, real_root):
            return Refusal("outside_link", "it is a link out of its folder; name the file itself to have it read")
        return None if os.path.isfile(target) else Refusal("special_file", "it is a link to no file with content")


def _unlistable(error: OSError) -> Refusal:
    if isinstance(error, PermissionError):
        return Refusal("no_permission", "no permission to list the folder")
    return Refusal("unreadable", f"the folder cannot be listed ({error.strerror or error})")


def _not_a_file(path: str) -> Refusal | None:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):  # reading it says why
        return None
    if stat.S_ISREG(mode):
        return None
    return Refusal("special_file", "it is no file with content, but a pipe, a socket or a device")
