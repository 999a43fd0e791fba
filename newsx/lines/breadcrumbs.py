"""Breadcrumb trails as dumps show them: `होम › देश › खबर`, or glued without any sign (`Hindi Newsविदेश न्यूज़First`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsx.lexicon.load import entries, folded_entries
from newsx.lexicon.places import is_place
from newsx.text.fold import fold

_SEPARATOR = re.compile(r"\s*[›»>⁄▸‣→❯⟩⮞➤►▶]\s*|\s+::\s+|\s+[/|]\s+|\s*\[[^\[\]]*\.(?:jpe?g|png|gif|svg)\]\s*")
_LATIN_TO_HINDI = re.compile("(?<=[A-Za-z])(?=[\u0904-\u0939\u0958-\u0961])")
_HINDI_TO_LATIN = re.compile("(?<=[\u0900-\u0963\u0970-\u097f])(?=[A-Z])")
# Signs that never begin a letter's own syllable: a word cut off before one of them is no word.
_DEPENDENT = re.compile("[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]")
_SIGN_OF_TRAIL = re.compile(
    "[›»>⁄▸‣→❯⟩⮞➤►▶/|\\[]| :: |[A-Za-z][\u0904-\u0939\u0958-\u0961]|[\u0900-\u0963\u0970-\u097f][A-Z]"
)
_EDGES = " ›»>⁄/|▸‣→❯⟩⮞➤►▶:-–•"
_MOST_LINKS = 6
_MOST_WORDS_OF_A_LINK = 4
_MOST_UNKNOWN_WORDS = 2
_SHORTEST_GLUED = 6
_LONGEST_LINK = 30
_FEWEST_WORDS_OF_A_TITLE = 4


class ShownElsewhere(NamedTuple):
    """What else the page shows: short lines and the words of menus, by which links are told, and its longer lines."""

    terms: frozenset[str]
    titles: frozenset[str]


def shown_elsewhere(lines: Iterable[str], menus: Iterable[str] = ()) -> ShownElsewhere:
    """The lines of a page as terms and titles, with the words of menus that were read as one text."""
    shown = frozenset(lines)
    short = {line for line in shown if line.count(" ") < _MOST_WORDS_OF_A_LINK}
    return ShownElsewhere(frozenset(short.union(*(menu.split() for menu in menus))), shown - short)


def is_root(text: str) -> bool:
    """Whether a line is the first link of a trail: होम, Home, Hindi News."""
    return fold(text).strip(_EDGES) in folded_entries("breadcrumbs.toml", "roots")


def names_no_section(link: str) -> bool:
    """Whether a link of breadcrumbs stands for the whole site, or says nothing of the topic: होम, Startseite, ख़बर."""
    return is_root(link) or fold(link).strip(_EDGES) in folded_entries("breadcrumbs.toml", "link_roots")


def is_separator(text: str) -> bool:
    """Whether a line is nothing but the sign between two links of a trail."""
    return text.strip() in {*"›»>⁄/▸‣→❯⟩⮞➤►▶", ">>", "::"}


def may_be_trail(text: str) -> bool:
    """Whether a line has a sign of a trail or begins with a root; a cheap test before `split_trail`."""
    return _SIGN_OF_TRAIL.search(text) is not None or _label_of(text) > 0 or text.startswith(_root_beginnings())


def split_trail(text: str, elsewhere: Callable[[], ShownElsewhere], link_starts: Sequence[int] = ()) -> list[str]:
    """The links of a line that is a trail, its last one possibly the page's title; [] for any other line.

    A trail begins at a root, or ends in a title that another line of the page shows. One without signs between its
    links is taken apart by the names of places and by what the page shows elsewhere, such as the words of its menu;
    `elsewhere` is asked only then. Where the input tells at which offsets links begin, these part them.

    >>> nothing = lambda: shown_elsewhere([])
    >>> split_trail("Hindi Newsविदेश न्यूज़First video call with Putin", nothing)
    ['Hindi News', 'विदेश न्यूज़', 'First video call with Putin']
    >>> split_trail("होम › अर्थव्यवस्था › खबर", nothing), split_trail("Home/हरियाणा/फरीदाबाद", nothing)
    (['होम', 'अर्थव्यवस्था', 'खबर'], ['Home', 'हरियाणा', 'फरीदाबाद'])
    >>> split_trail("होमखेलहॉकी", lambda: shown_elsewhere(["होम", "खेल", "हॉकी"]))
    ['होम', 'खेल', 'हॉकी']
    """
    label = _label_of(text)
    if label:
        text, link_starts = text[label:].lstrip(), ()
    links = _linked(text, elsewhere, link_starts) or _links(text, elsewhere)
    return links if len(links) <= _MOST_LINKS else []


def _label_of(text: str) -> int:
    """The length of what labels a trail, the colon included (आप यहां हैं: होम » बिहार); 0 where nothing does."""
    head, colon, _ = text.partition(":")
    return len(head) + 1 if colon and fold(head) in folded_entries("topics.toml", "crumb_labels") else 0


def _linked(text: str, elsewhere: Callable[[], ShownElsewhere], starts: Sequence[int]) -> list[str]:
    if len(starts) < 2 or starts[0] != 0:
        return []
    parts = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    pieces = [piece for part in parts for link in _SEPARATOR.split(part) if (piece := link.strip(_EDGES))]
    if not pieces or not is_root(pieces[0]):
        return []
    # A title that is no link was read as one with the last link.
    return [*pieces[:-1], *_from_title(pieces[-1], elsewhere)]


def _from_title(text: str, elsewhere: Callable[[], ShownElsewhere]) -> list[str]:
    pieces = [piece for piece in _unglue(text) if piece]
    if len(pieces) > 1 or len(text.split()) < _FEWEST_WORDS_OF_A_TITLE:
        return pieces
    title = _title_at_end(text, elsewhere().titles)
    return [text[: len(text) - len(title)].strip(), title] if title else [text]


def _links(text: str, elsewhere: Callable[[], ShownElsewhere]) -> list[str]:
    pieces = [piece for part in _parts(text) for piece in _unglue(part) if piece]
    if len(pieces) > 1 and is_root(pieces[0]):
        return [link for piece in pieces for link in _without_glue(piece, elsewhere)]
    if len(pieces) > 1:
        return pieces if _ends_in_title(pieces, elsewhere) else []
    return _behind_root(text, elsewhere)


def _parts(text: str) -> list[str]:
    parts = _SEPARATOR.split(text)
    head, slash, _ = parts[0].partition("/")
    return [piece for part in parts for piece in part.split("/")] if slash and is_root(head) else parts


def _ends_in_title(pieces: list[str], elsewhere: Callable[[], ShownElsewhere]) -> bool:
    *links, title = pieces
    if len(title.split()) < _FEWEST_WORDS_OF_A_TITLE:
        return False
    if any(len(link.split()) > _MOST_WORDS_OF_A_LINK for link in links):
        return False
    return title in elsewhere().titles


def _without_glue(piece: str, elsewhere: Callable[[], ShownElsewhere]) -> list[str]:
    """A piece of a trail taken apart where it is several known links without a space between them."""
    if " " in piece or len(piece) < _SHORTEST_GLUED or piece in elsewhere().terms:
        return [piece]
    return _known_links(piece, elsewhere().terms) or [piece]


def _behind_root(text: str, elsewhere: Callable[[], ShownElsewhere]) -> list[str]:
    root = _root_of(text)
    rest = text[len(root) :].strip()
    if not root or not rest:
        return []
    terms, titles = elsewhere()
    title = _title_at_end(rest, titles)
    middle = rest[: len(rest) - len(title)].strip()
    links = _known_links(middle, terms)
    if not links and title and 0 < len(middle.split()) <= _MOST_UNKNOWN_WORDS:
        links = [middle]
    if not links and (middle or not title):
        return []
    return [root, *links, *([title] if title else [])]


def _title_at_end(text: str, titles: frozenset[str]) -> str:
    """The end of the text that is one of the titles, or the beginning of one that was cut to a length."""
    uncut = text.rstrip(" .…")
    starts = (
        (title, uncut.find(" ".join(title.split(maxsplit=_FEWEST_WORDS_OF_A_TITLE)[:_FEWEST_WORDS_OF_A_TITLE])))
        for title in titles
    )
    at = min((at for title, at in starts if at > 0 and title.startswith(uncut[at:])), default=len(text))
    return text[at:]


def _known_links(text: str, terms: frozenset[str]) -> list[str]:
    """The text taken apart into known links, always the longest; [] where something is left, or they are a menu's."""
    links: list[str] = []
    rest = text
    while rest:
        # A word or two may yet be a link as a whole, which `_behind_root` decides.
        if len(links) > _MOST_LINKS and text.count(" ") >= _MOST_UNKNOWN_WORDS:
            return []
        link = next(_known_beginnings(rest, terms), "")
        if not link:
            return []
        links.append(link)
        rest = rest[len(link) :].strip()
    return links


