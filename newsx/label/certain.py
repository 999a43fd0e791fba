"""What is certain of blocks in and beside the story whatever their scores: roles, copies, lists, entries, ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, pairwise

from newsx.label.draft import PROSE_WORDS, SIGNED_WORDS, Draft
from newsx.label.setting import setting
from newsx.label.story import EVEN, LEAST_STORY, SURE, Story
from newsx.page import Block, Box
from newsx.text.sentences import count_sentences, is_entry, is_row

_LEAST_COPIES = 3
"""Prose that stands so many times on a page is said of every story of a list, and of none by itself."""
_FIRST_PARAGRAPHS, _LEAST_HELD = 3, 2
_LEAST_ENTRIES = 4
_MOST_WORDS_OF_NAME = 4
_LIKELY_LAST = 0.7
_MOST_WORDS_OF_ENTRY = 12
_LEAST_PARALLEL = 2
_LINKED = 0.9


def without_labelled(draft: Draft, story: Story, dated: Collection[int]) -> Story | None:
    """The story without the blocks that have a role of their own for certain; None where nothing is left."""
    members = frozenset(number for number in story.members if draft.is_free(number))
    members |= _parallel(draft, members)
    members = frozenset(number for number in members if not _is_doubtful_link(draft, story, number))
    end = _end_by_tags(draft, members, dated)
    prose = [number for number in members if draft.signs[number].is_prose]
    first = min(prose, default=0)
    members = frozenset(
        n for n in members if n < end and (n >= first or _may_open(draft, n) or story.scores.get(n, 1.0) > SURE)
    )
    if not members:
        return None
    return story._replace(first=min(members), beyond=max(members) + 1, members=members)


def _end_by_tags(draft: Draft, members: frozenset[int], dated: Collection[int]) -> int:
    """In a dump the tags of a story end it, where a title and a date stand between them and what follows."""
    size = 0
    for number in range(len(draft.blocks) if not draft.page.boxes else 0):
        size += len(draft.blocks[number].text) if number in members else 0
        if size < LEAST_STORY or draft.role(number) != "tags":
            continue
        below = range(number + 1, next((n for n in sorted(members) if n > number), number + 1))
        if any(n in dated for n in below) and any(draft.signs[n].is_title_like and n not in dated for n in below):
            return number
    return len(draft.blocks)


def _parallel(draft: Draft, members: frozenset[int]) -> frozenset[int]:
    """Lines right behind the story's that begin with a word as several short lines of it do: कीमत: 16,999."""

    def opening(number: int) -> str:
        return draft.signs[number].folded.partition(" ")[0]

    short = Counter(opening(n) for n in members if draft.signs[n].words <= _MOST_WORDS_OF_ENTRY)
    return frozenset(
        n + 1
        for n in members
        if n + 1 < len(draft.blocks)
        and draft.is_free(n + 1)
        and draft.signs[n + 1].words <= _MOST_WORDS_OF_ENTRY
        and short[opening(n + 1)] >= _LEAST_PARALLEL
    )


def _is_doubtful_link(draft: Draft, story: Story, number: int) -> bool:
    """A line that is a link from end to end has to be more likely story than not."""
    linked = (draft.blocks[number].link_density or 0.0) > _LINKED
    return linked and story.scores.get(number, 1.0) <= EVEN


def _may_open(draft: Draft, number: int) -> bool:
    """Whether a line above the first paragraph may be of the story: a heading or a sentence, not a line of credits."""
    return draft.blocks[number].kind == "heading" or draft.signs[number].ends_sentence


