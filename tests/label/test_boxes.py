"""What the boxes of a page's markup tell of the blocks in them."""

from __future__ import annotations

import pytest

from newsx.label.boxes import is_code, outermost_told
from newsx.page import Block, Box, Label, Page
from tests.label.conftest import HEADLINE, PARAGRAPHS, body_of, role_of, roles_of_html

_FIRST, _SECOND, _THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)


def _roles(inner: str, above: str = "", below: str = "") -> list[tuple[str, str]]:
    return roles_of_html(f"{above}<h1>{HEADLINE}</h1><article>{inner}</article>{below}")


@pytest.mark.parametrize(
    ("box", "role"),
    [
        ("<div class='relatedNews'><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a></div>", "read_also"),
        ("<aside><p>यह एक अलग जानकारी है जो खबर का हिस्सा नहीं है।</p></aside>", "related"),
        ("<div class='ad-slot'>विज्ञापन</div>", "ad"),
        ("<div class='newsletter-box'><p>रोज की खबरें पाने के लिए जुड़ें।</p></div>", "promo"),
        ("<ul class='social-share'><li>फेसबुक</li><li>ट्विटर</li></ul>", "share"),
        ("<div class='author-bio'><p>लेखक दस साल से पत्रकारिता में हैं।</p></div>", "bio"),
        ("<form><p>अपनी राय लिखें और भेजें।</p></form>", "other"),
        ('<div>msid:78,shareUrl:"/x",seopath:"/y",autoplay:true</div>', "other"),
        ("<div class='poll'><h4>आपका मत</h4><p>क्या नाले समय पर साफ हुए?</p></div>", "embed"),
        ("<figure><img src='a.jpg'><figcaption>बाजार में भरा पानी</figcaption></figure>", "caption"),
    ],
)
def test_a_box_between_paragraphs_is_left_out_with_its_role(box: str, role: str) -> None:
    """A box of another purpose, whose blocks are no story, gives them its role; the paragraphs around it stay."""
    pairs = _roles(f"{_FIRST}{_SECOND}{box}{_THIRD}")
    assert body_of(pairs) == list(PARAGRAPHS)
    assert {given for given, text in pairs if text not in (HEADLINE, *PARAGRAPHS)} == {role}


@pytest.mark.parametrize(
    "box",
    [
        "<p><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a></p>",
        "<div class='c4fb714d'><a href='/x'>पुल का काम फिर रुका, लोग परेशान</a><p>तीन माह से बंद है।</p></div>",
        "<div><img src='b.jpg'><span>पंप लगाते कर्मचारी</span></div>",
    ],
    ids=["linked-line", "card", "picture"],
)
def test_a_box_without_a_telling_name_is_left_out_as_well(box: str) -> None:
    """The linked title of another story, its card, the few words beside a picture."""
    assert body_of(_roles(f"{_FIRST}{_SECOND}{box}{_THIRD}")) == list(PARAGRAPHS)


@pytest.mark.parametrize("names", ["widget", "teaser related-content", "sidebar", "promo-box", "share"])
def test_a_box_that_holds_the_story_tells_nothing_of_it(names: str) -> None:
    """A layout whose class names speak of something else keeps its story."""
    pairs = roles_of_html(f"<h1>{HEADLINE}</h1><div class='{names}'>{_FIRST}{_SECOND}{_THIRD}</div>")
    assert body_of(pairs) == list(PARAGRAPHS)


def test_promo_inside_a_paragraph_leaves_the_paragraph_whole() -> None:
    """An inline box is taken out of the sentence that it interrupts."""
    head, tail = PARAGRAPHS[1][:30], PARAGRAPHS[1][30:]
    promo = "<span class='deepLinkPromo'><a href='/x'>ऐप में पढ़ें</a></span>"
    pairs = _roles(f"{_FIRST}<p>{head}{promo}{tail}</p>{_THIRD}")
    assert body_of(pairs) == list(PARAGRAPHS)
    assert role_of(pairs, "ऐप में") == "promo"


