"""What a page tells of its blocks."""

from __future__ import annotations

import pytest

from newsx.page import Block, Box, Declared, Page

BOXES = (
    Box(0, 4, -1, "body", "Page"),
    Box(0, 3, 0, "div", "Outer"),
    Box(0, 2, 1, "div", ""),
    Box(0, 1, 2, "p", "Inner lead"),
)
PAGE = Page("html", (Block("एक", box=3), Block("दो", box=1), Block("तीन", box=0), Block("चार")), boxes=BOXES)


@pytest.mark.parametrize(("number", "names"), [(0, "inner lead outer"), (1, "outer page"), (2, "page"), (3, "")])
def test_names_around_a_block_are_those_of_the_nearest_boxes(number: int, names: str) -> None:
    """Three boxes at most, the innermost first; in a dump there are none."""
    assert PAGE.names_around(number) == names


def test_declared_titles_are_given_best_first() -> None:
    """What is no text, or empty, is no title."""
    declared = Declared(
        title="चार", json_ld=({"headline": "दो"}, {"headline": ["तीन"]}, {}), meta={"og:title": ("एक", " ")}
    )
    assert declared.titles == ("एक", "दो", "चार")
    assert Declared().titles == ()
