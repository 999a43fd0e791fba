"""Names of places, and what is none."""

from __future__ import annotations

import pytest

from newsx.lexicon.load import load_texts
from newsx.lexicon.places import is_place, is_town
from newsx.text.fold import fold_word


@pytest.mark.parametrize("text", ["नई दिल्ली", "फैज़ाबाद", "मुंबई/पुणे", "बिलाईगढ़ी/रायपुर", "वीरपुर (सुपौल)", "Patna"])
def test_a_town_is_told(text: str) -> None:
    """In every spelling of the nukta, and a village where its town stands beside it."""
    assert is_town(text)


@pytest.mark.parametrize("text", ["सावधान", "सागर", "वीरपुर (बाजार)", "पटना में बारिश", "रोहित, पटना", ""])
def test_what_is_no_town_is_left_alone(text: str) -> None:
    """Ordinary words, sentences, and words that are also names of persons."""
    assert not is_town(text)


@pytest.mark.parametrize("text", ["चोपन", "अतरौलिया", "Jogbani", "কোইমবাতোরে", "ஜபல்பூர்", "పలాస"])
def test_a_town_of_the_gazetteer_is_told(text: str) -> None:
    assert is_town(text)


@pytest.mark.parametrize("text", ["रहती", "निर्मल", "हसन", "नगरी", "Kosi", "Hassan", "Nirmal"])
def test_what_is_a_town_too_but_more_often_something_else_is_none(text: str) -> None:
    assert not is_town(text)


def test_the_towns_of_the_gazetteer_are_folded_each_once() -> None:
    """So they are read without folding them anew."""
    for text in load_texts("towns.txt"):
        names = [line for line in text.splitlines() if line and line[0] != "#"]
        assert names == sorted({fold_word(name) for name in names})


def test_a_country_is_a_place_and_no_town() -> None:
    """भारत: 250 रन is a score, so a country opens no story by itself."""
    assert is_place("भारत")
    assert not is_town("भारत")
