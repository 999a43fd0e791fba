"""The publisher's name as shown, and all names by which the page calls its site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from newsx.fields.article_object import article_objects, clean_value, names, objects_of_type, types_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.fields.metadata import metadata
from newsx.fields.origin import is_hindi_page, is_of_another_language
from newsx.fields.publisher_names import bare_name, boilerplate, names_at_copyright, shown_names
from newsx.lexicon.hosts import host_labels, host_of
from newsx.lines.titles import parts_of, title_words
from newsx.page import LabelledPage
from newsx.sites import SiteFacts, site_at, site_named, sites_marked
from newsx.text.scripts import script_of

_ORGANIZATIONS = ("NewsMediaOrganization", "WebSite", "Organization", "Corporation")


class Site(NamedTuple):
    """Whose page it is, settled once for all fields: what the page's address and its declarations tell of the site."""

    address: str | None = None
    """The page's own address, as far as it is known."""
    host_labels: Sequence[str] = ()
    """The telling labels of its host name."""
    declared: Sequence[Candidate[str]] = ()
    """The publisher's names as the page declares them, best first."""
    names: Sequence[str] = ()
    """All names by which the page or newsx's site facts call the site, for telling them from titles and tags."""
    at_copyright: Sequence[str] = ()
    """The names after ©, of the site or of its owner: they end titles and bylines, but may be topics as well."""


def read_site(labelled: LabelledPage, address: str | None) -> Site:
    """The site of a page; `address` is the page's own, None where it is not known."""
    declared = tuple(_declared_names(labelled))
    found = [candidate.value for candidate in declared]
    host = host_of(address or "")
    labels = host_labels(host)
    facts = (site_at(host) if host else None) or next((known for name in found if (known := site_named(name))), None)
    names = [*found, *(facts.names if facts else ()), host, *labels]
    own = tuple(dict.fromkeys(name for name in names if name))
    return Site(address, labels, declared, own, tuple(names_at_copyright(labelled)))


def choose_publisher(labelled: LabelledPage, site: Site) -> Choice[str]:
    """The publisher: by what newsx knows of the site, else as the page declares it, its title or footer shows it."""
    facts = _known(labelled, site)
    declared = list(site.declared)
    if is_hindi_page(labelled):
        # There the Hindi name is the one shown; JSON-LD and og:site_name often give one in each script.
        declared.sort(key=lambda candidate: script_of(candidate.value) != "Deva")
    others = [*declared, *_title_names(labelled, site)]
    if facts:
        return choose([Candidate(_as_shown(facts.value, labelled, site), facts.source, facts.raw), *others])
    if others:
        return choose(others)
    shown = shown_names(labelled, site.host_labels)
    return choose(sorted(shown, key=lambda candidate: script_of(candidate.value) != "Deva"))


def _known(labelled: LabelledPage, site: Site) -> Candidate[str] | None:
    if is_of_another_language(labelled):  # the facts are of Hindi editions; others at the same host have their own name
        return None
    if site.address and (facts := site_at(host_of(site.address), urlsplit(site.address).path)):
        return _of_facts(facts, site.address)
    if is_hindi_page(labelled):
        for candidate in site.declared:
            if facts := site_named(candidate.value):
                return _of_facts(facts, candidate.raw)
    if site.address or site.declared:
        return None
    marked = sites_marked(block.text for _, block, _ in boilerplate(labelled))
    return _of_facts(*marked[0]) if marked else None


def _as_shown(name: str, labelled: LabelledPage, site: Site) -> str:
    """The name in the page's own spelling, where its title or a declaration has it (`न्यूज़` or `न्यूज`)."""
    title = parts_of(clean_value(labelled.page.declared.title or ""))
    spelled = [*(candidate.value for candidate in site.declared), *title]
    return next((own for own in spelled if title_words(own) == title_words(name)), name)


def _of_facts(facts: SiteFacts, raw: str) -> Candidate[str]:
    return Candidate(facts.name, f"site facts {facts.key}", raw)


def _declared_names(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    declared = labelled.page.declared
    offered: list[tuple[str, str]] = []
    for item in article_objects(declared)[:1]:
        kind = next(iter(types_of(item)), "article")
        offered += [(f"json-ld {kind}.publisher", name) for name in names(item.get("publisher"))[:1]]
    offered += [("meta og:site_name", name) for name in declared.meta.get("og:site_name", ())]
    organizations = [(types_of(item), item) for item in objects_of_type(declared, *_ORGANIZATIONS)]
    for kind in _ORGANIZATIONS:
        named = (name for types, item in organizations if kind in types for name in names(item))
        offered += [(f"json-ld {kind}.name", name) for name in named]
    for key in metadata("publisher", "meta"):
        offered += [(f"meta {key}", name) for name in declared.meta.get(key, ())]
    offered += [("microdata publisher", name) for name in declared.microdata.get("publisher", ())]
    elsewhere = {*parts_of(clean_value(declared.title or "")), *names_at_copyright(labelled)}
    for source, raw in offered:
        if name := bare_name(raw):
            yield Candidate(name, source, raw)
        # Behind a name in Latin the page's own, or a slogan: only the name stands in another place too.
        yield from (Candidate(part, source, raw) for part in parts_of(clean_value(raw))[1:] if part in elsewhere)


def _title_names(labelled: LabelledPage, site: Site) -> Iterator[Candidate[str]]:
    """The last part of the title, where the host name bears it out."""
    title = clean_value(labelled.page.declared.title or "")
    parts = parts_of(title)
    for part in parts[:0:-1] + parts[:1] if len(parts) > 1 else []:
        joined = "".join(title_words(part))
        known = any(label in joined or (len(joined) > 3 and joined in label) for label in site.host_labels)
        if known and bare_name(part):
            yield Candidate(part, "title", title)
