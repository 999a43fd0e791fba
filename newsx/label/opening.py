"""What stands between the headline and the body: summary, highlights, breadcrumb above, captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsx.label.draft import LONG_WORDS, PROSE_WORDS, Draft, Signs
from newsx.label.features import declarations
from newsx.label.story import Story
from newsx.lexicon.function_words import content_words
from newsx.lines.breadcrumbs import is_root, is_separator
from newsx.lines.bylines import is_person_name
from newsx.lines.datelines import read_dateline
from newsx.page import Label
from newsx.text.sentences import is_row

_MOST_SUMMARY_WORDS = 110
_MOST_HIGHLIGHT_WORDS = 40
_MOST_HIGHLIGHTS = 8
_LEAST_CUT_OFF_WORDS = 12
_LEAST_DECK_WORDS = 6
_NAME_REACH = 6
_MOST_NAME_WORDS = 4
_MOST_CRUMBS = 5
_REACH_OF_TRAIL = 8
_LEAST_TITLE_WORDS = 4
_COPIED = 0.85
"""Share of a summary's words found again at the head of the body from which on the body repeats it."""


def highlights(draft: Draft, position_of_headline: int | None) -> Iterator[tuple[int, Label]]:
    """The points under a label such as हाइलाइट्स: list items, or the lines up to the next gap."""
    for position, signs in enumerate(draft.signs):
        if not (signs.label and signs.label.part == "highlight" and signs.label.whole_line):
            continue
        if position_of_headline is None or position < position_of_headline:
            continue
        points = list(_points(draft, position))
        if len(points) < 2:
            continue
        for point in points:
            yield point, Label("highlight", f"under the label “{signs.label.phrase}”")
        return


def _points(draft: Draft, label_position: int) -> Iterator[int]:
    first = label_position + 1
    if first >= len(draft.signs):
        return
    listed = draft.blocks[first].kind == "list_item"
    for position in range(first, min(first + _MOST_HIGHLIGHTS, len(draft.signs))):
        block, signs = draft.blocks[position], draft.signs[position]
        if not draft.is_free(position) or signs.words > _MOST_HIGHLIGHT_WORDS or signs.words < 3:
            return
        if listed and block.kind != "list_item":
            return
        if not listed and position > first and (block.gap_before or signs.sentences > 1):
            return
        yield position


def summary(draft: Draft, run: Story, position_of_headline: int | None) -> Iterator[tuple[int, Label]]:
    """The standfirst: labelled as such, or the prose above the byline, above a dateline, or repeated by the body."""
    labelled = _labelled_summary(draft)
    if labelled is not None:
        yield labelled
        return
    if position_of_headline is None:
        yield from _cut_copy(draft, run)
        return
    standfirst = _marked_standfirst(draft, run, position_of_headline)
    if standfirst is not None:
        yield standfirst
        return
    prose = [
        position
        for position in range(position_of_headline + 1, run.beyond)
        if draft.is_free(position) and _may_be_summary(draft.signs[position])
    ][:3]
    for position in prose[:1]:
        if draft.signs[position].cut_off and _is_beginning_of(draft, position, prose[1:]):
            yield position, Label("duplicate", "the cut-off beginning of the first paragraph")
            prose = prose[1:]
    if not prose:
        return
    deck = _deck(draft, position_of_headline) or _between_headline_and_dateline(draft, run, position_of_headline)
    if deck is not None:
        yield deck
        return
    above_dateline = _above_dateline(draft, prose)
    if above_dateline:
        yield above_dateline[-1], Label("summary", "prose above the paragraph that opens with the dateline")
        for caption in above_dateline[:-1]:
            yield caption, Label("caption", "a sentence above the summary and the line of author and time")
        return
    if len(prose) < 2 or draft.signs[prose[0]].words > _MOST_SUMMARY_WORDS:
        return
    reason = _summary_reason(draft, prose)
    if reason:
        yield prose[0], Label("summary", reason)


def _cut_copy(draft: Draft, run: Story) -> Iterator[tuple[int, Label]]:
    """The cut-off beginning of a dump's first paragraph, above it, where no headline stands above both."""
    first, second, *_ = [*sorted(run.members), -1, -1]
    if draft.page.boxes or second < 0 or not draft.is_free(first) or not draft.signs[first].cut_off:
        return
    if _copied(draft, first, second):
        yield first, Label("summary", "the cut-off beginning of the paragraph below it")


