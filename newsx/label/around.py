"""Which of a page's pictures, times and microdata are the story's: those in it, and between it and its headline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsx.label.story import Story
from newsx.page import Declared, Page, PageImage, PageProperty, Role

_ELSEWHERE: frozenset[Role] = frozenset(
    {"navigation", "footer", "related", "read_also", "comments", "ad", "promo", "bio", "share", "hidden", "other"}
)
_PARTS_OF_PAGE = frozenset(("nav", "aside", "footer"))
_WHOLE = frozenset(("html", "body"))


def own_declarations(page: Page, story: Story | None, headline: int | None) -> Declared:
    """What the page declares, with the times, pictures and properties of other things left out.

    headline: number of the block that is the story's headline, if there is one.
    """
    if not page.boxes:
        return page.declared
    declared = page.declared
    if story is None:
        return replace(declared, images=(), microdata=_by_name(declared.properties))
    around = _Around(page, story, headline)
    return replace(
        declared,
        times=tuple(time for time in declared.times if not time.aside and not around.is_elsewhere(time.box)),
        images=tuple(around.images()),
        microdata=_by_name([own for own in declared.properties if around.is_of_story(own)]),
    )


def _by_name(properties: tuple[PageProperty, ...] | list[PageProperty]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for own in properties:
        found.setdefault(own.name, []).append(own.value)
    return {name: tuple(values) for name, values in found.items()}


class _Around:
    """The boxes of the story and of its headline, which tell where on the page a thing stands."""

    def __init__(self, page: Page, story: Story, headline: int | None) -> None:
        self._page, self._story, self._headline = page, story, headline
        self._own = self._smallest(story.first, story.beyond)
        self._holders = set(self._above(self._own))
        place = page.blocks[headline].box if headline is not None else None
        self._title_holders = set() if place is None else set(self._above(place))
        self._holders |= self._title_holders

    def _smallest(self, first: int, beyond: int) -> int:
        """The innermost box that holds the whole story."""
        found = -1
        for number, box in enumerate(self._page.boxes):
            if box.first <= first and box.end >= beyond:
                found = number
        return found

    def _above(self, box: int) -> Iterator[int]:
        while box >= 0:
            yield box
            box = self._page.boxes[box].parent

    def is_elsewhere(self, box: int) -> bool:
        """Whether what stands in a box stands in one of another purpose, or on a card away from the story."""
        for number in self._above(box):
            above = self._page.boxes[number]
            if number == self._own or above.tag in _WHOLE:
                return False
            if above.tag in _PARTS_OF_PAGE:
                return True
            if number in self._holders:
                continue
            if above.tag == "article" or (above.told is not None and above.told.role in _ELSEWHERE):
                return True
        return False

    def images(self) -> Iterator[PageImage]:
        """The pictures of the story and of what stands between its headline and its text, in page order."""
        story, headline = self._story, self._headline
        top = story.first if headline is None else min(headline, story.first)
        common = self._smallest(top, story.beyond)
        box = self._page.boxes[common] if common >= 0 else None
        is_whole = box is None or box.tag in _WHOLE
        for image in self._page.declared.images:
            inside = box is None or box.first <= image.block <= box.end
            if not inside or (is_whole and not top <= image.block <= story.beyond):
                continue
            if image.aside or self.is_elsewhere(image.box):
                continue
            yield image

    def is_of_story(self, own: PageProperty) -> bool:
        """Whether the item of a property holds the story, stands in it, or holds its headline."""
        if own.box < 0:
            return True
        chain = set(self._above(own.box))
        box = self._page.boxes[own.box]
        if box.first <= self._story.first and self._story.beyond <= box.end:
            return True
        if self._own in chain:
            return not own.is_article or own.box == self._own
        return own.box in self._title_holders
