"""Whether a labelled page holds an article, and what kind of page it is."""

from __future__ import annotations

import re
from itertools import pairwise

from newsx.article import PageType
from newsx.label.draft import LONG_WORDS, Draft
from newsx.label.story import Run
from newsx.label.teasers import find_teasers, is_cut_for_link
from newsx.lexicon.function_words import content_words
from newsx.lexicon.phrases import PageSign, page_sign
from newsx.lines.datelines import read_dateline
from newsx.page import BODY_ROLES

_LEAST_WORDS = 45
_LEAST_WORDS_TITLED, _LEAST_WORDS_SIGNED = 35, 25
_LEAST_WORDS_ALONE = 120
"""Words of a single paragraph that can be an article without a headline; portals praise themselves in shorter ones."""
_REACH_ABOVE = 12
_LEAST_SENTENCES = 2
_LEAST_WORDS_AGAINST_SIGN = 250
"""A story of so many words is one, even where the page speaks of cookies or of logging in beside it."""
_SIGN_SHARE = 0.3
_MOST_SIGN_WORDS = 25
_SIGN_ABOVE, _SIGN_BELOW = 60, 20
"""Blocks around the story in which a page says what it is; menus farther off are not asked."""
_BESIDE = frozenset({"footer", "navigation", "share", "interface", "related", "tags"})
_LEAST_TITLES, _LEAST_TITLE_WORDS = 8, 6
_LEAST_TEASERS = 2
_LEAST_PIECES, _LEAST_WORDS_AMONG_PIECES = 8, 90
_LEAST_MEDLEY, _SHARED_WORDS = 4, 2
_PAGE_TYPES: dict[str, PageType] = {"error": "error", "listing": "listing"}
_LEAST_UPDATES, _LEAST_TIMED = 2, 3
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2} ?(?:am|pm|बजे|ist|hrs)\b")
_ARTICLE_TYPES = frozenset({"newsarticle", "article", "reportagenewsarticle", "blogposting", "liveblogposting"})
"""Types of schema.org, in lower case, that stand for a written story."""
_LIST_TYPES = frozenset({"collectionpage", "searchresultspage", "profilepage"})
"""Types of schema.org, in lower case, of pages that lead to stories."""


def judge(draft: Draft, run: Run | None) -> tuple[PageType, str | None]:
    """The type of the page, and why it is no article, or None where it is one."""
    story = [] if run is None else [n for n in range(run.first, run.beyond) if _is_story_prose(draft, n)]
    words = sum(draft.signs[position].words for position in story)
    sign = _declared_sign(draft) or (_sign(draft, run) if words < _LEAST_WORDS_AGAINST_SIGN else None)
    if sign is not None:
        return _PAGE_TYPES.get(sign.kind, "unknown"), f"the page is {sign.what}"
    teasers = find_teasers(draft)
    listed = _only_beginnings(draft, story, teasers)
    if listed is not None:
        return "listing", listed
    if run is None:
        return _kind_of_page(draft), "no running text was found"
    if _is_medley(draft, story):
        return "listing", "paragraphs of different stories without a headline"
    pieces = sum(_is_piece(draft, position) for position in range(run.first, run.beyond))
    if words < _LEAST_WORDS_AMONG_PIECES and pieces >= max(_LEAST_PIECES, 3 * len(story)):
        return _kind_of_page(draft), f"{pieces} short pieces of text, and only {words} words of running text among them"
    if words < (_LEAST_WORDS if teasers else _least_words(draft, run, len(story))):
        return _kind_of_page(draft), f"only {words} words of running text were found"
    alone = _lone_paragraph(draft, story[0]) if len(story) == 1 else None
    if alone is not None:
        return _kind_of_page(draft), alone
    return _kind_of_article(draft), None


def _only_beginnings(draft: Draft, story: list[int], teasers: set[int]) -> str | None:
    """Why a page with hardly a word beside its teasers is no article, or None where it may be one."""
    own_words = sum(draft.signs[position].words for position in story if position not in teasers)
    if own_words >= _LEAST_WORDS:
        return None
    if len(teasers) >= _LEAST_TEASERS:
        return f"{len(teasers)} teasers of other stories, and only {own_words} words beside them"
    cut = any(is_cut_for_link(draft, position) for position in story)
    return "the text breaks off before a link to its rest" if cut else None


def _is_medley(draft: Draft, story: list[int]) -> bool:
    """Whether paragraphs without a headline share no words from one to the next, as those of one story do.

    Markup that shows one element to hold them all tells more than their words, which some languages inflect.
    """
    if any(draft.blocks[position].in_story for position in story):
        return False
    if len(story) < _LEAST_MEDLEY or _has_headline(draft):
        return False
    datelines = [read_dateline(draft.blocks[position].text) is not None for position in story]
    if datelines[0] and not any(datelines[1:]):
        return False
    words = [set(content_words(draft.signs[position].folded)) for position in story]
    joined = sum(len(one & other) >= _SHARED_WORDS for one, other in pairwise(words))
    return 3 * joined <= len(words) - 1


