"""What speaks for and against each line near the beginning of a dump's story as its headline, as numbers.

`FEATURES` names them in the order of a row; `newsx.label.ranker` weighs them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsx.label.draft import Draft
from newsx.label.measures import measure_line
from newsx.label.story import Story
from newsx.lexicon.function_words import content_words
from newsx.lines.datelines import read_dateline
from newsx.page import Block
from newsx.text.fold import comparable
from newsx.text.scripts import script_of
from newsx.text.sentences import is_row

FEATURES = tuple(
    """
    words letters sentence_end question cut_off prose digits capitals colon foreign kind links
    score score+1
    shared shared_words shared_first shared_lead shared_to_best shared_order
    copies held holds alike
    distance prose_between in_story order
    until_date until_byline since_byline
    words-1 words+1 titles_above titles_below list_run outdent gap gap+1
    """.split()
)
"""The names of a row's numbers, in its order; ``-1`` is the block before, ``+1`` the block after."""

_REACH_ABOVE, _REACH_BELOW = 60, 12
"""Blocks above the first one of the story, and below it, among which a headline is looked for."""
_LEAST_WORDS, _MOST_WORDS = 2, 45
_LEAST_LETTERS, _MOST_LETTERS = 3, 400
_MOST_SENTENCES = 2
_LEAST_FOREIGN_WORDS = 4
"""Words from which on a line of another script than the story's may be its headline; shorter ones are names."""
_SAMPLE, _LEAD = 24, 3
"""Blocks of the story that the words of a line are looked for in, and those that count as its beginning."""
_FAR = 20.0
"""Blocks beyond which a distance counts no more."""
_MOST_NEIGHBOUR_WORDS = 60
_BESIDE = 4
"""Blocks above and below a line among which others of the form of a title are counted."""
_LONGEST_RUN = 20
_KINDS = {"paragraph": 0.0, "heading": 1.0, "list_item": 2.0, "quote": 3.0, "table": 4.0, "caption": 5.0}
_BETWEEN = frozenset({"share", "interface", "ad", "caption", "embed", "hidden", "duplicate"})
_LEAST_HELD = 15
"""Letters from which on a line stands in another one by no chance."""
_LEAST_OWN_WORDS = 3
_NO_BLOCK = -1.0
_CRIES = ("?", "!", "？", "！", "؟")


class _Line(NamedTuple):
    """What a short line near the story is compared by."""

    key: str
    words: frozenset[str]
    shared: float
    is_title: bool


class _Story(NamedTuple):
    """The words of the story: of its first block, of its beginning, and in how many of its blocks each stands."""

    running: frozenset[int]
    first: frozenset[str]
    lead: frozenset[str]
    frequent: Counter[str]
    script: str | None
    indent: int


def read_candidates(draft: Draft, story: Story) -> dict[int, list[float]]:
    """The rows of the lines that may be the headline, in the order of `FEATURES`, by the numbers of their blocks."""
    first = max(0, story.first - _REACH_ABOVE)
    beyond = min(story.beyond, story.first + _REACH_BELOW + 1, len(draft.blocks))
    numbers = [n for n in range(first, beyond) if _may_be_headline(draft, n)]
    return _Candidates(draft, story, numbers).rows() if numbers else {}


def _may_be_headline(draft: Draft, number: int) -> bool:
    block, signs = draft.blocks[number], draft.signs[number]
    short = _LEAST_WORDS <= signs.words <= _MOST_WORDS and _LEAST_LETTERS <= len(block.text) <= _MOST_LETTERS
    if not short or not draft.is_free(number) or is_row(signs.folded) or is_said_twice(signs.folded):
        return False
    return not signs.is_prose or (signs.sentences <= _MOST_SENTENCES and read_dateline(block.text) is None)


def is_said_twice(folded: str) -> bool:
    """The text of a picture's title and of its caption, in one line."""
    words = folded.split()
    half = len(words) // 2
    return half >= _LEAST_WORDS and words[:half] == words[half:]


