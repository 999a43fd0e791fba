"""Odds by which words of class names and phrases count."""

from __future__ import annotations

import pytest

from newsx.label.weights import Odds, load_odds, load_weights, name_words

ODDS = Odds({"far": {"story": 1.5, "related": -2.0}, "near": {"story": 0.5}, "lexicon": {"promo": -3.0}})


@pytest.mark.parametrize(
    ("family", "value", "odds"),
    [("lexicon", "promo", -3.0), ("far", "story", 1.5), ("lexicon", "unmet", 0.0), ("unmet", "promo", 0.0)],
)
def test_odds_are_those_of_a_value_in_its_family(family: str, value: str, odds: float) -> None:
    """A value that training did not meet speaks neither for nor against."""
    assert ODDS.of(family, value) == odds


@pytest.mark.parametrize(
    ("names", "odds"),
    [
        ("story", (1.5, 0.5)),
        ("story story-body", (1.5, 0.5)),
        ("relatedStory", (-0.5, 0.5)),
        ("x1 kS", (0.0, 0.0)),
        ("story " * 200, (1.5, 0.5)),
    ],
)
def test_odds_of_names_are_the_sum_over_their_words(names: str, odds: tuple[float, float]) -> None:
    """Each word once; those for all that stands below them, and those for what stands right in them."""
    assert ODDS.of_names(names) == ODDS.of_names(names) == odds


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("storyBody__main-text ad", {"story", "body", "main", "text"}),
        ("HTMLContent", {"html", "content"}),
        ("td-post-2024 x", {"post"}),
        ("खबर", set()),
        ("", set()),
    ],
)
def test_words_of_names_are_parted_by_case_signs_and_digits(names: str, words: set[str]) -> None:
    """In lower case, of three letters at least."""
    assert name_words(names) == words


def test_the_weights_file_has_odds_and_trees() -> None:
    """It says itself how it was made and how it scores on sites that were left out."""
    weights = load_weights()
    assert {"odds", "first", "second", "page", "about", "scored"} <= set(weights)
    assert {"far", "near", "told", "in", "tag", "lexicon", "cue", "under"} <= set(weights["odds"])


def test_plain_words_of_boilerplate_speak_against_a_story() -> None:
    """Whatever the pages of the last training were."""
    assert load_odds().of("told", "navigation") < 0
    assert load_odds().of("lexicon", "share") < 0
