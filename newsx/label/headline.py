"""Which line above the story is its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsx.label.draft import Draft
from newsx.label.headline_features import is_said_twice, read_candidates
from newsx.label.ranker import headline_ranker
from newsx.label.story import Story
from newsx.lexicon.function_words import content_words
from newsx.lines.bylines import is_person_name
from newsx.lines.datelines import read_dateline
from newsx.page import Label
from newsx.text.fold import comparable
from newsx.text.sentences import is_row

_REACH = 40
"""Blocks above the story among which a headline is looked for."""
_LEAST_SCORE, _LEAST_SCORE_NEAR = 1.5, 0.5
_MOST_WORDS = 45
_STORY_SAMPLE = 8
_MOST_BETWEEN_TITLES = 5
_RIGHT_ABOVE = 2
_BETWEEN_TITLES = frozenset({"byline", "date", "interface", "share", "ad", "caption"})
_LINK = 0.5
_USUAL_WORDS = (6, 26)
_NEAR, _LEAST_TITLE_WORDS, _LEAST_SHARED = 15, 5, 3
_MOST_ABOVE_DATELINE = 3
"""Blocks from a sentence that is the headline to the paragraph with the dateline: a count or a date may be between."""
_LEAST_LETTERS = 15
"""Letters of the shortest heading that a declared title can confirm."""


def headline(draft: Draft, run: Story) -> Iterator[tuple[int, Label]]:
    """The headline and its further copies.

    In markup the first `h1` above or in the story is it, where it stands for this story, or else the line that
    repetition, nearness, length and the words shared with the story speak for; in a dump the line that learned
    weights rank first.
    """
    found = _by_rank(draft, run) or _by_rule(draft, run)
    if found is None:
        return
    yield found
    position = found[0]
    folded = draft.signs[position].folded
    for other in range(min(run.beyond, len(draft.signs))):
        if other != position and draft.signs[other].folded == folded and draft.is_free(other):
            yield other, Label("duplicate", "the headline once more")


def _by_rank(draft: Draft, run: Story) -> tuple[int, Label] | None:
    """The line of a dump that learned weights rank first, as probable as it and its copies are together."""
    best = None if draft.page.boxes else headline_ranker().choose(read_candidates(draft, run))
    if best is None:
        return None
    folded = draft.signs[best.number].folded
    likely = sum(own for number, own in best.likely.items() if draft.signs[number].folded == folded)
    return best.number, Label("headline", f"the headline with a probability of {likely:.2f}", round(likely, 3))


def _by_rule(draft: Draft, run: Story) -> tuple[int, Label] | None:
    rules = (_marked, _best_line) if draft.page.boxes else (_sentence_above_dateline,)
    found = next((told for rule in rules if (told := rule(draft, run)) is not None), None)
    return None if found is None else (found[0], Label("headline", found[1]))


def _marked(draft: Draft, run: Story) -> tuple[int, str] | None:
    """The h1 nearest above the story's end; a section's name in an h1 gives way to the title that the page declares."""
    marked = [
        n for n, block in enumerate(draft.blocks) if block.kind == "heading" and block.level == 1 and draft.is_free(n)
    ]
    above = [n for n in marked if n <= run.first]
    if above:
        titled = _titled(draft, run, above[-1])
        if titled is not None:
            return titled, "the heading above the story that is the title of the page"
        return above[-1], "the heading of level 1 above the story"
    if marked and marked[0] < run.beyond:
        return marked[0], "the heading of level 1 in the story"
    behind = next((n for n in marked if _is_declared(draft, n)), None)
    return None if behind is None else (behind, "the heading behind the story that is the title of the page")


def _is_declared(draft: Draft, position: int) -> bool:
    """Whether a declared title holds a heading of some length."""
    key = comparable(draft.blocks[position].text)
    return len(key) >= _LEAST_LETTERS and any(key in comparable(title) for title in draft.page.declared.titles)


def _titled(draft: Draft, run: Story, marked: int) -> int | None:
    """The lower heading between the h1 and the story that a declared title holds, if the h1 is of another matter."""
    if not draft.page.declared.titles or _is_declared(draft, marked):
        return None
    own = set(content_words(draft.signs[marked].folded))
    lower = (n for n in range(marked + 1, run.first + 1) if draft.blocks[n].kind == "heading" and draft.is_free(n))
    found = next((n for n in lower if _is_declared(draft, n)), None)
    return None if found is None or not own.isdisjoint(content_words(draft.signs[found].folded)) else found


def _best_line(draft: Draft, run: Story) -> tuple[int, str] | None:
    story: Counter[str] = Counter()
    for position in range(run.first, min(run.beyond, run.first + _STORY_SAMPLE)):
        story.update(set(content_words(draft.signs[position].folded)))
    copies = Counter(signs.folded for signs in draft.signs)
    best: tuple[float, int, str] | None = None
    prose_between = 0
    for position in range(_ceiling(draft, run), max(-1, run.first - _REACH), -1):
        signs = draft.signs[position]
        if position < run.first and draft.is_free(position) and signs.is_prose and not signs.cut_off:
            prose_between += signs.words
        if not _may_be_headline(draft, position, run):
            continue
        score, reason = _score(draft, position, run.first, story, copies[signs.folded])
        score -= 0.02 * prose_between
        if best is None or score > best[0]:
            best = (score, position, reason)
    if best is None or best[0] < (_LEAST_SCORE_NEAR if run.first - best[1] <= _RIGHT_ABOVE else _LEAST_SCORE):
        return None
    above = _title_above(draft, best[1], story, copies)
    return above or (best[1], best[2])


def _sentence_above_dateline(draft: Draft, run: Story) -> tuple[int, str] | None:
    """The single sentence above the dateline with which a dump begins that has no other headline."""
    top = range(max(0, run.first - _MOST_ABOVE_DATELINE), run.first + _MOST_ABOVE_DATELINE + 1)
    opened = [n for n in top if n in run.members and read_dateline(draft.blocks[n].text) is not None]
    if not opened:
        return None
    for position in range(opened[0] - 1, max(-1, opened[0] - 1 - _MOST_ABOVE_DATELINE), -1):
        signs = draft.signs[position]
        if not draft.is_free(position) or signs.words < _LEAST_TITLE_WORDS:
            continue
        begins = position == 0 or position in run.members  # others may be captions or teasers
        if begins and signs.words <= _MOST_WORDS and signs.sentences <= 1:
            return position, "the sentence above the paragraph that opens with the dateline"
        return None
    return None


def invited_headline(draft: Draft, run: Story) -> Iterator[tuple[int, Label]]:
    """A line such as `VIDEO: ...` above the story that shares its words, where no other line is the headline."""
    if draft.page.boxes or any(label is not None and label.role == "headline" for label in draft.labels):
        return
    story = {word for n in range(run.first, min(run.beyond, run.first + _STORY_SAMPLE)) for word in _content(draft, n)}
    for position in range(max(0, run.first - _NEAR), run.first):
        signs = draft.signs[position]
        if draft.role(position) != "read_also" or signs.words < _LEAST_TITLE_WORDS or signs.ends_sentence:
            continue
        if len(story & _content(draft, position)) >= _LEAST_SHARED:
            yield position, Label("headline", "an invitation that shares words with the story below it")
            return


def _content(draft: Draft, position: int) -> set[str]:
    return set(content_words(draft.signs[position].folded))


def _may_be_headline(draft: Draft, position: int, run: Story) -> bool:
    """Whether a line has the length of a headline, and is not the cut-off beginning of the first paragraph."""
    signs = draft.signs[position]
    if not draft.is_free(position) or not 3 <= signs.words <= _MOST_WORDS or (signs.is_prose and signs.sentences > 1):
        return False
    if position == run.first and signs.is_prose and not signs.folded.endswith(("?", "!")):
        return False
    if is_row(signs.folded) or is_said_twice(signs.folded):
        return False
    start = signs.folded.rstrip(" .…[]()")
    return not (signs.cut_off and start in draft.signs[run.first].folded)


def _title_above(draft: Draft, position: int, story: Counter[str], copies: Counter[str]) -> tuple[int, str] | None:
    """The line right above a deck: where two titles stand over a story, the upper one is the headline."""
    upper = position - 1
    while upper > position - _MOST_BETWEEN_TITLES and upper > 0 and _is_credit(draft, upper):
        upper -= 1
    if upper < 0 or not draft.is_free(upper):
        return None
    here, signs, block = draft.signs[position], draft.signs[upper], draft.blocks[upper]
    if not signs.is_title_like or signs.words < 4 or signs.cut_off or block.link_density or block.kind == "list_item":
        return None
    shared = [word for word in set(content_words(signs.folded)) if word in story]
    if signs.folded.endswith(here.folded) and signs.folded.removesuffix(here.folded).rstrip().endswith(":"):
        return upper, "the fuller one of two titles, with a kicker"
    if copies[here.folded] > 1 or len(shared) < 2 or signs.folded in here.folded or here.folded in signs.folded:
        return None
    if signs.folded.isascii() != here.folded.isascii():
        return None
    return upper, f"the upper one of two titles; shares {len(shared)} words with the story"


def _is_credit(draft: Draft, position: int) -> bool:
    return draft.role(position) in _BETWEEN_TITLES or is_person_name(draft.blocks[position].text)


def _ceiling(draft: Draft, run: Story) -> int:
    """The lowest line that may be the headline: above the labels of summary and highlights, where there are any."""
    for position in range(max(0, run.first - _REACH), run.first):
        found = draft.signs[position].label
        if found is not None and found.part in ("summary", "highlight"):
            return position
    return run.first


def _score(draft: Draft, position: int, start: int, story: Counter[str], copies: int) -> tuple[float, str]:
    """How much speaks for a line, in points, and the reasons that a person would give."""
    points = [
        _shared_words(draft, position, story),
        _repetition(draft, position, copies),
        _nearness(draft, position, start),
        _line_below(draft, position, start),
    ]
    score = sum(value for value, _ in points) + _shape(draft, position, start)
    reasons = "; ".join(reason for _, reason in points if reason)
    return score, reasons or "the nearest line above the story"


def _shared_words(draft: Draft, position: int, story: Counter[str]) -> tuple[float, str]:
    words = set(content_words(draft.signs[position].folded))
    shared = sum(word in story for word in words)
    if not shared:
        return 0.0, ""
    return 6.0 * shared / max(4, len(words)), f"shares {shared} of {len(words)} words with the story"


def _repetition(draft: Draft, position: int, copies: int) -> tuple[float, str]:
    below = position + 1
    if below < len(draft.signs) and draft.signs[below].folded == draft.signs[position].folded:
        return 4.0, "stands twice"
    return (2.5, f"stands {copies} times on the page") if copies > 1 else (0.0, "")


def _nearness(draft: Draft, position: int, start: int) -> tuple[float, str]:
    between = ("share", "interface", "ad", "caption")
    distance = sum(draft.role(n) not in between for n in range(position, start))
    return -0.06 * max(0, distance - 1), "right above the story" if distance <= _RIGHT_ABOVE else ""


def _line_below(draft: Draft, position: int, start: int) -> tuple[float, str]:
    for after in range(position + 1, min(position + 6, start + 1)):
        role = draft.role(after)
        if role in ("date", "byline", "label"):
            return 1.5, f"followed by a line of role {role}"
    return 0.0, ""


def _shape(draft: Draft, position: int, start: int) -> float:
    """Points for the length of a headline, and against the shapes of sentences, teasers, links and menu items."""
    signs, block = draft.signs[position], draft.blocks[position]
    drawbacks = (
        (5.0, signs.is_prose and not signs.folded.endswith(("?", "!"))),
        (1.5, signs.cut_off),
        (3.0, signs.folded.isascii() and not draft.signs[start].folded.isascii()),
        (2.0, block.link_density is not None and block.link_density > _LINK),
        (1.5, block.kind == "list_item"),
    )
    first, last = _USUAL_WORDS
    return (first <= signs.words <= last) - sum(value for value, holds in drawbacks if holds)
