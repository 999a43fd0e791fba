"""Parts of the story that stand on the page once more."""

from __future__ import annotations

import time

import pytest

from newsx.label.draft import begin
from newsx.label.pull_quotes import pull_quotes
from newsx.page import Block, Kind, Page
from tests.label.conftest import PARAGRAPHS

FIRST, SECOND, THIRD = PARAGRAPHS
PART = "गांव वालों का कहना है कि उन्हें अब भी पीने का साफ पानी नहीं मिल रहा है"


def _copies(*blocks: Block | str) -> list[int]:
    made = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
    return [number for number, _ in pull_quotes(begin(Page("text", made)), range(len(made)))]


@pytest.mark.parametrize("quote", [PART, f"“{PART}”", f"{PART}।", f"'{PART} …'"])
def test_a_part_of_a_paragraph_stands_once(quote: str) -> None:
    """Above it or below, whatever signs it is set in."""
    assert _copies(FIRST, quote, SECOND, THIRD) == [1]
    assert _copies(FIRST, THIRD, Block(quote, kind="quote"), SECOND) == [2]
    assert _copies(FIRST, quote, SECOND, quote, THIRD) == [1, 3]


def test_what_the_story_tells_nowhere_else_stays() -> None:
    """Other words, few words, and a paragraph whose copy is as long."""
    assert _copies(FIRST, "गांव वालों का कहना है कि वे पानी के लिए अब सड़क पर उतरेंगे", SECOND, THIRD) == []
    assert _copies(FIRST, "पीने का साफ पानी नहीं", SECOND, THIRD) == []
    assert _copies(FIRST, THIRD, SECOND, THIRD) == []


@pytest.mark.parametrize("kind", ["heading", "list_item", "table", "caption"])
def test_headings_and_lists_are_no_pull_quotes(kind: Kind) -> None:
    """They name what the paragraph below tells."""
    assert _copies(FIRST, Block(PART, kind=kind), SECOND, THIRD) == []


def test_the_first_prose_is_none() -> None:
    """A part above the story is its summary, which is told elsewhere."""
    assert _copies(f"{PART}।", SECOND, THIRD) == []


def test_many_parts_with_one_beginning_cost_what_they_are_long() -> None:
    """Each paragraph looks for one of them."""
    parts = [f"{PART} {' '.join('कम ' * (n % 50))}{n}" for n in range(4000)]
    begun = time.process_time()
    assert _copies(FIRST, *parts, *[f"{PART} आज।"] * 4000) == []
    assert time.process_time() - begun < 10
