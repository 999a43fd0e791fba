"""Pictures and times of a page, with their texts and their places."""

from __future__ import annotations

import pytest

from newsx.page import PageImage, PageTime
from newsx.read.html import read_html

_STORY = "<p>झील की सफाई के बाद पानी का स्तर बढ़ा और नावें फिर चलने लगीं, ऐसा नाविक संघ ने बताया।</p>"


def _images(inner: str) -> tuple[PageImage, ...]:
    return read_html(f"<body><article><h1>नावें लौटीं</h1>{inner}{_STORY}</article></body>").declared.images


def _times(inner: str) -> tuple[PageTime, ...]:
    return read_html(f"<body><article><h1>नावें लौटीं</h1>{inner}{_STORY}</article></body>").declared.times


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<a href="/i/naav.jpg"><img src="/i/naav-696x392.jpg"></a>', "/i/naav.jpg"),
        ('<a href="/story-2.html"><img src="/i/naav.jpg"></a>', "/i/naav.jpg"),
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 300w, /i/l.jpg 1200w, /i/m.jpg 700w">', "/i/l.jpg"),
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 1x, /i/l.jpg 2x">', "/i/l.jpg"),
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 300w,/i/l.jpg 1200w,/i/m.jpg 700w">', "/i/l.jpg"),
        ('<img src="/i/s.jpg" srcset="/w_300,h_200/n.jpg 300w, /w_900,h_600/n.jpg 900w">', "/w_900,h_600/n.jpg"),
        ('<img srcset="/i/lq.jpg 30w" data-src="/i/naav.jpg">', "/i/naav.jpg"),
        ('<img srcset="/i/blank.gif" data-srcset="/i/s.jpg 300w, /i/l.jpg 1200w">', "/i/l.jpg"),
        ('<img src="/i/s.jpg" data-orig-file="/i/naav.jpg" data-src="/i/m.jpg">', "/i/naav.jpg"),
        ('<img src="/i/lq.jpg" data-lazy-src="/i/naav.jpg">', "/i/naav.jpg"),
        ("<img src='about:blank' data-original='/i/naav.jpg'>", "/i/naav.jpg"),
        ('<img data-srcset="/i/s.jpg 300w,\n/i/l.jpg 1200w">', "/i/l.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="/i/naav.jpg">', "/i/naav.jpg"),
        ("<div><noscript><img src='/i/naav.jpg'></noscript></div>", "/i/naav.jpg"),
        ("<amp-img src='/i/naav.jpg' width=800 height=450></amp-img>", "/i/naav.jpg"),
        ("<picture><source srcset='/i/naav.webp'><img src='/i/naav.jpg'></picture>", "/i/naav.jpg"),
        ("<picture><source srcset='/i/naav.webp'><img src='data:image/gif;base64,R0'></picture>", "/i/naav.webp"),
        ("<picture><source srcset='/s.jpg 300w, /l.jpg 1200w'><img src='/m.jpg'></picture>", "/l.jpg"),
        ("<picture><source data-srcset='/s.jpg 400w'><source data-srcset='/l.jpg 900w'><img></picture>", "/l.jpg"),
        ("<amp-img src='/i/naav.jpg' width=16 height=9 layout=responsive></amp-img>", "/i/naav.jpg"),
        ("<figure><img src='/max/30/n.jpg?q=20'><img data-src='/max/800/n.jpg'></figure>", "/max/800/n.jpg"),
        ("<div><img src='/n-tiny.jpg'><noscript><img src='/n-800x450.jpg'></noscript></div>", "/n-800x450.jpg"),
        ("<img src='/n.jpg?w=1200'><img src='/n.jpg?w=60&blur=1'>", "/n.jpg?w=1200"),
    ],
)
def test_picture_is_given_in_its_fullest_size(markup: str, address: str) -> None:
    """A preview links to the whole picture, or lists its sizes; pages that load pictures late hold it elsewhere."""
    assert [image.url for image in _images(markup)] == [address]


