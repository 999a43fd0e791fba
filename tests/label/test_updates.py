"""The entries of a live page and their times."""

from __future__ import annotations

from newsx.label import label
from newsx.read.html import read_html
from tests.label.conftest import HEADLINE, PARAGRAPHS

_LINES = (*PARAGRAPHS, "स्कूलों में छुट्टी की घोषणा नहीं की गई है, लेकिन बसों का समय बदला गया है और नावें बंद हैं।")


def _times(entries: str) -> list[str | None]:
    page = label(read_html(f"<body><h1>{HEADLINE}</h1><div>{entries}</div></body>"))
    updates = {given.role == "update" for block, given in zip(page.page.blocks, page.labels, strict=True) if block.time}
    assert updates <= {True}
    return [block.time for block in page.page.blocks if block.text in _LINES]


def _entries(head: str) -> str:
    return "".join(f"<div>{head.format(n)}<p>{line}</p></div>" for n, line in enumerate(_LINES))


def test_entries_have_the_time_that_the_page_declares() -> None:
    """Each paragraph of an entry has the entry's time."""
    head = "<b class='t'><time datetime='2026-11-02T1{0}:00+05:30'>1{0}:00</time></b>"
    assert _times(_entries(head)) == [f"2026-11-02T1{n}:00+05:30" for n in range(4)]


def test_entries_have_the_time_that_a_line_above_them_shows() -> None:
    """As it stands there."""
    assert _times(_entries("<span class='clock entry-{0}'>1{0}:30 AM IST</span>")) == [
        f"1{n}:30 AM IST" for n in range(4)
    ]


def test_two_times_make_no_live_page() -> None:
    """Published and updated stand above any story."""
    two = "<div class='t'>10:30 AM</div><div class='t'>11:45 AM</div>"
    assert _times(two + "".join(f"<p>{line}</p>" for line in _LINES)) == [None] * 4


def test_one_time_again_and_again_makes_no_live_page() -> None:
    """Such as the hour at which each picture of a gallery was put up."""
    assert _times(_entries("<div class='t'>10:30 AM</div>")) == [None] * 4
