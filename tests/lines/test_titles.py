"""Titles and the parts that sites set around them."""

from __future__ import annotations

import pytest

from newsx.lines.titles import parts_of, without_site


@pytest.mark.parametrize("count", [2, 9, 23])
def test_a_title_is_parted_at_its_bars(count: int) -> None:
    """Titles for search engines string many parts together."""
    assert len(parts_of(" | ".join(f"भाग {number}" for number in range(count)))) == count


def test_more_parts_than_a_title_has_are_one() -> None:
    """Thousands of bars part no title, and are looked at once, not once for each part."""
    title = " | ".join(f"भाग {number}" for number in range(5_000))
    assert parts_of(title) == [title]
    assert without_site(title, ["भाग 4999"]) == title
