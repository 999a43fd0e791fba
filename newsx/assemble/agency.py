"""The agency or desk that the article is credited to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsx.assemble.blocks import blocks_with_role, source_of
from newsx.assemble.candidates import Candidate, Choice, choose
from newsx.assemble.credit_lines import credit_lines
from newsx.assemble.dateline import story_dateline
from newsx.assemble.json_ld import article_objects, names
from newsx.assemble.origin import is_hindi_page
from newsx.hindi.bylines import read_byline
from newsx.hindi.credits import is_agency, is_desk
from newsx.page import LabelledPage

_CREDITS = frozenset({"byline", "date", "dateline"})
_CREDIT_AT_END = re.compile(r"[(\[]\s*(?:इनपुट\s*[-:–]?\s*|साभार\s*[-:–]?\s*)?([^()\[\]]{2,30}?)\s*[)\]]\s*[।.]?\s*$")


def choose_agency(labelled: LabelledPage) -> Choice[str]:
    """The agency or desk as shown (भाषा, PTI): in the byline, before or behind the story, or declared."""
    return choose([*_in_dateline(labelled), *_in_bylines(labelled), *_behind_story(labelled), *_declared(labelled)])


def _in_dateline(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    found = story_dateline(labelled)
    if found is not None and found[0].agency:
        yield Candidate(found[0].agency, found[1], found[0].raw)


def _in_bylines(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for line in credit_lines(labelled):
        byline = read_byline(line.block.text, bare_name=line.names) if line.role in _CREDITS else None
        credited = byline and (byline.agency or byline.desk)
        if credited:
            yield Candidate(credited, line.source, line.block.text)


def _behind_story(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    body = list(blocks_with_role(labelled, "body"))
    for number, block, role in body[-1:]:
        found = _CREDIT_AT_END.search(block.text)
        if found and is_agency(found[1]):
            yield Candidate(found[1], source_of(number, role), found[0].strip())


def _declared(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """A desk or an agency that stands where the author is declared; only for Hindi, as elsewhere it is the author."""
    if not is_hindi_page(labelled):
        return
    declared = labelled.page.declared
    offered = [("json-ld author", name) for item in article_objects(declared) for name in names(item.get("author"))]
    offered += [("meta author", name) for name in declared.meta.get("author", ())]
    for source, name in offered:
        byline = read_byline(name)
        credited = name if is_agency(name) or is_desk(name) else byline and (byline.agency or byline.desk)
        if credited:
            yield Candidate(credited, source, name)
