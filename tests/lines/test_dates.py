"""Dates and times as Indian news pages show and declare them: cases/dates.json, cases/declared_times.json."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsx.lines.dates import INDIA, find_times, in_zone, named_day, read_declared

_CASES = Path(__file__).parent / "cases"
SHOWN = json.loads((_CASES / "dates.json").read_text("utf-8"))
DECLARED = json.loads((_CASES / "declared_times.json").read_text("utf-8"))
CAPTURED = datetime.fromisoformat("2026-02-04T10:00+05:30")


def _found(case: dict[str, Any]) -> list[dict[str, str | None]]:
    reference = datetime.fromisoformat(case["reference"]) if "reference" in case else None
    return [{"value": time.value, "label": time.label} for time in find_times(case["text"], reference=reference)]


@pytest.mark.parametrize("case", SHOWN["in_the_wild"], ids=lambda case: case["text"])
def test_a_shown_time_is_read(case: dict[str, Any]) -> None:
    """Each form gives its ISO value and the label that its words tell."""
    assert _found(case) == case["found"]


@pytest.mark.parametrize("case", SHOWN["must_not_match"], ids=lambda case: case["text"] or "empty")
def test_what_is_no_time_is_left_alone(case: dict[str, Any]) -> None:
    """Scores, numbers, days that do not exist and times without a day give nothing."""
    assert _found(case) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"], strict=True), id=case["text"])
        for case in SHOWN["known_failures"]
    ],
)
def test_a_form_that_is_not_read_yet(case: dict[str, Any]) -> None:
    """A known failure is told with its reason; it fails loudly once it is mended."""
    assert _found(case) == case["found"]


@pytest.mark.parametrize("case", SHOWN["in_the_wild"], ids=lambda case: case["text"])
def test_offsets_point_at_the_text_of_the_time(case: dict[str, Any]) -> None:
    """`raw` is the text from `start` to `end`, so that a caller can cut the time out of its line."""
    for time in find_times(case["text"], reference=CAPTURED):
        assert case["text"][time.start : time.end] == time.raw


def test_a_time_keeps_the_zone_that_it_names() -> None:
    """IST is India's, a named offset stays, and only a time without zone is called naive."""
    shown = "12 Jun 2024 17:31 IST", "12 Jun 2024 17:31 GMT", "12 Jun 2024 17:31"
    assert [find_times(text)[0].zone for text in shown] == ["explicit", "explicit", "naive"]


def test_a_naive_time_of_a_page_from_elsewhere_gets_no_offset() -> None:
    """Where the caller says that the page is not Indian, the clock stays as it is shown."""
    assert find_times("5. Mai 2024, 17:36 Uhr", indian=False)[0].value == "2024-05-05T17:36"


def test_slashes_can_be_read_month_first() -> None:
    """On wish 8/1/2025 is in August, but 25/1/2025 cannot be."""
    found = [find_times(text, month_first=True)[0].value for text in ("8/1/2025", "25/1/2025", "8.1.2025")]
    assert found == ["2025-08-01", "2025-01-25", "2025-01-08"]


@pytest.mark.parametrize("case", DECLARED["read"], ids=lambda case: case["value"])
def test_a_declared_time_is_read(case: dict[str, str]) -> None:
    """ISO in all its wild forms, RFC 2822 and seconds since 1970 give the value and an honest precision."""
    time = read_declared(case["value"], indian=True)
    assert time is not None
    assert (time.value, time.precision) == (case["iso"], case["precision"])


@pytest.mark.parametrize("value", DECLARED["not_read"])
def test_a_declared_value_that_is_no_time_gives_none(value: str) -> None:
    """Placeholders and broken values are passed over, not guessed at."""
    assert read_declared(value, indian=True) is None


def test_a_value_can_be_moved_to_another_zone() -> None:
    """The instant stays the same; a day has no clock to move."""
    from newsx.lines.dates import INDIA

    assert in_zone("2024-09-05T20:46+00:00", INDIA) == "2024-09-06T02:16+05:30"
    assert in_zone("2024-09-05", INDIA) == "2024-09-05"


@given(
    st.tuples(st.integers(1850, 2250), st.integers(0, 13), st.integers(0, 32)),
    st.tuples(st.integers(0, 25), st.integers(0, 61), st.integers(0, 61)),
    st.sampled_from(["Z", "+05:30", "-08:00", "+14:00", "+15:00", "+05:45", "+05:20", "+0530", ""]),
)
def test_a_declared_iso_time_is_read_as_in_a_line(
    day: tuple[int, int, int], clock: tuple[int, int, int], zone: str
) -> None:
    """The short way of the commonest form and the long one of all forms agree, also on what does not exist."""
    assume(clock != (0, 0, 0))
    value = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*day, *clock) + zone
    assert read_declared(value, indian=True) == next(iter(find_times(value)), None)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("date 2024-08-19 बाजार में तेजी", 15),
        ("Date: 2024-08-19", 16),
        ("तारीख 2024-08-19 से लागू", 16),
        ("2024-08-19 बाजार में तेजी", 0),
        ("संस्करण 2024-08-19 जारी", 0),
        ("date 2024-08-19-3", 0),
        ("date 19 August 2024", 0),
    ],
)
def test_a_machines_day_under_its_name_opens_a_line(text: str, length: int) -> None:
    assert named_day(text) == length


def test_a_relative_time_is_told_in_the_zone_of_its_reference() -> None:
    """The same moment of capture in another zone gives the same moment, each time in the zone that was asked for."""
    for zone in (INDIA, timezone.utc, INDIA):
        found = find_times("27 मिनट पहले", reference=CAPTURED.astimezone(zone))
        assert found[0].value == (CAPTURED - timedelta(minutes=27)).astimezone(zone).isoformat(timespec="minutes")
