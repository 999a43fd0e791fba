"""One folding of spelling, for comparing phrases only; nothing folded is ever put out."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from newsx.text.clean import is_plain

# A nukta may be missing, precomposed, separate or misplaced (पढे़ं), so it goes; the same for joiners.
# Chandrabindu and anusvara are written for each other; ऐप, एप and वॉट्स, वाट्स are spellings of one word.
_TABLE: dict[int, str | None] = {
    0x093C: None,
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0x00AD: None,
    0xFEFF: None,
    0x0929: "न",
    0x0931: "र",
    0x0934: "ळ",
    0x0901: "ं",
    0x0900: "ं",
    0x0910: "ए",
    0x090D: "ए",
    0x0948: "े",
    0x0949: "ा",
    0x0911: "आ",
    0x0945: "े",
    0x2018: "'",
    0x2019: "'",
    0x201A: "'",
    0x201C: '"',
    0x201D: '"',
    0x201E: '"',
    0x2013: "-",
    0x2014: "-",
    0x2015: "-",
    0x2011: "-",
    0x2026: "...",
    0x0964: "।",
    0xFF1A: ":",
    0x0903: ":",  # visarga stands for the colon on many pages (दिल्लीः), and the other way round
    0x0A83: ":",
    0x00A0: " ",
}
_TABLE |= dict(zip(range(0x0958, 0x0960), "कखगजडढफय", strict=True))
_TABLE |= dict(zip((0x09DC, 0x09DD, 0x09DF), "ডঢয", strict=True))
_TABLE |= dict(zip((0x0A33, 0x0A36, 0x0A59, 0x0A5A, 0x0A5B, 0x0A5E, 0x0B5C, 0x0B5D), "ਲਸਖਗਜਫଡଢ", strict=True))
# The chillus of Malayalam are older as a letter, virama and joiner, of which the joiner goes.
_TABLE |= dict(zip(range(0x0D7A, 0x0D80), ("ണ്", "ന്", "ര്", "ല്", "ള്", "ക്"), strict=True))
# The nukta of Bengali, Gurmukhi, Gujarati and Odia; digits of all Indian scripts.
_TABLE |= dict.fromkeys((0x09BC, 0x0A3C, 0x0ABC, 0x0B3C))
_TABLE |= {zero + digit: str(digit) for zero in range(0x0966, 0x0D67, 0x80) for digit in range(10)}
_WHATSAPP = re.compile("(?:व्हा|वा)ट्स ?(?:एप|अप|आप)प?")
# Few signs of a text are in the table, so that finding these is six times as fast as `str.translate`.
_SPELLED = {chr(sign): spelling or "" for sign, spelling in _TABLE.items()}
_FOLDED_SIGN = re.compile(f"[{''.join(map(re.escape, _SPELLED))}]")
_NO_LETTERS: dict[int, None] = {sign: None for sign in range(0x80) if not chr(sign).isalnum()}
"""The signs of ASCII that `comparable` leaves out; `str.translate` does so at once."""


def fold(text: str) -> str:
    """A key under which spellings of one phrase are equal.

    >>> fold("ये भी पढे़ं") == fold("ये भी पढ़ें") == fold("ये भी पढ\u093cें")
    True
    >>> fold("व्हाट्सऐप") == fold("वॉट्सएप") == fold("वाट्सअप"), fold("न्यूज़") == fold("न्यूज")
    (True, True)
    """
    folded = fold_signs(text)
    if not is_plain(folded):
        folded = " ".join(folded.split())
    return _WHATSAPP.sub("व्हाट्सएप", folded) if "ट्स" in folded else folded


def fold_signs(text: str) -> str:
    """`fold` sign by sign: white space and words are left as they are."""
    return text.lower() if text.isascii() else _FOLDED_SIGN.sub(_spelling, text).lower()


def offset_of(text: str, position: int) -> int:
    """The offset in a text of the sign that stands at a position of its `fold_signs`; its length for the end.

    >>> offset_of("पढ\u093cें!", 4), offset_of("पढ\u093cें!", 5)
    (5, 6)
    """
    return bisect_left(range(len(text) + 1), position + 1, key=lambda end: len(fold_signs(text[:end]))) - 1


def _spelling(sign: re.Match[str]) -> str:
    return _SPELLED[sign[0]]


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """`fold` for one word or short phrase; the words of news recur, so answers are kept."""
    return word.lower() if word.isascii() else fold(word)


def comparable(text: str) -> str:
    """The letters and digits of a text; vowel signs and joiners go too, so that spellings of one text are equal.

    >>> comparable("क्‍या पढ़ें?") == comparable("क्या पढें")
    True
    """
    if text.isascii():
        return text.translate(_NO_LETTERS).lower()
    return "".join(filter(str.isalnum, text)).lower()