def _lone_paragraph(draft: Draft, position: int) -> str | None:
    """Why the only paragraph of a page is no article, or None where it may be one."""
    signs = draft.signs[position]
    if signs.sentences < _LEAST_SENTENCES and signs.words < LONG_WORDS:
        return "one sentence is no article"
    if draft.blocks[position].in_story or signs.words >= _LEAST_WORDS_ALONE:
        return None
    titles = sum(other.is_title_like and other.words >= _LEAST_TITLE_WORDS for other in draft.signs)
    above = {draft.role(n) for n in range(max(0, position - _REACH_ABOVE), position)}
    signed = not above.isdisjoint({"date", "byline"}) or read_dateline(draft.blocks[position].text) is not None
    if titles < _LEAST_TITLES or signed:
        return None
    return "one paragraph among the titles of other stories, without author, time or place"


def _has_headline(draft: Draft) -> bool:
    return any(label is not None and label.role == "headline" for label in draft.labels)


def _is_story_prose(draft: Draft, position: int) -> bool:
    """Running text; in a story that the markup shows, a long paragraph is that though no sign ends its sentences."""
    if draft.role(position) not in BODY_ROLES:
        return False
    signs, block = draft.signs[position], draft.blocks[position]
    is_paragraph = block.in_story is True and block.kind == "paragraph" and not signs.cut_off
    return signs.is_prose or (is_paragraph and signs.words >= LONG_WORDS)


def _is_piece(draft: Draft, position: int) -> bool:
    """Whether a block that stands for body is neither running text nor of a kind that articles have beside."""
    block, signs = draft.blocks[position], draft.signs[position]
    return (
        draft.role(position) == "body" and block.kind == "paragraph" and not signs.is_prose and not signs.ends_sentence
    )


def _least_words(draft: Draft, run: Run, paragraphs: int) -> int:
    """How many words make a story, fewer where its dateline, its byline or its headline shows that it is one."""
    if read_dateline(draft.blocks[run.first].text) is not None:
        return _LEAST_WORDS_SIGNED
    above = {draft.role(position) for position in range(max(0, run.first - _REACH_ABOVE), run.first + 1)}
    if {"headline", "byline"} <= above:
        return _LEAST_WORDS_SIGNED
    return _LEAST_WORDS_TITLED if "headline" in above and paragraphs > 1 else _LEAST_WORDS


def _sign(draft: Draft, run: Run | None) -> PageSign | None:
    """What the page says of itself where it holds no article: an error, or a wall.

    Walls are told by blocks that make up a good share of the run, errors by any line, archives by one above it.
    """
    total = walled = 0
    wall: PageSign | None = None
    first, beyond = (0, None) if run is None else (max(0, run.first - _SIGN_ABOVE), run.beyond + _SIGN_BELOW)
    for position, signs in enumerate(draft.signs[first:beyond], first):
        inside = run is not None and run.first <= position < run.beyond
        above = run is None or position < run.first
        beside = draft.role(position) in _BESIDE and not (above and draft.role(position) == "tags")
        if not inside and (signs.words > _MOST_SIGN_WORDS or beside):
            continue
        total += signs.words if inside else 0
        found = page_sign(signs.folded)
        if found is None:
            continue
        if found.kind in ("error", "listing") and signs.words <= _MOST_SIGN_WORDS:
            if found.kind == "error" or above:
                return found
            continue
        if inside or found.kind == "login":
            wall, walled = found, walled + signs.words
    return wall if wall is not None and (run is None or walled >= _SIGN_SHARE * total) else None


def _declared_sign(draft: Draft) -> PageSign | None:
    """What the page declares itself to be, if that is no article: a collection of stories, or somebody's profile."""
    types = _declared_types(draft)
    if types.isdisjoint(_LIST_TYPES) or not types.isdisjoint(_ARTICLE_TYPES):
        return None
    if "article" in draft.page.declared.meta.get("og:type", ()):
        return None
    return PageSign("listing", "a list of stories, as it declares")


def _kind_of_article(draft: Draft) -> PageType:
    """`live` where entries carry or begin with their times, `gallery` where the page declares it, else `article`."""
    updates = sum(label is not None and label.role == "update" for label in draft.labels)
    timed = sum(
        label is not None and label.role in ("body", "date") and _CLOCK.match(signs.folded) is not None
        for label, signs in zip(draft.labels, draft.signs, strict=True)
    )
    if updates >= _LEAST_UPDATES or timed >= _LEAST_TIMED:
        return "live"
    types = _declared_types(draft)
    if "imagegallery" in types and types.isdisjoint(_ARTICLE_TYPES):
        return "gallery"
    return "article"


def _declared_types(draft: Draft) -> set[str]:
    """The ``@type`` of all JSON-LD objects of the page, in lower case."""
    found: set[str] = set()
    for entry in draft.page.declared.json_ld:
        types = entry.get("@type")
        found.update(str(name).lower() for name in (types if isinstance(types, list) else [types]))
    return found


def _kind_of_page(draft: Draft) -> PageType:
    """`video` where the page declares to be one, `listing` where many lines could be headlines, else `unknown`."""
    types = _declared_types(draft)
    if "videoobject" in types and types.isdisjoint(_ARTICLE_TYPES):
        return "video"
    if any(value.startswith("video") for value in draft.page.declared.meta.get("og:type", ())):
        return "video"
    titles = sum(signs.is_title_like and signs.words >= _LEAST_TITLE_WORDS for signs in draft.signs)
    teasers = sum(signs.cut_off for signs in draft.signs)
    return "listing" if titles + teasers >= _LEAST_TITLES else "unknown"
