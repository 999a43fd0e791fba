"""Whether a labelled page holds an article, and what kind of page it is."""

from __future__ import annotations

from newsx.article import PageType
from newsx.label.draft import Draft
from newsx.label.story import Run
from newsx.page import BODY_ROLES

_LEAST_WORDS = 45
_LEAST_SENTENCES = 2


def judge(draft: Draft, run: Run | None) -> tuple[PageType, str | None]:
    """The type of the page, and why it is no article, or None where it is one."""
    if run is None:
        return "unknown", "no running text was found"
    prose = [
        draft.signs[position] for position in range(run.first, run.beyond) if draft.role(position) in BODY_ROLES and draft.signs[position].is_prose
    ]
    words = sum(signs.words for signs in prose)
    if words < _LEAST_WORDS:
        return "unknown", f"only {words} words of running text were found"
    if len(prose) == 1 and prose[0].sentences < _LEAST_SENTENCES:
        return "unknown", "one sentence is no article"
    return "article", None
