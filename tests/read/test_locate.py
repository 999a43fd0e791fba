"""The place of the story on a page."""

from __future__ import annotations

from newsx.page import Block
from newsx.read.html import read_html

_PLACES = "पुल घाट बाजार स्कूल थाना मंडी".split()


def _sentences(about: str, count: int = 6) -> list[str]:
    return [
        f"{about} से जुड़ी बैठक {place} के पास हुई, जिसमें {number} गांवों के लोग आए और अपनी बात रखी।"
        for number, place in zip(range(4, 4 + count), _PLACES, strict=False)
    ]


def _paragraphs(about: str, count: int = 6) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in _sentences(about, count))


def _story(page: str) -> list[str]:
    return [block.text for block in read_html(page, url="https://ghati.example/x").blocks if block.in_story]


def test_story_is_found_among_menus_cards_and_footers() -> None:
    """Link lists, teaser articles and a footer's sentences are not the story."""
    cards = "".join(
        f"<article><h3><a href='/{n}'>दूसरी खबर का शीर्षक {n}</a></h3><p>उसका छोटा परिचय यहां लिखा है।</p></article>"
        for n in range(9)
    )
    page = (
        f"<body><nav>{'<a href=/m>मेन्यू</a> ' * 30}</nav><div><h1>नहर पर बैठक</h1><div>{_paragraphs('नहर')}</div></div>"
        f"<div>{cards}</div><footer><p>सामग्री के सभी अधिकार सुरक्षित हैं और बिना अनुमति उपयोग मना है।</p></footer></body>"
    )
    assert _story(page) == _sentences("नहर")


def test_story_in_sibling_chunks_is_found_whole() -> None:
    """Paragraphs spread over several boxes, with ads between, are one story."""
    chunks = "".join(
        f"<div class='x{n}'><p>{sentence}</p></div><div class='ad-slot'>विज्ञापन</div>"
        for n, sentence in enumerate(_sentences("सड़क"))
    )
    assert _story(f"<body><h1>सड़क पर बैठक</h1><section>{chunks}</section></body>") == _sentences("सड़क")


def test_bare_text_with_line_breaks_is_read_line_by_line() -> None:
    """Each br ends a block."""
    text = "<br><br>".join(_sentences("पानी"))
    assert _story(f"<body><h1>पानी पर बैठक</h1><div>{text}</div></body>") == _sentences("पानी")


def test_leaf_divs_and_table_cells_are_paragraphs() -> None:
    """A page without one p element has a story all the same."""
    cells = "".join(f"<tr><td><div>{sentence}</div></td></tr>" for sentence in _sentences("बिजली"))
    assert _story(f"<body><table><tr><td><h1>बिजली पर बैठक</h1></td></tr>{cells}</table></body>") == _sentences("बिजली")


def test_headings_used_as_paragraphs_become_paragraphs() -> None:
    """Where most of the story stands in headings they are its paragraphs."""
    text = "".join(f"<h5><span>{sentence}</span></h5>" for sentence in _sentences("जंगल"))
    blocks = [b for b in read_html(f"<body><h1>जंगल पर बैठक</h1><div>{text}</div></body>").blocks if b.in_story]
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", sentence) for sentence in _sentences("जंगल")]


def test_hidden_copy_of_the_story_is_not_read_twice() -> None:
    """The copy for speech is left out, and said to be a copy."""
    copy = " ".join(_sentences("झील"))
    page = read_html(
        f"<body><h1>झील पर बैठक</h1><div><div style='display:none'>{copy}</div>{_paragraphs('झील')}</div></body>"
    )
    assert [block.text for block in page.blocks if block.in_story] == _sentences("झील")
    assert [block.given.role for block in page.blocks if block.text == copy and block.given] == ["duplicate"]


def test_hidden_text_that_stands_nowhere_else_is_kept() -> None:
    """A collapsed box or a paywall class hides text that is in the page."""
    first, *rest = _sentences("कर")
    hidden = "".join(f"<p>{sentence}</p>" for sentence in rest)
    box = f"<div class='paywall' style='display: none'>{hidden}</div>"
    page = f"<body><h1>कर पर बैठक</h1><article><p>{first}</p>{box}</article></body>"
    assert _story(page) == _sentences("कर")


def test_further_full_stories_below_are_left_out() -> None:
    """The first story is the page's, however long those below are."""
    page = (
        f"<body><article><h1>खेत पर बैठक</h1>{_paragraphs('खेत', 4)}</article>"
        f"<article><h1>खदान पर बैठक</h1>{_paragraphs('खदान', 6)}</article></body>"
    )
    assert _story(page) == _sentences("खेत", 4)


