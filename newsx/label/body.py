"""The blocks of the story's run: paragraphs, sub-headings, list items, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.hindi.fold import fold
from newsx.hindi.words import content_words, words
from newsx.label.draft import Draft
from newsx.label.story import Run
from newsx.page import Label

_MOST_HEADING_WORDS = 16
_NEXT_BLOCKS = 3
_LEAST_HEADLINE_WORDS = 6
_INVITING = frozenset(
    fold(word)
    for word in (
        "पढ़ें", "पढ़िए", "देखें", "देखिए", "जानें", "जानिए", "क्लिक", "डाउनलोड", "पाएं", "जुड़ें", "तस्वीरों", "subscribe", "click", "download", "watch", "join",
    )
)  # fmt: skip


def body(draft: Draft, run: Run) -> Iterator[tuple[int, Label]]:
    """Roles for the free blocks of the run."""
    opened = False
    for position in range(run.first, run.beyond):
        if not draft.is_free(position):
            continue
        block, signs = draft.blocks[position], draft.signs[position]
        if block.in_story is False:
            yield position, Label("other", "stands beside the story")
        elif block.kind == "heading":
            yield position, Label("subheading", "a heading in the story")
        elif block.in_story and block.bold and signs.words <= _MOST_HEADING_WORDS:
            yield position, Label("subheading", "a paragraph in the story that is bold as a whole")
        elif block.in_story:
            yield position, Label("body", "stands in the story")
        elif not opened and not signs.ends_sentence and not signs.is_prose:
            yield position, Label("other", "a short line above the first paragraph")
        elif signs.is_prose:
            opened = True
            yield position, Label("body", f"running text of {signs.words} words")
        elif signs.ends_sentence:
            yield position, Label("body", "a short sentence between the paragraphs")
        else:
            yield position, _short_line(draft, run, position)


def _short_line(draft: Draft, run: Run, position: int) -> Label:
    """A line without a sentence end in a text dump: sub-heading, list item, or something that is not of the story."""
    signs, block = draft.signs[position], draft.blocks[position]
    if block.link_starts and block.link_starts[0] == 0:
        return Label("related", "a link between the paragraphs")
    if block.kind == "list_item" and _is_listed(draft, run, position):
        return Label("body", "a list item between the paragraphs")
    if signs.words <= 14 and not _INVITING.isdisjoint(signs.folded.split()[-2:] + signs.folded.split()[:1]):
        return Label("promo", "a short line that invites to read, watch or load something")
    group = _group(draft, run, position)
    around = _words_around(draft, run, group)
    shared = set(content_words(signs.folded)) & around
    if len(group) == 1:
        return _single_line(draft, run, position, shared)
    if not _belongs(draft, run, group, around):
        return Label("related", "one of several lines between the paragraphs that share no word with them")
    if signs.words <= _MOST_HEADING_WORDS and _heads(draft, position, group):
        return Label("subheading", "a line that opens a group of short lines of the story")
    return Label("body", "one of several short lines that share words with the paragraphs around them")


def _belongs(draft: Draft, run: Run, group: list[int], around: set[str]) -> bool:
    """Whether short lines are a list or sub-headings of the story, and not headlines of others.

    Lines as long as headlines must share words with the paragraphs next to them; shorter ones with any of the story's.
    """
    if _introduced(draft, group[0]):
        return True
    long_lines = sum(draft.signs[member].words >= _LEAST_HEADLINE_WORDS for member in group)
    known = around if 2 * long_lines >= len(group) else _story_words(draft, run)
    belonging = sum(not known.isdisjoint(words(draft.signs[member].folded)) for member in group)
    return 2 * belonging >= len(group)


def _story_words(draft: Draft, run: Run) -> set[str]:
    """The content words of all paragraphs of the run, and its words with a digit."""
    found: set[str] = set()
    for position in range(run.first, run.beyond):
        if draft.signs[position].is_prose and draft.role(position) in (None, "body"):
            folded = draft.signs[position].folded
            found.update(content_words(folded))
            found.update(word for word in words(folded) if any(character.isdigit() for character in word))
    return found


def _single_line(draft: Draft, run: Run, position: int, shared: set[str]) -> Label:
    if draft.signs[position].words > _MOST_HEADING_WORDS:
        return Label("other", "a long line without a sentence end, alone between the paragraphs")
    if shared:
        return Label("subheading", f"a line alone, and the text around it speaks of {_some(shared)}")
    if _is_followed_by_prose(draft, run, position):
        return Label("subheading", "a line alone above a paragraph")
    return Label("other", "a line alone without text below it")


def _heads(draft: Draft, position: int, group: list[int]) -> bool:
    """Whether a line of a group stands for itself: a gap parts it from the line before, and a shorter list follows."""
    gapped = any(draft.blocks[member].gap_before for member in group)
    return draft.blocks[position].gap_before if gapped else position == group[0]


def _group(draft: Draft, run: Run, position: int) -> list[int]:
    """The free short lines around a short line, without anything between them."""
    first = last = position
    while first > run.first and _is_short_line(draft, first - 1):
        first -= 1
    while last + 1 < run.beyond and _is_short_line(draft, last + 1):
        last += 1
    return list(range(first, last + 1))


def _is_short_line(draft: Draft, position: int) -> bool:
    signs = draft.signs[position]
    labelled = draft.labels[position]
    mine = labelled is None or labelled.role in ("subheading", "related", "promo", "other")
    return mine and not signs.is_prose and not signs.ends_sentence and draft.blocks[position].kind != "list_item"


def _words_around(draft: Draft, run: Run, group: list[int]) -> set[str]:
    """The content words of the paragraphs next to a group of short lines."""
    found: set[str] = set()
    for step, start in ((-1, group[0] - 1), (1, group[-1] + 1)):
        seen, position = 0, start
        while run.first <= position < run.beyond and seen < _NEXT_BLOCKS:
            if draft.signs[position].is_prose and draft.role(position) in (None, "body"):
                found.update(content_words(draft.signs[position].folded))
                seen += 1
            position += step
    return found


def _is_followed_by_prose(draft: Draft, run: Run, position: int) -> bool:
    for after in range(position + 1, run.beyond):
        if draft.is_free(after):
            return draft.signs[after].is_prose or draft.blocks[after].kind == "list_item"
    return False


def _introduced(draft: Draft, first: int) -> bool:
    return first > 0 and draft.signs[first - 1].folded.endswith((":", ":-", "-"))


def _some(words: set[str]) -> str:
    return ", ".join(sorted(words)[:3])


def _is_listed(draft: Draft, run: Run, position: int) -> bool:
    """Whether a bullet without a sentence end is part of a list of the story: it has a neighbour, or shares words."""
    neighbours = [n for n in (position - 1, position + 1) if run.first <= n < run.beyond]
    if any(draft.blocks[n].kind == "list_item" for n in neighbours) or _introduced(draft, position):
        return True
    around = _words_around(draft, run, [position])
    return len(around & set(content_words(draft.signs[position].folded))) > 1
