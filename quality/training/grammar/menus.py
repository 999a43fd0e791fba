"""What stands above the story: menus, strips of topics, tickers, trails."""

from __future__ import annotations

from quality.training.grammar.data import load
from quality.training.grammar.kit import Kit, label
from quality.training.grammar.page import Join, Piece


def menu_words(kit: Kit, count: int) -> list[str]:
    """So many words of the site's menu, and others where it has fewer."""
    words = kit.world.some(kit.menu, count)
    return (
        words
        if len(words) == count
        else [kit.world.fill(word) for word in (*words, *kit.world.some(load("furniture")["menu"]["words"], count))]
    )


def menu(kit: Kit) -> list[Piece]:
    """The site's menu, now and then with sub-menus or twice."""
    world = kit.world
    words = menu_words(kit, world.skewed(5, 60, 1.8) if world.chance(75) else world.between(50, 150))
    join: Join = "space" if world.chance(6) else "line"
    kind = "list_item" if world.chance(80) else "paragraph"
    pieces = []
    for n, word in enumerate(words):
        depth = 2 if n and world.chance(15) else 1
        pieces.append(Piece(word, "navigation", kind, "block" if n == 0 else join, True, depth))
    return pieces + ([Piece(p.text, p.role, p.kind, p.join, True, p.level) for p in pieces] if world.chance(8) else [])


def menu_glued(kit: Kit) -> list[Piece]:
    """A row of menu words without spaces between."""
    words = menu_words(kit, kit.world.between(3, 16))
    return [Piece(word, "navigation", "paragraph", "line" if n == 0 else "glue") for n, word in enumerate(words)]


def navigation_lists(kit: Kit) -> list[Piece]:
    """Headed lists of links, as in wide menus."""
    pieces = []
    for _ in range(kit.world.between(2, 7)):
        words = menu_words(kit, kit.world.between(3, 9))
        pieces.append(Piece(words[0], "navigation", "paragraph", "block", True))
        pieces += [
            Piece(word, "navigation", "list_item", "block" if n == 0 else "line", True)
            for n, word in enumerate(words[1:])
        ]
    return pieces


def trending(kit: Kit) -> list[Piece]:
    """A strip of topics."""
    world = kit.world
    mark = world.choice(("#", "", "", "# "))
    names = [
        world.slot(world.choice(("person", "festival", "nouns", "place", "party", "person_en", "board")))
        for _ in range(world.between(3, 10))
    ]
    join: Join = world.choice(("line", "line", "glue", "space"))
    head = [label(kit, "trending_label")] if world.chance(70) else []
    return head + [
        Piece(mark + name, "navigation", "list_item", "line" if n == 0 else join, True) for n, name in enumerate(names)
    ]


def breaking(kit: Kit) -> list[Piece]:
    """A ticker: a label and headlines of other stories."""
    head = label(kit, "breaking_label")
    return [head, *(Piece(kit.others(), "related", "paragraph", "line", True) for _ in range(kit.world.skewed(1, 6)))]


def breadcrumb(kit: Kit) -> list[Piece]:
    """The trail to the page, in one line or in several; its end may be the English title."""
    world, story = kit.world, kit.story
    root = world.choice(("Home", "होम", "Hindi News", "हिंदी न्यूज", "News", "मुख्य पृष्ठ", "समाचार", f"{world.outlet}"))
    english = world.chance(40)
    section = story.section_latin if english else story.section
    crumbs = [root, section]
    if world.chance(30):
        crumbs.insert(1, world.town.state_latin if english else world.town.state)
    kit.gold["section"] = section
    end = world.random.random()
    tail = story.english if end < 0.25 else story.headline if end < 0.4 else None
    if world.chance(40):
        sign = world.choice((" › ", " > ", " / ", " » ", "/", " | ", " "))
        return [
            Piece(
                sign.join([*crumbs, tail] if tail else crumbs)
                + (sign.rstrip() if not tail and world.chance(20) else ""),
                "breadcrumb",
            )
        ]
    join: Join = world.choice(("line", "space", "glue"))
    pieces = [
        Piece(text, "breadcrumb", "list_item", "block" if n == 0 else join, True) for n, text in enumerate(crumbs)
    ]
    if tail:
        role = "alternative_headline" if tail == story.english else "duplicate"
        pieces.append(Piece(tail, role, "list_item", join))
        if role == "alternative_headline":
            kit.gold["alternative_headline"] = tail
    return pieces
