"""Labelled pages built by hand, for the tests of single fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from newsx.page import Block, Box, Declared, Label, LabelledPage, Page, PageImage, Role

BuildPage = Callable[..., LabelledPage]


def build(  # noqa: PLR0913 - one argument for each thing that a page can declare
    *blocks: tuple[Role, str] | tuple[Role, Block],
    title: str | None = None,
    json_ld: Sequence[Mapping[str, Any]] = (),
    meta: Mapping[str, str | Sequence[str]] | None = None,
    microdata: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    images: Sequence[PageImage] = (),
    addresses: Sequence[str] = (),
    boxes: Sequence[Box] = (),
    language: str | None = None,
) -> LabelledPage:
    """A labelled page of these blocks (role and text), declaring these things; one value stands for a tuple of it."""
    many = {key: (value,) if isinstance(value, str) else tuple(value) for key, value in (meta or {}).items()}
    declared = Declared(
        title=title,
        json_ld=tuple(json_ld),
        meta=many,
        microdata={key: (value,) for key, value in (microdata or {}).items()},
        links={key: (value,) for key, value in (links or {}).items()},
        images=tuple(images),
        language=language,
    )
    made = [(role, Block(what) if isinstance(what, str) else what) for role, what in blocks]
    page = Page("html", tuple(block for _, block in made), declared, tuple(boxes), tuple(addresses))
    return LabelledPage(page, tuple(Label(role, "built by hand") for role, _ in made))


@pytest.fixture
def page() -> BuildPage:
    """Builds a labelled page: `page(("headline", "..."), title="...", meta={"og:title": "..."})`."""
    return build
