"""A saved page as a sequence of blocks, plus what it declares about itself.

`newsx.read` makes pages, `newsx.label` gives each block a role, `newsx.fields` makes the record.
From here on nothing knows what form the page was saved in, but for hints that may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from newsx.article import PageType, Warned

Form = Literal["text", "html", "xhtml", "amp", "mhtml"]
"""The forms of a saved page that newsx reads."""

Kind = Literal["paragraph", "heading", "list_item", "quote", "table", "caption"]
"""What a block is in its markup. A text dump tells list items at most; the rest are paragraphs."""

Role = Literal[
    "headline",
    "alternative_headline",
    "summary",
    "highlight",
    "byline",
    "dateline",
    "date",
    "breadcrumb",
    "body",
    "subheading",
    "update",
    "caption",
    "navigation",
    "share",
    "read_also",
    "promo",
    "ad",
    "bio",
    "tags",
    "related",
    "comments",
    "footer",
    "second_story",
    "duplicate",
    "disclaimer",
    "label",
    "embed",
    "hidden",
    "interface",
    "other",
]
"""What a block is to the story. Each block of a labelled page has exactly one role."""

BODY_ROLES: frozenset[Role] = frozenset({"body", "subheading", "update"})
"""The roles whose blocks make up the body of the record."""

KEPT_ROLES: frozenset[Role] = BODY_ROLES | {"headline", "summary", "highlight"}
"""The roles whose text a reader of the record meets as text."""


LONGEST_ADDRESS = 2048
"""Characters of the longest address of a link or a picture: the limit of sitemaps (https://www.sitemaps.org/protocol.html)
and of many servers. A longer one holds a page or a picture itself, and none of a link is kept beyond it."""


class PageLink(NamedTuple):
    """A link in a block: ``text[start:end]`` of it, and its address as written on the page.

    An address longer than `LONGEST_ADDRESS` is cut right behind it.
    """

    start: int
    end: int
    address: str


class Term(NamedTuple):
    """What one feature of a block added to its score: above 0 for story, below 0 against it."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Label:
    """A role and the reason for it, in words that `newsx explain` shows to a person."""

    role: Role
    reason: str
    likely: float | None = None
    """The probability by which a score gave the role; None where a rule did."""
    terms: tuple[Term, ...] = ()
    """What made the score, the heaviest first; filled in by `newsx.label.explain` alone."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of visible text.

    `text` is cleaned (`newsx.text.clean.clean`): white space collapsed, never empty but for tables. Line ends stand
    in tables and in what the page sets with line ends of its own (verse, code) alone.
    What the input does not tell stays None; a label stage must do without it.
    """

    text: str
    kind: Kind = "paragraph"
    level: int | None = None
    """1 to 6 for a heading, nesting depth from 1 for a list item."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, row by row."""
    header_rows: int = 0
    """How many rows of a table, from the first one on, head its columns; 0 where the markup does not tell."""
    time: str | None = None
    """The time that a live update shows or declares, as on the page."""
    link_density: float | None = None
    """Share of the characters that stand in links, 0.0 to 1.0."""
    external_density: float = 0.0
    """Share of the characters that stand in links to other sites."""
    link_starts: tuple[int, ...] = ()
    """Offsets in `text` at which links begin, where the input tells (a numbered text dump)."""
    links: tuple[PageLink, ...] = ()
    """The links with words and an address, in the order of the text; a text dump tells none."""
    bold: bool = False
    """The whole text is set in bold."""
    gap_before: bool = False
    """In a text dump: an empty line stands before the block."""
    indent: int | None = None
    """In a text dump: the column at which the block begins."""
    tag: str = ""
    """In HTML: the block element that the text stands in."""
    box: int | None = None
    """In HTML: number of the innermost box that holds the block."""
    line: int | None = None
    """In a text dump: number of its first line, from 1."""


@dataclass(frozen=True, slots=True)
class Box:
    """An element of the markup that holds blocks: ``blocks[first:end]`` of the page."""

    first: int
    end: int
    parent: int
    """Number of the box around it, -1 for none."""
    tag: str
    names: str
    """Class names and id."""
    told: Label | None = None
    """What tag, ARIA role, visibility and names tell of its purpose: evidence, no verdict."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of the page: its address as written there, and the text that goes with it."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    block: int = 0
    """Number of the block before which it stands."""
    box: int = -1
    """Number of the innermost box that holds it, -1 for none."""
    aside: bool = False
    """An element between it and that box tells that it belongs to something else than a story."""
    is_copy: bool = False
    """It is for readers without scripts, and the same as the one before it."""
    shown_before: int = 0
    """Number of the block before which a reader meets it: `block`, or the next where it stands within that block."""
    link: str | None = None
    """The address that it leads to, as that of a `PageLink`."""
    names: str = ""
    """Class names and ids of its element and of those that hold nothing else."""
    told: Role | None = None
    """What these elements tell of its purpose."""


@dataclass(frozen=True, slots=True)
class PageTime:
    """A ``<time>`` element or its like: the machine-readable value and the text shown, either may be None."""

    value: str | None
    text: str | None
    hints: str = ""
    box: int = -1
    """Number of the innermost box that holds it, -1 for none."""
    aside: bool = False
    """An element between it and that box tells that it belongs to something else than a story."""


@dataclass(frozen=True, slots=True)
class PageProperty:
    """A microdata or RDFa property: its lower-case name, its value, and where the item stands that it belongs to."""

    name: str
    value: str
    box: int = -1
    """Number of the box that the item is or stands in, -1 for the whole page."""
    is_article: bool = False
    """The item is an ``<article>`` element."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself outside its visible text. All values are as written, with entities undone."""

    title: str | None = None
    json_ld: tuple[Mapping[str, Any], ...] = ()
    """All JSON-LD objects, ``@graph`` and lists opened up, in page order."""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """``<meta>`` contents by lower-case name, property or http-equiv."""
    microdata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by itemprop or RDFa property, in page order, of the story's own item as far as the page tells."""
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """``href`` by lower-case rel: canonical, amphtml, author, tag."""
    base: str | None = None
    """``href`` of the ``<base>`` element, against which the page's other addresses are read."""
    properties: tuple[PageProperty, ...] = ()
    """Values by itemprop or RDFa property, in page order, of all items."""
    article_body: str | None = None
    """The text of the article as JSON-LD declares it; of several the one headed by the page's title, or the longest."""
    times: tuple[PageTime, ...] = ()
    images: tuple[PageImage, ...] = ()
    """Pictures in or above the story, in page order, decoration left out where the markup tells."""
    language: str | None = None
    articles: tuple[Mapping[str, Any], ...] | None = None
    """Those of `json_ld` that describe the article; None until `newsx.fields` has looked for them."""

    @property
    def titles(self) -> tuple[str, ...]:
        """All titles that the page declares, best first, as they stand there."""
        stated = (*self.meta.get("og:title", ()), *(item.get("headline") for item in self.json_ld), self.title)
        return tuple(title for title in stated if isinstance(title, str) and title.strip())


_LEVELS_OF_NAMES = 3


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page, read."""

    form: Form
    blocks: tuple[Block, ...]
    declared: Declared = field(default_factory=Declared)
    boxes: tuple[Box, ...] = ()
    """The boxes of the markup, each before those that stand in it; a text dump has none."""
    addresses: tuple[str, ...] = ()
    """Web addresses that the page shows or links to where only text is left (a dump's list of references)."""
    warnings: tuple[Warned, ...] = ()

    def names_around(self, number: int) -> str:
        """Class names and ids of the boxes around a block, the innermost first, in lower case; "" in a dump."""
        names: list[str] = []
        box = self.blocks[number].box
        while box is not None and box >= 0 and len(names) < _LEVELS_OF_NAMES:
            names.append(self.boxes[box].names)
            box = self.boxes[box].parent
        return " ".join(filter(None, names)).lower()


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page with one label a block: ``labels[n]`` belongs to ``page.blocks[n]``.

    `refusal` says why the page holds no article, and is None where it holds one.
    """

    page: Page
    labels: tuple[Label, ...]
    page_type: PageType = "article"
    refusal: str | None = None
    confidence: float = 1.0
    """The probability that the verdict on the page, article or not, is right."""
