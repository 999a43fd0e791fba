"""A whole run: the inputs planned, those not done yet read by workers, and each one written and journaled."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import newsx
from newsx.batch.duplicates import Dedup, Duplicates
from newsx.batch.entries import Entry, Status
from newsx.batch.folder_sink import OutputError
from newsx.batch.journal import Journal, Kept
from newsx.batch.machine import memory_share
from newsx.batch.order import InOrder
from newsx.batch.plan import Plan, Planned, workspace
from newsx.batch.reporting import check_report, write_report
from newsx.batch.sources import Gone
from newsx.batch.stream_sink import StreamSink
from newsx.batch.tally import Tally
from newsx.batch.work import Done, Reading, Task, Work
from newsx.batch.workers import Pool, check_limits
from newsx.errors import NewsxError

if TYPE_CHECKING:
    from newsx.batch.outputs import Outputs
    from newsx.batch.sources import Found
    from newsx.pipeline import Examined


_CHUNK = 8
"""Inputs handed to a worker at once: enough that it does not wait, few enough that no worker is left with many."""

_CHECKS = 200
"""Articles compared between two moments at which a caller can show how far it is."""

_CHUNKS_EACH = 4
"""A run of few inputs is cut into so many pieces for each worker at least."""


class Settings(NamedTuple):
    """How to go about it."""

    reading: Reading = Reading()
    workers: int = 1
    timeout: float = 60.0
    retry_failed: bool = False
    fresh: bool = False
    prune: bool = False
    """Whether records of inputs that are gone are taken away."""
    dedup: Dedup | None = None
    """What becomes of near-duplicates; None: nobody looks for them."""
    report: Path | None = None
    """The file of a report, which is written when all inputs are done."""
    examine: Callable[..., Examined] | None = None
    """Stands for the extraction; see `newsx.batch.work.Work`."""

    def check(self) -> None:
        """Finds out now whether these can be used.

        Raises:
            OptionError: they cannot.
        """
        self.reading.check()
        check_limits(self.workers, self.timeout)
        if self.report is not None:
            check_report(self.report)


class Step(NamedTuple):
    """What a dry run tells of one input."""

    action: Literal["read", "check", "refuse", "prune"]
    """``check``: it was done before, and will be read again only if it has changed. ``prune``: it is gone."""
    name: str
    output: str


class Run:
    """One run from inputs to outputs."""

    def __init__(
        self, inputs: Iterable[Found], outputs: Outputs, settings: Settings, skipped: Counter[str] | None = None
    ) -> None:
        """Finds the inputs; nothing is written, and what earlier runs did is not looked at yet.

        skipped: has what containers hold beside pages, counted by kind, once all inputs are found.
        """
        self._sink = outputs.sink
        self._settings = settings
        self._options = _digest(outputs, settings)
        self._database = workspace()
        self._journal = Journal(self._sink.journal_path, self._database, self._sink.head)
        self._plan = Plan(self._database, outputs.suffix)
        for found in inputs:
            self._plan.add(found)
        self.tally = Tally(self._plan.total, skipped=skipped or Counter())
        self.on_failure: Callable[[str, str], None] = lambda name, message: None
        """Is told the name of an input that has failed now, and why."""
        self._order = InOrder()
        workers = max(1, min(settings.workers, self._plan.total))
        chunk = max(1, min(_CHUNK, self._plan.total // (workers * _CHUNKS_EACH)))
        work = Work(settings.reading, outputs.pack, settings.examine, memory_share(workers), settings.dedup is not None)
        self._pool = Pool(work, workers, settings.timeout, chunk)

    @property
    def journal_path(self) -> Path:
        """Where the journal is."""
        return self._sink.journal_path

    @property
    def records_path(self) -> Path:
        """Where the records are: those so far if the run was interrupted."""
        return self._sink.standing if self.tally.is_interrupted else self._sink.root

    def steps(self) -> Iterator[Step]:
        """What would be done, input by input, if the run began now.

        Raises:
            OSError: there is a journal, and it cannot be read.
        """
        self._settle()
        for planned in self._plan:
            if planned.refusal is not None:
                yield Step("refuse", planned.name, planned.refusal.message)
            else:
                yield Step("read" if self._known(planned) is None else "check", planned.name, planned.output)
        if self._settings.prune:
            yield from (Step("prune", name, output or "") for name, output in self._gone())

    def stop(self) -> None:
        """Has `work` end when what is running is done and written."""
        self.tally.is_interrupted = True
        self._pool.stop()

    def work(self) -> Iterator[None]:
        """Does it; yields several times a second, so that a caller can show how far it is, and stop it.

        Ended in any way, it can be taken up again. If all inputs were done, the outputs are in their place.

        Raises:
            OptionError: the outputs are not those of the journal, or another process is writing them.
            WorkersFailedError: workers cannot be started.
            OSError: the outputs cannot be written.
        """
        try:
            self._sink.make_place()
            self._journal.lock()
            self._sink.recover(self._journal)
            self._settle()
            self._sink.open(self._journal, fresh=self._settings.fresh)
            with closing(self._pool.run(self._tasks())) as results:
                for done in results:
                    if done is not None:
                        self._order.put(done)
                        self._write(self._order.due())
                    yield
            self._write(self._order.rest())
            if self.tally.done == self.tally.total:
                if self._settings.prune:
                    self._prune()
                self.tally.unplanned = self._journal.unplanned()
                if self._settings.dedup is not None:
                    yield from self._settle_duplicates(self._settings.dedup)
                if not self.tally.is_interrupted:
                    self._sink.publish(self._journal)
                    if self._settings.report is not None:
                        yield from self._report(self._settings.report)
        finally:
            self._sink.close(self._journal)
            self._journal.close()

    def _tasks(self) -> Iterator[Task]:
        for planned in self._plan:
            if planned.refusal is not None:
                error = NewsxError(planned.refusal.message, kind=planned.refusal.kind)
                self._order.put(Done(planned.number, "error", None, 0, error=error))
                self._write(self._order.due())
            else:
                yield Task(planned.number, planned.name, planned.path, planned.place, self._known(planned))

    def _settle_duplicates(self, dedup: Dedup) -> Iterator[None]:
        """Has each record name the first one that tells the same story, or takes it away; and has no other do so.

        Only what is not so already is done, so that it can be interrupted like all else.
        """
        duplicates = Duplicates(self._plan, self._journal, self._database, dedup)
        changes = []
        for number, change in enumerate(duplicates.changes()):
            if change is not None:
                changes.append(change)
            if number % _CHECKS == 0:
                yield
            if self.tally.is_interrupted:
                return
        self.tally.duplicates = duplicates.count

        def tasks() -> Iterator[Task]:
            for number, first, is_dropped in changes:
                planned = self._plan[number]
                if is_dropped:
                    self._drop(planned, first)
                else:
                    yield Task(planned.number, planned.name, planned.path, planned.place, duplicate_of=first)

        with closing(self._pool.run(tasks())) as results:
            for done in results:
                if done is not None:
                    self._write_again(done)
                yield

    def _drop(self, planned: Planned, first: str | None) -> None:
        entry = self._journal.entry(planned.name)
        if entry is not None:
            if entry.output is not None:
                self._sink.remove(entry.output)
            self._journal.append(entry._replace(status="duplicate", output=None, bytes=0, duplicate_of=first))

    def _write_again(self, done: Done) -> None:
        planned = self._plan[done.number]
        error = self._store(planned, done, self._journal.get(planned.name))
        if error is not None:
            self.tally.uncount()
            self._count_failure(planned, error)

    def _report(self, path: Path) -> Iterator[None]:
        is_kept = not isinstance(self._sink, StreamSink)
        names = (str(self._sink.root), str(self.journal_path)) if is_kept else ("standard output", None)
        yield from write_report(path, self._journal.entries(), self.tally, *names)

    def _settle(self) -> None:
        self._journal.read()
        self._plan.settle_outputs(self._owner)

    def _gone(self) -> Iterator[tuple[str, str | None]]:
        gone = Gone(self._settings.reading.rows)
        for name, output in self._journal.unplanned_entries():
            if gone.is_gone(name):
                yield name, output

    def _prune(self) -> None:
        for name, output in self._gone():
            if output and not self._plan.has_output(output):
                self._sink.remove(output)
            self._journal.forget(name)
            self.tally.pruned += 1

    def _owner(self, output: str) -> str | None:
        return None if self._settings.fresh else self._journal.owner(output)

    def _known(self, planned: Planned) -> str | None:
        """The digest with which the input needs no second reading, None where it needs one anyhow."""
        kept = None if self._settings.fresh else self._journal.get(planned.name)
        if kept is None or kept.options != self._options:
            return None
        if self._settings.report is not None and kept.status != "error" and not kept.has_facts:
            return None  # its line is of a newsx that kept none
        if kept.status == "error":
            return None if self._settings.retry_failed else kept.sha256
        if kept.status == "duplicate":
            return kept.sha256
        is_there = kept.output == (planned.output or kept.output) and self._sink.holds(kept.output or "", kept.bytes)
        return kept.sha256 if is_there else None

    def _write(self, results: Iterable[Done]) -> None:
        for done in results:
            planned = self._plan[done.number]
            kept = self._journal.get(planned.name)
            if done.status == "unchanged" and kept is not None:
                self._count_unchanged(planned.name, kept)
            else:
                self._write_one(planned, done, kept)

    def _count_unchanged(self, name: str, kept: Kept) -> None:
        self.tally.unchanged += 1
        if kept.status == "error":
            self.tally.count_failure(name, kept.kind or "", "as before")
        else:
            self.tally.count("ok" if kept.status == "duplicate" else kept.status)

    def _write_one(self, planned: Planned, done: Done, kept: Kept | None) -> None:
        error = self._store(planned, done, kept)
        if error is not None:
            self._count_failure(planned, error)
        else:
            self.tally.count(done.status)

    def _count_failure(self, planned: Planned, error: NewsxError) -> None:
        self.tally.count_failure(planned.name, error.kind, str(error))
        self.on_failure(planned.name, str(error))

    def _store(self, planned: Planned, done: Done, kept: Kept | None) -> NewsxError | None:
        """Writes what became of an input, and its line in the journal; the error where there is no record."""
        error, output, size = done.error, None, 0
        if error is None:
            try:
                replaces = kept is not None and kept.output == planned.output
                output = self._sink.write(planned.output, done.result, replaces=replaces)
                size = len(done.result)
            except OutputError as failed:
                error = failed
        before = kept and kept.output
        if before and before != output and (before == planned.output or not self._plan.has_output(before)):
            self._sink.remove(before)
        status: Status = "error" if error is not None else "ok" if done.status == "ok" else "not_article"
        told = None if error is None else (error.kind, str(error))
        sketch = None if done.sketch is None else base64.b64encode(done.sketch).decode()
        line = Entry(planned.name, done.sha256, status, told, output, done.ms, size, self._options)
        facts = done.facts if error is None else None
        self._journal.append(line._replace(sketch=sketch, duplicate_of=done.duplicate_of, facts=facts))
        return error


def _digest(outputs: Outputs, settings: Settings) -> str:
    """Short, and another one wherever the same input could give other bytes, or its line lack what is asked for."""
    made = [newsx.__version__, outputs.form, *map(str, settings.reading)]
    if settings.dedup is not None:
        made.append("sketch")
    return hashlib.sha256(json.dumps(made).encode()).hexdigest()[:8]
