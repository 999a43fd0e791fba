"""A site's habits of spelling and punctuation, which hold for its whole page."""

from __future__ import annotations

import re
from functools import cache

from quality.training.grammar.data import load
from quality.training.grammar.templates import Draw

_DEVANAGARI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
_QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("''", "''"), ("“", "”"))
_STOPS = ("।",) * 58 + (".",) * 30 + (" ।",) * 6 + (" |", "|", "।।", " .")
_LATIN = re.compile("[A-Za-z]")
_JOINABLE = re.compile("\u094d(?=[यवतमल])")
_NUKTA = re.compile("([कखगजडढफय])\u093c")
_COMPOSED = {base: chr(0x958 + n) for n, base in enumerate("कखगजडढफय")}


@cache
def _spellings(names: tuple[str, ...]) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    words: dict[str, str] = {}
    for name in names:
        words |= load("spelling")[name]
    if not words:
        return None, words
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))), words


class Style:
    """How a site spells and punctuates; `set` brings a text into its style."""

    def __init__(self, draw: Draw) -> None:
        self.stop = draw.choice(_STOPS)
        self.quotes = draw.choice(_QUOTES)
        names = [name for name, percent in (("chandrabindu", 15), ("nukta", 25), ("hindi", 20)) if draw.chance(percent)]
        if draw.chance(4):
            names.append("nonukta")
        self._pattern, self._words = _spellings(tuple(names))
        self._digits = draw.chance(5)
        self._composed = draw.chance(30)
        self._joined = draw.chance(4)
        self._curly_single = draw.chance(50)

    def set(self, text: str) -> str:
        """The text as this site would write it.

        >>> from random import Random
        >>> Style(Draw(Random(1), {})).set("plain words")
        'plain words'
        """
        if text.isascii():
            return text
        if "।" in text and self.stop != "।":
            text = text.replace("।", self.stop)
        if "“" in text:
            text = text.replace("“", self.quotes[0]).replace("”", self.quotes[1])
        if "‘" in text and not self._curly_single:
            text = text.replace("‘", "'").replace("’", "'")
        if self._pattern is not None:
            text = self._pattern.sub(lambda found: self._words[found.group()], text)
        if self._digits and not _LATIN.search(text):
            text = text.translate(_DEVANAGARI_DIGITS)
        if self._composed:
            text = _NUKTA.sub(lambda found: _COMPOSED[found.group(1)], text)
        if self._joined:
            text = _JOINABLE.sub("\u094d\u200d", text)
        return text
