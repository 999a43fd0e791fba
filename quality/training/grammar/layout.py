"""Puts the parts of an article page together, as the layouts in layouts.toml say, or as none of them does."""

from __future__ import annotations

from collections.abc import Callable

from quality.training.grammar import lists, menus, parts
from quality.training.grammar.data import load
from quality.training.grammar.kit import Kit, phrases
from quality.training.grammar.page import Piece

Part = Callable[[Kit], list[Piece]]


def _headline(kit: Kit) -> list[Piece]:
    kit.gold["headline"] = kit.story.headline
    return [Piece(kit.story.headline, "headline", "heading", level=1)]


def _duplicate_title(kit: Kit) -> list[Piece]:
    return [Piece(kit.story.headline, "duplicate")]


def _host(kit: Kit) -> list[Piece]:
    return [Piece(kit.world.host, "navigation")]


def _ai_summary(kit: Kit) -> list[Piece]:
    return parts.highlights(kit)


def _standfirst_quote(kit: Kit) -> list[Piece]:
    return parts.summary(kit)


def _pull_quote(kit: Kit) -> list[Piece]:
    """A sentence of the story set large beside it."""
    sentences = kit.world.choice([piece for piece in kit.story.body if piece.role in {"body", "update"}]).text.split(
        "। "
    )
    return [Piece(kit.world.choice(sentences), "duplicate", "quote")]


def _english_summary(kit: Kit) -> list[Piece]:
    sentence = kit.world.line(load("languages")["furniture"]["english_sentences"])
    return [Piece("English Summary", "label"), Piece(sentence, "other")]


def _categories(kit: Kit) -> list[Piece]:
    return [Piece(kit.world.choice(("Categories ", "Posted in ", "श्रेणी: ")) + kit.story.section, "tags")]


PARTS: dict[str, Part] = {
    "headline": _headline,
    "duplicate_title": _duplicate_title,
    "host": _host,
    "menu": menus.menu,
    "menu_glued": menus.menu_glued,
    "navigation_lists": menus.navigation_lists,
    "trending": menus.trending,
    "breaking": menus.breaking,
    "breadcrumb": menus.breadcrumb,
    "home_trail": menus.breadcrumb,
    "english_title": parts.english_title,
    "byline": parts.byline,
    "byline_wp": lambda kit: parts.byline_of(kit, "By", "by", "day_en", "desk"),
    "byline_blogger": lambda kit: parts.byline_of(kit, "Posted", "{author_en}"),
    "byline_magazine": lambda kit: parts.byline_of(kit, "{author}"),
    "date_only": parts.date_only,
    "dateline_line": parts.dateline_line,
    "summary": parts.summary,
    "summary_labelled": lambda kit: parts.summary(kit, labelled=True),
    "summary_excerpt": lambda kit: parts.summary(kit, cut=True),
    "standfirst_quote": _standfirst_quote,
    "highlights": lambda kit: parts.highlights(kit, labelled=kit.world.chance(60)),
    "highlights_labelled": parts.highlights,
    "ai_summary": _ai_summary,
    "caption": parts.caption,
    "caption_labelled": lambda kit: parts.caption(kit, credit=True),
    "tags": parts.tags,
    "topics": parts.tags,
    "tags_read_more": parts.tags,
    "keywords": parts.tags,
    "labels": parts.tags,
    "categories_line": _categories,
    "bio": parts.bio,
    "author_box": lambda kit: parts.bio(kit, headed=False),
    "comments": parts.comments,
    "comments_wp": lambda kit: parts.comments(kit, form="form" if kit.world.chance(60) else None),
    "comments_blogger": parts.comments,
    "second_story": parts.second_story,
    "next_story": parts.second_story,
    "footer": parts.footer,
    "related": lists.related,
    "related_lists": lists.related_lists,
    "related_teasers": lambda kit: lists.related(kit, teasers=True, most=10),
    "teasers": lambda kit: lists.related(kit, teasers=True, most=12),
    "related_cards": lambda kit: lists.related(kit, most=8),
    "related_links": lambda kit: lists.related(kit, most=6),
    "related_videos": lambda kit: lists.related(kit, most=10),
    "related_from_author": lambda kit: lists.related(kit, most=6, headed=True),
    "related_most_read": lambda kit: lists.related(kit, least=5, most=10, headed=True),
    "similar": lambda kit: lists.related(kit, most=8),
    "more_news": lambda kit: lists.related(kit, most=60),
    "more_local": lambda kit: lists.related(kit, least=8, most=50),
    "trending_list": lambda kit: lists.related(kit, most=10, headed=True),
    "latest_list": lambda kit: lists.related(kit, most=12, headed=True),
    "popular": lambda kit: lists.related(kit, most=10, headed=True),
    "editor_picks": lambda kit: lists.related(kit, most=4, headed=True),
    "recent_posts": lambda kit: lists.related(kit, most=6, headed=True),
    "section_strip": lists.section_strip,
    "gallery_other": lists.gallery_other,
    "read_also_list": lists.read_also_list,
    "read_also_block": lists.read_also_list,
    "read_also_cards": lists.read_also_cards,
    "prev_next": lists.prev_next,
    "toc": lists.toc,
    "pull_quote": _pull_quote,
    "faq": lists.faq,
    "archive": lists.archive,
    "english_summary": _english_summary,
}  # fmt: skip


