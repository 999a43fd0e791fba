"""The run of blocks that is the story: where running text begins, and where it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsx.label.draft import Draft
from newsx.lexicon.function_words import content_words
from newsx.page import Role
from newsx.text.sentences import is_entry

_MOST_WORDS = 60
"""A longer paragraph weighs no more than one of this length, so that one wall of text does not outweigh a story."""
_PENALTY: dict[Role, float] = {
    "navigation": -5,
    "breadcrumb": -8,
    "share": -2,
    "read_also": -1,
    "promo": -2,
    "ad": -1,
    "bio": -25,
    "tags": -25,
    "related": -12,
    "comments": -25,
    "footer": -25,
    "disclaimer": -4,
    "caption": -1,
    "embed": -1,
    "interface": -1,
    "hidden": -1,
    "duplicate": -1,
    "date": -6,
    "byline": -6,
    "label": -1,
}
_FIRST_OF_BEST = 0.35
"""The first run that weighs this share of the heaviest one is the story: what comes below are further stories."""
_LEAST_COPIES = 3
"""Prose that stands so many times on a page is said of every story of a list, and of none by itself."""
_MOST_MENU_WORDS = 15
_TOLD_AGAIN = 0.6
"""Share of the words of a run from which on another one tells the same story."""
_MOST_BETWEEN, _MOST_INTO = 8, 3
_BREAK = -10_000.0


class Run(NamedTuple):
    """Positions of the first block of a run and of the one behind its last, and what its blocks weigh."""

    first: int
    beyond: int
    weight: float


def find_story(draft: Draft, dated: Collection[int] = ()) -> Run | None:
    """The run of the story, or None where the page holds no running text.

    A page whose reader knows the place of the story says so; else runs are found as the heaviest stretches of prose.
    `dated` are the positions of lines about a time, which part one story from the next.
    """
    inside = [position for position, block in enumerate(draft.blocks) if block.in_story and draft.is_free(position)]
    if inside:
        return Run(inside[0], inside[-1] + 1, sum(weigh(draft, position) for position in inside))
    copies = Counter(signs.folded for signs in draft.signs if signs.is_prose)
    weights = [_weigh_in_run(draft, position, copies, dated) for position in range(len(draft.blocks))]
    runs = _runs(weights)
    if not runs:
        return None
    best = max(run.weight for run in runs)
    chosen = next(number for number, run in enumerate(runs) if run.weight >= _FIRST_OF_BEST * best)
    if chosen + 1 < len(runs) and _is_summary_of(draft, runs[chosen], runs[chosen + 1], dated):
        chosen += 1
    told = next((run for run in runs[chosen + 1 :] if _tells_again(draft, runs[chosen], run, dated)), runs[chosen])
    return _with_end_of_list(draft, told)


def _tells_again(draft: Draft, run: Run, later: Run, dated: Collection[int]) -> bool:
    """Whether a later run has the words of a run, and the line of author and time above it that the run lacks.

    Text browsers show the copy that a page hides for its reading voice, and show it first.
    """
    if _is_dated(run, dated) or not _is_dated(later, dated):
        return False
    words, again = _words_of(draft, run), _words_of(draft, later)
    return len(words & again) >= _TOLD_AGAIN * len(words) > 0


def _is_dated(run: Run, dated: Collection[int]) -> bool:
    return any(position in dated for position in range(run.first - _MOST_BETWEEN, run.first + _MOST_INTO))


def _words_of(draft: Draft, run: Run) -> set[str]:
    signs = draft.signs[run.first : run.beyond]
    return {word for own in signs if own.is_prose for word in content_words(own.folded)}


def _with_end_of_list(draft: Draft, run: Run) -> Run:
    """The run with the list items that follow one inside it: a list at the end of a story is kept whole."""
    beyond = run.beyond
    while beyond < len(draft.blocks) and _continues_list(draft, beyond):
        beyond += 1
    return run._replace(beyond=beyond)


def _continues_list(draft: Draft, position: int) -> bool:
    both = draft.blocks[position - 1 : position + 1]
    in_one = all(block.kind == "list_item" for block in both) and not draft.blocks[position].gap_before
    return in_one and draft.is_free(position) and not draft.blocks[position].link_density


def _is_summary_of(draft: Draft, run: Run, following: Run, dated: Collection[int]) -> bool:
    """Whether a run is a single paragraph with the line of the time between it and the next run: a standfirst."""
    prose = sum(draft.signs[position].is_prose for position in range(run.first, run.beyond))
    between = range(run.beyond, following.first)
    return prose == 1 and len(between) <= _MOST_BETWEEN and any(position in dated for position in between)


def _weigh_in_run(draft: Draft, position: int, copies: Counter[str], dated: Collection[int]) -> float:
    """`weigh`, in view of what else the page holds: times, copies of the text, the titles of further stories."""
    if position in dated:
        return _PENALTY["date"]
    if copies[draft.signs[position].folded] >= _LEAST_COPIES:
        return _PENALTY["duplicate"]
    return weigh(draft, position) + _break_before(draft, position, dated)


def weigh(draft: Draft, position: int) -> float:
    """How much a block speaks for being part of a story: its words if it is prose, below 0 if it is a menu's line."""
    role = draft.role(position)
    if role is not None:
        return _PENALTY.get(role, -1)
    signs, block = draft.signs[position], draft.blocks[position]
    if signs.is_prose:
        return float(min(signs.words, _MOST_WORDS))
    if block.kind in ("table", "quote"):
        return float(min(signs.words, _MOST_WORDS)) / 2
    if block.link_density is not None and block.link_density > 0.6:
        return -5
    if block.kind == "list_item":
        announced = position > 0 and draft.signs[position - 1].folded.endswith((":", ":-"))
        return min(signs.words, 20) / 2 if signs.ends_sentence or announced else -1
    return 2.0 if signs.ends_sentence else _weigh_line(draft, position)


