"""Addresses of one picture in several sizes."""

from __future__ import annotations

import pytest

from newsx.lines.picture_addresses import is_larger, picture_name


@pytest.mark.parametrize(
    ("larger", "smaller"),
    [
        ("/max/800/n.jpg", "/max/30/n.jpg?q=20"),
        ("/n-1200x675.jpg", "/n-300x200.jpg"),
        ("/n.jpg", "/n-300x200.jpg"),
        ("/n-300x200.jpg", "/n-thumb.jpg"),
        ("/n.jpg?w=1200&q=75", "/n.jpg?w=60&q=90"),
        ("/n.jpg?size=large", "/n.jpg?size=small"),
        ("/2026/05/12/n.jpg", "/2026/05/12/n-small.jpg"),
    ],
)
def test_the_larger_of_two_sizes_is_told_by_their_addresses(larger: str, smaller: str) -> None:
    """Both ways round."""
    assert picture_name(larger) == picture_name(smaller) == "n"
    assert is_larger(larger, smaller)
    assert not is_larger(smaller, larger)


@pytest.mark.parametrize(
    ("address", "other"), [("/n.jpg", "/n.jpg"), ("/n.jpg", "/n.webp"), ("/tiny-house.jpg", "/tiny-house.webp")]
)
def test_none_of_two_addresses_without_a_size_is_larger(address: str, other: str) -> None:
    """Another form of file is no other size, nor is a word that begins the name."""
    assert not is_larger(address, other)
    assert not is_larger(other, address)


@pytest.mark.parametrize("address", ["", "https://[", "https://gaon.example/"])
def test_what_is_no_address_of_a_file_has_no_name(address: str) -> None:
    """No error, whatever stands in the markup."""
    assert picture_name(address) == ""
