"""Pages that hold no article: listings, home pages, errors, walls, prices, videos, notices."""

from __future__ import annotations

from collections.abc import Callable

from quality.training.grammar import lists, menus, parts
from quality.training.grammar.data import load
from quality.training.grammar.kit import Kit, phrases
from quality.training.grammar.page import Piece


def _furnished(kit: Kit, inner: list[Piece]) -> list[Piece]:
    """The pieces between a menu and a footer, as all pages of the site have them."""
    world = kit.world
    above = []
    for name, percent in (
        ("date_today", 20),
        ("site_title", 35),
        ("trending", 20),
        ("menu", 75),
        ("breaking", 20),
        ("breadcrumb", 25),
    ):
        if world.chance(percent):
            make: Callable[[Kit], list[Piece]] | None = {
                "menu": menus.menu,
                "trending": menus.trending,
                "breaking": menus.breaking,
                "breadcrumb": _trail,
            }.get(name)
            above += make(kit) if make else phrases(kit, name)
    below = []
    if world.chance(25):
        below += lists.related(kit, headed=True)
    if world.chance(15):
        below += phrases(kit, "newsletter")
    if world.chance(75):
        below += parts.footer(kit)
    return [*above, *inner, *below]


def _trail(kit: Kit) -> list[Piece]:
    pieces = menus.breadcrumb(kit)
    kit.gold.clear()
    return [piece for piece in pieces if piece.role == "breadcrumb"]


def _listing(kit: Kit) -> list[Piece]:
    world, listing = kit.world, load("furniture")["listing"]
    pieces = [Piece(world.line(listing["head"]), "navigation", "heading", level=1)] if world.chance(80) else []
    if world.chance(15):
        text = " ".join(f"{world.slot('object_passive')}।" for _ in range(3))
        pieces.append(Piece(f"{world.slot('section')} की {text}", "other"))
    form = world.choice(("headlines", "teasers", "teasers", "excerpts"))
    if form == "headlines":
        pieces += lists.related(kit, least=8, most=60, headed=False, teasers=False)
    elif form == "teasers":
        pieces += lists.related(kit, least=4, most=20, headed=False, teasers=True)
    else:
        for _ in range(world.between(2, 8)):
            pieces += _post(kit)
    if world.chance(60):
        pages = world.some(listing["pages"], world.between(1, 6))
        pieces += [
            Piece(page, "navigation", "list_item", "block" if n == 0 else "line", True) for n, page in enumerate(pages)
        ]
    return pieces


def _post(kit: Kit) -> list[Piece]:
    """One entry of a blog's front page: a title, a date, and a good part of the text."""
    world = kit.world
    topic = load(world.choice(("civic", "crime", "politics", "court", "sport")))
    text = " ".join(f"{world.line(topic[name])}।" for name in ("lead", "detail", "detail", "close"))
    pieces = [Piece(kit.others(), "related", "heading", "block", True, 2)]
    if world.chance(60):
        pieces.append(
            Piece(
                f"{world.slot('person')} {world.slot('month_en')} {world.slot('day')}, {world.slot('year')}",
                "related",
                "paragraph",
                "line",
            )
        )
    pieces.append(Piece(text + world.choice((" […]", "...", "", "")), "related"))
    if world.chance(50):
        pieces.append(Piece(world.choice(load("furniture")["listing"]["more"]), "related", "paragraph", "line", True))
    return pieces


def _home(kit: Kit) -> list[Piece]:
    pieces = lists.related(kit, least=2, most=10, headed=False)
    for _ in range(kit.world.between(3, 10)):
        pieces += lists.section_strip(kit) if kit.world.chance(60) else lists.related(kit, most=12, headed=True)
    return pieces


def _lines(name: str, least: int, most: int, role: str = "other") -> Callable[[Kit], list[Piece]]:
    def make(kit: Kit) -> list[Piece]:
        world, data = kit.world, load("furniture")[name]
        count = world.between(least, most)
        lines = [
            *world.some(data["lines"], count),
            *(world.choice(data["lines"]) for _ in range(count - len(data["lines"]))),
        ]
        head = [Piece(world.line(data["head"]), role, "heading", level=1)] if "head" in data else []
        return head + [
            Piece(world.fill(line), role, "paragraph", "block" if n == 0 or world.chance(30) else "line")
            for n, line in enumerate(lines)
        ]

    return make


def _static(kit: Kit) -> list[Piece]:
    world, data = kit.world, load("furniture")["static"]
    pieces = [Piece(world.line(data["head"]), "other", "heading", level=1)]
    for _ in range(world.between(2, 8)):
        sentences = [world.line(data["lines"]) for _ in range(world.between(1, 4))]
        pieces += [Piece(" ".join(line if line.endswith(".") else f"{line}।" for line in sentences), "other")]
    return pieces


def _video(kit: Kit) -> list[Piece]:
    world, story = kit.world, kit.story
    title = world.choice(("", "", "VIDEO: ", "Video: ", "देखें वीडियो: ")) + story.headline
    pieces = [Piece(title, "headline", "heading", level=1)]
    pieces += parts.byline(kit) if world.chance(60) else []
    pieces += phrases(kit, "share") if world.chance(60) else []
    if world.chance(75):
        pieces.append(Piece(story.lead, "other"))
    pieces += lists.related(kit, least=4, most=30)
    kit.gold.clear()
    return pieces


def _photos(kit: Kit) -> list[Piece]:
    world = kit.world
    pieces = [Piece(kit.others(), "headline", "heading", level=1)]
    captions = load("furniture")["caption"]["lines"]
    lines = [f"{number}/15" if world.chance(50) else world.line(captions) for number in range(1, world.between(4, 15))]
    return [*pieces, *(Piece(line, "caption") for line in lines)]


_KINDS: tuple[tuple[int, tuple[Callable[[Kit], list[Piece]], str]], ...] = (
    (34, (_listing, "listing")),
    (16, (_home, "listing")),
    (8, (_lines("product", 6, 60), "listing")),
    (8, (_lines("error", 1, 4), "error")),
    (7, (_lines("login", 3, 11, "promo"), "listing")),
    (10, (_video, "video")),
    (5, (_photos, "gallery")),
    (6, (_lines("panchang", 6, 40), "listing")),
    (6, (_static, "listing")),
)


def other_pieces(kit: Kit) -> tuple[str, str, list[Piece]]:
    """The name, the page type and the pieces of a page without an article."""
    make, page_type = kit.world.weighted(_KINDS)
    inner = make(kit)
    return f"no-{page_type}", page_type, _furnished(kit, inner)
