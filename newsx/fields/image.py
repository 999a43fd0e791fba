"""The lead picture: its address, its caption and its credit; no logo, no placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from newsx.article import Image
from newsx.fields.article_object import absolute, article_objects, url_of
from newsx.fields.blocks import blocks_with_role
from newsx.fields.choice import Candidate, Choice, choose
from newsx.lexicon.load import load_toml
from newsx.lines.captions import bare_credit, split_credit
from newsx.lines.picture_addresses import picture_name
from newsx.page import BODY_ROLES, LabelledPage, PageImage

_MOST_IMAGES = 12
"""Pictures of the story, from its headline on, of which one may be the lead."""
_OPENING = 2
"""Blocks of the story beside which the lead picture stands."""
# Patterns as strings: `re` compiles them when a page first needs them.
_NAME_WORD = r"[^\W_]+"
_SIZE = r"^\d+(?:x\d+)?$"
_NO_PICTURE_TYPE = r"(?i)\.(?:svg|ico)$"


class _CaptionLine(NamedTuple):
    text: str
    beside_opening: bool


def choose_image(labelled: LabelledPage, base: str | None) -> Choice[Image]:
    """The lead picture as declared for sharing or search, else the first of the story; caption and credit as shown.

    `base` is the page's own address, against which relative ones are read, as far as it is known.
    """
    logos = frozenset(_logos(labelled))
    pictures = [(picture_name(image.url), image) for image in labelled.page.declared.images[:_MOST_IMAGES]]
    lines = _caption_lines(labelled)
    sources: dict[str, str] = {}
    for source, raw in _offered(labelled):
        sources.setdefault(raw, source)
    return choose(
        Candidate(_with_caption(address, _shown(address, pictures), lines), source, raw)
        for raw, source in sources.items()
        if (address := absolute(raw, base)) and address not in logos and not is_no_picture(address)
    )


def _offered(labelled: LabelledPage) -> Iterator[tuple[str, str]]:
    yield from _declared(labelled)
    if labelled.refusal is None:
        shown = labelled.page.declared.images[:_MOST_IMAGES]
        pictures = (image.url for image in shown if not is_no_picture(image.url))
        yield from (("first picture of the story", address) for address in islice(pictures, 1))


def _declared(labelled: LabelledPage) -> Iterator[tuple[str, str]]:
    declared = labelled.page.declared
    for key in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"):
        yield from ((f"meta {key}", value) for value in declared.meta.get(key, ())[:1])
    for item in article_objects(declared)[:1]:
        for name in ("image", "thumbnailUrl"):
            if address := url_of(item.get(name)):
                yield f"json-ld {name}", address
    yield from (("link rel=image_src", value) for value in declared.links.get("image_src", ())[:1])
    yield from (("microdata image", value) for value in declared.microdata.get("image", ())[:1])


def _shown(address: str, pictures: Sequence[tuple[str, PageImage]]) -> PageImage | None:
    """The picture of the page that the address means, in whatever size."""
    wanted = picture_name(address) if pictures else ""
    alike = (image for name, image in pictures if name == wanted)
    return next((image for image in alike if not is_no_picture(image.url)), None)


def _with_caption(address: str, shown: PageImage | None, lines: Sequence[_CaptionLine]) -> Image:
    """The picture with the text that goes with it.

    That is the caption line that holds its own text, or for a picture without any, the one beside the opening.
    """
    own = (shown.caption if shown else None) or ""
    line = next((line.text for line in lines if (own in line.text if own else line.beside_opening)), own)
    return captioned(address, line, (shown.credit if shown else None) or "")


def captioned(address: str, line: str, credit: str) -> Image:
    """A picture with what stands under it: a line, in which it may be credited, and a credit apart from it."""
    caption, credited = split_credit(line)
    return Image(address, caption, bare_credit(credit) or credited)


def _caption_lines(labelled: LabelledPage) -> list[_CaptionLine]:
    opening = [number for number, _, _ in blocks_with_role(labelled, *BODY_ROLES)][:_OPENING]
    end = opening[-1] if opening else 0
    lines: list[_CaptionLine] = []
    before = -2
    for number, block, _ in blocks_with_role(labelled, "caption"):
        if number == before + 1:  # caption and credit are often lines of their own
            joined = lines.pop()
            lines.append(_CaptionLine(f"{joined.text} {block.text}", joined.beside_opening))
        else:
            lines.append(_CaptionLine(block.text, number < end))
        before = number
    return lines


def _logos(labelled: LabelledPage) -> Iterator[str]:
    for item in labelled.page.declared.json_ld:
        yield from (found for owner in (item, item.get("publisher")) if (found := _logo_of(owner)))


def _logo_of(owner: Any) -> str | None:
    return url_of(owner.get("logo")) if isinstance(owner, Mapping) else None


def is_no_picture(address: str) -> bool:
    """Whether the address is of no file, of a drawing, or of a file whose name tells of a logo or a stand-in alone."""
    parts = urlsplit(address)
    name = unquote(parts.path).rsplit("/", 1)[-1].lower()
    if not name or re.search(_NO_PICTURE_TYPE, name):
        return True
    found = re.findall(_NAME_WORD, name.rsplit(".", 1)[0])
    if _vocabulary("no_picture").isdisjoint(found):
        return False
    own = {word for word in found if not re.match(_SIZE, word)}
    telling = own & _vocabulary("no_picture")
    return bool(telling) and own - telling <= _vocabulary("beside") | set((parts.hostname or "").split("."))


@cache
def _vocabulary(key: str) -> frozenset[str]:
    return frozenset(load_toml("newsx.lexicon", "media.toml")[key])
