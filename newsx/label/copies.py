"""Whether the text of a block stands on the page once more, outside of the box that holds it."""

from __future__ import annotations

from collections.abc import Iterable

from newsx.label.draft import Draft
from newsx.page import Box

_SAMPLE = 60
"""Letters at the beginning of a block that tell it from others."""


class Copies:
    """Where the beginnings of some blocks stand on the page: all are found in one pass, however many they are."""

    def __init__(self, draft: Draft, numbers: Iterable[int]) -> None:
        """numbers: of the blocks that will be asked for."""
        self._draft = draft
        self._places: dict[str, tuple[int, int]] = {}
        """The first and the last block in which each beginning starts."""
        lengths: dict[str, set[int]] = {}
        for number in numbers:
            if sample := self._sample(number):
                self._places.setdefault(sample, (number, number))
                lengths.setdefault(sample[0], set()).add(len(sample))
        if lengths:
            self._find(lengths)

    def _find(self, lengths: dict[str, set[int]]) -> None:
        """lengths: of the beginnings, by their first letter."""
        texts = [signs.folded for signs in self._draft.signs]
        whole, at = " ".join(texts), 0
        for number, text in enumerate(texts):
            for word in text.split(" "):
                for length in lengths.get(word[:1], ()):
                    piece = whole[at : at + length]
                    if piece in self._places:
                        self._places[piece] = min(self._places[piece][0], number), number
                at += len(word) + 1

    def _sample(self, number: int) -> str:
        return self._draft.signs[number].folded[:_SAMPLE]

    def stand_outside(self, box: Box) -> bool:
        """Whether all blocks of a box begin as words outside of it go on."""
        samples = filter(None, map(self._sample, range(box.first, box.end)))
        return all(first < box.first or last >= box.end for first, last in map(self._places.__getitem__, samples))
