"""Lists of other stories: related, popular, latest, in all the ways that sites set them."""

from __future__ import annotations

from quality.training.grammar.data import load
from quality.training.grammar.kit import Kit, label
from quality.training.grammar.page import Join, Piece


def related(
    kit: Kit, *, least: int = 3, most: int = 24, headed: bool | None = None, teasers: bool | None = None
) -> list[Piece]:
    """Headlines of other stories, with a heading, teasers, dates, sections or numbers as the site likes."""
    world = kit.world
    pieces: list[Piece] = []
    if headed or (headed is None and world.chance(85)):
        pieces.append(label(kit, "related_label"))
        if kit.language and world.chance(60):
            pieces[0].text = world.choice(load("languages")[kit.language]["related"])
    count = world.skewed(least, most)
    teasers = world.chance(18) if teasers is None else teasers
    dated, sectioned, numbered, timed = world.chance(30), world.chance(18), world.chance(8), world.chance(10)
    doubled = world.chance(4)
    kind = "list_item" if world.chance(55) else "heading" if world.chance(25) else "paragraph"
    apart, level = world.chance(45), 4 if kind == "heading" else 1
    for number in range(1, count + 1):
        join: Join = "block" if number == 1 or apart or teasers else "line"
        if sectioned:
            pieces.append(Piece(world.choice(kit.menu), "related", "paragraph", "block", True))
            join = "line"
        text = kit.others()
        if numbered:
            text = f"{number}{world.choice(('.', ''))} {text}" if world.chance(50) else f"{number} {text}"
        if timed:
            text = f"{world.slot('relative')} {text}" if world.chance(50) else f"{world.slot('lead_in')} {text}"
        pieces.append(Piece(text, "related", kind, join, True, level=level))
        if doubled:
            pieces.append(Piece(text, "related", kind, "line", True, level=level))
        if teasers:
            pieces.append(Piece(_teaser(kit), "related"))
        if dated:
            pieces.append(Piece(_stamp(kit), "related", "paragraph", "line"))
        if teasers and world.chance(30):
            pieces.append(
                Piece(world.choice(load("furniture")["listing"]["more"]), "related", "paragraph", "line", True)
            )
    return pieces


def _teaser(kit: Kit) -> str:
    world = kit.world
    topic = load(world.choice(("civic", "crime", "politics", "weather", "business", "education", "health", "sport")))
    text = f"{world.line(topic['lead'])}। {world.line(topic['detail'])}।"
    if world.chance(70):
        words = text.split()
        text = " ".join(words[: world.between(8, max(9, len(words)))]) + world.choice(
            ("...", "…", " […]", "", " [...]")
        )
    return text


def _stamp(kit: Kit) -> str:
    world = kit.world
    form = world.random.random()
    if form < 0.35:
        return world.slot("relative")
    if form < 0.65:
        return f"{world.slot('month_en')} {world.slot('day')}, {world.slot('year')}"
    if form < 0.85:
        return f"{world.slot('day')} {world.slot('month')} {world.slot('year')}"
    return f"{world.slot('desk')} - {world.slot('month_en')} {world.slot('day')}, {world.slot('year')}"


def related_lists(kit: Kit) -> list[Piece]:
    """Several lists, one after the other."""
    pieces = []
    for _ in range(kit.world.between(2, 5)):
        pieces += related(kit, most=12, headed=True)
    return pieces


def read_also_list(kit: Kit) -> list[Piece]:
    """A label that sends to other stories, and their headlines below it."""
    world = kit.world
    head = label(kit, "read_also_label")
    if kit.language:
        head.text = world.choice(load("languages")[kit.language]["read_also"])
    kind = "list_item" if world.chance(60) else "paragraph"
    return [head, *(Piece(kit.others(), "read_also", kind, "line", True) for _ in range(world.between(1, 5)))]


def read_also_cards(kit: Kit) -> list[Piece]:
    """A card between paragraphs: a label and one headline, often with the section."""
    pieces = read_also_list(kit)[:2]
    if kit.world.chance(40):
        pieces.append(Piece(kit.world.choice(kit.menu), "read_also", "paragraph", "line", True))
    return pieces


def prev_next(kit: Kit) -> list[Piece]:
    """The stories before and after."""
    world = kit.world
    lines = world.some(load("furniture")["prev_next"]["lines"], 2)
    pieces = []
    for line in lines:
        pieces.append(Piece(line, "related", "paragraph", "block", True))
        pieces.append(Piece(kit.others(), "related", "paragraph", world.choice(("line", "glue", "space")), True))
    return pieces


def gallery_other(kit: Kit) -> list[Piece]:
    """Photo stories of other news."""
    pieces = related(kit, least=3, most=10, headed=True, teasers=False)
    pieces[0].text = kit.world.choice(
        ("फोटो गैलरी", "Photos", "तस्वीरें", "Photo Gallery", "वेब स्टोरीज", "Web Stories", "शॉर्ट वीडियो")
    )
    return pieces


def toc(kit: Kit) -> list[Piece]:
    """A table of contents: the sub-headings that are to come."""
    heads = [piece.text for piece in kit.story.body if piece.role == "subheading"]
    if not heads:
        return []
    return [label(kit, "toc"), *(Piece(head, "navigation", "list_item", "line", True) for head in heads)]


def faq(kit: Kit) -> list[Piece]:
    """Questions and answers at the end of the story, part of it."""
    world = kit.world
    questions = load("forms")["interview"]["question"]
    pieces = [Piece(world.choice(("FAQ", "अक्सर पूछे जाने वाले सवाल", "FAQs")), "subheading", "heading", level=2)]
    for number in range(1, world.between(2, 5)):
        pieces.append(
            Piece(
                f"Q{number}. {world.line(questions)}" if world.chance(50) else world.line(questions),
                "subheading",
                "heading",
                level=3,
            )
        )
        pieces.append(Piece(f"{world.slot('object_passive')}। {world.slot('said')}।", "body"))
    return pieces


def archive(kit: Kit) -> list[Piece]:
    """An archive of months with the number of posts, as blogs have it."""
    world = kit.world
    year = world.moment.year
    pieces = [label(kit, "most_label")]
    months = [f"{month} {year} ({world.between(1, 90)})" for month in world.some(world.rules["month"], 6)]
    return [*pieces, *(Piece(month, "related", "list_item", "line", True) for month in months)]


def section_strip(kit: Kit) -> list[Piece]:
    """Headlines under names of sections, as around the stories of big sites."""
    pieces = []
    for name in kit.world.some(kit.menu, kit.world.between(1, 4)):
        pieces.append(Piece(name, "related", "heading", "block", True, level=3))
        pieces += related(kit, least=2, most=6, headed=False, teasers=False)
    return pieces
