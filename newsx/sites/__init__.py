"""Facts about single publishers, one small TOML file each; newsx must be right without them.

Keys of a file: `name` as Hindi pages show it, `latin_name`, `addresses` (host names without ``www.``, with a first path
part where the host carries more than the Hindi edition), `aliases` (other names that pages declare for it) and `marks`
(wording that no other publisher's page furniture shows, by which a text dump is known).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsx.lexicon.hosts import domains
from newsx.lexicon.load import load_toml
from newsx.text.fold import fold
from newsx.text.words import words

_BETWEEN_TEXTS = "\0"


@dataclass(frozen=True, slots=True, eq=False)  # the indexes below are kept by identity, which is hashed in no time
class SiteFacts:
    """What newsx knows of one publisher; `key` is the stem of its file."""

    key: str
    name: str
    latin_name: str
    addresses: tuple[str, ...]
    aliases: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the publisher, the one to show first."""
        return (self.name, self.latin_name, *self.aliases)


@cache
def load_sites() -> tuple[SiteFacts, ...]:
    """The facts of all files, by file name. Replace this function by one that returns () to work without facts."""
    stems = sorted(path.stem for path in Path(__file__).parent.glob("*.toml"))
    return tuple(_read(stem) for stem in stems)


def site_at(host: str, path: str = "/") -> SiteFacts | None:
    """The publisher at a host name (``www.`` makes no difference, subdomains count) and path, or None.

    An address with a path part (``bbc.com/hindi``) counts only under that path; the most exact address wins.
    """
    addresses = _by_address(load_sites())
    part = path.lower().strip("/").split("/")[0]
    asked = (address for domain in domains(host) for address in (f"{domain}/{part}", domain))
    known = max((address for address in asked if address in addresses), key=len, default=None)
    return addresses[known] if known is not None else None


def site_named(name: str) -> SiteFacts | None:
    """The publisher that bears this name, spelled in any of its ways, or None."""
    return _by_name(load_sites()).get(fold(name))


def sites_marked(texts: Iterable[str]) -> list[tuple[SiteFacts, str]]:
    """Publishers whose marks stand in the texts, each with the text of the first; most marked texts first."""
    originals = list(texts)
    joined = fold(_BETWEEN_TEXTS.join(originals))
    folded = joined.split(_BETWEEN_TEXTS)
    shown = frozenset(words(joined))
    marked: dict[str, tuple[SiteFacts, set[int]]] = {}
    for word, marks in _marks_by_first_word(load_sites()).items():
        for mark, facts in marks if word in shown else ():
            found = {n for n, text in enumerate(folded) if mark in text and _stands_in(mark, text)}
            marked.setdefault(facts.key, (facts, set()))[1].update(found)
    ranked = sorted((entry for entry in marked.values() if entry[1]), key=lambda entry: (-len(entry[1]), min(entry[1])))
    return [(facts, originals[min(found)]) for facts, found in ranked]


@cache
def _by_address(sites: tuple[SiteFacts, ...]) -> Mapping[str, SiteFacts]:
    return {address: facts for facts in reversed(sites) for address in facts.addresses}


@cache
def _by_name(sites: tuple[SiteFacts, ...]) -> Mapping[str, SiteFacts]:
    return {fold(name): facts for facts in reversed(sites) for name in facts.names}


@cache
def _marks_by_first_word(sites: tuple[SiteFacts, ...]) -> Mapping[str, Sequence[tuple[str, SiteFacts]]]:
    index: dict[str, list[tuple[str, SiteFacts]]] = {}
    for facts in sites:
        for mark in map(fold, facts.marks):
            index.setdefault(words(mark)[0], []).append((mark, facts))
    return index


def _stands_in(mark: str, text: str) -> bool:
    start = text.find(mark)
    while start >= 0:
        end = start + len(mark)
        if not (_goes_on(mark[0], text[start - 1 : start]) or _goes_on(mark[-1], text[end : end + 1])):
            return True
        start = text.find(mark, start + 1)
    return False


def _goes_on(character: str, neighbour: str) -> bool:
    """Whether a word goes on from one sign to the next; Hindi and Latin letters are of two words, glued or not."""
    is_sign = "\u0900" <= neighbour <= "\u0903" or "\u093e" <= neighbour <= "\u094f"
    return is_sign or (neighbour.isalnum() and neighbour.isascii() == character.isascii())


def _read(stem: str) -> SiteFacts:
    data = load_toml("newsx.sites", f"{stem}.toml")
    return SiteFacts(
        key=stem,
        name=data["name"],
        latin_name=data["latin_name"],
        addresses=tuple(data["addresses"]),
        aliases=tuple(data["aliases"]),
        marks=tuple(data["marks"]),
    )
