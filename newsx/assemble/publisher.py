"""The publisher's name as shown, and all names by which the page calls its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from newsx.assemble.address import choose_url, host_of
from newsx.assemble.blocks import blocks_with_role, source_of
from newsx.assemble.candidates import Candidate, Choice, choose
from newsx.assemble.json_ld import article_objects, clean_value, names, objects_of_type, types_of
from newsx.assemble.remember import remember_last
from newsx.assemble.titles import is_site_name, parts_of, words
from newsx.hindi.language import script_of
from newsx.page import Block, LabelledPage, Role
from newsx.sites import SiteFacts, site_at, site_named, sites_marked

_ORGANIZATIONS = ("NewsMediaOrganization", "WebSite", "Organization", "Corporation")
_NAMING_META = ("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright")
_MOST_WORDS_OF_A_NAME = 5
# Blogging services write their own names into the JSON-LD of their users' pages.
_SERVICES = frozenset({"blogger", "wordpress", "medium", "substack"})
# A story, comments and biographies name other papers; all else is page furniture, where a publisher names itself.
_NOT_FURNITURE = frozenset(
    "headline alternative_headline summary highlight body subheading update tags bio related read_also comments "
    "second_story duplicate embed".split()
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyrights?\b|कॉपीराइट)(?:[\s©]|\(c\)|copyrights?\b|all rights reserved\b|by\b|(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?|[-–,:.|])*"
    r"(?P<name>[^\s©|.,;:–-][^©|.,;:]*)",
    re.IGNORECASE,
)
_AFTER_THE_NAME = re.compile(
    r"\s*(?:\(|\ball rights\b|\bis\b|\bare\b|सर्वाधिकार|\bdisclaimer\b|[-–]\s).*$", re.IGNORECASE
)
_LEGAL_FORM = re.compile(
    r"\b(?:pvt|private|ltd|limited|inc|llp|llc|corp|corporation|company|gmbh)\b|प्राइवेट|लिमिटेड", re.IGNORECASE
)

# `... पढ़ने के लिए <name> ऐप डाउनलोड करें`: a promo names the publisher's own app.
_OWN_APP = re.compile(
    r"(?:^|लिए|करें|पढ़ें|पढ़ें|देखें|[,:।.-])\s+(?P<name>[^\s,:।.-]+(?:\s[^\s,:।.-]+){0,2})\s+(?:App|ऐप|एप|ऐप्प)\s+(?:डाउनलोड|download)",
    re.IGNORECASE,
)


def choose_publisher(labelled: LabelledPage, url: str | None) -> Choice[str]:
    """The publisher: by what newsx knows of the site, else as the page declares it, its title or footer shows it."""
    declared = list(_declared_names(labelled))
    facts = _known(labelled, url, declared)
    if _is_hindi(labelled):
        # There the Hindi name is the one shown; JSON-LD and og:site_name often give one in each script.
        declared.sort(key=lambda candidate: script_of(candidate.value) != "Deva")
    others = [*declared, *_title_names(labelled, url), *_footer_names(labelled, url)]
    if facts is None:
        return choose(others)
    shown = _as_shown(facts.value, labelled)
    return choose([Candidate(shown, facts.source, facts.raw), *others])


@remember_last
def site_names(labelled: LabelledPage, url: str | None = None) -> tuple[str, ...]:
    """All names by which the page or newsx's site facts call the site, for telling them from titles and tags."""
    found = [candidate.value for candidate in _declared_names(labelled)]
    host = host_of(choose_url(labelled, url).value or url or "")
    facts = (site_at(host) if host else None) or next((known for name in found if (known := site_named(name))), None)
    if facts:
        found.extend(facts.names)
    if host:
        found.extend([host, *_labels(host)])
    return tuple(dict.fromkeys(name for name in found if name))


def _known(labelled: LabelledPage, url: str | None, declared: list[Candidate[str]]) -> Candidate[str] | None:
    address = choose_url(labelled, url).value or url
    if address and (facts := site_at(host_of(address), urlsplit(address).path)):
        return _of_facts(facts, address)
    for candidate in declared:
        if facts := site_named(candidate.value):
            return _of_facts(facts, candidate.raw)
    if address or declared:
        return None
    marked = sites_marked(block.text for _, block, _ in _furniture(labelled))
    return _of_facts(*marked[0]) if marked else None


