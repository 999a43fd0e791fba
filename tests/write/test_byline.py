"""The line under a headline."""

from __future__ import annotations

from collections.abc import Callable

from newsx.article import Article
from newsx.write.byline import byline, shown_time


def test_parts_stand_in_the_order_of_a_newspaper(make_article: Callable[..., Article]) -> None:
    """Persons, agency, place, time, publisher."""
    article = make_article(agency="भाषा")
    assert byline(article) == ["सीमा वर्मा, राज मेहता", "भाषा", "सोनपुर", "2026-02-04 20:42 IST", "गांव समाचार"]


def test_what_is_not_known_is_left_out(make_article: Callable[..., Article]) -> None:
    """No placeholder stands for a missing part; the host stands for a missing publisher."""
    article = make_article(authors=(), dateline=None, published=None, publisher=None, site="gaon.example")
    assert byline(article) == ["gaon.example"]


def test_times_keep_their_zone() -> None:
    """Indian time has its name, others their offset; a day has no time of day; what is no time stays."""
    assert shown_time("2026-02-04T20:42:10+05:30") == "2026-02-04 20:42 IST"
    assert shown_time("2026-02-04T20:42Z") == "2026-02-04 20:42 UTC"
    assert shown_time("2026-02-04T20:42-05:00") == "2026-02-04 20:42 -05:00"
    assert shown_time("2026-02-04") == "2026-02-04"
    assert shown_time("शाम 7:30 बजे") == "शाम 7:30 बजे"
