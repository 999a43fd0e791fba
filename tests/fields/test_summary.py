"""The standfirst among the blocks that stand where one would."""

from __future__ import annotations

import pytest

from newsx.fields.summary import choose_summary
from tests.fields.conftest import BuildPage

STANDFIRST = "गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है।"


@pytest.mark.parametrize("other", ["41600 Followers", "हमें फॉलो करें"])
def test_a_count_of_followers_in_the_same_box_is_not_the_summary(page: BuildPage, other: str) -> None:
    """Nor is a button, of three words at most; it is what else was on offer."""
    found = choose_summary(page(("summary", other), ("summary", STANDFIRST)))
    assert found.value == STANDFIRST
    assert found.evidence is not None
    assert [offered.value for offered in found.evidence.also] == [other]


def test_the_first_of_several_summaries_is_taken(page: BuildPage) -> None:
    """Four words are a summary where the page says so."""
    assert choose_summary(page(("summary", "गंगा उतरी, राहत मिली"), ("summary", STANDFIRST))).value != STANDFIRST


def test_a_short_summary_alone_is_one(page: BuildPage) -> None:
    """There is nothing else."""
    assert choose_summary(page(("summary", "गंगा उतरी"))).value == "गंगा उतरी"


def test_a_stray_sign_behind_the_last_sentence_is_left_out(page: BuildPage) -> None:
    """What the page shows stays in the evidence; a sign within a sentence is its own."""
    found = choose_summary(page(("summary", f"{STANDFIRST};")))
    assert found.value == STANDFIRST
    assert found.evidence is not None
    assert found.evidence.raw == f"{STANDFIRST};"
    assert choose_summary(page(("summary", "गंगा उतरी; राहत मिली"))).value == "गंगा उतरी; राहत मिली"