def with_certain(draft: Draft, story: Story) -> Story:
    """The story with the rest of its lists and entries, without sentences said of many stories and lines behind."""
    members = set(story.members)
    members = _told_again(draft, members)
    members -= _said_of_many(draft, members)
    members |= _entries(draft, story)
    members |= _gaps_of_lists(draft, members)
    members |= _ends_of_lists(draft, members)
    members |= _introduced(draft, members)
    members |= _ends_of_quotes(draft, members)
    members |= _first_headings(draft, members)
    members -= _cut_titles(draft, members)
    members -= _lines_behind(draft, story, members)
    members |= _cut_end(draft, members)
    if not members:
        return story
    return story._replace(first=min(members), beyond=max(members) + 1, members=frozenset(members))


def _said_of_many(draft: Draft, members: set[int]) -> set[int]:
    """Sentences that stand under one title after the other, and these titles."""
    titles: dict[str, dict[str, int]] = {}
    for number, (above, own) in enumerate(pairwise(draft.signs)):
        if own.is_prose and above.is_title_like:
            titles.setdefault(own.folded, {})[above.folded] = number
    many = [numbers.values() for numbers in titles.values() if len(numbers) >= _LEAST_COPIES]
    return members & {n for numbers in many for title in numbers for n in (title, title + 1)}


def _told_again(draft: Draft, members: set[int]) -> set[int]:
    """The members without the copy for a reading voice, which text browsers show in one block above the story."""
    folded = {n: draft.signs[n].folded for n in sorted(members) if draft.signs[n].is_prose}
    for number in list(folded)[:_FIRST_PARAGRAPHS]:
        held = [
            n for n, text in folded.items() if n > number and len(text) < len(folded[number]) and text in folded[number]
        ]
        if len(held) >= _LEAST_HELD:
            copies = {n for n in members if number <= n < held[0]}
            again = {draft.signs[n].folded for n in copies}
            twins = {n for n in range(held[0], len(draft.blocks)) if draft.signs[n].folded in again}
            return (members - copies) | twins
    return members


def _gaps_of_lists(draft: Draft, members: set[int]) -> set[int]:
    """The items between two items of the story."""

    def is_item(number: int) -> bool:
        return draft.blocks[number].kind == "list_item"

    beside = (n + 1 for n in members if n + 2 in members and is_item(n) and is_item(n + 2))
    return {n for n in beside if is_item(n) and draft.is_free(n)}


def _ends_of_lists(draft: Draft, members: set[int]) -> set[int]:
    """The last items of a list of a dump, most of which is of the story."""
    found: set[int] = set()
    held = 1
    for number in sorted(members):
        held = held + 1 if number - 1 in members and _continues_list(draft, number) else 1
        at = number + 1
        while at not in members and _continues_list(draft, at):
            at += 1
        if at - number - 1 <= held:
            found.update(range(number + 1, at))
    return found


def _continues_list(draft: Draft, number: int) -> bool:
    both = draft.blocks[number - 1 : number + 1]
    in_one = len(both) == 2 and all(block.kind == "list_item" for block in both)
    return in_one and both[1].box is None and not both[1].gap_before and not both[1].link_starts


def _entries(draft: Draft, story: Story) -> set[int]:
    """Entries such as `तिथि – दशमी`, several in a row within the story."""
    free = (n for n in range(story.first, story.beyond) if draft.is_free(n))
    return {n for row in _rows(n for n in free if is_entry(draft.blocks[n].text)) for n in row}


