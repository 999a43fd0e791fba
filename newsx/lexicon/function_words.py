"""Words that any two texts of a language share, and verbs that close a sentence. Data: function_words.toml."""

from __future__ import annotations

from functools import cache

from newsx.lexicon.load import load_toml
from newsx.text.fold import fold
from newsx.text.words import is_pair, words


def content_words(folded: str) -> list[str]:
    """The words of a folded text that are no function words and have more than two letters or signs.

    Pairs of signs count whole.
    """
    common = _function_words()
    return [word for word in words(folded) if (len(word) > 2 or is_pair(word)) and word not in common]


def closes_with_verb(folded: str) -> bool:
    """Whether a Hindi text closes with a finite verb, as a sentence does even where its danda is missing.

    >>> closes_with_verb(fold("बारिश हो सकती है")), closes_with_verb(fold("बारिश से राहत"))
    (True, False)
    """
    return folded[folded.rfind(" ") + 1 :] in _finite_verbs()


@cache
def _finite_verbs() -> frozenset[str]:
    return frozenset(fold(word) for word in load_toml("newsx.lexicon", "function_words.toml")["finite_verbs"])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(word) for word in load_toml("newsx.lexicon", "function_words.toml")["words"])
