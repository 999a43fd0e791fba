"""What each block of a page tells, as numbers."""

from __future__ import annotations

import pytest

from newsx.label.draft import Draft, begin
from newsx.label.features import FEATURES, Facts, read_features, read_terms, title_heading
from newsx.label.weights import Odds
from newsx.page import Page
from newsx.read.html import read_html
from newsx.read.text import read_text
from tests.label.conftest import HEADLINE, PARAGRAPHS

ODDS = Odds(
    {"far": {"story": 2.0, "promo": -1.0}, "near": {"story": 0.5}, "in": {"article": 0.25}, "lexicon": {"ad": -3.0}}
)

MARKED = read_html(
    f"<html><head><title>{HEADLINE}</title></head><body><nav>{'<a href=/x>कड़ी</a>' * 3}</nav><h1>{HEADLINE}</h1>"
    f"<article class='story'><p>{PARAGRAPHS[0]}</p><p><b>{PARAGRAPHS[1]}</b></p></article>"
    f"<div class='promo'><p>{PARAGRAPHS[2]}</p></div><p>विज्ञापन</p></body></html>"
)
DUMP = read_text("\n\n".join([HEADLINE, *PARAGRAPHS, "विज्ञापन"]))


def _facts(page: Page, odds: Odds = ODDS) -> tuple[Draft, Facts]:
    draft = begin(page)
    return draft, read_features(draft, odds)


def _of(page: Page, feature: str, text: str) -> float:
    draft, facts = _facts(page)
    number = next(n for n, block in enumerate(draft.blocks) if block.text.startswith(text))
    return facts.rows[number][FEATURES.index(feature)]


@pytest.mark.parametrize("page", [MARKED, DUMP], ids=["marked", "dump"])
def test_a_row_has_a_number_for_each_feature(page: Page) -> None:
    """Markup or none."""
    _, facts = _facts(page)
    assert facts.rows
    assert {len(row) for row in facts.rows.values()} == {len(FEATURES)}


def test_names_of_features_are_unique() -> None:
    """A name stands for one number of the row."""
    assert len(set(FEATURES)) == len(FEATURES)


def test_a_dump_has_no_boxes() -> None:
    """Its features of boxes have a value of their own, and its markup speaks neither for nor against."""
    _, facts = _facts(DUMP)
    boxed = [name for name in FEATURES if name.startswith("box")] + ["depth", "style_share", "main_up", "same_box_1"]
    assert {row[FEATURES.index(name)] for row in facts.rows.values() for name in boxed} == {-1.0}
    assert {row[FEATURES.index("markup")] for row in facts.rows.values()} == {0.0}
    assert set(facts.parents) == {-1}
    assert set(facts.chains) == {()}


def test_blocks_far_from_running_text_have_no_row() -> None:
    """In menus nothing is a story."""
    menu = "\n\n".join(f"कड़ी {number}" for number in range(60))
    _, facts = _facts(read_text(f"{menu}\n\n{PARAGRAPHS[0]}\n\n{menu}"))
    assert min(facts.rows) == 60 - 12
    assert max(facts.rows) == 60 + 12
    assert _facts(read_text(menu))[1].rows == {}
    assert _facts(Page("text", ()))[1].rows == {}


@pytest.mark.parametrize(
    ("feature", "text", "value"),
    [
        ("letters", PARAGRAPHS[0], len(PARAGRAPHS[0])),
        ("kind", HEADLINE, 1),
        ("level", HEADLINE, 1),
        ("bold", PARAGRAPHS[1], 1),
        ("bold", PARAGRAPHS[0], 0),
        ("ends", PARAGRAPHS[0], 2),
        ("ends", HEADLINE, 0),
        ("links", "कड़ी", 1),
        ("links", PARAGRAPHS[0], 0),
        ("copies", "कड़ी", 3),
        ("copies", PARAGRAPHS[0], 1),
        ("title", HEADLINE, 1),
        ("title", "विज्ञापन", 0),
        ("from_heading", PARAGRAPHS[1], 2),
        ("blocks", HEADLINE, 8),
        ("kind_1", PARAGRAPHS[0], 1),
        ("letters+1", "विज्ञापन", -1),
        ("same_box_1", PARAGRAPHS[1], 1),
        ("same_box_1", PARAGRAPHS[0], 0),
        ("markup", PARAGRAPHS[0], 2.75),
        ("markup", PARAGRAPHS[2], -1.0),
        ("wording", "विज्ञापन", -3),
        ("wording", PARAGRAPHS[0], 0),
    ],
)
def test_a_number_tells_of_its_block(feature: str, text: str, value: float) -> None:
    """By itself, by its boxes and their names, by its place and neighbours, by the lexicon."""
    assert _of(MARKED, feature, text) == pytest.approx(value)


