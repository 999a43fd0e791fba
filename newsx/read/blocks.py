"""Makes the page's blocks: fine ones for the story and what stands around it, coarse ones for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from newsx.page import Block, Label
from newsx.read.locate import ends_sentence, weigh
from newsx.read.markup import names_of
from newsx.read.pieces import Cutter, Piece
from newsx.read.strip import LEFT_OUT, PARTED

_HINT_LEVELS = 3
_SENTENCE = 50.0
"""Weight of a piece that can open or close the story's text."""
_LONGEST_SUBHEADING = 120
_LONGEST_HEADING = 250
_TITLE = 40
_MAIN_STYLE = 0.1
"""Share of the prose from which on a kind of box is one of the story's own."""
_NOTICES = 0.25
_PARAGRAPHS = frozenset("p li dd dt blockquote pre h1 h2 h3 h4 h5 h6 td th table figcaption".split())


def story_blocks(cut: Cutter, fine: Mapping[int, Label]) -> list[Block]:
    """The blocks of the story's part after stripping.

    cut: of the stripped tree. fine: labels of boxes that keep their blocks apart, see `newsx.read.strip.strip`.
    """
    given = _given(cut, fine)
    _mark_interface(cut.pieces, given)
    standfirst = {index: label for index, label in enumerate(given) if label is not None and label.role == "summary"}
    given = [None if index in standfirst else label for index, label in enumerate(given)]
    story, opening = _inside(cut.pieces, given, frozenset(standfirst))
    given = [standfirst.get(index) if index < opening and label is None else label for index, label in enumerate(given)]
    headings_are_prose = _headings_are_prose(cut.pieces, given)
    blocks: list[Block] = []
    for index, piece in enumerate(cut.pieces):
        label = given[index]
        if label is not None and label.role in PARTED:
            blocks.extend(part_blocks(piece, label))
            continue
        inside = index in story
        block = to_block(piece, label, inside)
        if inside and piece.kind == "heading" and (headings_are_prose or _is_paragraph(piece)):
            block = _as_kind(block, "paragraph", None)
        elif inside and _is_bold_heading(cut.pieces, given, index):
            block = _as_kind(block, "heading", None)
        blocks.append(block)
    return blocks


def to_block(piece: Piece, given: Label | None, in_story: bool, text: str | None = None) -> Block:
    """One piece as a block; `text` instead of its own where the block stands for a whole box."""
    return Block(
        text=text or piece.text,
        kind=piece.kind,
        level=piece.level,
        rows=piece.rows,
        link_density=round(piece.linked / len(piece.text), 3) if piece.text else 0.0,
        bold=piece.bold,
        path=_path(piece.owner),
        hints=_hints(piece.owner),
        in_story=in_story,
        given=given,
    )


def part_blocks(piece: Piece, label: Label) -> Iterator[Block]:
    """A block for each part of a trail or of a list of tags that stands in one piece."""
    block = to_block(piece, label, False)
    if not piece.parts:
        yield block
        return
    for text in piece.parts:
        yield replace(block, text=text)


def _as_kind(block: Block, kind: Any, level: int | None) -> Block:
    return replace(block, kind=kind, level=level)


def _given(cut: Cutter, fine: Mapping[int, Label]) -> list[Label | None]:
    given: list[Label | None] = [None] * len(cut.pieces)
    for span in cut.spans:
        label = fine.get(id(span.element))
        if span.element.name == LEFT_OUT:
            label = Label(span.element["role"], span.element["reason"])
        if label is not None:
            given[span.first : span.end] = [label] * (span.end - span.first)
    for index, piece in enumerate(cut.pieces):
        if piece.kind == "caption" and given[index] is None:
            given[index] = Label("caption", "text of a picture")
    return given


def _inside(
    pieces: Sequence[Piece], given: Sequence[Label | None], standfirst: frozenset[int]
) -> tuple[frozenset[int], int]:
    """The indices of the story's text, from the first sentence below the headline to the last, and where its body opens.

    standfirst: indices of pieces that may be a summary above the body.
    """
    counts = [weigh(piece) if label is None else 0.0 for piece, label in zip(pieces, given, strict=True)]
    start = _after_headline(pieces, counts)
    prose = [index for index in range(start, len(pieces)) if counts[index] >= _SENTENCE]
    prose = prose or [index for index in range(start, len(pieces)) if counts[index] > 0]
    if not prose:
        return frozenset(), 0
    styles = _styles(pieces, counts, prose)
    first, last = prose[0], _last_in_style(pieces, counts, prose, styles)
    while first > start and given[first - 1] is None and pieces[first - 1].kind != "heading" and _beside(pieces[first - 1], pieces[first]):
        first -= 1
    for index in range(last + 1, len(pieces)):
        if given[index] is not None:
            continue
        if _continues(pieces[index], pieces[last], index == last + 1):
            last = index
        elif pieces[index].kind != "heading":
            break
    bodies = (index for index in prose if _style(pieces[index].owner) in styles and index not in standfirst)
    main = next(bodies, first)
    story = frozenset(
        index
        for index in range(first, last + 1)
        if given[index] is None and (index >= main or (counts[index] > 0 and index not in standfirst))
    )
    return story, main


