"""The head of a paragraph cut into what a dateline is made of: places, agencies and desks, outlets, persons, a date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsx.lexicon.load import folded_entries
from newsx.lexicon.places import is_place, is_town, may_be_place
from newsx.lines.calendar import calendar
from newsx.lines.credits import credit_words, is_agency, is_desk, is_publisher
from newsx.lines.names import is_known_person, is_person_name
from newsx.text.fold import fold, fold_word
from newsx.text.words import Token, tokenize

Kind = Literal["town", "place", "word", "source", "outlet", "kicker", "person", "unknown"]

EDGES = " \t,.:;-–—/|।*•'\"‘’“”✍🖊🖋\ufe0f"
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_COMMA = re.compile(r"\s*[,|;]\s*|\s+[-–—]+\s*|[-–—]+\s+|\s*/{2,}\s*|\s*[।:@]\s*")
_OUTER_COMMA = re.compile(r",(?![^()\[\]]*[)\]])")
_SLASH = re.compile(r"\s*/\s*")
_MOST_PARTS = 5
_MOST_WORDS = 14
_MOST_JOINED_WORDS = 7
_MOST_PLACE_WORDS = 3
_FROM = " से "
_INITIALS = re.compile("[A-Z]{2,6}|(?:[A-Z]\\.){2,6}")
_CAPITALS = re.compile("[A-Z][A-Z0-9 .]+")
_PLACE_SHAPE = re.compile(
    "[\u0904-\u0939\u0958-\u0961\u0980-\u0d7fA-Z][\u0900-\u0963\u0971-\u0d7f\u200c\u200dA-Za-z .'’/()-]{1,30}"
)


class Part(NamedTuple):
    """A piece of the head, what it is, and whether it stands in brackets."""

    text: str
    kind: Kind
    bracketed: bool = False


class Head(NamedTuple):
    """The parts of a head without its date, whether it holds one, and whether a comma or a bracket parts that off."""

    parts: tuple[Part, ...]
    dated: bool
    date_apart: bool = False

    def of_kind(self, *kinds: Kind) -> list[str]:
        """The texts of the parts of these kinds, in order."""
        return [part.text for part in self.parts if part.kind in kinds]


def read_head(head: str, publishers: Collection[str] = ()) -> Head | None:
    """The parts of a text that may be a dateline; None where there are too many for one.

    `publishers` are the names by which the page calls its publisher.

    >>> [part[:2] for part in read_head("सीकर, 12 दिसंबर (हप्र)").parts]
    [('सीकर', 'town'), ('हप्र', 'source')]
    """
    if head.count(" ") >= _MOST_WORDS:
        return None
    span = date_span(head)
    undated = head if span is None else f"{head[: span[0]]},{head[span[1] :]}"
    parts = list(_parts(_reported().sub(", ", undated), publishers))
    if len(parts) > _MOST_PARTS:
        return None
    return Head(tuple(parts), span is not None, span is not None and _stands_apart(head, *span))


def _stands_apart(head: str, start: int, end: int) -> bool:
    """Whether a comma, a bracket or a dash parts the date from the place."""
    before = head[:start].rstrip()
    return before.endswith((",", ")", "]", "-", "–")) if before.strip(EDGES) else head[end:].lstrip().startswith(",")


@cache
def _reported() -> re.Pattern[str]:
    """What stands behind the name of a reporter: रोहित नेगी की रिपोर्ट."""
    labels = sorted((" ".join(label) for label in credit_words().labels_after if len(label) > 1), key=len, reverse=True)
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, labels))})(?=$|[\s,।:])")


def _parts(text: str, publishers: Collection[str]) -> Iterator[Part]:
    for segment in _OUTER_COMMA.split(text):
        if "/" not in segment and is_town(segment.strip(EDGES)):  # वीरपुर (सुपौल)
            yield Part(segment.strip(EDGES), "town")
            continue
        start = 0
        for bracket in _BRACKETED.finditer(segment):
            yield from _listed(segment[start : bracket.start()], publishers, bracketed=False)
            yield from _listed(bracket[1], publishers, bracketed=True)
            start = bracket.end()
        yield from _listed(segment[start:], publishers, bracketed=False)


def _listed(text: str, publishers: Collection[str], *, bracketed: bool) -> Iterator[Part]:
    for item in _COMMA.split(text):
        bare = _bare(item)
        if "/" not in bare:
            if bare:
                yield from _whole_or_joined(bare, publishers, bracketed=bracketed)
            continue
        halves = [half for half in map(_bare, _SLASH.split(bare)) if half]
        kinds = [kind_of(half, publishers) for half in halves]
        whole = kind_of(bare, publishers)
        # मुंबई/पुणे is one place, पीटीआई/एएनआई one agency; of सीकर/रोहित नेगी each half is its own.
        apart = whole in ("unknown", "person") or not {"person", "source", "outlet"}.isdisjoint(kinds)
        if len(halves) > 1 and _names_desk(halves, kinds):
            yield Part(bare, "source", bracketed)
        elif len(halves) > 1 and apart and set(kinds) != {"source"}:
            for half in halves:
                yield from _whole_or_joined(half, publishers, bracketed=bracketed)
        elif bare:
            yield from _whole_or_joined(bare, publishers, bracketed=bracketed)


def _names_desk(halves: list[str], kinds: list[Kind]) -> bool:
    """कोसी संवाद/डेस्क: the desk's own name stands before the slash."""
    if kinds[-1] != "source" or " " in halves[-1] or not is_desk(halves[-1]):
        return False
    return all(
        kind in ("unknown", "outlet", "person") and not is_known_person(half)
        for half, kind in zip(halves[:-1], kinds[:-1], strict=True)
    )


