"""Which line above the story is its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsx.hindi.bylines import is_person_name
from newsx.hindi.words import content_words
from newsx.label.draft import Draft
from newsx.label.story import Run
from newsx.page import Label

_REACH = 40
"""Blocks above the story among which a headline is looked for."""
_LEAST_SCORE = 1.5
_STORY_SAMPLE = 8
_MOST_BETWEEN_TITLES = 5


def headline(draft: Draft, run: Run) -> Iterator[tuple[int, Label]]:
    """The headline, by repetition, nearness, length and the words it shares with the story; and its further copies.

    In HTML the first `h1` above or in the story is it, where it stands for this story.
    """
    found = _marked(draft, run) or _best_line(draft, run)
    if found is None:
        return
    position, reason = found
    yield position, Label("headline", reason)
    folded = draft.signs[position].folded
    for other in range(min(run.beyond, len(draft.signs))):
        if other != position and draft.signs[other].folded == folded and draft.is_free(other):
            yield other, Label("duplicate", "the headline once more")


def _marked(draft: Draft, run: Run) -> tuple[int, str] | None:
    """The h1 nearest above the story's end; of several, the last one before the story."""
    marked = [n for n, block in enumerate(draft.blocks) if block.kind == "heading" and block.level == 1 and draft.is_free(n)]
    above = [n for n in marked if n <= run.first]
    if above:
        return above[-1], "the heading of level 1 above the story"
    if marked and marked[0] < run.beyond:
        return marked[0], "the heading of level 1 in the story"
    return None


def _best_line(draft: Draft, run: Run) -> tuple[int, str] | None:
    story: Counter[str] = Counter()
    for position in range(run.first, min(run.beyond, run.first + _STORY_SAMPLE)):
        story.update(set(content_words(draft.signs[position].folded)))
    copies = Counter(signs.folded for signs in draft.signs)
    best: tuple[float, int, str] | None = None
    prose_between = 0
    for position in range(_ceiling(draft, run), max(-1, run.first - _REACH), -1):
        signs = draft.signs[position]
        if draft.is_free(position) and signs.is_prose:
            prose_between += signs.words
        if not draft.is_free(position) or not 3 <= signs.words <= 45 or (signs.is_prose and signs.sentences > 1):
            continue
        score, reason = _score(draft, position, run.first, story, copies[signs.folded])
        score -= 0.02 * prose_between
        if best is None or score > best[0]:
            best = (score, position, reason)
    if best is None or best[0] < _LEAST_SCORE:
        return None
    above = _title_above(draft, best[1], story, copies)
    return above or (best[1], best[2])


def _title_above(
    draft: Draft, position: int, story: Counter[str], copies: Counter[str]
) -> tuple[int, str] | None:
    """The line right above a deck: where two titles stand over a story, the upper one is the headline."""
    if copies[draft.signs[position].folded] > 1:
        return None
    upper = position - 1
    while upper > position - _MOST_BETWEEN_TITLES and upper > 0 and _is_credit(draft, upper):
        upper -= 1
    if upper < 0 or not draft.is_free(upper):
        return None
    here, signs, block = draft.signs[position], draft.signs[upper], draft.blocks[upper]
    if not signs.is_title_like or signs.words < 4 or signs.cut_off or block.link_density or block.kind == "list_item":
        return None
    shared = [word for word in set(content_words(signs.folded)) if word in story]
    if len(shared) < 2 or signs.folded in here.folded or here.folded in signs.folded:
        return None
    if signs.folded.isascii() != here.folded.isascii():
        return None
    return upper, f"the upper one of two titles; shares {len(shared)} words with the story"


def _is_credit(draft: Draft, position: int) -> bool:
    return draft.role(position) in ("byline", "date", "interface", "share") or is_person_name(draft.blocks[position].text)


def _ceiling(draft: Draft, run: Run) -> int:
    """The lowest line that may be the headline: above the labels of summary and highlights, where there are any."""
    for position in range(max(0, run.first - _REACH), run.first):
        found = draft.signs[position].label
        if found is not None and found.part in ("summary", "highlight"):
            return position
    return run.first


def _score(draft: Draft, position: int, start: int, story: Counter[str], copies: int) -> tuple[float, str]:
    signs, block = draft.signs[position], draft.blocks[position]
    words = set(content_words(signs.folded))
    shared = [word for word in words if word in story]
    reasons = []
    score = 6.0 * len(shared) / max(4, len(words))
    if shared:
        reasons.append(f"shares {len(shared)} of {len(words)} words with the story")
    if position + 1 < len(draft.signs) and draft.signs[position + 1].folded == signs.folded:
        score += 3
        reasons.append("stands twice")
    elif copies > 1:
        score += 1
        reasons.append(f"stands {copies} times on the page")
    if 6 <= signs.words <= 26:
        score += 1
    distance = sum(draft.role(n) not in ("share", "interface", "ad", "caption") for n in range(position, start))
    score -= 0.25 * max(0, distance - 1)
    if distance <= 2:
        reasons.append("right above the story")
    for after in range(position + 1, min(position + 6, start + 1)):
        if draft.role(after) in ("date", "byline", "label"):
            score += 1.5
            reasons.append(f"followed by a line of role {draft.role(after)}")
            break
    if signs.is_prose and not signs.folded.endswith(("?", "!")):
        score -= 5
    if signs.cut_off:
        score -= 1.5
    if signs.folded.isascii() and not draft.signs[start].folded.isascii():
        score -= 3
    if block.link_density is not None and block.link_density > 0.5:
        score -= 2
    if block.kind == "list_item":
        score -= 1.5
    if block.indent == 0 and any(other.indent for other in draft.blocks):
        score += 0.5
    return score, "; ".join(reasons) or "the nearest line above the story"
