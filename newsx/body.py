"""The blocks of a story in its record: texts with their links, tables, updates, pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any, Literal

BodyType = Literal["paragraph", "heading", "list_item", "quote", "table", "update", "image"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the text of a block: ``block.text[start:end]`` is `text`."""

    text: str
    url: str
    """The whole address, http or https."""
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """The link as JSON-ready values."""
        return {"text": self.text, "url": self.url, "start": self.start, "end": self.end}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Link:
        """The link that `to_dict` made these values of."""
        return cls(data["text"], data["url"], data["start"], data["end"])


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """One block of the story, in reading order."""

    type: BodyType
    text: str
    """Empty in a picture, whose words are not the story's."""
    level: int | None = None
    """Of a heading: 1 to 6, None where the page does not tell (a text dump)."""
    rows: tuple[tuple[str, ...], ...] | None = None
    """Of a table: its cells, row by row; `text` holds them joined, see `newsx.text.cells`."""
    time: str | None = None
    """Of a live update: its time, ISO 8601 where it could be read, else as shown."""
    url: str | None = None
    """Of a picture: its address."""
    caption: str | None = None
    """Of a picture: the text under it, None where it has none, or where that is a block of the story."""
    credit: str | None = None
    """Of a picture: whom the page credits for it."""
    links: tuple[Link, ...] = ()
    """In the order of the text; none of them overlap."""

    def to_dict(self) -> dict[str, Any]:
        """The block as JSON-ready values; keys that do not belong to its type are left out, as is an empty `links`."""
        data: dict[str, Any] = {"type": self.type, "text": self.text}
        if self.type == "image":
            return data | {"url": self.url, "caption": self.caption, "credit": self.credit}
        if self.type == "heading":
            data["level"] = self.level
        if self.type == "table":
            data["rows"] = [list(row) for row in self.rows or ()]
        if self.type == "update":
            data["time"] = self.time
        if self.links:
            data["links"] = [link.to_dict() for link in self.links]
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> BodyBlock:
        """The block that `to_dict` made these values of."""
        kind = data["type"]
        is_image = kind == "image"
        return cls(
            type=kind,
            text=data["text"],
            level=data["level"] if kind == "heading" else None,
            rows=tuple(map(tuple, data["rows"])) if kind == "table" else None,
            time=data["time"] if kind == "update" else None,
            url=data["url"] if is_image else None,
            caption=data["caption"] if is_image else None,
            credit=data["credit"] if is_image else None,
            links=() if is_image else tuple(map(Link.from_dict, data.get("links", ()))),
        )

    def normalized(self) -> BodyBlock:
        """The block with its texts in Unicode normal form C, and its links where their texts stand then."""
        from newsx.text.clean import normalize_nfc

        def one(text: str | None) -> str | None:
            return None if text is None else normalize_nfc(text)

        text = normalize_nfc(self.text)
        return replace(
            self,
            text=text,
            rows=None if self.rows is None else tuple(tuple(map(normalize_nfc, row)) for row in self.rows),
            caption=one(self.caption),
            credit=one(self.credit),
            links=tuple(_moved(self.links, self.text, text)) if text != self.text else self.links,
        )


def _moved(links: Sequence[Link], before: str, text: str) -> list[Link]:
    """The links of a text in its normal form, which may be of another length."""
    from newsx.text.clean import normalize_nfc

    places = sorted({0, *(place for link in links for place in (link.start, link.end))})
    sizes = (len(normalize_nfc(before[first:end])) for first, end in pairwise(places))
    at = dict(zip(places, accumulate(sizes, initial=0), strict=True))
    found = [replace(link, text=text[at[link.start] : at[link.end]], start=at[link.start]) for link in links]
    return [replace(link, end=link.start + len(link.text)) for link in found if link.text]
