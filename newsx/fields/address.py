"""The canonical address of the page, and the host name of its site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from newsx.article import Warned
from newsx.fields.article_object import absolute, article_objects, url_of
from newsx.fields.blocks import source_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.lexicon.hosts import host_of, is_listed, same_owner
from newsx.page import LabelledPage
from newsx.sites import site_named

# Patterns as strings: `re` compiles them when a page first needs them.
_SHARE_FIELDS = frozenset({"u", "url", "text", "link", "body", "href"})
_FIRST_LINES = 6
_HOST = r"(?:[a-z0-9-]+\.)+[a-z]{2,10}"
_ADDRESS = r"https?://[^\s\"'<>()]+"


def choose_url(labelled: LabelledPage, url: str | None) -> Choice[str]:
    """The canonical address: as the page declares it, as its share links carry it, or as the caller gave it.

    Warns with kind `url_conflict` where the page names another host than `url` does.
    """
    candidates = list(_addresses(labelled, url))
    given = url and absolute(url, None)
    if given and not is_listed(host_of(given), "copies"):
        candidates.append(Candidate(given, "the given url", url or ""))
    choice = choose(candidates)
    if not (given and choice.value) or is_listed(host_of(given), "copies") or same_owner(choice.value, given):
        return choice
    message = f"the page says that its address is {choice.value}, but it was given as {given}"
    return Choice(choice.value, choice.evidence, (Warned("url_conflict", message),))


def choose_site(labelled: LabelledPage, own: Choice[str], publisher: str | None) -> Choice[str]:
    """The host name of the site without ``www.``, lower case; `own` is what `choose_url` has settled."""
    candidates: list[Candidate[str]] = []
    if own.value and own.evidence:
        candidates.append(Candidate(_bare(host_of(own.value)), own.evidence.source, own.evidence.raw))
    facts = site_named(publisher) if publisher else None
    if facts:
        host = facts.addresses[0].split("/")[0]
        candidates.append(Candidate(host, f"site facts {facts.key}", publisher or ""))
    candidates.extend(_shown_hosts(labelled))
    return choose(candidates)


def _addresses(labelled: LabelledPage, url: str | None) -> Iterator[Candidate[str]]:
    declared = labelled.page.declared
    offered = [("link rel=canonical", value) for value in declared.links.get("canonical", ())]
    offered += [("meta og:url", value) for value in declared.meta.get("og:url", ())]
    for item in article_objects(declared)[:1]:
        offered += [
            (f"json-ld {key}", found) for key in ("url", "mainEntityOfPage", "@id") if (found := url_of(item.get(key)))
        ]
    offered += [("meta twitter:url", value) for value in declared.meta.get("twitter:url", ())]
    offered += [("microdata url", value) for value in declared.microdata.get("mainentityofpage", ())]
    given = url and absolute(url, None)
    sources: dict[str, str] = {}
    for source, raw in offered:
        sources.setdefault(raw, source)
    for raw, source in sources.items():
        address = absolute(raw, given or None)
        if address and not _is_front_page(address, given or None):
            yield Candidate(address, source, raw)
    yield from _printed(labelled)
    yield from _shared(labelled)


def _printed(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """An address alone in one of the first lines, as printing or saving a page to text puts it there."""
    for number, (block, label) in enumerate(zip(labelled.page.blocks[:_FIRST_LINES], labelled.labels, strict=False)):
        if not block.text.startswith("http") or not re.fullmatch(_ADDRESS, block.text):
            continue
        if not _is_front_page(block.text, None) and not is_listed(host_of(block.text), "elsewhere"):
            yield Candidate(block.text, source_of(number, label.role), block.text)


def _shared(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for shown in labelled.page.addresses:
        # Only an address with another one in it can be a share link.
        if shown.find("http", 1) < 0 or not is_listed(host_of(shown), "elsewhere"):
            continue
        for field, value in parse_qsl(urlsplit(shown).query):
            found = re.search(_ADDRESS, value) if field.lower() in _SHARE_FIELDS else None
            if found and not _is_front_page(found[0], None) and not is_listed(host_of(found[0]), "elsewhere"):
                yield Candidate(found[0], "a share link", shown)


def _shown_hosts(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for number, (block, label) in enumerate(zip(labelled.page.blocks[:_FIRST_LINES], labelled.labels, strict=False)):
        if labelled.page.form == "text" and re.fullmatch(_HOST, block.text):
            yield Candidate(_bare(block.text), source_of(number, label.role), block.text)
    places = Counter(shown.split("/", 3)[2] for shown in labelled.page.addresses if shown.count("/") > 1)
    hosts: Counter[str] = Counter()
    for place, count in places.items():
        host = host_of(f"//{place}")
        if host and not is_listed(host, "elsewhere") and not is_listed(host, "copies"):
            hosts[_bare(host)] += count
    for host, count in hosts.most_common(1):
        if count > 1:
            yield Candidate(host, "addresses on the page", f"{host} in {count} addresses")


def _is_front_page(address: str, given: str | None) -> bool:
    if urlsplit(address).path.strip("/") or urlsplit(address).query:
        return False
    return given is None or bool(urlsplit(given).path.strip("/"))


def _bare(host: str) -> str:
    return host.removeprefix("www.")
