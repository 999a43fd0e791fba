"""What a page's JSON-LD says of the article: which object is the article, and the words out of a value of any shape.

Types and properties are those of https://schema.org/Article; pages write them with and without prefix, alone and in
lists, whole and as ``{"@id": ...}`` references to an object elsewhere on the page (https://www.w3.org/TR/json-ld11/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from newsx.page import Declared, LabelledPage
from newsx.text.clean import clean, undo_entities
from newsx.text.fold import fold
from newsx.text.words import words

Object = Mapping[str, Any]

_STORY_TYPES = frozenset({"Report", "Review", "CriticReview", "Recipe", "HowTo", "ImageGallery", "MediaGallery"})
_MEDIA_TYPES = frozenset({"VideoObject", "AudioObject", "PodcastEpisode", "RadioEpisode", "TVEpisode", "Clip"})
_SAME_TITLE = 0.6
_NAMING_KEYS = ("name", "@value", "headline", "title", "text", "alternateName")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def types_of(item: Object) -> tuple[str, ...]:
    """The types of an object by their bare names.

    >>> types_of({"@type": ["schema:NewsArticle", "https://schema.org/Report"]})
    ('NewsArticle', 'Report')
    """
    stated = item.get("@type")
    values = stated if isinstance(stated, list) else [stated]
    return tuple(_behind_last_mark(value) for value in values if isinstance(value, str))


def article_objects(declared: Declared) -> tuple[Object, ...]:
    """The objects that describe the page's article, best first, references in their values resolved.

    Articles of other stories (a related list) are left out where one object fits the page's address or title. A video
    or audio object counts only where there is no article object and it bears the page's title: else it is a player's.
    """
    if declared.articles is not None:
        return declared.articles
    by_id = _by_id(declared)
    items = list(_with_main_entities(declared))
    stories = [item for item in items if any(_is_story_type(name) for name in types_of(item))]
    addresses, titles = _page_addresses(declared), _page_titles(declared)
    if not stories:
        stories = [
            item
            for item in items
            if _MEDIA_TYPES.intersection(types_of(item)) and _is_whole_page(item, addresses, titles)
        ]
    fits = [_fit(item, addresses, titles) for item in stories]
    if _FITS in fits:
        kept = [(item, fit) for item, fit in zip(stories, fits, strict=True) if fit != _ANOTHER]
    else:
        kept = list(zip(stories, fits, strict=True))
    kept.sort(key=lambda pair: (-pair[1], -_fullness(pair[0])))
    return tuple(_resolved(item, by_id) for item, _ in kept)


def with_articles(labelled: LabelledPage) -> LabelledPage:
    """The page with its `article_objects` found, so that a dozen fields do not search for them a dozen times."""
    declared = labelled.page.declared
    found = replace(declared, articles=article_objects(declared))
    return replace(labelled, page=replace(labelled.page, declared=found))


def objects_of_type(declared: Declared, *names: str) -> tuple[Object, ...]:
    """The page's objects of these types in page order, references in their values resolved."""
    by_id = _by_id(declared)
    wanted = frozenset(names)
    return tuple(_resolved(item, by_id) for item in declared.json_ld if wanted.intersection(types_of(item)))


def names(value: Any) -> list[str]:
    """The names in a value that may be a string, an object with a name, or a list of these; cleaned, without repeats.

    >>> names([{"@type": "Person", "name": "मीरा जोशी"}, "Ravi Rao", {"name": ["Ravi Rao", ""]}])
    ['मीरा जोशी', 'Ravi Rao']
    """
    found: dict[str, None] = {}
    waiting = [value]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, (list, tuple)):
            waiting[:0] = part
        elif isinstance(part, Mapping):
            waiting[:0] = [part[key] for key in _NAMING_KEYS if part.get(key)][:1]
        elif isinstance(part, str) and (text := clean_value(part)):
            found[text] = None
    return list(found)


