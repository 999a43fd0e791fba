"""How blocks are set."""

from __future__ import annotations

from newsx.label.setting import setting
from newsx.page import Page
from newsx.read.html import read_html
from newsx.read.text import read_text


def test_paragraphs_beside_each_other_are_set_alike() -> None:
    """Another class name, another tag and another box around it set a block otherwise."""
    page = read_html("<body><div><p>क</p><p>ख</p><p class='lead'>ग</p><h2>घ</h2></div><p>च</p></body>")
    first, *others = (setting(page, number) for number in range(5))
    assert [other == first for other in others] == [True, False, False, False]


def test_the_lines_of_a_dump_are_all_set_alike() -> None:
    """A dump has no boxes."""
    page: Page = read_text("क\n\nख")
    assert setting(page, 0) == setting(page, 1)
