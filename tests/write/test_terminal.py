"""Text that is safe to show, measured and wrapped."""

from __future__ import annotations

import json

import pytest

from newsx.write.terminal import cells, harmless, harmless_lines, shorten, wrap


@pytest.mark.parametrize("unsafe", ["\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2066", "\u200f", "\u2028", "\udcff"])
def test_what_could_steer_a_terminal_is_spelled_out(unsafe: str) -> None:
    """Escape, C1, bidi and broken characters are shown as their code and never sent."""
    assert harmless(f"क{unsafe}ख") == f"क\\u{ord(unsafe):04x}ख"


def test_joiners_of_hindi_stay() -> None:
    """ZWJ and ZWNJ are letters to Hindi, whatever else is taken out."""
    assert harmless("क्\u200dया श्री\u200cमान") == "क्\u200dया श्री\u200cमान"


def test_harmless_json_is_the_same_json() -> None:
    """What JSON leaves unescaped and a terminal obeys may be spelled out without changing the value."""
    value = {"name": "\x9b31m\u202e.html"}
    assert json.loads(harmless_lines(json.dumps(value, ensure_ascii=False))) == value


def test_lines_and_columns_survive_only_where_asked() -> None:
    """A line feed in a name cannot begin a new line of output; in a text it can."""
    assert harmless("a\nb") == "a\\u000ab"
    assert harmless_lines("a\tb\nc\r") == "a\tb\nc\\u000d"


def test_a_vowel_sign_beside_its_letter_takes_a_cell_and_one_above_takes_none() -> None:
    """The count is what the least clever terminals take, so that a line never runs over."""
    assert [cells(text) for text in ("क", "का", "के", "क्या", "漢")] == [1, 2, 1, 3, 2]


@pytest.mark.parametrize("width", [1, 2, 5, 11, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Whatever the width, all text is there and no line is over it, but for one letter that alone is."""
    text = "सोनपुर में नई पुलिया का काम शुरू हो गया, तीन गांवों को फायदा मिलेगा।"
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= max(width, 2) for line in lines)


def test_a_long_word_is_not_parted_before_a_vowel_sign() -> None:
    """A sign is never torn from the letter it stands on."""
    assert not any(line.startswith(("ा", "ि", "ी", "ं")) for line in wrap("कािीं" * 9 + "काकाकाकाका", 3))


def test_shortened_text_says_how_much_is_missing() -> None:
    """The count in the note and the shown text add up to the whole."""
    text = "गांव की खबर " * 20
    shown = shorten(text, 40, 2)
    assert len(shown) == 2
    assert all(cells(line) <= 40 for line in shown)
    kept, _, note = " ".join(shown).partition("… (+")
    assert len(kept) + int(note.removesuffix(")")) == len(text.strip())


def test_text_that_fits_is_not_shortened() -> None:
    """A text of as many lines as are allowed stays whole."""
    assert shorten("गांव की खबर", 40, 1) == ["गांव की खबर"]
