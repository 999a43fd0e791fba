"""JSON-LD's articleBody as a witness: which pieces of the page belong to the story.

The text itself is lossy (paragraphs glued, entities escaped twice, other scripts' joiners lost), so it is only asked
whether it holds a piece, both sides stripped of all but letters and digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from newsx.read.pieces import Piece
from newsx.text.clean import undo_entities
from newsx.text.fold import comparable

_TAG = re.compile(r"<[^<>]{1,300}>")
_MINIMUM = 250
"""Letters below which an articleBody is a description, not the story."""
_SAMPLE = 60
_LEAST = 20
"""Letters and digits of the shortest text that can be looked up."""


class Witness:
    """What the first of the declared article bodies knows of the page's pieces; without one it knows nothing."""

    def __init__(self, bodies: Sequence[str] = ()) -> None:
        body = next(iter(bodies), "")
        self._key = comparable(_TAG.sub(" ", undo_entities(body))) if len(body) >= _MINIMUM else ""
        self._known: dict[str, bool | None] = {}

    def holds(self, text: str) -> bool | None:
        """Whether the declared body holds a piece of this text; None where there is no witness or too little text."""
        if not self._key:
            return None
        if text not in self._known:
            self._known[text] = self._holds(text)
        return self._known[text]

    def _holds(self, text: str) -> bool | None:
        if len(text) < _LEAST:
            return None
        key = comparable(text)
        if len(key) < _LEAST:
            return None
        return key[:_SAMPLE] in self._key or key[-_SAMPLE:] in self._key

    def recount(self, counts: list[float], pieces: Sequence[Piece]) -> None:
        """Doubles the weight of pieces that the declared body holds, if it is found on the page for the most part."""
        if not self._key:
            return
        held = [index for index, piece in enumerate(pieces) if self.holds(piece.text)]
        if sum(len(pieces[index].text) for index in held) < 0.5 * len(self._key):
            return
        for index in held:
            counts[index] = 2 * abs(counts[index])


class Copies:
    """Tells of runs of pieces whether their text stands elsewhere among the pieces as well."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    @cached_property
    def _keys(self) -> list[str]:
        return [comparable(piece.text) for piece in self._pieces]

    def has(self, first: int, end: int) -> bool:
        """Whether most of the text of ``pieces[first:end]`` stands in the other pieces."""
        if sum(len(piece.text) for piece in self._pieces[first:end]) <= _SAMPLE // 2:
            return False
        keys = self._keys
        text, others = "".join(keys[first:end]), "".join((*keys[:first], *keys[end:]))
        step = max(_SAMPLE, len(text) // 6)
        samples = [text[at : at + _SAMPLE // 2] for at in range(0, len(text) - _SAMPLE // 2, step)]
        return bool(samples) and 3 * sum(sample in others for sample in samples) >= 2 * len(samples)
