"""A caption and the credit that stands in it, told apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsx.lexicon.load import folded_entries
from newsx.lines.credits import is_agency, is_picture_agency
from newsx.text.clean import clean
from newsx.text.fold import fold, fold_signs, offset_of

# Patterns as strings: `re` compiles them when a page first needs them.
_COLON = r"\s*[:：ः]\s*|,\s+|\s*[-–—]\s*"
_DASHES = ("-", "–", "—")
_MOST_WORDS_OF_A_LABEL = 2
_LONGEST_CREDIT = 80
_SIGNED = r"[(\[|–—-]?\s*©\s*(?P<credit>[^()\[\]©]{2,80})[)\]]?$"
_BRACKETED = r"(?i)[(\[](?P<credit>[^()\[\]]{2,40}?)\s+(?:फोटो|फ़ोटो|photo|image)[)\]]$"
_AGENCY = r"(?:[(\[](?P<bracketed>[^()\[\]]{2,40})[)\]]|[/|]\s*(?P<behind>[^()\[\]/|]{2,40}))[.।]?$"
_SENTENCE_ENDS = ("।", ".", "!", "?")
_EDGE = " \t|-–—/,(["


@lru_cache(maxsize=64)  # a picture is declared in several sizes, with one caption
def split_credit(caption: str) -> tuple[str | None, str | None]:
    """The caption without the credit at its end and without a label, and the credit; either may be None.

    >>> split_credit("बाढ़ में डूबा पुल - फोटो : गांव समाचार")
    ('बाढ़ में डूबा पुल', 'गांव समाचार')
    >>> split_credit("Photo Credit: मीरा जोशी"), split_credit("पुल का फोटो")
    ((None, 'मीरा जोशी'), ('पुल का फोटो', None))
    >>> split_credit("इमेज स्रोत, Getty Images इमेज कैप्शन, बाढ़ में डूबा पुल")
    ('बाढ़ में डूबा पुल', 'Getty Images')
    """
    source, text = _parted_by_caption_label(clean(caption))
    if source:
        return _bare(text), bare_credit(source)
    for colon in reversed(list(re.finditer(_COLON, text))):
        head, credit = text[: colon.start()], text[colon.end() :].rstrip(")]")
        label = _label_at_end(head)
        before = head.removesuffix(label or "").strip()
        if label and colon[0].strip() in _DASHES and _bare(before) == before and not before.endswith(_SENTENCE_ENDS):
            # After a dash the word may be of the caption: only one that begins something is a label.
            continue
        if label and len(credit) <= _LONGEST_CREDIT:
            return _bare(head.removesuffix(label)), _bare(credit)
    for pattern in (_SIGNED, _BRACKETED):
        match = re.search(pattern, text)
        if match and not _is_label(match["credit"].strip(), "no_credits"):
            return _bare(text[: match.start()]), _bare(match["credit"].strip())
    if match := re.search(_AGENCY, text):
        agency = (match["bracketed"] or match["behind"]).strip()
        if is_agency(agency) or is_picture_agency(agency):
            return _bare(text[: match.start()]), agency
    return _bare(text), None


def bare_credit(credit: str) -> str | None:
    """A credit without brackets, label and ©; None if nothing is left.

    >>> bare_credit("(Image: गांव समाचार)"), bare_credit("© मीरा जोशी"), bare_credit("Copyright")
    ('गांव समाचार', 'मीरा जोशी', None)
    """
    text = clean(credit).strip("()[]" + _EDGE + "©")
    head, colon, rest = text.partition(":")
    if not colon or not _is_label(head, "credit_labels"):
        head, colon, rest = text.partition(",")
    if colon and _is_label(head, "credit_labels"):
        text = rest
    return None if _is_label(text, "credit_labels") else _bare(text)


def _parted_by_caption_label(text: str) -> tuple[str, str]:
    """What stands before the label of the caption, and what behind it."""
    folded = fold_signs(text)
    for label in _caption_labels():
        for mark in (",", ":"):
            at = folded.find(f"{label}{mark}")
            if at == 0 or (at > 0 and folded[at - 1] == " "):
                end = at + len(label) + 1
                return text[: offset_of(text, at)].strip(), text[offset_of(text, end) :].strip()
    return "", text


def _label_at_end(head: str) -> str | None:
    parts = re.split(r"[\s(\[]+", head)
    for count in range(_MOST_WORDS_OF_A_LABEL, 0, -1):
        label = " ".join(parts[-count:])
        if head.endswith(label) and _is_label(label, "credit_labels"):
            return label
    return None


def _is_label(text: str, key: str) -> bool:
    return fold(text) in folded_entries("caption.toml", key)


def _bare(text: str) -> str | None:
    return text.strip(_EDGE) or None


@cache
def _caption_labels() -> tuple[str, ...]:
    return tuple(sorted(folded_entries("caption.toml", "caption_labels"), key=len, reverse=True))
