"""Names of places, and what is none."""

from __future__ import annotations

import pytest

from newsx.lexicon.places import is_place, is_town


@pytest.mark.parametrize("text", ["नई दिल्ली", "फैज़ाबाद", "मुंबई/पुणे", "बिलाईगढ़ी/रायपुर", "वीरपुर (सुपौल)", "Patna"])
def test_a_town_is_told(text: str) -> None:
    """In every spelling of the nukta, and a village where its town stands beside it."""
    assert is_town(text)


@pytest.mark.parametrize("text", ["सावधान", "सागर", "वीरपुर (बाजार)", "पटना में बारिश", "रोहित, पटना", ""])
def test_what_is_no_town_is_left_alone(text: str) -> None:
    """Ordinary words, sentences, and words that are also names of persons."""
    assert not is_town(text)


def test_a_country_is_a_place_and_no_town() -> None:
    """भारत: 250 रन is a score, so a country opens no story by itself."""
    assert is_place("भारत")
    assert not is_town("भारत")