def _weigh_line(draft: Draft, position: int) -> float:
    """What a line without a sentence end counts: an entry of a table speaks least against a story, a menu word most."""
    signs, beside = draft.signs[position], draft.blocks[max(0, position - 1) : position + 2]
    if signs.cut_off:
        return -3
    if is_entry(draft.blocks[position].text) and sum(is_entry(block.text) for block in beside) > 1:
        return -1
    return -4 if signs.words <= _MOST_MENU_WORDS else -2


def _runs(weights: Sequence[float]) -> list[Run]:
    """The stretches of greatest sum, cut where the sum falls below nothing."""
    runs: list[Run] = []
    first = beyond = 0
    total = best = 0.0
    for position, weight in enumerate(weights):
        if total <= 0:
            if best > 0:
                runs.append(Run(first, beyond, best))
            first, beyond, total, best = position, position, 0.0, 0.0
        total += weight
        if weight > 0 and total > best:
            beyond, best = position + 1, total
        if best - total > max(60.0, 0.5 * best):
            runs.append(Run(first, beyond, best))
            first, beyond, total, best = position + 1, position + 1, 0.0, 0.0
    if best > 0:
        runs.append(Run(first, beyond, best))
    return runs


def _break_before(draft: Draft, position: int, dated: Collection[int]) -> float:
    """Ends any run before a line that opens a further story: a title, and its date or byline soon after it.

    Under a heading of related stories titles and dates are a list, unless prose stands between the two.
    """
    signs = draft.signs[position]
    listed = draft.role(position) == "related"
    if not (listed or draft.is_free(position)) or not signs.is_title_like or signs.words < 4:
        return 0.0
    prose = 0
    for after in range(position + 1, min(position + 7, len(draft.signs))):
        if after in dated:
            return _BREAK if prose or not listed else 0.0
        if draft.is_free(after) and draft.signs[after].is_prose:
            prose += 1
            if prose > 1:
                return 0.0
    return 0.0
