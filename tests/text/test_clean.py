"""Text is cleaned alike by the short way and by the long one."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from newsx.text.clean import clean, collapse, remove_invisible

SIGNS = "नाक ़्\u200c\u200d\u200b\u00a0\u2028\u00ad\ufeff\t\n\x1c\x85 a."


@given(st.text() | st.text(alphabet=SIGNS))
def test_cleaning_is_removing_and_collapsing(text: str) -> None:
    """Whatever a text is made of, nothing but what cannot be seen and doubled white space goes."""
    assert clean(text) == collapse(remove_invisible(text))


def test_every_sign_is_cleaned_so() -> None:
    """No sign of Unicode is printable and yet removed or made a space."""
    for sign in map(chr, range(sys.maxunicode + 1)):
        text = f"a{sign} b"
        assert clean(text) == collapse(remove_invisible(text)), f"U+{ord(sign):04X}"


def test_signs_of_icon_fonts_are_no_text() -> None:
    """A private-use character means what the page's own font makes of it."""
    assert clean("पुल के पास \ue80a बैरिकेड\uf0c1 \U000f0001लगे") == "पुल के पास बैरिकेड लगे"
