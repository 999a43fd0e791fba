"""What a whole page tells of whether it holds an article, as numbers that `PAGE_FEATURES` names in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import urlsplit

from newsx.label.draft import Draft
from newsx.label.story import Story
from newsx.label.teasers import find_teasers
from newsx.lexicon.function_words import content_words
from newsx.lexicon.page_signs import may_bear_sign, page_sign
from newsx.lines.datelines import read_dateline

PAGE_FEATURES = tuple(
    """
    story_letters story_words story_blocks story_prose story_mean story_share runs longest_run longest_block
    certain_letters unsure_letters sentences_per_block words_per_block
    blocks letters prose_letters prose_share links_share linked_titles linked_headings headings first_headings titles
    teasers cut_off dates dates_in_story bylines prices forms
    headline headline_alike byline_near date_near dateline above_share below_share
    signs_error signs_login signs_consent signs_list walled own_words joined short_pieces
    html article_type list_type product_type video_type other_type og_article og_website og_video og_product
    declared_date declared_author declared_body described path_parts path_words path_digits at_root
    """.split()
)

_ARTICLE_TYPES = frozenset(
    "newsarticle article reportagenewsarticle blogposting liveblogposting opinionnewsarticle analysisnewsarticle "
    "backgroundnewsarticle reviewnewsarticle techarticle scholarlyarticle socialmediaposting review recipe".split()
)
_LIST_TYPES = frozenset(
    "collectionpage searchresultspage profilepage itemlist blog faqpage contactpage aboutpage".split()
)
_PRODUCT_TYPES = frozenset("product offer productgroup aggregateoffer softwareapplication localbusiness store".split())
_VIDEO_TYPES = frozenset(("videoobject", "imagegallery"))
_PRICE = re.compile(r"(?:[$€£¥₹]|rs\.?|रु\.?) ?[0-9][0-9,.]*|[0-9][0-9,.]* ?(?:€|usd|inr|रुपये)", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_FORM = re.compile(r"add to (?:cart|bag|basket)|buy now|in stock|sort by|filter|खरीदें", re.IGNORECASE)
_TITLE_LETTERS = 25
_LINKED = 0.8
_NEAR = 6
_MOST_LINE = 120
_MOST_LETTERS = 1500
_MOST_SIGN_WORDS = 40
_MOST_PARAGRAPHS = 20
_SHARED_WORDS = 2


def declared_types(draft: Draft) -> set[str]:
    """The ``@type`` of all JSON-LD objects of the page, in lower case, without a prefix."""
    found: set[str] = set()
    for entry in draft.page.declared.json_ld:
        types = entry.get("@type")
        names = types if isinstance(types, list) else [types]
        found.update(str(name).lower().rpartition("/")[2].rpartition(":")[2] for name in names)
    return found


def read_page_features(draft: Draft, story: Story | None, scores: Mapping[int, float]) -> list[float]:
    """The row of a labelled page, in the order of `PAGE_FEATURES`. scores: of its blocks, by the second pass."""
    teasers = find_teasers(draft)
    row = [*_of_story(draft, story, scores), *_of_blocks(draft, story, teasers), *_around(draft, story)]
    return [float(value) for value in (*row, *_signs(draft, story, teasers), *_declared(draft))]


def _of_story(draft: Draft, story: Story | None, scores: Mapping[int, float]) -> list[float]:
    members = sorted(story.members) if story else []
    blocks, signs = draft.blocks, draft.signs
    letters = [len(blocks[n].text) for n in members]
    runs = 1 + sum(after > before + 3 for before, after in pairwise(members)) if members else 0
    longest = run = 0
    for before, after in pairwise([*members, 10**9]):
        run += len(blocks[before].text)
        longest, run = max(longest, run), 0 if after > before + 3 else run
    certain = sum(min(_MOST_LETTERS, len(blocks[n].text)) for n, score in scores.items() if score > 0.9)
    unsure = sum(min(_MOST_LETTERS, len(blocks[n].text)) for n, score in scores.items() if 0.1 < score <= 0.9)
    count = len(members) or 1
    return [
        sum(letters),
        sum(signs[n].words for n in members),
        len(members),
        sum(signs[n].is_prose for n in members),
        sum(scores.get(n, 0.0) for n in members) / count,
        len(members) / (story.beyond - story.first) if story else 0.0,
        runs,
        longest,
        max(letters, default=0),
        certain,
        unsure,
        sum(signs[n].sentences for n in members) / count,
        sum(signs[n].words for n in members) / count,
    ]


def _of_blocks(draft: Draft, story: Story | None, teasers: set[int]) -> list[float]:
    blocks, signs = draft.blocks, draft.signs
    letters = sum(len(block.text) for block in blocks) or 1
    prose = sum(len(block.text) for block, own in zip(blocks, signs, strict=True) if own.is_prose)
    linked = sum(len(block.text) * (block.link_density or 0.0) for block in blocks)
    headings = [block for block in blocks if block.kind == "heading"]
    members = story.members if story else frozenset()
    dates = [n for n in range(len(blocks)) if draft.role(n) in ("date", "byline")]
    return [
        len(blocks),
        letters,
        prose,
        prose / letters,
        linked / letters,
        sum(len(block.text) >= _TITLE_LETTERS and (block.link_density or 0.0) > _LINKED for block in blocks),
        sum((block.link_density or 0.0) > _LINKED for block in headings),
        len(headings),
        sum(block.level == 1 for block in headings),
        sum(own.is_title_like and own.words >= 6 for own in signs),
        len(teasers),
        sum(own.cut_off for own in signs),
        sum(draft.role(n) == "date" for n in dates),
        sum(min(members) <= n <= max(members) for n in dates) if members else 0,
        sum(draft.role(n) == "byline" for n in dates),
        sum(_names_price(block.text) for block in blocks if len(block.text) <= _MOST_LINE),
        sum(_FORM.search(block.text) is not None for block in blocks if len(block.text) <= _MOST_LINE),
    ]


def _names_price(text: str) -> bool:
    return _DIGIT.search(text) is not None and _PRICE.search(text) is not None


def _around(draft: Draft, story: Story | None) -> list[float]:
    if story is None:
        return [-1.0] * 7
    headline = next((n for n in range(len(draft.blocks)) if draft.role(n) == "headline"), None)
    top = story.first if headline is None else min(headline, story.first)
    near = {draft.role(n) for n in range(max(0, top - _NEAR), min(len(draft.blocks), story.first + _NEAR))}
    alike = -1.0
    titles = [set(title.lower().split()) for title in draft.page.declared.titles[:3]]
    if headline is not None and titles:
        own = set(draft.blocks[headline].text.lower().split())
        alike = max(2 * len(own & title) / (len(own) + len(title) or 1) for title in titles)
    count = len(draft.blocks)
    return [
        -1.0 if headline is None else story.first - headline,
        alike,
        "byline" in near,
        "date" in near,
        read_dateline(draft.blocks[story.first].text) is not None,
        story.first / count,
        (count - story.beyond) / count,
    ]


def _signs(draft: Draft, story: Story | None, teasers: set[int]) -> list[float]:
    """How many blocks say that the page is an error, a wall, a list."""
    counts = dict.fromkeys(("error", "login", "consent", "listing"), 0)
    members = story.members if story else frozenset()
    asked = [n for n, own in enumerate(draft.signs) if own.words <= _MOST_SIGN_WORDS or n in members]
    walled = 0
    for number in asked if may_bear_sign("\n".join(draft.signs[n].folded for n in asked)) else ():
        own = draft.signs[number]
        found = page_sign(own.folded)
        if found is not None:
            counts[found.kind] += 1
            walled += own.words if number in members else 0
    words = sum(draft.signs[n].words for n in members)
    return [
        *counts.values(),
        walled / (words or 1),
        sum(draft.signs[n].words for n in members if n not in teasers and draft.signs[n].is_prose),
        _joined(draft, sorted(members)),
        sum(not draft.signs[n].is_prose and not draft.signs[n].ends_sentence for n in members),
    ]


def _joined(draft: Draft, members: list[int]) -> float:
    """The share of the story's paragraphs that share words with the one before, as those of one story do."""
    words = [set(content_words(draft.signs[n].folded)) for n in members if draft.signs[n].is_prose][:_MOST_PARAGRAPHS]
    if len(words) < 2:
        return -1.0
    return sum(len(one & other) >= _SHARED_WORDS for one, other in pairwise(words)) / (len(words) - 1)


