"""How alike two texts are, told from a small sketch of each.

A text is taken as the set of its runs of five words, folded, so that other paragraphs, joiners and quotes make no
difference. Of the hashes of these the smallest stand for all (a bottom-k sketch): of two sets that share half of their
runs, the smallest hashes of both together are shared by half as well, give or take four hundredths.
"""

from __future__ import annotations

import struct
from zlib import crc32

from newsx.text.fold import fold
from newsx.text.words import words

NEAR_DUPLICATE = 0.5
"""From this similarity on, two texts tell one story: a copy cut by a third or reworded at each 20th word still does."""

_WITHOUT_DANDA = str.maketrans("।॥", "  ")
"""`words` leaves it at the word before it, and one house writes a danda where another writes a full stop."""

_RUN = 5
_SIZE = 128
_SMALLEST = 16
"""Two texts that are half alike share none of their 16 smallest hashes in one case of 65,000."""


def sketch(*texts: str) -> bytes:
    """The sketch of a story's texts, 512 bytes at most; empty where no text has five words.

    >>> len(sketch("एक दो तीन चार पांच छह")), sketch("एक दो तीन")
    (8, b'')
    """
    hashes: set[int] = set()
    for text in texts:
        found = [word.encode() for word in words(fold(text).translate(_WITHOUT_DANDA))]
        hashes.update(crc32(b" ".join(found[at : at + _RUN])) for at in range(len(found) - _RUN + 1))
    smallest = sorted(hashes)[:_SIZE]
    return struct.pack(f">{len(smallest)}I", *smallest)


def similarity(one: bytes, other: bytes) -> float:
    """How alike the two texts of these sketches are: the share of runs that both have in all that either has, 0 to 1.

    >>> similarity(sketch("एक दो तीन चार पांच"), sketch("एक, दो, तीन: चार पांच।")), similarity(b"", b"")
    (1.0, 0.0)
    """
    first, second = _hashes(one), _hashes(other)
    smallest = sorted({*first, *second})[:_SIZE]
    shared = {*first} & {*second}
    return sum(found in shared for found in smallest) / len(smallest) if smallest else 0.0


def smallest(sketch: bytes) -> tuple[int, ...]:
    """The few smallest hashes of a sketch, of which a similar text shares some: a key to find it by."""
    return _hashes(sketch[: 4 * _SMALLEST])


def is_sketch(data: bytes) -> bool:
    """Whether these bytes can be a sketch."""
    return len(data) % 4 == 0 and len(data) <= 4 * _SIZE


def _hashes(sketch: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(sketch) // 4}I", sketch)
