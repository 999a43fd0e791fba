"""Teasers: a title and the beginning of its story, as lists of stories show them one after the other."""

from __future__ import annotations

from newsx.label.draft import Draft
from newsx.lexicon.phrases import EDGES, invites_to_read_on

_LEAST_WORDS, _MOST_WORDS = 8, 80
_MOST_CUT_WORDS = 150
"""Of a text that is cut off and has the link to its rest; some sites set that far down."""
_REACH = 3


def find_teasers(draft: Draft) -> set[int]:
    """The blocks that begin a story told elsewhere: cut off or closed by a link to the rest, or alone with a title.

    A single paragraph below a title counts only with a date or a name of its own, since a story with sub-headings is
    built of titles and paragraphs too.
    """
    return {position for position in range(len(draft.signs)) if _is_teaser(draft, position)}


def _is_teaser(draft: Draft, position: int) -> bool:
    signs = draft.signs[position]
    if draft.role(position) in ("caption", "footer", "promo", "bio", "summary"):
        return False
    if is_cut_for_link(draft, position):
        return True
    if not _LEAST_WORDS <= signs.words <= _MOST_WORDS:
        return False
    if invites_to_read_on(signs.folded) or (signs.is_prose and _is_link_to_rest(draft, position + 1)):
        return True
    if not signs.is_prose and not signs.cut_off:
        return False
    titled = any(_is_title(draft, n) for n in range(max(0, position - _REACH), position))
    return titled and _stands_alone(draft, position) and _is_dated(draft, position)


def is_cut_for_link(draft: Draft, position: int) -> bool:
    """Whether a text breaks off before a link to its rest: `... first words […]`, `... first words … Read more`."""
    signs = draft.signs[position]
    if not _LEAST_WORDS <= signs.words <= _MOST_CUT_WORDS:
        return False
    cut = signs.folded.rstrip(EDGES).rfind("...")  # the link may have dots of its own: [Read more...]
    inside = signs.folded.endswith("[...]") or (cut > 0 and invites_to_read_on(signs.folded[cut:]))
    breaks_off = signs.cut_off or (signs.is_prose and not signs.ends_sentence)
    return inside or (breaks_off and _is_link_to_rest(draft, position + 1))


def _is_title(draft: Draft, position: int) -> bool:
    return draft.signs[position].is_title_like and draft.role(position) not in ("date", "byline")


def _is_link_to_rest(draft: Draft, position: int) -> bool:
    if position >= len(draft.signs):
        return False
    return draft.signs[position].words <= _REACH and invites_to_read_on(draft.signs[position].folded)


def _stands_alone(draft: Draft, position: int) -> bool:
    beside = [n for n in (position - 1, position + 1) if 0 <= n < len(draft.signs)]
    return not any(draft.signs[n].is_prose or draft.signs[n].cut_off for n in beside)


def _is_dated(draft: Draft, position: int) -> bool:
    beside = (position - 2, position - 1, position + 1, position + 2)
    return any(draft.role(n) in ("date", "byline") for n in beside if 0 <= n < len(draft.signs))
