"""The author's biography: under its label, or known by what it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.label.draft import Draft
from newsx.label.story import Story
from newsx.lexicon.phrases import biography_words, counts_years
from newsx.lines.bylines import read_byline
from newsx.page import Label
from newsx.text.fold import fold

_LEAST_WORDS_KNOWN = 4
"""So many different words of biographies in one paragraph make it one, where nothing else speaks for it."""
_LEAST_WORDS_NAMED = 2


def labelled_biography(draft: Draft) -> Iterator[tuple[int, Label]]:
    """What follows लेखक के बारे में: lines and paragraphs up to the first that the lexicon knows, and a name before it."""
    for position, signs in enumerate(draft.signs):
        if not (signs.label and signs.label.part == "bio"):
            continue
        reason = f"under the label “{signs.label.phrase}”"
        yield position, Label("bio", f"label “{signs.label.phrase}”")
        if position and draft.is_free(position - 1) and draft.signs[position - 1].words <= 4:
            yield position - 1, Label("bio", "a name over the author's biography")
        for after in range(position + 1, len(draft.signs)):
            if (not draft.is_free(after) and draft.role(after) not in ("byline", "label")) or _begins_other(
                draft, after, position
            ):
                break
            yield after, Label("bio", reason)


def unlabelled_biography(draft: Draft, run: Story) -> Iterator[tuple[int, Label]]:
    """The last paragraphs of the story's run that name the byline's person, or are dense with the words of biographies.

    It stops at the first paragraph from the end that is none, so that a story about a journalist stays whole.
    """
    names = _author_names(draft)
    for position in range(run.beyond - 1, run.first, -1):
        signs = draft.signs[position]
        if not draft.is_free(position) or not signs.is_prose:
            continue
        known = [word for word in biography_words() if word in signs.folded]
        named = next((name for name in names if name in signs.folded), None)
        least = _LEAST_WORDS_NAMED if named else _LEAST_WORDS_KNOWN
        if len(known) < least or not (named or counts_years(signs.folded)):
            return
        yield position, Label("bio", f"speaks of {named or 'a person'} with {', '.join(known[:4])}")


def _author_names(draft: Draft) -> list[str]:
    names: list[str] = []
    for position, block in enumerate(draft.blocks):
        if draft.role(position) == "byline":
            byline = read_byline(block.text)
            names += [fold(name) for name in (byline.persons if byline else (block.text,))]
    return names


def _begins_other(draft: Draft, position: int, label_position: int) -> bool:
    """Whether a line after the biography belongs to something else: a phrase of its own, or a title behind prose."""
    signs = draft.signs[position]
    if signs.match is not None or (signs.label is not None and signs.label.part != "bio"):
        return True
    had_prose = any(draft.signs[earlier].is_prose for earlier in range(label_position + 1, position))
    return had_prose and not signs.is_prose
