"""What the commands say to a person on standard error: one line a message, whatever a file is called."""

from __future__ import annotations

import sys

STANDARD_INPUT = "standard input"
STANDARD_OUTPUT = "standard output"


def say(name: str, message: str) -> None:
    """Prints ``newsx: NAME: MESSAGE`` on standard error."""
    from newsx.write.terminal import harmless

    sys.stderr.write(f"newsx: {harmless(name)}: {harmless(message)}\n")
