"""Words of a folded text, for comparing texts with each other."""

from __future__ import annotations

import re

_WORD = re.compile("[0-9a-z\u00c0-\u024f\u0900-\u0963\u0966-\u097f\u0370-\u1fff\u3040-\ud7a3]+")

# Thai and Lao, Burmese, Khmer, kana, Han: scripts that set no space between words.
_UNSPACED_SIGNS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_UNSPACED = re.compile(f"[{_UNSPACED_SIGNS}]")
_RUN = re.compile(f"[{_UNSPACED_SIGNS}]+|[^{_UNSPACED_SIGNS}]+")


def words(folded: str) -> list[str]:
    """The runs of letters, vowel signs and digits of a folded text, so that a Devanagari word stays whole.

    Of scripts that write no words apart, each pair of signs stands for one, so that texts can be compared.

    >>> words("नई दिल्ली 2026"), words("東京で雨")
    (['नई', 'दिल्ली', '2026'], ['東京', '京で', 'で雨'])
    """
    found = _WORD.findall(folded)
    if folded.isascii() or not _UNSPACED.search(folded):
        return found
    return [part for word in found for run in _RUN.findall(word) for part in _pairs(run)]


def _pairs(run: str) -> list[str]:
    if len(run) < 2 or not _UNSPACED.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


def count_words(folded: str) -> int:
    """The number of words; of scripts that write none apart, two signs count as one.

    >>> count_words("बारिश से राहत"), count_words("東京で大雨が降った")
    (3, 5)
    """
    unspaced = len(_UNSPACED.findall(folded)) if not folded.isascii() else 0
    return folded.count(" ") + 1 + unspaced // 2


def is_pair(word: str) -> bool:
    """Whether a word of `words` is a pair of signs of a script that writes no words apart."""
    return len(word) == 2 and not word.isascii() and _UNSPACED.match(word) is not None
