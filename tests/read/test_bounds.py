"""A page that would fill the memory is refused with a clear line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.memory import SHAPES, measure
from newsx.errors import InputTooLargeError
from newsx.pipeline import read_page
from newsx.read.bounds import LEAST_BLOCKS, LEAST_NODES


@pytest.mark.parametrize(
    ("unit", "number", "kind"),
    [
        ("<p>x</p>", LEAST_BLOCKS + 1, "too_many_blocks"),
        ("x<br>", LEAST_BLOCKS + 1, "too_many_blocks"),
        ("<b>x</b>", LEAST_NODES + 1, "too_many_elements"),
        ("<p a=b c=d>", LEAST_NODES // 2, "too_many_elements"),
    ],
)
def test_page_of_too_many_parts_is_refused(unit: str, number: int, kind: str) -> None:
    """One line says what is wrong and what to do."""
    with pytest.raises(InputTooLargeError, match="save one story alone") as caught:
        read_page(b"<html><body>" + unit.encode() * number)
    assert caught.value.kind == kind
    assert "\n" not in str(caught.value)


def test_a_larger_page_may_have_more() -> None:
    """In proportion to its size."""
    paragraphs = b"<p>x</p>" * (LEAST_BLOCKS + 1)
    assert len(read_page(b"<html><body>" + b" " * 200 * LEAST_BLOCKS + paragraphs).blocks) == LEAST_BLOCKS + 1


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for the memory of a process")
@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in ("prose", "one text")])
def test_page_takes_no_more_than_twenty_times_its_size(shape: str) -> None:
    """However much markup it has; what is mostly text takes less, and long to extract."""
    size = 1_000_000
    peak, _, _ = measure(*SHAPES[shape], size)
    assert peak < 20 * size


def test_text_of_too_many_lines_is_refused() -> None:
    """A dump has the same bound."""
    with pytest.raises(InputTooLargeError, match="paragraphs"):
        read_page("पुल\n\n".encode() * (LEAST_BLOCKS + 1))


def test_the_size_of_a_text_is_that_of_its_bytes() -> None:
    """A letter of Hindi has three, so that a dump of it may have as many paragraphs as a page of its size."""
    number = LEAST_BLOCKS + 1
    long = "प" * (200 * number // 3 + 1)
    assert len(read_page(("पुल\n\n" * (number - 1) + long).encode(), form="text").blocks) == number


def test_signs_in_scripts_are_no_elements() -> None:
    """A page with much data for its scripts is a page."""
    data = f"<html><body><script>{'a<b=c;' * LEAST_NODES}</script><p>पुल बंद</p></body></html>"
    assert [block.text for block in read_page(data.encode()).blocks] == ["पुल बंद"]


_LITTLE_MEMORY = """
import resource, sys
from newsx.pipeline import read_page
from newsx.errors import NewsxError
from newsx.read import bounds, tree
tree.most_nodes = lambda size: 10 ** 9
read_page(b"<p>x</p>")
data = b"<html><body>" + b"<b>x</b>" * 3_000_000
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (200 << 20),) * 2)
try:
    read_page(data)
except NewsxError as error:
    print(error.kind)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of memory")
def test_tree_beyond_the_memory_is_no_page_without_markup() -> None:
    """The parser's error of memory is told as what it is."""
    done = subprocess.run([sys.executable, "-c", _LITTLE_MEMORY], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "memory", done.stderr
