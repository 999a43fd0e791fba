"""The links of the story's blocks, with whole addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from newsx.article import BodyBlock, Link, Warned
from newsx.fields.article_object import absolute, whole_address
from newsx.fields.blocks import blocks_with_role
from newsx.fields.choice import Choice
from newsx.page import BODY_ROLES, LONGEST_ADDRESS, Block, LabelledPage

MOST_LINKS = 200
"""Links of one block, such as a table; one with more is an index of a site, of which the first ones tell enough."""
_NOT_IN_ADDRESSES = re.compile("[\t\n\r]")
"""Taken out of addresses by browsers (https://url.spec.whatwg.org/#concept-basic-url-parser)."""
_ESCAPED = re.compile(r'[\x00-\x20\x7f"<>\\^`{|}]')
"""What no address may hold as it is (https://www.rfc-editor.org/rfc/rfc3987#section-2.2), and pages write there."""


def base_of(labelled: LabelledPage, own: str | None) -> str | None:
    """The address against which the others of a page are read: of its ``<base>``, else its own, as far as known."""
    declared = labelled.page.declared.base
    return (absolute(declared, own) if declared else None) or own


def web_address(address: str, base: str | None) -> str | None:
    """The whole address that a page means, None for what leads to no other page of the web.

    >>> web_address("../b 1.html", "https://gaon.example/a/c.html"), web_address("#top", "https://gaon.example/a")
    ('https://gaon.example/b%201.html', None)
    >>> web_address("JavaScript:void(0)", None), web_address("mailto:a@gaon.example", None), web_address("/b", None)
    (None, None, None)
    """
    bare = _NOT_IN_ADDRESSES.sub("", address).strip()
    if not bare or bare.startswith("#") or len(bare) > LONGEST_ADDRESS:
        return None
    whole = whole_address(bare, base)
    return None if whole is None else _ESCAPED.sub(lambda found: quote(found[0]), whole)


def with_links(labelled: LabelledPage, body: tuple[BodyBlock, ...], base: str | None) -> Choice[tuple[BodyBlock, ...]]:
    """The blocks of `newsx.fields.body.choose_body` with their links, and a warning where some were too many."""
    own = [block for _, block, _ in blocks_with_role(labelled, *BODY_ROLES)] if body else []
    linked = tuple(
        replace(block, links=tuple(_links(source, base))) if source.links else block
        for source, block in zip(own, body, strict=True)
    )
    left_out = sum(max(0, len(block.links) - MOST_LINKS) for block in own)
    left_out += sum(_is_too_long(link.address, base) for block in own for link in block.links[:MOST_LINKS])
    if not left_out:
        return Choice(linked)
    message = f"{left_out} links of the story were left out: more than {MOST_LINKS} in a block, or too long an address"
    return Choice(linked, None, (Warned("links_left_out", message),))


def _is_too_long(address: str, base: str | None) -> bool:
    return len(address) > LONGEST_ADDRESS and whole_address(address, base) is not None


def _links(block: Block, base: str | None) -> Iterator[Link]:
    for start, end, address in block.links[:MOST_LINKS]:
        url = web_address(address, base)
        if url is not None:
            yield Link(block.text[start:end], url, start, end)
