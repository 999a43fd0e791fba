"""Parts of the story that stand on the page once more, set large between its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from newsx.label.draft import Draft
from newsx.label.setting import setting
from newsx.lexicon.phrases import EDGES
from newsx.page import Label

_LEAST_WORDS = 6
"""Fewer words in a row may stand twice in a story by chance."""
_MOST_WORDS = 60
_REACH = 10
"""Blocks between a pull quote and the paragraph that it is taken from, at most."""
_KINDS = frozenset(("paragraph", "quote"))
_DIGITS = re.compile(r"\d+")

_Style = tuple[str, str, str, str]


def pull_quotes(draft: Draft, members: Collection[int]) -> Iterator[tuple[int, Label]]:
    """Blocks of the story whose words all stand, in a row, in a longer paragraph near them that is set otherwise.

    They stand alone, each in a place of its own, behind the first prose. They were taken from the running text: a
    paragraph that holds several is a copy of the whole story, one that is set as no other is a notice.
    """
    free = [number for number in sorted(members) if draft.is_free(number)]
    prose = [number for number in free if draft.signs[number].is_prose]
    behind = [number for number in free if prose and number > prose[0] and _may_be_copy(draft, number)]
    copies = _by_beginning(draft, behind)
    styles = Counter(_element(draft, number) for number in prose if copies)
    running = [number for number in prose if styles[_element(draft, number)] > 1]
    found: list[int] = []
    for holder in running:
        words = _words(draft, holder)
        held: set[int] = set()
        for at in range(len(words) - _LEAST_WORDS + 1):
            text, numbers = copies.get(words[at : at + _LEAST_WORDS], ((), []))
            if text and len(text) < len(words) and words[at : at + len(text)] == text:
                held.update(
                    n for n in numbers if abs(n - holder) <= _REACH and _style(draft, n) != _style(draft, holder)
                )
        found += held if len(held) == 1 else ()
    for number in found:
        if number - 1 not in found and number + 1 not in found:
            yield number, Label("duplicate", "a part of the story once more, as a pull quote")


def _may_be_copy(draft: Draft, number: int) -> bool:
    """Whether a block is of a kind that text set large has; what is shown as code or a formula is no copy of prose."""
    return draft.blocks[number].kind in _KINDS and draft.blocks[number].tag != "pre"


def _by_beginning(draft: Draft, numbers: Collection[int]) -> dict[tuple[str, ...], tuple[tuple[str, ...], list[int]]]:
    """Texts that may stand in others, and the blocks that are these, by their first words.

    Of several texts with one beginning the shortest is looked for, so that no page costs more than its length.
    """
    texts = sorted(((_words(draft, number), number) for number in numbers), key=lambda text: len(text[0]))
    found: dict[tuple[str, ...], tuple[tuple[str, ...], list[int]]] = {}
    for words, number in texts:
        if _LEAST_WORDS <= len(words) <= _MOST_WORDS and not draft.signs[number].folded.endswith(":"):
            text, same = found.setdefault(words[:_LEAST_WORDS], (words, []))
            if text == words:
                same.append(number)
    return found


def _words(draft: Draft, number: int) -> tuple[str, ...]:
    return tuple(word for token in draft.signs[number].folded.split() if (word := token.strip(EDGES)))


def _element(draft: Draft, number: int) -> tuple[str, str]:
    """Tag and class names of a block's element, without the numbers that a page may give to its paragraphs."""
    own = setting(draft.page, number)
    return own.tag, _DIGITS.sub("", own.names)


def _style(draft: Draft, number: int) -> _Style:
    """How a block is set: tags and class names of its element and of the one around it."""
    own = setting(draft.page, number)
    around = draft.page.boxes[own.around] if own.around >= 0 else None
    return own.tag, own.names, around.tag if around else "", around.names if around else ""