def _bare(text: str) -> str:
    """The text without marks around it; the last full stop of initials stays (हि.स.)."""
    bare = text.strip(EDGES)
    return f"{bare}." if "." in bare and f"{bare}." in text else bare


def _whole_or_joined(text: str, publishers: Collection[str], *, bracketed: bool) -> Iterator[Part]:
    kind = kind_of(text, publishers)
    joined = list(_joined(text, publishers)) if kind in ("unknown", "person", "outlet") else []
    if kind == "outlet" and not all(" " in part.text or part.kind != "outlet" for part in joined):
        joined = []  # पटना दर्पण is one name, सीकर कोसी टाइम्स two
    for part in joined or [Part(text, kind)]:
        yield part._replace(bracketed=bracketed)


def kind_of(text: str, publishers: Collection[str] = ()) -> Kind:
    """What a text that may be a part of a dateline is by itself."""
    kind = _known_kind(text)
    own = kind in ("person", "unknown") and fold_word(text) in map(fold_word, publishers)
    return "outlet" if own else kind


@lru_cache(maxsize=2048)  # label and fields read the same few lines, and a joined part is read by each of its words
def _known_kind(text: str) -> Kind:
    if is_agency(text) or is_desk(text) or (_spells_agency(text) and not is_place(text)):
        return "source"
    if is_town(text):
        return "town"
    if is_place(text):
        return "place"
    if may_be_place(text):
        return "word"
    if _is_kicker(text):
        return "kicker"
    if is_publisher(text) or _has_outlet_part(text):
        return "outlet"
    if is_person_name(text):
        return "person"
    return "unknown"


def _joined(text: str, publishers: Collection[str]) -> Iterator[Part]:
    """Two parts that no mark parts: लोकधारा टाइम्स सीकर, बड़ी खबर सीकर, सीकर से रोहित नेगी."""
    place, origin, person = text.partition(_FROM)
    if origin and is_town(place) and is_person_name(person):
        yield from (Part(place, "town"), Part(person, "person"))
        return
    words = text.split()
    if len(words) > _MOST_JOINED_WORDS:
        return
    for size in range(1, len(words)):
        first, second = " ".join(words[:size]), " ".join(words[size:])
        one, other = kind_of(first, publishers), kind_of(second, publishers)
        sided = {one, other} in ({"town", "source"}, {"town", "outlet"}, {"source", "word"})
        if sided or (one, other) == ("kicker", "town"):
            yield from (Part(first, one), Part(second, other))
            return
    for size in (1, 2):  # भगवान सिंह पौड़ी
        head, tail = " ".join(words[:-size]), " ".join(words[-size:])
        if is_town(tail) and is_known_person(head) and " " in head:
            yield from (Part(head, "person"), Part(tail, "town"))
            return


def _spells_agency(text: str) -> bool:
    """एल.एन.एस, एनबीएस, L.N.S.: names of letters and nothing else, with full stops between them."""
    letters = folded_entries("credits.toml", "datelines", "letters")
    spelled = [part.strip() for part in fold(text).strip(" .").split(".")]
    return len(spelled) > 1 and (all(part in letters for part in spelled) or bool(_INITIALS.fullmatch(text)))


def is_initials(text: str) -> bool:
    """Whether the text is letters alone, as an agency that no list knows: BSS."""
    return _INITIALS.fullmatch(text) is not None


def _is_kicker(text: str) -> bool:
    key = fold(text)
    before, _, end = key.rpartition(" ")
    if key in folded_entries("credits.toml", "datelines", "kickers") or (
        before and credit_words().never.issuperset(key.split())
    ):
        return True
    return bool(before) and end in folded_entries("credits.toml", "datelines", "kicker_ends") and is_place(before)


