"""Short ways to a labelled page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsx.label import label
from newsx.page import LabelledPage
from newsx.read.html import read_html
from newsx.read.text import read_text

Labelled = Callable[[str], LabelledPage]
Roles = Callable[[str], list[tuple[str, str]]]
Story = Callable[..., str]

PARAGRAPHS = (
    "भागलपुर। गंगा का जलस्तर मंगलवार सुबह खतरे के निशान से नीचे आ गया और राहत शिविरों से लोग घर लौटने लगे हैं। "
    "जिला प्रशासन ने बताया कि तटबंध पर रात में भी निगरानी जारी रहेगी।",
    "सिंचाई विभाग के अभियंता रमेश मंडल ने कहा कि तटबंध की मरम्मत का काम अगले सप्ताह तक पूरा कर लिया जाएगा। "
    "इसके लिए पांच सौ मजदूर लगाए गए हैं और पत्थर पास के जिले से मंगाए गए हैं।",
    "गांव वालों का कहना है कि उन्हें अब भी पीने का साफ पानी नहीं मिल रहा है। "
    "टैंकर दिन में केवल एक बार आता है और बस्ती के आखिरी घर तक पहुंचते-पहुंचते खाली हो जाता है।",
)
HEADLINE = "गंगा का जलस्तर घटा, राहत शिविरों से घर लौटने लगे लोग"


def role_of(pairs: list[tuple[str, str]], beginning: str) -> str:
    """The role of the first block with this beginning."""
    return next(role for role, text in pairs if text.startswith(beginning))


def body_of(pairs: list[tuple[str, str]]) -> list[str]:
    """The texts of the body, in order."""
    return [text for role, text in pairs if role in ("body", "subheading")]


def roles_of(page: LabelledPage) -> list[tuple[str, str]]:
    """The role and text of each block, in order."""
    return [(given.role, block.text) for block, given in zip(page.page.blocks, page.labels, strict=True)]


def roles_of_html(inner: str, head: str = "") -> list[tuple[str, str]]:
    """The role and text of each block of a page with this body."""
    return roles_of(
        label(read_html(f"<html><head>{head}</head><body>{inner}</body></html>", url="https://ghati.example/x"))
    )


@pytest.fixture
def labelled() -> Labelled:
    """Labels a text dump."""
    return lambda text: label(read_text(text))


@pytest.fixture
def roles(labelled: Labelled) -> Roles:
    """The role and text of each block of a text dump, in order."""
    return lambda text: roles_of(labelled(text))


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    """Three paragraphs of one story; the first opens with a dateline."""
    return PARAGRAPHS


@pytest.fixture
def story() -> Story:
    """A dump of a headline and three paragraphs, with lines put before, between or behind them."""

    def build(*, above: str = "", opening: str = "", between: str = "", below: str = "") -> str:
        parts = [above, HEADLINE, opening, PARAGRAPHS[0], between, PARAGRAPHS[1], PARAGRAPHS[2], below]
        return "\n\n".join(part for part in parts if part)

    return build
