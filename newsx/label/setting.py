"""How a block is set on a page with boxes."""

from __future__ import annotations

from typing import NamedTuple

from newsx.page import Page


class Setting(NamedTuple):
    """Tag and class names of a block's element, and the number of the box around it; of a block without, -1."""

    tag: str
    names: str
    around: int


def setting(page: Page, number: int) -> Setting:
    """The setting of a block; two blocks with the same are set alike, beside each other."""
    at = page.blocks[number].box
    box = None if at is None else page.boxes[at]
    return Setting("", "", -1) if box is None else Setting(box.tag, box.names, box.parent)
