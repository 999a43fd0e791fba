"""Threads of readers' comments that no box and no heading holds: NAME wrote:, a time, a text, and the next one.

Text dumps and old blogs have them right below the story. Two signatures are a thread, each with a time in it (NAME said
(May 5, 2019):) or beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsx.label.draft import Draft
from newsx.label.lists import LEAST_STORY_WORDS
from newsx.lexicon.load import folded_entries
from newsx.lines.dates import find_times, is_time_line, may_hold_time
from newsx.page import Label
from newsx.text.words import count_words

_LEAST_SIGNATURES = 2
_MOST_NAME_WORDS = 5
"""As in a byline; here a name may be anything that a reader calls himself."""
_AROUND_TIME = " ():,|-–—"


def threads(draft: Draft) -> Iterator[tuple[int, Label]]:
    """All blocks from the first signature of a thread to the text below the last one."""
    signatures = [n for n in _below_prose(draft) if _is_signature(draft, n) and _has_time(draft, n)]
    if len(signatures) < _LEAST_SIGNATURES:
        return
    first = signatures[0] - _is_time(draft, signatures[0] - 1)
    beyond = signatures[-1] + 1
    while beyond < len(draft.blocks) and (_is_time(draft, beyond) or draft.signs[beyond].ends_sentence):
        beyond += 1
    for number in range(first, beyond):
        yield number, Label("comments", "in a thread of comments, each under a name and a time")


def _below_prose(draft: Draft) -> Iterator[int]:
    words = 0
    for number, signs in enumerate(draft.signs):
        if words >= LEAST_STORY_WORDS:
            yield number
        words += signs.words if signs.is_prose else 0


def _is_signature(draft: Draft, number: int) -> bool:
    signs = draft.signs[number]
    if signs.is_prose or signs.words < 2:
        return False
    found = _signature().fullmatch(_without_time(signs.folded))
    return found is not None and count_words(found[1]) <= _MOST_NAME_WORDS


def _without_time(folded: str) -> str:
    """A line up to the time that stands at its end; in brackets or not."""
    times = find_times(folded) if may_hold_time(folded) else ()
    is_last = bool(times) and not folded[times[-1].end :].strip(_AROUND_TIME)
    return folded[: times[0].start].rstrip(_AROUND_TIME) if is_last else folded


@cache
def _signature() -> re.Pattern[str]:
    verbs = sorted(folded_entries("credits.toml", "comments", "signatures"), key=len, reverse=True)
    return re.compile(rf"(\S.*?) (?:{'|'.join(map(re.escape, verbs))})(?: ?(?::|\.{{3}}|…))?")


def _has_time(draft: Draft, number: int) -> bool:
    return any(_is_time(draft, n) for n in (number - 1, number, number + 1))


def _is_time(draft: Draft, number: int) -> bool:
    if not 0 <= number < len(draft.blocks) or draft.signs[number].is_prose:
        return False
    return is_time_line(draft.blocks[number].text)
