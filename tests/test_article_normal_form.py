"""The normal form that a record's texts can be put into."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsx.article import Article, BodyBlock, Evidence, Image, Link, Source
from newsx.errors import OptionError

COMPOSED = "\u0958लम"  # क़ as one character, which NFC spells with a separate nukta
APART = "\u0915\u093cलम"

ARTICLE = Article(
    is_article=True,
    page_type="article",
    headline=COMPOSED,
    source=Source(COMPOSED, "text", None, None, 1, "0" * 64),
    highlights=(COMPOSED,),
    body=(BodyBlock("paragraph", COMPOSED), BodyBlock("table", COMPOSED, rows=((COMPOSED,),))),
    authors=(COMPOSED,),
    tags=(COMPOSED,),
    image=Image(f"https://gaon.example/{COMPOSED}", COMPOSED),
    url=f"https://gaon.example/{COMPOSED}",
    evidence={"headline": Evidence("block 0 (headline)", COMPOSED)},
)


def test_all_texts_take_the_normal_form() -> None:
    """Headline, lists, body, cells and caption are spelled in NFC."""
    article = ARTICLE.normalized()
    assert article.headline == APART
    assert article.highlights == article.authors == article.tags == (APART,)
    assert article.text == f"{APART}\n\n{APART}"
    assert article.body[1].rows == ((APART,),)
    assert article.image is not None
    assert article.image.caption == APART


def test_addresses_source_and_evidence_stay() -> None:
    """What names a place, or tells how the page had it, is not respelled."""
    article = ARTICLE.normalized()
    assert (article.url, article.source, article.evidence) == (ARTICLE.url, ARTICLE.source, ARTICLE.evidence)
    assert article.image is not None
    assert article.image.url == f"https://gaon.example/{COMPOSED}"


def test_other_forms_are_refused() -> None:
    """Only NFC keeps what a reader sees."""
    with pytest.raises(OptionError, match="NFC"):
        ARTICLE.normalized("NFKC")  # type: ignore[arg-type]


def test_links_stay_at_their_words() -> None:
    """The normal form may be longer than what the page had."""
    text = f"{COMPOSED} और {COMPOSED}।"
    at = text.rindex(COMPOSED)
    link = Link(COMPOSED, "https://gaon.example/", at, at + len(COMPOSED))
    [block] = replace(ARTICLE, body=(BodyBlock("paragraph", text, links=(link,)),)).normalized().body
    [moved] = block.links
    assert (moved.text, block.text[moved.start : moved.end]) == (APART, APART)
    assert moved.start > at
