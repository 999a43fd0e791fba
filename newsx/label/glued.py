"""Cuts off what is glued behind the text of a paragraph: an invitation to another story, a promo, a disclaimer."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.label.draft import PROSE_WORDS
from newsx.label.pieces import piece
from newsx.lexicon.phrases import match_line, may_hold_notice, read_also_tails, share_row
from newsx.page import Block
from newsx.text.fold import fold_signs, offset_of
from newsx.text.sentences import CLOSERS, sentence_starts
from newsx.text.words import count_words

_LONGEST_TAIL_WORDS = 40
_SHORTEST = 40
_LONGEST_WITH_BUTTONS = 400
_MOST_NOTICES = 3
"""Sentences at the end of a paragraph among which a notice is looked for."""
_NOTICES = frozenset({"promo", "share", "read_also", "disclaimer", "comments", "interface"})


def without_glued(block: Block) -> Iterator[Block]:
    """The block; behind it, as blocks of their own, the sentences at its end that are no news.

    `... होता है। यह भी पढ़ें: headline`, `... जारी है। हमारे चैनल से जुड़ें।`
    """
    buttons = share_row(fold_signs(block.text)) if len(block.text) <= _LONGEST_WITH_BUTTONS else -1
    if buttons > 0:
        start = offset_of(block.text, buttons)
        yield piece(block, 0, start)
        yield piece(block, start, kind="paragraph", gap_before=False)
        return
    if len(block.text) < _SHORTEST or not may_hold_notice(block.text):
        yield block
        return
    text = block.text
    invited = _invitation(text)
    if invited:
        text = text[:invited].strip()
    starts = _notices(text)
    if starts or invited:
        yield piece(block, 0, starts[0] if starts else len(text))
    else:
        yield block
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if starts else ():
        yield piece(block, start, end, kind="paragraph", gap_before=False)
    if invited:
        yield piece(block, invited, kind="paragraph", gap_before=False)


def _invitation(text: str) -> int:
    """The offset at which `यह भी पढ़ें: headline` begins behind the end of a sentence, 0 for none."""
    found = read_also_tails().search(fold_signs(text))
    start = offset_of(text, found.start()) if found else 0
    return start if len(text[start:].split()) <= _LONGEST_TAIL_WORDS else 0


def _notices(text: str) -> list[int]:
    """The offsets of the sentences from the first notice on that stands at the end of a text, none for none."""
    if text.startswith("(") and text.endswith(")"):
        return []
    starts = sentence_starts(text)
    for number in range(max(1, len(starts) - _MOST_NOTICES), len(starts)):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        if _is_notice(text[starts[number] : end]):
            return starts[number:] if _is_news(text[: starts[number]].strip(), text[: starts[1]]) else []
    return []


def _is_news(head: str, first: str) -> bool:
    """Whether what stands before a notice is of the story: it cries nothing out, and begins with no notice itself."""
    calm = not head.rstrip(CLOSERS).endswith(("!", "?"))
    return calm and count_words(head) >= PROSE_WORDS and not _is_notice(first)


def _is_notice(sentence: str) -> bool:
    found = match_line(sentence)
    return found is not None and found.role in _NOTICES
