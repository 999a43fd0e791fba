"""Which blocks of a page the gold calls story."""

from __future__ import annotations

import pytest

from newsx.page import Block
from newsx.read.html import read_html
from newsx.read.text import read_text
from quality.training.gold import gold_text, story_by_gold, story_by_roles, text_of, words_of
from quality.training.grammar import make_page, squeeze

_LINES = (
    "गंगा का जलस्तर मंगलवार सुबह खतरे के निशान से नीचे आ गया।",
    "सिंचाई विभाग के अभियंता ने कहा कि मरम्मत का काम जल्द पूरा होगा।",
    "गांव वालों का कहना है कि पीने का साफ पानी नहीं मिल रहा है।",
)
_BODY = "\n\n".join(_LINES)


def _story(*texts: str, body: str = _BODY) -> list[bool]:
    return story_by_gold([Block(text) for text in texts], body)


@pytest.mark.parametrize(
    ("texts", "story"),
    [
        (_LINES, [True, True, True]),
        (("होम", *_LINES, "संपर्क करें"), [False, True, True, True, False]),
        ((_LINES[0], "पटना में आज से तीन दिन तक बारिश होने के आसार हैं।", _LINES[1]), [True, False, True]),
        ((f"{_LINES[0]} {_LINES[1]}", _LINES[2]), [True, True]),
        ((f"भागलपुर। {_LINES[0]}", _LINES[1]), [True, True]),
        (("होम",), [False]),
        ((), []),
    ],
    ids=["all", "furniture", "other", "joined", "longer", "none", "empty"],
)
def test_a_block_whose_words_stand_in_the_gold_is_story(texts: tuple[str, ...], story: list[bool]) -> None:
    """By most of its shingles, so that a dateline or a joined paragraph makes no difference."""
    assert _story(*texts) == story


def test_a_text_that_stands_twice_is_story_once() -> None:
    """The copy nearest to the rest of the story is kept; as many as the gold has."""
    texts = (_LINES[0], "होम", "देश", "खेल", *_LINES, "संपर्क")
    assert _story(*texts) == [False, False, False, False, True, True, True, False]
    twice = f"{_LINES[0]}\n\n{_LINES[1]}\n\n{_LINES[0]}"
    assert _story(_LINES[0], _LINES[1], _LINES[0], body=twice) == [True, True, True]


def test_a_short_block_is_story_where_the_gold_has_it_between_its_neighbours() -> None:
    """A subheading is, the same words in a menu are not."""
    body = f"{_LINES[0]}\n\nराहत कार्य\n\n{_LINES[1]}\n\n{_LINES[2]}"
    assert _story(_LINES[0], "राहत कार्य", *_LINES[1:], body=body) == [True, True, True, True]
    assert _story(*_LINES, "राहत कार्य", body=body) == [True, True, True, False]
    above = f"राहत कार्य\n\n{_BODY}"
    assert _story("राहत कार्य", *_LINES, body=above) == [True] * 4
    assert _story("राहत कार्य", *["कड़ी"] * 9, *_LINES, body=above) == [False] * 10 + [True] * 3


def test_cells_of_a_table_are_read_without_bars() -> None:
    """As corpora have them."""
    block = Block("वार्ड | पानी\n1 | 2 फीट", kind="table", rows=(("वार्ड", "पानी"), ("1", "2 फीट")))
    assert text_of(block) == "वार्ड पानी\n1 2 फीट"
    assert story_by_gold([Block(_LINES[0]), block], f"{_LINES[0]}\nवार्ड पानी\n1 2 फीट") == [True, True]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("गंगा का जल-स्तर, 10:30 बजे।", ["गंगा", "का", "जल", "स्तर", "10", "30", "बजे"]),
        ("क्\u200dयों न", ["क्यों", "न"]),
        ("प\u095dना", ["पढ\u093cना"]),
        ("東京で雨", ["東", "京", "で", "雨"]),
        ("…", []),
    ],
)
def test_words_are_compared_without_signs_and_joiners(text: str, words: list[str]) -> None:
    """Forms of one letter are one; ideographs are words each."""
    assert words_of(text) == words


def test_the_text_of_the_gold_is_one_string_or_blocks() -> None:
    """Corpora differ."""
    assert gold_text({"body_text": "एक"}) == "एक"
    assert gold_text({"body": [{"text": "एक"}, {"text": "दो"}]}) == "एक\n\nदो"
    assert gold_text({"body": None}) == ""


@pytest.mark.parametrize("seed", range(0, 60, 7))
@pytest.mark.parametrize("form", ["text", "html"])
def test_the_roles_of_a_made_page_tell_its_story(seed: int, form: str) -> None:
    """The blocks that are story hold all of the body, and next to nothing else."""
    made = make_page(seed, form=form)
    blocks = (read_text(made.text) if form == "text" else read_html(made.text)).blocks
    story = story_by_roles(blocks, made.segments)
    told = "".join(squeeze(text_of(block)) for block, own in zip(blocks, story, strict=True) if own)
    body = "".join(squeeze(s.text) for s in made.segments if s.role in ("body", "subheading", "update"))
    assert len(story) == len(blocks)
    assert abs(len(told) - len(body)) <= 0.1 * len(body)
