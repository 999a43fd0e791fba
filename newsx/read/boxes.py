"""Which elements of the page are boxes of another purpose than the story, as far as their markup tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from newsx.page import Label, Role
from newsx.read.markup import names_of, role_of_markup
from newsx.read.pieces import Cutter, Span
from newsx.read.witness import Copies

LARGEST = 0.35
"""Boxes of one name that hold more of the prose than this are not judged by their names: a name alone never decides."""
STORY_ABOVE = 300.0
"""Letters of prose above a box of comments from which on it is one, however long: readers write more than reporters."""
_UNSEEN: frozenset[Role] = frozenset(("hidden", "duplicate"))
_WHOLE = frozenset(("html", "body", "main", "article"))


def mark_boxes(cut: Cutter, counts: Sequence[float], headline: int | None) -> list[Span]:
    """Sets the label of the outermost spans that are boxes of another purpose; returns these in page order.

    cut: of the whole page. counts: what each piece counts by itself, see `newsx.read.locate.weigh`.
    headline: index of the piece that is the story's headline; what holds it is no box.
    """
    sums = list(accumulate((max(0.0, count) for count in counts), initial=0.0))
    most = LARGEST * sums[-1]
    titled = sums[headline or 0]
    found: list[tuple[Span, str]] = []
    held: dict[str, float] = {}
    covered = 0
    copies = Copies(cut.pieces)
    for span in cut.outermost_first:
        tag = span.element.tag
        if span.first < covered or tag in _WHOLE or (headline is not None and span.first <= headline < span.end):
            continue
        attributes = dict(span.element.items())
        span.label = role_of_markup(tag, attributes)
        if attributes.get("aria-hidden") == "true" and span.label is None and copies.has(span.first, span.end):
            span.label = Label("duplicate", "a hidden copy of the text")
        if span.label is None or (tag == "footer" and next(span.element.iterancestors("article"), None) is not None):
            span.label = None
            continue
        prose = sums[span.end] - sums[span.first]
        is_below = span.label.role == "comments" and sums[span.first] - titled >= STORY_ABOVE
        if prose > most and not is_below and not (span.label.role in _UNSEEN and copies.has(span.first, span.end)):
            span.label = None
            continue
        covered = span.end
        name = f"{tag} {names_of(span.element)}"
        held[name] = held.get(name, 0.0) + (0.0 if is_below else prose)
        found.append((span, name))
    for span, name in found:
        if held[name] > most and span.label is not None and span.label.role not in _UNSEEN:
            span.label = None
    return [span for span, _ in found if span.label is not None]
