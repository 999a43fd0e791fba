"""What a person asks for, as the index understands it."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsx.errors import OptionError
from newsx.text.search import search_fold, search_prefixes

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_TERM = re.compile(r'"(?P<phrase>[^"]*)(?:"|$)(?P<open>\*?)|(?P<word>[^\s"]+)')


class Term(NamedTuple):
    """A word or a phrase; of a prefix the words may go on."""

    text: str
    is_prefix: bool


def match_expression(query: str) -> str:
    """The query in the words of FTS5: all its words and phrases have to be there.

    ``"शी जिनपिंग"`` in quotes is a phrase, ``जिन*`` stands for all words that begin so. All else is text, whatever it
    means to FTS5 or to SQL.

    >>> match_expression('चीन "शी जिनपिङ"')
    '"चीन" AND "शी जिनपिंग"'

    Raises:
        OptionError: there is no word in it.
    """
    found = [_expression(term) for term in terms(query)]
    if not found:
        raise OptionError(f"the query {query[:80]!r} has no word to search for")
    return " AND ".join(found)


def terms(query: str) -> list[Term]:
    """The words and phrases of a query, those left out that hold no letter and no digit.

    >>> terms('"शी जिन"* चीन ।')
    [Term(text='शी जिन', is_prefix=True), Term(text='चीन', is_prefix=False)]
    """
    found = []
    for match in _TERM.finditer(query.translate(_QUOTES).replace("\0", " ")):
        word = match["word"]
        text, is_prefix = (match["phrase"], bool(match["open"])) if word is None else (word, word.endswith("*"))
        text = text.rstrip("*").strip() if is_prefix else text
        if any(map(str.isalnum, text)):
            found.append(Term(text, is_prefix))
    return found


def _expression(term: Term) -> str:
    if not term.is_prefix:
        return _quoted(search_fold(term.text))
    *before, last = term.text.rsplit(None, 1)
    head = "".join(f"{search_fold(words)} " for words in before)
    forms = [f"{_quoted(head + form)}*" for form in search_prefixes(last)]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
