"""What tells the headline of a dump from the lines around it, in numbers."""

from __future__ import annotations

import pytest

from newsx.label.draft import begin
from newsx.label.headline_features import FEATURES, read_candidates
from newsx.label.story import Story
from newsx.read.text import read_text
from tests.label.conftest import HEADLINE, PARAGRAPHS


@pytest.mark.parametrize("paragraphs", [3, 11, 12])
def test_a_line_far_down_in_the_story_is_measured_from_where_the_story_begins(paragraphs: int) -> None:
    """Also where it is the only line that may be the headline, and the last block of the page."""
    draft = begin(read_text("\n".join([*(f"{PARAGRAPHS[0]} {n}।" for n in range(paragraphs)), HEADLINE])))
    story = Story(0, paragraphs + 1, frozenset(range(paragraphs + 1)), {})
    rows = read_candidates(draft, story)
    assert list(rows) == [paragraphs]
    assert dict(zip(FEATURES, rows[paragraphs], strict=True))["distance"] == paragraphs
