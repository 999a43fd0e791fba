"""The report on a batch.

It is made of the journal alone, so that it is right after a resumed run and with every form of output.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from newsx.batch.entries import Entry
from newsx.batch.journal import not_ours
from newsx.batch.plan import workspace
from newsx.batch.tally import Tally
from newsx.errors import OptionError

if TYPE_CHECKING:
    from newsx.report.figures import Figures

_BEGINNING = 1000
_BETWEEN = 500
"""Entries between two moments at which a caller can show how far it is."""


def check_report(path: Path) -> None:
    """Finds out now whether a report can be written there.

    Raises:
        OptionError: it cannot, or there is a file that is no report of newsx.
    """
    if path.suffix.lower() != ".html":
        raise OptionError(f"--report: {str(path)!r} must be a file with a name in .html")
    if not os.path.isdir(path.parent):
        raise OptionError(f"--report: there is no folder {str(path.parent)!r}")
    if os.path.lexists(path) and not _is_ours(path):
        raise not_ours(path)


def write_report(
    path: Path, entries: Iterable[Entry], tally: Tally, output: str, journal: str | None
) -> Iterator[None]:
    """Writes it, so that it appears whole or not at all; yields now and then, and ends early if it is to be stopped.

    entries: the lines of the journal. output, journal: their names for the reader, None where no journal is kept.

    Raises:
        OptionError: meanwhile there is a file that is no report of newsx.
        OSError: it cannot be written.
    """
    from newsx.report.figures import Figures
    from newsx.report.page import to_page

    check_report(path)
    with closing(workspace()) as database:
        figures = Figures(database)
        for number, entry in enumerate(entries):
            _add(figures, entry)
            if number % _BETWEEN == 0:
                yield
            if tally.is_interrupted:
                return
        figures.settle()
        _write(Path(os.path.realpath(path)), to_page(figures, output, journal, _notes(tally)))


def _add(figures: Figures, entry: Entry) -> None:
    first = None if entry.duplicate_of is None else _shown(entry.duplicate_of)
    figures.add(_shown(entry.name), entry.status, entry.facts, entry.error, first)


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _notes(tally: Tally) -> Iterator[str]:
    if tally.unplanned:
        yield f"{tally.unplanned:,} of the inputs are of other runs into this output."
    if tally.skipped:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in tally.skipped.most_common())
        yield f"Archives hold {sum(tally.skipped.values()):,} records beside these that are no pages: {kinds}."


def _write(target: Path, pieces: Iterable[str]) -> None:
    temporary = target.with_name(f".newsx-{os.getpid()}.part")
    try:
        with open(temporary, "xb") as file:
            file.writelines(piece.encode("utf-8", "replace") for piece in pieces)
        os.replace(temporary, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    finally:
        with contextlib.suppress(OSError):  # it is in its place, or nothing can be taken away either
            temporary.unlink()


def _is_ours(path: Path) -> bool:
    from newsx.report.page import MARK

    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return MARK in file.read(_BEGINNING)
    except OSError:
        return False
