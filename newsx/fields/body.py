"""The blocks of the story, in reading order."""

from __future__ import annotations

from newsx.article import BodyBlock, BodyType
from newsx.fields.choice import Candidate, Choice, choose
from newsx.lines.dates import read_declared
from newsx.page import BODY_ROLES, Block, Kind, LabelledPage, Role

_TYPES: dict[Kind, BodyType] = {
    "paragraph": "paragraph",
    "heading": "paragraph",
    "list_item": "list_item",
    "quote": "quote",
    "table": "table",
    "caption": "paragraph",
}
_RAW_LENGTH = 80


def choose_body(labelled: LabelledPage) -> Choice[tuple[BodyBlock, ...]]:
    """All blocks whose role makes them part of the story; none where the page is no article."""
    if labelled.refusal is not None:
        return Choice(None)
    found = [
        (position, body_block(block, given.role))
        for position, (block, given) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True))
        if given.role in BODY_ROLES
    ]
    if not found:
        return Choice(None)
    blocks = tuple(block for _, block in found)
    source = f"blocks {found[0][0]} to {found[-1][0]}"
    return choose([Candidate(blocks, source, blocks[0].text[:_RAW_LENGTH])])


def body_block(block: Block, role: Role) -> BodyBlock:
    """The record's form of a page block of a body role."""
    if role == "subheading":
        return BodyBlock("heading", block.text, level=block.level if block.kind == "heading" else None)
    if role == "update":
        return BodyBlock("update", block.text, time=_readable_time(block.time))
    if block.kind == "table":
        rows = "\n".join("\t".join(row) for row in block.rows)
        return BodyBlock("table", block.text or rows, rows=block.rows)
    return BodyBlock(_TYPES[block.kind], block.text)


def _readable_time(raw: str | None) -> str | None:
    """The time of an update as ISO 8601 where it can be read, else as on the page; a time without a zone stays so."""
    found = read_declared(raw, indian=False) if raw else None
    return found.value if found else raw