def text_of(value: Any) -> str | None:
    """The first text in a value of any shape, cleaned: a string itself, an object's name, a list's first; None if none.

    >>> text_of([{"@type": "Text", "@value": " नदी &amp;amp; नाव "}]), text_of({"@id": "#x"}), text_of(2021)
    ('नदी & नाव', None, '2021')
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return next(iter(names(value)), None)


def url_of(value: Any) -> str | None:
    """The first address in a value: a string itself, an object's ``url``, ``contentUrl`` or ``@id``, a list's first."""
    if isinstance(value, str):
        return clean_value(value) or None
    if isinstance(value, Mapping):
        return next((found for key in ("url", "contentUrl", "@id") if (found := url_of(value.get(key)))), None)
    if isinstance(value, (list, tuple)):
        return next((found for part in value if (found := url_of(part))), None)
    return None


def clean_value(text: str) -> str:
    """A declared string as a record holds it: entities undone, markup dropped, white space collapsed."""
    bare = _MARKUP.sub("", undo_entities(text)) if "&" in text or "<" in text else text
    return clean(bare)


def absolute(address: str, base: str | None) -> str | None:
    """A declared address in full, read against the page's own where that is known; None for what is no web address.

    >>> absolute("/a.jpg", "https://gaon.example/1"), absolute("//gaon.example/a.jpg", None), absolute("/a.jpg", None)
    ('https://gaon.example/a.jpg', 'https://gaon.example/a.jpg', None)
    """
    return whole_address(clean_value(address), base)


def whole_address(address: str, base: str | None) -> str | None:
    """The same for an address of the markup, of which the parser has read the entities: ``&copy=1`` is none of them."""
    try:
        joined = urljoin(base or "https:", address)
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None


_FITS, _UNKNOWN, _ANOTHER = 2, 1, 0


def _fit(item: Object, addresses: frozenset[str], titles: tuple[str, ...]) -> int:
    own = {_comparable(found) for key in ("url", "mainEntityOfPage", "@id") if (found := url_of(item.get(key)))}
    if own & addresses:
        return _FITS
    headline = fold(text_of(item.get("headline")) or text_of(item.get("name")) or "")
    if headline and any(_same_story(headline, title) for title in titles):
        return _FITS
    return _ANOTHER if own and addresses else _UNKNOWN


def _is_whole_page(item: Object, addresses: frozenset[str], titles: tuple[str, ...]) -> bool:
    """Whether a video or audio object is what the page is about, and not a player's: half of its title is no proof."""
    if _fit(item, addresses, ()) == _FITS:
        return True
    own = frozenset(words(fold(text_of(item.get("headline")) or text_of(item.get("name")) or "")))
    shared = [2 * len(own & other) / (len(own) + len(other)) for title in titles if (other := frozenset(words(title)))]
    return max(shared, default=0.0) >= _SAME_TITLE


def _same_story(headline: str, title: str) -> bool:
    own, others = frozenset(words(headline)), frozenset(words(title))
    return headline in title or 2 * len(own & others) >= min(len(own), len(others)) > 0


def _behind_last_mark(name: str) -> str:
    return name.replace("#", "/").replace(":", "/").rpartition("/")[2].strip()


def _fullness(item: Object) -> int:
    wanted = ("headline", "datePublished", "author", "publisher", "image", "articleBody", "keywords", "description")
    return sum(bool(item.get(key)) for key in wanted)


def _is_story_type(name: str) -> bool:
    return (name.endswith(("Article", "Posting")) and name != "JobPosting") or name in _STORY_TYPES


def _by_id(declared: Declared) -> dict[str, Object]:
    found: dict[str, Object] = {}
    for item in declared.json_ld:
        name = item.get("@id")
        if isinstance(name, str) and len(item) > len(found.get(name, ())):
            found[name] = item
    return found


def _with_main_entities(declared: Declared) -> Iterator[Object]:
    for item in declared.json_ld:
        yield item
        inner = item.get("mainEntity")
        for part in inner if isinstance(inner, list) else [inner]:
            if isinstance(part, Mapping) and not _is_reference(part) and types_of(part):
                yield part


def _is_reference(value: Any) -> bool:
    return isinstance(value, Mapping) and "@id" in value and len(value) <= 1 + ("@type" in value)


def _resolved(item: Object, by_id: Mapping[str, Object]) -> Object:
    def resolve(value: Any) -> Any:
        if isinstance(value, list):
            return [resolve(part) for part in value]
        return by_id.get(str(value["@id"]), value) if _is_reference(value) else value

    return {key: resolve(value) for key, value in item.items()}


def _page_addresses(declared: Declared) -> frozenset[str]:
    stated = (*declared.links.get("canonical", ()), *declared.meta.get("og:url", ()))
    return frozenset(_comparable(address) for address in stated if address.strip())


def _page_titles(declared: Declared) -> tuple[str, ...]:
    stated = [*declared.meta.get("og:title", ()), *declared.meta.get("twitter:title", ()), declared.title or ""]
    return tuple(folded for title in stated if (folded := fold(clean_value(title))))


def _comparable(address: str) -> str:
    bare = re.sub(r"^(?:https?:)?//(?:www\.|m\.)?", "", address.strip(), flags=re.IGNORECASE)
    return re.split(r"[?#]", bare)[0].rstrip("/").lower()
