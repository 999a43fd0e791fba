"""What a page declares of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsx.page import Declared
from newsx.read.html import read_html
from newsx.read.json_ld import json_ld_objects

_CASES = json.loads((Path(__file__).parent / "cases" / "json_ld.json").read_text("utf-8"))
_STORY = "".join(
    f"<p>झील की सफाई के {number} दिन बाद पानी का स्तर बढ़ा और नावें फिर चलने लगीं, ऐसा नाविक संघ ने बताया।</p>"
    for number in range(3, 9)
)


def _declared(head: str) -> Declared:
    article = f"<article><h1>झील में नावें लौटीं</h1>{_STORY}</article>"
    page = f"<html lang='hi'><head>{head}</head><body><main>{article}</main></body></html>"
    return read_html(page).declared


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_json_ld_is_read_as_pages_write_it(case: dict[str, object]) -> None:
    """Each object of a script is found, whatever stands around it."""
    assert [item.get("headline") for item in json_ld_objects(str(case["script"]))] == case["headlines"]


def test_json_ld_nested_beyond_reason_gives_nothing() -> None:
    """A script that nests a hundred thousand lists neither raises nor hangs."""
    assert list(json_ld_objects("[" * 100_000)) == []


def test_title_language_meta_and_links_are_read() -> None:
    """Names are lower case, several values of one name keep their order."""
    declared = _declared(
        "<title>झील में नावें &amp; नाविक</title><meta property='OG:Title' content='झील'><meta name='keywords' content='क'>"
        "<meta name='keywords' content='ख'><link rel='canonical' href=' https://taal.example/jheel '>"
    )
    assert declared.title == "झील में नावें & नाविक"
    assert declared.language == "hi"
    assert declared.meta["og:title"] == ("झील",)
    assert declared.meta["keywords"] == ("क", "ख")
    assert declared.links["canonical"] == ("https://taal.example/jheel",)
