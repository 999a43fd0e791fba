"""What a page's own words tell of where it comes from, as far as reading its times and names depends on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from newsx.lines.dates import find_times
from newsx.page import BODY_ROLES, LabelledPage
from newsx.text.scripts import script_of

_ENOUGH_LETTERS = 400
_INDIAN_TAG = re.compile(r"(?:hi|mr|bn|ta|te|gu|kn|ml|pa|or|as|ur)(?:[-_]|$)|[a-z]{2,3}[-_]in\b", re.IGNORECASE)
_OTHERS_IN_DEVANAGARI = r"(?i)(?:mr|ne|kok|mai|bho|sa)(?:[-_]|$)"
_IST = re.compile(r"(?<![A-Za-z])IST(?![a-z])")
_WITH_SLASHES = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?![\d/])", re.ASCII)
_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)", re.ASCII)
_WITH_INDIAN_OFFSET = re.compile(r"\d\s?\+05:?30$")
_LONGEST_LINE = 200
_MOST_MONTHS = 12
_DATE_ROLES = frozenset({"byline", "date", "dateline"})


def is_hindi_page(labelled: LabelledPage) -> bool:
    """Whether the story is in Devanagari, so that the words of the lexicon can tell persons from desks on it."""
    return script_of(_sample(labelled) or labelled.page.declared.title or "") == "Deva"


def is_of_another_language(labelled: LabelledPage) -> bool:
    """Whether the story is not in Hindi as far as its script and the page tell; a template's `en` tells nothing."""
    sample = _sample(labelled)
    if sample and script_of(sample) != "Deva":
        return True
    return re.match(_OTHERS_IN_DEVANAGARI, labelled.page.declared.language or "") is not None


def _sample(labelled: LabelledPage) -> str:
    sample = ""
    for block, label in zip(labelled.page.blocks, labelled.labels, strict=True):
        if label.role in BODY_ROLES or label.role in ("headline", "summary"):
            sample += f"{block.text}\n"
            if len(sample) > _ENOUGH_LETTERS:
                break
    return sample


def is_indian_page(labelled: LabelledPage, *, in_hindi: bool) -> bool:
    """Whether a time without a zone is India's.

    The page is in Hindi, says that it is Indian, declares a time with India's offset, or shows times as IST.
    """
    if in_hindi or _INDIAN_TAG.match(labelled.page.declared.language or ""):
        return True
    if any(_WITH_INDIAN_OFFSET.search(value) for value in _declared_times(labelled)):
        return True
    return any(
        label.role in _DATE_ROLES and _IST.search(block.text)
        for block, label in zip(labelled.page.blocks, labelled.labels, strict=True)
    )


def _declared_times(labelled: LabelledPage) -> Iterator[str]:
    """Whatever the page declares as a time of its article."""
    declared = labelled.page.declared
    for item in declared.json_ld:
        yield from (value for key, value in item.items() if key.startswith("date") and isinstance(value, str))
    for name in ("article:published_time", "article:modified_time", "datepublished"):
        yield from declared.meta.get(name, ())
    yield from declared.microdata.get("datepublished", ())


def writes_month_first(labelled: LabelledPage, captured_at: datetime | None = None, *, indian: bool) -> bool:
    """Whether 05/02/2024 is in May on this page.

    Another day of the page tells (25/02/2024), or the same day where it is declared or shown with its month by name, or
    one of the two that would be after the page was saved; else it is so in English that names no other country than the
    United States.
    """
    days = [day for block in labelled.page.blocks if "/" in block.text for day in _days_with_slashes(block.text)]
    if any(first > _MOST_MONTHS for first, _, _ in days):
        return False
    if any(second > _MOST_MONTHS for _, second, _ in days):
        return True
    stated = {*_declared_days(labelled), *_named_days(labelled)} if days else set()
    for first, second, year in days:
        month_first, day_first = (year, first, second) in stated, (year, second, first) in stated
        if month_first != day_first:
            return month_first
    if captured_at is not None:
        saved = captured_at.year, captured_at.month, captured_at.day
        for first, second, year in days:
            month_first, day_first = (year, first, second) <= saved, (year, second, first) <= saved
            if month_first != day_first:
                return month_first
    tag = (labelled.page.declared.language or "").lower().replace("_", "-")
    return tag in ("en", "en-us") and not indian


def _named_days(labelled: LabelledPage) -> Iterator[tuple[int, int, int]]:
    """The days that the lines about the story show in another form than with slashes."""
    for block, label in zip(labelled.page.blocks, labelled.labels, strict=True):
        if label.role in _DATE_ROLES:
            for time in find_times(block.text):
                if "/" not in time.raw:
                    yield int(time.value[:4]), int(time.value[5:7]), int(time.value[8:10])


def _days_with_slashes(text: str) -> list[tuple[int, int, int]]:
    if len(text) > _LONGEST_LINE:
        return []
    return [(int(day[1]), int(day[2]), int(day[3])) for day in _WITH_SLASHES.finditer(text)]


def _declared_days(labelled: LabelledPage) -> Iterator[tuple[int, int, int]]:
    """The days of ISO form that the page declares, whatever for, and that of its address."""
    declared = labelled.page.declared
    values = [value for name in declared.meta for value in declared.meta[name]]
    values += [value for item in declared.json_ld for value in item.values() if isinstance(value, str)]
    values += [
        *(value for listed in declared.links.values() for value in listed),
        *(time.value or "" for time in declared.times),
    ]
    for value in values:
        if found := _ISO_DAY.search(value):
            yield int(found[1]), int(found[2]), int(found[3])
