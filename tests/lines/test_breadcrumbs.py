"""Trails of links in lines of text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsx.lines.breadcrumbs import is_root, may_be_trail, shown_elsewhere, split_trail

CASES = json.loads((Path(__file__).parent / "cases" / "breadcrumbs.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"][:30])
def test_trail_is_taken_apart_and_other_lines_are_left(case: dict[str, Any]) -> None:
    """Signs, scripts, place names and the page's own menu tell links apart; a menu, a phrase, a share line are none."""
    elsewhere = shown_elsewhere(case.get("shown", []), case.get("menus", []))
    assert split_trail(case["line"], lambda: elsewhere, case.get("starts", ())) == case["links"]


@pytest.mark.parametrize("case", [case for case in CASES if case["links"]], ids=lambda case: case["line"][:30])
def test_cheap_test_lets_every_trail_through(case: dict[str, Any]) -> None:
    """What `split_trail` would take apart is never kept from it."""
    assert may_be_trail(case["line"])


def test_page_is_asked_only_where_signs_do_not_tell() -> None:
    """Collecting the page's lines costs time, so a plain trail does without."""

    def never() -> Any:
        raise AssertionError

    assert split_trail("होम › देश › खबर", never) == ["होम", "देश", "खबर"]


@pytest.mark.parametrize("root", ["होम", "Home »", "- Home", "मुखपृष्ठ", "हिन्दी न्यूज़", "Hindi News"])
def test_root_is_known_with_the_signs_around_it(root: str) -> None:
    """Bullets and separators stay on the line of a link in many dumps."""
    assert is_root(root)
