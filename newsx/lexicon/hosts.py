"""Host names: who owns one, and which tell nothing of whose page it is. Data: hosts.toml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal
from urllib.parse import urlsplit

from newsx.lexicon.load import load_toml

_LONGEST_HOST = 253
"""Letters of a host name that can be (RFC 1035)."""


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
    generic = _data()["labels"]["generic"]
    return [label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 2 and label not in generic]


def domains(host: str) -> Iterator[str]:
    """A host name without ``www.`` and those above it; of what is too long for one, none.

    >>> list(domains("hindi.gaon.example"))
    ['hindi.gaon.example', 'gaon.example', 'example']
    """
    name = host.lower().removeprefix("www.") if len(host) <= _LONGEST_HOST else ""
    while name:
        yield name
        name = name.partition(".")[2]


@cache
def host_ends() -> frozenset[str]:
    """The last labels by which a word is known for a host name."""
    return frozenset(_data()["labels"]["ends"])


def owner_of(host: str) -> str:
    """The part of a host name that one owner has registered.

    >>> owner_of("hindi.gaon.example"), owner_of("www.gaon.co.in")
    ('gaon.example', 'gaon.co.in')
    """
    labels = host.split(".")
    # In `gaon.co.in` the second label from the end belongs to the country, not to the owner.
    count = 3 if len(labels) > 2 and labels[-2] in _data()["labels"]["of_countries"] else 2
    return ".".join(labels[-count:])


def same_owner(one: str, other: str) -> bool:
    """Whether two addresses are on hosts of one owner."""
    return owner_of(host_of(one)) == owner_of(host_of(other))


def is_listed(host: str, kind: Literal["copies", "elsewhere"]) -> bool:
    """Whether hosts.toml lists a host, or one above it, among the `copies` or as `elsewhere`."""
    known = _data()[kind]
    if "." in host and owner_of(host).partition(".")[0] in known["names"]:
        return True
    return not set(known["hosts"]).isdisjoint(domains(host))


def _data() -> dict[str, Any]:
    return load_toml("newsx.lexicon", "hosts.toml")
