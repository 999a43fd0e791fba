from __future__ import annotations
from newsx.page import Block, Label
from newsx.read.blocks import to_block
def outside_blocks(cut, first, end):
    return [to_block(p, None, False) for p in cut.pieces[first:end]]
