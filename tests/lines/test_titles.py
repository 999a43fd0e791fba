"""Titles and the parts that sites set around them."""

from __future__ import annotations

import pytest

from newsx.lines.titles import bare_title, parts_of, without_hash, without_site


@pytest.mark.parametrize("count", [2, 9, 23])
def test_a_title_is_parted_at_its_bars(count: int) -> None:
    """Titles for search engines string many parts together."""
    assert len(parts_of(" | ".join(f"भाग {number}" for number in range(count)))) == count


def test_more_parts_than_a_title_has_are_one() -> None:
    """Thousands of bars part no title, and are looked at once, not once for each part."""
    title = " | ".join(f"भाग {number}" for number in range(5_000))
    assert parts_of(title) == [title]
    assert without_site(title, ["भाग 4999"]) == title


@pytest.mark.parametrize(
    "title",
    ["पुल अधूरा¶", "🔗 पुल अधूरा", "पुल अधूराPermalink", "पुल अधूरा Permalink", "पुल अधूरा - Home"],
)
def test_what_links_a_heading_to_itself_is_no_part_of_it(title: str) -> None:
    """Signs before and behind it, a word behind it."""
    assert bare_title(title) == "पुल अधूरा"


@pytest.mark.parametrize(
    "title",
    [
        "#MeToo के पांच साल",
        "C#",
        "नई भाषा C #",
        "पुल अधूरा #",
        "# पुल अधूरा",
        "How to copy a permalink",
        "पुल अधूरा।",
        "पुल अधूरा…",
        "वीडियो: पुल अधूरा",
        "¶",
    ],
)
def test_what_is_part_of_a_title_stays(title: str) -> None:
    """Whatever it looks like."""
    assert bare_title(title) == title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("पुल अधूरा #", "पुल अधूरा"),
        ("# पुल अधूरा", "पुल अधूरा"),
        ("नई भाषा C #", "नई भाषा C #"),
        ("C #", "C #"),
        ("C#", "C#"),
        ("#", "#"),
    ],
)
def test_a_hash_apart_is_taken_from_a_title(title: str, bare: str) -> None:
    """But not from a name of one letter."""
    assert without_hash(title) == bare