class _Candidates:
    """The rows of one page, and what they have in common."""

    def __init__(self, draft: Draft, story: Story, numbers: Sequence[int]) -> None:
        signs = draft.signs
        self._draft, self._story = draft, story
        self._told = _read_story(draft, story, frozenset(numbers))
        self._low = max(0, min(numbers[0], story.first) - _BESIDE)
        self._high = min(len(signs), max(numbers[-1], story.first) + 1 + _BESIDE)
        self._lines = {n: self._line(n) for n in range(self._low, self._high)}
        self._copies = Counter(one.folded for one in signs)
        near = range(self._low, self._high)
        roles = [draft.role(n) for n in near]
        self._dates = [n for n, role in zip(near, roles, strict=True) if role == "date"]
        self._bylines = [n for n, role in zip(near, roles, strict=True) if role == "byline"]
        self._skipped = list(accumulate((role in _BETWEEN for role in roles), initial=0))
        running = (
            float(signs[n].words) if role is None and signs[n].is_prose and not signs[n].cut_off else 0.0
            for n, role in zip(near, roles, strict=True)
        )
        self._running = list(accumulate(running, initial=0.0))
        self._compared = {n: self._compare(n) for n in numbers}
        self._foreign = {n: script_of(signs[n].folded) not in (None, self._told.script) for n in numbers}
        self._numbers = [n for n in numbers if not self._is_cut_or_name(n)]
        self._best = max((self._lines[n].shared for n in self._numbers), default=0.0)
        weight = {n: self._lines[n].shared * len(self._lines[n].words) ** 0.5 for n in self._numbers}
        self._order = {n: at for at, n in enumerate(sorted(self._numbers, key=lambda n: (-weight[n], n)))}

    def rows(self) -> dict[int, list[float]]:
        """A row for each candidate."""
        count = len(self._numbers)
        return {
            n: [
                *self._shape(n),
                *(self._story.scores.get(n + step, _NO_BLOCK) for step in (0, 1)),
                *self._words(n),
                float(self._copies[self._draft.signs[n].folded]),
                *self._compared[n],
                *self._place(n),
                float(count - at),
                *self._credits(n),
                *self._beside(n),
            ]
            for at, n in enumerate(self._numbers)
        }

    def _is_cut_or_name(self, number: int) -> bool:
        """A cut-off line that another one holds is its teaser, or a crumb; a few words of another script are a name."""
        signs = self._draft.signs[number]
        is_name = self._foreign[number] and signs.words < _LEAST_FOREIGN_WORDS
        return is_name or (signs.cut_off and self._compared[number][0] > 0)

    def _line(self, number: int) -> _Line:
        signs = self._draft.signs[number]
        if signs.words > _MOST_WORDS:
            return _Line("", frozenset(), 0.0, False)
        words = frozenset(content_words(signs.folded))
        least = 1 if number in self._told.running else 0
        found = sum(self._told.frequent[word] > least for word in words)
        share = found / max(_LEAST_OWN_WORDS, len(words))
        return _Line(comparable(self._draft.blocks[number].text), words, share, signs.is_title_like)

    def _shape(self, number: int) -> list[float]:
        block, signs = self._draft.blocks[number], self._draft.signs[number]
        text = block.text
        line = measure_line(block.text, signs.folded)
        return [
            float(signs.words),
            float(len(text)),
            float(signs.ends_sentence),
            float(text.rstrip("\"'”’») ").endswith(_CRIES)),
            float(signs.cut_off),
            float(signs.is_prose),
            line.digits,
            line.capitals,
            float(": " in text),
            float(self._foreign[number]),
            _KINDS[block.kind],
            _NO_BLOCK if block.link_density is None else block.link_density,
        ]

    def _words(self, number: int) -> list[float]:
        line = self._lines[number]
        own = max(_LEAST_OWN_WORDS, len(line.words))
        return [
            line.shared,
            float(min(10, round(line.shared * own))),
            len(line.words & self._told.first) / own,
            len(line.words & self._told.lead) / own,
            line.shared - self._best,
            float(self._order[number]),
        ]

    def _compare(self, number: int) -> tuple[float, float, float]:
        """Whether another line near holds this one, whether this one holds another, and how alike the likest is."""
        own = self._lines[number]
        is_long = len(own.key) >= _LEAST_HELD
        held = holds = alike = 0.0
        for other in self._lines.values():
            if not other.key or other.key == own.key:
                continue
            if is_long and own.key in other.key:
                held = 1.0
            elif is_long and len(other.key) >= _LEAST_HELD and other.key in own.key:
                holds = 1.0
            if not own.words.isdisjoint(other.words):
                alike = max(alike, 2 * len(own.words & other.words) / (len(own.words) + len(other.words)))
        return held, holds, alike

    def _place(self, number: int) -> list[float]:
        first, low = self._story.first, self._low
        lower, upper = min(number, first), max(number, first)
        skipped = self._skipped[upper - low] - self._skipped[lower - low]
        prose = self._running[first - low] - self._running[number + 1 - low] if number < first else 0.0
        return [float(upper - lower - skipped), prose, float(number >= first)]

    def _credits(self, number: int) -> list[float]:
        """How far down the next time and the next byline stand, and how far up the last byline does."""
        above = bisect_left(self._bylines, number)
        since = min(_FAR, number - self._bylines[above - 1]) if above else _FAR
        return [_until(self._dates, number), _until(self._bylines, number), float(since)]

    def _beside(self, number: int) -> list[float]:
        blocks, signs = self._draft.blocks, self._draft.signs
        below = number + 1
        return [
            float(min(_MOST_NEIGHBOUR_WORDS, signs[number - 1].words)) if number else _NO_BLOCK,
            float(min(_MOST_NEIGHBOUR_WORDS, signs[below].words)) if below < len(blocks) else _NO_BLOCK,
            float(sum(self._is_title(n) for n in range(number - _BESIDE, number))),
            float(sum(self._is_title(n) for n in range(below, below + _BESIDE))),
            float(_run_of(blocks, number)),
            float((blocks[number].indent or 0) - self._told.indent),
            float(blocks[number].gap_before),
            float(below >= len(blocks) or blocks[below].gap_before),
        ]

    def _is_title(self, number: int) -> bool:
        return number in self._lines and self._lines[number].is_title


def _read_story(draft: Draft, story: Story, candidates: frozenset[int]) -> _Story:
    signs = draft.signs
    members = sorted(story.members)[:_SAMPLE]
    # A headline that scored as story must not be found in itself.
    running = [n for n in members if n not in candidates or signs[n].is_prose] or members
    words = [frozenset(content_words(signs[n].folded)) for n in running]
    return _Story(
        running=frozenset(running),
        first=words[0],
        lead=frozenset[str]().union(*words[:_LEAD]),
        frequent=Counter(word for own in words for word in own),
        script=script_of(" ".join(signs[n].folded for n in running[:2])),
        indent=draft.blocks[running[0]].indent or 0,
    )


def _until(found: Sequence[int], number: int) -> float:
    at = bisect_right(found, number)
    return float(min(_FAR, found[at] - number)) if at < len(found) else _FAR


def _run_of(blocks: Sequence[Block], number: int) -> int:
    """List items in a row around a block, itself with them."""
    if blocks[number].kind != "list_item":
        return 0
    size = 1
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(blocks) and blocks[at].kind == "list_item" and size < _LONGEST_RUN:
            size, at = size + 1, at + step
    return size
