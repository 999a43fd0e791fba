"""Parts of the story that stand on the page once more, set large between its paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsx.label.draft import Draft
from newsx.lexicon.phrases import EDGES
from newsx.page import Label

_LEAST_WORDS = 6
"""Fewer words in a row may stand twice in a story by chance."""
_MOST_WORDS = 60
_KINDS = frozenset(("paragraph", "quote"))


def pull_quotes(draft: Draft, members: Collection[int]) -> Iterator[tuple[int, Label]]:
    """Blocks of the story behind its first prose whose words all stand, in a row, in a longer one of its paragraphs."""
    free = [number for number in sorted(members) if draft.is_free(number)]
    prose = [number for number in free if draft.signs[number].is_prose]
    own = {n: _words(draft, n) for n in free if prose and n > prose[0] and draft.blocks[n].kind in _KINDS}
    copies: dict[tuple[str, ...], tuple[tuple[str, ...], list[int]]] = {}
    for number, words in sorted(own.items(), key=lambda item: len(item[1])):
        if _LEAST_WORDS <= len(words) <= _MOST_WORDS:
            # The shortest text of each beginning is looked for, so that no page costs more than its length.
            text, numbers = copies.setdefault(words[:_LEAST_WORDS], (words, []))
            if text == words:
                numbers.append(number)
    for holder in prose if copies else ():
        words = _words(draft, holder)
        for at in range(len(words) - _LEAST_WORDS + 1):
            text, numbers = copies.get(words[at : at + _LEAST_WORDS], ((), []))
            if numbers and len(text) < len(words) and words[at : at + len(text)] == text:
                for number in numbers:
                    yield number, Label("duplicate", "a part of the story once more, as a pull quote")
                numbers.clear()


def _words(draft: Draft, number: int) -> tuple[str, ...]:
    return tuple(word for token in draft.signs[number].folded.split() if (word := token.strip(EDGES)))
