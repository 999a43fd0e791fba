"""Copies of a story are told from other stories by their sketches."""

from __future__ import annotations

import random

import pytest

from newsx.text.sketch import NEAR_DUPLICATE, is_sketch, similarity, sketch, smallest
from tests.batch import stories


def exact(one: str, other: str) -> float:
    """The share of runs of five words that both have, of all of them and not of a sketch."""

    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.replace("।", "").replace("-", " ").replace(",", "").replace("(", "").replace(")", "").split()
        return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}

    first, second = runs(one), runs(other)
    return len(first & second) / len(first | second)


def test_a_sketch_estimates_what_all_runs_tell() -> None:
    """Of 60 pairs that are alike in all degrees, none is more than four standard errors off."""
    for number in range(60):
        told = stories.story(number)
        other = told[: 1 + number * len(told) // 60] + stories.story(number + 1000)
        texts = stories.text(told), stories.text(other)
        assert abs(similarity(sketch(texts[0]), sketch(texts[1])) - exact(*texts)) < 4 * 0.5 / 128**0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("बाज़ार में पढ़ें नई क़ीमत आज", "बाजार में पढें नई कीमत आज"),
        ("क\u200dषा में ‘पांच’ छात्र आए थे", "कषा में 'पाँच' छात्र आए थे"),
        ("वह आया। वह गया था कल", "वह आया, वह गया था — कल"),
    ],
)
def test_spelling_and_marks_make_no_difference(one: str, other: str) -> None:
    """Nukta, joiners, nasal signs and quotes are written by one house and not by the next."""
    assert sketch(one) == sketch(other)


def test_texts_without_five_words_are_like_none() -> None:
    """Not even like themselves: too little is known."""
    assert sketch("", "चार शब्द हैं यहां") == b""
    assert similarity(b"", b"") == similarity(b"", sketch("एक दो तीन चार पांच")) == 0.0


def test_headline_and_body_do_not_run_into_each_other() -> None:
    """So that another headline costs its own runs alone."""
    assert sketch("एक दो तीन", "चार पांच छह") == b""


def test_half_alike_texts_share_a_key() -> None:
    """Nearly all that count as near-duplicates, so that each is found by its few smallest hashes."""
    chance = random.Random(7)
    for number in range(200):
        told = stories.story(number)
        kept = [words for words in told if chance.random() < 0.6]
        one, other = sketch(stories.text(told)), sketch(stories.text(kept))
        if similarity(one, other) >= NEAR_DUPLICATE:
            assert len({*smallest(one)} & {*smallest(other)}) >= 2


def test_what_is_no_sketch_is_told() -> None:
    """For a journal may have been tampered with."""
    assert is_sketch(sketch(stories.text(stories.story(1))))
    assert not is_sketch(b"abc")
    assert not is_sketch(bytes(1024))