def test_names_do_not_decide_over_most_of_the_text() -> None:
    """A layout whose class name says widget, sidebar or teaser keeps its story."""
    page = f"<body><h1>मेला पर बैठक</h1><div class='teaser related-content'>{_paragraphs('मेला')}</div></body>"
    assert _story(page) == _sentences("मेला")


def test_declared_article_body_vouches_for_paragraphs_in_a_suspicious_box() -> None:
    """A part of the story in a box named promo is kept if JSON-LD has its text."""
    sentences = _sentences("टीका")
    inside = "".join(f"<p>{sentence}</p>" for sentence in sentences[:5])
    declared = '{"@type": "NewsArticle", "headline": "टीका पर बैठक", "articleBody": "' + "".join(sentences) + '"}'
    page = (
        f"<head><script type='application/ld+json'>{declared}</script></head><body><h1>टीका पर बैठक</h1>"
        f"<div>{inside}<div class='promo-box'><p>{sentences[5]}</p></div></div></body>"
    )
    assert _story(page) == sentences


def test_notice_in_latin_letters_is_no_part_of_a_hindi_story() -> None:
    """A site's long English disclaimer below does not widen the story's place."""
    notice = "All information is provided on an as is basis and for information purposes only, and is not advice. " * 6
    menu = "<a href='/m'>मेन्यू की कड़ी</a> " * 15
    rows = [f"<h1>बस पर बैठक</h1>{_paragraphs('बस')}", menu, notice]
    page = "<body><table>" + "".join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table></body>"
    assert _story(page) == _sentences("बस")


def test_page_of_links_has_no_story() -> None:
    """A list of headlines holds no prose, so nothing is a story's block."""
    links = "".join(f"<li><a href='/{n}'>आज की बड़ी खबर का शीर्षक नंबर {n}</a></li>" for n in range(40))
    page = read_html(f"<body><h1>ताजा खबरें</h1><ul>{links}</ul></body>")
    assert not any(block.in_story for block in page.blocks)


def test_nothing_of_the_page_is_dropped_unseen() -> None:
    """Every visible text is in some block, in page order, coarse boxes with their role and reason."""
    menu = " ".join(f"<a href='/{n}'>कड़ी {n}</a>" for n in range(9))
    page = read_html(
        f"<body><nav>{menu}</nav><h1>नाव पर बैठक</h1><article>{_paragraphs('नाव')}"
        "<div class='newsletter'>हमारा न्यूज़लेटर पाएं</div></article><footer>संपर्क</footer></body>"
    )
    by_text: dict[str, Block] = {block.text: block for block in page.blocks}
    assert [block.text for block in page.blocks][1] == "नाव पर बैठक"
    given = {text: block.given.role for text, block in by_text.items() if block.given}
    assert given == {page.blocks[0].text: "navigation", "हमारा न्यूज़लेटर पाएं": "promo", "संपर्क": "footer"}
    assert all(block.given.reason for block in page.blocks if block.given)


def test_links_that_a_sentence_introduces_are_a_list_of_the_story() -> None:
    """The names of schools behind a colon are told, the headlines of other stories are not, colon or no colon."""
    names = ["भदौरा विद्यालय", "नई बस्ती विद्यालय", "घाट पर का विद्यालय"]
    titles = [f"जिले के पुल नंबर {n} पर फिर शुरू हुआ काम" for n in range(3)]

    def page(introduction: str, links: list[str]) -> str:
        listed = "".join(f"<li><a href='/{n}'>{link}</a></li>" for n, link in enumerate(links))
        story = f"{_paragraphs('स्कूल')}<p>{introduction}</p><ul>{listed}</ul>{_paragraphs('पानी')}"
        return f"<body><h1>स्कूल पर बैठक</h1><div>{story}</div></body>"

    introduction = "बैठक में इन विद्यालयों की मरम्मत का प्रस्ताव पास किया गया:"
    assert [text for text in _story(page(introduction, names)) if text in names] == names
    assert not set(titles) & set(_story(page("इस विषय पर हमारी और खबरें यहां पढ़ी जा सकती हैं:", titles)))


def test_a_heading_that_no_declared_title_can_stand_for_stays_in_a_box_of_links() -> None:
    """The page's title is in English; the Hindi one stands in one box with the share links."""
    shares = "".join(f"<a href='/{name}'>{name}</a> " for name in ("facebook", "whatsapp", "twitter", "telegram"))
    box = f"<div><h1>नहर पर तीन घंटे चली बैठक</h1><div>{shares}</div></div>"
    head = "<head><title>Meeting at the canal</title></head>"
    page = f"<html>{head}<body><div>{box}{_paragraphs('नहर')}</div></body></html>"
    headings = [block for block in read_html(page, url="https://ghati.example/x").blocks if block.kind == "heading"]
    assert [(heading.text, heading.given) for heading in headings] == [("नहर पर तीन घंटे चली बैठक", None)]
