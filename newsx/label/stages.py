"""The chain of stages that labels a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from newsx.label.around import own_declarations
from newsx.label.biography import labelled_biography, unlabelled_biography
from newsx.label.body import body
from newsx.label.boxes import told_roles
from newsx.label.certain import with_certain, without_labelled
from newsx.label.credits import credit_lines, dated_lines
from newsx.label.draft import Draft, Stage, begin
from newsx.label.features import title_heading
from newsx.label.headline import headline, invited_headline
from newsx.label.lists import closing_tags, counted_galleries, headed_lists, tag_lists
from newsx.label.opening import breadcrumb, highlights, lone_names, summary
from newsx.label.pull_quotes import pull_quotes
from newsx.label.split import split_blocks
from newsx.label.story import (
    Story,
    before_next,
    find_story,
    of_one_article,
    score_blocks,
    with_gallery,
)
from newsx.label.threads import threads
from newsx.label.updates import with_entries, with_times
from newsx.label.verdict import judge
from newsx.label.wording import embeds, framed, read_also_neighbours, without_words, wording
from newsx.page import KEPT_ROLES, Label, LabelledPage, Page

_BY_THEMSELVES: tuple[Stage, ...] = (
    without_words,
    framed,
    embeds,
    tag_lists,
    labelled_biography,
    threads,
    wording,
    read_also_neighbours,
    headed_lists,
)
"""Stages that need nothing but the blocks and their neighbours; an earlier one wins."""


def label(page: Page) -> LabelledPage:
    """The page with one label a block.

    Blocks that hold two things are split first, so the labelled page may have more blocks than the page that came in.
    """
    draft = begin(split_blocks(page))
    return label_draft(draft, score_blocks(draft))


def label_draft(draft: Draft, scores: Mapping[int, float]) -> LabelledPage:
    """The page of a draft without roles, labelled. scores: the probability of its blocks to be story."""
    draft, story = label_scored(draft, scores)
    verdict = judge(draft, story, scores)
    draft = draft.apply(lambda now: _rest(now, story))
    labels = tuple(given for given in draft.labels if given is not None)
    position = next((n for n, given in enumerate(labels) if given.role == "headline"), None)
    declared = own_declarations(draft.page, story, position)
    if verdict.refusal is not None and verdict.page_type != "video":
        labels = tuple(_without_story(given) for given in labels)
    page = replace(draft.page, declared=declared)
    return LabelledPage(page, labels, verdict.page_type, verdict.refusal, verdict.confidence)


def label_scored(draft: Draft, scores: Mapping[int, float]) -> tuple[Draft, Story | None]:
    """A page's draft with all roles that its wording, its boxes and the scores of its blocks give, and its story."""
    draft, story = with_story(draft, scores)
    return (draft if story is None else _label_around(draft, story)), story


def with_story(draft: Draft, scores: Mapping[int, float]) -> tuple[Draft, Story | None]:
    """A page's draft with the roles that need no headline, and its story."""
    found = find_story(scores)
    heading = title_heading(draft.page, draft.signs)
    if found is not None:
        found = before_next(
            draft.page, of_one_article(draft.page, with_entries(draft, with_gallery(draft, found)), heading), heading
        )
    draft = draft.apply(lambda now: told_roles(now, found, heading))
    for stage in _BY_THEMSELVES:
        draft = draft.apply(stage)
    if found is not None:
        own = found
        draft = draft.apply(lambda now: counted_galleries(now, own))
        draft = draft.apply(lambda now: pull_quotes(now, own.members))
    dated = dated_lines(draft)
    story = None if found is None else without_labelled(draft, found, dated)
    if story is not None:
        story = with_certain(draft, story)
        draft = draft.apply(lambda now: credit_lines(now, story, dated))
    return draft, story


def _label_around(draft: Draft, run: Story) -> Draft:
    draft = draft.apply(lambda now: headline(now, run))
    draft = draft.relabel(lambda now: invited_headline(now, run))
    position = next((n for n, given in enumerate(draft.labels) if given and given.role == "headline"), None)
    draft = draft.apply(lambda now: lone_names(now, position))
    # The links of a trail are words of menus too, so that the wording has labelled them by now.
    draft = draft.relabel(lambda now: breadcrumb(now, position))
    draft = draft.apply(lambda now: highlights(now, position))
    draft = draft.apply(lambda now: summary(now, run, position))
    draft = draft.apply(lambda now: unlabelled_biography(now, run))
    draft = draft.apply(closing_tags)
    return with_times(draft, run).apply(lambda now: body(now, run))


def _rest(draft: Draft, run: Story | None) -> Iterator[tuple[int, Label]]:
    for position, signs in enumerate(draft.signs):
        if not draft.is_free(position):
            continue
        what = "running text" if signs.is_prose else "a short line"
        if run is None:
            yield position, Label("other", f"{what} on a page without a story")
        elif position < run.first:
            yield position, Label("other", f"{what} above the story")
        else:
            yield position, Label("other", f"{what} below the story")


def _without_story(given: Label) -> Label:
    """The label of a block on a page that holds no article: nothing there is a headline or a body."""
    if given.role not in KEPT_ROLES:
        return given
    return Label("other", f"{given.reason}; but the page holds no article")