def _has_outlet_part(text: str) -> bool:
    """महामीडिया, लोकधारा, ghatvarta: a name of one word that is made of words of outlets."""
    key = fold(text)
    if " " in key or key in credit_words().never:
        return False
    parts = _latin_outlet_parts() if key.isascii() else _outlet_parts()
    made = any(key != part and (key.startswith(part) or key.endswith(part)) for part in parts)
    return made and not is_known_person(text)


@cache
def _outlet_parts() -> tuple[str, ...]:
    return tuple(part for part in folded_entries("credits.toml", "datelines", "outlet_parts") if not part.isascii())


@cache
def _latin_outlet_parts() -> tuple[str, ...]:
    return tuple(part for part in folded_entries("credits.toml", "datelines", "outlet_parts") if part.isascii())


def may_be_outlet(text: str) -> bool:
    """Whether a text in brackets beside a town can be an outlet that no list knows: लोकधारा, HILLNEWS, ghatvarta."""
    of_places = folded_entries("credits.toml", "datelines", "of_places")
    if is_known_person(text) or is_place(text) or len(text) < 2 or fold(text) in of_places:
        return False
    words = text.split()
    if len(words) > _MOST_PLACE_WORDS or not any(map(str.isalpha, text)):
        return False
    return credit_words().never.isdisjoint(map(fold, words)) or _CAPITALS.fullmatch(text) is not None


def looks_like_place(text: str) -> bool:
    """Whether a text in a place's position can be one that no list knows (मऊरानीपुर)."""
    if is_place(text) or may_be_place(text):
        return True
    words = text.split()
    if len(words) > _MOST_PLACE_WORDS or _PLACE_SHAPE.fullmatch(text) is None:
        return False
    if not folded_entries("credits.toml", "datelines", "goes_on").isdisjoint(map(fold_word, words)):
        return False
    return not calendar().weekdays.intersection(map(fold_word, words))


def goes_on(after: str) -> bool:
    """Whether the words behind a place that no mark ends make a sentence of it: दिल्ली (Delhi) में."""
    first = after.split(maxsplit=1)[:1]
    return bool(first) and fold(first[0]).strip(EDGES) in folded_entries("credits.toml", "datelines", "goes_on")


def date_span(head: str) -> tuple[int, int] | None:
    """Where a head holds a day and month, with or without year: संयुक्त राष्ट्र, 14 मई; सीकर, 18.09.2023."""
    if not any(map(str.isdecimal, head)):
        return None
    tokens = tokenize(head)
    for position in range(len(tokens)):
        last = _last_of_day(tokens, position)
        if last is not None:
            return tokens[_first_of_day(tokens, position)].start, tokens[last].end
    return None


def _last_of_day(tokens: list[Token], position: int) -> int | None:
    """The last token of a day that begins at a position, None where none does."""
    known = calendar()
    first, rest = tokens[position], tokens[position + 1 : position + 5]
    if len(rest) == 4 and rest[0].text == rest[2].text and rest[0].text in "-/.":
        numbers = (first.number, rest[1].number, rest[3].number)
        years = [number for number in numbers if number > 31]
        if min(numbers) >= 0 and len(years) <= 1 and sum(1 <= number <= 31 for number in numbers) >= 2:
            return position + 4
    if first.number >= 0 and position and tokens[position - 1].key in known.before_day:
        last = position  # पुणे, ता. 12
    elif position > 1 and tokens[position - 1].text == "." and tokens[position - 2].key in known.before_day:
        last = position
    else:
        last = -1
    for gap in (1, 2):
        if position + gap >= len(tokens) or (gap == 2 and tokens[position + 1].text not in ("-", ".")):
            continue
        day, month = first, tokens[position + gap]
        if day.number < 0:
            day, month = month, day
        if 1 <= day.number <= 31 and (month.key in known.months or month.key in known.other_months):
            last = position + gap
            year = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].text in (",", ".", "-"))
            return year if year < len(tokens) and len(tokens[year].text) == 4 and tokens[year].number > 0 else last
    return last if last >= 0 and 1 <= first.number <= 31 else None


def _first_of_day(tokens: list[Token], position: int) -> int:
    """The first token of a day: a weekday or a word such as दिनांक may stand before it."""
    known = calendar()
    while position and (
        tokens[position - 1].key in known.before_day
        or tokens[position - 1].key in known.weekdays
        or (tokens[position - 1].text in ".,:" and position > 1 and _opens_day(tokens[position - 2]))
    ):
        position -= 1
    return position


def _opens_day(token: Token) -> bool:
    known = calendar()
    return token.key in known.before_day or token.key in known.weekdays