def _as_shown(name: str, labelled: LabelledPage) -> str:
    """The name in the page's own spelling, where its title or a declaration has it (`न्यूज़` or `न्यूज`)."""
    title = parts_of(clean_value(labelled.page.declared.title or ""))
    spelled = [candidate.value for candidate in _declared_names(labelled)] + title
    return next((own for own in spelled if words(own) == words(name)), name)


def _of_facts(facts: SiteFacts, raw: str) -> Candidate[str]:
    return Candidate(facts.name, f"site facts {facts.key}", raw)


def _declared_names(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    declared = labelled.page.declared
    offered: list[tuple[str, str]] = []
    for item in article_objects(declared)[:1]:
        kind = next(iter(types_of(item)), "article")
        offered += [(f"json-ld {kind}.publisher", name) for name in names(item.get("publisher"))[:1]]
    offered += [("meta og:site_name", name) for name in declared.meta.get("og:site_name", ())]
    for kind in _ORGANIZATIONS:
        offered += [(f"json-ld {kind}.name", name) for item in objects_of_type(declared, kind) for name in names(item)]
    for key in _NAMING_META:
        offered += [(f"meta {key}", name) for name in declared.meta.get(key, ())]
    offered += [("microdata publisher", name) for name in declared.microdata.get("publisher", ())]
    for source, raw in offered:
        name = _name(raw)
        if name:
            yield Candidate(name, source, raw)


def _name(raw: str) -> str | None:
    """A declared name without a slogan; None for an address, a domain, or a slogan alone."""
    whole = clean_value(raw).strip(" .,|-–©")
    if "//" in whole or "@" in whole:
        return None
    parts = [part for part in parts_of(whole) if 0 < len(words(part)) <= _MOST_WORDS_OF_A_NAME and "," not in part]
    named = [part for part in parts if not is_site_name(part, ()) and part.lower() not in _SERVICES]
    return next(iter(named), None)


def _title_names(labelled: LabelledPage, url: str | None) -> Iterator[Candidate[str]]:
    """The last part of the title, where the host name bears it out."""
    title = clean_value(labelled.page.declared.title or "")
    labels = _labels(host_of(choose_url(labelled, url).value or url or ""))
    parts = parts_of(title)
    for part in parts[:0:-1] + parts[:1] if len(parts) > 1 else []:
        joined = "".join(words(part))
        if any(label in joined or (len(joined) > 3 and joined in label) for label in labels) and _name(part):
            yield Candidate(part, "title", title)


def _footer_names(labelled: LabelledPage, url: str | None) -> Iterator[Candidate[str]]:
    """Names after © that the host or the rest of the page bears out, then the name of the app that the page promotes.

    A company is not the name of the paper that it owns, so names with a legal form are passed over.
    """
    furniture = list(_furniture(labelled))
    labels = _labels(host_of(choose_url(labelled, url).value or url or ""))
    elsewhere = [f" {' '.join(words(block.text))} " for _, block, _ in furniture if not _COPYRIGHT.search(block.text)]
    for number, block, role in furniture:
        for match in _COPYRIGHT.finditer(block.text):
            name = _name(clean(_LEGAL_FORM.sub("", _AFTER_THE_NAME.sub("", match["name"]))).strip(" .,-–"))
            own = words(name or "")
            if name and (
                any(label in "".join(own) for label in labels)
                or any(f" {' '.join(own)} " in text for text in elsewhere)
            ):
                yield Candidate(name, source_of(number, role), block.text)
    for number, block, role in blocks_with_role(labelled, "promo", "footer", "ad"):
        if promoted := _OWN_APP.search(block.text):
            yield Candidate(promoted["name"], source_of(number, role), block.text)


def _furniture(labelled: LabelledPage) -> Iterator[tuple[int, Block, Role]]:
    for number, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True)):
        if label.role not in _NOT_FURNITURE:
            yield number, block, label.role


def _labels(host: str) -> list[str]:
    """The telling labels of a host name: without ``www``, country and generic endings."""
    labels = [label for label in host.split(".")[:-1] if label not in ("www", "m", "amp", "hindi", "news", "co", "com")]
    return [label.replace("-", "") for label in labels if len(label) > 2]


def _is_hindi(labelled: LabelledPage) -> bool:
    sample = " ".join(block.text for _, block, _ in blocks_with_role(labelled, "headline", "body"))[:400]
    return script_of(sample) == "Deva"
