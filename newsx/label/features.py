"""What each block of a page tells, as numbers: by itself, by its boxes, by its place and by its neighbours.

The numbers are the same for text dumps and markup; what a dump does not tell has one value of its own. `FEATURES` names
them in the order of a row. Words of class names and phrases of the lexicon count by odds that training found, see
`newsx.label.weights`.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from newsx.label.box_features import BoxFeatures, box_terms, last_of, tag_term
from newsx.label.draft import Draft, Signs
from newsx.label.measures import Measures, measure
from newsx.label.weights import Odds, Term, name_words
from newsx.page import Page
from newsx.text.fold import comparable, fold

FEATURES = tuple(
    """
    markup wording letters words links external sentences ends prose kind level bold commas tail digits capitals date
    copies title shared declared described place prose_above prose_above_share prose_below_share prose_below
    since_prose until_prose lines_around foreign
    from_heading prose_from_heading above_4 below_4 around_8 around_20 total blocks
    since_date until_date prose_since_date dates_above
    letters_2 links_2 ends_2 kind_2 markup_2 wording_2 date_2
    letters_1 links_1 ends_1 kind_1 markup_1 wording_1 date_1
    letters+1 links+1 ends+1 kind+1 markup+1 wording+1 date+1
    letters+2 links+2 ends+2 kind+2 markup+2 wording+2 date+2
    depth style_share style_blocks tag
    box1_share box1_links box1_blocks box2_share box2_links box2_blocks box3_share box3_links box3_blocks
    box4_share box4_links box4_blocks box5_share box5_links box5_blocks
    linked_headings linked_titles headings dates2 dates3 main_up main_down main_place
    same_box_1 same_box+1 same_style_1 same_style+1 heading_above
    gap gap+1 indent numbered_links
    """.split()
)
"""The names of a row's numbers, in its order; ``_1`` is the block before, ``+1`` the block after."""

KINDS = {"paragraph": 0, "heading": 1, "list_item": 2, "quote": 3, "table": 4, "caption": 5}
_TAILS = ":?|…!"
_TAG = re.compile(r"<[^<>]{1,300}>")
_NO_NEIGHBOUR = (-1.0, -1.0, -1.0, -1.0, -9.0, -9.0, -1.0)
_LEAST_TITLE_WORDS, _LONGEST_TITLE_WORDS = 4, 45
_BELOW_TITLE = 30
"""Blocks below a title within which its story's text has to stand."""
_DECLARED_SAMPLE = 60
_LEAST_DECLARED = 12
_LINKED = 0.8
_NEAR_PROSE = 12
"""Blocks around running text that are asked at all; in menus farther off nothing is a story."""
_LONG_LINE = 60
"""Letters of a line without a sentence end around which a story may be, as in lists."""
_FAR = 50.0
"""Blocks beyond which a distance counts no more."""
_REACH_OF_CUE = 8


class Facts(NamedTuple):
    """What the features of a page are made of, kept for those of the second pass."""

    rows: dict[int, array[float]]
    """A row for each block that may be of the story, by its number; packed, for a long page has many."""
    letters: list[int]
    parents: list[int]
    """For each block the number of the box around its own paragraph element, -1 in a dump."""
    styles: list[tuple[str, str, str]]
    chains: list[tuple[int, ...]]
    """For each block the numbers of its boxes, innermost first."""


def read_features(draft: Draft, odds: Odds) -> Facts:
    """The rows of a page's blocks, in the order of `FEATURES`."""
    measures = measure(draft)
    page, letters, links, prose = measures.page, measures.letters, measures.links, measures.prose
    blocks, ends, lines = page.blocks, measures.ends, measures.lines
    boxes = BoxFeatures(measures, odds)
    wording = [sum(odds.of(*term) for term in terms) if terms else 0.0 for terms in _wording_terms(measures)]
    markup = [boxes.markup(number, prose[number]) for number in range(len(blocks))]
    heading = title_heading(page, measures.signs)
    if heading is None and not page.boxes:
        heading = _leading_line(measures)
    alone, place = _alone(measures, heading), _places(measures, heading)
    beside = [
        (
            float(letters[n]), links[n], float(ends[n]), float(KINDS[block.kind]), markup[n], wording[n], lines[n].date,
        )
        for n, block in enumerate(blocks)
    ]  # fmt: skip
    rows: dict[int, array[float]] = {}
    count = len(blocks)
    for number in _near(measures):
        row = [markup[number], wording[number], *alone(number), *place(number)]
        for step in (-2, -1, 1, 2):
            row += beside[number + step] if 0 <= number + step < count else _NO_NEIGHBOUR
        row += boxes.row(number)
        block = blocks[number]
        gap_below = blocks[number + 1].gap_before if number + 1 < count else True
        row += (float(block.gap_before), float(gap_below), float(block.indent or 0), float(len(block.link_starts)))
        rows[number] = array("d", row)
    return Facts(rows, letters, boxes.parents, boxes.styles, boxes.chains)


