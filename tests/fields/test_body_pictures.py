"""The pictures between the blocks of a story."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.article import BodyBlock
from newsx.fields.body import choose_body
from newsx.fields.body_pictures import with_pictures
from newsx.page import Block, Box, PageImage, Role

_PAGE = "https://gaon.example/bihar/a.html"
_BOXES = (Box(0, 5, -1, "body", ""), Box(0, 4, 0, "article", ""))
_STORY: tuple[tuple[Role, Block], ...] = (
    ("headline", Block("नई पुलिया", box=1)),
    ("body", Block("पहला पैरा।", box=1)),
    ("caption", Block("पुरानी पुलिया", box=1)),
    ("body", Block("दूसरा पैरा।", box=1)),
    ("footer", Block("संपर्क", box=0)),
)


def _image(url: str = "/i/pulia.jpg", before: int = 3, **told: Any) -> PageImage:
    return PageImage(url, **{"box": 1, "block": before, "shown_before": before, **told})


def _body(page: Any, *images: PageImage) -> list[BodyBlock]:
    labelled = page(*_STORY, boxes=_BOXES, images=images)
    return list(with_pictures(labelled, choose_body(labelled).value or (), _PAGE, _PAGE))


def _pictures(page: Any, *images: PageImage) -> list[BodyBlock]:
    return [block for block in _body(page, *images) if block.type == "image"]


def test_a_picture_stands_between_the_blocks_around_it(page: Any) -> None:
    """With caption and credit, and without a text."""
    caption = "नई पुलिया। फोटो: सुनील मेहरा"
    assert [(block.type, block.text) for block in _body(page, _image(caption=caption))] == [
        ("paragraph", "पहला पैरा।"),
        ("image", ""),
        ("paragraph", "दूसरा पैरा।"),
    ]
    [picture] = _pictures(page, _image(caption="नई पुलिया", credit="फोटो: सुनील मेहरा"))
    assert (picture.url, picture.caption, picture.credit) == (
        "https://gaon.example/i/pulia.jpg",
        "नई पुलिया",
        "सुनील मेहरा",
    )


def test_a_caption_below_a_picture_is_its_own(page: Any) -> None:
    """Where the block behind it has that role; a paragraph beside it is no caption."""
    assert [block.caption for block in _pictures(page, _image(before=2))] == ["पुरानी पुलिया"]
    assert [block.caption for block in _pictures(page, _image(caption="दूसरा पैरा।"))] == [None]


@pytest.mark.parametrize(("before", "count"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 1), (5, 0)])
def test_pictures_above_and_below_the_story_are_left_out(page: Any, before: int, count: int) -> None:
    """The lead picture has a field of its own; one right behind the last block in the story's box is of the story."""
    assert len(_pictures(page, _image(before=before))) == count


@pytest.mark.parametrize(
    "image",
    [
        _image("data:image/gif;base64,R0"),
        _image("/i/logo.png"),
        _image("/i/qr.png"),
        _image("/icons/kamal.png"),
        _image("./पन्ना_files/pulia.jpg"),
        _image(names="author-photo"),
        _image(names="wp-smiley emoji"),
        _image(told="share"),
        _image(aside=True),
        _image(link="/rajya/talab-4390.html"),
        _image(link="/bihar/a.html-2"),
        _image(link="/rajya/talab-4390.html", caption="तालाब की पाल टूटी"),
        _image(link="https://wa.me/?text=x", caption="हमसे जुड़ें"),
    ],
    ids=lambda image: f"{image.url} {image.names} {image.link}",
)
def test_what_shows_nothing_of_the_story_is_left_out(page: Any, image: PageImage) -> None:
    """Stand-ins, signs, portraits, what a browser saved beside the page, cards of other stories, banners."""
    assert _pictures(page, image) == []


@pytest.mark.parametrize("link", ["/i/pulia-full.jpg", "/bihar/a.html/attachment/7", "#", "javascript:zoom()"])
def test_a_picture_may_lead_to_itself(page: Any, link: str) -> None:
    """To a larger copy, a page below the story's, or nowhere."""
    assert len(_pictures(page, _image(link=link))) == 1


def test_a_picture_is_shown_once(page: Any) -> None:
    """Nor is the lead picture repeated, in whatever size its address tells."""
    assert len(_pictures(page, _image(before=2), _image("/i/pulia.jpg?w=300"))) == 1
    assert _pictures(page, _image(before=0), _image("/i/pulia.jpg?w=300")) == []
