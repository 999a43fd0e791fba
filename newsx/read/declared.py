"""What a page says of itself: title, JSON-LD, meta and link elements, language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsx.page import Declared
from newsx.read.json_ld import json_ld_objects
from newsx.read.limits import Limits
from newsx.text.clean import clean, remove_invisible, undo_entities
from newsx.text.fold import comparable

if TYPE_CHECKING:
    from lxml import etree

    from newsx.read.tree import Elements

_RELATIONS = frozenset(("canonical", "amphtml", "author", "tag", "image_src", "shortlink", "alternate"))


def read_declared(root: etree._Element, elements: Elements, limits: Limits) -> Declared:
    """The declarations of a parsed page that do not depend on where its story stands.

    elements: of the page, see `newsx.read.tree.by_tag`. Read before anything is taken out of the tree. `times`,
    `images` and `microdata` are left empty, see `newsx.read.surroundings`. limits: what is beyond them is left out.
    """
    title = root.find("head/title")
    if title is None:
        title = root.find(".//title")
    shown = "" if title is None else clean(undo_entities("".join(title.itertext())))
    declared = Declared(
        title=(shown if limits.keeps("title", shown) else "") or None,
        json_ld=tuple(_json_ld(elements.get("script", ()), limits)),
        meta=_within(_meta(elements.get("meta", ())), limits),
        links=_within(_links([*elements.get("link", ()), *elements.get("a", ())]), limits),
        language=_language(root),
        base=next((href.strip() for base in elements.get("base", ()) if (href := base.get("href"))), None),
    )
    return replace(declared, article_body=_article_body(declared))


def _article_body(declared: Declared) -> str | None:
    """The article text of a page's JSON-LD objects that is headed by the page's title, else the longest."""
    stated = (*declared.meta.get("og:title", ()), declared.title or "")
    titles = [title for title in map(comparable, stated) if title]
    found: list[tuple[bool, int, str]] = []
    for item in declared.json_ld:
        body, headline = item.get("articleBody"), item.get("headline")
        if isinstance(body, str) and body.strip():
            key = comparable(headline) if isinstance(headline, str) else ""
            is_another = not key or not any(key in title or title in key for title in titles)
            found.append((is_another, -len(body), body))
    return min(found)[2] if found else None


def page_site(declared: Declared, url: str | None) -> str | None:
    """The page's host name in lower case, from the address given by the caller or declared by the page."""
    for address in (url, *declared.links.get("canonical", ()), *declared.meta.get("og:url", ())):
        try:
            host = urlsplit(address or "").hostname
        except ValueError:
            continue
        if host:
            return host
    return None


def _json_ld(scripts: Iterable[etree._Element], limits: Limits) -> Iterator[Mapping[str, object]]:
    for script in scripts:
        kind = script.get("type") or ""
        if "ld+json" in kind.lower() and script.text and limits.keeps("json_ld", script.text):
            yield from map(limits.cut, json_ld_objects(script.text))


def _within(declared: Mapping[str, list[str]], limits: Limits) -> dict[str, tuple[str, ...]]:
    fit = {name: [value for value in values if limits.keeps_named(name, value)] for name, values in declared.items()}
    return {name: tuple(limits.first_named(name, values)) for name, values in fit.items() if values}


def _meta(elements: Iterable[etree._Element]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in elements:
        content = element.get("content")
        if content is None:
            continue
        for key in ("property", "name", "http-equiv"):
            name = element.get(key)
            if name:
                found.setdefault(name.strip().lower(), []).append(_value(content))
    return found


def _links(elements: Iterable[etree._Element]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in elements:
        relations = element.get("rel")
        address = element.get("href") if relations else None
        if relations and address:
            for relation in _RELATIONS.intersection(relations.lower().split()):
                found.setdefault(relation, []).append(remove_invisible(address.strip()))
    return found


def _language(root: etree._Element) -> str | None:
    stated = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return stated.strip() or None if stated else None


def _value(text: str) -> str:
    return remove_invisible(undo_entities(text) if "&" in text else text)
