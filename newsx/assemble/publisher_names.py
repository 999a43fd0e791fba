"""Names of a publisher out of a page's furniture, and what of a declared name is the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsx.assemble.blocks import blocks_with_role, source_of
from newsx.assemble.candidates import Candidate
from newsx.assemble.json_ld import clean_value
from newsx.assemble.titles import is_site_name, parts_of, words
from newsx.page import Block, LabelledPage, Role

_MOST_WORDS_OF_A_NAME = 5
# Blogging services write their own names into the JSON-LD of their users' pages.
_SERVICES = frozenset({"blogger", "wordpress", "medium", "substack"})
# A story, comments and biographies name other papers; all else is page furniture, where a publisher names itself.
_STORY_AND_OTHERS: frozenset[Role] = frozenset(
    {
        "headline",
        "alternative_headline",
        "summary",
        "highlight",
        "body",
        "subheading",
        "update",
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
# Patterns as strings: `re` compiles them when a page first needs them, which most never do.
_COPYRIGHT = (
    r"(?i)(?:©|\(c\)|copyrights?\b|कॉपीराइट)"
    r"(?:[\s©]|\(c\)|copyrights?\b|all rights reserved\b|by\b|(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?|[-–,:.|])*"
    r"(?P<name>[^\s©|.,;:–-][^©|.,;:]*)"
)
_AFTER_THE_NAME = r"(?i)\s*(?:\(|\ball rights\b|\bis\b|\bare\b|सर्वाधिकार|\bdisclaimer\b|[-–]\s).*$"
_LEGAL_FORM = r"(?i)\b(?:pvt|private|ltd|limited|inc|llp|llc|corp|corporation|company|gmbh)\b|प्राइवेट|लिमिटेड"
# `... पढ़ने के लिए <name> ऐप डाउनलोड करें`: a promo names the publisher's own app.
_OWN_APP = (
    r"(?i)(?:^|लिए|करें|पढ़ें|पढ़ें|देखें|[,:।.-])\s+(?P<name>[^\s,:।.-]+(?:\s[^\s,:।.-]+){0,2})"
    r"\s+(?:App|ऐप|एप|ऐप्प)\s+(?:डाउनलोड|download)"
)


def bare_name(raw: str) -> str | None:
    """The name in a declared value, without a slogan; None for an address, a domain, or a slogan alone.

    >>> bare_name("गांव समाचार | खबर वही जो सही है और सबसे पहले"), bare_name("https://facebook.com/gaon")
    ('गांव समाचार', None)
    """
    whole = clean_value(raw).strip(" .,|-–©")
    if "//" in whole or "@" in whole:
        return None
    parts = [part for part in parts_of(whole) if 0 < len(words(part)) <= _MOST_WORDS_OF_A_NAME and "," not in part]
    named = [part for part in parts if not is_site_name(part, ()) and part.lower() not in _SERVICES]
    return next(iter(named), None)


def footer_names(labelled: LabelledPage, host_labels: Sequence[str]) -> Iterator[Candidate[str]]:
    """Names after © that the host or the rest of the page bears out, then the name of the app that the page promotes.

    A company is not the name of the paper that it owns, so names with a legal form are passed over.
    """
    blocks = list(furniture(labelled))
    copyrights = [(*found, match) for found in blocks for match in re.finditer(_COPYRIGHT, found[1].text)]
    claimed = {number for number, _, _, _ in copyrights}
    elsewhere = [
        f" {' '.join(words(block.text))} " for number, block, _ in blocks if copyrights and number not in claimed
    ]
    for number, block, role, match in copyrights:
        name = None if re.search(_LEGAL_FORM, match["name"]) else bare_name(re.sub(_AFTER_THE_NAME, "", match["name"]))
        own = words(name or "")
        by_host = any(label in "".join(own) for label in host_labels)
        if name and (by_host or any(f" {' '.join(own)} " in text for text in elsewhere)):
            yield Candidate(name, source_of(number, role), block.text)
    for number, block, role in blocks_with_role(labelled, "promo", "footer", "ad"):
        if promoted := re.search(_OWN_APP, block.text):
            yield Candidate(promoted["name"], source_of(number, role), block.text)


def furniture(labelled: LabelledPage) -> Iterator[tuple[int, Block, Role]]:
    """The blocks in which a publisher may name itself, each with its number on the page and its role."""
    for number, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True)):
        if label.role not in _STORY_AND_OTHERS:
            yield number, block, label.role
