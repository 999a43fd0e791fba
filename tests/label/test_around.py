"""Which of a page's pictures, times and properties are the story's."""

from __future__ import annotations

import pytest

from newsx.label.around import own_declarations
from newsx.label.story import Story
from newsx.page import Declared, Page
from newsx.read.html import read_html
from newsx.read.text import read_text

_TITLE = "<h1>झील में नावें लौटीं</h1>"
_STORY = "".join(f"<p>झील की सफाई के {number} दिन बाद नावें फिर चलने लगीं।</p>" for number in range(3, 7))


def _own(page: Page) -> Declared:
    """What is declared of the story that `_STORY` is, below `_TITLE`."""
    members = [n for n, block in enumerate(page.blocks) if block.text.startswith("झील की सफाई")]
    headline = next((n for n, block in enumerate(page.blocks) if block.text == "झील में नावें लौटीं"), None)
    return own_declarations(page, Story(members[0], members[-1] + 1, frozenset(members), {}), headline)


def _of(body: str) -> Declared:
    return _own(read_html(f"<body>{body}</body>"))


def _images(body: str) -> list[str]:
    return [image.url for image in _of(body).images]


@pytest.mark.parametrize(
    ("body", "urls"),
    [
        (f"<article>{_TITLE}<img src=a>{_STORY}<img src=b></article>", ["a", "b"]),
        (f"<article>{_TITLE}<figure><img src=a></figure><div>{_STORY}</div></article>", ["a"]),
        (f"<img src=logo><p>होम</p><article>{_TITLE}{_STORY}</article><p>और</p><img src=card>", []),
        (f"{_TITLE}<img src=a>{_STORY}<p>संपर्क</p><img src=z>", ["a"]),
        (f"<article>{_TITLE}{_STORY}<aside><img src=card><p>और</p></aside></article>", []),
        (f"<article>{_TITLE}<div class='author-bio'><img src=face></div>{_STORY}</article>", []),
        (f"<article>{_TITLE}{_STORY}<article><img src=card><p>और</p></article></article>", []),
        (f"<div class='sidebar related-widget'>{_TITLE}<img src=a>{_STORY}</div>", ["a"]),
        (f"<aside>{_TITLE}<img src=a>{_STORY}</aside>", ["a"]),
    ],
    ids=["in", "between", "outside", "no-box", "aside", "bio", "card", "named", "part"],
)
def test_pictures_in_the_story_and_below_its_headline_are_its_own(body: str, urls: list[str]) -> None:
    """Those in parts of another purpose, on cards and outside are not; a box that holds the story tells nothing."""
    assert _images(body) == urls


def test_all_pictures_of_a_story_are_its_own() -> None:
    """A gallery may have many; which of them may be the lead is asked in `newsx.fields.image`."""
    pictures = "".join(f"<img src='{n}'>" for n in range(20))
    assert _images(f"<article>{_TITLE}{pictures}{_STORY}</article>") == [str(n) for n in range(20)]


@pytest.mark.parametrize(
    ("body", "values"),
    [
        (f"<article>{_TITLE}<time datetime=1></time>{_STORY}</article>", ["1"]),
        (f"<div><time datetime=1></time></div>{_TITLE}{_STORY}", ["1"]),
        (f"<article>{_TITLE}{_STORY}<aside><time datetime=2>कल</time></aside></article>", []),
        (f"<nav><time datetime=2></time></nav><article>{_TITLE}{_STORY}</article>", []),
        (f"<article>{_TITLE}{_STORY}</article><article><p>और</p><time datetime=2></time></article>", []),
        (f"{_TITLE}{_STORY}<div class='comments'><time datetime=2>कल</time></div>", []),
    ],
)
def test_times_on_cards_in_menus_and_in_comments_are_none_of_the_story(body: str, values: list[str]) -> None:
    """All others may be."""
    assert [time.value for time in _of(body).times] == values


def _item(tag: str, inner: str) -> str:
    return f"<{tag} itemscope itemtype='https://schema.org/NewsArticle'>{inner}</{tag}>"


_AUTHOR = "<meta itemprop='author' content='मीना'>"


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        (_item("main", f"{_TITLE}{_AUTHOR}{_STORY}"), ("मीना",)),
        (_item("header", f"{_TITLE}{_AUTHOR}") + _STORY, ("मीना",)),
        (f"<main>{_TITLE}{_STORY}{_item('div', _AUTHOR)}</main>", ("मीना",)),
        (f"{_AUTHOR}{_TITLE}{_STORY}", ("मीना",)),
        (f"<main>{_TITLE}{_STORY}</main>" + _item("div", f"<p>और</p>{_AUTHOR}"), None),
        (f"<main>{_TITLE}{_STORY}" + _item("article", f"<p>और</p>{_AUTHOR}") + "</main>", None),
    ],
    ids=["holds", "headline", "inside", "page", "elsewhere", "card"],
)
def test_properties_are_of_the_storys_item_alone(body: str, authors: tuple[str, ...] | None) -> None:
    """The item that holds the story or its headline or stands in it; values without an item are of the page."""
    assert _of(body).microdata.get("author") == authors


def test_a_page_without_a_story_has_no_pictures_of_its_own() -> None:
    """Its properties are the page's all the same."""
    page = read_html(f"<body><img src=a>{_item('div', '<p>क</p>' + _AUTHOR)}</body>")
    declared = own_declarations(page, None, None)
    assert (declared.images, declared.microdata) == ((), {"author": ("मीना",)})


def test_what_a_dump_declares_is_left_as_it_is() -> None:
    """It has no boxes by which places are told."""
    page = read_text("झील की सफाई के बाद नावें फिर चलने लगीं।")
    assert own_declarations(page, None, None) is page.declared
