"""Words that any two texts of a language share, and verbs that close a sentence. Data: words.toml."""

from __future__ import annotations

from newsx.lexicon.load import folded_entries
from newsx.text.words import is_pair, words


def content_words(folded: str) -> list[str]:
    """The words of a folded text that are no function words and have more than two letters or signs.

    Pairs of signs count whole.
    """
    common = folded_entries("words.toml", "common")
    return [word for word in words(folded) if (len(word) > 2 or is_pair(word)) and word not in common]


def closes_with_verb(folded: str) -> bool:
    """Whether a Hindi text closes with a finite verb, as a sentence does even where its danda is missing.

    >>> from newsx.text.fold import fold
    >>> closes_with_verb(fold("बारिश हो सकती है")), closes_with_verb(fold("बारिश से राहत"))
    (True, False)
    """
    return folded[folded.rfind(" ") + 1 :] in folded_entries("words.toml", "finite_verbs")
