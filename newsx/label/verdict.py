"""Whether a labelled page holds an article, what kind of page it is, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from newsx.article import PageType
from newsx.label.draft import Draft
from newsx.label.page_type import PAGE_FEATURES, declared_types, read_page_features
from newsx.label.story import Story, scorer
from newsx.label.trees import probability

_LEAST_UPDATES, _LEAST_TIMED = 2, 3
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2} ?(?:am|pm|बजे|ist|hrs)\b")
_LEAST_TITLES, _LEAST_TITLE_WORDS = 8, 6
_TERMS = 3
_WALLED = 0.3
"""Share of the text that speaks of consent, login or errors from which on that is what the page is for."""
_LEAST_WORDS_AGAINST_WALL = 250
_LEAST_WORDS_BESIDE_VIDEO = 120
LEAST_LIKELY = 0.4
"""Probability from which on a page is taken for an article: a lost article costs more than a listing taken for one."""
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
    page = scorer("page")
    likely = probability(page.score(row))
    if story is None:
        return Verdict(_kind_of_page(draft, row), "no running text was found", max(0.5, 1.0 - likely))
    told = dict(zip(PAGE_FEATURES, row, strict=True))
    if told["walled"] >= _WALLED and told["story_words"] < _LEAST_WORDS_AGAINST_WALL:
        return Verdict(_kind_of_page(draft, row), "the page is a wall or an error, as most of its text says", 1.0)
    if (
        "videoobject" in declared_types(draft)
        and not told["article_type"]
        and told["story_words"] < _LEAST_WORDS_BESIDE_VIDEO
    ):
        return Verdict("video", "the page declares a video and holds next to no text", 1.0)
    if told["list_type"] and not told["article_type"] and not told["og_article"] and _declares_list(draft):
        return Verdict("listing", "the page declares itself a list of stories", 1.0)
    if likely >= LEAST_LIKELY:
        return Verdict(_kind_of_article(draft), None, max(0.5, likely))
    terms = sorted(page.trees.terms(row).items(), key=lambda term: term[1])[:_TERMS]
    why = ", ".join(f"{PAGE_FEATURES[number].replace('_', ' ')} {row[number]:g}" for number, _ in terms)
    return Verdict(_kind_of_page(draft, row), f"the page is no article by {why}", max(0.5, 1.0 - likely))


def _declares_list(draft: Draft) -> bool:
    return not _LIST_PAGES.isdisjoint(declared_types(draft))


def _kind_of_article(draft: Draft) -> PageType:
    """`live` where entries carry or begin with their times, `gallery` where the page declares it, else `article`."""
    updates = sum(label is not None and label.role == "update" for label in draft.labels)
    timed = sum(
        label is not None and label.role in ("body", "date") and _CLOCK.match(signs.folded) is not None
        for label, signs in zip(draft.labels, draft.signs, strict=True)
    )
    if updates >= _LEAST_UPDATES or timed >= _LEAST_TIMED:
        return "live"
    types = declared_types(draft)
    if "imagegallery" in types and not {"newsarticle", "article"} & types:
        return "gallery"
    return "article"


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
