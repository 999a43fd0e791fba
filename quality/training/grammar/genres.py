"""Bodies of stories by kind: news, interviews, tips, live pages, galleries, tables, verse."""

from __future__ import annotations

from collections.abc import Sequence

from quality.training.grammar.data import load
from quality.training.grammar.page import Join, Piece
from quality.training.grammar.teller import Teller
from quality.training.grammar.world import World


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


def news(teller: Teller) -> list[Piece]:
    """Plain news: paragraphs, on some sites under sub-headings, now and then a quote, a list, a table, odd lines."""
    world, habits = teller.world, teller.habits
    body = [Piece(teller.paragraph(teller.sentence("lead")), "body")]
    count = _body_length(world)
    numbered = world.chance(8)
    for number in range(1, count):
        if world.chance(habits.subheads):
            text = teller.sentence("subheads")
            body.append(_heading(f"{number}. {text}" if numbered else text))
        last = number == count - 1 and world.chance(50)
        text = teller.paragraph(teller.sentence("close") if last else None)
        if habits.bold_leads and world.chance(40):
            text = f"{teller.sentence('subheads').rstrip('?')}: {text}"
        body.append(Piece(text, "body", "paragraph", "line" if habits.tight else "block"))
    if world.chance(7):
        body += _list(teller, world.between(2, 8))
        if world.chance(60):
            body.append(Piece(teller.paragraph(), "body"))
    if world.chance(4):
        body += _table(teller)
    if world.chance(6):
        _insert(world, body, Piece(f"“{world.line(world.rules['said'])}।”", "body", "quote"))
    if world.chance(habits.odd_lines):
        for _ in range(world.skewed(1, 5)):
            _insert(world, body, Piece(world.line(load("traps")["lines"]), "body"))
    return body


def _insert(world: World, body: list[Piece], piece: Piece) -> None:
    """Puts a piece between two paragraphs, or below the last one."""
    places = [n for n in range(1, len(body) + 1) if n == len(body) or body[n].kind == "paragraph"]
    body.insert(world.choice(places), piece)


def brief(teller: Teller) -> list[Piece]:
    """A brief of forty to eighty words."""
    return [Piece(teller.paragraph(teller.sentence("lead"), teller.world.between(2, 4)), "body")]


def _list(teller: Teller, count: int, template: str = "detail") -> list[Piece]:
    world = teller.world
    mark = world.choice(("", "", "", "{n}. ", "{n}- ", "({n}) ", "{n}) "))
    items = [teller.sentence(template) for _ in range(count)]
    stop = "।" if world.chance(60) else ""
    kind = "list_item" if world.chance(70) else "paragraph"
    joins: list[Join] = ["block" if n == 0 or world.chance(20) else "line" for n in range(count)]
    texts = [mark.replace("{n}", str(n)) + item + stop for n, item in enumerate(items, 1)]
    return [Piece(text, "body", kind, join) for text, join in zip(texts, joins, strict=True)]


def interview(teller: Teller) -> list[Piece]:
    """Questions and answers."""
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


def tips(teller: Teller) -> list[Piece]:
    """Lists under headings: recipes, papers to bring, things to do."""
    world, forms = teller.world, load("forms")["tips"]
    teller.topic = {**teller.topic, "item": forms["item"]}
    body = [Piece(world.line(forms["intro"]), "body")]
    for head in world.some(forms["heads"], world.between(1, 4)):
        body.append(_heading(head + world.choice(("", "", ":", " -"))))
        body += _list(teller, world.between(2, 9), "item")
        if world.chance(40):
            body.append(Piece(teller.paragraph(), "body"))
    return body


def live(teller: Teller) -> list[Piece]:
    """A live page: updates with their times, the last one first."""
    world = teller.world
    body = [Piece(world.line(load("forms")["live"]["intro"]), "body")] if world.chance(80) else []
    minute = world.between(900, 1390)
    style = world.choice(("line", "line", "inline", "none"))
    for _ in range(world.between(4, 18)):
        hour, rest = divmod(minute, 60)
        twelve = f"{(hour - 1) % 12 + 1:02d}:{rest:02d} {'PM' if hour >= 12 else 'AM'}"
        time = world.choice((f"{hour:02d}:{rest:02d} IST", f"{hour:02d}:{rest:02d}", twelve, twelve))
        minute -= world.between(3, 60)
        if style == "line":
            body.append(Piece(time, "date"))
        if world.chance(40):
            body.append(Piece(teller.sentence("headline"), "subheading", "heading", "line", level=3))
        text = teller.paragraph(count=world.between(1, 3))
        if style == "inline":
            text = f"{time}{world.choice((': ', ' - ', ' | '))}{text}"
        join: Join = "line" if world.chance(50) else "block"
        body.append(Piece(text, "update", "paragraph", join, time=None if style == "none" else time))
        if minute < 10:
            break
    return body


def gallery(teller: Teller) -> list[Piece]:
    """Texts of pictures, numbered."""
    world = teller.world
    body = [Piece(teller.paragraph(teller.sentence("lead"), 2), "body")]
    count = world.between(4, 12)
    for number in range(1, count + 1):
        if world.chance(70):
            body.append(Piece(f"{number} / {count}" if world.chance(70) else f"{number}/{count}", "interface"))
        body.append(Piece(teller.paragraph(count=world.between(1, 2)), "body"))
    return body


def opinion(teller: Teller) -> list[Piece]:
    """Long paragraphs of thought."""
    world = teller.world
    body = [Piece(teller.ended([teller.sentence("lead"), *(teller.sentence("detail") for _ in range(3))]), "body")]
    for _ in range(world.between(4, 10)):
        text = teller.ended(
            [teller.sentence("detail" if world.chance(85) else "anywhere") for _ in range(world.between(3, 7))]
        )
        body.append(Piece(text, "body"))
    body.append(Piece(teller.ended([teller.sentence("close")]), "body"))
    return body


def horoscope(teller: Teller) -> list[Piece]:
    """A paragraph for each sign of the zodiac."""
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


def _table(teller: Teller) -> list[Piece]:
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


def tabled(teller: Teller) -> list[Piece]:
    """A table between two paragraphs."""
    return [
        Piece(teller.paragraph(teller.sentence("lead")), "body"),
        *_table(teller),
        Piece(teller.paragraph(), "body"),
    ]


def verse(teller: Teller) -> list[Piece]:
    """Lines of verse."""
    world, lines = teller.world, load("forms")["verse"]["line"]
    body = [Piece(teller.paragraph(teller.sentence("lead")), "body")] if world.chance(60) else []
    for _ in range(world.between(2, 5)):
        for n in range(world.between(2, 4)):
            end = world.choice(("", ",", "।", "…"))
            body.append(Piece(world.line(lines) + end, "body", "paragraph", "line" if n else "block"))
    return body
