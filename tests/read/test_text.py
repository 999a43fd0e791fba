"""Lines of a text dump become blocks: wraps joined, bullets and link numbers taken off, nothing lost."""

from __future__ import annotations

import pytest

from newsx.page import Block
from newsx.read.text import read_text

LYNX = """   #[1]alternate

     * [2]होम
     * [3]देश
          + [4]राज्य

नदी किनारे के गांवों में पहुंची राहत, प्रशासन ने बांटे पांच हजार पैकेट राशन

   जिला प्रशासन ने मंगलवार को बताया कि नदी का जलस्तर खतरे के निशान से
   नीचे आ गया है और [5]राहत शिविरों से लोग घर लौटने लगे हैं। सिंचाई विभाग
   के अभियंता ने कहा कि तटबंध की मरम्मत का काम पूरा हो गया है।
     __________________________________________________________________

   (BUTTON) शेयर
   Search ____________________

References

   Visible links:
   1. https://www.samachar.example/feed
   2. https://www.samachar.example/
   3. file:///desh/
   4. https://www.samachar.example/rajya/
   5. https://www.samachar.example/rahat/
"""


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_a_lynx_dump_is_read_as_its_page_was() -> None:
    """Link numbers, bullets, wraps and the references are the browser's; the words are the page's."""
    page = read_text(LYNX)
    assert texts(page.blocks)[1:4] == ["होम", "देश", "राज्य"]
    assert texts(page.blocks)[4].endswith("पैकेट राशन")
    assert texts(page.blocks)[5] == (
        "जिला प्रशासन ने मंगलवार को बताया कि नदी का जलस्तर खतरे के निशान से नीचे आ गया है और राहत शिविरों से "
        "लोग घर लौटने लगे हैं। सिंचाई विभाग के अभियंता ने कहा कि तटबंध की मरम्मत का काम पूरा हो गया है।"
    )
    assert page.addresses[0] == "https://www.samachar.example/feed"


def test_a_link_at_the_head_of_a_line_is_kept_as_a_hint() -> None:
    """A menu line is a link as a whole; a link inside a paragraph is not."""
    blocks = read_text(LYNX).blocks
    assert blocks[1].link_density == 1.0
    assert blocks[5].link_density is None
    assert blocks[5].text[blocks[5].link_starts[0] :].startswith("राहत शिविरों")


def test_numbers_in_brackets_are_kept_where_they_number_no_links() -> None:
    """A citation such as [1] in a page that is no lynx dump stays in the text."""
    page = read_text("रिपोर्ट में कहा गया है कि जल स्तर घटा है [1] और बढ़ा भी है [3]।")
    assert texts(page.blocks) == ["रिपोर्ट में कहा गया है कि जल स्तर घटा है [1] और बढ़ा भी है [3]।"]


@pytest.mark.parametrize(
    "text",
    [
        "पहला पैरा।\n\nदूसरा पैरा।\n",
        "पहला पैरा।\r\n\r\nदूसरा पैरा।\r\n",
        "पहला\u00a0पैरा। \n\t\nदूसरा\tपैरा।  \n",
        "पहला पैरा।\u2028\u2028दूसरा पैरा।",
        "\ufeffपहला पैरा।\n\nदूसरा पै\u200bरा।",
    ],
)
def test_line_ends_tabs_and_spaces_make_no_difference(text: str) -> None:
    """CRLF, tabs, no-break spaces, trailing spaces and zero-width spaces are not of the page's text."""
    blocks = read_text(text).blocks
    assert texts(blocks) == ["पहला पैरा।", "दूसरा पैरा।"]
    assert [block.gap_before for block in blocks] == [True, True]


def test_joiners_and_nukta_are_kept_code_point_for_code_point() -> None:
    """ZWJ, ZWNJ and both spellings of nukta letters stand in the block as in the dump."""
    line = "जन सामान्\u200dय, राज\u200cनीति, पढ\u093cना और पढ़ना।"
    assert texts(read_text(line).blocks) == [line]


def test_a_list_that_counts_loses_its_numbers_and_a_single_number_stays() -> None:
    """`1.` and `2.` of neighbours are bullets; a number alone belongs to its sentence."""
    assert texts(read_text("1. पानी उबालें।\n2. हाथ धोएं।").blocks) == ["पानी उबालें।", "हाथ धोएं।"]
    assert texts(read_text("5. कमरे में मिला बैग किसका है?\n\nपुलिस जांच कर रही है।").blocks)[0].startswith("5. ")


@pytest.mark.parametrize("sign", ["-", ".", ")"])
def test_a_number_without_a_blank_behind_it_is_an_item_where_its_neighbours_count_on(sign: str) -> None:
    """`5-जी` and `2.5` are words."""
    blocks = read_text(f"1{sign}पानी उबालें।\n2. हाथ धोएं।\n3{sign}मास्क लगाएं।").blocks
    assert texts(blocks) == ["पानी उबालें।", "हाथ धोएं।", "मास्क लगाएं।"]
    assert {block.kind for block in blocks} == {"list_item"}
    alone = read_text("5-जी सेवा शुरू\n2.5 करोड़ की लागत आई\n3.5 लाख को लाभ").blocks
    assert texts(alone) == ["5-जी सेवा शुरू", "2.5 करोड़ की लागत आई", "3.5 लाख को लाभ"]
    assert {block.kind for block in alone} == {"paragraph"}


def test_a_bullet_alone_belongs_to_the_line_below_it() -> None:
    """w3m writes the bullet of an empty link on a line of its own."""
    blocks = read_text("  • \n    होम\n  • वीडियो").blocks
    assert [(block.text, block.kind) for block in blocks] == [("होम", "list_item"), ("वीडियो", "list_item")]
