"""Hindi told from its neighbours, and other languages by script and function words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsx.lexicon.languages import language_of

CASES = json.loads((Path(__file__).parent / "cases" / "languages.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["language"])
def test_language_is_told(case: dict[str, str]) -> None:
    """Two sentences are enough to tell a language from its neighbours."""
    assert language_of(case["text"]) == case["language"]


def test_hindi_full_of_english_words_is_hindi() -> None:
    """Names of products and companies in Latin letters do not make a Hindi text English."""
    assert (
        language_of("Nova ने अपना नया Smartphone Nova X20 Pro Max भारत में launch कर दिया है और इसकी price 20,000 रुपये है")
        == "hi"
    )


def test_spelling_makes_no_difference() -> None:
    """Precomposed nukta letters and joiners stand in the way of nothing."""
    assert language_of("उन्\u200dहोंने कहा कि सड़क का काम पूरा हो गया है और लोगों को आसानी होगी") == "hi"


@pytest.mark.parametrize("text", ["", "2026 — 12:30", "नमस्ते", "Nova X20", "Lorem ipsum dolor sit amet consectetur"])
def test_what_cannot_be_told_is_none(text: str) -> None:
    """No letters, a single word, or a language that newsx knows no words of."""
    assert language_of(text) is None
