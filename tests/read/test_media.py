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
        ('<img src="/i/s.jpg" srcset="/i/s.jpg 1x, /i/l.jpg 2x">', "/i/s.jpg"),
        ('<img data-srcset="/i/s.jpg 300w,\n/i/l.jpg 1200w">', "/i/l.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="/i/naav.jpg">', "/i/naav.jpg"),
        ("<div><noscript><img src='/i/naav.jpg'></noscript></div>", "/i/naav.jpg"),
        ("<amp-img src='/i/naav.jpg' width=800 height=450></amp-img>", "/i/naav.jpg"),
        ("<picture><source srcset='/i/naav.webp'><img src='/i/naav.jpg'></picture>", "/i/naav.jpg"),
    ],
)
def test_picture_is_given_in_its_fullest_size(markup: str, address: str) -> None:
    """A preview links to the whole picture, or lists its sizes; pages that load pictures late hold it elsewhere."""
    assert [image.url for image in _images(markup)] == [address]


def test_a_list_of_sizes_is_read_up_to_a_length() -> None:
    """One that holds pictures themselves is megabytes long, and the picture's own address does."""
    pictures = ", ".join(f"data:image/png;base64,{'A' * 1000} {width}w" for width in range(1, 400))
    assert [image.url for image in _images(f"<img src='/i/s.jpg' srcset='{pictures}, /i/l.jpg 1200w'>")] == ["/i/s.jpg"]


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
    ],
)
def test_times_have_the_value_and_the_text(markup: str, value: str | None, text: str | None) -> None:
    """Either may be missing."""
    assert [(time.value, time.text) for time in _times(markup)] == [(value, text)]


def test_a_time_without_value_and_text_is_none() -> None:
    """Scripts fill it in on the screen alone."""
    assert _times("<time class='ago'></time>") == ()


def test_hints_of_a_time_are_the_names_around_it() -> None:
    """From the outermost to its own."""
    [time] = _times("<div class='meta'><time class='Pub' datetime='2026-11-02'>2 नवंबर</time></div>")
    assert time.hints.split("/")[-2:] == ["meta", "pub"]
