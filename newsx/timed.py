"""Work on one input in a process of its own, which is ended when its time is up."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Generic, NamedTuple, TypeVar

from newsx.errors import NewsxError, OptionError

Result = TypeVar("Result")

TIMEOUTS = (0.001, 24 * 60 * 60)
"""Seconds: no page takes a day, and timers of the system do not know all that a float can be."""


def check_timeout(timeout: Any) -> None:
    """Finds out whether a limit of time can be kept.

    Raises:
        OptionError: it cannot.
    """
    least, most = TIMEOUTS
    if not isinstance(timeout, int | float) or not least <= timeout <= most:
        raise OptionError(f"timeout must be a number of seconds from {least} to {most:,}; got {timeout!r}")


class _Failed(NamedTuple):
    error: NewsxError


class Timed(Generic[Result]):
    """What a function gives, or an error if that takes too long."""

    def __init__(self, seconds: float) -> None:
        """seconds: what each call may take.

        Raises:
            OptionError: these are no seconds, this system cannot copy a process, or this process may not.
        """
        check_timeout(seconds)
        if "fork" not in multiprocessing.get_all_start_methods():
            raise OptionError("timeout cannot be kept here for single pages; `newsx batch` keeps it")
        if multiprocessing.current_process().daemon:
            raise OptionError("timeout cannot be kept in a worker of multiprocessing; newsx.extract_many keeps it")
        self._seconds = seconds

    def __call__(self, work: Callable[[], Result]) -> Result:
        """Does it.

        Raises:
            NewsxError: it took too long, or its process died; or it is what `work` raised.
        """
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(theirs, work), daemon=True)
        process.start()
        theirs.close()
        try:
            if not ours.poll(self._seconds):
                raise NewsxError(f"no result after {self._seconds:g} seconds", kind="timeout")
            found = ours.recv()
        except (EOFError, OSError):
            process.join()
            raise NewsxError(f"the process that read it died ({cause(process.exitcode)})", kind="crash") from None
        finally:
            process.kill()
            process.join()
            ours.close()
        if isinstance(found, _Failed):
            raise found.error
        result: Result = found
        return result


def cause(exitcode: int | None) -> str:
    """What ended a process, in words."""
    if exitcode is not None and exitcode < 0:
        try:
            return signal.Signals(-exitcode).name
        except ValueError:
            return f"signal {-exitcode}"
    return f"exit code {exitcode}"


def _send(connection: Connection, work: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to both processes, and the other one tells of it
    try:
        found = work()
    except NewsxError as error:
        found = _Failed(error)
    connection.send(found)
