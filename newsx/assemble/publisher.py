"""The publisher's name as shown, and all names by which the page calls its site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from newsx.assemble.address import choose_url, host_labels, host_of
from newsx.assemble.blocks import blocks_with_role
from newsx.assemble.candidates import Candidate, Choice, choose
from newsx.assemble.json_ld import article_objects, clean_value, names, objects_of_type, types_of
from newsx.assemble.publisher_names import bare_name, furniture, shown_names
from newsx.assemble.titles import parts_of, words
from newsx.hindi.language import script_of
from newsx.page import LabelledPage
from newsx.sites import SiteFacts, site_at, site_named, sites_marked

_ORGANIZATIONS = ("NewsMediaOrganization", "WebSite", "Organization", "Corporation")
_NAMING_META = ("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright")


def choose_publisher(labelled: LabelledPage, url: str | None) -> Choice[str]:
    """The publisher: by what newsx knows of the site, else as the page declares it, its title or footer shows it."""
    declared = list(_declared_names(labelled))
    facts = _known(labelled, url, declared)
    if _is_hindi(labelled):
        # There the Hindi name is the one shown; JSON-LD and og:site_name often give one in each script.
        declared.sort(key=lambda candidate: script_of(candidate.value) != "Deva")
    others = [*declared, *_title_names(labelled, url)]
    if facts:
        return choose([Candidate(_as_shown(facts.value, labelled), facts.source, facts.raw), *others])
    if others:
        return choose(others)
    shown = shown_names(labelled, host_labels(_host(labelled, url)))
    return choose(sorted(shown, key=lambda candidate: script_of(candidate.value) != "Deva"))


def site_names(labelled: LabelledPage, url: str | None = None) -> tuple[str, ...]:
    """All names by which the page or newsx's site facts call the site, for telling them from titles and tags."""
    found = [candidate.value for candidate in _declared_names(labelled)]
    host = _host(labelled, url)
    facts = (site_at(host) if host else None) or next((known for name in found if (known := site_named(name))), None)
    if facts:
        found.extend(facts.names)
    if host:
        found.extend([host, *host_labels(host)])
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
    marked = sites_marked(block.text for _, block, _ in furniture(labelled))
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
        name = bare_name(raw)
        if name:
            yield Candidate(name, source, raw)


def _title_names(labelled: LabelledPage, url: str | None) -> Iterator[Candidate[str]]:
    """The last part of the title, where the host name bears it out."""
    title = clean_value(labelled.page.declared.title or "")
    labels = host_labels(_host(labelled, url))
    parts = parts_of(title)
    for part in parts[:0:-1] + parts[:1] if len(parts) > 1 else []:
        joined = "".join(words(part))
        if any(label in joined or (len(joined) > 3 and joined in label) for label in labels) and bare_name(part):
            yield Candidate(part, "title", title)


def _host(labelled: LabelledPage, url: str | None) -> str:
    return host_of(choose_url(labelled, url).value or url or "")


def _is_hindi(labelled: LabelledPage) -> bool:
    sample = " ".join(block.text for _, block, _ in blocks_with_role(labelled, "headline", "body"))[:400]
    return script_of(sample) == "Deva"
