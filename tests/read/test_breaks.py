"""Lines of markup that were wrapped with <br> become paragraphs again."""

from __future__ import annotations

import textwrap

from newsx.page import Page
from newsx.pipeline import read_page

_FIRST = (
    "तालपुर और भीमखेड़ा को जोड़ने वाले पुराने पुल की मरम्मत तीन महीने से अधूरी पड़ी है, जिससे दोनों गांवों के लोगों को बारह "
    "किलोमीटर का चक्कर लगाना पड़ रहा है। पंचायत सचिव ने बताया कि ठेकेदार को दो बार नोटिस भेजा जा चुका है।"
)
_SECOND = (
    "The council said on Monday that the contractor had left the site without a word, and that a new tender would be "
    "issued before the rains begin; villagers say they have heard this promise twice before and will wait no longer."
)


def _page(inner: str) -> Page:
    return read_page(f"<html><body>{inner}</body></html>".encode())


def _wrapped(text: str) -> str:
    return "<br>".join(textwrap.wrap(text, 60, break_on_hyphens=False))


def test_wrapped_lines_are_joined_and_paragraphs_are_not() -> None:
    """Two <br> part paragraphs, as an empty line does in a dump."""
    page = _page(f"<h1>पुल</h1><div>{_wrapped(_FIRST)}<br><br>{_wrapped(_SECOND)}</div><p>अंत</p>")
    assert [block.text for block in page.blocks] == ["पुल", _FIRST, _SECOND, "अंत"]
    assert [(box.tag, box.first, box.end) for box in page.boxes] == [
        ("body", 0, 4),
        ("h1", 0, 1),
        ("div", 1, 3),
        ("p", 3, 4),
    ]


def test_links_and_pictures_keep_their_place_in_joined_lines() -> None:
    """Shares, offsets and numbers are those of the whole."""
    lines = _wrapped(_SECOND).replace("tender", "<a href='/x'>tender</a>")
    page = _page(f"<p>{_wrapped(_FIRST)}</p><p>{lines}</p><img src='a.jpg'><p>अंत</p>")
    second = page.blocks[1]
    assert (second.text, second.link_starts) == (_SECOND, (_SECOND.index("tender"),))
    assert second.link_density == round(len("tender") / len(_SECOND), 3)
    assert [image.block for image in page.declared.images] == [2]


def test_a_link_over_a_line_end_is_one() -> None:
    """Its words stand in two lines of the markup and in one text."""
    lines = _wrapped(_SECOND)
    at = lines.index("<br>")
    words = lines[at - 3 : at + 8]
    page = _page(f"<p>{_wrapped(_FIRST)}</p><p>{lines.replace(words, f'<a href=/x>{words}</a>')}</p>")
    text, links = page.blocks[1].text, page.blocks[1].links
    assert [(text[link.start : link.end], link.address) for link in links] == [(words.replace("<br>", " "), "/x")]


def test_lists_addresses_and_verse_keep_their_lines() -> None:
    """Their lines end where they are meant to."""
    for lines in (
        ["पहली मांग पुल का काम तुरंत शुरू करने की है", "दूसरी मांग नाव का किराया माफ करने की है", "तीसरी मांग रात में रोशनी"],
        ["Identify prospects by location, industry", "View complete company profiles", "Executive contact data"] * 4,
        ["नगर पालिका भवन, स्टेशन रोड", "तालपुर, जिला रामगढ़", "फोन 12345"],
        ["टूटा पुल है, टूटी आस", "नदी बह रही पास ही पास", "कब आएगी नाव हमारी", "कब पूरी होगी हर आस"] * 3,
    ):
        assert [block.text for block in _page(f"<p>{'<br>'.join(lines)}</p>").blocks] == lines


def test_preformatted_lines_stay() -> None:
    """Verse and code keep line ends and indents; links and bold type in them part no line."""
    assert [block.text for block in _page("<pre>\n\nटूटा पुल है,\nटूटी <b>आस</b>  \n\nनदी</pre>").blocks] == [
        "टूटा पुल है,\nटूटी आस\nनदी"
    ]
    code = "<pre><code><i>def</i> f():\n    <a href='/r'>return</a> 1\r\n\treturn 2<br>f()</code></pre>"
    assert [block.text for block in _page(code).blocks] == ["def f():\n    return 1\n        return 2\nf()"]
    assert [block.text for block in _page("<p>एक\nदो</p>").blocks] == ["एक दो"]
