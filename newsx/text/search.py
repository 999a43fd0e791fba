"""The folding for search: `fold` word by word, and spellings joined that a comparison of phrases must keep apart.

It changes letters inside words and nothing else: a text and its folded form have the same words in the same places, so
that what is found in the folded text can be shown in the text as printed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsx.text.fold import fold_word

# The letters, marks and joiners of the Indian scripts; their dandas and the stop of short forms end a word.
_INDIAN_WORD = re.compile("[\u0900-\u0963\u0966-\u096f\u0971-\u0dff\u200b-\u200d\u00ad\ufeff]+")
_VISARGA = "\u0903"

# हिन्दी is हिंदी, कम्प्यूटर is कंप्यूटर. न is set before consonants of other classes too: एजेन्सी, इन्फोसिस.
_NASAL = re.compile("ङ्(?=[क-घश-ह])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[क-घच-झट-ढत-धप-भश-स])|म्(?=[प-भ])")
_FINAL_NASAL = re.compile("[ङञणनम]्$")
_LONE_NGA = "ङ"  # जिनपिङ is जिनपिंग
# गयी is गई, लिये is लिए, जायेंगे is जाएंगे; but not ये itself, nor यी behind a virama.
_GLIDE = re.compile("(?<=[^्])(?:यी(?=ं?$)|ये(?=ं?(?:ग[ाेी])?$))")
_VOWELS = {"यी": "ई", "ये": "ए"}


def search_fold(text: str) -> str:
    """The text as it goes into an index, and as a query is asked.

    >>> search_fold("हिन्दी में जिनपिङ") == search_fold("हिंदी में जिनपिंग")
    True
    >>> search_fold("नयी दरें जायेंगी") == search_fold("नई दरें जाएंगी"), search_fold("दु\u0903ख") == search_fold("दुख")
    (True, True)
    """
    return text if text.isascii() else _INDIAN_WORD.sub(_folded, text)


def search_prefixes(word: str) -> list[str]:
    """What folded words begin with that may begin with this one: its end is not that of a word.

    >>> search_prefixes("हिन्"), search_prefixes("चाहिये")
    (['हिन्', 'हिं'], ['चाहिये', 'चाहिए'])
    """
    plain = _INDIAN_WORD.sub(lambda found: _without_glides(found[0]), word)
    return list(dict.fromkeys([plain, _FINAL_NASAL.sub("ं", plain), search_fold(word)]))


def _folded(found: re.Match[str]) -> str:
    return _fold_word(found[0])


@lru_cache(maxsize=1 << 15)
def _fold_word(word: str) -> str:
    return _GLIDE.sub(lambda found: _VOWELS[found[0]], _without_glides(word))


def _without_glides(word: str) -> str:
    # A word of nothing but signs that folding takes away would be gone, and the words behind it out of place.
    folded = fold_word(word.replace(_VISARGA, "")) or word
    return _NASAL.sub("ं", folded).replace(_LONE_NGA, "ंग")