def test_a_hidden_copy_of_the_story_is_none_of_it() -> None:
    """The copy for speech is left out, and said to be hidden; hidden text that stands nowhere else is kept."""
    copy = " ".join(PARAGRAPHS)
    pairs = _roles(f"<div style='display:none'>{copy}</div>{_FIRST}{_SECOND}{_THIRD}")
    assert body_of(pairs) == list(PARAGRAPHS)
    collapsed = f"{_FIRST}<div class='paywall' style='display: none'>{_SECOND}{_THIRD}</div>"
    assert body_of(_roles(collapsed)) == list(PARAGRAPHS)


def test_a_standfirst_is_one_between_headline_and_story_alone() -> None:
    """Below, its name is a paragraph's style."""
    line = "गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है और अब पीने के पानी का संकट है।"
    standfirst = f"<p class='standfirst'>{line}</p>"
    assert role_of(_roles(f"{standfirst}{_FIRST}{_SECOND}{_THIRD}"), line) == "summary"
    assert line in body_of(_roles(f"{_FIRST}{_SECOND}{standfirst}{_THIRD}"))


def test_tags_and_breadcrumb_have_a_block_each() -> None:
    """Links that no space parts are told apart, and the title of the list is no tag."""
    tags = "<div class='tags'><b>टैग:</b><a href='/b'>बारिश</a><a href='/p'>पानी</a></div>"
    trail = "<div class='breadcrumb'><a href='/'>होम</a><a href='/s'>शहर</a></div>"
    pairs = _roles(f"{_FIRST}{_SECOND}{_THIRD}{tags}", above=trail)
    assert [pair for pair in pairs if pair[1] not in (HEADLINE, *PARAGRAPHS)] == [
        ("breadcrumb", "होम"),
        ("breadcrumb", "शहर"),
        ("label", "टैग:"),
        ("tags", "बारिश"),
        ("tags", "पानी"),
    ]


def test_tags_and_breadcrumbs_far_from_the_story_are_navigation() -> None:
    """Those nearest to it are its own."""
    tags = "<div class='tags'><a href='/{0}1'>{0} एक</a> <a href='/{0}2'>{0} दो</a></div>"
    trail = "<div class='breadcrumb'><a href='/{0}'>{0}</a></div>"
    pairs = _roles(
        f"{_FIRST}{_SECOND}{_THIRD}{tags.format('नदी')}",
        above=trail.format("वीडियो") + trail.format("बिहार"),
        below=f"<div><p>और देखें</p></div>{tags.format('खेल')}",
    )
    told = {text: role for role, text in pairs}
    assert (told["बिहार"], told["वीडियो"]) == ("breadcrumb", "navigation")
    assert (told["नदी एक"], told["नदी दो"], told["खेल एक"]) == ("tags", "tags", "navigation")


def test_a_nav_of_a_few_links_right_above_the_headline_is_the_breadcrumb() -> None:
    """Whatever its names are; one of many links is a menu."""
    trail = "<nav class='menu'><a href='/'>होम</a><a href='/s'>शहर</a></nav>"
    assert role_of(_roles(f"{_FIRST}{_SECOND}{_THIRD}", above=trail), "शहर") == "breadcrumb"
    menu = f"<nav>{''.join(f'<a href=/{n}>कड़ी {n}</a>' for n in range(12))}</nav>"
    assert role_of(_roles(f"{_FIRST}{_SECOND}{_THIRD}", above=menu), "कड़ी 11") == "navigation"


def test_the_headline_is_taken_by_no_box() -> None:
    """It often stands in one box with the share links, or in the header that holds the menu."""
    shares = "".join(f"<a href='/{name}'>{name}</a> " for name in ("facebook", "whatsapp", "twitter", "telegram"))
    box = f"<div class='share-bar'><h1>{HEADLINE}</h1><div>{shares}</div></div>"
    pairs = roles_of_html(f"<div>{box}{_FIRST}{_SECOND}{_THIRD}</div>", "<title>Water level of the Ganga falls</title>")
    assert role_of(pairs, HEADLINE) == "headline"


