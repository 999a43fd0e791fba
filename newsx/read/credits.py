"""The line of author and time, by markup and form: above it stands a standfirst, below it the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsx.read.markup import names_of
from newsx.read.pieces import Piece
from newsx.text.sentences import closes_prose

_LONGEST = 160
_NAMES = re.compile(
    r"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))"
    r"(?:[Aa]uth|[Bb]yl|[Ww]riter|[Rr]eporter|[Dd]ate|[Tt]ime|[Pp]osted|[Pp]ublish|[Uu]pdated|[Mm]eta)"
)
_YEAR = re.compile(
    r"(?<![0-9\u0966-\u096f])(?:(?:19|20)[0-9]{2}|[\u0967\u0968][\u0966\u096f][\u0966-\u096f]{2})(?![0-9\u0966-\u096f])"
)


def last_credit(pieces: Sequence[Piece], first: int, end: int) -> int | None:
    """Index of the last line of author or time among ``pieces[first:end]``, None where there is none."""
    return next((index for index in range(end - 1, first - 1, -1) if _is_credit(pieces[index])), None)


def _is_credit(piece: Piece) -> bool:
    if len(piece.text) > _LONGEST or piece.kind == "heading" or (closes_prose(piece.text) and len(piece.text) > 60):
        return False
    return _YEAR.search(piece.text) is not None or _NAMES.search(names_of(piece.owner)) is not None
