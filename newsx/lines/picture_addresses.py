"""Addresses of pictures: which of them are one picture in several sizes, and which of these is the larger."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

# Patterns as strings: `re` compiles them when a page first needs them.
# A converted file has two: `nurse.jpg.webp`.
_FILE_TYPES = r"(?:\.[a-z]{3,5})+$"
_SIZE_IN_NAME = r"(?i)[-_](?:\d{2,4}x\d{2,4}|scaled|thumb(?:nail)?|tiny|small|large|medium|blur(?:red)?|lqip|preview)$"
_SMALL = r"(?i)[-_.=](?:thumb(?:nail)?|tiny|small|blur(?:red)?|lqip|preview)(?![a-z])"
_NUMBER = r"\d{1,6}"


def picture_name(address: str) -> str:
    """The file's name without its size; a resizing service's parameter that is an address names the file itself.

    >>> picture_name("/uploads/pul-300x200.jpg"), picture_name("https://cdn.example/r?url=https://gaon.example/pul.jpg")
    ('pul', 'pul')
    """
    try:
        parts = urlsplit(address)
        for _, value in parse_qsl(parts.query):
            if "://" in value:
                parts = urlsplit(value)
                break
    except ValueError:  # not an address at all
        return ""
    name = unquote(parts.path).rsplit("/", 1)[-1].lower()
    return re.sub(_SIZE_IN_NAME, "", re.sub(_FILE_TYPES, "", name))


def is_larger(address: str, other: str) -> bool:
    """Whether the first of two addresses of one picture is of a larger size.

    A word for a preview tells, else the first number in which they differ. An address that
    tells no size where the other one does is that of the whole picture.

    >>> is_larger("/max/800/pul.jpg", "/max/30/pul.jpg?q=20"), is_larger("/pul.jpg", "/pul-300x200.jpg")
    (True, True)
    """
    small, other_small = (re.search(_SMALL, each) is not None for each in (address, other))
    if small != other_small:
        return other_small
    own, others = ([int(number) for number in re.findall(_NUMBER, each)] for each in (address, other))
    differing = next(((first, second) for first, second in zip(own, others, strict=False) if first != second), None)
    return len(own) < len(others) if differing is None else differing[0] > differing[1]
