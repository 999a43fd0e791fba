"""What the boxes of a page tell of the blocks in them, as numbers; of a dump, nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from newsx.label.measures import Measures
from newsx.label.weights import Odds, Term
from newsx.page import Block, Box, Role

_TAGS = {
    tag: number
    for number, tag in enumerate(
        "p div li h1 h2 h3 h4 h5 h6 td th a span blockquote section article header footer aside dd dt button label "
        "figcaption pre center main ul table form body".split(),
        1,
    )
}
_BOX_LEVELS = 5
_TITLE_LETTERS = 25
_LINKED = 0.8
_LEVELS_OF_SHARE = (0.02, 0.15, 0.4, 0.75)
"""Shares of the page's running text between which odds tell boxes of one purpose apart."""


def box_terms(box: Box, share: float) -> list[Term]:
    """What a box tells by its tag and by what its markup calls it. share: of the page's running text."""
    return [("in", box.tag), *(told_terms(box.told.role, share) if box.told is not None else ())]


def told_terms(role: Role, share: float) -> tuple[Term, Term]:
    """What the purpose of a box tells, by itself and with its share of the page's running text."""
    return _told_terms(role, bisect_left(_LEVELS_OF_SHARE, share))


@cache
def _told_terms(role: Role, level: int) -> tuple[Term, Term]:
    return ("told", role), ("told", f"{role} {level}")


def tag_term(block: Block, prose: float) -> Term:
    """What the element of a block tells, with whether the block is running text."""
    return "tag", f"{block.tag} {prose > 0}"