def _one(kit: Kit, name: str) -> list[Piece]:
    make = PARTS.get(name)
    return make(kit) if make else phrases(kit, name)


def _drawn(kit: Kit, written: str) -> str | None:
    """The name of a part that is to stand there, out of ``name?40`` and ``a/b``; None where it is not to."""
    name, asked, percent = written.partition("?")
    if asked and not kit.world.chance(int(percent or 50)):
        return None
    return kit.world.choice(name.split("/"))


def _order(kit: Kit) -> tuple[str, list[str], list[str]]:
    """The name of a layout, its parts, and what may stand inside the story. Many pages go their own way."""
    world, data = kit.world, load("layouts")
    own = {place: names.split() for place, names in data["own"].items()}
    if world.chance(14):
        head = world.some(own["head"], len(own["head"]))
        if world.chance(60):
            head = ["headline", *(part for part in head if part != "headline")]
        above, below = world.some(own["above"], world.between(0, 5)), world.some(own["below"], world.between(0, 9))
        inside = [f"{name}?50" for name in world.some(own["inside"], world.between(0, 4))]
        return "own", [*above, *head, "story", *below], inside
    name = world.choice(tuple(data["layouts"]))
    order, inside = (written.split() for written in data["layouts"][name])
    if world.chance(35):
        order = [part for part in order if part in {"headline", "story"} or not world.chance(22)]
        for _ in range(world.between(0, 4)):
            order.insert(world.between(order.index("story") + 1, len(order)), world.choice(own["below"]))
        for _ in range(world.between(0, 2)):
            order.insert(world.between(0, order.index("headline")), world.choice(own["above"]))
        inside += [f"{part}?40" for part in world.some(own["inside"], world.between(0, 2))]
    if order.index("headline") < (end := order.index("story")):
        for part in own["between"]:
            if part.partition("?")[0] not in {written.partition("?")[0] for written in order}:
                order.insert(world.between(order.index("headline") + 1, end), part)
                end += 1
    return name, order, inside


def _story(kit: Kit, inside: list[str]) -> list[Piece]:
    """The body with what stands between its paragraphs, and what is glued to their ends."""
    world = kit.world
    body = kit.story.body
    places: dict[int, list[Piece]] = {}
    for written in inside:
        for _ in range(1 if len(body) < 6 else world.between(1, 3)):
            if (name := _drawn(kit, written)) and len(body) > 1:
                places.setdefault(world.between(1, len(body) - 1), []).extend(_one(kit, name))
    glued = world.chance(5)
    pieces: list[Piece] = []
    for number, piece in enumerate(body):
        between = places.get(number, ())
        # A line of the table or list that has begun is not parted from the one before.
        if between and piece.join == "line":
            piece.join = "block"
        pieces += [*between, piece]
        if glued and piece.kind == "paragraph" and piece.role == "body" and world.chance(25):
            text = world.line(load("furniture")["read_also_inline"]["lines"])
            pieces.append(Piece(text, "read_also", "paragraph", world.choice(("glue", "space")), True))
    return pieces


def article_pieces(kit: Kit) -> tuple[str, list[Piece]]:
    """The name of the layout and all pieces of an article page in order."""
    name, order, inside = _order(kit)
    pieces: list[Piece] = []
    for written in order:
        part = _drawn(kit, written)
        if part:
            made = _story(kit, inside) if part == "story" else _one(kit, part)
            pieces += made
    return name, pieces
