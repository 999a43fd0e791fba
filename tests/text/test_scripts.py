"""The script of a text."""

from __future__ import annotations

import pytest

from newsx.text.scripts import script_of


@pytest.mark.parametrize(
    ("text", "script"), [("नदी river नदी", "Deva"), ("river नदी bank", "Latn"), ("১২ নদী", "Beng"), ("123 …", None)]
)
def test_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    """Digits and signs have no say."""
    assert script_of(text) == script
