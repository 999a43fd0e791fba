"""What a page's markup becomes as blocks and boxes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsx.page import Block, Box, Page
from newsx.read.html import read_html

_LINE = "सुबह से हो रही बारिश के कारण निचले इलाकों में पानी भर गया।"


def _page(inner: str) -> Page:
    return read_html(f"<body>{inner}</body>", url="https://varsha.example/a")


def _texts(inner: str) -> list[str]:
    return [block.text for block in _page(inner).blocks]


def _held(page: Page, box: Box) -> list[str]:
    return [block.text for block in page.blocks[box.first : box.end]]


def _told(inner: str) -> list[tuple[str, list[str]]]:
    """The role of each box that tells one, and the texts in it."""
    page = _page(inner)
    return [(box.told.role, _held(page, box)) for box in page.boxes if box.told]


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("<p>एक</p><p>दो</p>", ["एक", "दो"]),
        ("<div>एक<p>दो</p>तीन</div>", ["एक", "दो", "तीन"]),
        ("<p>एक <b>दो</b> <i>ती</i>न <a href='/x'>चार</a></p>", ["एक दो तीन चार"]),
        ("एक<br>दो<br><br>तीन", ["एक", "दो", "तीन"]),
        ("<p>एक<div>दो</div>तीन</p>", ["एक", "दो", "तीन"]),
        ("<ul><li>एक<li>दो</ul>", ["एक", "दो"]),
        ("<p>एक</p><p> \n </p><p>|</p><p>दो</p>", ["एक", "दो"]),
        ("<p>एक\n  दो\tतीन</p>", ["एक दो तीन"]),
        ("<main><section><header><h1>एक</h1></header><custom-part>दो</custom-part></section></main>", ["एक", "दो"]),
    ],
)
def test_a_block_ends_where_a_block_element_begins_or_ends_and_at_each_br(inner: str, texts: list[str]) -> None:
    """Inline elements part no text, white space and signs alone make no block."""
    assert _texts(inner) == texts


def test_kind_level_and_tag_are_those_of_the_markup() -> None:
    """An element in a list item, a quote or a caption is of its kind."""
    blocks = _page(
        "<h3>क</h3><p>ख</p><ul><li>ग<ol><li><p>घ</p></li></ol></li></ul><blockquote><p>च</p></blockquote>"
        "<figcaption>छ</figcaption><dl><dt>ज</dt><dd>झ</dd></dl>"
    ).blocks
    assert [(block.text, block.kind, block.level, block.tag) for block in blocks] == [
        ("क", "heading", 3, "h3"),
        ("ख", "paragraph", None, "p"),
        ("ग", "list_item", 1, "li"),
        ("घ", "list_item", 2, "p"),
        ("च", "quote", None, "p"),
        ("छ", "caption", None, "figcaption"),
        ("ज", "paragraph", None, "dt"),
        ("झ", "list_item", 1, "dd"),
    ]


def _of(inner: str) -> Block:
    return _page(inner).blocks[0]


@pytest.mark.parametrize(
    ("inner", "density", "external", "starts"),
    [
        ("<p>बारिश</p>", 0.0, 0.0, ()),
        ("<p><a href='/x'>बारिश</a></p>", 1.0, 0.0, (0,)),
        ("<p>आज <a href='/x'>बारिश</a></p>", 0.625, 0.0, (3,)),
        ("<p><a href='https://m.varsha.example/x'>बारिश</a></p>", 1.0, 0.0, (0,)),
        ("<p><a href='https://megh.example/x'>बारिश</a></p>", 1.0, 1.0, (0,)),
        ("<p><a href='//megh.example/x'>बारिश</a> और <a href='/y'>बादल</a></p>", 0.692, 0.385, (0, 9)),
    ],
)
def test_links_are_measured(inner: str, density: float, external: float, starts: tuple[int, ...]) -> None:
    """Which share of a block is linked, which share leads to other sites, and where links begin."""
    block = _of(inner)
    assert (block.link_density, block.external_density, block.link_starts) == (density, external, starts)


@pytest.mark.parametrize(
    ("inner", "density"),
    [
        ("<h2><a name='maang'>गांव की मांग</a></h2>", 0.0),
        ("<h2 id='v'><a href='#v'>विभाग का जवाब</a></h2>", 0.0),
        ("<a id='v'><h2>विभाग का जवाब</h2></a>", 0.0),
        (f"<p><a>{_LINE}</a></p>", 0.0),
        (f"<p><a href='#note'>{_LINE}</a></p>", 0.0),
        (f"<p>{_LINE} <a href='#n'>टीप</a> <a href='/x'>पानी</a>।</p>", 0.059),
        ("<h2><a href='/vibhag'>विभाग का जवाब</a></h2>", 1.0),
        ("<a href='#main'>मुख्य सामग्री पर जाएं</a>", 1.0),
        ("<h2><a onclick='open()'>विभाग का जवाब</a></h2>", 1.0),
        (f"<p><a href='#'>{_LINE}</a></p>", 1.0),
    ],
)
def test_anchor_that_leads_nowhere_else_makes_no_link_of_a_heading_or_a_sentence(inner: str, density: float) -> None:
    """A skip link and a button stay links."""
    block = _of(inner)
    assert block.link_density == density
    assert bool(block.link_starts) == bool(density)


_ZWJ = "क्\u200dया"


@pytest.mark.parametrize(
    ("inner", "links"),
    [
        ("<p>आज <a href='/x'>बारिश</a>।</p>", [("बारिश", "/x")]),
        ("<p> आज&nbsp;\n <a href='/x'>\u200b भारी\n <b>बारिश </b></a> हुई</p>", [("भारी बारिश", "/x")]),
        ("<p>आज<a href='/x'>बारिश</a><a href='y.html'>बादल</a></p>", [("बारिश", "/x"), ("बादल", "y.html")]),
        (f"<p>\u200b{_ZWJ} <a href='/x'>{_ZWJ}</a> होगा</p>", [(_ZWJ, "/x")]),
        ("<p><a href='/x'><img src='a.jpg'></a>आज <a href='/y'>»</a> <a name='z'>बारिश</a></p>", []),
        ("<p><a href='/x'>बारिश</a></p>", [("बारिश", "/x")]),
        ("<a href='/x'><p>बारिश</p></a>", [("बारिश", "/x")]),
        ("<p>आज <a href='/x'><span class='share'>भेजें</span></a> बारिश</p>", []),
        (f"<p>आज <a href='/{'x' * 3000}'>बारिश</a></p>", [("बारिश", f"/{'x' * 2048}")]),
        ("<pre>\n  आज\n    <a href='/x'>भारी\n    बारिश</a></pre>", [("भारी\n  बारिश", "/x")]),
    ],
)  # fmt: skip
def test_links_stand_where_their_words_do(inner: str, links: list[tuple[str, str]]) -> None:
    """In the clean text, whatever cleaning took out of it; a link without words or address is none."""
    block = _of(inner)
    assert [(block.text[link.start : link.end], link.address) for link in block.links] == links


def test_a_link_over_several_blocks_is_one_in_each() -> None:
    """As a card of headline and text has it."""
    page = _page("<a href='/x'><h3>बारिश</h3><p>पानी भर गया</p></a><p>धूप</p>")
    assert [[link.address for link in block.links] for block in page.blocks] == [["/x"], ["/x"], []]


def test_a_block_is_bold_where_all_of_it_is() -> None:
    """A bold lead of a plain paragraph is none."""
    inner = f"<p><strong>कहां कितना पानी</strong></p><p><b>पुराना बाजार:</b> {_LINE}</p>"
    assert [block.bold for block in _page(inner).blocks] == [True, False]


def test_boxes_are_nested_and_in_order() -> None:
    """Each box stands before those in it, holds all their blocks, and only boxes with blocks are left."""
    page = _page(f"<div id=a><div class='x y'></div><section><p>{_LINE}</p></section><p>एक</p></div><p>दो</p>")
    assert [(box.tag, box.names, box.parent, box.first, box.end) for box in page.boxes] == [
        ("body", "", -1, 0, 3),
        ("div", "a", 0, 0, 2),
        ("section", "", 1, 0, 1),
        ("p", "", 2, 0, 1),
        ("p", "", 1, 1, 2),
        ("p", "", 0, 2, 3),
    ]
    assert [block.box for block in page.blocks] == [3, 4, 5]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("<nav><a href='/'>होम</a></nav>", [("navigation", ["होम"])]),
        ("<div role='contentinfo'>संपर्क</div>", [("footer", ["संपर्क"])]),
        ("<div class='relatedNews'><p>क</p><p>ख</p></div>", [("read_also", ["क", "ख"])]),
        ("<div style='display:none'><p>क</p></div>", [("hidden", ["क"])]),
        ("<p class='ad-slot'>विज्ञापन</p>", [("ad", ["विज्ञापन"])]),
        ("<div class='x'><p>क</p></div>", []),
    ],
)
def test_boxes_carry_what_their_markup_tells(inner: str, told: list[tuple[str, list[str]]]) -> None:
    """By tag, ARIA role, visibility or names."""
    assert _told(inner) == told


def test_reading_leaves_nothing_out_by_what_boxes_tell() -> None:
    """Evidence is no verdict: what label may call an advertisement is read like the rest."""
    assert _texts(f"<div class='promo'><p>{_LINE}</p></div><footer>संपर्क</footer>") == [_LINE, "संपर्क"]


@pytest.mark.parametrize(
    "aside",
    [
        "<span class='deepLinkPromo'><a href='/x'>ऐप में पढ़ें</a></span>",
        "<a class='share-button' href='/x'>ऐप में पढ़ें</a>",
        "<span hidden>ऐप में पढ़ें</span>",
    ],
)
def test_an_inline_element_with_a_role_stands_behind_its_paragraph(aside: str) -> None:
    """It is taken out of the sentence that it interrupts, and has a box of its own."""
    page = _page(f"<p>{_LINE[:30]}{aside}{_LINE[30:]}</p><p>एक</p>")
    assert [block.text for block in page.blocks] == [_LINE, "ऐप में पढ़ें", "एक"]
    number = page.blocks[1].box
    assert number is not None
    assert (page.boxes[number].told is not None, _held(page, page.boxes[number])) == (True, ["ऐप में पढ़ें"])
    assert page.boxes[page.boxes[number].parent].tag == "p"


def test_a_long_inline_element_stays_in_its_paragraph() -> None:
    """A paragraph that stands in an inline element as a whole is none aside."""
    assert _texts(f"<p>एक <span class='promo'>{_LINE * 8}</span></p>") == [f"एक {_LINE * 8}"]


def test_a_block_element_in_an_inline_one_loses_nothing() -> None:
    """Invalid and common."""
    assert _texts("<p>एक <span class='share'>दो <div>तीन</div> चार</span> पांच</p>") == ["एक", "दो", "तीन", "चार पांच"]


@pytest.mark.parametrize(
    "row",
    [
        "<nav>{}</nav>",
        "<div class='breadcrumb'>{}</div>",
        "<div class='tags'>{}</div>",
        "<div itemtype='https://schema.org/BreadcrumbList'>{}</div>",
        "<nav><div><span>{}</span></div></nav>",
    ],
)
def test_rows_of_links_have_a_block_for_each_link(row: str) -> None:
    """Whatever stands between the links, and where nothing does."""
    links = "<a href='/'>होम</a><a href='/s'>शहर</a> / <a href='/b'>बारिश</a>, अभी"
    assert _texts(row.format(links)) == ["होम", "शहर", "बारिश", ", अभी"]


def test_links_to_pages_of_topics_make_a_list_of_tags() -> None:
    """Two at least, and no other link among them."""
    topics = "<a href='/topic/barish'>बारिश</a> <a href='/topic/bazar'>बाजार</a>"
    assert [role for role, _ in _told(f"<div>{topics}</div>")][-1:] == ["tags"]
    assert _told("<div><a href='/topic/barish'>बारिश</a></div>") == []
    assert _told(f"<div>{topics} <a href='/x'>पंप लगे</a></div>") == []


def test_data_table_is_one_block_with_rows() -> None:
    """Cells are kept row by row, and a giant colspan is cut."""
    rows = (
        "<tr><th>वार्ड</th><th>पानी</th></tr><tr><td>1</td><td>2 फीट</td></tr><tr><td colspan='99999999'>कुल दो</td></tr>"
    )
    blocks = _page(f"<p>{_LINE}</p><table>{rows}</table><p>एक</p>").blocks
    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
    assert blocks[1].rows[:2] == (("वार्ड", "पानी"), ("1", "2 फीट"))
    assert blocks[1].rows[2][0] == "कुल दो"
    assert len(blocks[1].rows[2]) <= 64


def test_table_for_layout_is_no_table() -> None:
    """Paragraphs that a table sets in place are blocks as they would be without it."""
    cells = f"<table><tr><td><h1>बारिश</h1><p>{_LINE}</p><p>{_LINE} फिर</p></td></tr></table>"
    assert [block.kind for block in _page(cells).blocks] == ["heading", "paragraph", "paragraph"]


def test_post_of_a_social_network_is_one_quote() -> None:
    """The words of a post and its author make one block, its date does not."""
    post = (
        "<blockquote class='twitter-tweet'><p>पंप चालू हैं।</p>&mdash; नगर पालिका (@np) <a href='#'>2 नवंबर</a></blockquote>"
    )
    assert [b.text for b in _page(post).blocks if b.kind == "quote"] == ["पंप चालू हैं। — नगर पालिका (@np)"]
    texts = _texts(post * 2 + f"<p>{_LINE}</p>")
    assert texts == ["पंप चालू हैं। — नगर पालिका (@np)"] * 2 + [_LINE, "2 नवंबर 2 नवंबर"]


def test_text_is_kept_code_point_for_code_point() -> None:
    """Joiners and nukta forms survive the reading; invisible controls do not."""
    line = "क्\u200dयों न हो, पढ़\u093cाई का यह तरीका व्\u200dयवस्\u200dथा में नया है और इसे सब ने सराहा।"
    assert _texts(f"<p>{line[:20]}\u200b{line[20:]}</p>") == [line]


def test_nothing_of_the_page_is_dropped_unseen() -> None:
    """Every visible text is in some block, in page order."""
    menu = " ".join(f"<a href='/{n}'>कड़ी {n}</a>" for n in range(3))
    inner = f"<header>{menu}</header><h1>नाव</h1><article><p>{_LINE}</p></article><aside>और</aside><footer>अंत</footer>"
    assert " ".join(_texts(inner)) == f"कड़ी 0 कड़ी 1 कड़ी 2 नाव {_LINE} और अंत"


def _places(inner: str) -> Sequence[tuple[str, int, str, bool]]:
    """Address, number of the next block, tag of the box, and whether it stands aside, of each picture."""
    page = _page(inner)
    return [(i.url, i.block, page.boxes[i.box].tag, i.aside) for i in page.declared.images]


def test_pictures_keep_their_place_among_blocks_and_boxes() -> None:
    """A box without text is none; whether it tells of another purpose is kept."""
    inner = (
        "<img src=a><article><h1>नाव</h1><figure><img src=b></figure><p>एक <img src=c> दो</p>"
        "<aside><img src=d></aside><div class='related-news'><div><img src=e></div></div></article><img src=f>"
    )
    assert _places(inner) == [
        ("a", 0, "body", False),
        ("b", 1, "article", False),
        ("c", 1, "p", False),
        ("d", 2, "article", True),
        ("e", 2, "article", True),
        ("f", 2, "body", False),
    ]
