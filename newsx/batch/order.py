"""Results in the order of the inputs, as far as memory allows."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.batch.work import Done

_COUNT_LIMIT = 4096
_SIZE_LIMIT = 64 * 1000 * 1000
"""Bytes of records that may wait for one that comes before them."""


class InOrder:
    """Holds results back until those before them are there.

    One input may hang until its time is up. Then too many would wait for it, and those that do are let go out of order:
    what is written is put in order at the end of the run.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, Done] = {}
        self._ahead: set[int] = set()
        self._size = 0
        self._next = 0

    def put(self, done: Done) -> None:
        """Takes a result."""
        self._waiting[done.number] = done
        self._size += _size(done)

    def due(self) -> Iterator[Done]:
        """The results whose turn it is."""
        while self._next in self._waiting or self._next in self._ahead:
            if self._next in self._ahead:
                self._ahead.remove(self._next)
            else:
                yield self._take(self._next)
            self._next += 1
        if len(self._waiting) > _COUNT_LIMIT or self._size > _SIZE_LIMIT:
            self._ahead.update(self._waiting)
            yield from self.rest()

    def rest(self) -> Iterator[Done]:
        """All results that are held, in order."""
        for number in sorted(self._waiting):
            yield self._take(number)

    def _take(self, number: int) -> Done:
        done = self._waiting.pop(number)
        self._size -= _size(done)
        return done


def _size(done: Done) -> int:
    return len(done.result) if isinstance(done.result, bytes) else 0
