"""Odds by which words of class names and phrases count."""

from __future__ import annotations

import pytest

from newsx.label.weights import Odds, load_odds, load_weights, name_words, weights_for
from newsx.page import Block, Box, Page

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


FORMS = ("markup", "text")


@pytest.mark.parametrize("form", FORMS)
def test_the_weights_of_a_form_are_odds_and_two_passes_of_trees(form: str) -> None:
    """A dump has the odds of wording alone."""
    weights = load_weights(form)
    assert {"about", "odds", "first", "second"} == set(weights)
    assert {"lexicon", "cue", "under"} <= set(weights["odds"])
    assert ({"far", "near", "told", "in", "tag"} <= set(weights["odds"])) == (form == "markup")


def test_the_weights_of_a_page_say_how_all_of_them_score() -> None:
    """On sites that were left out of training."""
    assert {"about", "page", "scored"} == set(load_weights("page"))


@pytest.mark.parametrize(("boxes", "form"), [((Box(0, 1, -1, "p", ""),), "markup"), ((), "text")])
def test_a_page_with_boxes_is_weighed_as_markup(boxes: tuple[Box, ...], form: str) -> None:
    """Whatever file it came in."""
    assert weights_for(Page("html", (Block("खबर"),), boxes=boxes)) == form


@pytest.mark.parametrize("form", FORMS)
def test_plain_words_of_boilerplate_speak_against_a_story(form: str) -> None:
    """Whatever the pages of the last training were."""
    assert load_odds(form).of("lexicon", "share") < 0


def test_a_box_of_navigation_speaks_against_a_story() -> None:
    """Whatever the pages of the last training were."""
    assert load_odds("markup").of("told", "navigation") < 0
