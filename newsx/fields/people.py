"""Who wrote the article.

On a page in Hindi the words of the lexicon tell persons from desks, agencies and publishers, and authors are the
persons who wrote; what the byline shows comes before what the page declares. For other languages newsx has no such
words: authors are those whom the page credits, be it a person or, where it names none, a newsroom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from newsx.article import Warned
from newsx.fields.article_object import article_objects, clean_value, objects_of_type, text_of, types_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.fields.credit_lines import CreditLine, StoryCredits
from newsx.fields.metadata import metadata
from newsx.lexicon.load import entries, folded_entries
from newsx.lines.bylines import read_byline
from newsx.lines.credits import credit_words, is_agency, is_desk, is_indian_agency, is_publisher, may_be_house
from newsx.lines.dates import find_times
from newsx.lines.names import is_person_name, same_person, transliterates
from newsx.lines.titles import is_site_name
from newsx.page import LabelledPage
from newsx.text.fold import fold

_NOT_A_NAME = re.compile(r"https?:|www\.|^[@#/(]|[{}<>=]|\.(?:com|net|org)/|^\W*$")
_EMAIL = re.compile(r"\s*[(<]?\b[\w.+-]+@[\w-]+\.[\w.]+[)>]?")
_BRACKETED_TAIL = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*$")
_INVERTED = frozenset({"citation_author", "dc.creator"})
_LIST = re.compile(r"\s*[,;|]\s*(?:(?:and|&|और|व|एवं)\s+)?|\s+(?:and|und|og|och|&|और|व|एवं)\s+")
_TWO_NAMES = re.compile("(?<=[a-zß-ž]{2})(?<!Mac|Van|Del|Von)(?<!Fitz)(?=[A-ZÀ-Þ][a-zß-ž])")
_COMPANY = re.compile(r"\b(?:Ltd|Inc|LLC|GmbH|Limited|Foundation|Association|University|Institute)\b\.?")
_LOGIN = re.compile(r"[a-z0-9._-]+")
_FEWEST_WORDS_OF_A_SENTENCE = 2
_FEWEST_WORDS_OF_A_ROOM, _MOST_WORDS_OF_A_ROOM = 2, 5
_LONGEST_NAME = 90

Names = tuple[str, ...]
Offer = Candidate[Names]


def choose_authors(labelled: LabelledPage, credits: StoryCredits, publisher_names: Sequence[str] = ()) -> Choice[Names]:
    """The authors in order, each once; None where the page names none.

    publisher_names: the names of the site and its publisher, which bylines carry behind those of persons.

    Warns with `author_conflict` where byline and declaration name entirely different persons.
    """
    declared = _largest_first([offer for offer in _declared(labelled, publisher_names) if offer.value])
    publishers = _publisher_names(labelled) | frozenset(map(fold, publisher_names))
    if credits.in_hindi:
        shown = list(_bylines(credits)) or list(_reporter(credits))
        declared = [offer for offer in (_persons_only(offer, publishers) for offer in declared) if offer.value]
        offers = [*shown, *declared]
        choice = choose(offers)
        return Choice(choice.value, choice.evidence, _conflict(shown, declared))
    shown = list(_bylines(credits))
    indian = credits.indian or any(map(is_indian_agency, (name for offer in declared for name in offer.value)))
    if indian:  # there a newsroom is credited as agency, and is no author
        found = (_of_flesh(offer, publishers) for offer in (*declared, *shown))
        return choose(offer for offer in found if offer.value)
    declared = [_without_publisher(offer, publishers) for offer in declared if not _is_sentence(offer)]
    offers = [*declared, *(_without_publisher(offer, publishers) for offer in shown)]
    confirmed = fold(" ".join(offer.raw for offer in shown))
    named = [
        offer
        for offer in offers
        if any(_is_person(name, publishers) or fold(name) in confirmed for name in offer.value)
    ]
    offers = [*named, *(offer for offer in offers if offer not in named)]
    return choose(offers or _newsrooms(credits))


def _newsrooms(credits: StoryCredits) -> Iterator[Offer]:
    """A newsroom that a line below the headline credits: By The Valley Post editors."""
    for line in credits.lines:
        if line.byline is not None or line.place != "below" or find_times(line.block.text):
            continue
        name = _before_name().sub("", line.block.text).strip()
        if name != line.block.text and _FEWEST_WORDS_OF_A_ROOM <= len(name.split()) <= _MOST_WORDS_OF_A_ROOM:
            yield Candidate((name,), line.source, line.block.text)


def _largest_first(declared: list[Offer]) -> list[Offer]:
    """The offers, led by the JSON-LD object that names all of the first one's persons and more, if there is one."""
    for offer in declared[1:]:
        if offer.source.startswith("json-ld") and set(declared[0].value) < set(offer.value):
            return [offer, *declared]
    return declared


