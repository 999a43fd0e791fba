"""What the stages work on: the page, the signs of its blocks, and the labels given so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsx.lexicon.function_words import closes_with_verb
from newsx.lexicon.phrases import LabelMatch, Match, match_inside, match_label, match_whole
from newsx.page import Block, Label, Page, Role
from newsx.text.fold import fold
from newsx.text.sentences import count_sentences, ends_sentence, is_cut_off, is_row
from newsx.text.words import count_words

PROSE_WORDS = 8
"""A block of so many words that ends a sentence is prose; shorter ones may be menu words with a full stop."""
SIGNED_WORDS = 16
"""A block of so many words with two sentence ends is prose though it closes without one, such as with a signature."""
LONG_WORDS = 30
"""A block of so many words is prose even where its last sentence has no end, if one before it has."""
_REACH = 30
_LONGEST_LABELLED = 400


class Signs(NamedTuple):
    """What a block tells by itself, read once for all stages."""

    folded: str
    words: int
    sentences: int
    ends_sentence: bool
    cut_off: bool
    is_prose: bool
    """Running text: a whole sentence of some length, or so long, with sentences in it, that it is nothing else."""
    match: Match | None
    label: LabelMatch | None

    @property
    def is_title_like(self) -> bool:
        """A line that could be a headline: some words, no row of a menu, no sentence end but a question or cry."""
        if not 3 <= self.words <= LONG_WORDS or is_row(self.folded):
            return False
        return not self.ends_sentence or self.folded.endswith(("?", "!"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A page half labelled. Stages read it and hand back labels; `apply` and `relabel` make a new one."""

    page: Page
    signs: tuple[Signs, ...]
    labels: tuple[Label | None, ...]

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the page."""
        return self.page.blocks

    def role(self, position: int) -> Role | None:
        """The role given so far, or None."""
        label = self.labels[position]
        return label.role if label else None

    def is_free(self, position: int) -> bool:
        """Whether no stage has labelled the block yet."""
        return self.labels[position] is None

    def apply(self, stage: Stage) -> Draft:
        """The draft with a stage's labels; a block that has a label keeps it."""
        labels = list(self.labels)
        for position, label in stage(self):
            if labels[position] is None:
                labels[position] = label
        return Draft(self.page, self.signs, tuple(labels))

    def relabel(self, stage: Stage) -> Draft:
        """The draft with a stage's labels in place of those that the blocks had."""
        labels = list(self.labels)
        for position, label in stage(self):
            labels[position] = label
        return Draft(self.page, self.signs, tuple(labels))


Stage = Callable[[Draft], Iterable[tuple[int, Label]]]
"""Gives labels to some blocks, by position, from what the draft holds."""


def begin(page: Page) -> Draft:
    """The draft of a page: the labels that the reader gave, and the signs of all blocks.

    Menus far from any running text are asked for whole phrases alone: what else they say decides nothing.
    """
    signs = [_own_signs(block) for block in page.blocks]
    for position in near_prose(signs, _REACH, _REACH):
        signs[position] = _with_wording(signs[position], page.blocks[position])
    return Draft(page, tuple(signs), (None,) * len(page.blocks))


def _own_signs(block: Block) -> Signs:
    folded = fold(block.text)
    whole, cut_off = ends_sentence(block.text), is_cut_off(block.text)
    words = count_words(folded)
    sentences = count_sentences(block.text) if whole or words >= SIGNED_WORDS else 0
    return Signs(
        folded=folded,
        words=words,
        sentences=sentences,
        ends_sentence=whole,
        cut_off=cut_off,
        is_prose=_is_prose(folded, words, sentences, whole=whole, cut_off=cut_off),
        match=match_whole(folded),
        label=None,
    )


def _is_prose(folded: str, words: int, sentences: int, *, whole: bool, cut_off: bool) -> bool:
    if whole:
        return words >= PROSE_WORDS
    if cut_off:
        return words >= LONG_WORDS and sentences > 1
    if words >= SIGNED_WORDS and sentences > 1:
        return True
    return words >= LONG_WORDS and (sentences > 0 or closes_with_verb(folded))


def _with_wording(signs: Signs, block: Block) -> Signs:
    match = signs.match or match_inside(signs.folded)
    label = match_label(block.text) if len(block.text) < _LONGEST_LABELLED else None
    return signs._replace(match=match, label=label) if match or label else signs


def near_prose(signs: Sequence[Signs], above: int, below: int) -> list[int]:
    """The positions of running text, and of so many blocks above and below it."""
    near: list[int] = []
    beyond = 0
    for position, own in enumerate(signs):
        if own.is_prose:
            first, beyond = max(beyond, position - above), min(len(signs), position + 1 + below)
            near.extend(range(first, beyond))
    return near
