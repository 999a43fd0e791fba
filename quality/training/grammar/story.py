"""Invented stories: a headline, what goes with it, and a body as pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from quality.training.grammar.data import TOPICS, load
from quality.training.grammar.page import Piece
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


def draw_habits(world: World) -> Habits:
    """Habits of some site."""
    forms = load("bylines")["datelines"]
    return Habits(
        sentences=world.choice(((1, 1), (1, 2), (1, 3), (2, 4), (2, 5), (3, 6), (4, 9), (1, 4))),
        subheads=world.choice((0, 0, 0, 10, 25, 40)),
        bold_leads=world.chance(10),
        dateline=world.choice(forms) if world.chance(45) else None,
        stopless=world.chance(2),
    )


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


class _Teller:
    """Tells one story: sentences from the topic and from what any story may say, no template twice in a row."""

    def __init__(self, world: World, habits: Habits, topic: dict[str, Any]) -> None:
        self.world, self.habits, self.topic = world, habits, topic
        self._left: dict[str, list[str]] = {}

    def sentence(self, name: str) -> str:
        """A sentence of the topic's list of this name; each template once before any comes again."""
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
            sentences.append(self.sentence("anywhere" if world.chance(45) else "detail"))
        return self.ended(sentences)

    def ended(self, sentences: Sequence[str]) -> str:
        """The sentences with their stops."""
        if self.habits.stopless:
            return " ".join(sentences)
        quoted = "।" if self.world.chance(60) else ""
        return " ".join(
            line + (quoted if line[-1] == "”" else "" if line[-1] in "?!।…:." else "।") for line in sentences
        )


def _body_length(world: World) -> int:
    """How many paragraphs; short stories are many, long ones few."""
    draw = world.random.random()
    if draw < 0.14:
        return world.between(1, 2)
    if draw < 0.68:
        return world.between(3, 9)
    return world.between(9, 20) if draw < 0.94 else world.between(20, 45)


def _heading(text: str) -> Piece:
    return Piece(text, "subheading", "heading", level=2)


def _news(teller: _Teller) -> list[Piece]:
    world, habits = teller.world, teller.habits
    body = [Piece(teller.paragraph(teller.sentence("lead")), "body")]
    count = _body_length(world)
    for number in range(1, count):
        if world.chance(habits.subheads):
            body.append(_heading(teller.sentence("subheads")))
        last = number == count - 1 and world.chance(50)
        text = teller.paragraph(teller.sentence("close") if last else None)
        if habits.bold_leads and world.chance(40):
            text = f"{teller.sentence('subheads').rstrip('?')}: {text}"
        body.append(Piece(text, "body"))
    if world.chance(6):
        quote = f"“{world.line(world.rules['said'])}।”"
        body.insert(world.between(1, len(body)), Piece(quote, "body", "quote"))
    if world.chance(7):
        body += _list(teller, world.between(2, 8))
        if world.chance(60):
            body.append(Piece(teller.paragraph(), "body"))
    if world.chance(4):
        body += _table(teller)
    return body


def _brief(teller: _Teller) -> list[Piece]:
    return [Piece(teller.paragraph(teller.sentence("lead"), teller.world.between(2, 4)), "body")]


def _list(teller: _Teller, count: int, template: str = "detail") -> list[Piece]:
    world = teller.world
    mark = world.choice(("", "", "", "{n}. ", "{n}- ", "({n}) ", "{n}) "))
    items = [teller.sentence(template) for _ in range(count)]
    stop = "।" if world.chance(60) else ""
    return [
        Piece(
            mark.replace("{n}", str(n)) + item + stop,
            "body",
            "list_item",
            "block" if n == 1 or world.chance(20) else "line",
        )
        for n, item in enumerate(items, 1)
    ]


def _interview(teller: _Teller) -> list[Piece]:
    world, forms = teller.world, load("forms")["interview"]
    teller.topic = {**teller.topic, "question": forms["question"], "answer": forms["answer"]}
    asks, tells = _marks(world, forms["marks"])
    body = [Piece(world.line(forms["intro"]), "body")]
    for _ in range(world.between(3, 9)):
        body.append(Piece(f"{asks}{teller.sentence('question')}", "body"))
        answers = [teller.sentence("answer") for _ in range(world.between(1, 4))]
        body.append(Piece(f"{tells}{teller.ended(answers)}", "body"))
    return body


def _marks(world: World, marks: Sequence[str]) -> tuple[str, str]:
    asks, _, tells = world.choice(marks).partition("|")
    return world.fill(asks), world.fill(tells)


def _tips(teller: _Teller) -> list[Piece]:
    world, forms = teller.world, load("forms")["tips"]
    teller.topic = {**teller.topic, "item": forms["item"]}
    body = [Piece(world.line(forms["intro"]), "body")]
    for head in world.some(forms["heads"], world.between(1, 4)):
        body.append(_heading(head + world.choice(("", "", ":", " -"))))
        body += _list(teller, world.between(2, 9), "item")
        if world.chance(40):
            body.append(Piece(teller.paragraph(), "body"))
    return body


