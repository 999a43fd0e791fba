"""From the names on the command line to texts to put out, with one line on standard error for each input that fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsx.cli import exit_codes
from newsx.cli.messages import STANDARD_INPUT, say
from newsx.errors import NewsxError, OptionError

if TYPE_CHECKING:
    from newsx.page import Form
    from newsx.pipeline import Examined

STDIN = "-"
_NOTHING_FETCHED = "newsx fetches nothing; save the page with a browser or curl, and give the file"


class Reading(NamedTuple):
    """How to read pages: the arguments of `newsx.extract` beside the source, and the normal form of the texts."""

    url: str | None = None
    captured_at: str | None = None
    form: Form | None = None
    encoding: str | None = None
    normalize: Literal["nfc"] | None = None

    def check(self) -> None:
        """Finds out now whether these can be used.

        Raises:
            OptionError: they cannot.
        """
        if (self.url, self.captured_at, self.form, self.encoding) != (None,) * 4:
            from newsx.pipeline import check_arguments

            check_arguments(url=self.url, captured_at=self.captured_at, form=self.form, encoding=self.encoding)


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


def outcome(name: str, reading: Reading, render: Callable[[str, Examined], str], *, tell_no_article: bool) -> Outcome:
    """Reads and renders one input; what goes wrong with it is told on standard error and not raised.

    Raises:
        OptionError: an argument has a value that no input could be read with.
    """
    shown = STANDARD_INPUT if name == STDIN else name
    try:
        examined = _examined(name, reading)
        text = render(name, examined)
    except OptionError:
        raise
    except NewsxError as error:
        say(shown, _reason(name, error) if not _is_address(name, error) else _NOTHING_FETCHED)
        return Outcome(exit_codes.UNREADABLE, None)
    except Exception as error:  # noqa: BLE001 - a bug that one input meets must not cost the others their records
        _tell_bug(shown, error)
        return Outcome(exit_codes.FAILED, None)
    if examined.article.is_article:
        return Outcome(exit_codes.FINE, text)
    if tell_no_article:
        reason = examined.labelled.refusal or f"page type {examined.article.page_type}"
        say(shown, f"it holds no article ({reason}); `newsx explain` shows what was seen")
    return Outcome(exit_codes.NO_ARTICLE, text)


def _examined(name: str, reading: Reading) -> Examined:
    from newsx.pipeline import Examined, examine

    examined = examine(
        _standard_input() if name == STDIN else Path(name),
        url=reading.url,
        captured_at=reading.captured_at,
        form=reading.form,
        encoding=reading.encoding,
    )
    return Examined(examined.labelled, examined.article.normalized()) if reading.normalize else examined


def _standard_input() -> bytes:
    from newsx.read.source import SIZE_LIMIT

    # One byte more than is allowed is enough for the library to refuse it.
    return sys.stdin.buffer.read(SIZE_LIMIT + 1)


def _is_address(name: str, error: NewsxError) -> bool:
    return error.kind == "not_found" and name.lower().startswith(("http://", "https://"))


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
