"""Which blocks are the story: features, scores of two passes, and the most likely sequence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsx.label.context import read_context
from newsx.label.draft import Draft
from newsx.label.features import Facts, read_features
from newsx.label.trees import Scorer, read_trees
from newsx.label.weights import load_odds, load_weights, weights_for
from newsx.page import Page
from newsx.text.sentences import closes_prose

_LEAST_LIKELY = 0.45
"""Of sites left out it gained 0.003 of F1 on web articles and 0.009 on dumps of `real2` over 0.5."""
_DOUBTFUL, SURE = 0.4, 0.8
EVEN = 0.5
_LEAST_CAPTIONS = 3
LEAST_STORY = 300
"""Letters of the shortest story that another one can follow."""


class Story(NamedTuple):
    """The story of a page: ``blocks[first:beyond]``, of which `members` are its own."""

    first: int
    beyond: int
    members: frozenset[int]
    scores: Mapping[int, float]
    """The probability of each block near running text that it is story."""


@cache
def scorer(weights: str, name: str) -> Scorer:
    """The trees ``first``, ``second`` or ``page`` of a file of weights, ready to score rows."""
    return Scorer(read_trees(load_weights(weights)[name]))


def score_blocks(draft: Draft) -> dict[int, float]:
    """The probability that it is story of each block near running text."""
    weights = weights_for(draft.page)
    facts = read_features(draft, load_odds(weights))
    first = first_pass(facts, scorer(weights, "first"))
    score = scorer(weights, "second")
    return first | {number: score(row) for number, row in read_context(draft.page, facts, first)}


def find_story(scores: Mapping[int, float]) -> Story | None:
    """The story of a page by the scores of its blocks, None where no block is likely to be of one."""
    members = frozenset(decode(scores))
    if not members:
        return None
    return Story(min(members), max(members) + 1, members, scores)


def with_gallery(draft: Draft, story: Story) -> Story:
    """The story with the captions of its pictures, where these hold more of it than its paragraphs do."""
    captions = [
        n
        for n, block in enumerate(draft.blocks)
        if block.kind == "caption" and not block.link_density and closes_prose(block.text) and n >= story.first
    ]
    paragraphs = [n for n in story.members if draft.blocks[n].kind != "caption"]
    size = sum(len(draft.blocks[n].text) for n in captions)
    if len(captions) < _LEAST_CAPTIONS or size < sum(len(draft.blocks[n].text) for n in paragraphs):
        return story
    members = story.members | frozenset(captions)
    return Story(min(members), max(members) + 1, members, story.scores)


def before_next(page: Page, story: Story, heading: int | None) -> Story:
    """The story up to the headline of another one: a further h1 of the same names as its own, below enough of it."""
    if heading is None or page.blocks[heading].level != 1:
        return story
    names = _own_names(page, heading)
    if not names:
        return story
    for number in range(heading + 1, story.beyond):
        block = page.blocks[number]
        if block.level != 1 or block.kind != "heading" or block.link_density or _own_names(page, number) != names:
            continue
        above = frozenset(n for n in story.members if n < number)
        if block.text != page.blocks[heading].text and sum(len(page.blocks[n].text) for n in above) >= LEAST_STORY:
            return Story(min(above), max(above) + 1, above, story.scores)
    return story


def _own_names(page: Page, number: int) -> str:
    box = page.blocks[number].box
    return "" if box is None else page.boxes[box].names


def of_one_article(page: Page, story: Story, heading: int | None) -> Story:
    """The story without what stands in other ``<article>`` elements than that of its heading."""
    if heading is None:
        return story
    articles = [number for number, box in enumerate(page.boxes) if box.tag == "article"]
    own = [page.boxes[n] for n in articles if page.boxes[n].first <= heading < page.boxes[n].end]
    if not own:
        return story
    inside = frozenset(n for n in story.members if own[0].first <= n < own[0].end)
    others = {n for a in articles for n in range(page.boxes[a].first, page.boxes[a].end)}
    members = inside | frozenset(n for n in story.members if n not in others)
    if sum(len(page.blocks[n].text) for n in inside) < LEAST_STORY:
        return story
    return Story(min(members), max(members) + 1, members, story.scores)


def scored(likely: float) -> str:
    """The reason of a block that a score labelled.

    >>> scored(0.98), scored(0.3)
    ('story with a probability of 0.98', 'no story with a probability of 0.70')
    """
    return (
        f"story with a probability of {likely:.2f}"
        if likely > 0.5
        else f"no story with a probability of {1 - likely:.2f}"
    )


def first_pass(facts: Facts, score: Callable[[Sequence[float]], float]) -> dict[int, float]:
    """The probability of each block by itself that it is story."""
    return {number: score(row) for number, row in facts.rows.items()}


def decode(scores: Mapping[int, float]) -> list[int]:
    """The blocks that are story in the most likely sequence: a doubtful one between two sure ones is."""

    def beside(number: int, least: float, steps: tuple[int, ...]) -> list[bool]:
        return [scores.get(number + step, 0.0) > least for step in steps]

    def is_story(number: int, score: float) -> bool:
        if score > EVEN:
            return True
        if score > _LEAST_LIKELY:
            return any(beside(number, EVEN, (-2, -1, 1, 2)))
        return score >= _DOUBTFUL and all(beside(number, SURE, (-1, 1)))

    return [number for number, score in scores.items() if is_story(number, score)]
