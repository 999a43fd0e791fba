"""What is certain of blocks whose scores are in doubt."""

from __future__ import annotations

import pytest

from newsx.label.certain import with_certain
from newsx.label.draft import begin
from newsx.label.story import Story
from newsx.page import Block, Box, Page
from newsx.read.html import read_html
from tests.label.conftest import HEADLINE, PARAGRAPHS

FIRST, SECOND, THIRD = PARAGRAPHS
LINES = ["कोसी के तटबंध पर फिर मंडराया खतरा", "पटना में आज से तीन दिन बारिश के आसार"]


def _kept(blocks: list[Block | str], members: set[int], scores: dict[int, float] | None = None) -> list[int]:
    made = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
    story = Story(min(members), max(members) + 1, frozenset(members), scores or {})
    found = with_certain(begin(Page("text", made)), story)
    assert (found.first, found.beyond) == (min(found.members), max(found.members) + 1)
    return sorted(found.members)


def _item(text: str) -> Block:
    return Block(text, kind="list_item", level=1)


def test_sure_members_stay() -> None:
    """Nothing is certain of ordinary paragraphs."""
    assert _kept([HEADLINE, *PARAGRAPHS], {1, 2, 3}) == [1, 2, 3]


def test_a_sentence_under_many_titles_goes_with_its_titles() -> None:
    """Lists of other stories say the same of each; a sentence that stands twice is no such thing."""
    said = "विस्तृत जानकारी के लिए पूरा समाचार देखिए और इस पर अपने विचार हमें लिखकर भेजिए।"
    others = [text for n in "एक दो तीन".split() for text in (f"गांव संख्या {n} में सड़क का काम फिर शुरू", said)]
    assert _kept([*PARAGRAPHS, *others], set(range(9))) == [0, 1, 2]
    assert _kept([*PARAGRAPHS, *others[:4]], set(range(7))) == list(range(7))


def test_the_copy_for_a_reading_voice_gives_way_to_the_story() -> None:
    """Text browsers show first what a page hides; the paragraph that stood twice is that of the story."""
    copy = f"{HEADLINE} {FIRST} {SECOND}"
    assert _kept([copy, THIRD, HEADLINE, *PARAGRAPHS], {0, 1, 3, 4}) == [3, 4, 5]
    assert _kept([f"{HEADLINE} {FIRST}", THIRD, HEADLINE, FIRST], {0, 1, 3}) == [0, 1, 3]


def test_the_last_items_of_a_list_belong_to_it() -> None:
    """Where most of the list is of the story; a longer one behind two items is another."""
    items = [_item(text) for text in ("लोग घर लौटे।", "मरम्मत का काम शुरू।", "गांव में पानी नहीं", "सड़क टूटी")]
    assert _kept([FIRST, *items], {0, 1, 2}) == [0, 1, 2, 3, 4]
    assert _kept([FIRST, *items], {0, 1}) == [0, 1]


def test_an_item_between_two_items_of_the_story_is_of_it() -> None:
    """Whatever its score; a paragraph between two items is asked by itself."""
    items = [_item(text) for text in ("लोग घर लौटे", "मरम्मत का काम", "गांव में पानी नहीं")]
    assert _kept([FIRST, *items, SECOND], {0, 1, 3, 4}) == [0, 1, 2, 3, 4]
    assert _kept([FIRST, items[0], LINES[0], items[2], SECOND], {0, 1, 3, 4}) == [0, 1, 3, 4]


def test_entries_in_a_row_within_the_story_are_of_it() -> None:
    """Almanacs and price lists; three of them may be anything, and so may a row behind the story."""
    entries = ["ऋतु – हेमंत", "मास – कार्तिक", "तिथि – दशमी", "वार – सोमवार"]
    assert _kept([FIRST, *entries, SECOND], {0, 5}) == [0, 1, 2, 3, 4, 5]
    assert _kept([FIRST, *entries[:3], SECOND], {0, 4}) == [0, 4]
    assert _kept([FIRST, SECOND, *entries], {0, 1}) == [0, 1]


def test_short_items_that_a_sentence_introduces_are_of_the_story() -> None:
    """The names of schools behind a colon; headlines of other stories are longer."""
    introduction = "बैठक में इन विद्यालयों की मरम्मत का प्रस्ताव पास किया गया:"
    names = [_item(text) for text in ("भदौरा विद्यालय", "नई बस्ती विद्यालय")]
    assert _kept([FIRST, introduction, *names, SECOND], {0, 1, 4}) == [0, 1, 2, 3, 4]
    assert _kept([FIRST, introduction, *map(_item, LINES), SECOND], {0, 1, 4}) == [0, 1, 4]
    assert _kept([FIRST, *names, SECOND], {0, 3}) == [0, 3]


