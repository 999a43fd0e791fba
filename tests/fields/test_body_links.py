"""The links of the story's blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from newsx.fields.body import choose_body
from newsx.fields.body_links import MOST_LINKS, base_of, with_links
from newsx.page import Block, LabelledPage, PageLink

_PAGE = "https://gaon.example/bihar/a.html"


def _linked(labelled: LabelledPage) -> Any:
    return with_links(labelled, choose_body(labelled).value or (), _PAGE)


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/b", "https://gaon.example/b"),
        (" b.html\n", "https://gaon.example/bihar/b.html"),
        ("//nadi.example/b", "https://nadi.example/b"),
        ("https://nadi.example/खबर (1).html?a=1&b=2", "https://nadi.example/खबर%20(1).html?a=1&b=2"),
        ("/b?a=1&copy=2&amp;c", "https://gaon.example/b?a=1&copy=2&amp;c"),
        ("java\tscript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("mailto:a@gaon.example", None),
        ("tel:155304", None),
        ("#top", None),
        ("https://[", None),
        (f"/{'x' * 3000}", None),
    ],
)
def test_addresses_are_whole_and_of_the_web(page: Any, address: str, whole: str | None) -> None:
    """Read against the page's; what leads to no other page of the web is no link."""
    [block] = _linked(page(("body", Block("आज बारिश हुई", links=(PageLink(3, 8, address),))))).value
    assert [(link.text, link.url, link.start, link.end) for link in block.links] == (
        [("बारिश", whole, 3, 8)] if whole else []
    )


def test_only_blocks_of_the_story_have_links(page: Any) -> None:
    """A block and its links stay together, whatever stands between."""
    linked = Block("बारिश", links=(PageLink(0, 5, "/b"),))
    blocks = _linked(page(("body", "आज"), ("read_also", linked), ("body", linked))).value
    assert [[link.url for link in block.links] for block in blocks] == [[], ["https://gaon.example/b"]]


def test_links_that_are_left_out_are_told(page: Any) -> None:
    """Where they are more than any story has, or an address is longer than one."""
    many = Block("क" * 300, links=tuple(PageLink(at, at + 1, "/b") for at in range(MOST_LINKS + 3)))
    long = Block("आज", links=(PageLink(0, 2, f"/{'x' * 3000}"),))
    choice = _linked(page(("body", many), ("body", long)))
    assert [len(block.links) for block in choice.value] == [MOST_LINKS, 0]
    [warned] = choice.warnings
    assert warned.kind == "links_left_out"
    assert warned.message.startswith("4 links")


@pytest.mark.parametrize(
    ("declared", "own", "base"),
    [
        (None, _PAGE, _PAGE),
        (None, None, None),
        ("/desh/", _PAGE, "https://gaon.example/desh/"),
        ("https://nadi.example/", None, "https://nadi.example/"),
        ("/desh/", None, None),
        ("javascript:x", _PAGE, _PAGE),
    ],
)
def test_base_of_a_page(page: Any, declared: str | None, own: str | None, base: str | None) -> None:
    """That which it declares, read against its own address."""
    labelled = page(("body", "आज"))
    own_page = replace(labelled.page, declared=replace(labelled.page.declared, base=declared))
    assert base_of(replace(labelled, page=own_page), own) == base
