"""One worker process: what its parent sees and does of it, and what it does itself."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

from newsx.batch.memory import OVER_LIMIT, Memory
from newsx.batch.work import Done, Task, Work, do
from newsx.timed import cause

LAST_WORDS = 1.0
"""Seconds that a process gets to end by itself."""

_START_LIMIT = 120.0
"""Seconds in which a worker must have started."""

_LEAVING = False
"""What a worker says when it ends by itself. As None and digests, it is no `Done`, and it is itself after pickling."""

_ORPHAN_GRACE = 15
"""Seconds that a worker leaves its parent to end it when time is up; then it takes it that there is no parent."""


class Worker:
    """A process as its parent sees it."""

    def __init__(self, context: BaseContext, work: Work, timeout: float) -> None:
        self.connection, theirs = context.Pipe()
        self._process = context.Process(  # type: ignore[attr-defined]  # typeshed has it on the single contexts only
            target=_serve, args=(theirs, work, timeout), daemon=True
        )
        with _interrupts_held_back():
            self._process.start()
        theirs.close()
        self._timeout = timeout
        self._is_leaving = False
        self.has_left = False
        """It ended between two tasks, told to or by itself."""
        self.is_over_memory = False
        """It ended because its task takes too much memory."""
        self.given: deque[Task] = deque()
        self.digest: str | None = None
        self.is_ready = False
        self.since = time.monotonic()
        self.deadline = self.since + _START_LIMIT
        self.cause = "it was ended"

    @property
    def process_id(self) -> int:
        """Of the process."""
        return self._process.pid or 0

    @property
    def is_idle(self) -> bool:
        """Whether all that it was given is done."""
        return not self.given

    def is_late(self) -> bool:
        """Whether its time is up."""
        return not self.is_idle and time.monotonic() > self.deadline

    def give(self, tasks: list[Task]) -> None:
        """Hands over tasks. If the process is dead, its pipe will tell."""
        self.given.extend(tasks)
        if self.is_ready:
            self._start_clock()
        self._send(tasks)

    def hear(self) -> Done | None:
        """Takes one message: that it is ready or leaves, the digest of an input that it begins, or what became of one.

        Raises:
            EOFError, OSError: it is dead.
        """
        message = self.connection.recv()
        if isinstance(message, Done):
            self.given.popleft()
            self._start_clock()
            return message
        if message is None:
            self.is_ready = True
            self._start_clock()
        elif message is _LEAVING:
            self._is_leaving = True
        else:
            self.digest = message
        return None

    def stop(self) -> None:
        """Has it end after the task that it is at."""
        self._is_leaving = True
        self._send(None)

    def dismiss(self) -> None:
        """Has it end, and waits for that."""
        self._send(None)
        self.end(LAST_WORDS)

    def end(self, patience: float = 0.0) -> None:
        """Ends it, at once or when that many seconds have passed."""
        self._process.join(patience)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.cause = cause(self._process.exitcode)
        self.has_left = self._is_leaving and self._process.exitcode == 0
        self.is_over_memory = self._process.exitcode == OVER_LIMIT
        self.connection.close()

    def _start_clock(self) -> None:
        self.since = time.monotonic()
        self.deadline = self.since + self._timeout
        self.digest = None

    def _send(self, message: Any) -> None:
        try:
            self.connection.send(message)
        except OSError:
            return  # reading from it will tell


def process_context() -> BaseContext:
    """Where there is a fork server, workers are children of a fresh process with newsx in it, and start at once.

    Forked from their parent, they would share its open files and the state of its threads.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newsx.pipeline", "newsx.read.html", "lxml.html", "bs4"])
    return context


@contextlib.contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Starts processes in which Ctrl-C, which goes to all of them, does nothing; here it comes a moment later."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # before Python 3.12 its start lets signals in again, whatever was held back
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Work, timeout: float) -> None:
    """The life of a worker: chunks of tasks in, for each a digest and what became of it out; None is the end.

    One that has grown ends by itself between two tasks, so that no input pays for those before it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it was not held back, or its server was started by others
    gc.set_threshold(50_000)  # looking for cycles after each 700 new objects takes some 4% of the time
    memory = Memory(work.memory)
    try:
        connection.send(None)
        while (tasks := connection.recv()) is not None:
            for task in tasks:
                end_with_parent(timeout)
                connection.send(do(work, task, connection.send))
                if memory.is_half_used():
                    connection.send(_LEAVING)
                    return
                if connection.poll():
                    break
            end_with_parent(None)
    except (EOFError, OSError):
        return  # the parent is gone


def end_with_parent(timeout: float | None) -> None:
    """Has the system end this process should nobody else do it when time is up, for its parent may be killed."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, 0 if timeout is None else timeout + _ORPHAN_GRACE)
