"""Names of a publisher out of a page's boilerplate, and what of a declared name is the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from newsx.fields.article_object import clean_value
from newsx.fields.blocks import Found, blocks_with_role, source_of
from newsx.fields.choice import Candidate
from newsx.fields.metadata import metadata
from newsx.lexicon.load import entries, folded_entries
from newsx.lexicon.places import is_place
from newsx.lines.titles import count_title_words, is_site_name, parts_of, title_words
from newsx.page import LabelledPage, Role
from newsx.text.fold import fold, fold_signs, offset_of
from newsx.text.scripts import script_of

_MOST_WORDS_OF_A_NAME = 5
# A story, picture credits, comments and biographies name other papers; all else is page boilerplate, where a publisher
# names itself.
_STORY_AND_OTHERS: frozenset[Role] = frozenset(
    {
        "headline",
        "alternative_headline",
        "summary",
        "highlight",
        "body",
        "subheading",
        "update",
        "caption",
        "tags",
        "bio",
        "related",
        "read_also",
        "comments",
        "second_story",
        "duplicate",
        "embed",
    }
)
_SIGNS_OF_COPYRIGHT = ("©", "(c)", "(C)", "opyright", "OPYRIGHT", "कॉपीराइट")
_MOST_BEFORE_A_NAME = 20
"""Signs, years and spaces between a copyright sign and the name, at most."""
_LONGEST_NAMING = 300
"""Letters of the longest text behind such a sign that is looked at for the name at its beginning."""
# Patterns as strings: `re` compiles them when a page first needs them, which most never do.
_YEARS = r"(?:19|20|१९|२०)\d\d(?:\s?[-–]\s?\d{2,4})?"
_COPYRIGHT = (
    r"(?i)(?:©|\(c\)|copyrights?\b|कॉपीराइट)"
    rf"(?:[\s©\ufe0e\ufe0f]|\(c\)|copyrights?\b|कॉपीराइट|all rights reserved\b|by\b|{_YEARS}|[-–,:.|])"
    rf"{{0,{_MOST_BEFORE_A_NAME}}}"
    rf"(?P<name>[^\s©|.,;:–-](?:[^©|.,;:।॥]|\.(?=\w)){{0,{_LONGEST_NAMING}}})"
)
_AFTER_THE_NAME = (
    r"(?i)\s*(?:[(\"“]|\ball rights\b|\bis\b|\bare\b|सर्वाधिकार|सभी अधिकार| में | पर |\bdisclaimer\b|[-–]\s"
    rf"|{_YEARS}(?!\w)).*$"
)
_BEFORE_THE_SIGN = (
    rf"(?i)^(?P<name>[^\s©|.,;:–-][^©|.,;:]{{1,30}}?)\s*(?:©|कॉपीराइट)\s*{_YEARS}"
    r"\s*(?:$|[.,;|]|all rights|सर्वाधिकार)"
)
_LEGAL_FORM = (
    r"(?i)\b(?:pvt|private|ltd|limited|inc|llp|llc|corp|corporation|company|gmbh)\b|प्राइवेट|लिमिटेड|प्रा(?:$| |\.)"
)
_SLOGAN_MARK = r":\s|\s*[।॥]\s*"
_EDGES = " .,|-–©।॥®™\"'“”‘’"
_IN_BRACKETS = r"\s*\([^()]*\)$"
_NAME = r"(?P<name>[^\s,:।|()-]+(?: [^\s,:।|()-]+){0,3}?)"
_FIRST_LINES = 6
_MOST_BOILERPLATE = 400
_MENU_LINES, _MOST_WORDS_OF_A_LINK = 3, 3
_MASTHEAD_ROLES: frozenset[Role] = frozenset({"other", "footer"})


def bare_name(raw: str) -> str | None:
    """The name in a declared value, without a slogan; None for an address, a domain, or a slogan alone.

    >>> bare_name("गांव समाचार | खबर वही जो सही है और सबसे पहले"), bare_name("https://facebook.com/gaon")
    ('गांव समाचार', None)
    """
    whole = clean_value(raw)
    if found := re.search(_COPYRIGHT, whole):
        whole = re.sub(_AFTER_THE_NAME, "", found["name"])
    whole = re.sub(_IN_BRACKETS, "", whole).strip(_EDGES)  # the name once more in the other script, or a slogan
    if "//" in whole or "@" in whole:
        return None
    parts = [
        part
        for piece in parts_of(whole)
        for part in [re.split(_SLOGAN_MARK, piece)[0]]  # कोसी टाइम्स: खबर वही जो सही है
        if title_words(part) and count_title_words(part) <= _MOST_WORDS_OF_A_NAME and "," not in part
    ]
    named = [
        part for part in parts if not is_site_name(part, ()) and part.lower() not in metadata("publisher", "services")
    ]
    return next((part for part in named if not _is_slogan(part)), next(iter(named), None))


def _is_slogan(text: str) -> bool:
    """Whether a text is made of words of praise alone: Hindi News, ताजा समाचार. A site may bear such a name."""
    return folded_entries("topics.toml", "slogan_words").issuperset(fold(text).split())


def shown_names(labelled: LabelledPage, host_labels: Sequence[str]) -> list[Candidate[str]]:
    """The names by which a page's boilerplate calls its publisher: in promos, by the headline, at ©, over the menu.

    A company is not the name of the paper that it owns, so names with a legal form are passed over.
    """
    blocks = list(boilerplate(labelled))
    named = [*_in_wording(blocks), *_beside_headline(labelled), *_copyright_names(blocks, host_labels)]
    return [*named, *_masthead(labelled)]


def _in_wording(blocks: Sequence[Found]) -> Iterator[Candidate[str]]:
    """`<name> ऐप डाउनलोड करें`, `<name> को गूगल न्यूज़ पर फॉलो करें`: pages that speak of themselves."""
    present = fold("\n".join(block.text for _, block, _ in blocks))
    for hint, pattern in _namings():
        if hint not in present:
            continue
        for number, block, role in blocks:
            folded = fold_signs(block.text)
            found = re.search(pattern, folded) if hint in folded else None
            if not found:
                continue
            first, last = found.span("name")
            name = bare_name(block.text[offset_of(block.text, first) : offset_of(block.text, last)])
            if name and not folded_entries("publisher.toml", "no_names").issuperset(fold(name).split()):
                yield Candidate(name, source_of(number, role), block.text)


def _beside_headline(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """`<headline> | <name>` in one of the first lines, as printing a page to text puts its title there."""
    for number, block, _ in islice(blocks_with_role(labelled, "headline"), 1):
        for above in range(min(number, _FIRST_LINES)):
            title = labelled.page.blocks[above].text
            *head, last = parts_of(title)
            if head and title.startswith(block.text) and (name := bare_name(last)):
                yield Candidate(name, source_of(above, labelled.labels[above].role), title)


def _masthead(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """The line that opens a text dump right above its menu, where the name stands in another line as well."""
    blocks = labelled.page.blocks
    if labelled.page.form != "text" or len(blocks) <= _MENU_LINES or labelled.labels[0].role not in _MASTHEAD_ROLES:
        return
    name = bare_name(blocks[0].text)
    menu = [block for block in blocks[1 : 1 + _MENU_LINES] if len(block.text.split()) <= _MOST_WORDS_OF_A_LINK]
    if name is None or name != blocks[0].text.strip() or len(menu) < _MENU_LINES:
        return
    if is_place(name) or folded_entries("publisher.toml", "no_names").issuperset(fold(name).split()):
        return
    own = f" {' '.join(title_words(name))} "
    if any(own in f" {' '.join(title_words(block.text))} " for block in blocks[1:]):
        yield Candidate(name, source_of(0, labelled.labels[0].role), blocks[0].text)


def names_at_copyright(labelled: LabelledPage) -> Iterator[str]:
    """All names after ©, borne out or not: enough to tell the end of a title or of a byline to be one."""
    for _, block, _ in boilerplate(labelled):
        if any(sign in block.text for sign in _SIGNS_OF_COPYRIGHT):
            for match in [*re.finditer(_COPYRIGHT, block.text), *re.finditer(_BEFORE_THE_SIGN, block.text)]:
                name = bare_name(re.sub(_AFTER_THE_NAME, "", match["name"]))
                if name and not re.search(_LEGAL_FORM, match["name"]):
                    yield name


def _copyright_names(blocks: Sequence[Found], host_labels: Sequence[str]) -> Iterator[Candidate[str]]:
    """Names after ©: those in Devanagari, others where the host or the rest of the page bears them out."""
    copyrights = [
        (*found, match)
        for found in blocks
        if any(sign in found[1].text for sign in _SIGNS_OF_COPYRIGHT)
        for match in [*re.finditer(_COPYRIGHT, found[1].text), *re.finditer(_BEFORE_THE_SIGN, found[1].text)]
    ]
    claimed = {number for number, _, _, _ in copyrights}
    elsewhere = [
        f" {' '.join(title_words(block.text))} " for number, block, _ in blocks if copyrights and number not in claimed
    ]
    for number, block, role, match in copyrights:
        name = None if re.search(_LEGAL_FORM, match["name"]) else bare_name(re.sub(_AFTER_THE_NAME, "", match["name"]))
        own = title_words(name or "")
        by_host = any(label in "".join(own) for label in host_labels)
        shown = name and (by_host or any(f" {' '.join(own)} " in text for text in elsewhere))
        if name and (shown or script_of(name) == "Deva"):
            yield Candidate(name, source_of(number, role), block.text)


@cache
def _namings() -> tuple[tuple[str, str], ...]:
    listed = entries("publisher.toml", "naming")
    return tuple((fold(entry["hint"]), fold(entry["regex"]).replace("{name}", _NAME)) for entry in listed)


def boilerplate(labelled: LabelledPage) -> Iterator[Found]:
    """The blocks in which a publisher may name itself, each with its number on the page and its role.

    Of the other texts of a page, such as further stories, only the nearest to its two ends are asked.
    """
    found = list(_boilerplate(labelled))
    if len(found) <= 2 * _MOST_BOILERPLATE:
        return iter(found)
    return iter(found[:_MOST_BOILERPLATE] + found[-_MOST_BOILERPLATE:])


def _boilerplate(labelled: LabelledPage) -> Iterator[Found]:
    for number, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True)):
        if label.role not in _STORY_AND_OTHERS:
            yield number, block, label.role
