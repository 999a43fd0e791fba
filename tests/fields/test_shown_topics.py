"""Section and tags as the page's blocks show them."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.fields import topics
from newsx.fields.choice import Choice
from newsx.fields.shown_topics import shown_tags
from newsx.fields.topics import choose_breadcrumbs
from newsx.page import Block, Box, LabelledPage
from tests.fields.settled import site_of

HEADLINE = ("headline", "सोनपुर में नई पुलिया का काम शुरू, तीन गांवों को मिलेगा फायदा")
BODY = ("body", "सोनपुर। गांव को जोड़ने वाली पुलिया का काम सोमवार से शुरू हो गया है।")


def choose_section(labelled: LabelledPage, breadcrumbs: tuple[str, ...], headline: str) -> Choice[str]:
    return topics.choose_section(labelled, site_of(labelled), breadcrumbs, headline)


def choose_tags(labelled: LabelledPage, headline: str | None, *publisher: str) -> Choice[tuple[str, ...]]:
    return topics.choose_tags(labelled, (*site_of(labelled).names, *publisher), headline)


def chip(text: str, **more: Any) -> tuple[str, Block]:
    return "other", Block(text, **more)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("राष्ट्रीय", "राष्ट्रीय"),
        ("छत्तीसगढ़", "छत्तीसगढ़"),
        ("Uttar Pradesh", "Uttar Pradesh"),
        ("TrendingUttar Pradesh", "Uttar Pradesh"),
        ("उत्तर प्रदेशराज्य", "उत्तर प्रदेश"),
        ("मध्य प्रदेश", "मध्य प्रदेश"),
        ("National News", "National News"),
        ("बिहार न्यूज़", "बिहार न्यूज़"),
        ("स्वदेश", None),
        ("परदेश", None),
        ("आज की न्यूज़", None),
        ("आज की बात", None),
        ("हमें फॉलो करें और पाएं खबरें", None),
    ],
)
def test_name_of_a_section_above_the_headline_is_the_section(page: Any, line: str, section: str | None) -> None:
    """Only a word that is known to be a section or a place, alone or glued to another one."""
    assert choose_section(page(chip(line), HEADLINE, BODY), (), HEADLINE[1]).value == section


def test_markup_of_a_category_makes_any_name_a_section(page: Any) -> None:
    """The class name says what the words do not."""
    box = Box(0, 1, -1, "div", "taxonomy-category wp-block-post-terms")
    labelled = page(chip("पहाड़ की बात", box=0), HEADLINE, BODY, boxes=[box])
    assert choose_section(labelled, (), HEADLINE[1]).value == "पहाड़ की बात"


def test_last_word_of_a_menu_is_no_section(page: Any) -> None:
    """In a dump without gaps the menu stands right above the headline."""
    labelled = page(("navigation", "देश"), ("navigation", "खेल"), HEADLINE, BODY)
    assert choose_section(labelled, (), HEADLINE[1]).value is None


@pytest.mark.parametrize(
    "below",
    [
        ("footer", "Categories Bihar Tags पुलिया, सड़क"),
        ("footer", "Categories Bihar"),
        ("other", "Posted in: Bihar, Patna"),
        ("byline", "by मीरा जोशी August 25, 2026 in Bihar"),
    ],
)
def test_section_behind_a_label_is_read(page: Any, below: tuple[str, str]) -> None:
    """Blog software names the category below the story or behind the date."""
    labelled = page(("navigation", "Home Bihar Sports"), HEADLINE, BODY, below)
    assert choose_section(labelled, (), HEADLINE[1]).value == "Bihar"


def test_menu_of_trending_topics_is_no_list_of_tags(page: Any) -> None:
    """Whatever the markup calls it."""
    heading = ("tags", Block("ट्रेंडिंग", kind="heading", level=5))
    labelled = page(HEADLINE, BODY, ("tags", "पुलिया"), ("footer", "© गांव"), heading, ("tags", "राशिफल"))
    assert choose_tags(labelled, None).value == ("पुलिया",)


def test_tags_of_a_second_story_are_not_the_storys(page: Any) -> None:
    """Of the lists below the story the first is its own."""
    labelled = page(
        HEADLINE,
        BODY,
        ("tags", "टैग: पुलिया, सोनपुर"),
        ("second_story", "पहाड़ पर बर्फ"),
        ("second_story", "बर्फ गिरी।"),
        ("other", "शेयर"),
        ("tags", "टैग: बर्फ"),
    )
    assert choose_tags(labelled, None).value == ("पुलिया", "सोनपुर")


def test_address_is_no_tag(page: Any) -> None:
    """A post's picture link may stand among its hash tags."""
    labelled = page(HEADLINE, BODY, ("tags", "#पुलिया #pic.gaon.example/AbC1"))
    assert choose_tags(labelled, None).value == ("पुलिया",)


def test_badge_is_no_crumb(page: Any) -> None:
    """A live page shows its sign beside the trail."""
    labelled = page(("breadcrumb", "होम"), ("breadcrumb", "बिहार"), ("breadcrumb", "LIVE"), HEADLINE, BODY)
    assert choose_breadcrumbs(labelled, HEADLINE[1]).value == ("होम", "बिहार")


def test_trail_ends_at_the_own_title(page: Any) -> None:
    """What stands behind it is another box."""
    labelled = page(("breadcrumb", "होम"), ("breadcrumb", HEADLINE[1]), ("breadcrumb", "Feedback"), HEADLINE, BODY)
    assert choose_breadcrumbs(labelled, HEADLINE[1]).value == ("होम",)


def test_menu_marked_as_a_trail_is_none(page: Any) -> None:
    """A trail of more than five links leads nowhere."""
    menu = [("breadcrumb", word) for word in ("Home", "बिहार", "पटना", "गया", "आरा", "खेल")]
    assert choose_breadcrumbs(page(*menu, HEADLINE, BODY), HEADLINE[1]).value is None


def test_the_sign_that_links_a_heading_to_itself_makes_no_tag(page: Any) -> None:
    """A heading with it is a sub-heading of the story."""
    heading = Block("# ग्रामीणों की मांग", "heading", 2)
    assert list(shown_tags(page(("headline", "पुलिया का काम शुरू"), ("tags", heading)))) == []
