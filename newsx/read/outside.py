"""The blocks around the story: coarse ones where the markup tells what a box is, fine ones for all else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsx.page import Block, Label
from newsx.read.blocks import part_blocks, to_block
from newsx.read.credits import last_credit
from newsx.read.locate import Story, weigh
from newsx.read.pieces import Cutter, Span
from newsx.read.strip import FINE, PARTED

_NEAR = 12
"""Pieces next to the headline and the story among which a list of links stays in single blocks: breadcrumb, tags."""
_FAR = 20
"""Pieces behind the story among which its tags may stand."""
_LEAD = 80.0
"""Weight of a paragraph above the story's part that is the beginning of the story."""
_LINKED = 0.7
_ABOVE = 4
"""Pieces between a trail and the headline at most."""
_MOST_CRUMBS = 6
_LONGEST_TRAIL = 250
_WHOLE = frozenset(("html", "body", "main"))


def outside_blocks(cut: Cutter, story: Story | None) -> tuple[list[Block], list[Block]]:
    """The blocks before and behind the story; without a story, all blocks and none.

    cut: of the whole page.
    """
    first = story.first if story is not None else len(cut.pieces)
    end = story.end if story is not None else len(cut.pieces)
    boxes = {box.first: (box, label) for box, label in _of_the_story(list(_boxes(cut, story)), story)}
    lead = _lead(cut, story)
    return list(_blocks(cut, boxes, 0, first, lead)), list(_blocks(cut, boxes, end, len(cut.pieces), lead))


def _blocks(cut: Cutter, boxes: dict[int, tuple[Span, Label]], first: int, end: int, lead: range) -> Iterator[Block]:
    position = first
    while position < end:
        box, label = boxes.get(position, (None, None))
        if box is None or label is None:
            piece = cut.pieces[position]
            yield to_block(piece, None, position in lead and piece.kind == "paragraph" and weigh(piece) >= _LEAD)
            position += 1
            continue
        pieces = cut.pieces[box.first : box.end]
        if label.role in PARTED:
            yield from part_blocks(pieces, label)
        elif label.role in FINE:
            yield from (to_block(piece, label, False) for piece in pieces)
        else:
            yield to_block(pieces[0], label, False, text=" ".join(piece.text for piece in pieces), link_starts=())
        position = box.end


def _of_the_story(boxes: list[tuple[Span, Label]], story: Story | None) -> Iterator[tuple[Span, Label]]:
    """The boxes, those of tags and breadcrumbs turned into navigation that are not the nearest ones to the story."""
    nearest = {}
    if story is not None:
        headline = story.first if story.headline is None else story.headline
        end = next(
            (box.first for box, label in boxes if label.role == "footer" and box.first >= story.end), story.end + _FAR
        )
        tags = [
            box for box, label in boxes if label.role == "tags" and headline < box.first < min(end, story.end + _FAR)
        ]
        trails = [box for box, label in boxes if label.role == "breadcrumb" and box.end <= headline]
        nearest["tags"] = min(
            tags, key=lambda box: min(abs(box.first - story.end), abs(story.first - box.end)), default=None
        )
        nearest["breadcrumb"] = max(trails, key=lambda box: box.end, default=None)
    for box, label in boxes:
        if label.role in PARTED and nearest.get(label.role) is not box:
            yield box, Label("navigation", f"{label.reason}, but not the story's")
        else:
            yield box, label


def _boxes(cut: Cutter, story: Story | None) -> Iterator[tuple[Span, Label]]:
    """The outermost boxes outside of the story whose role is told by their markup or by their links, in page order."""
    linked = list(accumulate((piece.linked for piece in cut.pieces), initial=0))
    letters = list(accumulate((len(piece.text) for piece in cut.pieces), initial=0))
    covered = 0
    for span in cut.outermost_first:
        if span.first < covered or span.element.tag in _WHOLE or (story is not None and _touches(span, story)):
            continue
        label = _trail(span, cut, story) or span.label
        if label is not None and label.role == "summary" and not _heads(span, story):
            continue
        if label is None:
            share = (linked[span.end] - linked[span.first]) / (letters[span.end] - letters[span.first])
            if share >= _LINKED and _is_far_or_long(span, story):
                label = Label("navigation", f"{round(100 * share)} % of its text are links")
        if label is not None:
            covered = span.end
            yield span, label


def _lead(cut: Cutter, story: Story | None) -> range:
    """The pieces between the line of author and time and the story's part, where its first paragraphs may stand."""
    if story is None or story.headline is None:
        return range(0)
    credit = last_credit(cut.pieces, story.headline + 1, story.first)
    return range(0) if credit is None else range(credit + 1, story.first)


def _trail(span: Span, cut: Cutter, story: Story | None) -> Label | None:
    """A ``<nav>`` of a few links right above the headline is a breadcrumb, whatever its names are."""
    if story is None or story.headline is None or span.element.tag != "nav":
        return None
    if not story.headline - _ABOVE <= span.end <= story.headline:
        return None
    pieces = cut.pieces[span.first : span.end]
    links = sum(is_link for piece in pieces for _, _, is_link in piece.parts())
    if links > _MOST_CRUMBS or sum(len(piece.text) for piece in pieces) > _LONGEST_TRAIL:
        return None
    return Label("breadcrumb", "<nav> of a few links above the headline")


def _heads(span: Span, story: Story | None) -> bool:
    """Whether the span stands between the headline and the story's text, where a standfirst stands."""
    return story is not None and story.headline is not None and story.headline < span.first < story.first


def _touches(span: Span, story: Story) -> bool:
    if span.first < story.end and story.first < span.end:
        return True
    return story.headline is not None and span.first <= story.headline < span.end


def _is_far_or_long(span: Span, story: Story | None) -> bool:
    if story is None or span.end - span.first > _NEAR:
        return span.end - span.first > 3
    anchors: Sequence[int] = (story.first, story.end, *(() if story.headline is None else (story.headline,)))
    return all(not span.first - _NEAR <= anchor <= span.end + _NEAR for anchor in anchors)
