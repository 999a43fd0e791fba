"""Bylines and names of persons as news pages show them. The texts are in cases/bylines.json and names.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsx.lines.bylines import read_byline
from newsx.lines.names import is_person_name, same_person

_CASES = Path(__file__).parent / "cases"
BYLINES = json.loads((_CASES / "bylines.json").read_text("utf-8"))
NAMES = json.loads((_CASES / "names.json").read_text("utf-8"))


@pytest.mark.parametrize("case", BYLINES["in_the_wild"], ids=lambda case: case["text"])
def test_a_byline_falls_into_its_parts(case: dict[str, Any]) -> None:
    """Authors, other persons with their role, agency, desk and place are told apart."""
    byline = read_byline(case["text"], bare_name=case.get("bare_name", False), publishers=case.get("publishers", ()))
    assert byline is not None
    others = [[credit.name, credit.role] for credit in byline.credits if credit.name not in byline.persons]
    found = {"persons": list(byline.persons), "agency": byline.agency, "desk": byline.desk, "place": byline.place}
    assert found | {"others": others} == {key: case[key] for key in ("persons", "agency", "desk", "place", "others")}


@pytest.mark.parametrize("text", BYLINES["must_not_match"])
def test_a_line_that_is_no_byline_is_refused(text: str) -> None:
    """Sentences, headlines, menu words, places and dates alone, and two names in the news are no byline."""
    assert read_byline(text) is None


@pytest.mark.parametrize("text", BYLINES["must_not_match_bare"])
def test_a_menu_word_is_no_bare_name(text: str) -> None:
    """Also where a name alone would be taken, words of the page's furniture are not."""
    assert read_byline(text, bare_name=True) is None


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"], strict=True), id=case["text"])
        for case in BYLINES["known_failures"]
    ],
)
def test_a_byline_that_is_not_read_yet(case: dict[str, Any]) -> None:
    """A known failure is told with its reason; it fails loudly once it is mended."""
    byline = read_byline(case["text"])
    assert byline is not None
    assert list(byline.persons) == case["persons"]


def test_the_times_of_a_byline_are_found_with_it() -> None:
    """The label stage need not read the line a second time."""
    byline = read_byline("मीरा जोशी / नई दिल्ली March 14, 2021")
    assert byline is not None
    assert [time.value for time in byline.times] == ["2021-03-14"]


def test_what_is_neither_name_nor_desk_is_kept_as_leftover() -> None:
    """Publisher and job title are shown, but are nobody's name."""
    byline = read_byline("By Meera Joshi, Chief Content Producer, लाइव हिन्दुस्तान")
    assert byline is not None
    assert byline.leftover == ("Chief Content Producer", "लाइव हिन्दुस्तान")


@pytest.mark.parametrize("name", NAMES["names"])
def test_a_name_is_told(name: str) -> None:
    """Names of two to five words in both scripts, with initials, titles of address and particles."""
    assert is_person_name(name)


@pytest.mark.parametrize("text", NAMES["not_names"])
def test_what_stands_where_names_stand_is_told_from_them(text: str) -> None:
    """Places, desks, agencies, publishers, job titles and menu words are no persons."""
    assert not is_person_name(text)


@pytest.mark.parametrize(("one", "other"), NAMES["same"])
def test_one_person_in_two_spellings_is_one(one: str, other: str) -> None:
    """A name and its transliteration have one key; nukta and full stops make no difference."""
    assert same_person(one, other)


@pytest.mark.parametrize(("one", "other"), NAMES["different"])
def test_two_persons_stay_two(one: str, other: str) -> None:
    """Within one script a letter decides, so that sisters and namesakes are not lost."""
    assert not same_person(one, other)
