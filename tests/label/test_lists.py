"""Tags below a story."""

from __future__ import annotations

from tests.label.conftest import Roles, Story


def test_tags_are_taken_from_their_label_and_from_hash_signs(roles: Roles, story: Story) -> None:
    """Short lines under TAGS, and lines with a hash sign below the story, are tags."""
    pairs = roles(story(below="TAGS\nगंगा\nबाढ़\nRELATED ARTICLES\nकोसी में उफान"))
    assert [text for role, text in pairs if role == "tags"] == ["गंगा", "बाढ़"]
    assert [text for role, text in roles(story(below="# गंगा\n# बाढ़")) if role == "tags"] == ["# गंगा", "# बाढ़"]
