"""Parts of the story that stand on the page once more."""

from __future__ import annotations

import time

import pytest

from newsx.label.draft import begin
from newsx.label.pull_quotes import pull_quotes
from newsx.read.html import read_html
from tests.label.conftest import PARAGRAPHS

FIRST, SECOND, THIRD = PARAGRAPHS
PART = "गांव वालों का कहना है कि उन्हें अब भी पीने का साफ पानी नहीं मिल रहा है"


def _copies(*blocks: str) -> list[int]:
    page = read_html("<html><body><main>" + "".join(blocks) + "</main></body></html>")
    return [number for number, _ in pull_quotes(begin(page), range(len(page.blocks)))]


def _paragraphs(*texts: str) -> list[str]:
    return [f"<p>{text}</p>" for text in texts]


@pytest.mark.parametrize("quote", [PART, f"“{PART}”", f"{PART}।", f"'{PART} …'"])
@pytest.mark.parametrize(
    "form", ["<blockquote>{}</blockquote>", "<aside><p>{}</p></aside>", "<div class='c4f'><p>{}</p></div>"]
)
def test_a_part_of_a_paragraph_stands_once(quote: str, form: str) -> None:
    """Above it or below, whatever signs it is set in."""
    first, second, third = _paragraphs(FIRST, SECOND, THIRD)
    assert _copies(first, form.format(quote), third, second) == [1]
    assert _copies(first, second, third, form.format(quote)) == [3]


def test_what_is_set_as_the_paragraphs_are_stays() -> None:
    """An author may say a thing twice."""
    assert _copies(*_paragraphs(FIRST, PART, SECOND, THIRD)) == []


def test_what_the_story_tells_nowhere_else_stays() -> None:
    """Other words, few words, what a colon ends, and a copy that is as long."""
    first, second, third = _paragraphs(FIRST, SECOND, THIRD)
    other = "गांव वालों का कहना है कि वे पानी के लिए अब सड़क पर उतरेंगे"
    for quote in (other, "पीने का साफ पानी नहीं", f"{PART}:", THIRD):
        assert _copies(first, f"<blockquote>{quote}</blockquote>", second, third) == []


def test_a_passage_quoted_at_length_stays() -> None:
    """Two paragraphs of it in a row are no pull quote, and the text below is the source that it was quoted from."""
    quoted = "<blockquote>" + "".join(_paragraphs(PART, "टैंकर दिन में केवल एक बार आता है")) + "</blockquote>"
    assert _copies(*_paragraphs(FIRST, SECOND), quoted, *_paragraphs(THIRD)) == []


def test_what_repeats_a_notice_stays() -> None:
    """A text that is set as no other of the page is no running text, which pull quotes are taken from."""
    first, second = _paragraphs(FIRST, SECOND)
    notice = f"<div class='c1-failed'>{THIRD}</div>"
    assert _copies(first, second, notice, f"<p class='c1-pending'>{PART}</p>") == []
    counted = [f"<p class='p_{n}'>{text}</p>" for n, text in enumerate((FIRST, SECOND, THIRD))]
    assert _copies(*counted, f"<blockquote>{PART}</blockquote>") == [3]


@pytest.mark.parametrize("form", ["<h2>{}</h2>", "<ul><li>{}</li></ul>", "<pre>{}</pre>"])
def test_headings_lists_and_code_are_no_pull_quotes(form: str) -> None:
    """They name or show what the paragraph below tells."""
    first, second, third = _paragraphs(FIRST, SECOND, THIRD)
    assert _copies(first, form.format(PART), third, second) == []


def test_the_first_prose_is_none() -> None:
    """A part above the story is its summary, which is told elsewhere."""
    assert _copies(f"<div><b>{PART}।</b></div>", *_paragraphs(SECOND, THIRD)) == []


def test_many_parts_with_one_beginning_cost_what_they_are_long() -> None:
    """Each paragraph looks for one of them."""
    parts = [f"{PART} {' '.join('कम ' * (n % 50))}{n}" for n in range(4000)]
    begun = time.process_time()
    assert _copies(*_paragraphs(FIRST, *parts, *[f"{PART} आज।"] * 4000)) == []
    assert time.process_time() - begun < 10