def test_a_list_of_sizes_is_read_up_to_a_length() -> None:
    """One that holds pictures themselves is megabytes long, and the picture's own address does."""
    pictures = ", ".join(f"data:image/png;base64,{'A' * 1000} {width}w" for width in range(1, 400))
    assert [image.url for image in _images(f"<img src='/i/s.jpg' srcset='{pictures}, /i/l.jpg 1200w'>")] == ["/i/s.jpg"]


def test_pictures_with_text_between_them_or_other_names_are_several() -> None:
    """A gallery numbers its files; the same picture further down is another place of it."""
    gallery = "<img src='/n-1.jpg'><img src='/n-2.jpg'><p>घाट पर नाव</p><img src='/n-2.jpg?w=900'>"
    assert [image.url for image in _images(gallery)] == ["/n-1.jpg", "/n-2.jpg", "/n-2.jpg?w=900"]


@pytest.mark.parametrize(
    "markup", ["<img src='/i.png' width=20>", "<img src='/i.png' height='48px'>", "<img alt='नाव'>"]
)
def test_icons_and_pictures_without_an_address_are_none(markup: str) -> None:
    """By the size that the markup tells."""
    assert _images(markup) == ()


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (
            "<figure><img src=a><figcaption>घाट पर नाव <i class='credit'>राजेश</i></figcaption></figure>",
            "घाट पर नाव",
            "राजेश",
        ),
        ("<figure><img src=a><span>घाट पर नाव</span></figure>", "घाट पर नाव", None),
        ("<div><img src=a><span>घाट पर नाव</span></div>", "घाट पर नाव", None),
        ("<div><img src=a></div><div class='caption'>घाट पर नाव</div>", "घाट पर नाव", None),
        (f"<div><img src=a>{_STORY * 6}</div>", None, None),
        ("<p><img src=a>घाट पर नाव चल रही है।</p>", None, None),
    ],
)
def test_picture_comes_with_caption_and_credit(markup: str, caption: str | None, credit: str | None) -> None:
    """Of its figure, else the few words in a box with it; a paragraph is no caption."""
    assert [(image.caption, image.credit) for image in _images(markup)] == [(caption, credit)]


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        ("<div>{}<p>नाव में बैठकर बच्चे स्कूल पहुंचे।</p></div>", None),
        ("<div>{}<h3>नाव की मांग</h3></div>", None),
        ("<ul><li>{} दूसरी मांग नाव की है</li></ul>", None),
        ("<table><tr><td>{} तालपुर</td><td>5</td></tr></table>", None),
        ("<div>{}<p>झील के किनारे नाव</p></div>", "झील के किनारे नाव"),
        ("<div class='wp-image'>{}<p>बच्चे नाव से स्कूल पहुंचे।</p></div>", "बच्चे नाव से स्कूल पहुंचे।"),
        ("<figure>{}<figcaption>झील के किनारे नाव</figcaption></figure>", "झील के किनारे नाव"),
    ],
)
def test_text_that_shares_its_box_with_a_picture_stands_for_itself(markup: str, caption: str | None) -> None:
    """A sentence, a heading, an item and a cell are no caption, unless the box is named for its picture."""
    assert _images(markup.format("<img src='/i/naav.jpg'>"))[0].caption == caption


def test_alternative_text_is_kept() -> None:
    """White space in it collapsed."""
    assert [image.alt for image in _images("<img src=a alt=' घाट पर\n नाव '><img src=b alt=''>")] == [
        "घाट पर नाव",
        None,
    ]


