"""Outputs as a folder of files, one for each input, that mirrors the tree of the inputs."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from newsx.batch.journal import Journal
from newsx.batch.rewrite import Rewrite
from newsx.errors import NewsxError, OptionError

_TEMPORARY = ".newsx.part"
_OF_THE_NAME = {
    errno.ENAMETOOLONG: "its path is too long",
    errno.EISDIR: "a folder stands in its place",
    errno.EILSEQ: "no file can have its name there",
    errno.EINVAL: "no file can have its name there",
}


class OutputError(NewsxError):
    """The output of one input cannot be written, for a reason that lies in its path; others can."""

    kind = "output"


class FolderSink:
    """Writes each record into a file of its own inside a folder: under a temporary name first, then moved."""

    head = 0

    def __init__(self, root: Path, suffix: str = ".json") -> None:
        """root: the folder, which may have to be made. suffix: of the files in it."""
        self.root = root
        self._suffix = suffix
        self.standing = root
        """Where the records are while the run goes on."""
        self.journal_path = root / "journal.jsonl"
        self._rewrite = Rewrite(self.journal_path)
        self._checked = ""

    def make_place(self) -> None:
        """Makes the folder."""
        self.root.mkdir(parents=True, exist_ok=True)

    def recover(self, journal: Journal) -> None:
        """Ends what an earlier run could not end. The journal must be locked, as for all that follows."""
        self._rewrite.recover(journal)

    def open(self, journal: Journal, *, fresh: bool) -> None:
        """Removes what the journal names, if this is to be a fresh start.

        Raises:
            OptionError: the journal names files of another format, and this is not to be a fresh start.
        """
        other = next((output for output in journal.outputs() if not output.endswith(self._suffix)), None)
        if other is not None and not fresh:
            message = f"{str(self.root)!r} holds files of another format, such as {other!r}"
            raise OptionError(f"{message}; --fresh replaces them, or write elsewhere")
        if fresh:
            for output in journal.outputs():
                self.remove(output)
            journal.clear()

    def holds(self, output: str, size: int) -> bool:
        """Whether an output written before is still there."""
        try:
            found = os.lstat(self.root / output)
        except (OSError, ValueError):
            return False
        return stat.S_ISREG(found.st_mode) and found.st_size == size

    def write(self, output: str, record: bytes, *, replaces: bool = False) -> str:
        """Writes a record and returns what the journal calls its output.

        replaces: there may be one of the same input. Otherwise only the very same record may stand there, as an earlier
        process leaves it that ends before it can journal it.

        Raises:
            OutputError: nothing can be written at this path.
            OSError: nothing can be written at all.
        """
        target = self.root / output
        temporary = self.root / _TEMPORARY
        try:
            self._make_folders(output)
            if not (replaces or _is_free(target, record)):
                raise OutputError(f"its output {output!r} is there, and newsx did not write it; move it away")
            temporary.unlink(missing_ok=True)
            with open(temporary, "xb") as file:
                file.write(record)
            os.replace(temporary, target)
        except OSError as error:
            reason = _OF_THE_NAME.get(error.errno or 0)
            if reason is None:
                raise
            raise OutputError(f"its output {output!r} cannot be written: {reason}") from error
        return output

    def remove(self, output: str) -> None:
        """Removes an output that is no longer that of an input."""
        inside = os.path.dirname(output)
        if ".." in output.split("/") or os.path.isabs(output) or (inside and self._link_in(inside)):
            return  # the journal was tampered with, or the folder
        try:
            os.unlink(self.root / output)
        except (OSError, ValueError):
            return  # it is gone already, or was replaced by something that is not ours

    def publish(self, journal: Journal) -> None:
        """Ends a run in which each input was done: the journal gets one line for each, in the order of the inputs."""
        (self.root / _TEMPORARY).unlink(missing_ok=True)
        if not journal.is_in_order():
            self._rewrite.run(journal)

    def close(self, journal: Journal) -> None:
        """Nothing is kept open."""

    def _make_folders(self, output: str) -> None:
        inside = os.path.dirname(output)
        if not inside or inside == self._checked:
            return
        if link := self._link_in(inside):
            raise OutputError(f"its output {output!r} cannot be written: {link!r} in the output folder is not a folder")
        os.makedirs(self.root / inside, exist_ok=True)
        self._checked = inside

    def _link_in(self, inside: str) -> str | None:
        """The first part of the path that is there and is no folder: nothing is written through links."""
        path = ""
        for part in inside.split("/"):
            path = f"{path}/{part}" if path else part
            try:
                mode = os.lstat(self.root / path).st_mode
            except (FileNotFoundError, ValueError):
                return None
            if not stat.S_ISDIR(mode):
                return path
        return None


def _is_free(target: Path, record: bytes) -> bool:
    try:
        found = os.lstat(target)
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(found.st_mode):
        return True  # nothing will replace it
    return stat.S_ISREG(found.st_mode) and found.st_size == len(record) and target.read_bytes() == record
