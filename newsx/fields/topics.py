"""What the article is about: breadcrumbs, section, tags; without the page's own title, roots and site slogans."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from newsx.fields.article_object import article_objects, clean_value, names, objects_of_type, text_of
from newsx.fields.choice import Candidate, Choice, choose
from newsx.fields.metadata import metadata
from newsx.fields.publisher import Site
from newsx.fields.shown_topics import LIST_SEPARATOR, phrases, shown_crumbs, shown_sections, shown_tags, without_doubles
from newsx.lexicon.languages import language_named
from newsx.lexicon.load import folded_entries
from newsx.lexicon.places import is_place
from newsx.lines.breadcrumbs import names_no_section
from newsx.lines.titles import containment, count_title_words, is_cut, is_site_name, likeness, title_words
from newsx.page import LabelledPage
from newsx.text.fold import fold

_MOST_WORDS_OF_A_SECTION = 5
_MOST_CRUMBS = 5
"""Longer trails lead nowhere: what shows more links is a menu."""
_FEWEST_SECTIONS_OF_A_MENU = 3
"""Sections one below the other are two at most: sport, cricket."""
_SAME_TITLE = 0.8
# Numbers, identifiers, domains, and `name: value` or `kind/value` pairs of an editing system are no topics.
# The two are strings, which `re` compiles when a page first has tags.
_NO_TOPIC = (
    r"(?i)^(?:\W+|\d{5,}|[a-z]*_[a-z_]+|[0-9a-f]{8}-[0-9a-f-]{20,}|(?:[a-z0-9-]+\.)+[a-z]{2,4}"
    r"|[a-z][\w .-]*:\s?\S.*|.*\S\.\S+/.*|.)$"
)
_KIND_PREFIX = r"^[a-z]+/(?=\S)"


def choose_breadcrumbs(labelled: LabelledPage, headline: str | None) -> Choice[tuple[str, ...]]:
    """The crumbs from the root down, the page's own title left out: as shown, else as JSON-LD declares them."""
    titles = _own_titles(labelled, headline)
    declared = [kept for found in _declared_crumbs(labelled) if (kept := _without_own_title(found, titles)).value]
    shown = _without_own_title(shown_crumbs(labelled), titles)
    is_declared = any(shown.value == candidate.value for candidate in declared)
    if (_is_menu(shown.value) and not is_declared) or not 0 < len(shown.value) <= _MOST_CRUMBS:
        return choose(declared)
    if declared and any(_is_glued(crumb, declared[0].value) for crumb in shown.value):
        return choose([declared[0], shown, *declared])
    return choose([shown, *declared])


def choose_section(labelled: LabelledPage, site: Site, breadcrumbs: Sequence[str], headline: str | None) -> Choice[str]:
    """The deepest crumb that is a section, else the section that the page declares or shows by itself."""
    title = title_words(headline or "")
    trail = " > ".join(breadcrumbs)
    sections = (crumb for crumb in reversed(breadcrumbs) if not _is_root(crumb, site.names))
    crumbs = [Candidate(crumb, "breadcrumbs", trail) for crumb in sections]
    candidates = crumbs[:1]
    for source, raw in _declared_sections(labelled):
        value = LIST_SEPARATOR.split(raw)[0].strip()
        if value and not _is_root(value, site.names) and title_words(value) != title and not re.match(_NO_TOPIC, value):
            candidates.append(Candidate(value, source, raw))
    if not candidates:
        candidates += shown_sections(labelled)
    lone = [crumb for crumb in breadcrumbs[:1] if fold(crumb) in folded_entries("breadcrumbs.toml", "lone_sections")]
    if not candidates and (len(breadcrumbs) > 1 or lone):
        candidates.append(Candidate(breadcrumbs[-1], "breadcrumbs", trail))
    return choose(candidates)


def choose_tags(labelled: LabelledPage, own_names: Collection[str], headline: str | None) -> Choice[tuple[str, ...]]:
    """The tags shown, then the keywords of the declaration that tells most of the article; no slogans, no repeats.

    `own_names` are those of the site and of its publisher.
    """
    shown = list(shown_tags(labelled))
    offered = [Candidate(tuple(_topics(values, own_names)), source, raw) for source, raw, values in _keywords(labelled)]
    declared = next((candidate for candidate in offered if candidate.value), None)
    kept = list(_topics([tag for _, _, tags in shown for tag in tags], own_names))
    if declared:
        kept = [tag for tag in kept if not _is_glued(tag, declared.value)]
    sources = [(source, raw) for source, raw, _ in shown][:1] if kept else []
    if declared:
        sources.append((declared.source, declared.raw))
        kept += declared.value
    values = _without_repeats(kept, title_words(headline or ""))
    if not values:
        return Choice(None)
    return choose(
        [
            Candidate(values, ", ".join(source for source, _ in sources), " | ".join(raw for _, raw in sources)),
            *(candidate for candidate in offered if candidate.value),
        ]
    )


def _declared_crumbs(labelled: LabelledPage) -> Iterator[Candidate[tuple[str, ...]]]:
    lists = [list(_items(item)) for item in objects_of_type(labelled.page.declared, "BreadcrumbList")]
    # A page with several trails names the article's own most fully.
    for crumbs in sorted(lists, key=len, reverse=True):
        yield Candidate(without_doubles(crumbs), "json-ld BreadcrumbList", " | ".join(crumbs))


def _items(item: Mapping[str, Any]) -> Iterator[str]:
    elements = item.get("itemListElement")
    listed = [part for part in (elements if isinstance(elements, list) else [elements]) if isinstance(part, Mapping)]

    def position(part: Mapping[str, Any]) -> float:
        try:
            return float(part.get("position") or 0)
        except (TypeError, ValueError):
            return 0.0

    for part in sorted(listed, key=position):
        if name := text_of(part.get("name")) or text_of(part.get("item")):
            yield name


