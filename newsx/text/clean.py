"""Clean text without harm to Hindi: what a reader cannot see goes, what a writer put there stays.

Joiners (U+200C, U+200D), nukta forms, danda, colon, digits and quotes are kept code point for code point.
"""

from __future__ import annotations

import html
import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line ends
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"  # direction marks and overrides
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and non-characters
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: the signs of icon fonts
)
_REMOVE = re.compile(f"[{_INVISIBLE}]+")
_SPACE_RUN = re.compile(f"[ \t\r\n\x0b\x0c{_SPACES}]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def remove_invisible(text: str) -> str:
    """The text without controls, U+200B, direction marks and lone surrogates; white space and joiners stay."""
    return _REMOVE.sub("", text)


def collapse(text: str) -> str:
    """The text with each run of white space, no-break spaces included, as one space, and none at the ends."""
    return _SPACE_RUN.sub(" ", text).strip(" ")


def clean(text: str) -> str:
    """The text as a record holds it: `remove_invisible`, then `collapse`.

    >>> clean("  नई\\u00a0दिल्ली\\u200b:\\n क्\\u200dया ")
    'नई दिल्ली: क्\\u200dया'
    """
    return text if is_plain(text) else collapse(remove_invisible(text))


def is_plain(text: str) -> bool:
    """Whether a quick look shows that there is nothing to clean: printable throughout, with single spaces inside.

    Text that is printable as a whole holds nothing invisible and no white space but U+0020.

    >>> is_plain("नई दिल्ली: क्या"), is_plain("नई  दिल्ली"), is_plain("नई\\u00a0दिल्ली")
    (True, False, False)
    """
    return text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "


def undo_entities(text: str) -> str:
    """The text with HTML entities undone, also where they were escaped twice (`&amp;#39;`, `&amp;zwj;`).

    >>> undo_entities("कहा &amp;#39;हां&amp;#39; &amp; गए")
    "कहा 'हां' & गए"
    """
    for _ in range(3):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


def normalize_nfc(text: str) -> str:
    """The text in Unicode normal form C. Note that NFC spells क़ (U+0958 to U+095F) with a separate nukta."""
    return unicodedata.normalize("NFC", text)
