"""An article as plain text."""

from __future__ import annotations

from collections.abc import Callable

from newsx.article import Article


def test_headline_summary_and_body_are_parted_by_blank_lines(make_article: Callable[..., Article]) -> None:
    """Plain text holds what a reader reads and nothing else."""
    assert make_article().to_text().split("\n\n") == [
        "सोनपुर में नई पुलिया का काम शुरू",
        "तीन गांवों को फायदा मिलेगा।",
        "पुलिया का काम बुधवार को शुरू हुआ।",
        "कब तक बनेगी",
        "मार्च तक काम पूरा होगा।",
    ]


def test_missing_parts_leave_no_gap(make_article: Callable[..., Article]) -> None:
    """An empty article is an empty text."""
    assert make_article(headline=None, summary=None, body=()).to_text() == ""
