"""Invented stories: a headline, what goes with it, and a body as pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from quality.training.grammar import genres
from quality.training.grammar.data import TOPICS, load
from quality.training.grammar.page import Piece
from quality.training.grammar.teller import Habits, Teller
from quality.training.grammar.world import World


@dataclass(slots=True)
class Story:
    """One invented story."""

    headline: str
    english: str
    section: str
    section_latin: str
    lead: str
    body: list[Piece]
    page_type: str = "article"
    highlights: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    dateline: str | None = None
    agency: str | None = None
    language: str = "hi"


_Tell = Callable[[Teller], list[Piece]]
_FORMS: tuple[tuple[int, tuple[_Tell, str | None, str]], ...] = (
    (60, (genres.news, None, "article")),
    (9, (genres.brief, None, "article")),
    (5, (genres.interview, "opinion", "article")),
    (5, (genres.tips, "health", "article")),
    (5, (genres.live, None, "live")),
    (4, (genres.gallery, None, "gallery")),
    (6, (genres.opinion, "opinion", "article")),
    (2, (genres.horoscope, "religion", "article")),
    (3, (genres.tabled, "business", "article")),
    (1, (genres.verse, "opinion", "article")),
)


def make_story(world: World, habits: Habits, *, language: str | None = None) -> Story:
    """A story of some form and topic, or in one of the neighbouring languages."""
    if language:
        return _foreign(world, habits, language)
    tell, topic_name, page_type = world.weighted(_FORMS)
    topic = load(topic_name or world.choice(TOPICS))
    teller = Teller(world, habits, topic)
    own = load("forms").get(page_type, {}).get("headline")
    story = Story(
        headline=_headline(world, own or (topic["headline"] if world.chance(65) else load("headlines")["any"])),
        english=world.line(topic["english"]),
        section=topic["section"],
        section_latin=topic["section_en"],
        lead=teller.ended([teller.sentence("lead")]),
        body=tell(teller),
        page_type=page_type,
        highlights=[teller.sentence("detail") for _ in range(world.between(2, 5))],
        tags=_tags(world, topic),
    )
    _open(world, habits, story)
    return story


def _headline(world: World, templates: Sequence[str]) -> str:
    """A headline, on a few pages with a danda, a mark or the name of the place before it."""
    text = world.line(templates)
    if world.chance(4):
        text += world.slot("headline_end")
    if world.chance(5):
        text = world.slot("headline_mark") + text
    return text


def _tags(world: World, topic: dict[str, Any]) -> list[str]:
    slots = "place person nouns nouns state person_en festival place_en".split()
    pool = [*(world.slot(name) for name in slots), topic["section"], topic["section_en"], "Hindi News"]
    pool += [f"{world.slot('place_en')} News", f"{world.slot('place')} न्यूज"]
    return list(dict.fromkeys(world.some(pool, world.between(1, 9))))


def _open(world: World, habits: Habits, story: Story) -> None:
    """Puts the site's dateline before the first paragraph of news."""
    if habits.dateline and story.page_type == "article" and story.body[0].role == "body" and world.chance(85):
        story.body[0].text = world.fill(habits.dateline) + story.body[0].text
        story.dateline = world.values["city"]
        if "{agency}" in habits.dateline:
            story.agency = world.values["agency"]


def _foreign(world: World, habits: Habits, language: str) -> Story:
    data = load("languages")[language]
    teller = Teller(
        world, habits, {"anywhere": data["sentences"], "detail": data["sentences"], "headline": data["headline"]}
    )
    body = [Piece(teller.paragraph(), "body") for _ in range(world.between(2, 10))]
    menu = data["menu"].split()
    return Story(
        headline=teller.sentence("headline"),
        english=world.slot("slug"),
        section=world.choice(menu),
        section_latin="News",
        lead=teller.paragraph(count=1),
        body=body,
        highlights=[teller.sentence("detail") for _ in range(world.between(2, 4))],
        tags=[world.slot("place"), *world.some(menu, 2)],
        language=data["code"],
    )
