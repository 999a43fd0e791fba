"""Worker processes, each with a pipe of its own, so that whatever ends one of them ends no other.

A pool of the standard library loses all that its workers had begun when one of them dies, and pebble, whose workers
share their pipes, can lose more, or wait forever, when one is killed while it holds them.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Generator, Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any

from newsx.batch.work import Done, Task, Work, do
from newsx.errors import NewsxError

_TICK = 0.25
"""Seconds after which the parent looks around even if no worker has anything to tell."""

_START_LIMIT = 120.0
"""Seconds in which a worker must have started."""

_FAILED_STARTS = 3

_LAST_WORDS = 1.0
"""Seconds that a process gets to end by itself."""

_ORPHAN_GRACE = 15
"""Seconds that a worker leaves its parent to end it when time is up; then it takes it that there is no parent."""


class WorkersFailedError(NewsxError):
    """Workers end before they have begun anything."""

    kind = "workers"


class Pool:
    """Does tasks in several processes, each task at most once."""

    def __init__(self, work: Work, workers: int, timeout: float, chunk: int = 1) -> None:
        """timeout: seconds after which a task is given up, and its worker ended. chunk: tasks handed over at once."""
        self._work = work
        self._count = workers
        self._timeout = timeout
        self._chunk = chunk
        self._context = _context()
        self._workers: list[_Worker] = []
        self._stopping = False
        self._failed_starts = 0

    def stop(self) -> None:
        """Has `run` end when what the workers are at is done."""
        self._stopping = True
        for worker in self._workers:
            worker.stop()

    def processes(self) -> list[int]:
        """The process ids of the workers."""
        return [worker.process_id for worker in self._workers]

    def run(self, tasks: Iterator[Task]) -> Generator[Done | None, None, None]:
        """Yields what became of each task as it is done, and None when there was nothing for a while.

        `tasks` is asked for more when a worker is idle, and not before. After `stop` some tasks stay undone.

        Raises:
            WorkersFailedError: no worker can be started.
        """
        again: deque[Task] = deque()
        try:
            while True:
                self._hand_out(again, tasks)
                if not self._workers:
                    return
                ready = wait([worker.connection for worker in self._workers], timeout=self._patience())
                for worker in [worker for worker in self._workers if worker.connection in ready]:
                    yield from self._listen(worker, again)
                for worker in [worker for worker in self._workers if worker.is_late()]:
                    worker.end()
                    yield from self._bury(worker, again, "timeout", f"no result after {self._timeout:g} seconds")
                yield None
        finally:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _hand_out(self, again: deque[Task], tasks: Iterator[Task]) -> None:
        while not self._stopping:
            idle = next((worker for worker in self._workers if worker.is_idle), None)
            if idle is None and len(self._workers) >= self._count:
                return
            size = min(self._chunk, len(again))
            chunk = [again.popleft() for _ in range(size)] or list(islice(tasks, self._chunk))
            if not chunk:
                break
            if idle is None:
                idle = _Worker(self._context, self._work, self._timeout)
                self._workers.append(idle)
            idle.give(chunk)
        for worker in [worker for worker in self._workers if worker.is_idle]:
            self._workers.remove(worker)
            worker.dismiss()

    def _patience(self) -> float:
        deadlines = [worker.deadline for worker in self._workers]
        return max(0.0, min(_TICK, *(deadline - time.monotonic() for deadline in deadlines)))

    def _listen(self, worker: _Worker, again: deque[Task]) -> Iterator[Done]:
        try:
            while worker.connection.poll():
                done = worker.hear()
                if done is not None:
                    self._failed_starts = 0
                    yield done
        except (EOFError, OSError):
            worker.end(_LAST_WORDS)  # it has died, or is about to, and its exit code tells of what
            if worker.has_left:
                self._workers.remove(worker)
                return
            yield from self._bury(worker, again, "crash", f"the process that read it died ({worker.cause})")

    def _bury(self, worker: _Worker, again: deque[Task], kind: str, message: str) -> Iterator[Done]:
        self._workers.remove(worker)
        given = worker.given
        if not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise WorkersFailedError(f"the processes that should read pages end at once ({worker.cause})")
        elif given:
            culprit = given.popleft()
            ms = round((time.monotonic() - worker.since) * 1000)
            yield Done(culprit.number, "error", worker.digest, ms, error=NewsxError(message, kind=kind))
        if not self._stopping:
            again.extendleft(reversed(given))


class _Worker:
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
        self._is_stopped = False
        self.has_left = False
        """It was told to end after the task that it was at, and did."""
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
        """Takes one message: that it is ready, the digest of an input that it begins, or what became of one.

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
        else:
            self.digest = message
        return None

    def stop(self) -> None:
        """Has it end after the task that it is at."""
        self._is_stopped = True
        self._send(None)

    def dismiss(self) -> None:
        """Has it end, and waits for that."""
        self._send(None)
        self.end(_LAST_WORDS)

    def end(self, patience: float = 0.0) -> None:
        """Ends it, at once or when that many seconds have passed."""
        self._process.join(patience)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.cause = _cause(self._process.exitcode)
        self.has_left = self._is_stopped and self._process.exitcode == 0
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


def _context() -> BaseContext:
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
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cause(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        try:
            return signal.Signals(-exitcode).name
        except ValueError:
            return f"signal {-exitcode}"
    return f"exit code {exitcode}"


def _serve(connection: Connection, work: Work, timeout: float) -> None:
    """The life of a worker: chunks of tasks in, for each a digest and what became of it out; None is the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it was not held back, or its server was started by others
    gc.set_threshold(50_000)  # looking for cycles after each 700 new objects takes some 4% of the time
    try:
        connection.send(None)
        while (tasks := connection.recv()) is not None:
            for task in tasks:
                _end_with_parent(timeout)
                connection.send(do(work, task, connection.send))
                if connection.poll():
                    break
            _end_with_parent(None)
    except (EOFError, OSError):
        return  # the parent is gone


def _end_with_parent(timeout: float | None) -> None:
    """Has the system end this process should nobody else do it when time is up, for its parent may be killed."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, 0 if timeout is None else timeout + _ORPHAN_GRACE)
