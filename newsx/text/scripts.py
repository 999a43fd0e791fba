"""The script that a text is written in, as ISO 15924 code (https://www.unicode.org/iso15924/)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("Deva", "\u0900-\u0963\u0966-\u097f"),
    ("Latn", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
    ("Cyrl", "\u0400-\u052f"),
    ("Arab", "\u0620-\u06ff\u0750-\u077f"),
    ("Beng", "\u0980-\u09ff"),
    ("Guru", "\u0a00-\u0a7f"),
    ("Gujr", "\u0a80-\u0aff"),
    ("Orya", "\u0b00-\u0b7f"),
    ("Taml", "\u0b80-\u0bff"),
    ("Telu", "\u0c00-\u0c7f"),
    ("Knda", "\u0c80-\u0cff"),
    ("Mlym", "\u0d00-\u0d7f"),
    ("Sinh", "\u0d80-\u0dff"),
    ("Grek", "\u0370-\u03ff"),
    ("Hebr", "\u0590-\u05ff"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Hang", "\u1100-\u11ff\uac00-\ud7af"),
    ("Kana", "\u3040-\u30ff"),
    ("Hani", "\u3400-\u4dbf\u4e00-\u9fff"),
)
_MOST_FREQUENT = 1
"""Position of the last script that is looked for in every text; the others only where these leave most of it."""


@lru_cache(maxsize=512)
def script_of(text: str) -> str | None:
    """The script that most letters of the text are of, as ISO 15924 code; None where it holds no letters known here.

    >>> script_of("WhatsApp में नया फीचर आया"), script_of("2026!")
    ('Deva', None)
    """
    counts = count_letters(text)
    return max(counts, key=lambda script: counts[script]) if counts else None


_IDEOGRAPH = re.compile("[\u3040-\uffdc]")
_LETTERS_OF_IDEOGRAPH = 2.5


def words_of_script(text: str, script: str) -> list[str]:
    """The runs of letters of one script in a text, in lower case, joiners and apostrophes with them."""
    return dict(_runs())[script].findall(text.lower())


def count_letters(text: str) -> Counter[str]:
    """How many letters of each script a text holds; rare scripts are looked for where the frequent ones leave most."""
    counts: Counter[str] = Counter()
    for position, (script, run) in enumerate(_runs()):
        if letters := sum(map(len, run.findall(text))):
            counts[script] = letters
        if position == _MOST_FREQUENT and 2 * counts.total() > len(text):
            break
    return counts


@cache
def _runs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((script, re.compile(f"[{letters}\u200c\u200d'’]+")) for script, letters in _SCRIPTS)


def letters(text: str) -> int:
    """The length of a text, ideographs and syllables counted as the several letters they stand for.

    >>> letters("नदी"), letters("東京")
    (3, 5)
    """
    length = len(text)
    if not text.isascii() and (ideographs := len(_IDEOGRAPH.findall(text))):
        length += int((_LETTERS_OF_IDEOGRAPH - 1) * ideographs)
    return length