def _known_beginnings(text: str, terms: frozenset[str]) -> Iterator[str]:
    for end in range(min(len(text), _LONGEST_LINK), 1, -1):
        if end < len(text) and _DEPENDENT.match(text[end]):
            continue
        beginning = text[:end].strip()
        if beginning in terms or is_place(beginning):
            yield beginning


def _unglue(text: str) -> Iterator[str]:
    for half in _LATIN_TO_HINDI.split(text):
        for piece in _HINDI_TO_LATIN.split(half):
            for link in re.split(_behind_closing_words(), piece):
                yield link.strip(_EDGES)


def _root_of(text: str) -> str:
    """The longest root that the text begins with, a whole word of it or glued to the next link; "" if there is none."""
    beginnings = (text[: len(root)] for root in _root_beginnings() if text.startswith(root))
    root = max(beginnings, key=len, default="")
    after = text[len(root) :]
    if not root or (root[-1].isascii() and after[:1].isascii() and after[:1].isalnum()) or _DEPENDENT.match(after):
        return ""
    return root


@cache
def _root_beginnings() -> tuple[str, ...]:
    listed = entries("breadcrumbs.toml", "roots")
    return tuple({form for root in listed for form in (root, root.title(), root.upper(), root.replace("ज़", "ज\u093c"))})


@cache
def _behind_closing_words() -> str:
    """A pattern for the place behind a word that closes a link, where the next one is glued to it."""
    words = entries("breadcrumbs.toml", "closing_words")
    return "|".join(f"(?<={re.escape(word)})(?=[\u0904-\u0939\u0958-\u0961])" for word in words)
