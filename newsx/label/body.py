"""The blocks of the story's run: paragraphs, sub-headings, list items, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsx.label.draft import Draft
from newsx.label.story import Run
from newsx.lexicon.function_words import content_words
from newsx.lexicon.phrases import inviting_words
from newsx.page import Label
from newsx.text.fold import fold
from newsx.text.sentences import is_entry
from newsx.text.words import words

_MOST_HEADING_WORDS = 16
_LEAST_HEADLINE_WORDS = 6
_MOST_INVITING_WORDS = 14
_PARAGRAPHS_AROUND = 3
_LEAST_ENTRIES = 3
_PUNCTUATION = " ,;:.।!?'\"()-"
_DIGIT = re.compile("[0-9]")
_CLOCK_ALONE = re.compile(r"\d{1,2}[:.]\d{2} ?(?:am|pm|बजे)?(?: ?\(?ist\)?)?$")


def body(draft: Draft, run: Run) -> Iterator[tuple[int, Label]]:
    """Roles for the free blocks of the run."""
    opened = False
    short_lines: list[int] = []
    for position in range(run.first, run.beyond):
        if not draft.is_free(position):
            continue
        block, signs = draft.blocks[position], draft.signs[position]
        if block.in_story is not None:
            yield position, _in_markup(draft, position)
        elif signs.is_prose or signs.ends_sentence:
            opened = opened or signs.is_prose
            yield position, _sentences(signs.is_prose, signs.words)
        elif not opened:
            yield position, Label("other", "a short line above the first paragraph")
        else:
            short_lines.append(position)
    yield from _label_short_lines(draft, run, short_lines)


def _sentences(is_prose: bool, number_of_words: int) -> Label:
    if is_prose:
        return Label("body", f"running text of {number_of_words} words")
    return Label("body", "a short sentence between the paragraphs")


def _in_markup(draft: Draft, position: int) -> Label:
    """A block of a page whose reader knows the place of the story."""
    block = draft.blocks[position]
    if not block.in_story:
        return Label("other", "stands beside the story")
    if block.kind == "heading":
        return Label("subheading", "a heading in the story")
    if block.time is not None:
        return Label("update", f"an entry of a live page, of {block.time}")
    if block.bold and draft.signs[position].words <= _MOST_HEADING_WORDS:
        return Label("subheading", "a paragraph in the story that is bold as a whole")
    return Label("body", "stands in the story")


def _label_short_lines(draft: Draft, run: Run, short_lines: list[int]) -> Iterator[tuple[int, Label]]:
    """Lines without a sentence end in a text dump: sub-headings, list items, or something that is not of the story."""
    story: set[str] | None = None
    for group in _groups(draft, short_lines):
        around = _words_around(draft, run, group)
        if len(group) > 1 and story is None:
            story = _story_words(draft, run)
        if len(group) == 1:
            yield group[0], _wording(draft, group[0]) or _alone(draft, run, group[0], around)
            continue
        belongs = _belongs(draft, group, around, story or set())
        for position in group:
            yield position, _wording(draft, position) or _in_group(draft, group, position, belongs)


def _groups(draft: Draft, short_lines: list[int]) -> list[list[int]]:
    """Short lines in a row, list items apart from plain lines."""
    groups: list[list[int]] = []
    for position in short_lines:
        listed = draft.blocks[position].kind == "list_item"
        if groups and groups[-1][-1] == position - 1 and listed == (draft.blocks[position - 1].kind == "list_item"):
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups


def _heads_caption(draft: Draft, position: int) -> bool:
    """Whether a line and the caption right below it stand apart from all else: the title of a picture, its credit."""
    below = position + 1
    if below >= len(draft.blocks) or draft.role(below) != "caption" or draft.blocks[below].gap_before:
        return False
    return draft.blocks[position].gap_before and (below + 1 == len(draft.blocks) or draft.blocks[below + 1].gap_before)


def _wording(draft: Draft, position: int) -> Label | None:
    """What a short line is by itself, whatever stands around it."""
    signs, block = draft.signs[position], draft.blocks[position]
    if block.link_starts and block.link_starts[0] == 0:
        return Label("related", "a link between the paragraphs")
    if _CLOCK_ALONE.match(signs.folded):
        return Label("date", "a time alone, as over the entries of a live page")
    if _heads_caption(draft, position):
        return Label("caption", "a line set together with the credit of a picture")
    tokens = signs.folded.split()
    if signs.words <= _MOST_INVITING_WORDS and not inviting_words().isdisjoint(tokens[-2:] + tokens[:1]):
        return Label("promo", "a short line that invites to read, watch or load something")
    return None


def _in_group(draft: Draft, group: list[int], position: int, belongs: bool) -> Label:
    if draft.blocks[position].kind == "list_item":
        return Label("body", "a list item between the paragraphs")
    if not belongs:
        return Label("related", "one of several lines between the paragraphs that share no word with them")
    if draft.signs[position].words <= _MOST_HEADING_WORDS and _heads(draft, position, group):
        return Label("subheading", "a line that opens a group of short lines of the story")
    return Label("body", "one of several short lines that share words with the story")


def _alone(draft: Draft, run: Run, position: int, around: set[str]) -> Label:
    shared = around.intersection(content_words(draft.signs[position].folded))
    if draft.blocks[position].kind == "list_item":
        return _single_list_item(draft, position, len(shared))
    if draft.signs[position].words > _MOST_HEADING_WORDS:
        return Label("other", "a long line without a sentence end, alone between the paragraphs")
    if shared:
        shown = [word for word in draft.blocks[position].text.split() if fold(word).strip(_PUNCTUATION) in shared]
        return Label("subheading", f"a line alone, and the text around it speaks of {', '.join(shown[:3])}")
    if _is_followed_by_prose(draft, run, position):
        return Label("subheading", "a line alone above a paragraph")
    return Label("other", "a line alone without text below it")


def _single_list_item(draft: Draft, position: int, shared: int) -> Label:
    neighbours = [n for n in (position - 1, position + 1) if 0 <= n < len(draft.blocks)]
    if any(draft.blocks[n].kind == "list_item" for n in neighbours) or _introduced(draft, position):
        return Label("body", "a list item between the paragraphs")
    if shared > 1:
        return Label("body", "a list item that shares words with the paragraphs around it")
    return Label("related", "a list item alone that shares no words with the paragraphs around it")


def _belongs(draft: Draft, group: list[int], around: set[str], story: set[str]) -> bool:
    """Whether short lines are a list or sub-headings of the story, and not headlines of others.

    Lines as long as headlines must share words with the paragraphs next to them; shorter ones with any of the story's.
    """
    entries = sum(is_entry(draft.blocks[member].text) for member in group)
    if _introduced(draft, group[0]) or (entries >= _LEAST_ENTRIES and 2 * entries >= len(group)):
        return True
    long_lines = sum(draft.signs[member].words >= _LEAST_HEADLINE_WORDS for member in group)
    known = around if 2 * long_lines >= len(group) else story
    belonging = sum(not known.isdisjoint(words(draft.signs[member].folded)) for member in group)
    return 2 * belonging >= len(group)


def _heads(draft: Draft, position: int, group: list[int]) -> bool:
    """Whether a line stands at the head of its group: behind a gap, where the group has gaps, else as the first."""
    gapped = any(draft.blocks[member].gap_before for member in group)
    return draft.blocks[position].gap_before if gapped else position == group[0]


def _words_around(draft: Draft, run: Run, group: list[int]) -> set[str]:
    """The content words of the paragraphs next to a group of short lines."""
    found: set[str] = set()
    for step, start in ((-1, group[0] - 1), (1, group[-1] + 1)):
        seen, position = 0, start
        while run.first <= position < run.beyond and seen < _PARAGRAPHS_AROUND:
            if draft.signs[position].is_prose and draft.is_free(position):
                found.update(content_words(draft.signs[position].folded))
                seen += 1
            position += step
    return found


def _story_words(draft: Draft, run: Run) -> set[str]:
    """The content words of all paragraphs of the run, and its words with a digit."""
    found: set[str] = set()
    for position in range(run.first, run.beyond):
        if draft.signs[position].is_prose and draft.is_free(position):
            folded = draft.signs[position].folded
            found.update(content_words(folded))
            found.update(word for word in words(folded) if _DIGIT.search(word))
    return found


def _is_followed_by_prose(draft: Draft, run: Run, position: int) -> bool:
    for after in range(position + 1, run.beyond):
        if draft.is_free(after):
            return draft.signs[after].is_prose or draft.blocks[after].kind == "list_item"
    return False


def _introduced(draft: Draft, first: int) -> bool:
    return first > 0 and draft.signs[first - 1].folded.endswith((":", ":-", "-"))