def _marked_standfirst(draft: Draft, run: Story, headline: int) -> tuple[int, Label] | None:
    """In markup a heading or prose between headline and story: right below the headline, or as the page declares it."""
    if not draft.page.boxes or any(label is not None and label.role == "summary" for label in draft.labels):
        return None
    first = next((n for n in sorted(run.members) if n > headline and draft.blocks[n].kind != "heading"), None)
    if first is None:
        return None
    declared = declarations(draft.page)
    adjacent = True
    for position in range(headline + 1, first):
        block, signs = draft.blocks[position], draft.signs[position]
        may_be = draft.is_free(position) and PROSE_WORDS <= signs.words <= _MOST_SUMMARY_WORDS
        if may_be and not block.link_density and (block.kind == "heading" or signs.is_prose):
            if adjacent and (position not in run.members or block.kind == "heading"):
                return position, Label("summary", "right below the headline and above the story")
            if position not in run.members and declared(block.text, True)[1]:
                return position, Label("summary", "between headline and story, as the page describes itself")
        adjacent = adjacent and draft.role(position) == "duplicate"
    return None


def _above_dateline(draft: Draft, prose: Sequence[int]) -> Sequence[int]:
    """The prose above the paragraph that opens with the dateline, where that is the second one.

    It is the third where a caption stands above the line of the time and the summary below it; a dateline farther
    down opens a part of the story, and what stands above it is body.
    """
    opened = [read_dateline(draft.blocks[position].text) is not None for position in prose]
    parted = len(prose) > 1 and any(draft.role(n) in ("byline", "date") for n in range(prose[0], prose[1]))
    if opened[:2] == [False, True]:
        above = prose[:1]
    elif opened == [False, False, True] and parted and draft.signs[prose[0]].sentences == 1:
        above = prose[:2]
    else:
        return ()
    return above if all(draft.signs[position].words <= _MOST_SUMMARY_WORDS for position in above) else ()


def _may_be_summary(signs: Signs) -> bool:
    """Prose, or the cut-off beginning of it that some sites show."""
    return signs.is_prose or (signs.cut_off and signs.words >= _LEAST_CUT_OFF_WORDS)


def _is_beginning_of(draft: Draft, position: int, others: Sequence[int]) -> bool:
    start = draft.signs[position].folded.rstrip(" .[]()")
    start = start[start.find(": ") + 1 :].strip() if ": " in start[:40] else start
    return any(start in draft.signs[other].folded for other in others)


def _deck(draft: Draft, position_of_headline: int) -> tuple[int, Label] | None:
    """A line without a sentence end below the headline, with the byline above it, or author or time below it."""
    position = position_of_headline + 1
    above: set[str | None] = set()
    while position < len(draft.signs) and draft.role(position) in ("duplicate", "share", "interface", "byline"):
        above.add(draft.role(position))
        position += 1
    if position + 1 >= len(draft.signs) or not draft.is_free(position):
        return None
    signs = draft.signs[position]
    below = {draft.role(n) for n in range(position + 1, min(position + 4, len(draft.signs)))}
    beside = "byline" in above or not {"byline", "date"}.isdisjoint(below)
    if not _LEAST_DECK_WORDS <= signs.words <= LONG_WORDS or signs.is_prose or is_row(signs.folded) or not beside:
        return None
    if signs.folded.isascii() and not draft.signs[position_of_headline].folded.isascii():
        return position, Label("alternative_headline", "a title in Latin letters below the headline")
    return position, Label("summary", "a line between the headline and the body, beside the line of author and time")


def _between_headline_and_dateline(draft: Draft, run: Story, headline: int) -> tuple[int, Label] | None:
    """In a dump the only line between the headline and the paragraph that opens with the dateline."""
    at, below = headline + 1, headline + 2
    if draft.page.boxes or below not in run.members or not draft.is_free(at) or at in run.members:
        return None
    signs = draft.signs[at]
    if not _LEAST_DECK_WORDS <= signs.words <= _MOST_SUMMARY_WORDS or is_row(signs.folded):
        return None
    if read_dateline(draft.blocks[below].text) is None:
        return None
    return at, Label("summary", "the line between the headline and the paragraph that opens with the dateline")


def lone_names(draft: Draft, position_of_headline: int | None) -> Iterator[tuple[int, Label]]:
    """A line below the headline that is a name alone, right there or beside the line of the time."""
    if position_of_headline is None:
        return
    for position in range(position_of_headline + 1, min(position_of_headline + 1 + _NAME_REACH, len(draft.signs))):
        if draft.signs[position].words > _MOST_NAME_WORDS or not draft.is_free(position):
            continue
        beside = {draft.role(position - 1), draft.role(position + 1) if position + 1 < len(draft.signs) else None}
        placed = position == position_of_headline + 1 or not {"byline", "date", "duplicate"}.isdisjoint(beside)
        if placed and is_person_name(draft.blocks[position].text):
            yield position, Label("byline", "a name alone below the headline")


