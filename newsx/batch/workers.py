"""Worker processes, each with a pipe of its own, so that whatever ends one of them ends no other.

A pool of the standard library loses all that its workers had begun when one of them dies, and pebble, whose workers
share their pipes, can lose more, or wait forever, when one is killed while it holds them.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterator
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from newsx.batch.work import Done, Task, Work
from newsx.batch.worker import LAST_WORDS, Worker, process_context
from newsx.errors import NewsxError, OptionError
from newsx.timed import check_timeout

_TICK = 0.25
"""Seconds after which the parent looks around even if no worker has anything to tell."""

_FAILED_STARTS = 3


WORKERS_LIMIT = 1000


def check_limits(workers: Any, timeout: Any) -> None:
    """Finds out whether a pool can be made of so many workers with this timeout.

    Raises:
        OptionError: it cannot.
    """
    if type(workers) is not int or not 1 <= workers <= WORKERS_LIMIT:
        raise OptionError(f"workers must be a whole number from 1 to {WORKERS_LIMIT:,}; got {workers!r}")
    check_timeout(timeout)


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
        self._context = process_context()
        self._workers: list[Worker] = []
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
                idle = Worker(self._context, self._work, self._timeout)
                self._workers.append(idle)
            idle.give(chunk)
        for worker in [worker for worker in self._workers if worker.is_idle]:
            self._workers.remove(worker)
            worker.dismiss()

    def _patience(self) -> float:
        deadlines = [worker.deadline for worker in self._workers]
        return max(0.0, min(_TICK, *(deadline - time.monotonic() for deadline in deadlines)))

    def _listen(self, worker: Worker, again: deque[Task]) -> Iterator[Done]:
        try:
            while worker.connection.poll():
                done = worker.hear()
                if done is not None:
                    self._failed_starts = 0
                    yield done
        except (EOFError, OSError):
            worker.end(LAST_WORDS)  # it has died, or is about to, and its exit code tells of what
            if worker.has_left:
                self._workers.remove(worker)
                self._give_back(worker, again)
            elif worker.is_over_memory and self._work.memory is not None:
                message = f"it takes more than {self._work.memory / 1e9:g} GB of memory"
                yield from self._bury(worker, again, "memory", message)
            else:
                yield from self._bury(worker, again, "crash", f"the process that read it died ({worker.cause})")

    def _bury(self, worker: Worker, again: deque[Task], kind: str, message: str) -> Iterator[Done]:
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
        self._give_back(worker, again)

    def _give_back(self, worker: Worker, again: deque[Task]) -> None:
        if not self._stopping:
            again.extendleft(reversed(worker.given))
