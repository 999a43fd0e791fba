"""What the blocks of a page show of its topics: the trail above the headline, the section, the tags of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from newsx.fields.blocks import Found, blocks_with_role, source_of
from newsx.fields.choice import Candidate
from newsx.fields.metadata import metadata
from newsx.lexicon.load import entries, folded_entries
from newsx.lexicon.places import is_place
from newsx.lines.breadcrumbs import is_root
from newsx.page import BODY_ROLES, Block, LabelledPage, Role
from newsx.text.fold import fold

_CRUMB_EDGE = re.compile(r"^[\s>»›/⁄|\\:•·→▸‣❯⟩⮞➤►▶«‹–-]+|[\s>»›/⁄|\\:•·→▸‣❯⟩⮞➤►▶«‹–-]+$")
# A bar, slash or dash may stand inside a crumb, so they part crumbs only with spaces around them, or behind a root.
_CRUMB_SEPARATOR = re.compile(r"\s*[>»›→⁄▸‣❯⟩⮞➤►▶]\s*|\s+(?:[/|\\]|::)\s+")
_BEHIND_ROOT = re.compile(r"\s*/\s*|\s+[-–:·•]\s+")
LIST_SEPARATOR = re.compile(r"\s*[,;،、|•·]\s*")
_MOST_WORDS_OF_A_SECTION = 4
_FARTHEST_IN_ONE_LIST = 2
# What may stand between the name of the section and the headline.
_AROUND_THE_HEADLINE: frozenset[Role] = frozenset(
    {"duplicate", "date", "byline", "share", "interface", "ad", "caption"}
)
_MENUS: tuple[Role, ...] = ("navigation", "breadcrumb", "other")
# Patterns as strings: `re` compiles them when a page first needs them.
_CLASS_NAME_STARTS = r"(?:^|[\s/_-])"
_IN_SECTION = r"\d.*\bin (?P<section>[^\d,|]{2,30})$"


def shown_crumbs(labelled: LabelledPage) -> Candidate[tuple[str, ...]]:
    """The links of the trail, without what labels it and without badges such as LIVE."""
    blocks = list(blocks_with_role(labelled, "breadcrumb"))
    crumbs = [_CRUMB_EDGE.sub("", part) for _, block, _ in blocks for part in _parts_of_trail(block.text)]
    no_crumbs = phrases("crumb_labels") | phrases("badges")
    kept = tuple(crumb for crumb in crumbs if crumb and fold(crumb.rstrip(":")) not in no_crumbs)
    source = source_of(blocks[0][0], blocks[0][2]) if blocks else ""
    return Candidate(without_doubles(kept), source, " | ".join(block.text for _, block, _ in blocks))


def _parts_of_trail(text: str) -> list[str]:
    parts = _CRUMB_SEPARATOR.split(text)
    if len(parts) == 1:
        lesser = _BEHIND_ROOT.split(text)
        return lesser if is_root(lesser[0]) else parts
    return parts


def shown_sections(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """The section as a page without a trail shows it: above the headline, after `Categories`, behind the date."""
    headline = next((number for number, _, _ in blocks_with_role(labelled, "headline")), None)
    if headline is not None:
        yield from _above_headline(labelled, headline)
    for number, block, role in blocks_with_role(labelled, "footer", "other", "tags", "navigation", "interface"):
        if name := _behind_label(block.text):
            yield Candidate(name, source_of(number, role), block.text)
    for number, block, role in blocks_with_role(labelled, "byline", "date"):
        found = re.search(_IN_SECTION, block.text)
        if found and _is_in_a_menu(labelled, found["section"]):
            yield Candidate(found["section"], source_of(number, role), block.text)


def shown_tags(labelled: LabelledPage) -> Iterator[tuple[str, str, list[str]]]:
    """Source, text and tags of each block that shows tags of the story: not of a menu, not of another story below."""
    # The sign that links a heading to itself makes no tag of it.
    blocks = [found for found in blocks_with_role(labelled, "tags") if not _links_to_itself(found[1])]
    lists = [tags for tags in _lists(blocks) if not _heads_menu(tags[0][1].text)]
    last = max((number for number, _, _ in blocks_with_role(labelled, *BODY_ROLES)), default=-1)
    within = [tags for tags in lists if tags[0][0] < last]
    below = [tags for tags in lists if tags[0][0] > last]
    for number, block, role in (found for tags in [*within, *below[:1]] for found in tags):
        text = _without_label(block.text)
        yield source_of(number, role), block.text, text.split("#") if "#" in text else LIST_SEPARATOR.split(text)


def _links_to_itself(block: Block) -> bool:
    return block.kind == "heading" and block.text.startswith("# ") and block.text.count("#") == 1


def without_doubles(crumbs: Sequence[str]) -> tuple[str, ...]:
    """The crumbs without those that say once more what the one before them says."""
    return (*crumbs[:1], *(crumb for before, crumb in pairwise(crumbs) if fold(crumb) != fold(before)))


def phrases(key: str) -> frozenset[str]:
    """A list of topics.toml, folded."""
    return folded_entries("topics.toml", key)


def _above_headline(labelled: LabelledPage, headline: int) -> Iterator[Candidate[str]]:
    blocks, labels = labelled.page.blocks, labelled.labels
    number = headline - 1
    while number >= 0 and labels[number].role in _AROUND_THE_HEADLINE:
        number -= 1
    if number < 0 or labels[number].role not in ("other", "navigation", "label"):
        return
    block = blocks[number]
    named_so = re.search(_section_names(), labelled.page.names_around(number)) is not None
    if len(block.text.split()) > _MOST_WORDS_OF_A_SECTION or (_ends_a_menu(labelled, number) and not named_so):
        return
    parts = [block.text] if _is_section(block.text) else re.split(_glued(), block.text)  # उत्तर प्रदेश ends in देश
    known = [name for name in parts if _is_section(name)]
    if len(known) < len(parts) and not block.text.isascii():  # स्वदेश ends in देश and is no two words
        parts, known = [block.text], []
    names = parts if named_so else known
    for name in sorted(names, key=is_place, reverse=True):
        yield Candidate(name, source_of(number, labels[number].role), block.text)


def _ends_a_menu(labelled: LabelledPage, number: int) -> bool:
    """Whether a short line of the same kind and place stands right above."""
    block = labelled.page.blocks[number]
    if number == 0 or block.gap_before:
        return False
    above = labelled.page.blocks[number - 1]
    same = labelled.page.names_around(number - 1) == labelled.page.names_around(number)
    return same and len(above.text.split()) <= _MOST_WORDS_OF_A_SECTION


def _is_section(name: str) -> bool:
    if fold(name) in phrases("sections") or is_place(name):
        return True
    bare, _, end = name.rpartition(" ")
    return fold(end) in phrases("section_ends") and (fold(bare) in phrases("sections") or is_place(bare))


def _behind_label(text: str) -> str | None:
    label = next((label for label in _section_labels() if text.lower().startswith(label)), None)
    rest = text[len(label) :] if label else ""
    if not rest.startswith((" ", ":")):
        return None
    first = LIST_SEPARATOR.split(rest.strip(" :"))[0].split()
    # `Categories Bihar Tags पुलिया` is one line of a blog's footer.
    name = " ".join(takewhile(lambda word: fold(word).rstrip(":") not in _tag_cues(), first))
    return name if 0 < len(name.split()) <= _MOST_WORDS_OF_A_SECTION else None


@cache
def _section_labels() -> tuple[str, ...]:
    listed = entries("topics.toml", "section_labels")
    return tuple(sorted(map(str.lower, listed), key=len, reverse=True))


@cache
def _section_names() -> str:
    return f"{_CLASS_NAME_STARTS}(?:{'|'.join(map(re.escape, metadata('section', 'class_names')))})"


@cache
def _glued() -> str:
    """A pattern for the place between two sections that are written without a space: a capital, or a known section."""
    sections = "|".join(map(re.escape, entries("topics.toml", "glued_sections")))
    return rf"(?<=[a-z])(?=[A-Z])|(?<=[\u0900-\u0963])(?=(?:{sections})(?:\s|$))"


def _is_in_a_menu(labelled: LabelledPage, name: str) -> bool:
    wanted = f" {fold(name)} "
    return any(wanted in f" {fold(block.text)} " for _, block, _ in blocks_with_role(labelled, *_MENUS))


def _lists(blocks: Sequence[Found]) -> list[list[Found]]:
    """Blocks that stand together; a heading begins a list of its own."""
    lists: list[list[Found]] = []
    for found in blocks:
        number, block, _ = found
        goes_on = lists and number - lists[-1][-1][0] <= _FARTHEST_IN_ONE_LIST and block.kind != "heading"
        if goes_on:
            lists[-1].append(found)
        else:
            lists.append([found])
    return lists


@cache
def _tag_cues() -> frozenset[str]:
    """What stands before tags, folded, without a colon."""
    listed = folded_entries("cues.toml", "tags", "line") | folded_entries("cues.toml", "tags", "beside")
    return frozenset(cue.strip(" :") for cue in listed)


@cache
def _bare_tag_cues() -> frozenset[str]:
    return frozenset(
        cue.strip(" :") for cue in folded_entries("cues.toml", "tags", "line") if " " not in cue.strip(" :")
    )


def _heads_menu(text: str) -> bool:
    return fold(text).strip(" :") in phrases("headings_of_menus")


def _without_label(text: str) -> str:
    head, colon, rest = text.partition(":")
    labels = _tag_cues()
    if colon and fold(head) in labels:
        return rest
    if fold(text) in labels:
        return ""
    first, space, rest = text.partition(" ")
    # `Tags पुलिया, सोनपुर`: without a colon only a word that is nothing else, before a list.
    return rest if space and fold(first) in _bare_tag_cues() and LIST_SEPARATOR.search(rest) else text
