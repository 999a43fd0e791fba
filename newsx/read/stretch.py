"""Which pieces of the story's part are the story's text: from its first sentence below the headline to its last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newsx.page import Label
from newsx.read.credits import last_credit
from newsx.read.locate import weigh
from newsx.read.markup import names_of
from newsx.read.pieces import Piece
from newsx.read.witness import Witness
from newsx.text.sentences import closes_prose

_SENTENCE = 50.0
"""Weight of a piece that can open or close the story's text."""
_TITLE = 40
"""Letters of a heading that can close the story, if it is a sentence."""
_MAIN_STYLE = 0.2
"""Share of the prose from which on a kind of box is one of the story's own."""
_NOTICES = 0.35
"""Share of the prose that the notices behind the story, in boxes of another kind, can be at most."""
_HEADED = 0.3
"""Share of the prose above a headline from which on it is another story's."""

Style = tuple[str, ...]


class Stretch(NamedTuple):
    """The story's text among the pieces of its part."""

    story: frozenset[int]
    """Indices of its pieces."""
    opening: int
    """Index at which the body opens; a standfirst stands above."""


def find_stretch(
    pieces: Sequence[Piece], given: Sequence[Label | None], standfirst: frozenset[int], witness: Witness
) -> Stretch:
    """The story's text among pieces that no markup has told to be something else.

    pieces: of the stripped tree, owners are BeautifulSoup tags. given: their roles as the markup tells them.
    standfirst: indices of pieces that are a summary if they stand above the body. witness: what vouches for a piece.
    """
    counts = [weigh(piece) if label is None else 0.0 for piece, label in zip(pieces, given, strict=True)]
    start = _after_headline(pieces, counts)
    prose = [index for index in range(start, len(pieces)) if counts[index] >= _SENTENCE]
    prose = prose or [index for index in range(start, len(pieces)) if counts[index] > 0]
    if not prose:
        return Stretch(frozenset(), 0)
    styles = {index: _style(pieces[index].owner) for index in prose}
    main_styles = _main_styles(styles, counts)
    first = prose[0]
    while first > start and given[first - 1] is None and _leads(pieces[first - 1], pieces[first]):
        first -= 1
    last = _close(
        pieces, given, _last_in_style(styles, main_styles, counts, lambda n: bool(witness.holds(pieces[n].text)))
    )
    bodies = (index for index in prose if styles[index] in main_styles and index not in standfirst)
    opening = next(bodies, first)
    while opening > first and given[opening - 1] is None and pieces[opening - 1].kind == "heading":
        opening -= 1
    credit = last_credit(pieces, first, opening)
    if credit is not None:
        first = credit + 1
    story = frozenset(
        index
        for index in range(first, last + 1)
        if given[index] is None and (index >= opening or (counts[index] > 0 and index not in standfirst))
    )
    return Stretch(story, opening)


def _after_headline(pieces: Sequence[Piece], counts: Sequence[float]) -> int:
    """Index of the piece behind the last h1 that has most of the prose behind it."""
    total = sum(count for count in counts if count > 0)
    before, start = 0.0, 0
    for index, piece in enumerate(pieces):
        if before > _HEADED * total:
            break
        if piece.kind == "heading" and piece.level == 1:
            start = index + 1
        before += max(0.0, counts[index])
    return start


def _style(owner: Any) -> Style:
    parent = owner.parent
    return (owner.name, parent.name, parent.get("class") or "") if parent is not None else (owner.name,)


def _main_styles(styles: dict[int, Style], counts: Sequence[float]) -> frozenset[Style]:
    """The kinds of elements that hold a good part of the prose each."""
    held: dict[Style, float] = {}
    for index, style in styles.items():
        held[style] = held.get(style, 0.0) + counts[index]
    least = _MAIN_STYLE * sum(held.values())
    return frozenset(style for style, weight in held.items() if weight >= least)


def _last_in_style(
    styles: dict[int, Style], main_styles: frozenset[Style], counts: Sequence[float], is_vouched: Callable[[int], bool]
) -> int:
    """Index of the last piece of prose that stands in elements like those that hold the most of it.

    A last paragraph or two in another kind of box is a notice, unless it is a good part of the whole.
    """
    most = _NOTICES * sum(counts[index] for index in styles)
    behind = 0.0
    for index in reversed(styles):
        if styles[index] in main_styles or is_vouched(index):
            return index
        behind += counts[index]
        if behind > most:
            break
    return max(styles)


def _close(pieces: Sequence[Piece], given: Sequence[Label | None], last: int) -> int:
    """Index of the story's last piece, if its last sentence is at `last`: what continues it without one is in."""
    for index in range(last + 1, len(pieces)):
        if given[index] is not None:
            continue
        if _continues(pieces[index], pieces[last], index == last + 1):
            last = index
        elif pieces[index].kind != "heading":
            break
    return last


def _continues(piece: Piece, last: Piece, adjoins: bool) -> bool:
    """Whether a piece belongs to the story that would else end with `last`; `adjoins`: nothing stands between."""
    if piece.linked >= 0.5 * len(piece.text):
        return False
    if piece.kind in ("list_item", "quote", "table"):
        return adjoins
    if not _beside(piece, last):
        return False
    if piece.kind == "heading":
        return len(piece.text) >= _TITLE and closes_prose(piece.text)
    return adjoins and last.kind == piece.kind and names_of(piece.owner) == names_of(last.owner)


def _leads(piece: Piece, first: Piece) -> bool:
    return piece.kind != "heading" and _beside(piece, first)


def _beside(piece: Piece, neighbour: Piece) -> bool:
    """Both stand in the same element, or in neighbours there."""
    return piece.owner is neighbour.owner or piece.owner.parent is neighbour.owner.parent
