"""Where the data goes: standard output, or a file that appears whole or not at all. Always UTF-8."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newsx.cli import exit_codes
from newsx.cli.messages import STANDARD_OUTPUT, say


class Output:
    """A binary stream that takes text."""

    def __init__(self, stream: BinaryIO, name: str, *, is_terminal: bool) -> None:
        self._stream = stream
        self._name = name
        self.is_terminal = is_terminal
        self.is_used = False

    def write(self, text: str) -> None:
        """Writes the text at once, so that a reader in a pipe sees each record when it is ready.

        Raises:
            SystemExit: the reader is gone, or the stream cannot be written; the latter was told.
        """
        self.is_used = True
        try:
            self._stream.write(text.encode("utf-8", "replace"))
            self._stream.flush()
        except OSError as error:
            # Closing the stream flushes it once more, and that should not fail a second time.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
            if isinstance(error, BrokenPipeError):
                raise SystemExit(exit_codes.CLOSED_PIPE) from None
            raise _failed(self._name, error) from error


@contextlib.contextmanager
def open_output(path: Path | None) -> Iterator[Output]:
    """Standard output, or the file `path`.

    A regular file is written beside its place under a temporary name and moved there at the end; if the block
    is left by an exception, or nothing was written, what was there before stays.

    Raises:
        SystemExit: it cannot be written; the reason was told.
    """
    if path is None or path == Path("-"):
        if not hasattr(sys.stdout, "buffer"):
            raise _failed(STANDARD_OUTPUT, OSError("it is closed"))
        yield Output(sys.stdout.buffer, STANDARD_OUTPUT, is_terminal=sys.stdout.isatty())
    elif os.path.exists(path) and not os.path.isfile(path):
        try:
            with path.open("wb") as stream:  # a pipe or device: moving a file there would replace it
                yield Output(stream, str(path), is_terminal=False)
        except OSError as error:
            raise _failed(str(path), error) from error
    else:
        with _moved_into_place(path) as output:
            yield output


@contextlib.contextmanager
def _moved_into_place(path: Path) -> Iterator[Output]:
    target = Path(os.path.realpath(path))  # a link stays a link to the new file
    temporary = target.with_name(f".newsx-{os.getpid()}.part")
    try:
        if os.path.islink(target):  # a link that leads to itself is all that is left one
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        with open(temporary, "xb") as stream:
            output = Output(stream, str(path), is_terminal=False)
            yield output
        if output.is_used:
            if os.path.exists(target):
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
    except OSError as error:
        raise _failed(str(path), error) from error
    finally:
        with contextlib.suppress(OSError):  # it is not there, or nothing can be taken away either
            temporary.unlink()


def _failed(name: str, error: OSError) -> SystemExit:
    say(name, f"it cannot be written: {error.strerror or error}")
    return SystemExit(exit_codes.FAILED)
