"""Makes blocks of pieces: those of the story's part, with what its markup tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from newsx.lexicon.phrases import match_label
from newsx.page import Block, Label
from newsx.read.locate import is_code, weigh
from newsx.read.markup import names_of
from newsx.read.pieces import ASIDE, Cutter, Piece
from newsx.read.stretch import find_stretch
from newsx.read.strip import LEFT_OUT, PARTED
from newsx.read.updates import update_times
from newsx.read.witness import Witness
from newsx.text.sentences import closes_prose

_HINT_LEVELS = 3
_LONGEST_SUBHEADING = 120
_LONGEST_HEADING = 250
_LONGEST_INTERFACE = 60
_INTERFACE_SHARE = 0.3
_PARAGRAPHS = frozenset("p li dd dt blockquote pre h1 h2 h3 h4 h5 h6 td th table figcaption".split())

Given = list[Label | None]


def story_blocks(cut: Cutter, fine: Mapping[int, Label], witness: Witness, *, gallery: bool = False) -> list[Block]:
    """The blocks of the story's part after stripping, in page order.

    cut: of the stripped tree. fine: labels of boxes that keep their blocks apart, see `newsx.read.strip.strip`.
    witness: the declared article body. gallery: the captions of its pictures are the story's text.
    """
    pieces = cut.pieces
    given = _given(cut, fine)
    _mark_interface(pieces, given)
    standfirst = {index: label for index, label in enumerate(given) if label is not None and label.role == "summary"}
    for index in standfirst:
        given[index] = None
    stretch = find_stretch(pieces, given, frozenset(standfirst), witness)
    for index, standing in standfirst.items():
        given[index] = standing if index < stretch.opening else None
    story = stretch.story | _gallery(pieces, given) if gallery else stretch.story
    times = update_times(pieces, story)
    kinds = _story_kinds(pieces, story)
    blocks: list[Block] = []
    for index, piece in enumerate(pieces):
        label = given[index]
        if index in story:
            time: dict[str, Any] = {"time": times[index]} if index in times else {}
            blocks.append(to_block(piece, None, True, **time, **kinds.get(index, {})))
        elif label is not None and label.role in PARTED:
            blocks.extend(part_blocks([piece], label))
        else:
            blocks.append(to_block(piece, label, False))
    return blocks


def to_block(piece: Piece, given: Label | None, in_story: bool, **changes: Any) -> Block:
    """One piece as a block; `changes` are fields of the block that are not the piece's."""
    block = Block(
        text=piece.text,
        kind=piece.kind,
        level=piece.level,
        rows=piece.rows,
        link_density=round(piece.linked / len(piece.text), 3) if piece.linked else 0.0,
        link_starts=tuple(start for _, start, is_link in piece.parts() if is_link) if piece.linked else (),
        bold=piece.bold,
        hints=" ".join(filter(None, map(names_of, _lineage(piece.owner)))).lower(),
        in_story=in_story,
        given=given,
    )
    return replace(block, **changes) if changes else block


def part_blocks(pieces: Sequence[Piece], label: Label) -> Iterator[Block]:
    """The blocks of a trail or of a list of tags: one for each part."""
    title = Label("label", f"beside the links; {label.reason}")
    for piece, given in zip(pieces, box_labels(pieces, label), strict=True):
        block = to_block(piece, given, False)
        for text, _, is_link in piece.parts() or [(piece.text, 0, True)]:
            is_title = label.role == "tags" and not is_link
            yield replace(block, text=text, link_starts=(), given=title if is_title else given)


def _given(cut: Cutter, fine: Mapping[int, Label]) -> Given:
    given: Given = [None] * len(cut.pieces)
    for span in cut.spans:
        label = fine.get(id(span.element))
        if label is not None:
            given[span.first : span.end] = box_labels(cut.pieces[span.first : span.end], label)
    for index, piece in enumerate(cut.pieces):
        if piece.owner.name in (LEFT_OUT, ASIDE):
            given[index] = Label(piece.owner["role"], piece.owner["reason"])
        elif given[index] is None:
            given[index] = _by_itself(piece)
    return given


