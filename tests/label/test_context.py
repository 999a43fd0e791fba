"""What the first scores say of a block's neighbours, boxes and kind."""

from __future__ import annotations

import pytest

from newsx.label.context import CONTEXT, LEAST_DOUBT, read_context
from newsx.label.draft import begin
from newsx.label.features import FEATURES, read_features
from newsx.label.weights import Odds
from newsx.page import Page
from newsx.read.html import read_html
from newsx.read.text import read_text
from tests.label.conftest import HEADLINE, PARAGRAPHS

MARKED = read_html(
    f"<body><h1>{HEADLINE}</h1><article><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>"
    f"<div><p>{PARAGRAPHS[2]}</p></div></body>"
)
DUMP = read_text("\n\n".join([HEADLINE, *PARAGRAPHS]))
FIRST = {0: 0.05, 1: 1.0, 2: 0.9, 3: 0.1}


def _rows(page: Page, first: dict[int, float]) -> dict[int, dict[str, float]]:
    facts = read_features(begin(page), Odds({}))
    rows = dict(read_context(page, facts, first))
    assert rows.keys() == {number for number in facts.rows if first.get(number, 0.0) >= LEAST_DOUBT}
    assert all(row[: len(FEATURES)] == facts.rows[number] for number, row in rows.items())
    return {number: dict(zip(CONTEXT, row, strict=True)) for number, row in rows.items()}


@pytest.mark.parametrize("page", [MARKED, DUMP], ids=["marked", "dump"])
@pytest.mark.parametrize("first", [FIRST, dict.fromkeys(FIRST, 0.0), {}], ids=["story", "none", "unscored"])
def test_a_row_is_that_of_the_first_pass_and_a_number_for_each_further_feature(
    page: Page, first: dict[int, float]
) -> None:
    """Whatever the first pass found."""
    rows = _rows(page, first)
    assert bool(rows) == any(first.values())
    assert all(len(row) == len(set(CONTEXT)) for row in rows.values())


def test_a_block_that_is_surely_no_story_gets_no_second_look() -> None:
    """Its neighbours do."""
    assert _rows(DUMP, FIRST | {2: 0.0}).keys() == {0, 1, 3}


@pytest.mark.parametrize("page", [MARKED, DUMP], ids=["marked", "dump"])
def test_neighbours_and_distances_are_told(page: Page) -> None:
    """The scores beside a block, and how far the likely story is."""
    rows = _rows(page, FIRST)
    assert [rows[n]["first"] for n in range(4)] == [0.05, 1.0, 0.9, 0.1]
    assert (rows[1]["first_1"], rows[1]["first+1"], rows[1]["first_2"]) == (0.05, 0.9, -1.0)
    assert [(rows[n]["from_first"], rows[n]["to_last"]) for n in range(4)] == [(-1, 2), (0, 1), (1, 0), (2, -1)]
    assert [rows[n]["since_story"] for n in range(4)] == [50.0, 50.0, 0.0, 0.0]
    assert [rows[n]["until_story"] for n in range(4)] == [0.0, 0.0, 50.0, 50.0]


def test_a_block_is_seen_among_those_of_its_box_without_itself() -> None:
    """What its own score says is told once."""
    rows = _rows(MARKED, FIRST)
    assert rows[1]["parent_mean"] == pytest.approx(0.9)
    assert rows[2]["parent_mean"] == pytest.approx(1.0)
    assert rows[3]["parent_mean"] == -1.0


def test_the_box_with_most_of_the_likely_story_is_found() -> None:
    """How far above a block it stands, and whether the block stands before it."""
    rows = _rows(MARKED, FIRST)
    assert [rows[n]["story_down"] for n in range(4)] == [20.0, 1.0, 1.0, 20.0]
    assert [rows[n]["before_story"] for n in range(4)] == [1.0, 0.0, 0.0, 0.0]


def test_a_dump_has_no_boxes() -> None:
    """Their numbers have a value of their own."""
    boxed = ("parent_share", "story_up", "story_down", "story_direct", "before_story", "parent_mean", "style_mean")
    assert {row[name] for row in _rows(DUMP, FIRST).values() for name in boxed} == {-1.0}
