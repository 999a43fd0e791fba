"""The parts about the story itself and those that close a page: credits, summaries, tags, comments, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quality.training.grammar.data import load
from quality.training.grammar.kit import Kit, label, phrases
from quality.training.grammar.menus import menu_words
from quality.training.grammar.moments import CLOCK_FORMS, DAY_FORMS, MINUTE_FORMS
from quality.training.grammar.page import Join, Piece
from quality.training.grammar.story import make_story

_JOINS: dict[str, Join] = {"~": "glue", "_": "space", "/": "line"}
_CHANGED = re.compile("updat|modif|अपडेट", re.IGNORECASE)


def english_title(kit: Kit) -> list[Piece]:
    """The English title alone in a line."""
    kit.gold["alternative_headline"] = kit.story.english
    return [Piece(kit.story.english, "alternative_headline")]


def byline(kit: Kit, forms: Sequence[Sequence[str]] | None = None) -> list[Piece]:
    """The lines of author and time; tells the gold what they show."""
    world = kit.world
    pieces: list[Piece] = []
    world.filled.clear()
    shown: dict[str, list[str]] = {"date": []}
    for written in world.choice(forms or load("bylines")["forms"]):
        join = _JOINS.get(written[0])
        role, _, template = written[1 if join else 0 :].partition(": ")
        world.filled.clear()
        pieces.append(Piece(world.fill(template), role, "paragraph", join or "block"))
        names = set(world.filled)
        if role == "byline" and names & {"author", "author_en"}:
            kit.gold["authors"] = [world.author.name if "author" in names else world.author.latin]
        if role == "date" and not _CHANGED.search(template):
            shown["date"] += names
    _published(kit, set(shown["date"]))
    return pieces


def _published(kit: Kit, forms: set[str]) -> None:
    moment = kit.world.moment
    if forms & MINUTE_FORMS or (forms & DAY_FORMS and forms & CLOCK_FORMS):
        kit.gold["published"] = f"{moment:%Y-%m-%dT%H:%M}+05:30"
    elif forms & DAY_FORMS:
        kit.gold["published"] = f"{moment:%Y-%m-%d}"


def byline_of(kit: Kit, *needed: str) -> list[Piece]:
    """A byline of one of the forms that begin with certain texts."""
    forms = [form for form in load("bylines")["forms"] if any(piece in text for text in form for piece in needed)]
    return byline(kit, forms)


def date_only(kit: Kit) -> list[Piece]:
    """The date without an author."""
    return byline(kit, [form for form in load("bylines")["forms"] if all(piece.startswith("date") for piece in form)])


def dateline_line(kit: Kit) -> list[Piece]:
    """A dateline in a line of its own."""
    template = kit.world.choice(load("bylines")["own_line"])
    kit.gold["dateline"] = kit.world.values["city"]
    if "{agency}" in template:
        kit.gold["agency"] = kit.world.values["agency"]
    return [Piece(kit.world.fill(template), "dateline")]


def summary(kit: Kit, *, labelled: bool = False, cut: bool = False) -> list[Piece]:
    """The standfirst, with its label or alone, whole or cut short; now and then it is the first paragraph again."""
    world, story = kit.world, kit.story
    text = story.lead
    first = next((piece.text for piece in story.body if piece.role == "body"), text)
    if world.chance(20) and len(first) < 500:
        text = first
    if world.chance(15):
        text = text.rstrip("।")
    if cut or world.chance(5):
        words = text.split()
        text = " ".join(words[: max(6, len(words) * 2 // 3)]) + world.choice(
            ("...", "…", " […]", " ...और पढ़ें", "… और पढ़ें")
        )
    kit.gold["summary"] = text
    piece = Piece(text, "summary", "heading" if world.chance(25) else "paragraph", level=2)
    if not labelled:
        return [piece]
    head = label(kit, "summary_label")
    if world.chance(25) and not head.text.endswith(":"):
        head.text += ":"
    piece.join = world.choice(("block", "block", "line", "space"))
    return [head, piece]


def highlights(kit: Kit, *, labelled: bool = True) -> list[Piece]:
    """The list of highlights."""
    world = kit.world
    stop = "।" if world.chance(50) else ""
    lines = [text + stop for text in kit.story.highlights]
    kit.gold["highlights"] = lines
    kind = "list_item" if world.chance(80) else "paragraph"
    head = [label(kit, "highlights_label")] if labelled else []
    return head + [Piece(line, "highlight", kind, "block" if n == 0 else "line") for n, line in enumerate(lines)]


def caption(kit: Kit, *, credit: bool = False) -> list[Piece]:
    """The line under a picture: a caption, a credit, the headline or the English title once more."""
    world = kit.world
    pieces = phrases(kit, "caption")
    if world.chance(20):
        pieces[0].text = kit.story.headline if world.chance(60) else kit.story.english
    if credit or world.chance(12):
        lines = load("furniture")["caption_credit"]["lines"]
        pieces.append(Piece(world.line(lines), "caption", "caption", world.choice(("line", "space", "block"))))
    pieces[0].kind = "caption" if world.chance(40) else "paragraph"
    return pieces


def tags(kit: Kit, *, labelled: bool = True) -> list[Piece]:
    """The story's tags, with their label or alone, apart or in one line."""
    world = kit.world
    names = kit.story.tags
    kit.gold["tags"] = names
    mark = world.choice(("#", "# ", "", "", "", ""))
    head = [label(kit, "topics_label")] if labelled and world.chance(80) else []
    if world.chance(25):
        text = world.choice((", ", " | ", " ")).join(mark + name for name in names)
        if head and world.chance(60):
            return [Piece(f"{head[0].text} {text}", "tags")]
        return [*head, Piece(text, "tags")]
    join: Join = world.choice(("line", "line", "space", "glue"))
    first: Join = "space" if head and join == "space" else "block"
    return head + [
        Piece(mark + name, "tags", "list_item", first if n == 0 else join, True) for n, name in enumerate(names)
    ]


