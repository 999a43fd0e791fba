"""The exit codes of `newsx`, a part of its interface."""

from __future__ import annotations

from collections.abc import Iterable

FINE = 0
"""All inputs gave an article."""
FAILED = 1
"""Something failed that should not: a bug in newsx, or an output that cannot be written."""
USAGE = 2
"""The command was not understood."""
UNREADABLE = 3
"""Some inputs could not be read; the others were."""
NO_ARTICLE = 4
"""All inputs were read, some hold no article; their records are printed all the same."""
INTERRUPTED = 130
"""Ended by Ctrl-C."""
CLOSED_PIPE = 141
"""The reader of the output went away, as `head` does: what a shell reports for any program ended by SIGPIPE."""

HELP = """\
\b
Exit codes:
  0    all inputs gave an article
  1    an unexpected failure
  2    the command was not understood
  3    some inputs could not be read
  4    an input holds no article
  130  ended by Ctrl-C
  141  the output's reader went away"""
"""The codes as the help of the commands shows them."""


def worst(codes: Iterable[int]) -> int:
    """The code of a run whose inputs ended with these codes: 1 before 3 before 4 before 0."""
    found = set(codes)
    return next((code for code in (FAILED, UNREADABLE, NO_ARTICLE) if code in found), FINE)
