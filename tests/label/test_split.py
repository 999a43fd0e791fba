"""Lines that hold two things are taken apart."""

from __future__ import annotations

import pytest

from tests.label.conftest import Roles, Story

DAY = "date 2024-08-19"


def test_a_day_before_the_title_on_its_line_is_a_date(roles: Roles, story: Story) -> None:
    """Data sets of crawled pages begin a text so."""
    told = roles(f"{DAY} {story()}")
    assert told[0] == ("date", DAY)
    assert told[1] == roles(story())[0]


@pytest.mark.parametrize("line", ["नियम 2024-08-19 से लागू होंगे और सब पर होंगे।", "date 2024-08-19"])
def test_a_day_alone_or_in_a_sentence_stays_in_its_line(roles: Roles, story: Story, line: str) -> None:
    assert line in [text for _, text in roles(story(opening=line))]
