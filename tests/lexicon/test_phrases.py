"""The lexicon does what its data says, entry by entry, and leaves ordinary sentences alone."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsx.lexicon.load import entries
from newsx.lexicon.phrases import (
    ROLES,
    Part,
    bare_invitations,
    match_label,
    match_line,
    may_hold_notice,
    read_also_tails,
)
from newsx.text.fold import fold

CASES = json.loads((Path(__file__).parent / "cases" / "lexicon.json").read_text("utf-8"))
FURNITURE = json.loads((Path(__file__).parent / "cases" / "furniture.json").read_text("utf-8"))
PATTERNS = [(role, entry) for role in ROLES for entry in entries(f"{role}.toml", "pattern")]


def _entries(how: str) -> list[tuple[str, str]]:
    return [(role, phrase) for role in ROLES for phrase in entries(f"{role}.toml", how)]


@pytest.mark.parametrize(("role", "phrase"), _entries("line"))
def test_a_line_entry_gives_its_role_to_the_whole_line(role: str, phrase: str) -> None:
    """Each `line` phrase matches alone, and with a bullet before it and a colon behind it."""
    for text in (phrase, f"• {phrase} :"):
        found = match_line(text)
        assert found is not None
        assert found.role == role


@pytest.mark.parametrize(("role", "phrase"), _entries("prefix"))
def test_a_prefix_entry_gives_its_role_to_a_line_that_begins_with_it(role: str, phrase: str) -> None:
    """Each `prefix` phrase matches with a headline behind it."""
    found = match_line(f"{phrase} पंचायत भवन में लगेगा शिविर")
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(("role", "phrase"), _entries("contains"))
def test_a_contains_entry_gives_its_role_to_a_short_line_around_it(role: str, phrase: str) -> None:
    """Each `contains` phrase matches inside a line."""
    found = match_line(f"पाठक बंधु {phrase} आज ही")
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize("phrase", [phrase for _, phrase in _entries("contains")])
def test_a_contains_entry_is_long_enough_to_stand_in_no_word(phrase: str) -> None:
    """Ordinary words may not be `contains` entries: they need a whole line (सार stands in प्रसार)."""
    assert len(fold(phrase)) >= 7


@pytest.mark.parametrize(
    ("role", "text"), [(case["role"], text) for case in CASES["patterns"] for text in case["match"]]
)
def test_a_pattern_gives_its_role_to_its_examples(role: str, text: str) -> None:
    """Each pattern has lines that it must match."""
    found = match_line(text)
    assert found is not None
    assert found.role == role


def test_every_pattern_has_an_example() -> None:
    """A pattern without a line that it matches would be a rule that nobody can check."""
    matched = {
        (found.role, found.phrase)
        for case in CASES["patterns"]
        for text in case["match"]
        if (found := match_line(text))
    }
    wanted = {(role, entry["why"]) for role, entry in PATTERNS}
    assert wanted - matched == set()


@pytest.mark.parametrize("text", CASES["ordinary"])
def test_an_ordinary_sentence_has_no_role_by_its_wording(text: str) -> None:
    """Words such as सार, टीम, विज्ञापन, विस्तार and यह भी पढ़ें inside a sentence are prose."""
    assert match_line(text) is None
    assert match_label(text) is None


@pytest.mark.parametrize(("role", "text"), [case for cases in FURNITURE.values() for case in cases["match"]])
def test_the_furniture_of_pages_in_other_languages_is_known(role: str, text: str) -> None:
    """Lines as sites in each language set them around a story, in either encoding of a letter."""
    found = match_line(text)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(("part", "text"), [case for cases in FURNITURE.values() for case in cases["labels"]])
def test_the_labels_of_pages_in_other_languages_are_known(part: str, text: str) -> None:
    """What stands over or before a summary, tags or a biography, in each language."""
    found = match_label(text)
    assert found is not None
    assert found.part == part


@pytest.mark.parametrize("text", [text for cases in FURNITURE.values() for text in cases["ordinary"]])
def test_a_sentence_that_holds_the_words_of_furniture_is_prose(text: str) -> None:
    """The same words in a sentence, or the beginning of a longer word, have no role."""
    assert match_line(text) is None
    assert match_label(text) is None


@pytest.mark.parametrize(
    ("part", "phrase"), [(part, phrase) for part in get_args(Part) for phrase in entries("cues.toml", part, "line")]
)
def test_a_label_is_known_as_a_whole_line(part: str, phrase: str) -> None:
    """Each label names the part of the story that follows it."""
    found = match_label(phrase)
    assert found is not None
    assert (found.part, found.whole_line) == (part, True)


@pytest.mark.parametrize(
    ("part", "phrase"), [(part, phrase) for part in get_args(Part) for phrase in entries("cues.toml", part, "prefix")]
)
def test_a_label_is_known_at_the_head_of_its_text(part: str, phrase: str) -> None:
    """A label with text behind it is told from a label alone."""
    found = match_label(f"{phrase} नगर निगम ने बजट पारित किया।")
    assert found is not None
    assert (found.part, found.whole_line) == (part, False)


PHRASES_INSIDE = [
    *[text for _, entry in PATTERNS for text in entry["hint"]],
    *[phrase for _, phrase in _entries("contains")],
]
EXAMPLES = [text for case in CASES["patterns"] for text in case["match"]]


def _scanned(folded: str) -> tuple[str, str] | None:
    """What the entries that stand inside a line tell of it, asked one after the other."""
    for role, entry in PATTERNS:
        hinted = any(fold(hint) in folded for hint in entry["hint"]) and len(folded) <= entry.get("limit", 200)
        if hinted and re.search(fold(entry["regex"]), folded):
            return role, entry["why"]
    for role, phrase in _entries("contains"):
        if fold(phrase) in folded and len(folded) <= 320:
            return role, phrase
    return None


@given(st.lists(st.sampled_from([*PHRASES_INSIDE, *EXAMPLES, *CASES["ordinary"]]), min_size=1, max_size=4))
def test_the_first_entry_inside_a_line_is_found_whatever_it_is_looked_up_by(pieces: list[str]) -> None:
    """Lines of several phrases match as if all entries were tried in the order of the files, patterns first."""
    line = f"पाठक बंधु {' '.join(pieces)}"
    found = match_line(line)
    assert (found and (found.role, found.phrase)) == _scanned(fold(line))


def test_no_phrase_has_two_roles() -> None:
    """A line phrase stands under one role only, so that the order of the files decides nothing."""
    roles: dict[str, set[str]] = defaultdict(set)
    for role, phrase in _entries("line"):
        roles[fold(phrase).strip(" :.…!")].add(role)
    assert {phrase: found for phrase, found in roles.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    "spelling",
    ["ये भी पढ़ें: आगरा में मेला", "ये भी पढे़ं: आगरा में मेला", "ये भी प\u095dें: आगरा में मेला", "ये\u200d भी पढ़ें : आगरा में मेला"],
)
def test_spellings_are_folded_and_not_listed(spelling: str) -> None:
    """Nukta forms, a misplaced nukta and joiners make no difference."""
    found = match_line(spelling)
    assert found is not None
    assert found.role == "read_also"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u0d15\u0d42\u0d1f\u0d41\u0d24\u0d7d", "\u0d15\u0d42\u0d1f\u0d41\u0d24\u0d32\u0d4d\u200d"),
        ("\u0a16\u0a3c\u0a2c\u0a30", "\u0a59\u0a2c\u0a30"),
        ("વાંચો:", "વાંચોઃ"),
        ("\u0b2a\u0b22\u0b3c\u0b28\u0b4d\u0b24\u0b41", "\u0b2a\u0b5d\u0b28\u0b4d\u0b24\u0b41"),
    ],
    ids=["a chillu of Malayalam", "a nukta of Gurmukhi", "a visarga of Gujarati", "a nukta of Odia"],
)
def test_both_encodings_of_a_letter_are_one_spelling(one: str, other: str) -> None:
    """Chillus and letters with a nukta are one code point on some pages, and several on others."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize("phrase", entries("read_also.toml", "tail"))
