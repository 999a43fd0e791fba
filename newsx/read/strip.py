"""Takes out of the story's part what is not the story: one function a reason, run over BeautifulSoup's tree.

Nothing is dropped unseen: each box leaves one element of the name `LEFT_OUT`, or `ASIDE` within a paragraph, in its
place, which holds its text, its role and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsx.page import Label, Role
from newsx.read.boxes import STORY_ABOVE
from newsx.read.markup import role_of_markup
from newsx.read.measures import Box, Measures
from newsx.read.pieces import ASIDE, INLINE
from newsx.text.sentences import closes_prose

if TYPE_CHECKING:
    from bs4 import Tag

LEFT_OUT = "newsx-left-out"
PARTED: frozenset[Role] = frozenset(("tags", "breadcrumb"))
"""Roles whose boxes hold one value a text node, with or without block elements around it."""
FINE: frozenset[Role] = frozenset(("tags", "breadcrumb", "highlight", "summary"))
"""Roles whose boxes keep their blocks apart, since fields are read from them."""
_MOST = 0.35
"""A box that holds more than this share of the story's prose is part of it, whatever its markup calls it."""
_MOST_OF_CARDS = 0.6
_LINKED = 0.6
"""A list, card or line with this share of its letters in links leads elsewhere."""
_LINKED_SENTENCE = 0.75
"""The same for a single sentence."""
_SOME_LINKS = 0.25
_MOST_BLURB = 350
_MOST_CAPTION = 250
_BARS: dict[Role, int] = {"tags": 600, "share": 600, "breadcrumb": 600, "embed": 1500, "summary": 900}
"""Letters of the longest box of these roles; what is longer is named for something that it holds."""
_LEAST_TOPICS = 2
_TOPIC = re.compile(r"/(?:topics?|tags?|keywords?)[/-]", re.IGNORECASE)
_POSTS = frozenset(("twitter-tweet", "twitter-video"))
_SMALL_EMBED = 300
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CARDS = frozenset("div section article aside a".split())
_CONTAINERS = frozenset("div section figure article aside ul ol dl li table center".split())
_LISTS = frozenset("ul ol dl li".split())
_LEADING = _CONTAINERS | frozenset("p h2 h3 h4 h5 h6".split())


Stage = Callable[[Box], Label | None]


def by_markup(box: Box) -> Label | None:
    """Boxes whose tag, ARIA role, visibility or class names tell what they are."""
    label = role_of_markup(box.tag.name, box.tag.attrs)
    unseen = box.tag.get("aria-hidden") == "true" or (label is not None and label.role == "hidden")
    if unseen and box.copied():
        return Label("duplicate", "a hidden copy of the text")
    if label is None or (box.tag.name in _HEADINGS and label.role != "hidden"):
        return None
    if box.share > _MOST and not (label.role == "comments" and box.above >= STORY_ABOVE):
        return None
    if label.role == "footer" and box.tag.name == "footer" and box.tag.find_parent("article") is not None:
        return None
    if label.role == "read_also" and not box.linked:
        return None
    if label.role in _BARS and not _is_bar(box, label.role):
        return None
    if box.witnessed and label.role not in ("read_also", "related"):
        return None
    return label


def _is_bar(box: Box, role: Role) -> bool:
    headings = 0 if role == "embed" and box.letters > _SMALL_EMBED else 1
    return box.letters <= _BARS[role] and box.headings <= headings and not box.tables


def by_topics(box: Box) -> Label | None:
    """A short box whose links all lead to pages of topics, whatever its class is called: the tags of the story."""
    if box.tag.name not in _LEADING or box.letters > _BARS["tags"] or box.leading < _LINKED * box.letters:
        return None
    addresses = [str(link.get("href") or "") for link in box.tag.find_all("a")]
    if len(addresses) < _LEAST_TOPICS or not all(_TOPIC.search(address) for address in addresses):
        return None
    return Label("tags", "its links lead to pages of topics")


def by_links(box: Box) -> Label | None:
    """Lists, cards and lines that are links for the most part."""
    if box.tag.name not in _LEADING or box.letters < 12 or box.leading < _LINKED * box.letters:
        return None
    if box.text is not None and closes_prose(box.text) and box.leading < _LINKED_SENTENCE * box.letters:
        return None
    return Label("read_also", f"{round(100 * box.leading / box.letters)} % of its text are links")


def by_cards(box: Box) -> Label | None:
    """Rows of cards that lead to other stories: headings that are links, with or without a blurb."""
    if box.linked_headings < max(2, box.headings - 1) or box.share > _MOST_OF_CARDS:
        return None
    return Label("related", f"{box.linked_headings} headings in it are links")


