"""The invented world of one page: its outlet, its place, its persons and numbers, as slots for templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from quality.training.grammar.data import TOPICS, Town, load, pairs, rules, towns
from quality.training.grammar.moments import draw_moment, moment_slots
from quality.training.grammar.templates import Draw


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person, in both scripts."""

    name: str
    latin: str
    woman: bool


def draw_person(draw: Draw, *, woman: bool | None = None) -> Person:
    """A person of a group whose first names and surnames go together."""
    group = "north" if draw.chance(78) else "muslim" if draw.chance(55) else "others"
    if woman is None:
        woman = draw.chance(36)
    first = draw.choice(pairs("names", group, "women" if woman else "men"))
    if woman and draw.chance(25):
        last = ("देवी", "Devi") if draw.chance(70) else ("कुमारी", "Kumari")
    else:
        last = draw.choice(pairs("names", group, "surnames"))
    if group == "north" and not woman and draw.chance(15):
        first = (f"{first[0]} कुमार", f"{first[1]} Kumar")
    if draw.chance(4):
        return Person(*first, woman)
    return Person(f"{first[0]} {last[0]}", f"{first[1]} {last[1]}", woman)


def draw_outlet(draw: Draw) -> tuple[str, str]:
    """An invented outlet, in both scripts."""
    outlets = load("outlets")
    if draw.chance(8):
        latin: str = draw.choice(outlets["latin"])
        return latin, latin
    first, second = draw.choice(pairs("outlets", "first")), draw.choice(pairs("outlets", "second"))
    return f"{first[0]} {second[0]}{draw.choice(outlets['ends'])}", f"{first[1]} {second[1]}"


def draw_village(draw: Draw) -> str:
    """An invented village."""
    villages = load("names")["villages"]
    first, last = (draw.choice(villages[part].split()) for part in ("first", "last"))
    return f"{first}{last}"


