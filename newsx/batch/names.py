"""Names of output files: like their inputs', and safe on every file system."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata

PART_LIMIT = 255
"""Bytes in one part of a path, of Linux's file systems; 103 Hindi letters already take more."""

_UNSAFE = re.compile(
    '[<>:"|?*\\\\\x00-\x1f\x7f-\x9f'  # no part of names on Windows; controls
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # bidi controls and line ends would show another name
    "\ud800-\udfff\ufffe\uffff]"  # bytes that are no text, and no characters
)
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
_JOINERS = "\u200c\u200d"
_VIRAMA = 9  # canonical combining class: the letter behind it may join the one before
_DIGEST = 8


def output_name(mirrored: str, suffix: str) -> str:
    """The path of an output inside the output folder, parts joined by ``/``.

    The output of ``a/page.html`` is ``a/page.html.json``: with the whole name of its input in it, it does not depend on
    what else stands in the folder. Parts that are too long are cut, at a whole letter, and keep a digest of the rest.

    >>> output_name("a/../b:c/page.html", ".json")
    'a/__/b_c/page.html.json'
    """
    *folders, name = mirrored.split("/")
    return "/".join([*(_safe(folder, "") for folder in folders if folder), _safe(name, suffix)])


def told_apart(output: str, name: str, suffix: str) -> str:
    """Another path for the output of the input `name`, for when `output` is that of another input."""
    folder, slash, part = output.rpartition("/")
    return folder + slash + _cut(part.removesuffix(suffix), _marked(name, suffix))


def collision_key(output: str) -> str:
    """Equal for paths that are the same file on a file system that ignores case or normal forms."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", output).casefold())


def _safe(part: str, suffix: str) -> str:
    safe = _UNSAFE.sub("_", part)
    if not part or safe.startswith(".") or _DEVICES.match(safe):
        safe = f"_{safe[1:]}" if safe.startswith(".") else f"_{safe}"
    if not suffix and safe[-1:] in (".", " "):  # Windows drops them
        safe = f"{safe[:-1]}_"
    if len(os.fsencode(safe + suffix)) <= PART_LIMIT:
        return safe + suffix
    return _cut(safe, _marked(part, suffix))


def _marked(text: str, suffix: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
    return f"~{digest[:_DIGEST]}{suffix}"


def _cut(text: str, end: str) -> str:
    """The text and this end behind it, the text cut before a letter so that both fit."""
    room = PART_LIMIT - len(end.encode())
    kept = text.encode()[:room].decode("utf-8", "ignore")
    while kept != text and kept and _joined(kept[-1], text[len(kept)]):
        kept = kept[:-1]
    return kept + end


def _joined(before: str, after: str) -> bool:
    """Whether the two characters stand in one letter or conjunct, and no cut may go between them."""
    return (
        unicodedata.category(after)[0] == "M"
        or after in _JOINERS
        or before in _JOINERS
        or unicodedata.combining(before) == _VIRAMA
    )
