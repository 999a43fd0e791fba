"""The blocks of the story: paragraphs, sub-headings, list items, updates, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsx.label.draft import Draft
from newsx.label.story import Story, scored
from newsx.lexicon.phrases import inviting_words
from newsx.page import Block, Label, Role
from newsx.text.sentences import closes_prose, is_entry, opens_entry

_MOST_HEADING_WORDS = 16
_MOST_QUESTION_WORDS = 12
"""Words of a question that heads a part of a dump's story; those of interviews are longer."""
_MOST_INVITING_WORDS = 14
_LONGEST_HEADING = 250
"""Letters of a heading that closes a sentence and is none but a paragraph set as one."""
_SURE = 0.75
"""Probability above which a line is story though it stands with the credit of a picture."""
_CLOCK_ALONE = re.compile(r"\d{1,2}[:.]\d{2} ?(?:am|pm|बजे)?(?: ?\(?ist\)?)?$")


def body(draft: Draft, story: Story) -> Iterator[tuple[int, Label]]:
    """Roles for the free blocks of the story and for what stands between them."""
    members = [number for number in sorted(story.members) if draft.is_free(number)]
    headings = sum(len(draft.blocks[n].text) for n in members if draft.blocks[n].kind == "heading")
    is_all_headings = 2 * headings > sum(len(draft.blocks[n].text) for n in members)
    for place, number in enumerate(members):
        block = draft.blocks[number]
        if story.scores.get(number, 1.0) <= _SURE and _heads_caption(draft, number):
            yield number, Label("caption", "a line set together with the credit of a picture")
        elif _invites(draft, number):
            yield number, Label("promo", "a short line that invites to read, watch or load something")
        elif block.time is not None:
            yield number, Label("update", f"an entry of a live page, of {block.time}")
        elif not is_all_headings and _is_heading(draft, members, place):
            yield number, _by_score("subheading", story.scores.get(number, 1.0))
        else:
            yield number, _by_score("body", story.scores.get(number, 1.0))
    for number in range(story.first, story.beyond):
        if number in story.members or not draft.is_free(number):
            continue
        if _CLOCK_ALONE.match(draft.signs[number].folded):
            yield number, Label("date", "a time alone, as over the entries of a live page")
        elif number in story.scores:
            yield number, _by_score("other", story.scores[number])


def _by_score(role: Role, likely: float) -> Label:
    return Label(role, scored(likely), likely)


def _heads_caption(draft: Draft, number: int) -> bool:
    """Whether a line and the caption right below it stand apart in a dump: the title of a picture and its credit."""
    below = number + 1
    if below >= len(draft.blocks) or draft.role(below) != "caption" or draft.blocks[below].gap_before:
        return False
    return draft.blocks[number].gap_before and (below + 1 == len(draft.blocks) or draft.blocks[below + 1].gap_before)


def _invites(draft: Draft, number: int) -> bool:
    """Whether a short line of a dump begins or ends with the words of an invitation."""
    signs, tokens = draft.signs[number], draft.signs[number].folded.split()
    if draft.page.boxes or signs.is_prose or signs.words > _MOST_INVITING_WORDS:
        return False
    return not inviting_words().isdisjoint(tokens[-2:] + tokens[:1])


def _is_heading(draft: Draft, members: list[int], place: int) -> bool:
    """A heading of the markup, a line that is bold as a whole, or in a dump a line alone above a paragraph."""
    number = members[place]
    block, signs = draft.blocks[number], draft.signs[number]
    if block.kind == "heading":
        return not (len(block.text) > _LONGEST_HEADING and closes_prose(block.text))
    if block.kind != "paragraph" or signs.words > _MOST_HEADING_WORDS:
        return False
    if block.box is not None:
        return block.bold and place + 1 < len(members) and not draft.blocks[members[place + 1]].bold
    if signs.ends_sentence and not _asks_between_paragraphs(draft, members, place):
        return False
    return _stands_above_paragraph(draft, members, place) and not is_entry(block.text)


def _asks_between_paragraphs(draft: Draft, members: list[int], place: int) -> bool:
    """Whether a line is one short question, with running text on both sides of it in the story."""
    signs, text = draft.signs[members[place]], draft.blocks[members[place]].text
    if not text.endswith("?") or signs.sentences != 1 or signs.words > _MOST_QUESTION_WORDS or opens_entry(text):
        return False
    return 0 < place < len(members) - 1 and all(draft.signs[members[n]].is_prose for n in (place - 1, place + 1))


def _stands_above_paragraph(draft: Draft, members: list[int], place: int) -> bool:
    """Whether a line of a dump stands alone, with running text or a list right below it in the story."""
    if place + 1 == len(members):
        return False
    below: Block = draft.blocks[members[place + 1]]
    above_is_line = place > 0 and not draft.signs[members[place - 1]].is_prose
    gapped = draft.blocks[members[place]].gap_before
    if above_is_line and members[place - 1] == members[place] - 1 and not gapped:
        return False
    return draft.signs[members[place + 1]].is_prose or below.kind == "list_item" or gapped
