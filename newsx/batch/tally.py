"""The count of a run: what a person is told while it goes on and at its end."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Failures:
    """The inputs that failed in one way."""

    count: int = 0
    name: str = ""
    """The first of them."""
    message: str = ""


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far."""

    total: int
    done: int = 0
    articles: int = 0
    not_articles: int = 0
    failed: int = 0
    unchanged: int = 0
    """Of those done: were so by an earlier run."""
    unplanned: int = 0
    """Inputs of earlier runs, not named in this one, whose records stay."""
    pruned: int = 0
    """Inputs of earlier runs that are gone, whose records were taken away."""
    duplicates: int = 0
    """Articles that are near-duplicates of others, where these are looked for."""
    skipped: Counter[str] = field(default_factory=Counter)
    """What archives hold beside pages, by kind."""
    failures: dict[str, Failures] = field(default_factory=dict)
    """By the kind of error."""
    is_interrupted: bool = False
    started: float = field(default_factory=time.monotonic)

    def count(self, status: str) -> None:
        """Counts an input that was read, now or earlier."""
        self.done += 1
        self.articles += status == "ok"
        self.not_articles += status == "not_article"

    def uncount(self) -> None:
        """Takes back the count of an article, whose record was made and could not be made again."""
        self.done -= 1
        self.articles -= 1

    def count_failure(self, name: str, kind: str, message: str) -> None:
        """Counts an input that failed, now or earlier."""
        self.done += 1
        self.failed += 1
        failures = self.failures.setdefault(kind, Failures(0, name, message))
        failures.count += 1

    @property
    def elapsed(self) -> float:
        """Seconds since the work began."""
        return time.monotonic() - self.started

    @property
    def rate(self) -> float:
        """Inputs a second, those that an earlier run did left aside."""
        return (self.done - self.unchanged) / max(self.elapsed, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """As the run goes, None where nothing can be said yet."""
        return (self.total - self.done) / self.rate if self.rate and self.elapsed > 1 else None