@pytest.mark.parametrize(
    ("last", "is_kept"),
    [
        ("पुलिस ने बताया कि दोनों को अदालत में पेश किया गया। इसके बाद उन्हें न्यायिक हिरास", True),
        ("पुलिस ने बताया कि दोनों को अदालत में पेश करने के बाद न्यायिक हिरासत में भेज दिया गया है और मामले की", True),
        ("पटना में आज से तीन दिन बारिश के आसार, प्रशासन सतर्क", False),
        ("होम | देश | खेल | मनोरंजन | राशिफल | वीडियो | फोटो | वेब स्टोरी | ई-पेपर", False),
    ],
    ids=["in-second-sentence", "longer-than-a-title", "title", "menu"],
)
def test_the_last_block_of_a_dump_may_break_off(last: str, is_kept: bool) -> None:
    """Where it is no title of another story: what people copy ends anywhere."""
    assert (2 in _kept([FIRST, SECOND, last], {0, 1}, {0: 0.9, 1: 0.9})) == is_kept
    assert 2 not in _kept([FIRST, LINES[0], last], {0}, {0: 0.9})


def test_doubtful_lines_behind_the_last_paragraph_are_titles_of_others() -> None:
    """Sure ones stay, and so do sentences."""
    assert _kept([FIRST, *LINES], {0, 1, 2}, {0: 0.9, 1: 0.6, 2: 0.6}) == [0]
    assert _kept([FIRST, *LINES], {0, 1, 2}, {0: 0.9, 1: 0.6, 2: 0.95}) == [0, 1, 2]
    assert _kept([FIRST, LINES[0], "जांच जारी है।"], {0, 1, 2}, {0: 0.9, 1: 0.6, 2: 0.6}) == [0, 1, 2]


def test_the_doubtful_last_line_of_a_paragraph_is_no_title_of_another_story() -> None:
    """A line end alone parts it from the lines above, which are the story's."""
    box = Box(0, 4, -1, "p", "")
    lines = [*PARAGRAPHS, LINES[0]]
    story = Story(0, 4, frozenset(range(4)), {3: 0.4})
    of_one = begin(Page("html", tuple(Block(line, box=0) for line in lines), boxes=(box,)))
    assert 3 in with_certain(of_one, story).members
    apart = begin(Page("html", tuple(Block(line, box=n) for n, line in enumerate(lines)), boxes=(box,) * 4))
    assert 3 not in with_certain(apart, story).members


def test_a_row_of_titles_cut_off_is_of_other_stories() -> None:
    """Boxes of links cut titles to one length; a few lines that break off may be the story's own."""
    titles = [f"{line} के लिए ..." for line in (*LINES, "कोसी में नाव पलटी", "जाम से लोग परेशान")]
    assert _kept([*PARAGRAPHS, *titles], set(range(7))) == [0, 1, 2]
    assert _kept([FIRST, *titles[:3], SECOND], set(range(5))) == list(range(5))


def _kept_of_html(inner: str, out: set[int]) -> list[str]:
    """The texts of the story where all blocks but the first and some others were taken for it."""
    page = read_html(f"<html><body><article><h1>{HEADLINE}</h1>{inner}</article></body></html>")
    members = frozenset(range(1, len(page.blocks))) - out
    found = with_certain(begin(page), Story(min(members), max(members) + 1, members, {}))
    return [page.blocks[number].text for number in sorted(found.members)]


def test_who_is_quoted_is_of_the_quotation() -> None:
    """As the last line of the element; a link there, such as one to share it, is not, and no second line."""
    person = "— शारदा देवी, मुखिया"
    for markup in (f"<p>{person}</p>", f"<footer>{person}</footer>", f"<div><cite>{person}</cite></div>"):
        quote = f"<blockquote><p>पुल बने तो वोट पड़े।</p>{markup}</blockquote>"
        assert _kept_of_html(f"<p>{FIRST}</p>{quote}<p>{SECOND}</p>", {3})[1:3] == ["पुल बने तो वोट पड़े।", person]
    linked = f"<blockquote><p>पुल बने तो वोट पड़े।</p><p><a href='/s'>{person}</a></p></blockquote>"
    assert person not in _kept_of_html(f"<p>{FIRST}</p>{linked}<p>{SECOND}</p>", {3})
    beside = f"<blockquote><p>पुल बने तो वोट पड़े।</p></blockquote><p>{person}</p>"
    assert person not in _kept_of_html(f"<p>{FIRST}</p>{beside}<p>{SECOND}</p>", {3})


def test_the_first_heading_is_of_the_story_where_later_ones_are() -> None:
    """It is set as they are; a standfirst is longer, and a heading of another kind tells of something else."""
    later = f"<p>{FIRST}</p><h2>राहत शिविर</h2><p>{SECOND}</p>"
    assert _kept_of_html(f"<div>मनीष तोमर</div><h2>तटबंध का हाल</h2>{later}", {1, 2})[0] == "तटबंध का हाल"
    assert _kept_of_html(f"<h3>तटबंध का हाल</h3>{later}", {1})[0] == FIRST
    assert _kept_of_html(f"<h2 class='kicker'>तटबंध का हाल</h2>{later}", {1})[0] == FIRST
    assert _kept_of_html(f"<h2><a href='/x'>तटबंध का हाल</a></h2>{later}", {1})[0] == FIRST
    assert _kept_of_html(f"<h2>{LINES[0]} {LINES[1]}</h2>{later}", {1})[0] == FIRST
    assert _kept_of_html(f"<h2>तटबंध का हाल</h2><p>{FIRST}</p><p>{SECOND}</p>", {1})[0] == FIRST
