"""Tells stories sentence by sentence, in the habits of a site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quality.training.grammar.data import load
from quality.training.grammar.world import World


@dataclass(slots=True)
class Habits:
    """How a site sets its stories."""

    sentences: tuple[int, int]
    """Fewest and most sentences of a paragraph."""
    subheads: int
    """Of a hundred places where a sub-heading can stand, so many have one."""
    bold_leads: bool
    dateline: str | None
    stopless: bool
    """Sentences end without any sign, as on some small sites."""
    tight: bool
    """Paragraphs are lines, with no empty line between."""
    odd_lines: int
    """Of a hundred stories, so many hold lines that look like furniture."""


def draw_habits(world: World) -> Habits:
    """Habits of some site."""
    forms = load("bylines")["datelines"]
    return Habits(
        sentences=world.choice(
            ((1, 1), (1, 2), (1, 3), (2, 3), (2, 4), (2, 5), (3, 5), (3, 6), (4, 9), (1, 4), (2, 7))
        ),
        subheads=world.choice((0, 0, 0, 10, 25, 40)),
        bold_leads=world.chance(10),
        dateline=world.choice(forms) if world.chance(45) else None,
        stopless=world.chance(2),
        tight=world.chance(12),
        odd_lines=world.choice((0, 20, 20, 60)),
    )


class Teller:
    """Tells one story: sentences from the topic and from what any story may say, no template twice in a row."""

    def __init__(self, world: World, habits: Habits, topic: dict[str, Any]) -> None:
        self.world, self.habits, self.topic = world, habits, topic
        self._left: dict[str, list[str]] = {}
        self._joined = world.choice((0, 10, 25, 45))
        """Of a hundred sentences, so many are joined to the one before."""

    def sentence(self, name: str) -> str:
        """A sentence of the topic's list of this name; each template once before any comes again."""
        if name == "subheads" and self.world.chance(40):
            return self.world.line(load("traps")["subheads"])
        left = self._left.get(name)
        if not left:
            lines: Sequence[str] = self.topic.get(name) or self.world.rules[name]
            left = self._left[name] = self.world.some(lines, len(lines))
        return self.world.fill(left.pop())

    def paragraph(self, first: str | None = None, count: int | None = None) -> str:
        """One paragraph."""
        world = self.world
        count = count or world.between(*self.habits.sentences)
        sentences = [first] if first else []
        while len(sentences) < count:
            sentence = self.sentence("anywhere" if world.chance(45) else "detail")
            if sentences and world.chance(self._joined):
                sentences[-1] = f"{sentences[-1].rstrip('।')} {world.choice(load('traps')['connectors'])} {sentence}"
            else:
                sentences.append(sentence)
        return self.ended(sentences)

    def ended(self, sentences: Sequence[str]) -> str:
        """The sentences with their stops."""
        if self.habits.stopless:
            return " ".join(sentences)
        quoted = "।" if self.world.chance(60) else ""
        return " ".join(
            line + (quoted if line[-1] == "”" else "" if line[-1] in "?!।…:." else "।") for line in sentences
        )
