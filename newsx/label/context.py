"""The features of the second pass: what the first pass thinks of a block's neighbours, boxes and kind of paragraph.

A first score is made of each block alone; stories hang together, so a second one sees the first in view of the rest.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import accumulate

from newsx.label.features import FEATURES, Facts
from newsx.page import Page

CONTEXT = (
    *FEATURES,
    *"""
    first first_3 first_2 first_1 first+1 first+2 first+3
    story_above story_below story_around mean_around mean_above mean_below
    from_first to_last since_story until_story story
    parent_mean parent_size style_mean style_size grand_mean grand_size great_mean great_size parent_share
    story_up story_down story_direct before_story
    """.split(),
)
"""The names of a row's numbers, in its order."""

LEAST_DOUBT = 0.02
"""Probability of the first pass below which a block gets no second look. Of sites left out, 0.1 to 0.7 % of a story's
letters score so low, no more than when every block had one."""
_STEPS = (-3, -2, -1, 1, 2, 3)
_MOST_LETTERS = 1500
"""Letters of a block beyond which it counts no more."""
_WEIGHED_LETTERS = 400
_AROUND = 8
_SURE = 0.7
_FAR = 50.0


def read_context(page: Page, facts: Facts, first: Mapping[int, float]) -> Iterator[tuple[int, array[float]]]:
    """The rows of the second pass, in the order of `CONTEXT`, for the blocks that may be story after the first.

    They come one by one with the number of the block, for those of a long page take much memory.

    first: the probability of the first pass for each of the blocks that have a row in `facts`.
    """
    count = len(page.blocks)
    scores = [first.get(number, 0.0) for number in range(count)]
    sizes = [min(size, _WEIGHED_LETTERS) + 10.0 for size in facts.letters]
    mass = [score * min(size, _MOST_LETTERS) for score, size in zip(scores, facts.letters, strict=True)]
    masses = [0.0, *accumulate(mass)]
    total = masses[-1] or 1.0
    weighed = [score * size for score, size in zip(scores, sizes, strict=True)]
    scored, sized = [0.0, *accumulate(weighed)], [0.0, *accumulate(sizes)]
    likely = [number for number, score in enumerate(scores) if score > 0.5]
    begin, end = (likely[0], likely[-1]) if likely else (count, -1)
    since, until = _distances(scores), _distances(scores[::-1])[::-1]
    groups = _groups(page, facts, weighed, sizes)
    main, above_main = _main(page, facts, mass)
    direct = sum(mass[n] for n in range(count) if facts.parents[n] == main) / total
    for number, row in facts.rows.items():
        if scores[number] < LEAST_DOUBT:
            continue
        low, high = max(0, number - _AROUND), min(count, number + _AROUND + 1)
        own, size = weighed[number], sizes[number]
        rest = sized[high] - sized[low] - size + 1
        extra = [scores[number]]
        extra += (scores[number + step] if 0 <= number + step < count else -1.0 for step in _STEPS)
        extra += (
            masses[number] / total,
            (masses[-1] - masses[number + 1]) / total,
            (masses[high] - masses[low] - mass[number]) / total,
            (scored[high] - scored[low] - own) / rest,
            (scored[number] - scored[low]) / (sized[number] - sized[low] + 1),
            (scored[high] - scored[number + 1]) / (sized[high] - sized[number + 1] + 1),
            float(number - begin),
            float(end - number),
            since[number],
            until[number],
            total,
        )
        for keys, held, all_sizes in groups:
            key = keys[number]
            others = all_sizes[key] - size
            extra += ((held[key] - own) / others if others > 0 else -1.0, others)
        if page.boxes:
            parent = facts.parents[number]
            box = page.boxes[parent] if parent >= 0 else None
            chain = facts.chains[number]
            extra += (
                1.0 if box is None else (masses[box.end] - masses[box.first]) / total,
                float(next((above_main[box] for box in chain if box in above_main), 9)),
                float(chain.index(main)) if main in chain else 20.0,
                direct,
                float(main >= 0 and number < page.boxes[main].first),
            )
        else:
            extra += (-1.0, -1.0, -1.0, -1.0, -1.0)
        yield number, row + array("d", extra)


def _distances(scores: Sequence[float]) -> list[float]:
    """How many blocks above each the last one is that is surely story."""
    found: list[float] = []
    distance = _FAR
    for score in scores:
        found.append(distance)
        distance = 0.0 if score > _SURE else distance + 1 if distance < _FAR else _FAR
    return found


_Group = tuple[Sequence[Hashable], Mapping[Hashable, float], Mapping[Hashable, float]]


def _groups(page: Page, facts: Facts, weighed: Sequence[float], sizes: Sequence[float]) -> list[_Group]:
    """Score and size of the blocks that share a parent, a style, a grandparent, a great-grandparent."""
    if not page.boxes:
        return [((0,) * len(sizes), {0: -1.0}, {0: 0.0})] * 4

    def parents(numbers: Sequence[int]) -> list[int]:
        return [page.boxes[number].parent if number >= 0 else -1 for number in numbers]

    grand = parents(facts.parents)
    found: list[_Group] = []
    for keys in (facts.parents, facts.styles, grand, parents(grand)):
        held: defaultdict[Hashable, float] = defaultdict(float)
        all_sizes: defaultdict[Hashable, float] = defaultdict(float)
        for key, score, size in zip(keys, weighed, sizes, strict=True):
            held[key] += score
            all_sizes[key] += size
        found.append((keys, held, all_sizes))
    return found


def _main(page: Page, facts: Facts, mass: Sequence[float]) -> tuple[int, dict[int, int]]:
    """The box right around most of the likely story, and how far above it each box around it stands."""
    direct: dict[int, float] = {}
    for parent, size in zip(facts.parents, mass, strict=True):
        direct[parent] = direct.get(parent, 0.0) + size
    if not page.boxes or not direct:
        return -1, {}
    main = max(direct, key=direct.__getitem__)
    above: dict[int, int] = {}
    number = main
    while number >= 0:
        above[number] = len(above)
        number = page.boxes[number].parent
    return main, above