def test_shares_of_prose_add_up() -> None:
    """What stands above a block, in it and below it is all running text of the page."""
    _, facts = _facts(MARKED)
    parts = [FEATURES.index(name) for name in ("prose", "prose_above_share", "prose_below_share")]
    for row in facts.rows.values():
        assert sum(row[part] for part in parts) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("declared", "feature", "values"),
    [
        (
            '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "articleBody": "BODY"}</script>',
            "declared",
            (1, -1),
        ),
        ("<meta property='og:description' content='BODY'>", "described", (1, 0)),
        ("", "declared", (0, 0)),
        ("", "described", (0, 0)),
    ],
)
def test_what_the_page_declares_vouches_for_a_block(declared: str, feature: str, values: tuple[float, float]) -> None:
    """The article body says yes or no, the description yes at most."""
    head = declared.replace("BODY", PARAGRAPHS[0])
    page = read_html(f"<html><head>{head}</head><body><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></body></html>")
    assert (_of(page, feature, PARAGRAPHS[0]), _of(page, feature, PARAGRAPHS[1])) == values


def test_terms_are_of_the_blocks_that_have_a_row() -> None:
    """Training fits on them the odds of which the first two numbers of a row are made."""
    draft, facts = _facts(MARKED)
    terms = read_terms(draft)
    assert terms.keys() == facts.rows.keys()
    number = next(n for n, block in enumerate(draft.blocks) if block.text == PARAGRAPHS[0])
    assert {("far", "story"), ("in", "article"), ("tag", "p True")} <= set(terms[number])


@pytest.mark.parametrize("page", [MARKED, DUMP], ids=["marked", "dump"])
def test_odds_of_terms_make_up_markup_and_wording(page: Page) -> None:
    """What is learned of a term is what it counts."""
    draft = begin(page)
    everything = {term for own in read_terms(draft).values() for term in own}
    tables: dict[str, dict[str, float]] = {}
    for number, (family, value) in enumerate(sorted(everything), 1):
        tables.setdefault(family, {})[value] = float(number)
    odds = Odds(tables)
    rows = read_features(draft, odds).rows
    for number, own in read_terms(draft).items():
        assert rows[number][0] + rows[number][1] == pytest.approx(sum(odds.of(*term) for term in own))


@pytest.mark.parametrize(
    ("head", "inner", "found"),
    [
        ("<title>गंगा का जलस्तर घटा</title>", "<h1>घाट समाचार</h1><h2>गंगा का जलस्तर घटा, घर लौटे लोग</h2>", 1),
        ("<title>गंगा का जलस्तर घटा</title>", "<p>गंगा का जलस्तर घटा</p><h2>गंगा का जलस्तर घटा</h2>", 1),
        ("<title>गंगा का जलस्तर घटा</title>", "<h3><a href=/x>गंगा का जलस्तर घटा</a></h3><h3>गंगा का जलस्तर घटा</h3>", 1),
        ("", "<h2>बाजार की खबर</h2><h1>गंगा का जलस्तर घटा</h1>", 1),
        ("", "<h2>बाजार की खबर</h2><p>गंगा का जलस्तर घटा</p>", None),
        ("<title>Ganga level falls</title>", "<h2>बाजार की खबर</h2>", None),
    ],
)
def test_the_heading_is_the_block_that_is_most_alike_the_declared_title(
    head: str, inner: str, found: int | None
) -> None:
    """Headings before other blocks, links last; without a title the first heading of level 1."""
    page = read_html(f"<html><head>{head}</head><body>{inner}</body></html>")
    assert title_heading(page, begin(page).signs) == found
