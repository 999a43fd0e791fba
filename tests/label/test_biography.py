"""Who is told to be the author's biography, and who is not."""

from __future__ import annotations

import pytest

from tests.label.conftest import Roles, Story, body_of, role_of


@pytest.mark.parametrize(
    "below",
    [
        "लेखक के बारे में\n\nअनिल ठाकुर\n\nअनिल ठाकुर दस वर्षों से पत्रकारिता में सक्रिय हैं और संस्थान की डेस्क पर कार्यरत हैं।",
        "अनिल ठाकुर दस वर्षों से पत्रकारिता में सक्रिय हैं। उन्होंने जनसंचार में डिप्लोमा किया है और कई संस्थानों में काम किया है।",
    ],
)
def test_a_biography_is_known_with_and_without_its_heading(
    roles: Roles, story: Story, paragraphs: tuple[str, ...], below: str
) -> None:
    """It speaks of the byline's person, of years, posts and institutions."""
    pairs = roles(story(opening="By अनिल ठाकुर", below=below))
    assert role_of(pairs, "अनिल ठाकुर दस वर्षों") == "bio"
    assert body_of(pairs) == list(paragraphs)


def test_a_story_about_a_journalist_stays_whole(roles: Roles, story: Story) -> None:
    """Words of biographies in the middle of a story make none."""
    middle = "पत्रकार सुधा वर्मा बीस वर्षों से इस इलाके में पत्रकारिता कर रही हैं और कई संस्थानों में काम कर चुकी हैं।"
    assert middle in body_of(roles(story(between=middle)))