def _live(teller: _Teller) -> list[Piece]:
    world = teller.world
    body = [Piece(world.line(load("forms")["live"]["intro"]), "body")] if world.chance(80) else []
    minute = world.between(900, 1390)
    style = world.choice(("line", "line", "inline", "none"))
    for _ in range(world.between(4, 18)):
        hour, rest = divmod(minute, 60)
        time = world.choice(
            (f"{hour:02d}:{rest:02d} IST", f"{(hour - 1) % 12 + 1:02d}:{rest:02d} {'PM' if hour >= 12 else 'AM'}")
        )
        minute -= world.between(3, 60)
        if style == "line":
            body.append(Piece(time, "date"))
        if world.chance(40):
            body.append(Piece(teller.sentence("headline"), "subheading", "heading", "line", level=3))
        text = teller.paragraph(count=world.between(1, 3))
        if style == "inline":
            text = f"{time}{world.choice((': ', ' - ', ' | '))}{text}"
        body.append(
            Piece(
                text,
                "update",
                "paragraph",
                "line" if world.chance(50) else "block",
                time=None if style == "none" else time,
            )
        )
        if minute < 10:
            break
    return body


def _gallery(teller: _Teller) -> list[Piece]:
    world = teller.world
    body = [Piece(teller.paragraph(teller.sentence("lead"), 2), "body")]
    count = world.between(4, 12)
    for number in range(1, count + 1):
        if world.chance(70):
            body.append(Piece(f"{number} / {count}" if world.chance(70) else f"{number}/{count}", "interface"))
        body.append(Piece(teller.paragraph(count=world.between(1, 2)), "body"))
    return body


def _opinion(teller: _Teller) -> list[Piece]:
    world = teller.world
    body = [Piece(teller.ended([teller.sentence("lead"), *(teller.sentence("detail") for _ in range(3))]), "body")]
    for _ in range(world.between(4, 10)):
        text = teller.ended(
            [teller.sentence("detail" if world.chance(85) else "anywhere") for _ in range(world.between(3, 7))]
        )
        body.append(Piece(text, "body"))
    body.append(Piece(teller.ended([teller.sentence("close")]), "body"))
    return body


def _horoscope(teller: _Teller) -> list[Piece]:
    world = teller.world
    sign = world.choice((" राशि: ", ": ", " - ", " राशिफल- ", " (Aries): "))
    apart = world.chance(40)
    body = [Piece(teller.paragraph(teller.sentence("lead")), "body")]
    for rashi in world.rules["rashi"]:
        text = teller.ended([teller.sentence("detail") for _ in range(world.between(1, 3))])
        if apart:
            body.append(_heading(f"{rashi} राशि"))
        body.append(Piece(text if apart else f"{rashi}{sign}{text}", "body"))
    return body


def _table(teller: _Teller) -> list[Piece]:
    world, forms = teller.world, load("forms")["table"]
    heads = world.choice(forms["heads"])
    slots = ("number", "num_mid", "person")
    rows = [tuple(heads)]
    rows += [
        (world.slot("place"), *(world.slot(world.choice(slots)) for _ in heads[1:]))
        for _ in range(world.between(3, 12))
    ]
    intro = Piece(world.line(forms["intro"]), "body")
    return [
        intro,
        *(
            Piece(" ".join(row), "body", "table", "block" if n == 0 else "line", rows=(row,))
            for n, row in enumerate(rows)
        ),
    ]


def _tabled(teller: _Teller) -> list[Piece]:
    return [
        Piece(teller.paragraph(teller.sentence("lead")), "body"),
        *_table(teller),
        Piece(teller.paragraph(), "body"),
    ]


def _verse(teller: _Teller) -> list[Piece]:
    world, lines = teller.world, load("forms")["verse"]["line"]
    body = [Piece(teller.paragraph(teller.sentence("lead")), "body")] if world.chance(60) else []
    for _ in range(world.between(2, 5)):
        for n in range(world.between(2, 4)):
            end = world.choice(("", ",", "।", "…"))
            body.append(Piece(world.line(lines) + end, "body", "paragraph", "line" if n else "block"))
    return body


_Tell = Callable[[_Teller], list[Piece]]
_FORMS: tuple[tuple[int, tuple[_Tell, str | None, str]], ...] = (
    (60, (_news, None, "article")),
    (9, (_brief, None, "article")),
    (5, (_interview, "opinion", "article")),
    (5, (_tips, "health", "article")),
    (5, (_live, None, "live")),
    (4, (_gallery, None, "gallery")),
    (6, (_opinion, "opinion", "article")),
    (2, (_horoscope, "religion", "article")),
    (3, (_tabled, "business", "article")),
    (1, (_verse, "opinion", "article")),
)
_LANGUAGES = ("marathi", "nepali", "bhojpuri")


def make_story(world: World, habits: Habits, *, language: str | None = None) -> Story:
    """A story of some form and topic, or in one of the neighbouring languages."""
    if language:
        return _foreign(world, habits, language)
    tell, topic_name, page_type = world.weighted(_FORMS)
    topic = load(topic_name or world.choice(TOPICS))
    teller = _Teller(world, habits, topic)
    own = load("forms").get(page_type, {}).get("headline")
    story = Story(
        headline=world.line(own) if own else teller.sentence("headline"),
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
    teller = _Teller(
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
