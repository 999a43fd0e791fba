"""HTML of made pages, in the manners of several kinds of sites."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from quality.training.grammar.data import load
from quality.training.grammar.dump import lines_of
from quality.training.grammar.kit import Kit
from quality.training.grammar.page import Piece
from quality.training.grammar.world import World


class _Classes(dict[str, str]):
    """The class attribute by role, the same on the whole page."""

    def __init__(self, world: World, manner: str) -> None:
        super().__init__()
        self._world, self._manner = world, manner

    def __missing__(self, role: str) -> str:
        names = load("markup")["classes"].get(role)
        if self._manner == "hashed":
            names = ["".join(self._world.choice("0123456789abcdef") for _ in range(8))]
        bare = not names or self._manner == "bare"
        self[role] = "" if bare else f' class="{self._world.choice(names)}"'
        return self[role]


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


def _element(world: World, group: Sequence[Piece], manner: str, classes: _Classes) -> str:
    """One line of the page: a piece, and those that stand in the same line."""
    first = group[0]
    tag = _tag(first, manner)
    inner = _inline(first)
    for piece in group[1:]:
        gap = " " if piece.join == "space" else ""
        inner += f"{gap}<span{classes[piece.role]}>{_inline(piece)}</span>"
    if first.kind == "table":
        cells = "".join(f"<td>{html.escape(cell, quote=False)}</td>" for row in first.rows for cell in row)
        return f"<tr>{cells}</tr>"
    if first.role == "body" and first.kind == "paragraph" and manner == "breaks":
        return f"{inner}<br><br>"
    picture = ""
    if first.role == "caption" and first.join == "block" and world.chance(70):
        picture = f'<img src="/images/{world.between(1000, 99999)}.jpg" alt="">'
    return f"{picture}<{tag}{classes[first.role]}>{inner}</{tag}>"


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


def _box(world: World, region: str, manner: str, classes: _Classes) -> tuple[str, str]:
    """The tags that open and close the box of a region."""
    element, *names = load("markup")["boxes"][region]
    if manner != "semantic" and not (manner == "telling" and world.chance(50)):
        element = "div"
    if manner == "hashed":
        return f"<{element}{classes[region]}>", f"</{element}>"
    if manner == "soup":
        return "<div><div>", "</div></div>"
    named = "" if manner == "bare" else f' class="{world.choice(names)}"'
    return f"<{element}{named}>", f"</{element}>"


_WRAPPERS = {"list_item": "ul", "table": "table"}


def _filled(world: World, groups: Sequence[Sequence[Piece]], manner: str, classes: _Classes) -> Iterator[str]:
    """The lines of one box, items and rows in their lists and tables."""
    for kind, run in groupby(groups, key=lambda group: _WRAPPERS.get(group[0].kind)):
        lines = [_element(world, group, manner, classes) for group in run]
        yield from [f"<{kind}>", *lines, f"</{kind}>"] if kind else lines


def render_html(world: World, pieces: Sequence[Piece], kit: Kit) -> str:
    """The source of a page that shows the pieces in their order."""
    manner = world.choice(("telling", "telling", "semantic", "hashed", "bare", "soup", "breaks"))
    classes = _Classes(world, manner)
    title = next((piece.text for piece in pieces if piece.role == "headline"), world.outlet)
    root = f'<html lang="{kit.story.language}"{" amp" if world.chance(6) else ""}>'
    out = [f"<!doctype html>{root}<head>{_head(world, kit, title)}</head><body>"]
    groups = lines_of(pieces)
    inside = [n for n, group in enumerate(groups) if group[0].role in {"headline", "body", "update"}]
    regions = [load("markup")["region"].get(group[0].role, "above") for group in groups]
    if inside:
        regions[inside[0] : inside[-1] + 1] = ["story"] * (inside[-1] + 1 - inside[0])
    for region, run in groupby(zip(regions, groups, strict=True), key=lambda pair: pair[0]):
        opening, closing = _box(world, region, manner, classes)
        out += [opening, *_filled(world, [group for _, group in run], manner, classes), closing]
    return "\n".join(out) + "</body></html>\n"