def _own_titles(labelled: LabelledPage, headline: str | None) -> list[tuple[str, ...]]:
    declared = labelled.page.declared
    stated = [headline, declared.title, *declared.meta.get("og:title", ())]
    for item in article_objects(declared)[:1]:
        stated += [text_of(item.get("headline")), text_of(item.get("alternativeHeadline"))]
    if labelled.refusal is not None:
        # A listing's own crumb is the last part of its address.
        stated += [
            urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1] for address in declared.links.get("canonical", ())
        ]
    return [own for title in stated if title and (own := title_words(clean_value(title)))]


def _without_own_title(
    crumbs: Candidate[tuple[str, ...]], titles: Collection[tuple[str, ...]]
) -> Candidate[tuple[str, ...]]:
    own = (n for n, crumb in enumerate(crumbs.value) if _is_own_title(crumb, titles))
    return Candidate(crumbs.value[: next(own, None)], crumbs.source, crumbs.raw)


def _is_menu(crumbs: Sequence[str]) -> bool:
    """Whether a row of links leads to other pages than those above this one: to a sign-in, languages, all sections."""
    if any(fold(crumb) in phrases("menu_words") for crumb in crumbs):
        return True
    below = [crumb for crumb in crumbs if not names_no_section(crumb)]
    if len(below) > 1 and all(language_named(crumb) for crumb in below):
        return True
    if len(below) < _FEWEST_SECTIONS_OF_A_MENU or is_place(below[-1]):  # देश, राज्य, बिहार
        return False
    return all(fold(crumb) in phrases("sections") for crumb in below)


def _is_own_title(crumb: str, titles: Collection[tuple[str, ...]]) -> bool:
    own = title_words(crumb)
    if count_title_words(crumb) > _MOST_WORDS_OF_A_SECTION or (is_cut(crumb) and len(own) > 2):
        return True
    return any(
        own == title or (len(own) > 3 and containment(own, title) >= _SAME_TITLE and likeness(own, title) > 0.5)
        for title in titles
    )


def _is_root(crumb: str, site: Iterable[str]) -> bool:
    return names_no_section(crumb) or is_site_name(crumb, site)


def _declared_sections(labelled: LabelledPage) -> Iterator[tuple[str, str]]:
    declared = labelled.page.declared
    first, *others = metadata("section", "meta")
    yield from ((f"meta {first}", clean_value(value)) for value in declared.meta.get(first, ()))
    for item in article_objects(declared)[:1]:
        yield from (("json-ld articleSection", name) for name in names(item.get("articleSection")))
    for value in declared.microdata.get("articlesection", ()):
        yield "microdata articleSection", clean_value(value)
    for key in others:
        yield from ((f"meta {key}", clean_value(value)) for value in declared.meta.get(key, ()))


def _keywords(labelled: LabelledPage) -> Iterator[tuple[str, str, list[str]]]:
    """Declared keywords, the declaration that is about the article most often first."""
    declared = labelled.page.declared
    items = article_objects(declared)[:1]
    for key in metadata("tags", "meta"):
        if values := declared.meta.get(key):
            yield f"meta {key}", " | ".join(values), _split(values)
    for item in items:
        if values := tuple(names(item.get("keywords"))):
            yield "json-ld keywords", " | ".join(values), _split(values)
    for key in ("keywords", "articletag"):
        if values := declared.microdata.get(key):
            yield f"microdata {key}", " | ".join(values), _split(values)
    for key in metadata("tags", "editors_meta"):
        if values := declared.meta.get(key):
            yield f"meta {key}", " | ".join(values), _split(values)
    for item in items:
        if values := tuple(names([item.get("about"), item.get("mentions")])):
            yield "json-ld about", " | ".join(values), list(values)


def _split(values: Sequence[str]) -> list[str]:
    # A list of several values has its own bounds: a comma inside one belongs to it (`Lee, CFP`).
    return [part for value in values for part in LIST_SEPARATOR.split(clean_value(value))]


def _topics(values: Iterable[str], site: Collection[str]) -> Iterator[str]:
    for value in values:
        tag = re.sub(_KIND_PREFIX, "", value.strip(' \t.,;:#"“”'))
        if tag and not re.match(_NO_TOPIC, tag) and not _is_slogan(tag, site):
            yield tag


def _is_slogan(tag: str, site: Collection[str]) -> bool:
    """Whether a tag only praises: words like `latest news` alone, or two of them and more about the site's name."""
    if is_site_name(tag, site):
        return True
    own = frozenset(title_words(tag))
    slogan = _words_of("slogan_words")
    if own <= slogan:
        return len(own) > 1
    if len(own & slogan) < 2:
        return False
    named = (frozenset(title_words(name)) for name in site)
    return any(name <= own and len(own - name) > 1 and own - name <= slogan for name in named if name)


def _is_glued(tag: str, declared: Sequence[str]) -> bool:
    """Whether a shown tag or crumb is several declared ones run together, as a list read as one text is."""
    left = "".join(title_words(tag))
    used = 0
    for known in sorted({"".join(title_words(other)) for other in declared}, key=len, reverse=True):
        if known and known in left:
            left = left.replace(known, "", 1)
            used += 1
    return used > 1 and not left


def _without_repeats(tags: Iterable[str], headline: tuple[str, ...]) -> tuple[str, ...]:
    kept: dict[tuple[str, ...], str] = {}
    for tag in tags:
        own = title_words(tag)
        if own and own != headline:
            kept.setdefault(own, tag)
    return tuple(kept.values())


@cache
def _words_of(key: str) -> frozenset[str]:
    return frozenset(word for phrase in phrases(key) for word in title_words(phrase))