class BoxFeatures:
    """What the boxes of a page tell of the blocks in them; of a dump, nothing."""

    def __init__(self, measures: Measures, odds: Odds) -> None:
        page, letters, links, prose = measures.page, measures.letters, measures.links, measures.prose
        blocks, boxes = page.blocks, page.boxes
        self._blocks, self._boxes, self._odds = blocks, boxes, odds
        self._prose = [0.0, *accumulate(prose)]
        self._total = self._prose[-1] or 1.0
        self._letters = list(accumulate(letters, initial=0))
        self._linked = [0.0, *accumulate(size * link for size, link in zip(letters, links, strict=True))]
        self._dates = _counts(line.date > 0 for line in measures.lines)
        self._headings = _counts(block.kind == "heading" for block in blocks)
        self._linked_headings = _counts(
            block.kind == "heading" and (block.link_density or 0) > _LINKED for block in blocks
        )
        self._linked_titles = _counts(
            len(block.text) >= _TITLE_LETTERS and (block.link_density or 0) - block.external_density > _LINKED
            for block in blocks
        )
        chains: list[tuple[int, ...]] = []
        for number, box in enumerate(boxes):
            chains.append((number, *(chains[box.parent] if box.parent >= 0 else ())))
        self._scores = self._box_scores()
        self.chains = [() if block.box is None else chains[block.box] for block in blocks]
        self.parents = [self._parent(block) for block in blocks]
        self.styles = [self._style(block, parent) for block, parent in zip(blocks, self.parents, strict=True)]
        held: defaultdict[tuple[str, str, str], float] = defaultdict(float)
        direct: defaultdict[int, float] = defaultdict(float)
        for style, parent, size in zip(self.styles, self.parents, prose, strict=True):
            held[style] += size
            direct[parent] += size
        self._held, self._members = held, Counter(self.styles)
        self._main = max(direct, key=direct.__getitem__) if boxes and direct else -1
        self._above_main = {}
        if self._main >= 0:
            self._above_main = {number: up for up, number in enumerate(chains[self._main])}
        self._around: dict[int, list[float]] = {}
        self._last_heading = last_of(block.kind == "heading" for block in blocks)

    def _parent(self, block: Block) -> int:
        if block.box is None:
            return -1
        box = self._boxes[block.box]
        parent = box.parent if box.end - box.first == 1 else block.box
        if block.tag == "li" and parent >= 0:
            parent = self._boxes[parent].parent
        return parent

    def _style(self, block: Block, parent: int) -> tuple[str, str, str]:
        if parent < 0:
            return (block.tag, "", "")
        return (block.tag, self._boxes[parent].tag, self._boxes[parent].names)

    def _box_scores(self) -> list[tuple[float, float]]:
        """What each box and those around it speak for a story, and what the names of the box and its parent do."""
        found: list[tuple[float, float]] = []
        own: list[float] = []
        odds, prose, total = self._odds, self._prose, self._total
        for box in self._boxes:
            far, near = odds.of_names(box.names) if box.names else (0.0, 0.0)
            own.append(near)
            score = far + odds.of("in", box.tag)
            if box.told is not None:
                by_itself, with_share = told_terms(box.told.role, (prose[box.end] - prose[box.first]) / total)
                score += odds.of(*by_itself) + odds.of(*with_share)
            if box.parent >= 0:
                score, near = score + found[box.parent][0], near + own[box.parent]
            found.append((score, near))
        return found

    def markup(self, number: int, prose: float) -> float:
        """What the boxes of a block speak for its being story, in odds; 0.0 in a dump."""
        block = self._blocks[number]
        if block.box is None:
            return 0.0
        far, near = self._scores[block.box]
        return far + near + self._odds.of(*tag_term(block, prose))

    def row(self, number: int) -> list[float]:
        """Shares of prose and links of the boxes around a block, and where it stands to the box with the most prose."""
        chain = self.chains[number]
        if not chain:
            return [-1.0] * (4 + 3 * _BOX_LEVELS + 8 + 5)
        style = self.styles[number]
        row = [
            float(len(chain)),
            self._held[style] / self._total,
            float(self._members[style]),
            float(_TAGS.get(self._blocks[number].tag, 0)),
        ]
        row += self._of_boxes_around(chain)
        sums = self._prose
        main = self._boxes[self._main] if self._main >= 0 else self._boxes[0]
        up = next((self._above_main[box] for box in chain if box in self._above_main), 9)
        before, after = number - 1, number + 1
        parents, styles = self.parents, self.styles
        follows = after < len(parents)
        row += (
            float(up),
            float(chain.index(self._main)) if self._main in chain else 20.0,
            (sums[number] - sums[main.first]) / self._total,
            float(before >= 0 and parents[before] == parents[number]),
            float(follows and parents[after] == parents[number]),
            float(before >= 0 and styles[before] == style),
            float(follows and styles[after] == style),
            float(number - self._last_heading[number]),
        )
        return row

    def _of_boxes_around(self, chain: tuple[int, ...]) -> list[float]:
        """The numbers of the boxes above the innermost one, which are the same for all blocks in them."""
        parent = chain[1] if len(chain) > 1 else -1
        known = self._around.get(parent)
        if known is None or parent < 0:
            boxes = self._boxes
            known = [number for level in range(1, _BOX_LEVELS + 1) for number in self._of_level(chain, level)]
            near, wide, outer = (boxes[chain[min(level, len(chain) - 1)]] for level in (1, 2, 3))
            known += (
                float(self._linked_headings[near.end] - self._linked_headings[near.first]),
                float(self._linked_titles[wide.end] - self._linked_titles[wide.first]),
                float(self._headings[wide.end] - self._headings[wide.first]),
                float(self._dates[wide.end] - self._dates[wide.first]),
                float(self._dates[outer.end] - self._dates[outer.first]),
            )
            self._around[parent] = known
        return known

    def _of_level(self, chain: tuple[int, ...], level: int) -> tuple[float, float, float]:
        """Share of the page's prose, share of links and number of blocks of a box some levels above the innermost."""
        if level >= len(chain):
            return 1.0, -1.0, -1.0
        box = self._boxes[chain[level]]
        size = self._letters[box.end] - self._letters[box.first]
        return (
            (self._prose[box.end] - self._prose[box.first]) / self._total,
            (self._linked[box.end] - self._linked[box.first]) / (size or 1),
            float(box.end - box.first),
        )


def _counts(holds: Iterable[bool]) -> list[int]:
    return list(accumulate(holds, initial=0))


def last_of(holds: Iterable[bool]) -> list[int]:
    """For each position the last one at or before it for which something holds, -1 for none."""
    found: list[int] = []
    last = -1
    for position, value in enumerate(holds):
        last = position if value else last
        found.append(last)
    return found