def _labelled_summary(draft: Draft) -> tuple[int, Label] | None:
    for position, signs in enumerate(draft.signs):
        if not (signs.label and signs.label.part == "summary"):
            continue
        at = position + 1 if signs.label.whole_line else position
        if at < len(draft.signs) and draft.signs[at].words >= 5 and (draft.is_free(at) or at == position):
            return at, Label("summary", f"under the label “{signs.label.phrase}”")
    return None


def _summary_reason(draft: Draft, prose: Sequence[int]) -> str | None:
    first, second = prose[0], prose[1]
    between = [draft.role(position) for position in range(first + 1, second)]
    if "byline" in between or "date" in between:
        return "prose between the headline and the line of author and time"
    if any(_copied(draft, first, other) for other in prose[1:]):
        return "prose above the body, which repeats it"
    labels = [draft.signs[position].label for position in range(first + 1, second)]
    if any(label is not None and label.part == "body" for label in labels):
        return "prose above the label of the body"
    return None


def _copied(draft: Draft, first: int, second: int) -> bool:
    wanted = content_words(draft.signs[first].folded)
    if len(wanted) < 5:
        return False
    there = set(content_words(draft.signs[second].folded))
    return sum(word in there for word in wanted) >= _COPIED * len(wanted)


def breadcrumb(draft: Draft, position_of_headline: int | None) -> Iterator[tuple[int, Label]]:
    """The trail above the headline, from its root (होम, Hindi News) on; a title in Latin letters ends it at times.

    Its links may be words of menus, so what was taken for navigation is named anew.
    """
    if position_of_headline is None:
        return
    trail = _trail_from_root(draft, position_of_headline) or _trail_by_signs(draft, position_of_headline)
    for position in trail:
        yield position, _crumb_label(draft, position, trail[0], position_of_headline)


def _trail_from_root(draft: Draft, headline: int) -> list[int]:
    for root in range(headline - 1, max(-1, headline - 1 - _REACH_OF_TRAIL), -1):
        if not _may_be_crumb(draft, root) or not is_root(draft.blocks[root].text):
            continue
        first = root
        while first > 0 and not draft.blocks[first].gap_before and _is_root_too(draft, first - 1):
            first -= 1
        trail: list[int] = []
        for position in range(first, headline):
            if (draft.signs[position].is_prose and draft.is_free(position)) or draft.role(position) == "promo":
                return []
            if not _may_be_crumb(draft, position):
                break
            if not is_separator(draft.blocks[position].text):
                trail.append(position)
        short = sum(draft.signs[n].words < _LEAST_TITLE_WORDS for n in trail)
        is_trail = len(trail) > 1 and short <= _MOST_CRUMBS and not _comes_back(draft, trail)
        return trail if is_trail else []
    return []


def _comes_back(draft: Draft, trail: Sequence[int]) -> bool:
    """Whether a crumb stands again farther down: a menu with the section's name below it, no trail."""
    crumbs = [draft.signs[n].folded for n in trail]
    return any(crumb in crumbs[:at] and crumb != crumbs[at - 1] for at, crumb in enumerate(crumbs) if at)


def _is_root_too(draft: Draft, position: int) -> bool:
    return _may_be_crumb(draft, position) and is_root(draft.blocks[position].text)


def _trail_by_signs(draft: Draft, headline: int) -> list[int]:
    """Short lines with a line between them that is the sign of a trail alone."""
    lowest = max(1, headline - _REACH_OF_TRAIL)
    signs = [n for n in range(lowest, headline - 1) if is_separator(draft.blocks[n].text)]
    links = sorted({n + step for n in signs for step in (-1, 1)} - set(signs))
    short = all(_may_be_crumb(draft, n) and draft.signs[n].words < _LEAST_TITLE_WORDS for n in links)
    return links if short and len(links) == len(signs) + 1 else []


def _may_be_crumb(draft: Draft, position: int) -> bool:
    return draft.role(position) in (None, "navigation", "breadcrumb") or is_separator(draft.blocks[position].text)


def _crumb_label(draft: Draft, position: int, root: int, headline: int) -> Label:
    text = draft.blocks[position].text
    if position > root and position == headline - 1 and draft.signs[position].words >= _LEAST_TITLE_WORDS:
        if not _has_devanagari(text) and _has_devanagari(draft.blocks[headline].text):
            return Label("alternative_headline", "the title in Latin letters that ends the breadcrumb")
        return Label("duplicate", "the page's own title at the end of the breadcrumb")
    return Label("breadcrumb", f"in the trail from “{draft.blocks[root].text}”")


def _has_devanagari(text: str) -> bool:
    return any("\u0900" <= character <= "\u097f" for character in text)