def _is_sentence(offer: Offer) -> bool:
    """Whether what is declared as the author is a line of the page: Download our new app."""
    never = credit_words().never - folded_entries("words.toml", "function_words")
    return all(len(never.intersection(fold(name).split())) >= _FEWEST_WORDS_OF_A_SENTENCE for name in offer.value)


def _without_publisher(offer: Offer, publishers: frozenset[str]) -> Offer:
    """The offer without the publisher that stands beside persons; alone, or listed in JSON-LD, it is an author."""
    kept = tuple(name for name in offer.value if fold(name) not in publishers)
    return Candidate(kept, offer.source, offer.raw) if kept and not offer.source.startswith("json-ld") else offer


def _of_flesh(offer: Offer, publishers: frozenset[str]) -> Offer:
    """The offer without newsrooms, agencies and logins."""
    return Candidate(tuple(name for name in offer.value if _is_person(name, publishers)), offer.source, offer.raw)


def _conflict(shown: list[Offer], declared: list[Offer]) -> tuple[Warned, ...]:
    if not shown or not declared:
        return ()
    best, against = shown[0], declared[0]
    if any(same_person(one, other) for one in best.value for other in against.value):
        return ()
    message = f"{best.source} names {', '.join(best.value)}, but {against.source} {', '.join(against.value)}"
    return (Warned("author_conflict", message),)


def _bylines(credits: StoryCredits) -> Iterator[Offer]:
    """The authors that the lines around the story name, joined: a page may give each a line of its own."""
    names: list[str] = []
    first: CreditLine | None = None
    for line in credits.lines:
        if first is not None and line.place != first.place:
            break
        found = [name for name in line.byline.persons if not _known(name, names)] if line.byline else []
        if found and first is None:
            first = line
        names += found
    if first is not None:
        yield Candidate(tuple(names), first.source, first.block.text)


def _reporter(credits: StoryCredits) -> Iterator[Offer]:
    """The person who stands in the dateline: अंबाला(अमन):, रोहित नेगी, छतरपुर।."""
    found = credits.dateline
    if found is not None and found.dateline.reporter:
        yield Candidate((found.dateline.reporter,), found.source, found.dateline.raw)


def _known(name: str, names: list[str]) -> bool:
    return any(same_person(name, earlier) for earlier in names)


def _declared(labelled: LabelledPage, publisher_names: Sequence[str]) -> Iterator[Offer]:
    page = labelled.page.declared
    for item in article_objects(page) or objects_of_type(page, "WebPage"):
        kind = next(iter(types_of(item)), "object")
        for key in metadata("authors", "json_ld"):
            names = _tidied(_names_in(item.get(key)), publisher_names)
            if names:
                yield Candidate(names, f"json-ld {kind}.{key}", ", ".join(_names_in(item.get(key))))
                break
    for place, values in (("meta", page.meta), ("microdata", page.microdata)):
        for name in metadata("authors", place) if values else ():
            found = [_first_name_first(value) if name in _INVERTED else value for value in values.get(name, ())]
            if found:
                yield Candidate(_tidied(found, publisher_names), f"{place} {name}", ", ".join(found))


def _first_name_first(value: str) -> str:
    """Roy, Anita as libraries write it, turned round."""
    last, comma, first = value.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else value


