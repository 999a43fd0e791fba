"""Which words of a page's visible text are in none of its blocks, as a browser shows the page."""

from __future__ import annotations

from collections import Counter

import pytest

from quality.visible import MOST_LOST, browser, lost_words, measure, shown_texts

_PAGE = "<html><body><p>गांव का पुल टूटा</p>{}</body></html>"


@pytest.fixture(scope="module")
def program() -> str:
    """The browser; skips the test where there is none."""
    found = browser()
    if found is None:
        pytest.skip("there is no Chromium, which shows the pages")
    return found


def test_a_word_that_stands_more_often_than_the_blocks_have_it_is_lost() -> None:
    """Whether it stands alone in a block or with others in one does not matter."""
    assert lost_words("पुल टूटा, पुल बंद", ["पुलटूटा"]) == (4, Counter({"पुल": 1, "बंद": 1}))
    assert lost_words("पुल टूटा", ["टूटा", "पुल"]) == (2, Counter())


def test_the_browser_tells_the_text_that_it_shows(program: str) -> None:
    """Without what is hidden, and without running the page's scripts."""
    unseen = "<p hidden>छिपा</p><script>document.body.append('जोड़ा')</script><style>p { color: red }</style>"
    assert shown_texts(program, [_PAGE.format(unseen), _PAGE.format("<p>रास्ता बंद</p>")]) == [
        "गांव का पुल टूटा",
        "गांव का पुल टूटा\n\nरास्ता बंद",
    ]


@pytest.mark.timeout(900)
def test_no_more_than_one_word_in_a_thousand_of_the_fixtures_is_lost(program: str) -> None:
    """Each word that Chromium shows is in some block, kept or dropped."""
    pages, total, lost, which = measure(program, "fixtures", None)
    assert pages > 50
    assert lost <= MOST_LOST * total, which.most_common(20)
