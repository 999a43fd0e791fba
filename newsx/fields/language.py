"""The language of the article: as its text shows, against what the page claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsx.article import Warned
from newsx.fields.article_object import article_objects, text_of
from newsx.fields.blocks import blocks_with_role
from newsx.fields.choice import Candidate, Choice, choose
from newsx.lexicon.languages import language_named, language_of
from newsx.page import LabelledPage

_TAG = re.compile(r"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_][A-Za-z0-9]+)*$")
_ENOUGH_CHARACTERS = 1200


def choose_language(labelled: LabelledPage) -> Choice[str]:
    """The BCP 47 tag of the language, without a region: by script and function words, else as the page claims.

    Warns with kind `language_conflict` where the text is in another language than every claim says; plain English
    alone is no claim, since templates are delivered with it.
    """
    claims = list(_claimed(labelled))
    sample = _sample(labelled)
    seen = language_of(sample)
    if seen is None:
        return choose(claims)
    choice = choose([Candidate(seen, "script and function words of the text", sample[:80]), *claims])
    against = [claim for claim in claims if not _is_left_by_template(claim)]
    if against and all(_primary(claim.value) != _primary(seen) for claim in claims):
        message = f"the page says that it is in {against[0].value!r}, but the text is in {seen!r}"
        return Choice(choice.value, choice.evidence, (Warned("language_conflict", message),))
    return choice


def _claimed(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    declared = labelled.page.declared
    offered = [("json-ld inLanguage", text_of(item.get("inLanguage"))) for item in article_objects(declared)[:1]]
    offered.append(("html lang", declared.language))
    for key in ("og:locale", "content-language", "language", "dc.language"):
        offered += [(f"meta {key}", value) for value in declared.meta.get(key, ())[:1]]
    offered += [("microdata inLanguage", value) for value in declared.microdata.get("inlanguage", ())[:1]]
    for source, raw in offered:
        if raw and (tag := _tag(raw)):
            yield Candidate(tag, source, raw)


def _is_left_by_template(claim: Candidate[str]) -> bool:
    """Whether a claim is English as page templates have it before anyone sets the language."""
    return claim.raw.lower().replace("_", "-") in ("en", "en-us")


def _tag(raw: str) -> str | None:
    """A claim as language and script: `hi_IN` is `hi`, `zh-hant-TW` is `zh-Hant`; None for what is no tag."""
    first = raw.split(",", maxsplit=1)[0].strip()
    if named := language_named(first):
        return named
    match = _TAG.match(first)
    if not match:
        return None
    script = match[2]
    return match[1].lower() + (f"-{script.title()}" if script else "")


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]


def _sample(labelled: LabelledPage) -> str:
    """The story's own text, or on a page without a story all that it shows, up to some length."""
    story = blocks_with_role(labelled, "body", "subheading", "update", "summary", "headline")
    shown = [block.text for _, block, _ in story] or [block.text for block in labelled.page.blocks]
    texts: list[str] = []
    length = 0
    for text in shown:
        texts.append(text)
        length += len(text)
        if length > _ENOUGH_CHARACTERS:
            break
    return "\n".join(texts)
