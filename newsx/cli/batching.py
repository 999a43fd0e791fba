"""What `newsx batch` does once its command line is understood."""

from __future__ import annotations

import contextlib
import shlex
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsx.cli import exit_codes
from newsx.cli.fields import chosen
from newsx.cli.inputs import NOTHING_FETCHED, STDIN, Reading, is_web_address
from newsx.cli.messages import say
from newsx.cli.output import open_output
from newsx.errors import OptionError

if TYPE_CHECKING:
    from newsx.batch.duplicates import Dedup
    from newsx.batch.run import Run
    from newsx.batch.tally import Tally
    from newsx.write.forms import WholeFormName


_GO_ON = "the same command again goes on from here"


class Request(NamedTuple):
    """A whole wish: which inputs, and what becomes of them."""

    sources: Sequence[str]
    """Names of folders and files, ``@LIST``, and ``-`` for a list on standard input."""
    output: Path
    format: WholeFormName | None = None
    fields: Sequence[str] = ()
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    null: bool = False
    workers: int | None = None
    timeout: float = 60.0
    retry_failed: bool = False
    fresh: bool = False
    prune: bool = False
    dedup: Dedup | None = None
    report: Path | None = None
    excel: bool = False
    dry_run: bool = False
    reading: Reading = Reading()
    quiet: bool = False


def run(request: Request) -> int:
    """Does it and returns the exit code.

    Raises:
        OptionError: parts of the request do not go together or cannot be used.
    """
    from newsx.batch.workers import WorkersFailedError

    planned = _planned(request)
    if not planned.tally.total:
        raise OptionError(f"there is no page to read in {shlex.join(request.sources)}")
    try:
        return _list(planned) if request.dry_run else _work(planned, request)
    except OSError as error:
        say(error.filename or str(request.output), f"it cannot be written: {error.strerror or error}; {_GO_ON}")
    except sqlite3.Error as error:
        say("temporary files", f"they cannot be written ({error}); TMPDIR says where they go; {_GO_ON}")
    except WorkersFailedError as error:
        say("workers", f"{error}; {_GO_ON}")
    return exit_codes.FAILED


def _planned(request: Request) -> Run:
    from newsx.batch import work
    from newsx.batch.machine import cores
    from newsx.batch.outputs import outputs, stream
    from newsx.batch.run import Run, Settings
    from newsx.batch.sources import Globs, find, held_apart

    if "" in request.sources:
        raise OptionError("a source has an empty name; name folders, pages or archives of pages")
    if address := next(filter(is_web_address, request.sources), None):
        raise OptionError(f"{address!r}: {NOTHING_FETCHED}")
    fields = chosen(request.fields)
    given = request.reading
    reading = work.Reading(given.captured_at, given.form, given.encoding, given.normalize, given.rows)
    workers = cores() if request.workers is None else request.workers
    settings = Settings(
        reading,
        workers,
        request.timeout,
        request.retry_failed,
        request.fresh,
        request.prune,
        request.dedup,
        request.report,
    )
    settings.check()
    sources = _paths(request)
    if _is_stream(request):
        _check_stream(request)
        to = stream(_put, fields)
    else:
        to = outputs(request.output, request.format, fields, excel=request.excel)
        sources = held_apart(sources, str(request.output), is_folder=bool(to.suffix))
    if request.report is not None:
        sources = held_apart(sources, str(request.report), is_folder=False, option="--report")
    several = len(request.sources) > 1 or _is_list(request.sources[0])
    globs = Globs(tuple(request.include), tuple(request.exclude))
    skipped: Counter[str] = Counter()
    found = find(sources, globs, several=several, rows=given.rows, skipped=skipped)
    return Run(found, to, settings, skipped)


def _is_stream(request: Request) -> bool:
    return request.output == Path(STDIN)


def _check_stream(request: Request) -> None:
    given = {
        "--retry-failed": request.retry_failed,
        "--fresh": request.fresh,
        "--prune": request.prune,
        "--dedup": request.dedup is not None,
        "--excel": request.excel,
        "--format": request.format is not None,
    }
    for option, is_given in given.items():
        if is_given:
            raise OptionError(f"--output - gives JSON Lines and keeps no journal; leave {option} out")


def _put(record: bytes) -> None:
    from newsx.write.terminal import harmless_lines

    with open_output(None) as out:
        text = record.decode("utf-8", "replace")
        out.write(harmless_lines(text) if out.is_terminal else text)


def _is_list(source: str) -> bool:
    return source == STDIN or source.startswith("@")


def _paths(request: Request) -> Iterator[str]:
    from newsx.batch.sources import listed

    separator = b"\0" if request.null else b"\n"
    for source in request.sources:
        if source == STDIN:
            yield from listed(sys.stdin.buffer, separator)
        elif source.startswith("@"):
            try:
                with open(source[1:], "rb") as stream:
                    yield from listed(stream, separator)
            except OSError as error:
                raise OptionError(f"the list {source[1:]!r} cannot be read: {error.strerror or error}") from error
        else:
            yield source


def _list(planned: Run) -> int:
    from newsx.write.terminal import harmless

    with open_output(None) as out:
        for step in planned.steps():
            out.write("\t".join(harmless(text) for text in (step.action, step.name, step.output)).rstrip("\t") + "\n")
    return exit_codes.FINE


def _work(planned: Run, request: Request) -> int:
    from newsx.cli.progress import progress, tell_end

    tally = planned.tally
    if _is_stream(request):
        planned.on_failure = say
    try:
        with _interrupts() as interrupts, progress(tally, quiet=request.quiet) as show:
            for _ in planned.work():
                if interrupts and not tally.is_interrupted:
                    planned.stop()
                show()
    except KeyboardInterrupt:
        tally.is_interrupted = True
    places = None if _is_stream(request) else (str(planned.records_path), str(planned.journal_path))
    report = None if tally.is_interrupted or request.report is None else str(request.report)
    tell_end(tally, places, report, quiet=request.quiet)
    return _code(tally)


@contextlib.contextmanager
def _interrupts() -> Iterator[list[int]]:
    """A list that holds something once Ctrl-C was pressed; pressed again, it interrupts."""
    pressed: list[int] = []

    def note(number: int, _: Any) -> None:
        if pressed:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # there is nothing left that a third could hasten
            raise KeyboardInterrupt
        pressed.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN if pressed else before)


def _code(tally: Tally) -> int:
    if tally.is_interrupted:
        return exit_codes.INTERRUPTED
    return exit_codes.worst(_codes(tally))


def _codes(tally: Tally) -> Iterable[int]:
    if "bug" in tally.failures:
        yield exit_codes.FAILED
    if tally.failed:
        yield exit_codes.UNREADABLE
    if tally.not_articles:
        yield exit_codes.NO_ARTICLE