def test_the_outermost_told_box_counts() -> None:
    """Boxes of the whole page, and the footer of an article, tell nothing."""

    def told(tag: str, first: int, end: int, parent: int) -> Box:
        return Box(first, end, parent, tag, "", Label("related", tag))

    page = Page(
        "html",
        tuple(Block(str(number), box=0) for number in range(5)),
        boxes=(
            told("body", 0, 5, -1),
            told("div", 1, 3, 0),
            told("p", 1, 2, 1),
            told("article", 3, 5, 0),
            told("footer", 4, 5, 3),
        ),
    )
    assert [box and box.tag for box in outermost_told(page)] == [None, "div", "div", None, None]
    inner = outermost_told(page, lambda box: box.tag != "div")
    assert [box and box.tag for box in inner] == [None, "p", None, None, None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('msid:78,shareUrl:"/x",autoplay:true', True),
        ('{"a":1,"b":[2],"c":{"d":"e"}}', True),
        ("समय: 10:30, स्थान: पटना, दिन: सोमवार", False),
        ("Time:10 Place:Patna Day:Monday", False),
    ],
)
def test_code_is_told_by_names_and_values_without_a_space(text: str, code: bool) -> None:
    """Three pairs at least; lines of a notice are none."""
    assert is_code(text) == code


def test_a_paragraph_that_shares_its_box_with_a_picture_is_of_the_story() -> None:
    """So is a table; a line of few words, or of a name that tells, goes with the picture."""
    paragraph = "पंप लगाने वाले कर्मचारियों ने रात भर में तीन मोहल्लों से पानी निकाला और सुबह तक सड़क पर गाड़ियां फिर चलने लगीं।"
    picture = "<img src='b.jpg' width='800' height='450'>"
    assert paragraph in body_of(_roles(f"{_FIRST}<div>{picture}<p>{paragraph}</p></div>{_SECOND}{_THIRD}"))
    for names, line in (
        ("c1", f"<p class='caption'>{paragraph}</p>"),
        ("c1", "<p>पंप लगाते कर्मचारी।</p>"),
        ("image-widget", f"<p>{paragraph}</p>"),
    ):
        inner = f"{_FIRST}<div class='{names}'>{picture}{line}</div>{_SECOND}{_THIRD}"
        assert body_of(_roles(inner)) == list(PARAGRAPHS)


def test_a_line_that_is_set_as_the_paragraph_beside_it_goes_with_it() -> None:
    """Where both share the box of a picture, neither is its caption."""
    line = "पंप लगाते कर्मचारी सोमवार को मोहल्ले में, जहां रात भर में पानी भर गया था।"
    paragraph = f"{PARAGRAPHS[0][:120]}।"
    picture = "<img src='b.jpg' width='800' height='450'>"
    alike = f"<div class='article_info'>{picture}<p>{line}</p><p>{paragraph}</p></div>{_SECOND}{_THIRD}"
    other = f"<div class='article_info'>{picture}<p class='c2'>{line}</p><p>{paragraph}</p></div>{_SECOND}{_THIRD}"
    assert role_of(_roles(alike), line) != "caption"
    assert role_of(_roles(other), line) == "caption"


def test_the_caption_of_a_figure_may_be_of_any_length() -> None:
    """A caption that only its class name tells is short; captions that make up the page are its story."""
    long = f"{PARAGRAPHS[1]} {PARAGRAPHS[2]} {PARAGRAPHS[1].replace('पानी', 'कीचड़')}"
    figure = f"<figure><img src='a.jpg'><figcaption>{long}</figcaption></figure>"
    assert role_of(_roles(f"{_FIRST * 3}{figure}{_SECOND}{_THIRD}{_FIRST}"), long) == "caption"
