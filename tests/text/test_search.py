"""Spellings that a search joins, those that it keeps apart, and words that stay where they are."""

from __future__ import annotations

import pytest

from newsx.text.search import search_fold, search_prefixes


@pytest.mark.parametrize(
    "spellings",
    [
        "हिन्दी हिंदी",
        "सम्बन्ध संबंध",
        "ट्रम्प ट्रंप",
        "गङ्गा गंगा",
        "जिनपिङ जिनपिंग",
        "जिनपिङको जिनपिंगको",
        "मङ्सिर मंसिर",
        "पञ्चायत पंचायत",
        "घण्टा घंटा",
        "एजेन्सी एजेंसी",
        "गयी गई",
        "लिये लिए",
        "नयी नई",
        "आयीं आईं",
        "जायेंगे जाएंगे",
        "चाहिये चाहिए",
        "दुःख दुख",
        "क्\u200dया क्या",
        "पढ़ें पढें",
        "व्हाट्सऐप व्हाट्सएप",
        "हूँ हूं",
        "२०२६ 2026",
    ],
)
def test_spellings_of_one_word_are_joined(spellings: str) -> None:
    """Whichever of them a page prints, and whichever is asked for."""
    assert len({search_fold(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("words", ["मोदी मोदि", "उन्हें उनें", "जन्म जंम", "अन्न अंन", "ये ए", "यी ई", "सत्ये सत्ए", "कन्या कंया"])
def test_other_words_are_kept_apart(words: str) -> None:
    """A search that joins too much finds what nobody asked for."""
    assert len({search_fold(word) for word in words.split()}) == 2


@pytest.mark.parametrize("text", ["a \u200d b", "दिल्ली \u0903 तक", "\u093c", "ख़ुशी, \u200c। क्‍या॰"])
def test_no_word_is_lost_or_split(text: str) -> None:
    """Folded and printed words stand in the same places, so that hits can be shown as printed."""
    assert len(search_fold(text).split()) == len(text.split())
    assert ":" not in search_fold(text)


def test_a_prefix_has_no_end_of_a_word() -> None:
    """हिन् may go on as हिन्दी, which is found as हिंदी; गये may be all of it."""
    assert "हिं" in search_prefixes("हिन्")
    assert set(search_prefixes("गये")) == {"गये", "गए"}
    assert search_prefixes("mod") == ["mod"]
