"""What the machine has: how many processes can be at work at once, and how much memory each may take."""

from __future__ import annotations

import os

_CONTAINER_LIMIT = "/sys/fs/cgroup/memory.max"
_AT_MOST = 4_000_000_000
"""Bytes: no page that a person saved takes a tenth of it, and what one page gives should not depend on the machine."""

_AT_LEAST = 1_000_000_000


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory_share(workers: int) -> int:
    """The bytes of memory that each of so many processes may take: its share, within bounds."""
    return max(_AT_LEAST, min(_AT_MOST, _memory() // workers))


def _memory() -> int:
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # Windows; systems that do not tell
        return _AT_MOST
    try:
        with open(_CONTAINER_LIMIT, encoding="ascii") as file:
            return min(memory, int(file.read()))
    except (OSError, ValueError):  # there is no such limit
        return memory
