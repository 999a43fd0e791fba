"""The standfirst and the points above the story, as shown."""

from __future__ import annotations

import re

from newsx.fields.choice import Candidate, Choice, choose
from newsx.page import LabelledPage
from newsx.text.words import count_words

_LEAST_WORDS = 4
_STRAY_END = re.compile(r"(?<=[।.!?])\s*[;,]+$")
"""What a field of a content system leaves behind the last sentence."""


def choose_summary(labelled: LabelledPage) -> Choice[str]:
    """The summary as the page shows it, without its label; a description that is only declared is none."""
    offered = [
        Candidate(_STRAY_END.sub("", block.text), f"block {position} ({given.reason})", block.text)
        for position, (block, given) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True))
        if given.role == "summary"
    ]
    # A count of followers or a button may stand in the same box.
    return choose(sorted(offered, key=lambda candidate: count_words(candidate.value) < _LEAST_WORDS))


def choose_highlights(labelled: LabelledPage) -> Choice[tuple[str, ...]]:
    """The points of the highlights box, in order."""
    found = [
        (position, block.text)
        for position, (block, given) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True))
        if given.role == "highlight"
    ]
    if not found:
        return Choice(None)
    points = tuple(text for _, text in found)
    return choose([Candidate(points, f"blocks {found[0][0]} to {found[-1][0]} (highlights)", " | ".join(points))])