def _rows(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The rising numbers that follow each other, where they are as many as the entries of a list."""
    for _, row in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in row]
        if len(found) >= _LEAST_ENTRIES:
            yield found


def _ends_of_quotes(draft: Draft, members: set[int]) -> set[int]:
    """The line behind a quotation of the story, in the same element, that tells who is quoted."""
    found: set[int] = set()
    for number in members:
        quote = _quote_around(draft, number)
        if quote is None:
            continue
        below = range(number + 1, quote.end)
        if len(below) == 1 and draft.is_free(number + 1) and not (draft.blocks[number + 1].link_density or 0.0) > EVEN:
            short = draft.signs[number + 1].words <= _MOST_WORDS_OF_ENTRY
            found.update(below if short and number + 1 not in members else ())
    return found


def _quote_around(draft: Draft, number: int) -> Box | None:
    """The innermost ``<blockquote>`` around a block."""
    at = draft.blocks[number].box if draft.blocks[number].kind == "quote" else None
    while at is not None and at >= 0:
        box = draft.page.boxes[at]
        if box.tag == "blockquote":
            return box
        at = box.parent
    return None


def _first_headings(draft: Draft, members: set[int]) -> set[int]:
    """The heading right above the first paragraph that is set as later ones of the story are, right above theirs.

    A standfirst that is set so is longer, and the headline stands above it as a heading of a higher level.
    """
    first = next((n for n in sorted(members) if draft.signs[n].is_prose), 0)
    number = first - 1
    if number < 1 or number in members or not draft.is_free(number) or not _is_short_heading(draft, number):
        return set()
    level, own = draft.blocks[number].level or 0, setting(draft.page, number)
    later = any(_is_short_heading(draft, n) and n + 1 in members and setting(draft.page, n) == own for n in members)
    headed = any(0 < (block.level or 0) < level for block in draft.blocks[:number] if block.kind == "heading")
    return {number} if later and headed and own.around == setting(draft.page, first).around else set()


def _is_short_heading(draft: Draft, number: int) -> bool:
    block, signs = draft.blocks[number], draft.signs[number]
    return block.kind == "heading" and signs.words <= _MOST_WORDS_OF_ENTRY and not block.link_density


def _lines_behind(draft: Draft, story: Story, members: set[int]) -> set[int]:
    """Short lines without a sentence end behind the last paragraph, in doubt; they are titles of other stories."""
    found: set[int] = set()
    for number in sorted(members, reverse=True):
        signs, block = draft.signs[number], draft.blocks[number]
        plain = block.kind in ("paragraph", "heading") and not signs.ends_sentence and not signs.is_prose
        if not plain or story.scores.get(number, 1.0) > _LIKELY_LAST or is_entry(block.text):
            break
        if number - 1 in members and _of_one_element(block, draft.blocks[number - 1]):
            break
        found.add(number)
    return found


def _cut_titles(draft: Draft, members: set[int]) -> set[int]:
    """Short lines in a row, most of them cut off: titles of other stories, as boxes of links have them."""
    short = (n for n in sorted(members) if not draft.signs[n].is_prose and not draft.signs[n].ends_sentence)
    return {n for row in _rows(short) if 2 * sum(draft.signs[n].cut_off for n in row) > len(row) for n in row}


def _of_one_element(block: Block, above: Block) -> bool:
    """Whether only a line end parts two blocks: the last line of a paragraph is no title of another story."""
    return block.box is not None and block.box == above.box


def _cut_end(draft: Draft, members: set[int]) -> set[int]:
    """The last block of a dump that breaks off within the story: longer than a title, or cut behind a sentence."""
    last = len(draft.blocks) - 1
    if draft.page.boxes or last - 1 not in members or not draft.is_free(last) or not draft.signs[last - 1].is_prose:
        return set()
    signs = draft.signs[last]
    if signs.ends_sentence or signs.words < PROSE_WORDS or is_row(signs.folded):
        return set()
    begun = signs.words >= SIGNED_WORDS or count_sentences(draft.blocks[last].text) > 0
    return {last} if begun else set()


def _introduced(draft: Draft, members: set[int]) -> set[int]:
    """The short items of a list, links as well, that a line of the story introduces with a colon."""
    found: set[int] = set()
    for number in members:
        at = number + 1
        if not draft.signs[number].folded.endswith(":") or draft.blocks[number].kind == "heading":
            continue
        while at < len(draft.blocks) and draft.blocks[at].kind == "list_item" and draft.is_free(at):
            at += 1
        items = range(number + 1, at)
        if len(items) > 1 and all(draft.signs[n].words <= _MOST_WORDS_OF_NAME for n in items):
            found.update(items)
    return found
