"""What one line of the journal says of an input, and how it is written."""

from __future__ import annotations

import base64
import json
import os
from typing import Any, Literal, NamedTuple, get_args

from newsx.report.facts import Facts, from_json
from newsx.text.sketch import is_sketch

Status = Literal["ok", "not_article", "error", "duplicate"]
"""``duplicate``: an article that is left out as a copy of another."""

_STATUSES = get_args(Status)
_LEFT_OUT_IF_NONE = ("sketch", "duplicate_of", "facts")
_SIZE_LIMIT = 1 << 60


class Entry(NamedTuple):
    """What a line says of one input."""

    name: str
    sha256: str | None
    """Hex digest of its bytes as read, None where they could not be read."""
    status: Status
    error: tuple[str, str] | None
    """Kind and message, of an input that failed."""
    output: str | None
    """Path of its output inside the output folder, or the name of the file that all records go into."""
    ms: int
    """How long reading and extracting took."""
    bytes: int
    """Size of its output, 0 where there is none."""
    options: str
    """A digest of the options that it was made with; with others, or another newsx, it is made anew."""
    sketch: str | None = None
    """Of an article that is compared with others: `newsx.text.sketch` in base64."""
    duplicate_of: str | None = None
    """Name of the first input that tells nearly the same story."""
    facts: Facts | None = None
    """What a report tells of it; None where it failed."""


def to_line(entry: Entry) -> bytes:
    """The entry as a line of JSON; bytes of a file name that are no text are escaped (``\\udcff``)."""
    error = None if entry.error is None else {"kind": entry.error[0], "message": entry.error[1]}
    facts = None if entry.facts is None else entry.facts._asdict()
    data = entry._replace(error=None)._asdict() | {"error": error, "facts": facts}
    data = {key: value for key, value in data.items() if value is not None or key not in _LEFT_OUT_IF_NONE}
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def from_line(line: bytes) -> Entry | None:
    """The entry of a line, None where it is not one that `to_line` makes."""
    try:
        data: dict[str, Any] = json.loads(line)
        error = data["error"]
        facts = data.pop("facts", None)
        entry = Entry(**data)._replace(error=None if error is None else (error["kind"], error["message"]))
        entry = entry._replace(facts=None if facts is None else from_json(facts))
        os.fsencode(entry.name)
        os.fsencode(entry.output or "")
        os.fsencode(entry.duplicate_of or "")
        is_well_drawn = entry.sketch is None or is_sketch(base64.b64decode(entry.sketch, validate=True))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return entry if is_well_drawn and _is_sound(entry) and line.endswith(b"\n") else None


def _is_sound(entry: Entry) -> bool:
    """Whether its values are of the kinds that they should be, which JSON alone does not tell."""
    texts = [entry.name, entry.status, entry.options, *(entry.error or ())]
    optional = (entry.sha256, entry.output, entry.sketch, entry.duplicate_of)
    texts += [text for text in optional if text is not None]
    return (
        all(isinstance(text, str) for text in texts)
        and entry.status in _STATUSES
        and type(entry.bytes) is int
        and 0 <= entry.bytes < _SIZE_LIMIT
        and type(entry.ms) is int
    )
