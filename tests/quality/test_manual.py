"""The manual page that is shipped is the one that the help gives today."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from quality.manual import PAGE, manual


def test_the_manual_page_is_up_to_date() -> None:
    """Else: ``python quality/manual.py``."""
    assert PAGE.read_text("utf-8") == manual()


def test_each_option_has_its_place() -> None:
    """A few that must not get lost, and the exit codes."""
    text = manual()
    for part in ('.SS "newsx extract"', ".B \\-\\-captured\\-at", '.SS "newsx serve"', ".SH EXIT STATUS", ".B 130"):
        assert part in text


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff on this machine")
def test_it_is_sound_roff() -> None:
    """No warning, whichever is asked for."""
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
