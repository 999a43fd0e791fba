"""Datelines, and credits at the end of a story."""

from __future__ import annotations

import pytest

from newsx.label import label
from newsx.read.html import read_html
from tests.label.conftest import HEADLINE, Roles, Story, body_of, role_of


def test_a_dateline_farther_down_takes_no_paragraph_out_of_the_body(roles: Roles, paragraphs: tuple[str, ...]) -> None:
    """A story that goes on to another town with its third paragraph keeps the two above it."""
    third = "लखनऊ। राजधानी में भी अधिकारियों ने नदियों के जलस्तर पर बैठक की और जिलों को सतर्क रहने के लिए कहा है।"
    story = [paragraphs[1], paragraphs[2], third]
    assert body_of(roles("\n\n".join(["गंगा का जलस्तर घटा, लौटने लगे लोग", *story]))) == story


def test_a_town_alone_above_the_first_paragraph_of_a_dump_is_its_dateline(roles: Roles, story: Story) -> None:
    """A colon or a dash behind it makes no difference."""
    assert role_of(roles(story(opening="चम्बा")), "चम्बा") == "dateline"
    assert role_of(roles(story(opening="हरदोई -:")), "हरदोई") == "dateline"


@pytest.mark.parametrize("credit", ["(इनपुट: भाषा)", "रिपोर्ट: संतोष साहू", "Edited By: संतोष साहू"])
def test_a_credit_in_the_last_block_of_a_marked_story_is_none_of_its_text(
    paragraphs: tuple[str, ...], credit: str
) -> None:
    """Markup often has the credits in one box with the story."""
    story = "".join(f"<p>{text}</p>" for text in (*paragraphs, credit))
    page = label(read_html(f"<body><h1>{HEADLINE}</h1><article>{story}</article></body>"))
    roles = {block.text: given.role for block, given in zip(page.page.blocks, page.labels, strict=True)}
    assert roles[credit] == "byline"
    assert all(roles[text] == "body" for text in paragraphs)
