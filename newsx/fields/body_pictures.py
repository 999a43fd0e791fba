"""The pictures of the story as blocks among its others.

Those above its first block are not repeated there: the lead picture has a field of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import merge
from itertools import accumulate
from urllib.parse import urlsplit

from newsx.article import BodyBlock
from newsx.fields.blocks import blocks_with_role
from newsx.fields.body_links import web_address
from newsx.fields.image import captioned, is_no_picture
from newsx.lexicon.hosts import host_of, is_listed, same_owner
from newsx.lexicon.load import load_toml
from newsx.lines.names import is_person_name
from newsx.lines.picture_addresses import picture_name
from newsx.page import BODY_ROLES, Block, LabelledPage, PageImage, Role

_ELSEWHERE: frozenset[Role] = frozenset(
    {
        *("navigation", "footer", "related", "read_also", "comments", "ad", "promo", "bio", "share", "hidden", "tags"),
        *("embed", "second_story", "duplicate", "byline", "date"),
    }
)
"""Roles of what is no part of the story, nor are the pictures beside it."""
_OWN: frozenset[Role] = BODY_ROLES | {"caption"}
_WHOLE = frozenset(("html", "body"))
_MOST_CAPTION_LINES = 2
# Patterns as strings: `re` compiles them when a page first needs them.
_WORD = r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])"
_NO_LETTERS = r"[^a-z]+"
_PICTURE_FILE = r"(?i)\.(?:jpe?g|png|webp|avif|gif)$"
_SAVED_BESIDE = r"(?i)(?:\./)?[^/:?#]{1,255}_files/"
"""Where browsers put the pictures of a page that they save: a place on a disk, none of the web."""


def with_pictures(
    labelled: LabelledPage, body: tuple[BodyBlock, ...], base: str | None, own: str | None
) -> tuple[BodyBlock, ...]:
    """The story's blocks, of which each has its block on the page, with the pictures between and right behind them.

    base: the address against which the page's others are read. own: that of the story. Each as far as it is known.
    """
    if not body or not labelled.page.declared.images:
        return body
    story = _Story(labelled, base, own)
    placed = zip(story.numbers, body, strict=True)
    pictures = ((before - 0.5, block) for before, block in story.pictures())
    return tuple(block for _, block in merge(placed, pictures, key=lambda pair: pair[0]))


class _Story:
    """The story on its page, and which of the pictures there are its own."""

    def __init__(self, labelled: LabelledPage, base: str | None, own: str | None) -> None:
        self._page, self._base = labelled.page, base
        self._own = (own or "").partition("?")[0].partition("#")[0].rstrip("/")
        self._roles = [given.role for given in labelled.labels]
        self.numbers = [number for number, _, _ in blocks_with_role(labelled, *BODY_ROLES)]
        self._bylines = [block.text for _, block, _ in blocks_with_role(labelled, "byline", "bio")]
        self._first, self._last = self.numbers[0], self.numbers[-1]
        self._holder = self._innermost(self._first, self._last + 1)
        # Boxes stand in one another, so that what each of them holds is told by counts up to its ends.
        self._own_until = list(accumulate((role in _OWN for role in self._roles), initial=0))
        self._others_until = list(accumulate((role in _ELSEWHERE for role in self._roles), initial=0))

    def _innermost(self, first: int, end: int) -> int:
        """The number of the innermost box that holds these blocks, -1 for none."""
        box = self._page.blocks[first].box
        while box is not None and box >= 0 and self._page.boxes[box].end < end:
            box = self._page.boxes[box].parent
        return -1 if box is None else box

    def pictures(self) -> Iterator[tuple[int, BodyBlock]]:
        """Each picture of the story as a block, with the number of the block before which it stands."""
        images = self._page.declared.images
        seen: set[str] = set()
        ends = [image.shown_before for image in images[1:]] + [len(self._page.blocks)]
        before = self._first
        for image, end in zip(images, ends, strict=True):
            address = web_address(image.url, self._base)
            if image.is_copy or address is None or re.match(_SAVED_BESIDE, image.url) or is_no_picture(address):
                continue
            key = _without_size(address)
            is_new = key not in seen
            seen.add(key)
            if is_new and self._is_within(image) and self._is_content(image, address):
                before = max(before, image.shown_before)
                yield before, self._block(image, address, end)

    def _is_within(self, image: PageImage) -> bool:
        """Whether a picture stands between two blocks of the story, at a caption that is one, or right behind it."""
        if image.shown_before <= self._first:
            return image.shown_before == self._first and self._is_of_caption(image)
        if image.shown_before <= self._last:
            return True
        box = self._page.boxes[self._holder] if self._holder >= 0 else None
        is_inside = box is not None and box.tag not in _WHOLE and self._holder in self._above(image.box)
        return is_inside and image.shown_before == self._last + 1

    def _is_of_caption(self, image: PageImage) -> bool:
        """Whether the block below a picture is its caption, and of the story, as in a gallery."""
        box = self._page.boxes[image.box] if image.box >= 0 else None
        is_caption = self._page.blocks[image.shown_before].kind == "caption"
        return is_caption and box is not None and box.first == image.shown_before and box.end <= self._last

    def _above(self, box: int) -> Iterator[int]:
        while box >= 0:
            yield box
            box = self._page.boxes[box].parent

    def _is_content(self, image: PageImage, address: str) -> bool:
        """Whether a picture shows something of the story, as far as its markup and what stands beside it tell."""
        if image.aside or image.told in _ELSEWHERE or self._is_of_another(image) or self._is_portrait(image):
            return False
        folders, _, file = urlsplit(address).path.lower().rpartition("/")
        telling = {*map(str.lower, re.findall(_WORD, image.names)), *re.split(_NO_LETTERS, folders)}
        name = set(re.split(_NO_LETTERS, file.rpartition(".")[0])) - {""}
        is_told = not _no_content().isdisjoint(telling) or (name and name <= _no_content())
        return not is_told and self._leads_to_itself(image, address)

    def _is_portrait(self, image: PageImage) -> bool:
        """Whether a picture is that of the story's author: a name goes with it that stands in a byline."""
        beside = image.caption or image.alt
        return beside is not None and is_person_name(beside) and any(beside in line for line in self._bylines)

    def _is_of_another(self, image: PageImage) -> bool:
        """Whether a picture stands in a box of another purpose within the story, in a card, or in a cell of a table."""
        for number in self._above(image.box):
            box = self._page.boxes[number]
            if number == self._holder or (box.first <= self._first and box.end > self._last):
                return False
            if box.tag == "table" and self._page.blocks[box.end - 1].kind == "table":
                return True
            if self._own_until[box.end] > self._own_until[box.first]:
                return False
            if self._others_until[box.end] > self._others_until[box.first]:
                return True
        return False

    def _leads_to_itself(self, image: PageImage, address: str) -> bool:
        """Whether a picture is no link, or one to a larger copy, or to a page of itself below the story's.

        One with words under it may lead to where it was taken from, but not to a network or a shop, where a banner
        leads, nor to another page of the site, as the card of another story does.
        """
        base = self._base or address
        link = web_address(image.link, base) if image.link else None
        if link is None:
            return True
        if re.search(_PICTURE_FILE, urlsplit(link).path) or picture_name(link) == picture_name(address):
            return True
        if urlsplit(self._own).path and f"{link}/".startswith((f"{self._own}/", f"{self._own}?", f"{self._own}#")):
            return True
        return image.caption is not None and not same_owner(link, base) and not is_listed(host_of(link), "elsewhere")

    def _block(self, image: PageImage, address: str, end: int) -> BodyBlock:
        line = image.caption or " ".join(block.text for block in self._caption_below(image.shown_before, end))
        shown = captioned(address, line, image.credit or "")
        caption = None if shown.caption and self._is_told(shown.caption, image.shown_before) else shown.caption
        return BodyBlock("image", "", url=address, caption=caption, credit=shown.credit)

    def _caption_below(self, number: int, end: int) -> Sequence[Block]:
        """The lines below a picture that are labelled as a caption, up to the next picture."""
        count = 0
        while count < _MOST_CAPTION_LINES and number + count < end and self._roles[number + count] == "caption":
            count += 1
        return self._page.blocks[number : number + count]

    def _is_told(self, caption: str, number: int) -> bool:
        """Whether the words of a caption are a block of the story beside the picture."""
        near = range(max(0, number - 1), min(number + 2, len(self._roles)))
        return any(self._roles[n] in BODY_ROLES and caption in self._page.blocks[n].text for n in near)


def _without_size(address: str) -> str:
    """What tells one picture from another in its address: its size may stand behind the name of its file."""
    path, _, _ = address.partition("?")
    return path if re.search(_PICTURE_FILE, path) else address


@cache
def _no_content() -> frozenset[str]:
    return frozenset(load_toml("newsx.lexicon", "media.toml")["no_content"])
