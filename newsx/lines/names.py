"""Names of persons: whether a text is one, and whether two are one person's in two scripts."""

from __future__ import annotations

import re

from newsx.lexicon.load import folded_entries
from newsx.lexicon.places import is_place
from newsx.lines.credits import credit_words, is_agency, is_desk, is_publisher, is_title
from newsx.text.fold import fold, fold_word

_LATIN_WORD = re.compile(r"[A-ZÀ-ÞŁŞŠŽČİØÅ](?:[\w'’ʼ.-]*[\w.])?", re.UNICODE)
# Two words that lost the space between them, and a genitive.
_NO_NAME = re.compile("[a-zß-ž]{4}[A-ZÀ-Þ]|['’]s$")
_HINDI_WORD = re.compile(r"[\u0904-\u0939\u0958-\u0961\u0972-\u097f][\u0900-\u0963\u0970-\u097f\u200c\u200d.'’-]*")
_MOST_WORDS = 5
_LONGEST = 60
# In this order; patterns as strings, which `re` compiles when two scripts are first compared.
_SIMILAR = (
    ("c(?=[eiy])", "s"), ("c(?!h)", "k"), ("chh?", "c"), ("x", "ks"), ("sh", "s"), ("ph", "f"), ("[wv]", "b"),
    ("q", "k"), ("z", "j"), ("m", "n"), ("(?<=[bcdfgjkpt])h", ""), ("y(?![aeiou])", ""), ("[aeiou]", ""),
)  # fmt: skip
_HINDI_LETTERS = {
    "क": "k", "ख": "k", "ग": "g", "घ": "g", "ङ": "n", "च": "c", "छ": "c", "ज": "j", "झ": "j", "ञ": "n",
    "ट": "t", "ठ": "t", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "t", "द": "d", "ध": "d", "न": "n",
    "प": "p", "फ": "f", "ब": "b", "भ": "b", "म": "n", "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "b", "श": "s",
    "ष": "s", "स": "s", "ह": "h", "ं": "n", "ृ": "r", "ऋ": "r",
}  # fmt: skip


def is_person_name(text: str, *, single_word: bool = False) -> bool:
    """Whether the text looks like the name of one person and like nothing else that stands in a byline.

    One word is a name only on wish, since a word alone can be anything.

    >>> is_person_name("Meera Joshi"), is_person_name("डॉ. नेहा सिंह"), is_person_name("विदेश न्यूज़")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    words = text.split()
    if not (1 if single_word else 2) <= len(words) <= _MOST_WORDS:
        return False
    vocabulary = credit_words()
    keys = [fold_word(word).strip(".") for word in words]
    if not vocabulary.never.isdisjoint(keys) or vocabulary.honorifics.issuperset(keys):
        return False
    if not (_all_match(words, _HINDI_WORD) or _latin_name(words, keys, vocabulary.particles)):
        return False
    return not (is_agency(text) or is_desk(text) or is_publisher(text) or is_title(text) or is_place(text))


def is_known_person(text: str) -> bool:
    """Whether the text is a person's name by a given name or surname that names.toml knows.

    It tells a person from a village or an outlet that no list knows.

    >>> is_known_person("रोहित नेगी"), is_known_person("रोहित"), is_known_person("मऊरानी पुर")
    (True, True, False)
    """
    words = text.replace(".", ". ").split()  # आर.के.शर्मा
    if not words or not is_person_name(text, single_word=True):
        return False
    given, surnames = (folded_entries("names.toml", key) for key in ("given", "surnames"))
    return fold_word(words[0]) in given or fold_word(words[-1]) in surnames


def name_without_title(text: str) -> str:
    """The name behind a job title, or the text.

    >>> name_without_title("ब्यूरो चीफ रोहित नेगी"), name_without_title("रोहित नेगी")
    ('रोहित नेगी', 'रोहित नेगी')
    """
    words = text.split()
    for size in range(len(words) - 2, 0, -1):
        if is_title(" ".join(words[:size])) and is_person_name(" ".join(words[size:])):
            return " ".join(words[size:])
    return text


def same_person(one: str, other: str) -> bool:
    """Whether two names are one: written alike but for case and nukta, or one the other's transliteration.

    >>> same_person("Meera Joshi", "मीरा जोशी"), same_person("Amit Sharma", "Sumit Sharma")
    (True, False)
    """
    if one.isascii() == other.isascii():
        return fold(one).replace(".", " ").split() == fold(other).replace(".", " ").split()
    return name_key(one) == name_key(other)


def transliterates(one: str, other: str) -> bool:
    """Whether one text is the other in Latin letters, however each parts its words.

    >>> transliterates("पटना", "Patna"), transliterates("மாலை மலர்", "Maalaimalar"), transliterates("Delhi", "Dilli")
    (True, True, False)
    """
    if one.isascii() == other.isascii():
        return False
    keys = [name_key(text).replace(" ", "") for text in (one, other)]
    return keys[0] == keys[1] and len(keys[0]) > 1 and keys[0].isascii()


def name_key(name: str) -> str:
    """A key that a name has in common with its transliterations: the consonants of its words, similar ones made one."""
    keys = []
    for word in fold(name).replace(".", " ").replace("-", " ").split():
        key = _consonants(word)
        keys.append(key or word)
    return " ".join(keys)


def _consonants(word: str) -> str:
    if word.isascii():
        return _latin_consonants(word)
    # The blocks of the Indian scripts have the same letters in the same places.
    word = "".join(chr(0x0900 + ord(letter) % 0x80) if "\u0980" <= letter <= "\u0d7f" else letter for letter in word)
    if not any("\u0900" <= letter <= "\u097f" for letter in word):
        return word
    word = word.replace("ज्ञ", "ग्य").replace("ंह", "ंग")
    letters = "".join(_HINDI_LETTERS.get(letter, "") for letter in word)
    # A vowel that opens a word has no letter of its own here, and य at its end is heard as a vowel.
    return _without_repeats(letters).rstrip("y")


def _latin_consonants(word: str) -> str:
    for spelled, simple in _SIMILAR:
        word = re.sub(spelled, simple, word)
    return _without_repeats(word).rstrip("y")


def _without_repeats(letters: str) -> str:
    return re.sub(r"(.)\1+", r"\1", letters)


def _all_match(words: list[str], pattern: re.Pattern[str]) -> bool:
    return all(pattern.fullmatch(word) for word in words)


def _latin_name(words: list[str], keys: list[str], particles: frozenset[str]) -> bool:
    if any(map(_NO_NAME.search, words)):  # GostonCelebrities
        return False
    if not _LATIN_WORD.fullmatch(words[-1]) or any(letter.isdecimal() or letter == "_" for letter in "".join(words)):
        return False
    return all(_LATIN_WORD.fullmatch(word) or key in particles for word, key in zip(words, keys, strict=True))
