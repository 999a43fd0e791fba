"""Names of output files are safe everywhere, fit into a path, and are the same on each run."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsx.batch.names import PART_LIMIT, collision_key, output_name, told_apart


@pytest.mark.parametrize(
    ("mirrored", "output"),
    [
        ("page.html", "page.html.json"),
        ("a/b/page.html", "a/b/page.html.json"),
        ("page", "page.json"),
        ("../../page.html", "__/__/page.html.json"),
        ("/etc/page.html", "etc/page.html.json"),
        ("a//b/./page.html", "a/b/_/page.html.json"),
        ("C:\\page.html", "C__page.html.json"),
        ("a\nb\x1b[31m.html", "a_b_[31m.html.json"),
        ("a\u202elmth.html", "a_lmth.html.json"),
        ("con.html", "_con.html.json"),
        ("NUL/page.html", "_NUL/page.html.json"),
        ("dots.../page", "dots.._/page.json"),
        (".hidden", "_hidden.json"),
        (os.fsdecode(b"\xff.html"), "_.html.json"),
        ("क्\u200dया/राज\u200cमार्ग.html", "क्\u200dया/राज\u200cमार्ग.html.json"),
        ("", "_.json"),
    ],
)
def test_an_output_is_called_as_its_input_but_for_what_is_unsafe(mirrored: str, output: str) -> None:
    """What leads elsewhere, deceives the eye, or is no name on some system is replaced; joiners are letters."""
    assert output_name(mirrored, ".json") == output


def test_long_names_are_cut_before_a_whole_letter() -> None:
    """103 Hindi letters are too many bytes; no vowel sign, nukta or joined letter is cut off its base."""
    for word in ("कि", "ड़ी", "क्ष", "क्\u200dया", "ख़ु"):
        name = output_name(word * 103, ".json")
        stem, _, end = name.partition("~")
        assert len(name.encode()) <= PART_LIMIT
        assert end.endswith(".json")
        assert stem == word * (len(stem) // len(word))


def test_long_names_stay_apart_where_they_begin_alike() -> None:
    """What was cut off counts in the digest."""
    assert output_name("क" * 200 + "1", ".json") != output_name("क" * 200 + "2", ".json")


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=120), min_size=1, max_size=4))
def test_any_name_gives_a_path_inside_the_folder(parts: list[str]) -> None:
    """No part is empty, hidden, too long, or leads upwards, whatever an archive calls its files."""
    parts = [os.fsdecode(part.encode("utf-8", "surrogatepass")) for part in parts]
    output = output_name("/".join(parts), ".json")
    for part in output.split("/"):
        assert part
        assert not part.startswith(".")
        assert len(part.encode()) <= PART_LIMIT
        assert not set(part) & set('<>:"|?*\\\0\n\r')


def test_equal_names_are_told_apart_by_what_does_not_change() -> None:
    """The mark comes from the input's own name, and the name still fits."""
    output = output_name("b/CASE.html", ".json")
    apart = told_apart(output, "pages/b/CASE.html", ".json")
    assert apart == told_apart(output, "pages/b/CASE.html", ".json") != told_apart(output, "pages/b/Case.html", ".json")
    assert apart.startswith("b/CASE.html~")
    assert apart.endswith(".json")
    assert len(told_apart("क" * 83 + ".json", "x", ".json").encode()) <= PART_LIMIT


def test_names_that_some_file_systems_take_for_one_have_one_key() -> None:
    """Case and normal form make no difference to them."""
    assert collision_key("A/B.json") == collision_key("a/b.JSON")
    for form in ("NFC", "NFD"):
        assert collision_key(unicodedata.normalize(form, "सड़क-é.json")) == collision_key("सड़क-é.json")
