"""Words and sentence ends of a text, for comparing and for telling running text from menus."""

from __future__ import annotations

import pytest

from newsx.hindi.fold import fold
from newsx.hindi.sentences import count_sentences, ends_sentence
from newsx.hindi.words import content_words, words


def test_devanagari_words_stay_whole() -> None:
    """Vowel signs and joiners part no word."""
    assert words(fold("क्‍या पढ़ें: दिल्ली-एनसीआर")) == ["क्या", "पढें", "दिल्ली", "एनसीआर"]


@pytest.mark.parametrize("text", ["東京で大雨", "大雨の東京", "ตลาดน้ำ", "မြန်မာ"])
def test_scripts_without_spaces_are_compared_by_pairs_of_signs(text: str) -> None:
    """A headline and its story share words also where nothing parts these."""
    longer = f"{text}に関する記事"
    assert set(content_words(fold(text))) <= set(content_words(fold(longer)))
    assert all(len(word) == 2 for word in words(fold(text)))


def test_latin_inside_a_script_without_spaces_is_a_word() -> None:
    """Names in Latin letters are not taken apart."""
    assert words("新型iphone発売") == ["新型", "iphone", "発売"]


@pytest.mark.parametrize(
    "sentence", ["बारिश हुई।", "ارتفع النهر؟", "بارش ہوئی۔", "မိုးရွာသည်။", "ភ្លៀង។", "Անձրեւ։", "雨が降った。"]
)
def test_each_script_ends_its_sentences(sentence: str) -> None:
    """Running text is told by the marks of its own script."""
    assert ends_sentence(sentence)
    assert count_sentences(f"{sentence} {sentence}") == 2
