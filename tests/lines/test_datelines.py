"""Datelines that open a story, and openings that only look like one. The texts are in cases/datelines.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsx.lines.datelines import read_dateline

CASES = json.loads((Path(__file__).parent / "cases" / "datelines.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["in_the_wild"], ids=lambda case: case["text"])
def test_a_dateline_gives_place_and_agency(case: dict[str, Any]) -> None:
    """Place, agency and reporter are as on the page, and `end` is where the story's own text begins."""
    dateline = read_dateline(case["text"])
    assert dateline is not None
    assert (dateline.place, dateline.agency) == (case["place"], case["agency"])
    assert dateline.reporter == case.get("reporter")
    assert case["text"][dateline.end :] == case["story"]


@pytest.mark.parametrize("text", CASES["must_not_match"])
def test_an_opening_that_is_no_dateline_is_left_alone(text: str) -> None:
    """Short sentences, speakers, scores and persons are no places."""
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"], strict=True), id=case["text"])
        for case in CASES["known_failures"]
    ],
)
def test_a_dateline_that_is_not_read_yet(case: dict[str, Any]) -> None:
    """A known failure is told with its reason; it fails loudly once it is mended."""
    dateline = read_dateline(case["text"])
    assert (dateline and dateline.place) == case["place"]