def test_every_tail_is_found_and_passes_the_cheap_test(phrase: str) -> None:
    """The test that saves folding loses no phrase of the data, in either spelling of its letters."""
    text = f"वह चला गया। {phrase}: बारिश से राहत"
    assert read_also_tails().search(fold(text))
    assert may_hold_notice(text)
    assert may_hold_notice(unicodedata.normalize("NFC", text))


def test_bare_invitations_are_lines_of_the_lexicon() -> None:
    """A line that binds a headline to itself is a read-also line in the first place."""
    found = [match_line(phrase) for phrase in bare_invitations()]
    assert {match.role for match in found if match} == {"read_also"}
    assert None not in found


def test_an_invitation_behind_a_sentence_end_is_a_tail() -> None:
    """Only behind the end of a sentence, and only with a colon or dash, is an invitation cut off."""
    assert read_also_tails().search(fold("महसूस होता है.यह भी पढ़ें: दिल्ली में बारिश"))
    assert not read_also_tails().search(fold("उन्होंने कहा कि यह भी पढ़ें: किताब का नाम"))


@pytest.mark.parametrize(
    "spelling", ["हमें फॉलो", "हमें फ\u093cॉलो", "हमें \u095eॉलो", "यहां पढ\u093cिए", "यहां प\u095dिए", "Follow us"]
)
def test_a_word_that_asks_is_known_in_all_spellings(spelling: str) -> None:
    """The cheap test before the lexicon is asked misses no nukta and no capital letter."""
    assert may_hold_notice(spelling)
    assert not may_hold_notice("बाढ़ का पानी उतर गया")
