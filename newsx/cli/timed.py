"""Work on one input in a process of its own, which is ended when its time is up."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, NamedTuple, TypeVar

from newsx.errors import NewsxError, OptionError

Result = TypeVar("Result")


class _Failed(NamedTuple):
    error: NewsxError


class Timed(Generic[Result]):
    """What a function gives, or an error if that takes too long."""

    def __init__(self, seconds: float) -> None:
        """seconds: what each call may take.

        Raises:
            OptionError: these are no seconds, or this system cannot copy a process.
        """
        from newsx.batch.workers import check_limits

        check_limits(1, seconds)
        if "fork" not in multiprocessing.get_all_start_methods():
            raise OptionError("timeout cannot be kept here for single pages; `newsx batch` keeps it")
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
            from newsx.batch.worker import cause

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


def _send(connection: Connection, work: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to both processes, and the other one tells of it
    try:
        found = work()
    except NewsxError as error:
        found = _Failed(error)
    connection.send(found)
