"""Keeps a process from taking more memory than one input may cost.

A limit that the system holds (`RLIMIT_AS`) makes allocations fail. Python tells that, but libxml2 gives what it has
read so far, or nothing, and a page would seem to be empty. So the process watches itself and ends; the limit of
the system stands behind, for what is asked for at once.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from pathlib import Path

OVER_LIMIT = 86
"""Exit code of a process that took too much."""

_LOOK_EVERY = 0.02
_HARD_LIMIT = 2
"""Times the limit: what is only reserved and never written to counts for the system too."""


class Memory:
    """How much memory this process has come to take since it began to work."""

    def __init__(self, limit: int | None) -> None:
        """Begins to watch. limit: bytes beyond which the process ends; None is no limit."""
        self._limit = limit
        self._before = _peak()
        if limit is not None and self._before is not None:
            _set_hard_limit(max(self._before, _address_space()) + _HARD_LIMIT * limit)
            threading.Thread(target=self._watch, args=(limit,), daemon=True).start()

    def is_half_used(self) -> bool:
        """Whether it once took half of the limit, and so may have kept much of it."""
        return self._limit is not None and self._used() > self._limit // 2

    def _watch(self, limit: int) -> None:
        while self._used() <= limit:
            time.sleep(_LOOK_EVERY)
        os._exit(OVER_LIMIT)

    def _used(self) -> int:
        return (_peak() or 0) - (self._before or 0)


def _peak() -> int | None:
    """The most bytes of memory that this process has taken, None where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _address_space() -> int:
    """The addresses that this process has, which may be many more than it has memory; 0 where Linux does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _set_hard_limit(size: int) -> None:
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    soft = size if most == resource.RLIM_INFINITY else min(size, most)
    with contextlib.suppress(ValueError, OSError):  # some systems know the limit and do not take it
        resource.setrlimit(resource.RLIMIT_AS, (soft, most))
