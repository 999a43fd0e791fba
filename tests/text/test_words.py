"""Words of a text, for comparing."""

from __future__ import annotations

from newsx.text.fold import fold
from newsx.text.words import words


def test_devanagari_words_stay_whole() -> None:
    """Vowel signs and joiners part no word."""
    assert words(fold("क्‍या पढ़ें: दिल्ली-एनसीआर")) == ["क्या", "पढें", "दिल्ली", "एनसीआर"]


def test_latin_inside_a_script_without_spaces_is_a_word() -> None:
    """Names in Latin letters are not taken apart."""
    assert words("新型iphone発売") == ["新型", "iphone", "発売"]
