"""Makes pages: draws a world, a site, a story, a layout and a form of saving, and tells exactly what is what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from newsx.page import BODY_ROLES
from quality.training.grammar.data import load
from quality.training.grammar.dump import draw_style, render, run_together, with_extras
from quality.training.grammar.kit import Kit
from quality.training.grammar.layout import article_pieces
from quality.training.grammar.markup import render_html
from quality.training.grammar.nonarticle import other_pieces
from quality.training.grammar.page import MadePage, Piece, squeeze
from quality.training.grammar.site import Style
from quality.training.grammar.story import make_story
from quality.training.grammar.teller import draw_habits
from quality.training.grammar.world import World

_NO_ARTICLE = 15
"""Of a hundred pages, so many hold no article."""

_SHOWN_BY = {
    "headline": "headline",
    "alternative_headline": "alternative_headline",
    "summary": "summary",
    "highlights": "highlight",
    "authors": "byline",
    "published": "date",
    "dateline": "dateline",
    "section": "breadcrumb",
    "tags": "tags",
}
"""By the field of the gold, the role of the pieces that show it."""

_MUST_NOT = frozenset(("bio", "comments", "read_also", "disclaimer", "promo"))
_BODY_TYPES = {"list_item": "list_item", "quote": "quote", "table": "table"}


def make_page(seed: int, *, form: str = "text") -> MadePage:
    """The page of this seed, always the same.

    Args:
        seed: any whole number.
        form: ``text`` for a dump, ``html`` for a source.

    Returns:
        The page, with the role of each of its pieces.

    Raises:
        ValueError: there is no such form.
    """
    if form not in {"text", "html"}:
        raise ValueError(f"a page is made as text or html, not as {form!r}")
    world = World(Random(seed))
    kit = _kit(world)
    is_article = not world.chance(_NO_ARTICLE)
    if is_article:
        layout, pieces = article_pieces(kit)
        page_type = kit.story.page_type
        pieces = _cut(world, pieces)
        if not any(piece.role in {"body", "update"} for piece in pieces):
            is_article, page_type = False, "listing"
    else:
        layout, page_type, pieces = other_pieces(kit)
    style = Style(world)
    pieces = _squared(pieces, style.set)
    if form == "html":
        text = render_html(world, pieces, kit)
        name = f"{layout}-{seed}"
    else:
        dump = draw_style(world)
        pieces = with_extras(world, run_together(world, pieces), dump)
        text = render(world, pieces, dump, world.host)
        name = f"{layout}-{dump.name}-{seed}"
    gold = _gold(kit, pieces, style.set) if is_article else {}
    gold |= {"is_article": is_article, "page_type": page_type, "language": kit.story.language}
    return MadePage(name, form, text, tuple(piece.segment() for piece in pieces), is_article, page_type, gold)


def make_pages(count: int, *, first_seed: int = 0, form: str = "text") -> Iterator[MadePage]:
    """The pages of so many seeds in a row."""
    for seed in range(first_seed, first_seed + count):
        yield make_page(seed, form=form)


def _kit(world: World) -> Kit:
    languages = load("languages")
    language = world.choice(("marathi", "nepali", "bhojpuri")) if world.chance(6) else None
    others: Callable[[], str] = world.other_headline
    words = load("furniture")["menu"]["words"]
    if language:
        menu = [*languages[language]["menu"].split()]
        lines = languages[language]["others"]
        others = lambda: world.line(lines) if world.chance(70) else world.other_headline()  # noqa: E731
    elif world.chance(9):
        furniture = world.choice(("english", "english", "english", "gujarati", "bengali", "tamil"))
        menu = languages["furniture"][furniture].split()
        if furniture == "english":
            lines = languages["furniture"]["english_others"]
            others = lambda: world.line(lines) if world.chance(70) else world.other_headline()  # noqa: E731
    else:
        menu = [world.fill(word) for word in world.some(words, world.between(20, 60))]
    habits = draw_habits(world)
    return Kit(world, habits, make_story(world, habits, language=language), menu, others, language)


def _cut(world: World, pieces: list[Piece]) -> list[Piece]:
    """Now and then the page lacks its top or its end, as beginnings of pages and careless selections do."""
    body = [n for n, piece in enumerate(pieces) if piece.role in {"body", "update"}]
    if not body:
        return pieces
    end = len(pieces)
    if world.chance(14):
        end = world.between(body[len(body) // 2] + 1, len(pieces))
        last = pieces[end - 1]
        words = last.text.split()
        if last.role == "body" and len(words) > 12 and world.chance(50):
            pieces[end - 1] = replace(last, text=" ".join(words[: world.between(6, len(words) - 1)]))
    start = world.between(0, body[0]) if world.chance(8) else 0
    return pieces[start:end]


def _squared(pieces: list[Piece], style: Callable[[str], str]) -> list[Piece]:
    """The pieces in the site's spelling, white space collapsed, empty ones left out."""
    for piece in pieces:
        piece.rows = tuple(tuple(" ".join(style(cell).split()) for cell in row) for row in piece.rows)
        text = " ".join(cell for row in piece.rows for cell in row) or style(piece.text)
        piece.text = " ".join(text.split())
    return [piece for piece in pieces if piece.text]


def _gold(kit: Kit, pieces: list[Piece], style: Callable[[str], str]) -> dict[str, Any]:
    """What a reader of the page can tell: the fields that its parts told of, as far as the page still shows them."""

    def set_as_shown(value: Any) -> Any:
        return [set_as_shown(item) for item in value] if isinstance(value, list) else " ".join(style(value).split())

    def shown(key: str, value: Any) -> bool:
        text = by_role.get(_SHOWN_BY.get(key, ""), "")
        return all(squeeze(item) in text for item in (value if isinstance(value, list) else [value]))

    by_role: dict[str, str] = {}
    for piece in pieces:
        by_role[piece.role] = by_role.get(piece.role, "") + squeeze(piece.text)
    gold = {key: set_as_shown(value) for key, value in kit.gold.items()}
    gold = {
        key: value for key, value in gold.items() if (key == "published" and "date" in by_role) or shown(key, value)
    }
    if "dateline" not in gold and kit.story.dateline:
        opening = squeeze(next((piece.text for piece in pieces if piece.role == "body"), "")[:60])
        for key, told in (("dateline", kit.story.dateline), ("agency", kit.story.agency)):
            if told and squeeze(set_as_shown(told)) in opening:
                gold[key] = set_as_shown(told)
    if "summary" not in by_role:
        gold["summary"] = None
    gold["body"] = [_block(piece) for piece in pieces if piece.role in BODY_ROLES]
    gold["must_not"] = [piece.text for piece in pieces if piece.role in _MUST_NOT and len(piece.text) > 40]
    return gold


def _block(piece: Piece) -> dict[str, Any]:
    if piece.role == "update":
        return {"type": "update", "text": piece.text, "time": piece.time}
    if piece.role == "subheading":
        return {"type": "heading", "text": piece.text, "level": piece.level}
    return {"type": _BODY_TYPES.get(piece.kind, "paragraph"), "text": piece.text}
