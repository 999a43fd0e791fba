"""Finds the place of the story: the element whose prose most outweighs its clutter.

Every piece of the page counts for or against the elements that hold it: sentences count by their length, links and
menu words count against, boxes that their markup calls something else count little, and what follows the headline of
another story counts against. The element with the highest sum is the story's; a story in several chunks wins as a
whole where less clutter than prose lies between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from newsx.read.boxes import mark_boxes
from newsx.read.pieces import Cutter, Piece, Span
from newsx.read.witness import Witness
from newsx.text.fold import comparable
from newsx.text.scripts import script_of
from newsx.text.sentences import CLOSERS, closes_prose

_CODE = re.compile(r"""[A-Za-z_]\w*["']?:(?:["'{\[\d]|true|false|null)""", re.ASCII)
_LEAST_PAIRS = 3
_HOLDERS = frozenset(("article", "main", "section", "div"))
_LEAST_CAPTIONS = 3
_CJK = re.compile("[\u3040-\uffdc]")
_CJK_WEIGHT = 2.5
"""What one Han, kana or Hangul character counts, in letters of other scripts."""
_LINKED, _ALL_LINKED = 0.6, 0.85
_PARAGRAPH = 200
_STATEMENT = 60
_SHORT = 25
"""Letters below which a piece is no prose, whatever it ends with."""
_CLUTTER_WEIGHTS = (0.6, 0.3, 0.1)
"""What a letter of clutter counts against a letter of prose; the next one is tried where too much prose is left out."""
_ENOUGH = 0.5
"""Share of the page's prose that the story's place must hold for the first weights to stand."""
_WHOLE_STORY, _WHOLE_SHARE = 1000.0, 0.25
"""Letters, and share of the prose found, from which on the ``<article>`` of the headline is the whole story."""
_FIRST_STORY = 300.0
"""Letters of prose below a headline from which on what follows can be a further story."""
_OTHER_SCRIPT = 0.2
_LONG = 120
"""Letters from which on a piece is prose without a sentence end, or though most of it is a link."""
_BEFORE_HEADLINE = 0.3
"""Factor for prose that stands before the story's headline."""
_BOX_FACTOR: dict[str, float] = {"hidden": 0.3, "comments": -0.2, "summary": 0.5}


@dataclass(frozen=True, slots=True)
class Story:
    """Where the story stands."""

    element: Any
    """The lxml element that holds it."""
    first: int
    end: int
    """Its pieces in the page's list: ``pieces[first:end]``."""
    headline: int | None
    """Index of the piece that is the story's headline, in or above the story."""
    prose: float
    """Weight of its prose, in letters."""
    gallery: bool = False
    """The captions of its pictures are the story's text."""
    untold: bool = False
    """The page declares no title in the script of the headline, so that nothing can stand for the heading."""


def letters(text: str) -> float:
    """The length of a text, ideographs and syllables counted as the several letters they stand for."""
    length = len(text)
    if not text.isascii() and _CJK.search(text):
        length += int((_CJK_WEIGHT - 1) * len(_CJK.findall(text)))
    return length


def is_code(text: str) -> bool:
    """The text is data or code that leaked out of a script: names and values without a space between."""
    return text.count(":") >= _LEAST_PAIRS and len(_CODE.findall(text)) >= _LEAST_PAIRS


def weigh(piece: Piece) -> float:
    """What a piece counts by itself: letters of prose, or a negative number for clutter."""
    if piece.weight is None:
        piece.weight = _weigh(piece)
    return piece.weight


def _weigh(piece: Piece) -> float:
    size = letters(piece.text)
    share = piece.linked / len(piece.text)
    if share > _LINKED:
        return _weigh_links(piece, size, share)
    if is_code(piece.text):
        return -size
    plain = size * (1 - share)
    if piece.kind == "table":
        return 0.2 * plain
    if piece.kind == "caption" or (piece.kind == "heading" and not _is_statement(piece.text, plain)):
        return 0.0
    if plain < _SHORT:
        return -5.0
    if closes_prose(piece.text):
        return plain
    return 0.4 * plain if plain > _LONG else 0.0


def _weigh_links(piece: Piece, size: float, share: float) -> float:
    """A long sentence that is a link for the most part is prose yet; other text of this sort leads elsewhere."""
    if share < _ALL_LINKED and size > _LONG and closes_prose(piece.text):
        return size * (1 - share)
    return -size if share > 0.8 else -0.5 * size


def _is_statement(heading: str, size: float) -> bool:
    """A heading that is set as one but reads as a paragraph."""
    return size >= _PARAGRAPH or (size >= _STATEMENT and heading.rstrip(CLOSERS).endswith((".", "।", "॥", "。")))


def find_headline(pieces: Sequence[Piece], titles: Sequence[str]) -> int | None:
    """Index of the piece that shows the page's title: a heading of the highest rank that a declared title confirms.

    titles: what `<title>`, OpenGraph and JSON-LD give, any order.
    """
    known = [comparable(title) for title in titles if title]
    best: tuple[float, int] | None = None
    for index, piece in enumerate(pieces):
        if piece.kind != "heading" or piece.level is None or piece.linked > 0.9 * len(piece.text):
            continue
        key = comparable(piece.text)
        agrees = len(key) > 8 and any(key in title or (len(title) > 15 and title in key) for title in known)
        if not agrees and piece.level != 1:
            continue
        rank = (0 if agrees else 10) + piece.level
        if best is None or rank < best[0]:
            best = (rank, index)
    return None if best is None else best[1]


def weights(
    alone: Sequence[float], cut: Cutter, boxes: Sequence[Span], headline: int | None, witness: Witness
) -> list[float]:
    """What each piece counts for the story, given what holds it, what precedes it and what the page declares.

    alone: what each counts by itself, see `weigh`. boxes: see `newsx.read.boxes.mark_boxes`.
    """
    pieces, spans = cut.pieces, cut.spans
    counts = list(alone)
    for box in boxes:
        factor = _BOX_FACTOR.get(box.label.role, 0.0) if box.label is not None else 1.0
        counts[box.first : box.end] = [count * factor if count > 0 else count for count in counts[box.first : box.end]]
    _discount_repeats(counts, pieces)
    _discount_other_stories(counts, pieces, headline)
    if headline is not None:
        _discount_other_articles(counts, spans, headline)
        _discount_other_script(counts, pieces, pieces[headline].text)
        counts[:headline] = [count * _BEFORE_HEADLINE if count > 0 else count for count in counts[:headline]]
    witness.recount(counts, pieces)
    return counts


def _discount_repeats(counts: list[float], pieces: Sequence[Piece]) -> None:
    seen: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if len(piece.text) < 60:
            continue
        earlier = seen.setdefault(piece.text, index)
        if earlier != index:
            weaker = index if counts[earlier] >= counts[index] else earlier
            counts[weaker] = min(counts[weaker], 0.0)
            seen[piece.text] = earlier + index - weaker


def _discount_other_stories(counts: list[float], pieces: Sequence[Piece], headline: int | None) -> None:
    if headline is None or pieces[headline].level is None:
        return
    level, title = pieces[headline].level, pieces[headline].text
    prose = 0.0
    for index in range(headline + 1, len(pieces)):
        piece = pieces[index]
        if piece.kind == "heading" and piece.level == level == 1 and piece.text != title and prose > _FIRST_STORY:
            for later in range(index, len(pieces)):
                counts[later] = -abs(counts[later]) * 0.5
            return
        prose += max(0.0, counts[index])


def _discount_other_articles(counts: list[float], spans: Sequence[Span], headline: int) -> None:
    """Further stories stand below the one that has the headline, each in an ``<article>`` of its own."""
    articles = [span for span in spans if span.element.tag == "article"]
    own = next((span for span in articles if span.first <= headline < span.end), None)
    if own is None or sum(max(0.0, count) for count in counts[headline : own.end]) < _FIRST_STORY:
        return
    for other in articles:
        if other.first >= own.end:
            counts[other.first : other.end] = [-abs(count) * 0.5 for count in counts[other.first : other.end]]


def _discount_other_script(counts: list[float], pieces: Sequence[Piece], title: str) -> None:
    """Prose in Latin letters on a page whose headline has none to speak of is a notice of the site."""
    if _is_latin(title):
        return
    for index, piece in enumerate(pieces):
        if counts[index] > 0 and _is_latin(piece.text):
            counts[index] *= _OTHER_SCRIPT


def _is_latin(text: str) -> bool:
    """Half of the letters at the beginning of a text are those of English."""
    letters = [character for character in text[:200] if character.isalpha()]
    return 2 * sum(map(str.isascii, letters)) > len(letters)


def locate(cut: Cutter, headline: int | None, witness: Witness, titles: Sequence[str] = ()) -> Story | None:
    """The place of the story on a page, None where no element holds any prose.

    cut: of the whole page; those of its spans that are boxes of another purpose get their label.
    headline: see `find_headline`. titles: the same as there.
    """
    pieces, spans = cut.pieces, cut.spans
    alone = [weigh(piece) for piece in pieces]
    boxes = mark_boxes(cut, alone, headline)
    counts = weights(alone, cut, boxes, headline, witness)
    captions = _gallery_captions(counts, pieces)
    for index in captions:
        counts[index] = letters(pieces[index].text)
    prose = list(accumulate((max(0.0, count) for count in counts), initial=0.0))
    for clutter in _CLUTTER_WEIGHTS:
        sums = list(accumulate((count if count > 0 else clutter * count for count in counts), initial=0.0))
        best = _heaviest(spans, sums)
        if best is not None and prose[best.end] - prose[best.first] >= _ENOUGH * prose[-1]:
            break
    if best is None:
        return None
    own = _own_article(spans, headline)
    if own is not None and _is_whole(own, best, prose):
        best = _heaviest([span for span in spans if own.first <= span.first and span.end <= own.end], sums) or best
    held = prose[best.end] - prose[best.first]
    untold = headline is not None and script_of(pieces[headline].text) not in map(script_of, titles)
    return Story(best.element, best.first, best.end, headline, held, bool(captions), untold)


def _own_article(spans: Sequence[Span], headline: int | None) -> Span | None:
    """The innermost ``<article>`` that holds the headline."""
    if headline is None:
        return None
    return next((span for span in spans if span.first <= headline < span.end and span.element.tag == "article"), None)


def _is_whole(own: Span, best: Span, prose: Sequence[float]) -> bool:
    """Whether the headline's article, within `best`, is all of the story, and what stands beside it is a column."""
    least = max(_WHOLE_STORY, _WHOLE_SHARE * (prose[best.end] - prose[best.first]))
    return best.first <= own.first and own.end <= best.end and prose[own.end] - prose[own.first] >= least


def place_below(cut: Cutter, headline: int | None) -> Story | None:
    """The place of a story that the page's markup lacks: behind what stands with the headline, None without one."""
    if headline is None:
        return None
    holders = [span for span in cut.spans if span.first <= headline < span.end and span.element.tag in _HOLDERS]
    holder = min(holders, key=lambda span: span.end - span.first, default=None)
    if holder is None:
        return None
    return Story(holder.element, holder.end, holder.end, headline, 0.0)


def _gallery_captions(counts: Sequence[float], pieces: Sequence[Piece]) -> list[int]:
    """Indices of the captions that are sentences, where they are the most of what the page has to read."""
    found = [index for index, piece in enumerate(pieces) if piece.kind == "caption" and closes_prose(piece.text)]
    prose = sum(count for count in counts if count > 0)
    return found if len(found) >= _LEAST_CAPTIONS and sum(len(pieces[n].text) for n in found) > 2 * prose else []


def _heaviest(spans: Sequence[Span], sums: Sequence[float]) -> Span | None:
    best, score = None, 0.0
    for span in spans:
        held = sums[span.end] - sums[span.first]
        if held > score:
            best, score = span, held
    return best
