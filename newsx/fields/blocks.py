"""Blocks of a labelled page by their role."""

from __future__ import annotations

from collections.abc import Iterator

from newsx.page import Block, LabelledPage, Role

Found = tuple[int, Block, Role]
"""A block with its number on the page and its role."""


def blocks_with_role(labelled: LabelledPage, *roles: Role) -> Iterator[tuple[int, Block, Role]]:
    """The blocks that have one of the roles, in page order, each with its number on the page and its role."""
    for number, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True)):
        if label.role in roles:
            yield number, block, label.role


def source_of(number: int, role: Role) -> str:
    """The place of a block as evidence names it.

    >>> source_of(12, "byline")
    'block 12 (byline)'
    """
    return f"block {number} ({role})"