def by_card(box: Box) -> Label | None:
    """A card that leads to another story: its title is a link, and a blurb may follow."""
    if box.tag.name not in _CARDS or box.titles == 0 or not 2 <= box.pieces <= 6 or box.share > _MOST:
        return None
    if box.letters - box.linked > _MOST_BLURB or box.headings > box.titles + 1 or box.before_title > 0:
        return None
    return Label("read_also", "a card whose title is a link")


def by_picture(box: Box) -> Label | None:
    """Boxes of a picture and the few words that go with it."""
    if box.tag.name not in _CONTAINERS or box.letters > _MOST_CAPTION or box.pieces > 2 or box.headings:
        return None
    if box.share > _MOST or not _holds_picture(box.tag):
        return None
    return Label("caption", "text of a picture")


def _holds_picture(tag: Tag) -> bool:
    return any(getattr(node, "name", None) in ("img", "amp-img") for node in tag.descendants)


def by_lack_of_prose(box: Box) -> Label | None:
    """Boxes of several short texts with links and not one sentence; a list of links to other sites may be sources."""
    links = box.leading if box.tag.name in _LISTS else box.linked
    if box.tag.name not in _CONTAINERS or box.pieces < 2 or box.prose > 0 or links < _SOME_LINKS * box.letters:
        return None
    return Label("read_also", "links and short texts without a sentence")


STAGES: tuple[Stage, ...] = (by_markup, by_topics, by_links, by_cards, by_card, by_picture, by_lack_of_prose)
"""The reasons for which a box is taken out; the first that holds is given."""


def strip(root: Tag, measures: Measures) -> dict[int, Label]:
    """Strips the tree below `root` in place.

    measures: of the elements below it. Links to other sites are sources more often than promos, so they do not count.

    Returns the labels of boxes that keep their blocks apart, by the ``id`` of their tag.
    """
    from bs4 import Tag

    fine: dict[int, Label] = {}
    waiting = [child for child in reversed(root.contents) if isinstance(child, Tag)]
    while waiting:
        tag = waiting.pop()
        if is_post(tag):
            _as_quote(tag)
            continue
        if tag.name in INLINE:
            label, text = _inline(tag, measures)
        else:
            box = measures.box(tag)
            if box is None:
                continue
            if _is_own_list(box) and by_markup(box) is None:
                continue
            label, text = _first_label(box), None
            if label is not None and label.role == "caption" and measures.gallery:
                label = None
        if label is None:
            waiting += [child for child in reversed(tag.contents) if isinstance(child, Tag)]
        elif label.role in FINE:
            fine[id(tag)] = label
        else:
            _leave_out(tag, measures.text(tag) if text is None else text, label)
    return fine


def _is_own_list(box: Box) -> bool:
    """A list that a sentence of the story introduces, and that is no list of headlines."""
    return box.tag.name in ("ul", "ol") and box.introduced and 2 * box.titles < box.pieces


def _first_label(box: Box) -> Label | None:
    if box.titled:
        return None
    for stage in STAGES:
        label = stage(box)
        if label is not None:
            return label
    return None


def is_post(tag: Tag) -> bool:
    """The quotation of a post of a social network, as its embedding code writes it."""
    return tag.name == "blockquote" and any(name in _POSTS for name in str(tag.get("class") or "").split())


def _as_quote(tag: Tag) -> None:
    """Makes one text of a post: its words and who wrote it; the link to the post, shown as its date, goes."""
    for link in tag.find_all("a", recursive=False):
        link.extract()
    text = " ".join(tag.get_text(" ").split())
    tag.clear()
    tag.attrs = {}
    tag.string = text


def _inline(tag: Tag, measures: Measures) -> tuple[Label | None, str]:
    """The role that an inline element's markup tells, and its text."""
    label = role_of_markup(tag.name, tag.attrs)
    if label is None:
        return None, ""
    text = " ".join(tag.get_text(" ").split())
    if not text or measures.share_of(len(text)) > _MOST or (label.role == "read_also" and tag.find("a") is None):
        return None, ""
    return label, text


def _leave_out(tag: Tag, text: str, label: Label) -> None:
    """Makes of the tag the element that stands for what it held; nothing is moved, so time stays linear."""
    tag.clear()
    tag.name = ASIDE if tag.name in INLINE else LEFT_OUT
    tag.attrs = {"role": label.role, "reason": label.reason}
    tag.string = text