def _declared(draft: Draft) -> list[float]:
    page = draft.page
    declared = page.declared
    types = declared_types(draft)
    kinds = " ".join(declared.meta.get("og:type", ())).lower()
    known = _ARTICLE_TYPES | _LIST_TYPES | _PRODUCT_TYPES | _VIDEO_TYPES
    dated = any(key in declared.meta for key in ("article:published_time", "datepublished", "date", "publish-date"))
    path = _path(draft)
    parts = [part for part in path.split("/") if part]
    return [
        bool(page.boxes),
        bool(types & _ARTICLE_TYPES),
        bool(types & _LIST_TYPES),
        bool(types & _PRODUCT_TYPES),
        bool(types & _VIDEO_TYPES),
        bool(types - known),
        "article" in kinds,
        "website" in kinds,
        "video" in kinds,
        "product" in kinds,
        dated or any("datePublished" in entry for entry in declared.json_ld),
        "author" in declared.meta or any("author" in entry for entry in declared.json_ld),
        bool(declared.article_body),
        bool(declared.meta.get("description") or declared.meta.get("og:description")),
        len(parts) if path else -1,
        max((len(re.split("[-_]", part)) for part in parts), default=-1),
        sum(map(str.isdigit, path)),
        path == "/",
    ]


def _path(draft: Draft) -> str:
    """The path of the address that the page declares as its own; "" where it declares none."""
    declared = draft.page.declared
    for address in (*declared.links.get("canonical", ()), *declared.meta.get("og:url", ())):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.netloc:
            return parts.path or "/"
    return ""
