"""The quality gate holds newsx to its scores: floors rise and never fall."""

from __future__ import annotations

import sys

import pytest

from quality.gate import failures, raised, to_toml

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FLOORS = {"hindi": {"F1": 0.95, "leaks": 0.01, "errors": 0.0}}


@pytest.mark.parametrize(
    "measured",
    [
        {"F1": 0.95, "leaks": 0.01, "errors": 0, "ms": 900.0},
        {"F1": 0.99999, "leaks": 0.0, "errors": 0},
        {"F1": 0.1 + 0.2 + 0.65, "leaks": 0.01, "errors": 0},
    ],
)
def test_scores_at_or_above_their_floors_pass(measured: dict[str, float]) -> None:
    """Equal is enough, noise of binary fractions included, and times do not count."""
    assert failures(FLOORS, {"hindi": measured}) == []


def test_each_score_below_its_floor_has_one_line() -> None:
    """Scores, and counts and leaks of which less is better, are told by corpus and name."""
    assert failures(FLOORS, {"hindi": {"F1": 0.9496, "leaks": 0.0101, "errors": 1}}) == [
        "hindi F1: 0.9496, the floor is 0.95",
        "hindi leaks: 0.0101, the ceiling is 0.01",
        "hindi errors: 1.0000, the ceiling is 0.0",
    ]


def test_score_that_is_no_longer_measured_fails() -> None:
    """A floor cannot be passed by leaving its score out."""
    assert failures(FLOORS, {"hindi": {"leaks": 0.0, "errors": 0}}) == ["hindi F1: not measured, the floor is 0.95"]
    assert len(failures(FLOORS, {})) == 3


def test_corpus_without_floors_fails() -> None:
    """Nothing is measured in vain."""
    assert failures({}, {"hindi": {"F1": 1.0}}) == ["hindi: it has no floors; run with --raise"]


def test_raising_lowers_no_floor() -> None:
    """Better scores become floors, worse ones change nothing, new ones get a floor, times get none."""
    measured = {"hindi": {"F1": 0.94, "leaks": 0.0046, "errors": 2, "kept": 0.87654, "ms": 3.0, "pages": 8}}
    assert raised(FLOORS, measured) == {"hindi": {"F1": 0.95, "leaks": 0.005, "errors": 0.0, "kept": 0.876}}
    assert FLOORS["hindi"]["leaks"] == 0.01


def test_raised_floors_pass_at_once() -> None:
    """Rounding never puts a floor above the score that it was made from."""
    measured = {"wcxb": {"F1": 2 / 3, "leaks": 1 / 3, "empty": 4}}
    assert failures(raised({}, measured), measured) == []


def test_floors_are_read_back_as_written() -> None:
    """The file keeps every floor."""
    floors = {"hindi-dumps": {"F1": 0.98, "errors": 0.0}, "wcxb": {"leaks": 0.013}}
    assert tomllib.loads(to_toml(floors)) == floors
