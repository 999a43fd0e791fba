"""Tags below a story."""

from __future__ import annotations

from tests.label.conftest import HEADLINE, Roles, Story


def test_tags_are_taken_from_their_label_and_from_hash_signs(roles: Roles, story: Story) -> None:
    """Short lines under TAGS, and lines with a hash sign below the story, are tags."""
    pairs = roles(story(below="TAGS\nगंगा\nबाढ़\nRELATED ARTICLES\nकोसी में उफान"))
    assert [text for role, text in pairs if role == "tags"] == ["गंगा", "बाढ़"]
    assert [text for role, text in roles(story(below="# गंगा\n# बाढ़")) if role == "tags"] == ["# गंगा", "# बाढ़"]


def test_a_headline_that_opens_with_a_hash_tag_is_the_headline(roles: Roles, story: Story) -> None:
    """Further words without the sign follow it, as in no menu of tags."""
    titled = f"#गंगा_बाढ़ : {HEADLINE}"
    assert (roles(story().replace(HEADLINE, titled))[0]) == ("headline", titled)
    assert roles(story(above="#गंगा #बाढ़ #राहत"))[0] == ("navigation", "#गंगा #बाढ़ #राहत")


def test_an_empty_list_of_tags_ends_at_the_next_heading(roles: Roles, story: Story) -> None:
    """`Similar News` is the heading of another list."""
    assert not [text for role, text in roles(story(below="Tags:\n\nSimilar News")) if role == "tags"]