def _names_in(value: Any) -> list[str]:
    """The names in an author property: a string, an object with `name` or its parts, or a list of these."""
    if isinstance(value, (list, tuple)):
        return [name for part in value for name in _names_in(part)]
    if isinstance(value, Mapping):
        parts = [text_of(value.get(key)) for key in ("givenName", "familyName")]
        if not value.get("name"):
            return [" ".join(part for part in parts if part)] if any(parts) else []
        return _names_in(value["name"])
    text = clean_value(value) if isinstance(value, str) else ""
    return [text] if text else []


def _tidied(values: list[str], publisher_names: Sequence[str]) -> Names:
    names: list[str] = []
    for value in values:
        for name in _split(_without_publisher_name(_tidy(clean_value(value)), publisher_names)):
            if not _known(name, names):
                names.append(name)
    return tuple(names)


def _tidy(text: str) -> str:
    """The value without a leading By, an email address, initials in brackets behind it; "" for no name."""
    text = _after_name().sub("", _BRACKETED_TAIL.sub("", _EMAIL.sub("", text)))
    text = _before_name().sub("", text.strip()).strip(" \t,;:|-–—•·")
    unnamed = fold(text) in metadata("no_author", "words")
    return "" if unnamed or _NOT_A_NAME.search(text) or len(text) > _LONGEST_NAME else text


def _without_publisher_name(text: str, publisher_names: Sequence[str]) -> str:
    """Anita Roy, Gaon Times without the paper that she writes for."""
    names, comma, last = text.rpartition(",")
    return names.strip() if comma and names.strip() and is_site_name(last, publisher_names) else text


def _split(text: str) -> list[str]:
    """The names of a list; a text that is no list of names (Andrew Smith, MD) stays whole."""
    halves = _TWO_NAMES.split(text)
    if len(halves) > 1 and all(map(is_person_name, halves)):  # Anita RoyMeera Joshi
        return halves
    parts = [part.strip() for part in _LIST.split(text) if part.strip()]
    if len(parts) > 1 and all(is_person_name(part) or is_agency(part) for part in parts):
        return parts
    return [text] if text else []


def _persons_only(offer: Offer, publishers: frozenset[str]) -> Offer:
    kept: list[str] = []
    for name in offer.value:
        byline = None if fold(name) in publishers else read_byline(name, bare_name=True)
        if byline is not None:
            kept += byline.persons
        elif fold(name) not in publishers and is_person_name(name, single_word=True):
            kept.append(name)
    return Candidate(tuple(dict.fromkeys(kept)), offer.source, offer.raw)


def _publisher_names(labelled: LabelledPage) -> frozenset[str]:
    """The names of organizations that the page declares: its publisher, its site, an author that is none of flesh."""
    page = labelled.page.declared
    articles = article_objects(page)
    named = [text_of(item.get("publisher")) for item in articles]
    for key in ("og:site_name", "publisher", "application-name"):
        named += page.meta.get(key, ())
    for item in articles:
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            kinds = types_of(author) if isinstance(author, Mapping) else ()
            if "Person" not in kinds and any(kind.endswith("Organization") for kind in kinds):
                named.append(text_of(author))
    return frozenset(fold(name) for name in named if name)


def _is_person(name: str, publishers: frozenset[str]) -> bool:
    """Whether an author's name is not that of an organization, and not a login (andrew.keaveney)."""
    if fold(name) in publishers or _COMPANY.search(name) or _LOGIN.fullmatch(name):
        return False
    if is_publisher(name) or is_desk(name) or is_agency(name) or may_be_house(name):
        return False
    return not any(transliterates(name, publisher) for publisher in publishers)


@cache
def _before_name() -> re.Pattern[str]:
    plain, with_colon = (_any_of("declared", key) for key in ("before", "before_with_colon"))
    return re.compile(rf"^(?:{plain})\s*[:\-]?\s+(?=\S)|^(?:{with_colon})\s*:\s*", re.IGNORECASE)


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any_of('declared', 'after')})$")


def _any_of(*keys: str) -> str:
    return "|".join(map(re.escape, entries("credits.toml", *keys)))
