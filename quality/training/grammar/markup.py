"""HTML of made pages, in the manners of several kinds of sites."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence

from quality.training.grammar.data import load
from quality.training.grammar.page import Piece
from quality.training.grammar.parts import Kit
from quality.training.grammar.world import World


def _class(world: World, role: str, manner: str) -> str:
    if manner == "bare":
        return ""
    if manner == "hashed":
        return f' class="{"".join(world.choice("0123456789abcdef") for _ in range(8))}"'
    names = load("markup")["classes"].get(role)
    return f' class="{world.choice(names)}"' if names else ""


def _tag(piece: Piece, manner: str) -> str:
    if piece.kind == "heading":
        return f"h{piece.level}"
    if piece.kind == "list_item":
        return "li"
    if piece.kind == "quote":
        return "blockquote"
    if piece.kind == "caption" and manner == "semantic":
        return "figcaption"
    return "p" if piece.role in {"body", "update", "summary", "bio"} and manner != "soup" else "div"


def _inline(piece: Piece) -> str:
    text = html.escape(piece.text, quote=False)
    return f'<a href="/{piece.role}/">{text}</a>' if piece.link else text


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and piece.join in {"glue", "space"}:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _element(world: World, group: Sequence[Piece], manner: str) -> str:
    first = group[0]
    tag = _tag(first, manner)
    if first.kind == "table":
        cells = "".join(f"<td>{html.escape(cell, quote=False)}</td>" for cell in first.text.split(" "))
        return f"<table><tr>{cells}</tr></table>"
    inner = _inline(first)
    for piece in group[1:]:
        inner += (
            " " if piece.join == "space" else ""
        ) + f"<span{_class(world, piece.role, manner)}>{_inline(piece)}</span>"
    if first.role == "body" and manner == "breaks":
        return f"{inner}<br><br>"
    return f"<{tag}{_class(world, first.role, manner)}>{inner}</{tag}>"


def _head(world: World, kit: Kit, title: str) -> str:
    """What the page declares: a title, and on many sites OpenGraph and JSON-LD."""
    shown, outlet = html.escape(title), html.escape(world.outlet)
    parts = [f'<meta charset="utf-8"><title>{shown}{world.choice((" | ", " - "))}{outlet}</title>']
    if world.chance(60):
        parts.append(f'<meta property="og:title" content="{shown}"><meta property="og:site_name" content="{outlet}">')
    if world.chance(50) and kit.gold.get("headline"):
        data: dict[str, object] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
        data["datePublished"] = f"{world.moment:%Y-%m-%dT%H:%M:00}+05:30"
        if isinstance(authors := kit.gold.get("authors"), list):
            data["author"] = [{"@type": "Person", "name": name} for name in authors]
        parts.append(f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>')
    return "".join(parts)


def render_html(world: World, pieces: Sequence[Piece], kit: Kit) -> str:
    """The source of a page that shows the pieces in their order."""
    manner = world.choice(("telling", "telling", "semantic", "hashed", "bare", "soup", "breaks"))
    title = next((piece.text for piece in pieces if piece.role == "headline"), world.outlet)
    root = f'<html lang="{kit.story.language}"{" amp" if world.chance(6) else ""}>'
    out = [f"<!doctype html>{root}<head>{_head(world, kit, title)}</head><body>"]
    inside = [n for n, piece in enumerate(pieces) if piece.role in {"headline", "body", "update"}]
    first, last = (inside[0], inside[-1]) if inside else (-1, -1)
    container = "article" if manner in {"semantic", "telling"} and world.chance(70) else "div"
    position, listed, nested = 0, False, False
    for group in _groups(pieces):
        if position == first:
            named = (
                ""
                if manner == "bare"
                else f' class="{world.choice(("content", "entry-content", "story-body", "post"))}"'
            )
            out += ["</ul>" if listed else "", f"<{container}{named}>"]
            listed, nested = False, True
        if (group[0].kind == "list_item") != listed:
            out.append("</ul>" if listed else "<ul>")
            listed = not listed
        out.append(_element(world, group, manner))
        position += len(group)
        if nested and position > last:
            out += ["</ul>" if listed else "", f"</{container}>"]
            listed = nested = False
    out.append("</ul>" if listed else "")
    return "\n".join(part for part in out if part) + "</body></html>\n"