def _styles(pieces: Sequence[Piece], counts: Sequence[float], prose: Sequence[int]) -> frozenset[tuple[str, ...]]:
    """The kinds of elements that hold a good part of the prose each."""
    held: dict[tuple[str, ...], float] = {}
    for index in prose:
        style = _style(pieces[index].owner)
        held[style] = held.get(style, 0.0) + counts[index]
    least = _MAIN_STYLE * sum(held.values())
    return frozenset(style for style, weight in held.items() if weight >= least)


def _last_in_style(
    pieces: Sequence[Piece], counts: Sequence[float], prose: Sequence[int], styles: frozenset[tuple[str, ...]]
) -> int:
    """Index of the last piece of prose that stands in elements like those that hold the most of it.

    A last paragraph or two in another kind of box is a notice, unless it is a good part of the whole.
    """
    most = _NOTICES * sum(counts[index] for index in prose)
    behind = 0.0
    for index in reversed(prose):
        if _style(pieces[index].owner) in styles:
            return index
        behind += counts[index]
        if behind > most:
            break
    return prose[-1]


def _style(owner: Any) -> tuple[str, ...]:
    parent = owner.parent
    return (owner.name, parent.name, parent.get("class") or "") if parent is not None else (owner.name,)


def _after_headline(pieces: Sequence[Piece], counts: Sequence[float]) -> int:
    """Index of the piece after the last h1 that has most of the prose behind it."""
    total = sum(count for count in counts if count > 0)
    before, start = 0.0, 0
    for index, piece in enumerate(pieces):
        if before > 0.3 * total:
            break
        if piece.kind == "heading" and piece.level == 1:
            start = index + 1
        before += max(0.0, counts[index])
    return start


def _beside(piece: Piece, neighbour: Piece) -> bool:
    """A piece that stands beside its neighbour, in the same element."""
    return piece.owner is neighbour.owner or piece.owner.parent is neighbour.owner.parent


def _continues(piece: Piece, last: Piece, adjoins: bool) -> bool:
    """Whether a piece without a sentence of its own still belongs to the story, which would else end with `last`.

    adjoins: nothing that was left out stands between the two.
    """
    if piece.linked >= 0.5 * len(piece.text):
        return False
    if piece.kind in ("list_item", "quote", "table"):
        return adjoins
    if not _beside(piece, last):
        return False
    if piece.kind == "heading":
        return len(piece.text) >= _TITLE and ends_sentence(piece.text)
    return adjoins and last.kind == piece.kind and names_of(piece.owner) == names_of(last.owner)


def _mark_interface(pieces: Sequence[Piece], given: list[Label | None]) -> None:
    """Short texts outside of any paragraph element are labels and buttons where the story's prose is in such elements."""
    prose = [piece for piece, label in zip(pieces, given, strict=True) if label is None and weigh(piece) > 0]
    inside = sum(len(piece.text) for piece in prose if piece.owner.name in _PARAGRAPHS)
    if not prose or inside < 0.8 * sum(len(piece.text) for piece in prose):
        return
    found = [
        index
        for index, piece in enumerate(pieces)
        if given[index] is None and piece.owner.name not in _PARAGRAPHS and weigh(piece) <= 0 and len(piece.text) < 60
    ]
    if sum(len(pieces[index].text) for index in found) > 0.15 * inside:
        return
    for index in found:
        given[index] = Label("other", "short text outside of the story's paragraphs")


def _headings_are_prose(pieces: Sequence[Piece], given: Sequence[Label | None]) -> bool:
    headings = sum(len(p.text) for p, label in zip(pieces, given, strict=True) if p.kind == "heading" and label is None)
    others = sum(len(p.text) for p, label in zip(pieces, given, strict=True) if p.kind != "heading" and label is None)
    return headings > others


def _is_paragraph(piece: Piece) -> bool:
    return len(piece.text) > _LONGEST_HEADING and ends_sentence(piece.text)


def _is_bold_heading(pieces: Sequence[Piece], given: Sequence[Label | None], index: int) -> bool:
    piece = pieces[index]
    if not piece.bold or piece.kind != "paragraph" or len(piece.text) > _LONGEST_SUBHEADING or ends_sentence(piece.text):
        return False
    following = next((p for p, label in zip(pieces[index + 1 :], given[index + 1 :], strict=True) if label is None), None)
    return following is not None and not following.bold


def _path(owner: Any) -> str:
    names = []
    while owner is not None and len(names) < 12:
        names.append(owner.name if hasattr(owner, "name") else owner.tag)
        owner = owner.parent if hasattr(owner, "name") else owner.getparent()
    return "/".join(reversed([name for name in names if name != "[document]"]))


def _hints(owner: Any) -> str:
    names = []
    for _ in range(_HINT_LEVELS):
        if owner is None or not hasattr(owner, "get"):
            break
        names.append(names_of(owner))
        owner = owner.parent if hasattr(owner, "name") else owner.getparent()
    return " ".join(filter(None, names)).lower()