def _by_itself(piece: Piece) -> Label | None:
    if piece.kind == "caption":
        return Label("caption", "text of a picture")
    return Label("other", "data of a script") if is_code(piece.text) else None


def box_labels(pieces: Sequence[Piece], label: Label) -> Given:
    """The label of a box for each of its pieces; the title of a list of highlights or tags is none of them."""
    title = Label("label", f"above the list; {label.reason}")
    if label.role == "highlight" and any(piece.kind == "list_item" for piece in pieces):
        return [label if piece.kind == "list_item" else title for piece in pieces]
    if label.role == "tags" and any(piece.linked for piece in pieces):
        return [label if piece.linked else title for piece in pieces]
    return [label] * len(pieces)


def _mark_interface(pieces: Sequence[Piece], given: Given) -> None:
    """Short texts outside of paragraph elements are labels and buttons where the story's prose is inside of such."""
    prose = [piece for piece, label in zip(pieces, given, strict=True) if label is None and weigh(piece) > 0]
    inside = sum(len(piece.text) for piece in prose if piece.owner.name in _PARAGRAPHS)
    if not prose or inside < 0.8 * sum(len(piece.text) for piece in prose):
        return
    found = [index for index, piece in enumerate(pieces) if given[index] is None and _is_interface(piece)]
    if sum(len(pieces[index].text) for index in found) > _INTERFACE_SHARE * inside:
        return
    for index in found:
        given[index] = Label("other", "short text outside of the story's paragraphs")


def _is_interface(piece: Piece) -> bool:
    if len(piece.text) >= _LONGEST_INTERFACE or piece.owner.name in _PARAGRAPHS or weigh(piece) > 0:
        return False
    return match_label(piece.text) is None  # a label over a part of the story is for a later stage to read


def _gallery(pieces: Sequence[Piece], given: Given) -> frozenset[int]:
    """Indices of the captions that are sentences, each once; their labels are taken back."""
    first_of: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind == "caption" and closes_prose(piece.text):
            first_of.setdefault(piece.text, index)
    for index in first_of.values():
        given[index] = None
    return frozenset(first_of.values())


def _story_kinds(pieces: Sequence[Piece], story: frozenset[int]) -> dict[int, dict[str, Any]]:
    """Kind and level of the story's pieces where they are not what their tag says."""
    indices = sorted(story)
    headings = sum(len(pieces[index].text) for index in indices if pieces[index].kind == "heading")
    all_headings = headings > sum(len(pieces[index].text) for index in indices if pieces[index].kind != "heading")
    kinds: dict[int, dict[str, Any]] = {}
    for number, index in enumerate(indices):
        piece = pieces[index]
        followed = number + 1 < len(indices) and not pieces[indices[number + 1]].bold
        if piece.kind == "caption":
            kinds[index] = {"kind": "paragraph"}
        elif piece.kind == "heading" and (all_headings or _is_paragraph(piece)):
            kinds[index] = {"kind": "paragraph", "level": None}
        elif followed and _may_be_heading(piece):
            kinds[index] = {"kind": "heading", "level": None}
    return kinds


def _is_paragraph(piece: Piece) -> bool:
    return len(piece.text) > _LONGEST_HEADING and closes_prose(piece.text)


def _may_be_heading(piece: Piece) -> bool:
    """A line that is bold as a whole, and no sentence."""
    short = len(piece.text) <= _LONGEST_SUBHEADING and not closes_prose(piece.text)
    return piece.bold and piece.kind == "paragraph" and short


def _lineage(owner: Any) -> list[Any]:
    """The element and the nearest of those that hold it, innermost first."""
    above = owner.parents if hasattr(owner, "contents") else owner.iterancestors()
    return [owner, *islice(above, _HINT_LEVELS - 1)]
