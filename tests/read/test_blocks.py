"""What the story's markup becomes as blocks."""

from __future__ import annotations

import pytest

from newsx.page import Block
from newsx.read.html import read_html

_LINES = [
    "सुबह से हो रही बारिश के कारण निचले इलाकों में पानी भर गया और बाजार देर से खुले।",
    "नगर पालिका ने चार पंप लगाए हैं और नालों की सफाई के लिए दो दल बनाए हैं।",
    "मौसम विभाग के अनुसार अगले दो दिन तक हल्की बारिश का दौर जारी रह सकता है।",
    "स्कूलों में छुट्टी की घोषणा नहीं की गई है, लेकिन बसों का समय बदला गया है।",
]
_FIRST, _SECOND, _THIRD, _FOURTH = (f"<p>{line}</p>" for line in _LINES)


def _blocks(inner: str) -> list[Block]:
    page = f"<body><h1>बारिश से बाजार देर से खुले</h1><article>{inner}</article></body>"
    return list(read_html(page, url="https://varsha.example/a").blocks)


def _story(inner: str) -> list[Block]:
    return [block for block in _blocks(inner) if block.in_story]


def test_headings_lists_and_quotes_keep_their_kind() -> None:
    """Kind and level are those of the tags."""
    story = _story(
        f"{_FIRST}<h3>राहत के काम</h3>{_SECOND}<ul><li>पंप: चार</li><li>दल: दो</li></ul>"
        f"<blockquote>{_THIRD}</blockquote>{_FOURTH}"
    )
    assert [(block.kind, block.level) for block in story] == [
        ("paragraph", None),
        ("heading", 3),
        ("paragraph", None),
        ("list_item", 1),
        ("list_item", 1),
        ("quote", None),
        ("paragraph", None),
    ]


def test_line_that_is_bold_as_a_whole_is_a_heading() -> None:
    """A bold paragraph without a sentence end above a plain one works as a sub-heading; a bold lead does not."""
    story = _story(
        f"{_FIRST}<p><strong>कहां कितना पानी</strong></p><p><strong>पुराना बाजार:</strong> {_LINES[1]}</p>{_THIRD}"
    )
    assert [block.kind for block in story] == ["paragraph", "heading", "paragraph", "paragraph"]
    assert story[2].text == f"पुराना बाजार: {_LINES[1]}"


def test_data_table_is_one_block_with_rows() -> None:
    """Cells are kept row by row, and a giant colspan is cut."""
    rows = (
        "<tr><th>वार्ड</th><th>पानी</th></tr><tr><td>1</td><td>2 फीट</td></tr><tr><td colspan='99999999'>कुल दो</td></tr>"
    )
    table = f"<table>{rows}</table>"
    block = next(block for block in _story(_FIRST + _SECOND + table + _THIRD) if block.kind == "table")
    assert block.rows[:2] == (("वार्ड", "पानी"), ("1", "2 फीट"))
    assert block.rows[2][0] == "कुल दो"
    assert len(block.rows[2]) <= 64


def test_caption_and_credit_are_no_part_of_the_body() -> None:
    """Text of a figure, and the few words in a box with a picture, go to the picture."""
    inner = (
        f"{_FIRST}<figure><img src='a.jpg'><figcaption>बाजार में भरा पानी</figcaption></figure>{_SECOND}"
        f"<div><img src='b.jpg'><span>पंप लगाते कर्मचारी</span></div>{_THIRD}"
    )
    assert [block.text for block in _story(inner)] == _LINES[:3]
    assert [block.given.role for block in _blocks(inner) if block.given] == ["caption", "caption"]


@pytest.mark.parametrize(
    ("box", "role"),
    [
        ("<div class='relatedNews'><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a></div>", "read_also"),
        ("<p><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a></p>", "read_also"),
        (
            "<div class='c4fb714d'><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a><p>तीन माह से बंद है।</p></div>",
            "read_also",
        ),
        ("<aside><p>यह एक अलग जानकारी है जो खबर का हिस्सा नहीं है।</p></aside>", "related"),
        ("<div class='ad-slot'>विज्ञापन</div>", "ad"),
        ("<div class='newsletter-box'><p>रोज की खबरें पाने के लिए जुड़ें।</p></div>", "promo"),
        ("<ul class='social-share'><li>फेसबुक</li><li>ट्विटर</li></ul>", "share"),
        ("<div class='author-bio'><p>लेखक दस साल से पत्रकारिता में हैं।</p></div>", "bio"),
        ("<form><p>अपनी राय लिखें और भेजें।</p></form>", "other"),
        ('<div>msid:78,shareUrl:"/x",seopath:"/y",autoplay:true</div>', "other"),
        ("<div class='poll'><h4>आपका मत</h4><p>क्या नाले समय पर साफ हुए?</p></div>", "embed"),
    ],
)
def test_box_between_paragraphs_is_left_out_with_its_role(box: str, role: str) -> None:
    """A box of another purpose leaves one block with role and reason, and the paragraphs around it stay."""
    inner = f"{_FIRST}{_SECOND}{box}{_THIRD}{_FOURTH}"
    assert [block.text for block in _story(inner)] == _LINES
    assert [block.given.role for block in _blocks(inner) if block.given] == [role]


