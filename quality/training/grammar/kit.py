"""What the parts of a page are made from, and the parts that are nothing but phrases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from quality.training.grammar.data import load
from quality.training.grammar.page import Piece
from quality.training.grammar.story import Story
from quality.training.grammar.teller import Habits
from quality.training.grammar.world import World


@dataclass(slots=True)
class Kit:
    """What a part is made from, and what the page's gold learns from the parts."""

    world: World
    habits: Habits
    story: Story
    menu: list[str]
    others: Callable[[], str]
    language: str | None = None
    gold: dict[str, object] = field(default_factory=dict)


def phrases(kit: Kit, name: str) -> list[Piece]:
    """A part that parts.toml describes."""
    part = load("parts")[name]
    furniture = load("furniture")[part["from"]]
    world = kit.world
    lines = world.some(furniture["lines"], world.between(part["least"], part["most"]))
    kind = "list_item" if part.get("list") else "paragraph"
    link = part.get("link", False)
    role = furniture["role"]
    return [
        Piece(world.fill(line), role, kind, "block" if n == 0 else part["join"], link and world.chance(80))
        for n, line in enumerate(lines)
    ]


def label(kit: Kit, name: str, role: str | None = None) -> Piece:
    """One phrase of a list of furniture, as a heading or a plain line."""
    furniture = load("furniture")[name]
    text = kit.world.line(furniture["lines"])
    return Piece(text, role or furniture["role"], "heading" if kit.world.chance(50) else "paragraph", level=3)
