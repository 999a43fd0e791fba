"""The trail of links above the headline of a text dump."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[[str], list[tuple[str, str]]]
Story = Callable[..., str]


def crumbs(pairs: list[tuple[str, str]]) -> list[str]:
    return [text for role, text in pairs if role == "breadcrumb"]


@pytest.mark.parametrize(
    "above",
    [
        "Hindi News\nसोनभद्र\nओबरा",
        "Hindi News › सोनभद्र › ओबरा",
        "Hindi News/सोनभद्र/ओबरा",
        "सोनभद्र\nओबरा\nघोरावल\n\nHindi Newsसोनभद्रओबरा",
    ],
)
def test_trail_above_the_headline_is_found(roles: Roles, story: Story, above: str) -> None:
    """One link a line, parted by signs, or glued."""
    assert crumbs(roles(story(above=above))) == ["Hindi News", "सोनभद्र", "ओबरा"]


def test_trail_without_a_root_is_known_by_its_signs(roles: Roles, story: Story) -> None:
    """A text browser puts each link and each sign on a line of its own."""
    assert crumbs(roles(story(above="जीवन शैली\n»\nपरवरिश"))) == ["जीवन शैली", "परवरिश"]


def test_menu_above_the_headline_is_no_trail(roles: Roles, story: Story) -> None:
    """A trail has few links; a menu that begins with the same word has many."""
    menu = "Hindi News\nसोनभद्र\nओबरा\nघोरावल\nदुद्धी\nचोपन\nरेणुकूट"
    assert crumbs(roles(story(above=menu))) == []


def test_title_at_the_end_of_a_trail_is_told(roles: Roles, story: Story) -> None:
    """In Latin letters it is a second title."""
    pairs = roles(story(above="Hindi Newsसोनभद्र न्यूज़Ganga water level falls in district"))
    assert ("alternative_headline", "Ganga water level falls in district") in pairs
    assert crumbs(pairs) == ["Hindi News", "सोनभद्र न्यूज़"]


def test_list_of_tags_ends_where_the_page_goes_on(roles: Roles, story: Story) -> None:
    """A gap or a line of another kind behind the last tag is not one more tag."""
    pairs = roles(story(below="टैग्स\nगंगा\nबाढ़ राहत\n\nकॉमेंट लिखें"))
    assert [text for role, text in pairs if role == "tags"] == ["गंगा", "बाढ़ राहत"]


def test_hash_tags_of_an_embedded_post_are_no_tags(roles: Roles, story: Story) -> None:
    """A post's own hash tags stand beside its address."""
    pairs = roles(story(between="#GangaFlood pic.twitter.com/AbCdEf1234"))
    assert not [text for role, text in pairs if role == "tags"]


def test_links_that_are_words_of_menus_are_a_trail_above_the_headline(roles: Roles, story: Story) -> None:
    """होम and बिहार are words of menus; one below the other right above the headline they are its trail."""
    assert crumbs(roles(story(above="होम\nराज्य\nबिहार"))) == ["होम", "राज्य", "बिहार"]
