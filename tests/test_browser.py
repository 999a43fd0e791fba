"""The browser of the tests would show what a page must not do."""

from __future__ import annotations

from pathlib import Path

from tests.browser import HOSTILE, OUTSIDE, show


def test_markup_that_is_not_escaped_runs_and_asks(tmp_path: Path) -> None:
    """Without which it would prove nothing that other pages do not."""
    page = tmp_path / "page.html"
    page.write_text(f"<!DOCTYPE html><title>{HOSTILE}</title>", "utf-8")
    shown = show(page)
    assert "data-ran=" in shown.dom.split("<head>")[0]
    assert OUTSIDE in shown.asked
    assert not shown.is_forbidden


def test_a_policy_that_forbids_something_is_heard_of(tmp_path: Path) -> None:
    """As where a page's digest is not that of its style."""
    page = tmp_path / "page.html"
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    page.write_text(f"<!DOCTYPE html>{policy}<style>p {{ color: red }}</style>{HOSTILE}", "utf-8")
    shown = show(page)
    assert shown.is_forbidden
    assert "data-ran=" not in shown.dom.split("<head>")[0]
    assert OUTSIDE not in shown.asked
