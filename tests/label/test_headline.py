"""Which line of a page is its headline."""

from __future__ import annotations

from tests.label.conftest import HEADLINE, PARAGRAPHS, Roles, Story, role_of, roles_of_html


def test_the_headline_is_the_line_that_shares_words_with_the_story(roles: Roles, story: Story) -> None:
    """Menu lines and headlines of other stories above it are not taken."""
    above = "होम\nदेश\nवीडियो\n\nमुंबई में मेट्रो का नया रूट शुरू, किराया तय"
    assert role_of(roles(story(above=above)), "गंगा का जलस्तर घटा") == "headline"


def test_a_repeated_headline_is_taken_once(roles: Roles, story: Story) -> None:
    """The second copy is a duplicate, not a sub-heading."""
    pairs = roles(story(opening="गंगा का जलस्तर घटा, राहत शिविरों से घर लौटने लगे लोग"))
    assert [role for role, text in pairs if text.startswith("गंगा का जलस्तर घटा")] == ["headline", "duplicate"]


def test_a_menu_row_between_bars_is_neither_running_text_nor_headline(roles: Roles, story: Story) -> None:
    """Also where it ends in a bar, which stands for a danda elsewhere."""
    row = "मुख्य पृष्ठ | गोरखपुर | बस्ती | देवरिया | कुशीनगर | संतकबीर नगर | महराजगंज |"
    pairs = roles(f"घाट समाचार में आपका स्वागत है\n{row}\n{story()}")
    assert role_of(pairs, HEADLINE) == "headline"
    assert role_of(pairs, row) not in ("body", "summary")


def test_a_page_that_sends_its_head_last_has_its_headline_behind_the_story() -> None:
    """The h1 that is the declared title; another heading down there is no headline."""
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    head = f"<title>{HEADLINE} | घाट समाचार</title>"
    pairs = roles_of_html(f"<article>{story}</article><div><h1>94</h1><h1>{HEADLINE}</h1></div>", head)
    assert [text for role, text in pairs if role == "headline"] == [HEADLINE]
