"""Whether the article may be read without paying, as the page declares it.

`isAccessibleForFree` is schema.org's, as paywalled content is marked for search engines
(https://developers.google.com/search/docs/appearance/structured-data/paywalled-content); `article:content_tier`
(free, metered, locked) is Facebook's. A metered article is not free: both ask to mark it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsx.article import Access, Warned
from newsx.fields.article_object import article_objects, objects_of_type
from newsx.fields.choice import Candidate, Choice, choose
from newsx.page import LabelledPage

_TIERS: Mapping[str, Access] = {"free": "free", "metered": "paid", "locked": "paid", "paid": "paid", "premium": "paid"}
_TRUTHS: Mapping[str, Access] = {"true": "free", "1": "free", "yes": "free", "false": "paid", "0": "paid", "no": "paid"}


def choose_access(labelled: LabelledPage) -> Choice[Access]:
    """``free`` or ``paid`` as declared, None where the page declares neither.

    Warns with kind `access_conflict` where one declaration says free and another paid.
    """
    choice = choose(_declared(labelled))
    if choice.evidence and choice.evidence.also:
        said = f"{choice.evidence.source} says {choice.value}, {choice.evidence.also[0].source} does not"
        return Choice(choice.value, choice.evidence, (Warned("access_conflict", said),))
    return choice


def _declared(labelled: LabelledPage) -> Iterator[Candidate[Access]]:
    declared = labelled.page.declared
    for item in (*article_objects(declared)[:1], *objects_of_type(declared, "WebPage")):
        yield from _of_object(item)
    for value in declared.microdata.get("isaccessibleforfree", ()):
        yield from _stated(value, "microdata isAccessibleForFree")
    for key in ("article:content_tier", "content_tier"):
        for value in declared.meta.get(key, ()):
            if access := _TIERS.get(value.strip().lower()):
                yield Candidate(access, f"meta {key}", value)


def _of_object(item: Mapping[str, Any]) -> Iterator[Candidate[Access]]:
    yield from _stated(item.get("isAccessibleForFree"), "json-ld isAccessibleForFree")
    parts = item.get("hasPart")
    if item.get("isAccessibleForFree") is None:
        for part in parts if isinstance(parts, list) else [parts]:
            if isinstance(part, Mapping):
                yield from _stated(part.get("isAccessibleForFree"), "json-ld hasPart.isAccessibleForFree")


def _stated(value: Any, source: str) -> Iterator[Candidate[Access]]:
    if isinstance(value, (str, bool, int)):
        # Also written as the address of schema.org's own False.
        access = _TRUTHS.get(str(value).strip().rstrip("/").rsplit("/", 1)[-1].lower())
        if access:
            yield Candidate(access, source, str(value))
