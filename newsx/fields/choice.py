"""Values on offer for a field, and the choice among them with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsx.article import Evidence, Other, Warned

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """One value that the page offers for a field.

    `source` names the place as a person would look for it: ``json-ld NewsArticle.datePublished``,
    ``meta og:title``, ``block 12 (byline)``, ``site facts livehindustan``. `raw` is the text as it stands there.
    """

    value: T
    source: str
    raw: str
    likely: float | None = None
    """How probable it is that the value is right, where a score chose the place."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """A field settled: its value (None where the page does not tell), the evidence for it, and warnings."""

    value: T | None
    evidence: Evidence | None = None
    warnings: tuple[Warned, ...] = ()


def choose(candidates: Iterable[Candidate[T]]) -> Choice[T]:
    """The first candidate wins; the others that differ go into the evidence."""
    offered = list(candidates)
    if not offered:
        return Choice(None)
    best = offered[0]
    also: list[Other] = []
    for other in offered[1:]:
        if other.value != best.value and all(other.value != earlier.value for earlier in also):
            also.append(Other(other.value, other.source))
    return Choice(best.value, Evidence(best.source, best.raw, tuple(also), best.likely))
