"""Each field says how sure it is: the share of pages of other sites on which a value from such a place was right."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from newsx.article import Evidence, Other
from newsx.fields.confidence import keys_of, place_of, with_confidence
from newsx.pipeline import extract

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("block 12 (byline)", "block (byline)"),
        ("blocks 3 to 17", "blocks to"),
        ("json-ld NewsArticle.headline", "json-ld headline"),
        ("json-ld author", "json-ld author"),
        ("site facts live-hindustan", "site facts"),
        ('block 4 (class names "article summary")', "block (class names)"),
        ("block 4 (under the label “सार”)", "block (under the label)"),
        ("meta og:title", "meta og:title"),
    ],
)
def test_a_place_is_known_by_its_kind(source: str, place: str) -> None:
    assert place_of(source) == place


def test_a_dump_has_places_of_its_own() -> None:
    found = Evidence("block 1 (headline)", "x")
    assert keys_of(found, is_dump=True) != keys_of(found, is_dump=False)


def test_what_else_is_offered_tells_places_apart() -> None:
    alone, beside = Evidence("title", "x"), Evidence("title", "x", (Other("y", "meta og:title"),))
    assert keys_of(alone, is_dump=False)[1] != keys_of(beside, is_dump=False)[1]


def test_a_place_that_was_never_measured_has_the_share_of_its_field() -> None:
    found = with_confidence({"headline": Evidence("a place nobody knows", "x")}, is_dump=False)
    shares = json.loads(files("newsx.fields").joinpath("confidence.json").read_text("utf-8"))["shares"]
    assert found["headline"].confidence == shares["headline"][""]


def test_a_field_without_gold_has_no_confidence() -> None:
    assert with_confidence({"access": Evidence("json-ld", "x")}, is_dump=False)["access"].confidence is None


def test_the_fields_of_the_seed_say_how_sure_they_are() -> None:
    evidence = extract(next(SEEDS.glob("*.txt"))).to_dict()["evidence"]
    for field in ("headline", "authors", "published"):
        assert 0.5 < evidence[field]["confidence"] <= 1.0, field


def test_a_place_that_a_score_chose_is_as_sure_as_the_score() -> None:
    """The seed's headline stands there twice: both lines count for it."""
    confidence = extract(next(SEEDS.glob("*.txt"))).evidence["headline"].confidence
    assert confidence is not None
    assert confidence > 0.9
    found = Evidence("block 1 (headline)", "x", confidence=confidence)
    assert with_confidence({"headline": found}, is_dump=True)["headline"].confidence == confidence
