"""The lead picture."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.article import Image
from newsx.fields.image import choose_image
from newsx.page import PageImage

PICTURE = "https://img.gaon.example/2026/01/pulia.jpg"
CANONICAL = {"canonical": "https://www.gaon.example/bihar/pulia-101.html"}


@pytest.mark.parametrize(
    "declared",
    [
        {"meta": {"og:image": PICTURE}},
        {"meta": {"twitter:image:src": PICTURE}},
        {
            "json_ld": [
                {"@type": "NewsArticle", "headline": "नई पुलिया", "image": [{"@type": "ImageObject", "url": PICTURE}]}
            ]
        },
        {"images": [PageImage(PICTURE)]},
        {"meta": {"og:image": "//img.gaon.example/2026/01/pulia.jpg"}},
    ],
)
def test_picture_is_found_where_it_is_declared(page: Any, declared: dict[str, Any]) -> None:
    """Open Graph, Twitter, JSON-LD, or the first picture of the story; a scheme is filled in."""
    assert choose_image(page(**declared), None).value == Image(PICTURE)


@pytest.mark.parametrize(
    "address",
    [
        "https://gaon.example",
        "https://gaon.example/images/logo.png",
        "https://gaon.example/img/gaon-logo_600x60.jpg",
        "https://gaon.example/images/nopreview.png",
        "https://gaon.example/default-image.jpg",
        "https://gaon.example/assets/placeholder.webp",
        "https://gaon.example/images/breadcrumb_arrow.jpg",
        "https://gaon.example/icon.svg",
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
    ],
)
def test_logo_or_placeholder_is_no_picture(page: Any, address: str) -> None:
    """The front page, a logo, a stand-in or an inline pixel is not what the story shows; the next on offer is taken."""
    assert choose_image(page(meta={"og:image": address}), None).value is None
    assert choose_image(page(meta={"og:image": address}, images=[PageImage(PICTURE)]), None).value == Image(PICTURE)


@pytest.mark.parametrize(
    "name", ["logon-kendra.jpg", "default-karjdar.jpg", "2026-blankets.jpg", "catalogo.jpg", "dal-ka-logo.jpg"]
)
def test_words_that_look_like_a_logo_stay(page: Any, name: str) -> None:
    """Only whole words of the file name count."""
    address = f"https://img.gaon.example/{name}"
    assert choose_image(page(meta={"og:image": address}), None).value == Image(address)


def test_publishers_own_logo_is_known_by_its_declaration(page: Any) -> None:
    """What JSON-LD calls the logo is one, whatever its file is called."""
    mark = "https://gaon.example/brand/600x60.png"
    labelled = page(
        meta={"og:image": mark}, json_ld=[{"@type": "Organization", "logo": {"@type": "ImageObject", "url": mark}}]
    )
    assert choose_image(labelled, None).value is None


def test_caption_belongs_to_the_same_picture_in_any_size(page: Any) -> None:
    """The shown picture is known again by its file name, and its caption and credit go with it."""
    shown = [
        PageImage("/uploads/other.jpg", "कुछ और"),
        PageImage("/cdn/pulia-696x392.jpg.webp", "सोनपुर की पुलिया", "मीरा जोशी"),
    ]
    labelled = page(meta={"og:image": PICTURE}, links=CANONICAL, images=shown)
    assert choose_image(labelled, None).value == Image(PICTURE, "सोनपुर की पुलिया", "मीरा जोशी")


@pytest.mark.parametrize(
    ("shown", "caption", "credit"),
    [
        ("सोनपुर की पुलिया - फोटो : गांव समाचार", "सोनपुर की पुलिया", "गांव समाचार"),
        ("सोनपुर की पुलिया (Photo Credit: PTI)", "सोनपुर की पुलिया", "PTI"),
        ("सोनपुर की पुलिया। (गांव फोटो)", "सोनपुर की पुलिया।", "गांव"),
        ("सोनपुर की पुलिया। (फोटो- मीरा जोशी)", "सोनपुर की पुलिया।", "मीरा जोशी"),
        ("सोनपुर की पुलिया (छायाचित्र: मीरा जोशी)", "सोनपुर की पुलिया", "मीरा जोशी"),
        ("इमेज स्रोत, Getty Images इमेज कैप्शन, सोनपुर की पुलिया", "सोनपुर की पुलिया", "Getty Images"),
        ("पुलिया की तस्वीर - रात में रोशनी", "पुलिया की तस्वीर - रात में रोशनी", None),
        ("सोनपुर की पुलिया। फोटो-गांव समाचार", "सोनपुर की पुलिया।", "गांव समाचार"),
        ("सोनपुर की पुलिया। चित्र स्रोत: मीरा जोशी", "सोनपुर की पुलिया।", "मीरा जोशी"),
        ("सोनपुर की पुलिया (PTI)", "सोनपुर की पुलिया", "PTI"),
        ("सोनपुर की पुलिया/ पीटीआई", "सोनपुर की पुलिया", "पीटीआई"),
        ("सोनपुर की पुलिया (Getty Images)", "सोनपुर की पुलिया", "Getty Images"),
        ("सोनपुर की पुलिया (फाइल फोटो)", "सोनपुर की पुलिया (फाइल फोटो)", None),
        ("सोनपुर की पुलिया (प्रतीकात्मक तस्वीर)", "सोनपुर की पुलिया (प्रतीकात्मक तस्वीर)", None),
        ("सोनपुर की पुलिया (बाएं)", "सोनपुर की पुलिया (बाएं)", None),
        ("सोनपुर/पटना", "सोनपुर/पटना", None),
        ("Photograph: मीरा जोशी", None, "मीरा जोशी"),
        ("Photo: मीरा जोशी", None, "मीरा जोशी"),
        ("सोनपुर की पुलिया का फोटो", "सोनपुर की पुलिया का फोटो", None),
    ],
)
def test_credit_is_parted_from_the_caption(page: Any, shown: str, caption: str | None, credit: str | None) -> None:
    """A credit at the end of a caption is told apart; the word photo in a sentence is not one."""
    labelled = page(images=[PageImage(PICTURE, shown)])
    assert choose_image(labelled, None).value == Image(PICTURE, caption, credit)


def test_line_above_the_story_is_the_caption_of_a_picture_without_one(page: Any) -> None:
    """The markup may not tell which text belongs to which picture; a line further down belongs to another one."""
    caption = ("caption", "सोनपुर की पुलिया – फोटो : गांव समाचार")
    story = [("body", "पुलिया बनी।"), ("body", "काम पूरा हुआ।")]
    above = page(("headline", "नई पुलिया"), caption, *story, meta={"og:image": PICTURE})
    assert choose_image(above, None).value == Image(PICTURE, "सोनपुर की पुलिया", "गांव समाचार")
    below = page(("headline", "नई पुलिया"), *story, caption, meta={"og:image": PICTURE})
    assert choose_image(below, None).value == Image(PICTURE)


def test_page_without_picture_has_none(page: Any) -> None:
    """No picture, no evidence."""
    choice = choose_image(page(), None)
    assert (choice.value, choice.evidence) == (None, None)


@pytest.mark.parametrize(("above", "is_lead"), [(11, True), (12, False)])
def test_the_lead_is_among_the_first_dozen_pictures(page: Any, above: int, is_lead: bool) -> None:
    """Those far below are the story's, and none of them stands for it."""
    icons = [PageImage(f"https://gaon.example/{number}/icon.svg") for number in range(above)]
    found = choose_image(page(images=[*icons, PageImage(PICTURE)]), None).value
    assert found == (Image(PICTURE) if is_lead else None)
