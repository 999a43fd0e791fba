"""Where sentences end: danda, full stop, question and exclamation marks, and what some sites type in their place.

The ends of other scripts count as well: those of Urdu, Burmese, Khmer, Armenian, Ethiopic, Chinese and Japanese.
"""

from __future__ import annotations

import re

CLOSERS = " \"'”’»)]}*_）」』】›“"
"""Signs that may stand behind the end of a sentence."""
_MARKS = "।॥?!؟۔။។։።。！？｡"
_ENDS = f"{_MARKS}."
_BETWEEN = re.compile(f"[{_ENDS}…][\"'”’)\\]]* +(?=\\S)")
_GOES_ON = "…:;：；፡|"
_LEAST_WORDS_A_BAR = 4
_LONGEST_ENTRY = 110
_TOLD = r"[^|।.?!:–—]{2,40}?(?: [–—-] ?| ?: )\S"
_OPENS_ENTRY = re.compile(_TOLD)
_ENTRY = re.compile(
    rf"{_TOLD}[^|।?!]{{0,70}}$"
    r"|[^|।?!:–—\d]{2,40} \d[\d,.]*(?:[/+-]\d[\d,.]*)+%?$"  # प्याज 1,900/2,150+40
)
_STAND_IN = re.compile("[\u0900-\u0963] ?(?:\\||[lI])$")
# Behind Hindi words: a Latin l or I for the danda, and a full stop with a space before it.
_STAND_IN_INSIDE = re.compile("[\u0900-\u0963](?: ?[lI]| \\.)(?= |$)")
# All ends begin with one set of signs, which `re` skips to faster than it tries two alternatives at each sign.
_SENTENCE_END = re.compile(f"[{_ENDS}](?:(?<!\\.)[{_MARKS}]*|(?<=[^\\s\\d.]\\.)(?=\\s|$|[\"'”’)]))")


def ends_sentence(text: str) -> bool:
    """Whether the text closes with the end of a sentence; an ellipsis, which cuts a teaser, does not close one.

    A bar, and a Latin l alone, stand for the danda behind Hindi words.

    >>> ends_sentence("वह चला गया।"), ends_sentence("उसने कहा, 'चलो।'"), ends_sentence("बारिश होगी l")
    (True, True, True)
    >>> ends_sentence("बारिश से राहत"), ends_sentence("जानिए पूरी बात…"), ends_sentence("देश | खेल | मनोरंजन |")
    (False, False, False)
    """
    bare = text.rstrip(CLOSERS)
    if not bare or is_cut_off(text):
        return False
    if bare[-1] in _ENDS:
        return True
    return _STAND_IN.search(bare) is not None and not is_row(bare)


def closes_prose(text: str) -> bool:
    """Whether the text ends as a paragraph does, which may go on in the next one: colons and ellipses count as well.

    >>> closes_prose("वह चला गया।"), closes_prose("उसने ये बातें कहीं:"), closes_prose("बारिश होगी l")
    (True, True, True)
    >>> closes_prose("बारिश से राहत"), closes_prose("")
    (False, False)
    """
    bare = text.rstrip(CLOSERS)
    return bool(bare) and (bare[-1] in _ENDS or bare[-1] in _GOES_ON or _STAND_IN.search(bare) is not None)


def is_row(text: str) -> bool:
    """Whether bars stand between a word or two each, as in the row of a menu; the last one then ends no sentence.

    >>> is_row("देश | खेल | मनोरंजन |"), is_row("वह तीन साल बाद लौटा | पूरा गांव उससे मिलने आया |")
    (True, False)
    """
    bars = text.count("|")
    return bars > 1 and len(text.split()) < _LEAST_WORDS_A_BAR * bars


def is_entry(text: str) -> bool:
    """Whether a line is an entry of a table that was set as text: what it tells, a dash or a colon, and the value.

    >>> is_entry("सूर्योदय – सुबह 07 बजकर 14 मिनट पर"), is_entry("सोना 24 कैरेट : 62,350 रुपये"), is_entry("शुभ मुहूर्त")
    (True, True, False)
    >>> is_entry("प्याज लाल 1,900/2,150+40"), is_entry("राशिफल 2026")
    (True, False)
    """
    return len(text) <= _LONGEST_ENTRY and _ENTRY.match(text) is not None


def opens_entry(text: str) -> bool:
    """Whether a paragraph begins with what it tells of, and a dash or a colon, as that of a sign in a horoscope.

    >>> opens_entry("मेष : नई जिम्मेदारी मिलेगी. सेहत संभालें."), opens_entry("नई जिम्मेदारी मिलेगी. मेष : सेहत संभालें.")
    (True, False)
    """
    return _OPENS_ENTRY.match(text) is not None


def is_cut_off(text: str) -> bool:
    """Whether the text ends in an ellipsis, as teasers do."""
    return text.rstrip(CLOSERS).endswith(("..", "…"))


def count_sentences(text: str) -> int:
    """Number of sentence ends in the text.

    >>> count_sentences("बारिश थम गई। 3.5 लाख रु. मिले?! जांच जारी..."), count_sentences("बारिश से राहत")
    (3, 0)
    """
    found = len(_SENTENCE_END.findall(text))
    return found if text.isascii() else found + len(_STAND_IN_INSIDE.findall(text))


def sentence_starts(text: str) -> list[int]:
    """The offsets at which sentences begin, 0 first; what only looks like an end, as in an abbreviation, counts too.

    >>> sentence_starts("बारिश हुई। नाव चली! लोग लौटे")
    [0, 11, 20]
    """
    return [0, *(found.end() for found in _BETWEEN.finditer(text))]
