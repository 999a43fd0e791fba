"""The language of the record: what the text shows against what the page claims."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.assemble.language import choose_language

HINDI = ("body", "सोनपुर प्रखंड में बुधवार को नई पुलिया का निर्माण शुरू हो गया है और इससे लोगों को आने में आसानी होगी।")
SHORT = ("body", "नमस्ते।")


def test_text_wins_over_a_wrong_claim_and_the_record_warns(page: Any) -> None:
    """A Hindi page on an English template is Hindi."""
    choice = choose_language(page(HINDI, language="en-US"))
    assert choice.value == "hi"
    assert [warned.kind for warned in choice.warnings] == ["language_conflict"]


def test_one_right_claim_is_enough_for_no_warning(page: Any) -> None:
    """The template's html lang matters little where the article says what it is."""
    labelled = page(
        HINDI, language="en", json_ld=[{"@type": "NewsArticle", "headline": "नई पुलिया", "inLanguage": "hi-IN"}]
    )
    choice = choose_language(labelled)
    assert (choice.value, choice.warnings) == ("hi", ())


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ({"language": "hi"}, "hi"),
        ({"meta": {"og:locale": "hi_IN"}}, "hi"),
        ({"meta": {"content-language": "mr, en"}}, "mr"),
        ({"json_ld": [{"@type": "Article", "headline": "x", "inLanguage": "Hindi"}]}, "hi"),
        ({"language": "zh-hant-TW"}, "zh-Hant"),
        ({"language": "x"}, None),
        ({}, None),
    ],
)
def test_claims_decide_where_the_text_is_too_short(page: Any, declared: dict[str, Any], expected: str | None) -> None:
    """Claims are read as BCP 47 without a region; nonsense is no claim."""
    assert choose_language(page(SHORT, **declared)).value == expected


def test_comments_do_not_count(page: Any) -> None:
    """Only the story's own text is looked at."""
    labelled = page(
        HINDI, ("comments", "This is a very long comment that is in English and not in the language of it all")
    )
    assert choose_language(labelled).value == "hi"
