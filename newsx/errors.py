"""What can go wrong with an input, as exceptions that say it in one line."""

from __future__ import annotations


class NewsxError(Exception):
    """Base of all errors that newsx raises on purpose.

    `str(error)` is one line for a person: what is wrong and what to do.
    `kind` is a stable word for programs, such as ``"not_found"`` or ``"pdf"``.
    """

    kind: str = "error"

    def __init__(self, message: str, *, kind: str | None = None) -> None:
        super().__init__(message)
        if kind is not None:
            self.kind = kind

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), str(self), self.kind)


class InputError(NewsxError):
    """The input could not be opened or read at all: missing, a folder, no permission."""

    kind = "unreadable"


class EmptyInputError(NewsxError):
    """The input holds no bytes, or nothing but white space."""

    kind = "empty"


class UnsupportedInputError(NewsxError):
    """The input is something else than a saved page; `kind` says what it looks like (``"pdf"``, ``"image"`` ...)."""

    kind = "unsupported"


class InputTooLargeError(NewsxError):
    """The input, or what it decompresses to, is beyond the limit that the message states."""

    kind = "too_large"


class DecodingError(NewsxError):
    """The bytes cannot be read in the encoding that the caller asked for."""

    kind = "encoding"


class OptionError(NewsxError):
    """An argument has a value that newsx cannot use, such as a time that is no time."""

    kind = "option"


class RecordError(NewsxError):
    """A dictionary given to `Article.from_dict` is not a newsx record."""

    kind = "record"


def _rebuild(cls: type[NewsxError], message: str, kind: str) -> NewsxError:
    return cls(message, kind=kind)