def _near(measures: Measures) -> list[int]:
    """The numbers of the blocks near running text, or near lines as long as it that are no links."""
    near: list[int] = []
    beyond = 0
    count = len(measures.prose)
    for number, (size, letters, links) in enumerate(zip(measures.prose, measures.letters, measures.links, strict=True)):
        if size or (letters >= _LONG_LINE and links < _LINKED):
            near.extend(range(max(beyond, number - _NEAR_PROSE), min(count, number + 1 + _NEAR_PROSE)))
            beyond = number + 1 + _NEAR_PROSE
    return near


Row = Callable[[int], tuple[float, ...]]
"""Gives some numbers of the row of a block."""


def _alone(measures: Measures, heading: int | None) -> Row:
    """What a block tells by itself and by its words. heading: the block of the page's title."""
    page, signs, letters, links, ends, prose, lines = measures
    blocks = page.blocks
    copies = Counter(own.folded for own in signs)
    titles: set[str] = set()
    for title in page.declared.titles[:3]:
        titles |= _words(fold(title))
    if not titles and heading is not None:
        titles |= _words(signs[heading].folded)
    running = {n: _words(own.folded) for n, (own, size) in enumerate(zip(signs, prose, strict=True)) if size}
    told = Counter(chain.from_iterable(running.values()))
    holds = declarations(page)
    total = sum(prose) or 1.0

    def row(number: int) -> tuple[float, ...]:
        block, own = blocks[number], signs[number]
        mine = running.get(number)
        if mine is None:
            mine = _words(own.folded) if own.words <= _LONGEST_TITLE_WORDS else set()
        text = block.text
        least = 1 if prose[number] else 0
        shared = sum([told.get(word, 0) > least for word in mine]) / len(mine) if mine else -1.0
        titled = len(mine & titles) / len(titles) if titles and mine else -1.0
        declared, described = holds(text, prose[number] > 0)
        return (
            float(letters[number]),
            float(own.words),
            links[number],
            block.external_density,
            float(own.sentences),
            float(ends[number]),
            prose[number] / total,
            float(KINDS[block.kind]),
            float(block.level or 0) if block.kind == "heading" else 0.0,
            float(block.bold),
            float(text.count(",") + text.count("،") + text.count("、") + text.count("，")),
            float(_TAILS.find(text[-1:])) if text else -1.0,
            lines[number].digits,
            lines[number].capitals,
            lines[number].date,
            float(copies[own.folded]),
            titled,
            shared,
            declared,
            described,
        )

    return row


def _words(folded: str) -> set[str]:
    return {word for word in folded.split() if len(word) > 3}


def declarations(page: Page) -> Callable[[str, bool], tuple[float, float]]:
    """What tells of a text whether the declared article body, and the declared description, hold it.

    1 for yes, -1 for no, 0 where that is not told; the description is asked of running text alone.
    """
    body = comparable(_TAG.sub(" ", page.declared.article_body or ""))
    described = next(
        (
            comparable(page.declared.meta[key][0])
            for key in ("og:description", "description", "twitter:description")
            if page.declared.meta.get(key)
        ),
        "",
    )

    def holds(text: str, is_prose: bool) -> tuple[float, float]:
        if not body and not (described and is_prose):
            return 0.0, 0.0
        key = comparable(text)
        if len(key) < _LEAST_DECLARED:
            return 0.0, 0.0
        told = 0.0
        if body:
            told = 1.0 if key[:_DECLARED_SAMPLE] in body or key[-_DECLARED_SAMPLE:] in body else -1.0
        return told, float(is_prose and bool(described) and key[:_DECLARED_SAMPLE] in described)

    return holds


def _places(measures: Measures, heading: int | None) -> Row:
    """Where a block stands: in the page, between its prose, below the block of the page's title."""
    signs, prose = measures.signs, measures.prose
    count = len(prose)
    sums = [0.0, *accumulate(prose)]
    total = sums[-1] or 1.0
    since = last_of(size > 0 for size in prose)
    until = [count - 1 - last for last in last_of(size > 0 for size in reversed(prose))][::-1]
    lines = list(accumulate((size == 0 for size in prose), initial=0))
    latin = sum(size for size, own in zip(prose, signs, strict=True) if own.folded.isascii())
    is_latin = 2 * latin > total
    dated = [line.date > 0 for line in measures.lines]
    since_date = last_of(dated)
    until_date = [count - 1 - last for last in last_of(reversed(dated))][::-1]
    dates = list(accumulate(dated, initial=0))

    def row(number: int) -> tuple[float, ...]:
        above, below = sums[number], sums[-1] - sums[number + 1]
        return (
            number / count,
            above,
            above / total,
            below / total,
            below,
            float(min(_FAR, number - since[number])) if since[number] >= 0 else _FAR,
            float(min(_FAR, until[number] - number)) if until[number] < count else _FAR,
            float(lines[min(count, number + 9)] - lines[max(0, number - 8)]),
            float(signs[number].folded.isascii() != is_latin),
            float(number - heading) if heading is not None else -999.0,
            above - sums[heading] if heading is not None and number > heading else -1.0,
            above - sums[max(0, number - 4)],
            sums[min(count, number + 5)] - sums[number + 1],
            sums[min(count, number + 9)] - sums[max(0, number - 8)] - prose[number],
            sums[min(count, number + 21)] - sums[max(0, number - 20)] - prose[number],
            total,
            float(count),
            float(min(_FAR, number - since_date[number])) if since_date[number] >= 0 else -1.0,
            float(min(_FAR, until_date[number] - number)) if until_date[number] < count else -1.0,
            above - sums[since_date[number]] if since_date[number] >= 0 else -1.0,
            float(dates[number]),
        )

    return row


