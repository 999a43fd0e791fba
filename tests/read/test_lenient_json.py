"""Broken JSON: cases/lenient_json.json, and that the time grows with the length alone."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsx.read.lenient_json import read_lenient

_CASES = json.loads((Path(__file__).parent / "cases" / "lenient_json.json").read_text("utf-8"))
_PLAIN = st.text("कखगनदी पुल.!?-", max_size=12) | st.integers(-(10**17), 10**17) | st.booleans() | st.none()


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_what_is_whole_in_broken_data_is_read(case: dict[str, Any]) -> None:
    """The fault costs the member that it is in, not those around it."""
    assert read_lenient(case["text"]) == case["values"]


@given(st.dictionaries(st.sampled_from(["headline", "author", "@graph"]), _PLAIN | st.lists(_PLAIN, max_size=3)))
def test_data_that_is_whole_comes_out_as_it_is(value: dict[str, Any]) -> None:
    """One after the other as well."""
    text = json.dumps(value, ensure_ascii=False)
    assert read_lenient(f"{text}\n{text};") == [value, value]


@given(st.text("[]{}\"'\\,:/*- a1<!CDATA\n", max_size=60))
def test_no_text_raises_an_error(text: str) -> None:
    """Whatever stands in a script."""
    read_lenient(text)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "{",
        '{"a":',
        "[{",
        '"',
        '{"a":"',
        "/*",
        "//",
        ",",
        " ",
        '{"a":"x"',
        "[1,",
        "a",
        "{a",
        '["\\',
        "]}",
        "'",
        "<![CDATA[",
    ],
)
@pytest.mark.parametrize("start", ["", "[", '{"a": "'])
def test_the_time_grows_with_the_length(start: str, piece: str) -> None:
    """Not with the square of it: 200,000 letters take a second or two at most."""
    text = start + piece * (200_000 // len(piece))
    before = time.process_time()
    read_lenient(text)
    assert time.process_time() - before < 3
