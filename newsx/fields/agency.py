"""The agency or desk that the article is credited to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsx.fields.article_object import article_objects, names
from newsx.fields.blocks import blocks_with_role, source_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.fields.credit_lines import CREDIT_ROLES, StoryCredits
from newsx.lexicon.load import entries
from newsx.lines.bylines import read_byline
from newsx.lines.credits import is_agency, is_desk, is_indian_agency, may_be_house
from newsx.page import LabelledPage

_CREDIT_AT_END = re.compile(r"[(\[]\s*([^()\[\]]{2,40}?)\s*[)\]]\s*[।.]?\s*$")


def choose_agency(labelled: LabelledPage, credits: StoryCredits) -> Choice[str]:
    """The agency or desk as shown (भाषा, PTI): in the byline, before or behind the story, or declared."""
    offers = [*_in_dateline(credits), *_in_bylines(credits), *_behind_story(labelled)]
    declared = list(_declared(labelled))
    if credits.indian or any(is_indian_agency(offer.value) for offer in declared):
        offers += declared  # elsewhere a desk that is declared as author is the author
    return choose([*offers, *_above_story(labelled, credits)])


def _in_dateline(credits: StoryCredits) -> Iterator[Candidate[str]]:
    found = credits.dateline
    if found is not None and found.dateline.agency:
        yield Candidate(found.dateline.agency, found.source, found.dateline.raw)


def _in_bylines(credits: StoryCredits) -> Iterator[Candidate[str]]:
    for line in credits.lines:
        credited = line.byline and (line.byline.agency or line.byline.desk)
        if credited and (line.role in CREDIT_ROLES or line.role == "other"):
            yield Candidate(credited, line.source, line.block.text)


def _above_story(labelled: LabelledPage, credits: StoryCredits) -> Iterator[Candidate[str]]:
    """A newsroom that no list knows, in a line of its own right above the story: कोसी समाचार, Kosi Team."""
    for line in credits.lines:
        below = line.number + 1
        above_story = below < len(labelled.labels) and labelled.labels[below].role in ("body", "dateline")
        placed = line.byline is None and line.place == "below" and line.role == "other" and above_story
        if placed and may_be_house(line.block.text):
            yield Candidate(line.block.text, line.source, line.block.text)


def _behind_story(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    body = list(blocks_with_role(labelled, "body"))
    for number, block, role in body[-1:]:
        found = _CREDIT_AT_END.search(block.text)
        name = _label().sub("", found[1]) if found else ""
        if found and is_agency(name):
            yield Candidate(name, source_of(number, role), found[0].strip())


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, entries("credits.toml", "labels", "colon", "agency")))
    return re.compile(rf"^(?:{labels})\s*[-:–]?\s+|^(?:{labels})\s*[-:–]\s*")


def _declared(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """A desk or an agency that stands where the author is declared."""
    declared = labelled.page.declared
    offered = [("json-ld author", name) for item in article_objects(declared) for name in names(item.get("author"))]
    offered += [("meta author", name) for name in declared.meta.get("author", ())]
    for source, name in offered:
        byline = read_byline(name)
        credited = name if is_agency(name) or is_desk(name) else byline and (byline.agency or byline.desk)
        if credited:
            yield Candidate(credited, source, name)
