"""Whether a labelled page holds an article, what kind of page it is, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from newsx.article import PageType
from newsx.label.draft import Draft
from newsx.label.page_type import PAGE_FEATURES, declared_types, read_page_features
from newsx.label.story import Story, scorer
from newsx.label.teasers import find_teasers, is_cut_for_link
from newsx.lexicon.function_words import content_words
from newsx.lexicon.page_signs import announces_updates
from newsx.lines.datelines import read_dateline
from newsx.text.sentences import opens_entry

_LEAST_UPDATES, _LEAST_TIMED = 2, 3
_LINES_BELOW_HEADLINE = 6
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2} ?(?:am|pm|बजे|ist|hrs)\b")
_LEAST_TITLES, _LEAST_TITLE_WORDS = 8, 6
_TERMS = 3
_WALLED = 0.3
"""Share of the text that speaks of consent, login or errors from which on that is what the page is for."""
_LEAST_WORDS_AGAINST_WALL = 250
_LEAST_WORDS_BESIDE_VIDEO = 120
LEAST_LIKELY = 0.35
"""Probability from which on a page is taken for an article: a lost article costs more than a listing taken for one."""
_LEAST_OWN_WORDS, _LEAST_TEASERS = 45, 2
_LEAST_MEDLEY, _SHARED_WORDS = 4, 2
_MOST_LETTERS_ALONE, _REACH_ABOVE = 700, 12
_LIST_PAGES = frozenset(("collectionpage", "searchresultspage", "profilepage"))


class Verdict(NamedTuple):
    """What a page is; `refusal` says why it holds no article, and is None where it holds one."""

    page_type: PageType
    refusal: str | None
    confidence: float
    """The probability that article or no article is right, 0.5 to 1.0."""


def judge(draft: Draft, story: Story | None, scores: Mapping[int, float]) -> Verdict:
    """The verdict on a labelled page: features of the whole, weighed by trees."""
    row = read_page_features(draft, story, scores)
    page = scorer("page", "page")
    likely = page(row)
    if story is None:
        return Verdict(_kind_of_page(draft, row), "no running text was found", max(0.5, 1.0 - likely))
    told = dict(zip(PAGE_FEATURES, row, strict=True))
    is_short = told["story_words"] < _LEAST_WORDS_AGAINST_WALL
    if is_short and (told["walled"] >= _WALLED or told["signs_error"]):
        return Verdict(_kind_of_page(draft, row), "the page is a wall or an error, as it says itself", 1.0)
    if (
        "videoobject" in declared_types(draft)
        and not told["article_type"]
        and told["story_words"] < _LEAST_WORDS_BESIDE_VIDEO
    ):
        return Verdict("video", "the page declares a video and holds next to no text", 1.0)
    if told["list_type"] and not told["article_type"] and not told["og_article"] and _declares_list(draft):
        return Verdict("listing", "the page declares itself a list of stories", 1.0)
    listed = None if draft.page.boxes else _lists_stories(draft, story)
    if listed is not None:
        return Verdict("listing", listed, 1.0)
    if likely >= LEAST_LIKELY:
        return Verdict(_kind_of_article(draft), None, max(0.5, likely))
    terms = sorted(page.trees.terms(row).items(), key=lambda term: term[1])[:_TERMS]
    why = ", ".join(f"{PAGE_FEATURES[number].replace('_', ' ')} {row[number]:g}" for number, _ in terms)
    return Verdict(_kind_of_page(draft, row), f"the page is no article by {why}", max(0.5, 1.0 - likely))


def _lists_stories(draft: Draft, story: Story) -> str | None:
    """Why a dump leads to stories that are told elsewhere, or None where it may tell one."""
    prose = [n for n in sorted(story.members) if draft.signs[n].is_prose]
    teasers = find_teasers(draft)
    own_words = sum(draft.signs[n].words for n in prose if n not in teasers)
    if own_words < _LEAST_OWN_WORDS and len(teasers) >= _LEAST_TEASERS:
        return f"{len(teasers)} teasers of other stories, and only {own_words} words beside them"
    if own_words < _LEAST_OWN_WORDS and any(is_cut_for_link(draft, n) for n in prose):
        return "the text breaks off before a link to its rest"
    if _is_medley(draft, prose):
        return "paragraphs of different stories without a headline"
    if len(prose) == 1 and _stands_among_titles(draft, prose[0]):
        return "one paragraph among the titles of other stories, without author, time or place"
    return None


def _stands_among_titles(draft: Draft, number: int) -> bool:
    """Whether the only paragraph of a dump is one in which a portal speaks of itself."""
    titles = sum(own.is_title_like and own.words >= _LEAST_TITLE_WORDS for own in draft.signs)
    above = {draft.role(n) for n in range(max(0, number - _REACH_ABOVE), number)}
    signed = not above.isdisjoint({"date", "byline"}) or read_dateline(draft.blocks[number].text) is not None
    return titles >= _LEAST_TITLES and not signed and len(draft.blocks[number].text) < _MOST_LETTERS_ALONE


def _is_medley(draft: Draft, prose: list[int]) -> bool:
    """Whether paragraphs without a headline share no words from one to the next, as those of one story do."""
    is_excerpt = 2 * len(prose) >= len(draft.blocks)  # of a whole page the headline is there as well
    if (
        not is_excerpt
        or len(prose) < _LEAST_MEDLEY
        or any(label is not None and label.role == "headline" for label in draft.labels)
    ):
        return False
    datelines = [read_dateline(draft.blocks[n].text) is not None for n in prose]
    if datelines[0] and not any(datelines[1:]):
        return False
    # Of a list, as a horoscope or recipes: each begins with its name, or stands under its number.
    listed = [opens_entry(draft.blocks[n].text) or (n > 0 and draft.blocks[n - 1].kind == "list_item") for n in prose]
    if 2 * sum(one and not other for one, other in zip(listed, datelines, strict=True)) >= len(prose):
        return False
    words = [set(content_words(draft.signs[n].folded)) for n in prose]
    joined = sum(len(one & other) >= _SHARED_WORDS for one, other in pairwise(words))
    return 3 * joined <= len(words) - 1


def _declares_list(draft: Draft) -> bool:
    return not _LIST_PAGES.isdisjoint(declared_types(draft))


def _kind_of_article(draft: Draft) -> PageType:
    """`live` where entries have times or are announced, `gallery` where the page declares it, else `article`."""
    updates = sum(label is not None and label.role == "update" for label in draft.labels)
    timed = sum(
        label is not None and label.role in ("body", "date") and _CLOCK.match(signs.folded) is not None
        for label, signs in zip(draft.labels, draft.signs, strict=True)
    )
    if updates >= _LEAST_UPDATES or timed >= _LEAST_TIMED or _announces_updates(draft):
        return "live"
    types = declared_types(draft)
    if "imagegallery" in types and not {"newsarticle", "article"} & types:
        return "gallery"
    return "article"


def _announces_updates(draft: Draft) -> bool:
    at = next((n for n, label in enumerate(draft.labels) if label is not None and label.role == "headline"), None)
    if at is None:
        return False
    below = (signs.folded for signs in draft.signs[at + 1 : at + 1 + _LINES_BELOW_HEADLINE])
    return any(announces_updates(draft.signs[at].folded, line) for line in below)


def _kind_of_page(draft: Draft, row: list[float]) -> PageType:
    """`error` and `video` where the page says so, `listing` where many lines could be headlines, else `unknown`."""
    told = dict(zip(PAGE_FEATURES, row, strict=True))
    if told["signs_error"]:
        return "error"
    if told["signs_list"] or told["teasers"] or (told["list_type"] and not told["article_type"]):
        return "listing"
    if (told["video_type"] and not told["article_type"]) or told["og_video"]:
        return "video"
    titles = sum(signs.is_title_like and signs.words >= _LEAST_TITLE_WORDS for signs in draft.signs)
    return "listing" if titles + told["cut_off"] >= _LEAST_TITLES else "unknown"
