"""Why a block is story or not, in words."""

from __future__ import annotations

import pytest

from newsx.label import label
from newsx.label.context import CONTEXT
from newsx.label.explain import explain, name_of, sentence
from newsx.label.headline_features import FEATURES as HEADLINE_FEATURES
from newsx.lexicon.load import load_toml
from newsx.page import LabelledPage, Page, Term
from newsx.read.html import read_html
from newsx.read.text import read_text
from tests.label.conftest import HEADLINE, PARAGRAPHS

PAGES = [
    read_text("\n\n".join(["होम", HEADLINE, *PARAGRAPHS, "संबंधित खबरें", "कोसी में उफान"])),
    read_html(f"<body><h1>{HEADLINE}</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}<p>विज्ञापन</p></body>"),
    Page("text", ()),
]


@pytest.mark.parametrize("page", PAGES, ids=["dump", "marked", "empty"])
def test_explaining_changes_reasons_and_terms_alone(page: Page) -> None:
    """Roles and verdict are those that were given; a role that a rule gave keeps its reason."""
    before = label(page)
    after = explain(before)
    assert [given.role for given in after.labels] == [given.role for given in before.labels]
    assert (after.page, after.refusal, after.confidence) == (before.page, before.refusal, before.confidence)
    ruled = [n for n, given in enumerate(before.labels) if given.likely is None]
    assert [after.labels[n].reason for n in ruled] == [before.labels[n].reason for n in ruled]


def _body(explained: LabelledPage) -> list[tuple[str, tuple[Term, ...]]]:
    return [(given.reason, given.terms) for given in explained.labels if given.role == "body"]


@pytest.mark.parametrize("page", PAGES[:2], ids=["dump", "marked"])
def test_a_block_of_the_story_has_its_terms_the_heaviest_first(page: Page) -> None:
    """And the first of them in its reason."""
    told = _body(explain(label(page)))
    assert len(told) == len(PARAGRAPHS)
    for reason, terms in told:
        weights = [abs(term.weight) for term in terms]
        assert weights == sorted(weights, reverse=True)
        assert name_of(terms[0].feature) in reason
        assert {term.feature for term in terms} <= set(CONTEXT)


def test_the_headline_of_a_dump_has_what_lifts_it_above_the_other_lines() -> None:
    """One that the markup tells has those of any block: no ranker chose it."""
    dump, marked = (explain(label(page)).labels for page in PAGES[:2])
    own = next(given for given in dump if given.role == "headline")
    weights = [abs(term.weight) for term in own.terms]
    assert {term.feature for term in own.terms} == set(HEADLINE_FEATURES)
    assert weights == sorted(weights, reverse=True)
    assert name_of(own.terms[0].feature) in own.reason
    assert {term.feature for given in marked if given.role == "headline" for term in given.terms} <= set(CONTEXT)


def test_a_sentence_tells_what_spoke_for_and_against() -> None:
    """Three terms at most, a name once, and a side only where there is something on it."""
    terms = (
        Term("box1_share", 0.9, 2.0),
        Term("box2_share", 0.9, 1.0),
        Term("links", 0.9, -0.5),
        Term("words", 9, -0.1),
    )
    told = sentence("story", terms)
    assert told.startswith("story; for it: ")
    assert told.count(name_of("box1_share")) == 1
    assert name_of("words") not in told
    assert "against it" not in sentence("story", terms[:2])


@pytest.mark.parametrize("feature", [*CONTEXT, *HEADLINE_FEATURES])
def test_every_feature_has_a_name_that_a_person_can_read(feature: str) -> None:
    """No name of the code gets into a sentence."""
    assert "_" not in name_of(feature)
    assert "+" not in name_of(feature)


def test_every_name_is_of_a_feature() -> None:
    """A name that no feature has is left from one that is gone."""
    spoken = {
        name_of(feature).removesuffix(" (the block before it)").removesuffix(" (the block after it)")
        for feature in (*CONTEXT, *HEADLINE_FEATURES)
    }
    assert set(load_toml("newsx.label", "terms.toml")["names"].values()) <= spoken
