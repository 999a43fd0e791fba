"""Where sentences end: danda, full stop, question and exclamation marks, and what some sites type in their place."""

from __future__ import annotations

import re

_CLOSERS = " \"'”’»)]}*_"
_ENDS = "।॥.?!؟。！？|"
_SENTENCE_END = re.compile("[।॥?!؟。！？]+|(?<=[^\\s\\d.])\\.(?=\\s|$|[\"'”’)])|(?<=[\u0900-\u097f\\s])\\|(?=\\s|$)")


def ends_sentence(text: str) -> bool:
    """Whether the text closes with the end of a sentence; an ellipsis, which cuts a teaser, does not close one.

    >>> ends_sentence("वह चला गया।"), ends_sentence("उसने कहा, 'चलो।'")
    (True, True)
    >>> ends_sentence("बारिश से राहत"), ends_sentence("जानिए पूरी बात…")
    (False, False)
    """
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return False
    return bare[-1] in _ENDS and not is_cut_off(text)


def is_cut_off(text: str) -> bool:
    """Whether the text ends in an ellipsis, as teasers do."""
    return text.rstrip(_CLOSERS).endswith(("..", "…"))


def count_sentences(text: str) -> int:
    """Number of sentence ends in the text."""
    return len(_SENTENCE_END.findall(text))