def bio(kit: Kit, *, headed: bool | None = None) -> list[Piece]:
    """The author's biography, with or without its heading, its name, its link to more."""
    world = kit.world
    pieces = []
    if headed or (headed is None and world.chance(60)):
        pieces.append(label(kit, "bio_label"))
    if world.chance(60):
        pieces.insert(world.between(0, len(pieces)), label(kit, "bio_name"))
    lines = load("furniture")["bio"]["lines"]
    pieces += [Piece(world.line(lines), "bio") for _ in range(world.skewed(1, 4))]
    if world.chance(30):
        pieces.append(label(kit, "bio_more"))
    return pieces


def comments(kit: Kit, *, form: str | None = None) -> list[Piece]:
    """Comments of readers or the form for them, with or without a heading."""
    world, furniture = kit.world, load("furniture")
    pieces = [label(kit, "comments_label")] if world.chance(75) else []
    if world.chance(45) and form != "form":
        for _ in range(world.skewed(1, 9)):
            meta = [
                Piece(world.line(furniture["comment_meta"]["lines"]), "comments", "paragraph", "line")
                for _ in range(world.between(0, 2))
            ]
            text = Piece(world.line(furniture["comment_text"]["lines"]), "comments")
            pieces += [*meta, text] if world.chance(50) else [text, *meta]
    if not pieces or world.chance(50) or form == "form":
        lines = world.some(furniture["comments_form"]["lines"], world.between(2, 8))
        pieces += [Piece(line, "comments", "paragraph", "line") for line in lines]
    return pieces


def second_story(kit: Kit) -> list[Piece]:
    """Another whole story below the first, all of it of one role."""
    world = kit.world
    kept, gold = world.values["city"], dict(kit.gold)
    scene = world.town, world.villages, world.people
    world.new_scene()
    story = make_story(world, kit.habits, language=kit.language)
    pieces = [Piece(story.headline, "second_story", "heading", level=2)]
    if world.chance(60):
        pieces += byline(kit)
    if world.chance(30):
        pieces.append(Piece(story.lead, "second_story"))
    pieces += story.body[: world.between(2, 12)]
    kit.gold = gold
    world.values["city"] = kept
    world.town, world.villages, world.people = scene
    return [replace(piece, role="second_story") for piece in pieces]


def footer(kit: Kit) -> list[Piece]:
    """What closes a page: about the outlet, links, copyright, address."""
    world, furniture = kit.world, load("furniture")
    pieces: list[Piece] = []
    if world.chance(25):
        pieces.append(Piece(world.line(furniture["footer_about"]["lines"]), "footer"))
    if world.chance(35):
        pieces += [
            Piece(word, "navigation", "list_item", "block" if n == 0 else "line", True)
            for n, word in enumerate(menu_words(kit, world.skewed(5, 60)))
        ]
    if world.chance(80):
        join: Join = world.choice(("line", "line", "space", "glue"))
        links = world.some(furniture["footer_links"]["lines"], world.between(3, 14))
        pieces += [
            Piece(link, "footer", "list_item", "block" if n == 0 else join, True) for n, link in enumerate(links)
        ]
    if world.chance(15):
        pieces += phrases(kit, "contact_editor")
    lines = world.some(furniture["footer_copyright"]["lines"], world.between(1, 3))
    return pieces + [
        Piece(world.fill(line), "footer", "paragraph", "block" if n == 0 else "line") for n, line in enumerate(lines)
    ]
