"""An explanation as a page, read by a parser and shown by a browser."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import newsx
from newsx.pipeline import explained
from newsx.write.explanation_page import to_page
from tests.browser import HOSTILE, OUTSIDE, show
from tests.cli.invented import HEADLINE, LISTING, PAGE
from tests.write.test_html import Tags


def page_of(html: str) -> str:
    examined = explained(newsx.examine(html, form="html"))
    return to_page(examined.labelled, examined.article)


@pytest.fixture(scope="module")
def soup() -> BeautifulSoup:
    return BeautifulSoup(page_of(PAGE), "lxml")


def test_each_block_has_its_look_role_and_reason(soup: BeautifulSoup) -> None:
    """In page order, whole, kept and dropped apart by their class."""
    blocks = soup.select(".blocks > li")
    examined = newsx.examine(PAGE, form="html")
    assert [block.select_one(".text").get_text() for block in blocks] == [  # type: ignore[union-attr]
        block.text for block in examined.labelled.page.blocks
    ]
    headline = next(block for block in blocks if "role-headline" in block["class"])
    assert "kept" in headline["class"]
    assert "dropped" in blocks[-1]["class"]
    for block, label in zip(blocks, examined.labelled.labels, strict=True):
        why = block.select_one(".why")
        assert why is not None
        assert label.role in why.get_text()
        assert label.likely is not None or label.reason in " ".join(why.get_text().split())


def test_fields_stand_with_their_evidence(soup: BeautifulSoup) -> None:
    """Where it names a block, a link leads there."""
    fields = {term.get_text(): term.find_next_sibling("dd") for term in soup.select(".fields dt")}
    headline = fields["headline"]
    assert headline is not None
    assert HEADLINE in headline.get_text()
    assert "right with a probability of 0." in headline.get_text()
    link = headline.find("a")
    assert link is not None
    block = soup.select_one(str(link["href"]))
    assert block is not None
    assert HEADLINE in block.get_text()
    assert "The page does not tell:" in soup.select(".fields > p")[-1].get_text()


def test_boxes_choose_what_is_shown(soup: BeautifulSoup) -> None:
    """They count the blocks of each look."""
    shown = {str(box["id"]): str(box.parent.get_text()) for box in soup.select("input") if box.parent}
    assert list(shown) == ["show-kept", "show-field", "show-dropped"]
    assert shown["show-kept"].split()[0] == str(len(soup.select("li.kept")))


def test_a_refused_page_tells_why() -> None:
    """And has no headline to stand over it."""
    text = BeautifulSoup(page_of(LISTING), "lxml").get_text(" ", strip=True)
    assert "No article here: " in text
    assert "content without a name" in text


@pytest.mark.parametrize("text", [HOSTILE, "$style ${policy} $$ & <"])
def test_text_of_the_page_is_text(text: str) -> None:
    """Whatever it looks like: tags stand as newsx wrote them, and nothing but its own style is allowed."""
    page = page_of(PAGE.replace(HEADLINE, f"{HEADLINE} {escape(text)}"))
    Tags().feed(page.replace(" checked>", " checked></input>"))
    found = BeautifulSoup(page, "lxml")
    assert {element.name for element in found.find_all(True)} <= set(
        "html head meta title style body header h1 h2 p code label input div section dl dt dd span ol li details "
        "summary table tr th td a".split()
    )
    assert not [name for element in found.find_all(True) for name in element.attrs if name.startswith(("on", "style"))]
    policy = str(found.select_one("meta[http-equiv]")["content"])  # type: ignore[index]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert text.rsplit(maxsplit=1)[-1] in found.get_text()


def test_a_browser_runs_and_asks_nothing(tmp_path: Path) -> None:
    """Its own style is not among what the policy forbids."""
    page = tmp_path / "why.html"
    page.write_text(page_of(PAGE.replace(HEADLINE, f"{HEADLINE} {escape(HOSTILE)}")), "utf-8")
    shown = show(page)
    assert HEADLINE in shown.dom
    assert 'id="block-0"' in shown.dom
    assert "data-ran=" not in shown.dom.split("<head>")[0]
    assert OUTSIDE not in shown.asked
    assert not shown.is_forbidden
