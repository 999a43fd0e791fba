"""Files that one process at a time may write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from newsx.errors import OptionError


def lock(file: BinaryIO, path: Path) -> None:
    """Keeps the open file from other processes until it is closed. On Windows nothing is kept from anybody.

    Raises:
        OptionError: another process has it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise OptionError(f"another newsx is writing {str(path)!r}; let it end, or write elsewhere") from None


def is_at(file: BinaryIO, path: Path) -> bool:
    """Whether the open file is the one that has this path now."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except FileNotFoundError:
        return False
