"""The grammar of pages: what it says of a page is exactly what the page holds, and no two pages are alike."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from newsx.lexicon.phrases import match_line
from newsx.page import BODY_ROLES, Kind, Role
from quality.training.grammar import MadePage, make_page, make_pages, squeeze
from quality.training.grammar.data import load
from quality.training.grammar.layout import PARTS
from quality.training.grammar.templates import Draw, Slot, parse
from quality.training.grammar.world import World

ROOT = Path(__file__).resolve().parents[3]
COUNT = 400


@pytest.fixture(scope="module")
def pages() -> list[MadePage]:
    return list(make_pages(COUNT))


@pytest.fixture(scope="module")
def sources() -> list[MadePage]:
    return list(make_pages(120, form="html"))


def squeezed_segments(page: MadePage) -> str:
    return "".join(squeeze(segment.text) for segment in page.segments)


@given(st.integers(0, 2**40))
def test_the_segments_are_all_of_a_dump_in_order(seed: int) -> None:
    page = make_page(seed)
    assert squeeze(page.text) == squeezed_segments(page)


def test_the_segments_of_many_dumps_are_all_of_them(pages: list[MadePage]) -> None:
    assert [page.name for page in pages if squeeze(page.text) != squeezed_segments(page)] == []


def test_the_segments_are_the_visible_text_of_a_source(sources: list[MadePage]) -> None:
    for page in sources:
        soup = BeautifulSoup(page.text, "lxml")
        assert soup.body is not None
        assert squeeze(soup.body.get_text(" ")) == squeezed_segments(page), page.name


def test_a_seed_gives_the_same_page_in_another_process() -> None:
    code = (
        "from quality.training.grammar import make_page as make;"
        "print(ascii([make(seed, form=form) for seed in range(12) for form in ('text', 'html')]))"
    )
    other = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    here = ascii([make_page(seed, form=form) for seed in range(12) for form in ("text", "html")])
    assert other.strip() == here


def test_no_two_pages_are_alike(pages: list[MadePage]) -> None:
    texts = {squeeze(page.text) for page in pages}
    paragraphs = Counter(s.text for page in pages for s in page.segments if s.role == "body" and len(s.text) > 80)
    assert len(texts) == COUNT
    assert len({page.name.rsplit("-", 2)[0] for page in pages}) > 40
    assert max(paragraphs.values()) == 1


def test_roles_and_kinds_are_those_of_newsx(pages: list[MadePage]) -> None:
    segments = [segment for page in pages for segment in page.segments]
    assert {segment.kind for segment in segments} <= set(get_args(Kind))
    assert {segment.role for segment in segments} == set(get_args(Role)) - {"hidden"}
    assert all(segment.text == " ".join(segment.text.split()) != "" for segment in segments)


def test_the_gold_body_is_the_body_segments(pages: list[MadePage]) -> None:
    for page in pages:
        shown = [segment.text for segment in page.segments if segment.role in BODY_ROLES]
        assert [block["text"] for block in page.gold.get("body", [])] == (shown if page.is_article else [])


def test_the_gold_tells_only_what_the_page_shows(pages: list[MadePage]) -> None:
    for page in pages:
        text = squeezed_segments(page)
        for key in ("headline", "summary", "section", "dateline", "agency", "alternative_headline"):
            assert squeeze(page.gold.get(key) or "") in text, (page.name, key)
        for key in ("authors", "tags", "highlights", "must_not"):
            assert all(squeeze(value) in text for value in page.gold.get(key, [])), (page.name, key)


def test_about_a_seventh_of_the_pages_hold_no_article(pages: list[MadePage]) -> None:
    without = sum(not page.is_article for page in pages)
    assert 0.09 < without / COUNT < 0.22
    assert {page.page_type for page in pages} == {"article", "listing", "live", "gallery", "video", "error"}


def test_much_furniture_is_unknown_to_the_lexicon(pages: list[MadePage]) -> None:
    around = {"share", "promo", "ad", "read_also", "related", "comments", "footer", "navigation", "interface"}
    lines = [segment.text for page in pages for segment in page.segments if segment.role in around]
    assert sum(match_line(line) is None for line in lines) / len(lines) > 0.3


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="as text or html"):
        make_page(1, form="pdf")


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, tuple)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_of(inner)


def slots_of(parts: tuple[object, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, tuple):
            yield from slots_of(part)


@pytest.mark.parametrize("name", sorted(file.stem for file in (ROOT / "quality/training/grammar/data").glob("*.toml")))
def test_every_slot_of_the_data_can_be_filled(name: str) -> None:
    world = World(Random(1))
    slots = {slot for text in texts_of(load(name)) for slot in slots_of(parse(text))}
    assert slots - {"n"} <= {*world.values, *world.makers, *world.rules}


def test_every_part_that_a_layout_names_is_known() -> None:
    layouts = load("layouts")
    written = [text for pair in layouts["layouts"].values() for text in pair] + list(layouts["own"].values())
    names = {name for text in written for part in text.split() for name in part.partition("?")[0].split("/")}
    assert names - {"story"} <= {*PARTS, *load("parts")}
    assert {part["from"] for part in load("parts").values()} <= set(load("furniture"))


def test_a_template_with_an_open_brace_is_refused() -> None:
    with pytest.raises(ValueError, match="left open"):
        Draw(Random(1), {}).fill("{place में")
