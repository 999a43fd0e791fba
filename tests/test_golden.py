"""Every fixture gives its golden record, and the tool that drafts one does so."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from newsx.write.schema import schema
from tests.golden import FIXTURES, Fixture, difference, draft, extract, fixtures

ALL = fixtures()
each_fixture = pytest.mark.parametrize("fixture", ALL, ids=[fixture.name for fixture in ALL])


@each_fixture
def test_page_gives_its_golden_record(fixture: Fixture) -> None:
    """Each field that the golden record holds is made of the page, exactly."""
    differs = difference(fixture.record, extract(fixture.page, fixture.options))
    assert not differs, f"{fixture.page}\n{differs}"


@each_fixture
def test_record_is_valid_under_the_published_schema(fixture: Fixture) -> None:
    """What newsx makes of any page has the keys and types that `newsx schema` promises."""
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        extract(fixture.page, fixture.options).to_dict()
    )


@each_fixture
def test_name_of_a_fixture_begins_with_its_form(fixture: Fixture) -> None:
    """The form in the name is the one that newsx finds."""
    form, _, case = fixture.name.partition("--")
    assert form == extract(fixture.page, fixture.options).source.form
    assert case


def test_fixtures_cover_articles_and_other_pages() -> None:
    """There are text dumps and HTML, articles, and pages that hold none."""
    assert {fixture.name.partition("--")[0] for fixture in ALL} >= {"text", "html"}
    assert sum(not fixture.record["is_article"] for fixture in ALL) >= 2


def test_draft_is_printed_or_written_beside_the_page(tmp_path: Path) -> None:
    """`python -m tests.golden PAGE` drafts what a new fixture needs, in the form that the loop reads."""
    page = tmp_path / "page.html"
    shutil.copy(next(fixture.page for fixture in ALL if fixture.name.startswith("html--")), page)
    wanted = draft(extract(page, {}))
    command = [sys.executable, "-X", "utf8", "-m", "tests.golden", str(page)]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=FIXTURES.parent)
    assert json.loads(printed.stdout) == wanted
    subprocess.run([*command, "--write"], capture_output=True, check=True, cwd=FIXTURES.parent)
    assert json.loads((tmp_path / "article.json").read_text("utf-8")) == wanted
