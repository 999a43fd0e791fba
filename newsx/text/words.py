"""What a word is: those of a folded text, for comparing, and the tokens of a line, for taking it apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsx.text.fold import fold_word

_WORD = re.compile("[0-9a-z\u00c0-\u024f\u0900-\u0963\u0966-\u097f\u0370-\u1fff\u3040-\ud7a3]+")

# Thai and Lao, Burmese, Khmer, kana, Han: scripts that set no space between words.
_ALPHABETIC_SIGNS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_SYLLABIC_SIGNS = "\u3040-\u30ff\u3400-\u9fff"
_UNSPACED_SIGNS = _ALPHABETIC_SIGNS + _SYLLABIC_SIGNS
_UNSPACED = re.compile(f"[{_UNSPACED_SIGNS}]")
_ALPHABETIC = re.compile(f"[{_ALPHABETIC_SIGNS}]")
_SYLLABIC = re.compile(f"[{_SYLLABIC_SIGNS}]")
_RUN = re.compile(f"[{_UNSPACED_SIGNS}]+|[^{_UNSPACED_SIGNS}]+")

# Bengali to Malayalam: the scripts of India beside Devanagari.
_INDIC = "\u0980-\u0d7f"

# Letters of one script: of the alphabets, digits, marks and a change of script end a run.
_LETTER_RUN = re.compile(
    f"[a-z\u00df-\u024f\u0400-\u04ff]+|[\u0900-\u0963\u0970-\u097f]+|(?:(?![\\d\u0964\u0965])[{_INDIC}])+"
)

# Every sign stands for one sign, so that offsets hold. U+0970 is the full stop of short forms (सित॰).
_PLAIN: dict[int, str] = {zero + digit: str(digit) for zero in range(0x0966, 0x0D67, 0x80) for digit in range(10)}
_PLAIN |= dict.fromkeys((0x00A0, 0x2009, 0x202F), " ")
_PLAIN |= dict.fromkeys((0x2010, 0x2011, 0x2012), "-")
_PLAIN |= {0x0970: "."}
_NOT_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")

# Capitals end a word before a capital that a small letter follows, so that ISTDevendra and UpdatedFeb fall apart.
_TOKEN = re.compile(
    r"\d+"
    r"|[AaPp][Mm](?=IST|GMT)|(?<=[AaPp][Mm])IST|(?<=[AaPp][Mm]\s)IST"
    r"|[A-ZÀ-Þ]+(?![a-zß-ž])|[A-ZÀ-Þ]?[a-zß-ž]+"
    r"|[\u0900-\u0963\u0971-\u097f\u200c\u200d]+"
    rf"|(?:(?!\d)[{_INDIC}\u200c\u200d])+"
    r"|[\u0400-\u04ff]+"
    r"|\S"
)
_LONGEST_TOKEN = 40


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
    """The number of words; of scripts that write none apart, two signs of Han and kana count as one, five of alphabets.

    >>> count_words("बारिश से राहत"), count_words("東京で大雨が降った"), count_words("ไทยรัฐออนไลน์")
    (3, 5, 3)
    """
    spaced = folded.count(" ") + 1
    if folded.isascii():
        return spaced
    return spaced + len(_SYLLABIC.findall(folded)) // 2 + len(_ALPHABETIC.findall(folded)) // 5


def is_pair(word: str) -> bool:
    """Whether a word of `words` is a pair of signs of a script that writes no words apart."""
    return len(word) == 2 and not word.isascii() and _UNSPACED.match(word) is not None


def letter_runs(folded: str) -> list[str]:
    """The runs of letters of one script in a folded text; digits and a change of script end one.

    >>> letter_runs("ndtv इंडिया24"), letter_runs("istदेवेंद्र")
    (['ndtv', 'इंडिया'], ['ist', 'देवेंद्र'])
    """
    return _LETTER_RUN.findall(folded)


class Token(NamedTuple):
    """One number, word or mark of a text; `number` is its value or -1, `key` the folded form of a word."""

    text: str
    start: int
    end: int
    number: int
    is_word: bool
    key: str


def tokenize(text: str) -> list[Token]:
    """The numbers, words and marks of a text, with their offsets; the digits of Indian scripts count as digits."""
    plain = text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text
    tokens: list[Token] = []
    for found in _TOKEN.finditer(plain):
        word = found[0]
        start, end = found.span()
        if word[0].isalpha():
            if end - start < _LONGEST_TOKEN:
                tokens.append(Token(word, start, end, -1, True, fold_word(word)))
        elif word.isdecimal():
            if end - start < _LONGEST_TOKEN:
                tokens.append(Token(word, start, end, int(word), False, word))
        else:
            tokens.append(Token(word, start, end, -1, False, word))
    return tokens
