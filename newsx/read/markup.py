"""What tags, attributes, class names and ids tell of an element's role."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast

from newsx.hindi.data import load_toml
from newsx.page import Label, Role

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_TAGS: dict[str, Role] = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "related",
    "form": "other",
    "button": "other",
    "menu": "navigation",
    "figcaption": "caption",
    "address": "byline",
}
_ARIA_ROLES: dict[str, Role] = {
    "navigation": "navigation",
    "banner": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "contentinfo": "footer",
    "complementary": "related",
    "search": "navigation",
    "dialog": "other",
    "alertdialog": "other",
    "button": "other",
    "toolbar": "share",
    "tablist": "navigation",
}
_ID_WORDS = 4
"""Words of the longest id that counts; longer ones are made from a heading's text and speak of the story."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class _Names(NamedTuple):
    role: Role
    words: tuple[str, ...]
    stems: tuple[str, ...]


@cache
def _roles() -> tuple[_Names, ...]:
    return tuple(
        _Names(cast(Role, entry["role"]), tuple(f" {phrase} " for phrase in entry["words"]), tuple(entry["stems"]))
        for entry in load_toml("newsx.read", "markup.toml")["roles"]
    )


@lru_cache(maxsize=8192)
def role_of_names(names: str) -> Label | None:
    """The role that class names and ids tell, by the words of ``markup.toml``.

    >>> role_of_names("story__relatedNews--x1")
    Label(role='read_also', reason='class names "related"')
    """
    words = f" {' '.join(_WORD.findall(names)).lower()} "
    lowered = names.lower()
    for role, phrases, stems in _roles():
        for phrase in phrases:
            if phrase in words:
                return Label(role, f'class names "{phrase.strip()}"')
        for stem in stems:
            if stem in lowered:
                return Label(role, f'class names "{stem}"')
    return None


def names_of(element: Any) -> str:
    """Class names and id of an element of lxml or BeautifulSoup, in one string."""
    classes, identity = element.get("class"), element.get("id")
    if identity and len(_WORD.findall(identity)) <= _ID_WORDS:
        return f"{classes} {identity}" if classes else str(identity)
    return classes or ""


def is_hidden(element: Any) -> bool:
    """The element's own attributes say that it is not shown."""
    get = element.get
    style = get("style")
    return get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def role_of_markup(tag: str, element: Any) -> Label | None:
    """The role that the element's tag, ARIA role, visibility or names tell, with the reason, or None."""
    if is_hidden(element):
        return Label("hidden", "not displayed")
    role = _TAGS.get(tag)
    if role is not None and role != "byline":
        named = role_of_names(names_of(element)) if role in ("navigation", "related", "footer") else None
        return named or Label(role, f"<{tag}>")
    aria = element.get("role")
    if aria:
        role = _ARIA_ROLES.get(aria)
        if role is not None:
            return Label(role, f'role="{aria}"')
    names = names_of(element)
    return role_of_names(names) if names else None
