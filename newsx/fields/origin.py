"""What a page's own words tell of where it comes from, as far as reading its times and names depends on it."""

from __future__ import annotations

import re

from newsx.page import BODY_ROLES, LabelledPage
from newsx.text.scripts import script_of

_ENOUGH_LETTERS = 400
_INDIAN_TAG = re.compile(r"(?:hi|mr|bn|ta|te|gu|kn|ml|pa|or|as|ur)(?:[-_]|$)|[a-z]{2,3}[-_]in\b", re.IGNORECASE)
_IST = re.compile(r"(?<![A-Za-z])IST(?![a-z])")
_DATE_ROLES = frozenset({"byline", "date", "dateline"})


def is_hindi_page(labelled: LabelledPage) -> bool:
    """Whether the story is in Devanagari, so that the words of the lexicon can tell persons from desks on it."""
    sample = ""
    for block, label in zip(labelled.page.blocks, labelled.labels, strict=True):
        if label.role in BODY_ROLES or label.role in ("headline", "summary"):
            sample += f"{block.text}\n"
            if len(sample) > _ENOUGH_LETTERS:
                break
    return script_of(sample or labelled.page.declared.title or "") == "Deva"


def is_indian_page(labelled: LabelledPage, *, in_hindi: bool) -> bool:
    """Whether a time without a zone is India's: the page is in Hindi, says that it is Indian, or shows times as IST."""
    if in_hindi or _INDIAN_TAG.match(labelled.page.declared.language or ""):
        return True
    return any(
        label.role in _DATE_ROLES and _IST.search(block.text)
        for block, label in zip(labelled.page.blocks, labelled.labels, strict=True)
    )


def writes_month_first(labelled: LabelledPage, *, indian: bool) -> bool:
    """Whether 05/02/2024 is in May on this page, as in English that names no other country than the United States."""
    tag = (labelled.page.declared.language or "").lower().replace("_", "-")
    return tag in ("en", "en-us") and not indian
