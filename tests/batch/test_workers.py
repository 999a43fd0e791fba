"""Worker processes: each input is done once, and what ends a worker costs one input."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsx.article import Article
from newsx.batch.work import Done, Reading, Task, Work
from newsx.batch.workers import Pool, WorkersFailedError
from tests.batch.hostile import CRASH, FAT, GREEDY, HANG, KILL, LEAK, LEAVE, examine, page


def headline(article: Article) -> str:
    return (article.headline or "").rpartition(" ")[2]


TIMEOUT = 4.0
"""Seconds: far more than a page takes even where others keep the machine busy, for only those that hang may be late."""

WORK = Work(Reading(), headline, examine)


def tasks(folder: Path, count: int, marks: dict[int, bytes]) -> Iterator[Task]:
    for number in range(count):
        path = folder / f"{number}.html"
        path.write_bytes(page(number, marks.get(number, b"")))
        yield Task(number, path.name, str(path))


def results(pool: Pool, given: Iterator[Task]) -> dict[int, Done]:
    found = [done for done in pool.run(given) if done is not None]
    assert len({done.number for done in found}) == len(found)
    return {done.number: done for done in found}


@pytest.mark.parametrize("chunk", [1, 8])
@pytest.mark.parametrize("workers", [1, 3])
def test_a_worker_that_ends_costs_its_own_input(tmp_path: Path, chunk: int, workers: int) -> None:
    """Hang, kill, crash, exit: each is recorded with its cause, and those handed over with it are done by others."""
    marks = {0: KILL, 5: HANG, 6: CRASH, 7: LEAVE, 19: KILL}
    found = results(Pool(WORK, workers, TIMEOUT, chunk), tasks(tmp_path, 20, marks))
    errors = {number: done.error for number, done in found.items() if done.error is not None}
    assert {number: (error.kind, str(error)) for number, error in errors.items()} == {
        0: ("crash", "the process that read it died (SIGKILL)"),
        5: ("timeout", "no result after 4 seconds"),
        6: ("crash", "the process that read it died (SIGSEGV)"),
        7: ("crash", "the process that read it died (exit code 7)"),
        19: ("crash", "the process that read it died (SIGKILL)"),
    }
    assert all(done.sha256 for done in found.values())
    assert {done.result for done in found.values()} == {None, *map(str, set(range(20)) - set(marks))}


MEMORY = 300_000_000


@pytest.mark.parametrize("chunk", [1, 8])
def test_a_page_that_takes_too_much_memory_costs_itself(tmp_path: Path, chunk: int) -> None:
    """Whether it takes it bit by bit or at once; the system never has to look for a process to kill."""
    found = results(
        Pool(WORK._replace(memory=MEMORY), 2, 60.0, chunk), tasks(tmp_path, 20, {3: FAT, 4: GREEDY, 9: FAT})
    )
    errors = {number: done.error for number, done in found.items() if done.error is not None}
    assert {number: error.kind for number, error in errors.items()} == {3: "memory", 4: "memory", 9: "memory"}
    assert str(errors[3]) == "it takes more than 0.3 GB of memory"
    assert all(done.sha256 for done in found.values())


@pytest.mark.parametrize("chunk", [1, 8])
def test_what_pages_leave_behind_costs_no_other(tmp_path: Path, chunk: int) -> None:
    """A worker that has grown over many pages is replaced between two of them."""
    found = results(
        Pool(WORK._replace(memory=MEMORY), 2, 60.0, chunk), tasks(tmp_path, 40, dict.fromkeys(range(40), LEAK))
    )
    assert [done.status for done in found.values()] == ["ok"] * 40


def test_workers_killed_from_outside_cost_an_input_each(tmp_path: Path) -> None:
    """As when the system is out of memory."""
    pool = Pool(WORK, 2, 60.0, 4)
    kills = 0
    found: list[Done] = []
    for done in pool.run(tasks(tmp_path, 120, {})):
        if done is not None:
            found.append(done)
            if len(found) % 25 == 0 and pool.processes():
                os.kill(pool.processes()[0], signal.SIGKILL)
                kills += 1
    assert len(found) == 120
    assert len({done.number for done in found}) == 120
    assert kills >= 3
    assert sum(done.status == "error" for done in found) <= kills


def test_tasks_are_asked_for_when_they_are_needed(tmp_path: Path) -> None:
    """However many there are, few are in the hands of the pool."""
    asked = 0

    def given() -> Iterator[Task]:
        nonlocal asked
        for task in tasks(tmp_path, 60, {}):
            asked += 1
            yield task

    done = 0
    for result in Pool(WORK, 2, 60.0, 4).run(given()):
        done += result is not None
        assert asked - done <= 3 * 4
    assert done == 60


def test_nothing_runs_on_when_nobody_asks(tmp_path: Path) -> None:
    """The processes end with the iterator."""
    pool = Pool(WORK, 2, 10.0)
    run = pool.run(tasks(tmp_path, 50, {}))
    next(run)
    processes = pool.processes()
    assert processes
    run.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


class Unpicklable:
    """A stand-in for work that no worker can take up."""

    def __reduce__(self) -> tuple[object, ...]:
        return (os._exit, (3,))


def test_workers_that_cannot_start_are_told(tmp_path: Path) -> None:
    """Instead of starting them for ever."""
    broken = Work(Reading(), Unpicklable())  # type: ignore[arg-type]
    with pytest.raises(WorkersFailedError, match="exit code 3"):
        results(Pool(broken, 2, 10.0), tasks(tmp_path, 3, {}))


STARTED = """
import os, signal, threading
from newsx.batch.work import Reading, Work
from newsx.batch.worker import Worker, process_context
signal.signal(signal.SIGINT, lambda *_: None)
started = threading.Event()
def press():
    while not started.wait(0.01):
        os.killpg(0, signal.SIGINT)
threading.Thread(target=press, daemon=True).start()
worker = Worker(process_context(), Work(Reading(), str), 10.0)
assert worker.connection.poll(100)
worker.hear()
started.set()
assert worker.is_ready
worker.dismiss()
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no process groups")
def test_ctrl_c_while_workers_start_is_left_to_their_parent() -> None:
    """No process that is about to be a worker, nor the one that forks them, dies of it or speaks of it."""
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, start_new_session=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