@pytest.mark.parametrize(
    ("markup", "value", "text"),
    [
        ("<time datetime=' 2026-11-02T10:00 '>2 नवंबर</time>", "2026-11-02T10:00", "2 नवंबर"),
        ("<time>2 <b>नवंबर</b></time>", None, "2 नवंबर"),
        ("<time datetime='2026-11-02'></time>", "2026-11-02", None),
        ("<time title='2 नवंबर 2026, 10:00'>एक घंटा पहले</time>", "2 नवंबर 2026, 10:00", "एक घंटा पहले"),
        ("<time datetime='10:00' title='2026-11-02T10:00:00+05:30'>10:00</time>", "2026-11-02T10:00:00+05:30", "10:00"),
        ("<time data-timestamp='1793593800'>कल</time>", "1793593800", "कल"),
        ("<time datetime='PT5M'>5 मिनट</time>", "PT5M", "5 मिनट"),
        (
            "<abbr class='published' title='2026-11-02T10:00:00+05:30'>10:00</abbr>",
            "2026-11-02T10:00:00+05:30",
            "10:00",
        ),
        ("<a href='/a'><abbr title='20261102T100000+0530'>10:00</abbr></a>", "20261102T100000+0530", "10:00"),
        ("<span class='post-date' title='Monday, 2 November 2026'>कल</span>", "Monday, 2 November 2026", "कल"),
        ("<amp-timeago datetime='2026-11-02T10:00:00Z'>कल</amp-timeago>", "2026-11-02T10:00:00Z", "कल"),
        ("<relative-time datetime='2026-11-02T10:00:00Z'></relative-time>", "2026-11-02T10:00:00Z", None),
    ],
)
def test_times_have_the_value_and_the_text(markup: str, value: str | None, text: str | None) -> None:
    """Either may be missing."""
    assert [(time.value, time.text) for time in _times(markup)] == [(value, text)]


@pytest.mark.parametrize(
    "markup",
    [
        "<time class='ago'></time>",
        "<abbr title='भारतीय जनता पार्टी'>भाजपा</abbr>",
        "<abbr title='Right to Information Act, 2005'>RTI</abbr>",
        "<span title='12 जून 2024 की बैठक'>बैठक</span>",
        "<span class='updates' title='बजट 2026'>बजट</span>",
        "<amp-timeago>कल</amp-timeago>",
    ],
)
def test_what_states_no_time_is_none(markup: str) -> None:
    """Scripts fill a time in on the screen alone; a title writes words out, and may name a year."""
    assert _times(markup) == ()


def test_a_time_in_an_attribute_tells_the_box_that_it_stands_in() -> None:
    """As a time element does, so that one of a comment is not the story's."""
    page = read_html(
        f"<body><article><h1>नावें लौटीं</h1>{_STORY}</article><div class='comments'><p>अच्छा"
        "<abbr title='2026-11-02T10:00:00Z'>कल</abbr></p></div></body>"
    )
    [time] = page.declared.times
    paragraph = page.boxes[time.box]
    assert (paragraph.tag, page.boxes[paragraph.parent].names) == ("p", "comments")


def test_hints_of_a_time_are_the_names_around_it() -> None:
    """From the outermost to its own."""
    [time] = _times("<div class='meta'><time class='Pub' datetime='2026-11-02'>2 नवंबर</time></div>")
    assert time.hints.split("/")[-2:] == ["meta", "pub"]


@pytest.mark.parametrize(
    ("markup", "copies"),
    [
        ("<amp-img src=/naav-1.jpg><noscript><img src=/naav-2.jpg></noscript></amp-img>", [False, True]),
        ("<img data-src=/naav-1.jpg><noscript><img src=/naav-2.jpg></noscript>", [False, True]),
        ("<picture><img src=/naav-1.jpg></picture><noscript><img src=/naav-2.jpg></noscript>", [False, True]),
        ("<img src='data:,'><noscript><img src=/naav-2.jpg></noscript>", [False]),
        ("<img src=/naav-1.jpg><img src=/naav-2.jpg>", [False, False]),
    ],
)
def test_a_picture_for_browsers_without_scripts_is_a_copy(markup: str, copies: list[bool]) -> None:
    """Unless the one that it stands for tells no address."""
    assert [image.is_copy for image in _images(f"<figure>{markup}</figure>")] == copies


def test_a_picture_tells_where_a_reader_meets_it() -> None:
    """Within a paragraph it stands before the next block; its link and the names around it alone are kept."""
    page = read_html(
        "<body><p>नाव</p><p>झील का <img src='/a.jpg'> पानी</p>"
        "<p class='pic'><a href='/b'><img class='in' src='/b.jpg'></a></p><p>अंत</p></body>"
    )
    assert [(image.block, image.shown_before, image.link, image.names) for image in page.declared.images] == [
        (1, 2, None, ""),
        (2, 2, "/b", "in pic"),
    ]
