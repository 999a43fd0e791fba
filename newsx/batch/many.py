"""The library's way to many pages: results as they come."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsx.article import Article
from newsx.batch.machine import cores, memory_share
from newsx.batch.sources import Globs, find
from newsx.batch.work import Reading, Task, Work
from newsx.batch.workers import Pool, check_limits
from newsx.errors import NewsxError, OptionError
from newsx.page import Form
from newsx.read.containers.kinds import Rows


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one input: an article, or the error that says why there is none."""

    name: str
    """Its path, and behind it what its container calls it: ``pages.zip/a.html``, ``crawl.warc.gz#12``."""
    article: Article | None = None
    error: NewsxError | None = None


def extract_many(  # noqa: PLR0913 - all but the first go by name
    sources: os.PathLike[str] | Iterable[os.PathLike[str]],
    *,
    workers: int | None = None,
    timeout: float = 60.0,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
    normalize: Literal["nfc"] | None = None,
    json_field: str | None = None,
    url_field: str | None = None,
) -> Iterator[Result]:
    """The articles of many saved pages, read by several processes.

    No input stops the others: one that cannot be read, that takes too long or ends its process gives a result with an
    error. The processes end when the iterator does. As with `multiprocessing`, a script that calls this needs
    ``if __name__ == "__main__":``.

    Args:
        sources: path objects of pages, of zip files, WARC files or JSON Lines of pages, and of folders, which are
            walked.
        workers: number of processes; None is one for each core.
        timeout: seconds that one input may take.
        include: patterns for the files in folders and zip files and the addresses in WARC files, such as ``*.html``;
            none is all but hidden files.
        exclude: patterns for those that are left out.
        captured_at: as of `newsx.extract`, as are `form` and `encoding`, for all inputs.
        form: see `captured_at`.
        encoding: see `captured_at`.
        normalize: the normal form of the texts, ``"nfc"`` or as they are on the page.
        json_field: the field of a row that holds the page as HTML or text; None takes no file for JSON Lines.
        url_field: the field that holds its address.

    Yields:
        One result for each input, in the order in which they are done.

    Raises:
        OptionError: an argument is not usable.
        WorkersFailedError: the processes cannot be started.
    """
    reading = Reading(captured_at, form, encoding, normalize, Rows.of(json_field, url_field))
    reading.check()
    workers = cores() if workers is None else workers
    check_limits(workers, timeout)
    if isinstance(sources, os.PathLike):
        sources = [sources]
    return _results(_paths(sources), Globs(tuple(include), tuple(exclude)), reading, workers, timeout)


def _paths(sources: Iterable[os.PathLike[str]]) -> Iterator[str]:
    for source in sources:
        if not isinstance(source, os.PathLike):
            raise OptionError(f"sources must be path objects; got {type(source).__name__}")
        yield os.fspath(source)


def _results(sources: Iterable[str], globs: Globs, reading: Reading, workers: int, timeout: float) -> Iterator[Result]:
    names: dict[int, str] = {}
    refused: list[Result] = []

    def tasks() -> Iterator[Task]:
        for number, found in enumerate(find(sources, globs, several=False, rows=reading.rows)):
            if found.refusal is not None:
                error = NewsxError(found.refusal.message, kind=found.refusal.kind)
                refused.append(Result(found.name, error=error))
            else:
                names[number] = found.name
                yield Task(number, found.name, found.path, found.place)

    for done in Pool(Work(reading, _as_it_is, memory=memory_share(workers)), workers, timeout).run(tasks()):
        if done is not None:
            yield Result(names.pop(done.number), done.result, done.error)
        yield from refused
        refused.clear()
    yield from refused


def _as_it_is(article: Article) -> Article:
    return article
