"""The canonical address of the page, and the host name of its site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

from newsx.article import Warned
from newsx.fields.article_object import article_objects, clean_value, url_of
from newsx.fields.blocks import source_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.lexicon.load import load_toml
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
    given = url and _absolute(url, None)
    if given and not _is_listed(host_of(given), "copies"):
        candidates.append(Candidate(given, "the given url", url or ""))
    choice = choose(candidates)
    if not (given and choice.value) or _is_listed(host_of(given), "copies") or _same_owner(choice.value, given):
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


def host_of(address: str) -> str:
    """The host name of an address in lower case, without port; "" where there is none.

    >>> host_of("https://WWW.Example.in:8080/hindi/1")
    'www.example.in'
    """
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def host_labels(host: str) -> list[str]:
    """The telling labels of a host name: without country and generic ones, hyphens dropped.

    >>> host_labels("www.gaon-samachar.co.in")
    ['gaonsamachar']
    """
    generic = ("www", "m", "amp", "hindi", "news", "co", "com")
    return [label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 2 and label not in generic]


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
    given = url and _absolute(url, None)
    sources: dict[str, str] = {}
    for source, raw in offered:
        sources.setdefault(raw, source)
    for raw, source in sources.items():
        address = _absolute(raw, given or None)
        if address and not _is_front_page(address, given or None):
            yield Candidate(address, source, raw)
    yield from _printed(labelled)
    yield from _shared(labelled)


def _printed(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    """An address alone in one of the first lines, as printing or saving a page to text puts it there."""
    for number, (block, label) in enumerate(zip(labelled.page.blocks[:_FIRST_LINES], labelled.labels, strict=False)):
        if not block.text.startswith("http") or not re.fullmatch(_ADDRESS, block.text):
            continue
        if not _is_front_page(block.text, None) and not _is_listed(host_of(block.text), "elsewhere"):
            yield Candidate(block.text, source_of(number, label.role), block.text)


def _shared(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for shown in labelled.page.addresses:
        # Only an address with another one in it can be a share link.
        if shown.find("http", 1) < 0 or not _is_listed(host_of(shown), "elsewhere"):
            continue
        for field, value in parse_qsl(urlsplit(shown).query):
            found = re.search(_ADDRESS, value) if field.lower() in _SHARE_FIELDS else None
            if found and not _is_front_page(found[0], None) and not _is_listed(host_of(found[0]), "elsewhere"):
                yield Candidate(found[0], "a share link", shown)


def _shown_hosts(labelled: LabelledPage) -> Iterator[Candidate[str]]:
    for number, (block, label) in enumerate(zip(labelled.page.blocks[:_FIRST_LINES], labelled.labels, strict=False)):
        if labelled.page.form == "text" and re.fullmatch(_HOST, block.text):
            yield Candidate(_bare(block.text), source_of(number, label.role), block.text)
    places = Counter(shown.split("/", 3)[2] for shown in labelled.page.addresses if shown.count("/") > 1)
    hosts: Counter[str] = Counter()
    for place, count in places.items():
        host = host_of(f"//{place}")
        if host and not _is_listed(host, "elsewhere") and not _is_listed(host, "copies"):
            hosts[_bare(host)] += count
    for host, count in hosts.most_common(1):
        if count > 1:
            yield Candidate(host, "addresses on the page", f"{host} in {count} addresses")


def _absolute(address: str, base: str | None) -> str | None:
    cleaned = clean_value(address)
    try:
        joined = urljoin(base or "", cleaned)
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None


def _is_front_page(address: str, given: str | None) -> bool:
    if urlsplit(address).path.strip("/") or urlsplit(address).query:
        return False
    return given is None or bool(urlsplit(given).path.strip("/"))


def _same_owner(one: str, other: str) -> bool:
    return _owner(host_of(one)) == _owner(host_of(other))


def _owner(host: str) -> list[str]:
    labels = host.split(".")
    # In `gaon.co.in` the second label from the end belongs to the country, not to the owner.
    return labels[-3:] if len(labels) > 2 and labels[-2] in ("co", "com", "net", "org", "ac", "gov") else labels[-2:]


def _is_listed(host: str, kind: str) -> bool:
    """Whether hosts.toml lists a host, or one above it, among the `copies` or as `elsewhere`."""
    known = load_toml("newsx.lexicon", "hosts.toml")[kind]
    if _owner(host)[0] in known["names"] and "." in host:
        return True
    return any(host == listed or host.endswith(f".{listed}") for listed in known["hosts"])


def _bare(host: str) -> str:
    return host.removeprefix("www.")
