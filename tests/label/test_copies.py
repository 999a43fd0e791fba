"""Texts that stand on a page once more."""

from __future__ import annotations

import time

from newsx.label.copies import Copies
from newsx.label.draft import begin
from newsx.page import Box
from newsx.read.html import read_html
from tests.label.conftest import PARAGRAPHS


def _stand_outside(hidden: str, *texts: str) -> bool:
    page = read_html(f"<html><body><div class=x>{hidden}</div><p>" + "</p><p>".join(texts) + "</p></body></html>")
    box = next(box for box in page.boxes if box.names == "x")
    return Copies(begin(page), range(box.first, box.end)).stand_outside(box)


def test_a_copy_is_told_by_the_beginning_of_each_block() -> None:
    """Within a longer block as well, and whatever follows; what stands in the box alone is none."""
    first, second, third = PARAGRAPHS
    assert _stand_outside(f"<p>{first}</p><p>{second}</p>", f"{third} {first}", second + " और भी।")
    assert not _stand_outside(f"<p>{first}</p><p>{second}</p>", f"{third} {first}")
    assert not _stand_outside(f"<p>{first}</p><p>{first}</p>", third)


def test_many_boxes_cost_what_the_page_is_long() -> None:
    """Each of thousands asks; the page is read once."""
    texts = [f"{number} गांव में पानी नहीं आया और लोग परेशान रहे" for number in range(5000)]
    page = read_html("<html><body>" + "".join(f"<div class=x>{text}</div><p>{text}</p>" for text in texts))
    draft, boxes = begin(page), [box for box in page.boxes if box.names == "x"]
    begun = time.process_time()
    copies = Copies(draft, [box.first for box in boxes])
    assert all(map(copies.stand_outside, boxes))
    assert time.process_time() - begun < 5


def test_a_box_without_words_is_a_copy() -> None:
    """It holds nothing that could be lost."""
    page = read_html("<html><body><p>गांव में पानी आया।</p></body></html>")
    assert Copies(begin(page), []).stand_outside(Box(0, 0, -1, "div", ""))
