"""Words that tell what a text is about, without those that any two texts share."""

from __future__ import annotations

import pytest

from newsx.lexicon.function_words import content_words
from newsx.text.fold import fold
from newsx.text.words import words


@pytest.mark.parametrize("text", ["東京で大雨", "大雨の東京", "ตลาดน้ำ", "မြန်မာ"])
def test_scripts_without_spaces_are_compared_by_pairs_of_signs(text: str) -> None:
    """A headline and its story share words also where nothing parts these."""
    longer = f"{text}に関する記事"
    assert set(content_words(fold(text))) <= set(content_words(fold(longer)))
    assert all(len(word) == 2 for word in words(fold(text)))