def test_promo_inside_a_paragraph_leaves_the_paragraph_whole() -> None:
    """An inline box is taken out of the sentence that it interrupts and stands behind it."""
    head, tail = _LINES[1][:30], _LINES[1][30:]
    inner = f"{_FIRST}<p>{head}<span class='deepLinkPromo'><a href='/x'>ऐप में पढ़ें</a></span>{tail}</p>{_THIRD}"
    assert [block.text for block in _story(inner)] == _LINES[:3]
    assert [block.text for block in _blocks(inner) if block.given] == ["ऐप में पढ़ें"]


def test_block_element_inside_a_paragraph_splits_it_and_loses_nothing() -> None:
    """A div in a p is invalid and common; the text on both sides is kept."""
    related = "<div class='relativeNews'><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a></div>"
    inner = f"<p>{_LINES[0]}{related}{_LINES[1]}</p>{_THIRD}"
    assert [block.text for block in _story(inner)] == _LINES[:3]


def test_list_of_links_to_other_sites_is_part_of_the_story() -> None:
    """Sources on other sites are no read-also list."""
    links = "".join(f"<li><a href='https://{name}.example/'>मौसम केंद्र {name}</a></li>" for name in ("ek", "do", "teen"))
    story = _story(f"{_FIRST}{_SECOND}<ul>{links}</ul>{_THIRD}")
    assert [block.text for block in story if block.kind == "list_item"] == [
        "मौसम केंद्र ek",
        "मौसम केंद्र do",
        "मौसम केंद्र teen",
    ]


def test_post_of_a_social_network_is_one_quote() -> None:
    """The words of a post and its author make one block, its date does not."""
    post = (
        "<blockquote class='twitter-tweet'><p>पंप चालू हैं।</p>&mdash; नगर पालिका (@np) <a href='#'>2 नवंबर</a></blockquote>"
    )
    story = _story(f"{_FIRST}{_SECOND}{post}{_THIRD}")
    assert [block.text for block in story if block.kind == "quote"] == ["पंप चालू हैं। — नगर पालिका (@np)"]


def test_entries_of_a_live_page_have_their_time() -> None:
    """Each paragraph of an entry has the entry's time, as the page declares it."""
    entries = "".join(
        f"<div><b class='t'><time datetime='2026-11-02T1{n}:00+05:30'>1{n}:00</time></b><p>{line}</p></div>"
        for n, line in enumerate(_LINES)
    )
    assert [block.time for block in _story(f"<div>{entries}</div>")] == [f"2026-11-02T1{n}:00+05:30" for n in range(4)]


def test_captions_are_the_story_of_a_gallery() -> None:
    """Where a page has little text but its captions, they are its body."""
    slides = "".join(
        f"<li><figure><img src='{n}.jpg'><figcaption><p>{line}</p></figcaption></figure></li>"
        for n, line in enumerate(_LINES)
    )
    assert [block.text for block in _story(f"<ol>{slides}</ol>")] == _LINES


def test_standfirst_is_given_its_role_above_the_body_alone() -> None:
    """A name such as standfirst counts above the first paragraph; below, it is a paragraph's style."""
    above, below = (f"<p class='standfirst'>{line}</p>" for line in (_LINES[0], _LINES[3]))
    inner = f"{above}{_SECOND}{_THIRD}{below}{_SECOND.replace('चार', 'पांच')}"
    roles = {block.text: block.given.role if block.given else block.in_story for block in _blocks(inner)}
    assert roles[_LINES[0]] == "summary"
    assert roles[_LINES[3]] is True


def test_tags_and_breadcrumb_are_a_block_each() -> None:
    """Links that no space parts are told apart, and the title of the list is no tag."""
    inner = f"{_FIRST}{_SECOND}{_THIRD}<div class='tags'><b>टैग:</b><a href='/b'>बारिश</a><a href='/p'>पानी</a></div>"
    page = (
        "<body><div class='breadcrumb'><a href='/'>होम</a><a href='/s'>शहर</a></div>"
        + f"<h1>बारिश से बाजार देर से खुले</h1><article>{inner}</article></body>"
    )
    given = [(block.text, block.given.role) for block in read_html(page).blocks if block.given]
    assert given == [
        ("होम", "breadcrumb"),
        ("शहर", "breadcrumb"),
        ("टैग:", "label"),
        ("बारिश", "tags"),
        ("पानी", "tags"),
    ]


def test_text_is_kept_code_point_for_code_point() -> None:
    """Joiners, nukta forms and double spaces inside joiners survive the reading; invisible controls do not."""
    line = "क्\u200dयों न हो, पढ़\u093cाई का यह तरीका व्\u200dयवस्\u200dथा में नया है और इसे सब ने सराहा।"
    story = _story(f"{_FIRST}<p>{line[:20]}\u200b{line[20:]}</p>{_SECOND}")
    assert story[1].text == line
