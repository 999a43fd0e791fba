"""How sure each field is: shares of values that were right, by the place that they came from."""

from __future__ import annotations

import pytest

from quality.training.confidence import LEAST_SITES, Told, calibration, fit_shares


def _told(place: str, right: float, count: int, field: str = "headline") -> list[Told]:
    return [Told(field, f"{place}{n}.example", right, ("", place, f"{place}, alone")) for n in range(count)]


def test_a_place_that_was_always_right_is_surer_than_one_that_never_was() -> None:
    """Each leans a little on the field as a whole."""
    shares = fit_shares(_told("h1", 1.0, 40) + _told("title", 0.0, 40))["headline"]
    assert shares["title"] < 0.2 < shares[""] < 0.8 < shares["h1"] < 1.0


def test_a_place_met_a_few_times_says_what_its_field_does() -> None:
    """Three records are no measure."""
    shares = fit_shares(_told("h1", 1.0, 40) + _told("title", 0.0, 3))["headline"]
    assert "title" not in shares


def test_a_field_of_few_sites_has_no_shares() -> None:
    """What nobody measured has no number."""
    assert fit_shares(_told("h1", 1.0, LEAST_SITES - 1)) == {}


def test_a_site_with_many_pages_counts_by_their_root() -> None:
    """A hundred pages of one site are not a hundred measures."""
    one_site = [Told("headline", "kosi.example", 0.0, ("",))] * 100
    assert fit_shares(_told("h1", 1.0, 40) + one_site)["headline"][""] == pytest.approx(40.5 / 51, abs=0.01)


def test_confidence_is_measured_on_other_sites() -> None:
    """Where nothing tells places apart, confidence is the share that was right."""
    told = [Told("headline", f"{n}.example", float(n % 4 > 0), ("", "h1", "h1, alone")) for n in range(400)]
    sure = sum(confidence * count for confidence, _, count in calibration(told)["headline"]) / 400
    assert sure == pytest.approx(0.75, abs=0.03)
