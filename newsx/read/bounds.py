"""How much a page may hold: what costs memory by its number has a bound in proportion to its size, and an error.

With these bounds a page takes some twenty times its size of memory at most, or some 20 MB where it is small.
"""

from __future__ import annotations

from newsx.errors import InputTooLargeError

LEAST_NODES, MAX_NODES = 70_000, 500_000
"""Elements and attributes that the markup of any page may have, and of the largest; news sites have some 20,000."""
LEAST_BLOCKS, MAX_BLOCKS = 11_000, 50_000
"""Paragraphs that any page may have, and the largest; of 1,595 saved pages the longest has 1,708."""
_NODE_BYTES = 20
"""Bytes of a page for each further element or attribute: in large saved pages one takes 40 to 80."""
_BLOCK_BYTES = 200
"""Bytes of a page for each further paragraph: in saved pages one takes some 300, and 74 at least."""


def most_nodes(size: int) -> int:
    """The elements and attributes that a page of so many bytes may have.

    >>> most_nodes(20_000), most_nodes(2_000_000)
    (70000, 100000)
    """
    return min(MAX_NODES, max(LEAST_NODES, size // _NODE_BYTES))


def most_blocks(size: int) -> int:
    """The paragraphs that a page of so many bytes may have."""
    return min(MAX_BLOCKS, max(LEAST_BLOCKS, size // _BLOCK_BYTES))


def too_many_nodes(most: int) -> InputTooLargeError:
    """The error of a page of more than `most_nodes`."""
    return InputTooLargeError(
        f"its markup has more than {most:,} elements and attributes, as no news page of its size has; "
        "save one story alone",
        kind="too_many_elements",
    )


def too_many_blocks(most: int) -> InputTooLargeError:
    """The error of a page of more than `most_blocks`."""
    return InputTooLargeError(
        f"it has more than {most:,} paragraphs, as no news page of its size has; save one story alone",
        kind="too_many_blocks",
    )
