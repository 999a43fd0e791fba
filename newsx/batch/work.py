"""What a worker process does with one input: read it, extract, and pack the article for its way back."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from newsx.errors import NewsxError, OptionError
from newsx.page import Form
from newsx.read.containers.kinds import Container, Rows, check_encoding, container
from newsx.read.source import RawInput, load
from newsx.report.facts import Facts, facts_of

if TYPE_CHECKING:
    from newsx.article import Article
    from newsx.pipeline import Examined


class Task(NamedTuple):
    """One input to read."""

    number: int
    name: str
    path: str
    place: str | None = None
    """Where it is in the container at `path`."""
    known: str | None = None
    """Digest of the bytes that it was done with before: if it still has it, nothing is to be done."""
    duplicate_of: str | None = None
    """Name of the first input that tells the same story, for its record to name."""


class Done(NamedTuple):
    """What became of one input."""

    number: int
    status: Literal["ok", "not_article", "error", "unchanged"]
    sha256: str | None
    ms: int
    result: Any = None
    """What `Work.pack` made of the article; of an error None."""
    error: NewsxError | None = None
    sketch: bytes | None = None
    """Of an article, where `Work.sketches` asks for it."""
    duplicate_of: str | None = None
    """As in its task."""
    facts: Facts | None = None
    """Of an article, or a page that holds none."""


class Reading(NamedTuple):
    """How to read pages: the arguments of `newsx.extract` that many pages can share, and the normal form of texts."""

    captured_at: str | datetime | None = None
    form: Form | None = None
    encoding: str | None = None
    normalize: Literal["nfc"] | None = None
    rows: Rows | None = None
    """What to read in JSON Lines."""

    def check(self) -> None:
        """Finds out now whether these can be used.

        Raises:
            OptionError: they cannot.
        """
        from newsx.pipeline import check_arguments

        check_arguments(captured_at=self.captured_at, form=self.form, encoding=self.encoding)
        if self.normalize not in (None, "nfc"):
            raise OptionError(f"normalize must be 'nfc'; got {self.normalize!r}")
        check_encoding(self.rows, self.encoding)


class Work(NamedTuple):
    """What is to be done with each input. It goes to the workers, so functions in it are functions of modules."""

    reading: Reading
    pack: Callable[[Article], Any]
    examine: Callable[..., Examined] | None = None
    """Stands for `newsx.pipeline.examine_input`, which is loaded in the workers alone."""
    memory: int | None = None
    """Bytes that a worker may take for one input, None where there is no limit."""
    sketches: bool = False
    """Whether articles are to be compared with each other."""


def do(work: Work, task: Task, tell: Callable[[str], None]) -> Done:
    """Reads one input and extracts its article.

    tell: is told the digest of its bytes before they are looked into, for they may be the end of the process.
    """
    start = time.perf_counter()
    digest: str | None = None

    def done(status: Literal["ok", "not_article", "error", "unchanged"], **values: Any) -> Done:
        return Done(task.number, status, digest, round((time.perf_counter() - start) * 1000), **values)

    try:
        raw = _read(task, work.reading.rows)
        digest = raw.digest
        if digest == task.known:
            return done("unchanged")
        tell(digest)
        article = _article(work, raw)
        if not article.is_article:
            return done("not_article", result=work.pack(article), facts=facts_of(article))
        sketch = article.sketch() if work.sketches else None
        record = work.pack(_naming_first(article, task.duplicate_of))
        return done("ok", result=record, sketch=sketch, duplicate_of=task.duplicate_of, facts=facts_of(article))
    except NewsxError as error:
        return done("error", error=_unnamed(error, task))
    except MemoryError:
        return done("error", error=NewsxError("there is not enough memory for it", kind="memory"))
    except Exception as error:  # noqa: BLE001 - a bug that one input meets must not cost the others their records
        message = (
            f"newsx failed on it ({type(error).__name__}: {error}), which is a bug; please report it with this input"
        )
        return done("error", error=NewsxError(message, kind="bug"))


def _read(task: Task, rows: Rows | None) -> RawInput:
    if task.place is None:
        return load(Path(task.path))
    raw = _kept_open(task.path, rows).read(task.place)
    return raw._replace(name=_printable(task.name))


@lru_cache(maxsize=1)  # the pages of a container come one after the other
def _kept_open(path: str, rows: Rows | None) -> Container:
    return container(path, rows)


def _article(work: Work, raw: RawInput) -> Article:
    from newsx.pipeline import examine_input

    reading = work.reading
    examine = work.examine or examine_input
    article = examine(raw, captured_at=reading.captured_at, form=reading.form, encoding=reading.encoding).article
    return article.normalized() if reading.normalize else article


def _naming_first(article: Article, first: str | None) -> Article:
    """The article, naming the first one in the way in which that one's record names itself."""
    if first is None:
        return article
    return replace(article, source=replace(article.source, duplicate_of=_printable(first)))


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _unnamed(error: NewsxError, task: Task) -> NewsxError:
    """The error without the name of the input in front, which is told beside it."""
    named = task.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    message = str(error)
    return type(error)(message.removeprefix(f"{named}: "), kind=error.kind)