class World(Draw):
    """A `Draw` whose slots keep to one page: its outlet, home town, persons come back again and again."""

    def __init__(self, random: Random) -> None:
        super().__init__(random, dict(rules()))
        self.outlet, self.outlet_latin = draw_outlet(self)
        slug = "".join(self.outlet_latin.lower().split())
        self.host = ("www." if self.chance(50) else "") + slug + self.choice(load("outlets")["hosts"])
        self.author, self.editor = draw_person(self), draw_person(self)
        self.moment = draw_moment(self)
        self.later = self.moment + timedelta(minutes=self.skewed(3, 2000))
        self._unused: list[str] = []
        self.words_for_numbers = self.chance(35)
        self.values |= moment_slots(self.moment, self.later) | {
            "outlet": self.outlet,
            "outlet_en": self.outlet_latin,
            "outlet_slug": slug,
            "host": self.host,
            "author": self.author.name,
            "author_en": self.author.latin,
            "editor": self.editor.name,
            "editor_en": self.editor.latin,
            "agency": self.choice(load("outlets")["agencies"]),
        }
        self.makers = {
            "day": lambda: str(self.between(1, 30)),
            "year": lambda: str(2026 - self.skewed(0, 30, 3)),
            "year2": lambda: str(self.moment.year),
            "num_small": self._small,
            "num_mid": self._mid,
            "num_en": lambda: str(self.between(2, 9)),
            "minute": lambda: f"{self.between(0, 59):02d}",
            "mid_en": lambda: str(self.between(10, 99)),
            "number": self._number,
            "money": self._money,
            "percent": lambda: self.rule("percent_form"),
            "age": lambda: str(self.between(16, 78)),
            "temp": lambda: str(self.between(2, 47)),
            "minutes": lambda: str(self.between(1, 14)),
            "pin": lambda: str(self.between(110001, 855117)),
            "phone": self._phone,
            "code": lambda: "".join(self.choice("abcdefghkmnpqrstuvwxyzABCDEFGHKLM0123456789") for _ in range(10)),
            "code2": lambda: "".join(self.choice("abcdefghkmnprstuvwy") for _ in range(2)),
            "place": lambda: self._town().name,
            "place_en": lambda: self._town().latin,
            "state": lambda: self._town().state,
            "state_en": lambda: self._town().state_latin,
            "village": self._village,
            "person": lambda: self._person(None).name,
            "person_m": lambda: self._person(False).name,
            "person_f": lambda: self._person(True).name,
            "person_en": lambda: self._person(None).latin,
            "surname": lambda: self.people[0].name.split()[-1],
            "object_passive": self._passive,
            "object_active": self._active,
            "relative": lambda: self.rule("relative_form"),
            "relative_time": lambda: self.rule("relative_form"),
            "tagline": lambda: self.line(load("outlets")["taglines"]),
            "desk": lambda: self.line(load("outlets")["desks"]),
            "other": self.other_headline,
            "slug": lambda: self.line(load(self.choice(TOPICS))["english"]),
            "section": lambda: load(self.choice(TOPICS))["section"],
            "section_en": lambda: load(self.choice(TOPICS))["section_en"],
        }  # fmt: skip
        self.new_scene()

    def new_scene(self) -> None:
        """Another place and other persons: what a second story on the page is about."""
        self.town: Town = self.word(towns()) if self.chance(50) else self.choice(towns())
        self.villages = [draw_village(self), draw_village(self)]
        self.people = [draw_person(self) for _ in range(3)]
        self.values["city"] = self.town.name

    def other_headline(self) -> str:
        """The headline of another story of the same site."""
        kept = self.town, self.villages, self.people, self.values["city"]
        self.new_scene()
        headline = self.line(self._fresh())
        self.town, self.villages, self.people, self.values["city"] = kept
        return headline

    def _fresh(self) -> Sequence[str]:
        """Templates of headlines: each once on a page before any comes again, as no site lists one story many times."""
        if not self._unused:
            topics = [line for name in dict.fromkeys(TOPICS) for line in load(name)["headline"]]
            general = load("headlines")["any"]
            self._unused = self.some([*topics, *general, *general], len(topics) + 2 * len(general))
        return (self._unused.pop(),)

    def _town(self) -> Town:
        return self.town if self.chance(65) else self.choice(towns())

    def _village(self) -> str:
        return self.choice(self.villages) if self.chance(70) else draw_village(self)

    def _person(self, woman: bool | None) -> Person:
        if self.chance(45):
            known = self.choice(self.people)
            if woman is None or known.woman == woman:
                return known
        return draw_person(self, woman=woman)

    def _small(self) -> str:
        if self.words_for_numbers or self.chance(30):
            return self.choice(self.rules["num_small_word"])
        return str(self.between(2, 9))

    def _mid(self) -> str:
        if self.words_for_numbers and self.chance(60):
            return self.choice(self.rules["num_mid_word"])
        return str(self.between(10, 99))

    def _number(self) -> str:
        value = self.between(101, 99999) if self.chance(60) else self.between(101, 999)
        text = str(value)
        return f"{text[:-3]},{text[-3:]}" if value > 999 and self.chance(60) else text

    def _money(self) -> str:
        unit = self.choice(("लाख रुपये", "करोड़ रुपये", "हजार रुपये", "लाख रुपए", "करोड़", "हजार रुपए", "रुपये"))
        if unit == "रुपये":
            return f"{'₹' if self.chance(30) else ''}{self._number()} {unit}"
        whole = self._mid() if self.chance(50) else f"{self.between(1, 90)}.{self.between(1, 9)}"
        return f"{whole} {unit}"

    def _phone(self) -> str:
        return str(self.choice(load("furniture")["contacts"]["phone"])) + "".join(
            str(self.between(0, 9)) for _ in range(8)
        )

    def _object(self) -> tuple[str, int]:
        feminine = int(self.chance(50))
        return self.word(self.rules["objects_f" if feminine else "objects_m"]), feminine

    def _passive(self) -> str:
        thing, gender = self._object()
        verb = self.word(self.rules["verbs"]).split("|")[gender]
        return f"{thing} {verb} {self.word(self.rules['passive']).split('|')[gender]}"

    def _active(self) -> str:
        thing, gender = self._object()
        verb = self.word(self.rules["verbs"]).split("|")[gender]
        return f"{thing} {verb} {self.word(self.rules['active']).split('|')[gender]}".rstrip()
