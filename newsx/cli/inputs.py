"""From the names on the command line to texts to put out, with one line on standard error for each input that fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsx.cli import exit_codes
from newsx.cli.messages import STANDARD_INPUT, say
from newsx.errors import InputError, NewsxError, OptionError

if TYPE_CHECKING:
    from newsx.page import Form
    from newsx.pipeline import Examined
    from newsx.read.containers.kinds import Rows
    from newsx.timed import Timed

STDIN = "-"
NOTHING_FETCHED = "newsx fetches nothing; save the page with a browser or curl, and give the file"
"""What is said of an address in the place of a file."""


class Reading(NamedTuple):
    """How to read pages: the arguments of `newsx.extract` beside the source, and the normal form of the texts."""

    url: str | None = None
    captured_at: str | None = None
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
        if (self.url, self.captured_at, self.form, self.encoding) != (None,) * 4:
            from newsx.pipeline import check_arguments

            check_arguments(url=self.url, captured_at=self.captured_at, form=self.form, encoding=self.encoding)
        if self.rows is not None:
            from newsx.read.containers.kinds import check_encoding

            check_encoding(self.rows, self.encoding)


def check_names(names: Sequence[str]) -> None:
    """Finds out now whether these can be inputs.

    Raises:
        OptionError: one is empty, as a variable of a script is that was not set.
    """
    if "" in names:
        raise OptionError("an input has an empty name; name saved pages, or - for standard input")


class Outcome(NamedTuple):
    """What became of one input: its exit code, and the text to put out if it could be read."""

    code: int
    text: str | None


def outcome(
    name: str,
    reading: Reading,
    render: Callable[[str, Examined], str],
    *,
    tell_no_article: bool,
    timed: Timed[Outcome] | None = None,
) -> Outcome:
    """Reads and renders one input; what goes wrong with it is told on standard error and not raised.

    timed: keeps the time that it may take.

    Raises:
        OptionError: an argument has a value that no input could be read with.
    """
    try:
        source = _standard_input() if name == STDIN else Path(name)

        def work() -> Outcome:
            return _outcome(name, source, reading, render, tell_no_article=tell_no_article)

        return work() if timed is None else timed(work)
    except OptionError:
        raise
    except NewsxError as error:
        say(_shown(name), _reason(name, error) if not _is_address(name, error) else NOTHING_FETCHED)
        return Outcome(exit_codes.UNREADABLE, None)


def _shown(name: str) -> str:
    return STANDARD_INPUT if name == STDIN else name


def _outcome(
    name: str,
    source: bytes | Path,
    reading: Reading,
    render: Callable[[str, Examined], str],
    *,
    tell_no_article: bool,
) -> Outcome:
    shown = _shown(name)
    try:
        examined = _examined(source, reading)
        text = render(name, examined)
    except NewsxError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug that one input meets must not cost the others their records
        _tell_bug(shown, error)
        return Outcome(exit_codes.FAILED, None)
    if examined.article.is_article:
        return Outcome(exit_codes.FINE, text)
    if tell_no_article:
        reason = examined.labelled.refusal or f"page type {examined.article.page_type}"
        say(shown, f"it holds no article ({reason}); `newsx explain` shows what was seen")
    return Outcome(exit_codes.NO_ARTICLE, text)


def _examined(source: bytes | Path, reading: Reading) -> Examined:
    from newsx.pipeline import Examined, examine_input
    from newsx.read.containers.kinds import load_page
    from newsx.read.source import load

    examined = examine_input(
        load(source) if isinstance(source, bytes) else load_page(source, reading.rows),
        url=reading.url,
        captured_at=reading.captured_at,
        form=reading.form,
        encoding=reading.encoding,
    )
    return Examined(examined.labelled, examined.article.normalized()) if reading.normalize else examined


def _standard_input() -> bytes:
    from newsx.read.source import SIZE_LIMIT

    if sys.stdin is None:
        raise InputError("it is closed")
    try:
        # One byte more than is allowed is enough for the library to refuse it.
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise InputError(error.strerror or str(error)) from error


def is_web_address(name: str) -> bool:
    """Whether what is given for a file is an address of the web."""
    return name.lower().startswith(("http://", "https://"))


def _is_address(name: str, error: NewsxError) -> bool:
    return error.kind == "not_found" and is_web_address(name)


def _reason(name: str, error: NewsxError) -> str:
    named = os.fsencode(Path(name)).decode("utf-8", "replace")
    return str(error).removeprefix(f"{named}: ")


def _tell_bug(shown: str, error: Exception) -> None:
    say(
        shown,
        f"newsx failed on it ({type(error).__name__}: {error}), which is a bug; "
        "please report it with this input (NEWSX_DEBUG=1 shows where it happened)",
    )
    if os.environ.get("NEWSX_DEBUG"):
        import traceback

        traceback.print_exception(error)
