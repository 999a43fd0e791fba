"""Where sentences end."""

from __future__ import annotations

import pytest

from newsx.text.sentences import count_sentences, ends_sentence


@pytest.mark.parametrize(
    "sentence", ["बारिश हुई।", "ارتفع النهر؟", "بارش ہوئی۔", "မိုးရွာသည်။", "ភ្លៀង។", "Անձրեւ։", "雨が降った。"]
)
def test_each_script_ends_its_sentences(sentence: str) -> None:
    """Running text is told by the marks of its own script."""
    assert ends_sentence(sentence)
    assert count_sentences(f"{sentence} {sentence}") == 2