def title_heading(page: Page, signs: Sequence[Signs]) -> int | None:
    """The block that is most alike the declared titles, headings before others; None where nothing is."""
    titles: set[str] = set()
    for title in page.declared.titles[:3]:
        titles |= _words(fold(title))
    best: tuple[float, int] | None = None
    for number, (block, own) in enumerate(zip(page.blocks, signs, strict=True)):
        if not 2 <= own.words <= _LONGEST_TITLE_WORDS:
            continue
        first = block.kind == "heading" and block.level == 1
        if not first and titles.isdisjoint(own.folded.split()):
            continue
        mine = _words(own.folded) if titles else set()
        alike = 2 * len(mine & titles) / (len(mine) + len(titles)) if mine else 0.0
        if alike <= 0.3 and not first:
            continue
        score = alike + (0.5 if first else 0.2 if block.kind == "heading" else 0.0)
        score -= 0.3 if (block.link_density or 0.0) > _LINKED else 0.0
        if best is None or score > best[0]:
            best = score, number
    return None if best is None else best[1]


def _leading_line(measures: Measures) -> int | None:
    """In a dump, which declares no title: the line with the most words that the running text below it holds as well."""
    signs, prose = measures.signs, measures.prose
    below: Counter[str] = Counter()
    held: deque[set[str]] = deque()
    best: tuple[float, int] | None = None
    for number in range(len(prose) - 1, -1, -1):
        own = _words(signs[number].folded) if prose[number] or signs[number].words <= _LONGEST_TITLE_WORDS else set()
        if not prose[number] and not measures.ends[number] and signs[number].words >= _LEAST_TITLE_WORDS:
            shared = sum(below[word] > 0 for word in own)
            score = shared * shared / (len(own) + _LEAST_TITLE_WORDS)
            if score and (best is None or score >= best[0]):
                best = score, number
        held.append(own if prose[number] else set())
        below.update(held[-1])
        if len(held) > _BELOW_TITLE:
            below.subtract(held.popleft())
    return None if best is None else best[1]


def _wording_terms(measures: Measures) -> Iterator[list[Term]]:
    """What the lexicon's phrases and cues in each block, and in the nearest cue above it, are counted by."""
    signs, ends = measures.signs, measures.ends
    under: tuple[str, int] | None = None
    for number, own in enumerate(signs):
        terms: list[Term] = []
        if own.match is not None:
            terms += [("lexicon", own.match.role), ("lexicon", f"{own.match.role} {own.match.how} {ends[number]}")]
        if own.label is not None:
            terms.append(("cue", f"{own.label.part} {own.label.whole_line}"))
        if under is not None and number - under[1] <= _REACH_OF_CUE:
            terms.append(("under", f"{under[0]} {min(3, (number - under[1]) // 2)}"))
        if own.match is not None and own.match.heads_list:
            under = own.match.role, number
        elif own.label is not None:
            under = own.label.part, number
        yield terms


def read_terms(draft: Draft) -> dict[int, list[Term]]:
    """The terms of markup and wording whose odds make up the first two numbers of a row, for training.

    Returns them by the number of the block, for the blocks that have a row in `read_features`.
    """
    measures = measure(draft)
    page, prose = measures.page, measures.prose
    boxes = page.boxes
    sums = [0.0, *accumulate(prose)]
    of_boxes: list[list[Term]] = []
    for box in boxes:
        share = (sums[box.end] - sums[box.first]) / (sums[-1] or 1.0)
        own_terms = [*box_terms(box, share), *(("far", word) for word in sorted(name_words(box.names)))]
        of_boxes.append(own_terms + (of_boxes[box.parent] if box.parent >= 0 else []))
    wording = list(_wording_terms(measures))
    found: dict[int, list[Term]] = {}
    for number in _near(measures):
        block, terms = page.blocks[number], list(wording[number])
        if block.box is not None:
            box = boxes[block.box]
            near = [box, boxes[box.parent]] if box.parent >= 0 else [box]
            terms += [("near", word) for beside in near for word in sorted(name_words(beside.names))]
            terms += [*of_boxes[block.box], tag_term(block, prose[number])]
        found[number] = terms
    return found
