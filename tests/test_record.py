"""The record keeps everything on its way to a dictionary, to JSON and between processes, and back."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import newsx
from newsx.article import Article, BodyBlock, Evidence, Image, Link, Other, Source, Warned
from newsx.errors import RecordError
from newsx.write.schema import schema

SOURCE = Source(name="पन्ना.html", form="html", encoding="utf-8", encoding_by="bom", bytes=7, sha256="0" * 64)

BARE = Article(
    is_article=False, page_type="unknown", headline=None, source=Source(None, "text", None, None, 1, "a" * 64)
)

FULL = Article(
    is_article=True,
    page_type="live",
    headline="क्\u200dया होगी बारिश? “राज्य” तैयार",
    source=SOURCE,
    alternative_headline="Rain alert",
    summary="सार की पंक्ति।",
    highlights=("पहला", "दूसरा"),
    body=(
        BodyBlock("heading", "उपशीर्षक", level=2),
        BodyBlock("heading", "बिना स्तर का"),
        BodyBlock("paragraph", "पहला पैरा।"),
        BodyBlock("list_item", "एक बिंदु"),
        BodyBlock("quote", "‘कथन’"),
        BodyBlock("table", "क ख\nग घ", rows=(("क", "ख"), ("ग", "घ"))),
        BodyBlock("update", "ताजा खबर", time="2026-11-20T17:33+05:30"),
        BodyBlock("update", "बिना समय की खबर"),
        BodyBlock("image", "", url="https://bhor.example/c.jpg", caption="पुल", credit=None),
        BodyBlock("paragraph", "दूसरा पैरा।", links=(Link("पैरा", "https://bhor.example/d", 6, 10),)),
        BodyBlock("heading", "अंत", level=2, links=(Link("अंत", "https://bhor.example/e", 0, 3),)),
    ),
    authors=("रमा देवी",),
    agency="भाषा",
    publisher="दैनिक भोर",
    site="bhor.example",
    dateline="पटना",
    published="2026-11-20T17:33+05:30",
    modified="2026-11-21",
    published_precision="minute",
    section="बिहार",
    breadcrumbs=("होम", "बिहार"),
    tags=("बारिश",),
    image=Image("https://bhor.example/a.jpg", "चित्र", None),
    url="https://bhor.example/a",
    language="hi",
    access="free",
    evidence={
        "headline": Evidence("block 3", "raw", (Other("दूसरा शीर्षक", "meta og:title"),)),
        "tags": Evidence("block 9 (tags)", "raw", (Other(("बारिश", "पटना"), "meta keywords"),)),
        "image": Evidence(
            "meta og:image", "raw", (Other(Image("https://bhor.example/b.jpg", "दूसरा"), "json-ld image"),)
        ),
    },
    warnings=(Warned("bad_bytes", "2"),),
)

both = pytest.mark.parametrize("article", [BARE, FULL], ids=["bare", "full"])


@both
def test_dictionary_and_back_is_the_same_article(article: Article) -> None:
    """`from_dict` undoes `to_dict`, block types, levels, rows and times included."""
    assert Article.from_dict(article.to_dict()) == article


@both
@pytest.mark.parametrize("pretty", [False, True])
def test_json_and_back_is_the_same_article(article: Article, pretty: bool) -> None:
    """JSON holds the whole record, and Hindi as it is."""
    text = article.to_json(pretty=pretty)
    assert Article.from_dict(json.loads(text)) == article
    assert ("\n" in text) is pretty
    assert "\\u" not in text


@both
def test_pickle_and_back_is_the_same_article(article: Article) -> None:
    """Articles go between processes."""
    assert pickle.loads(pickle.dumps(article)) == article


@both
def test_record_is_valid_under_the_published_schema(article: Article) -> None:
    """Every value that the record can hold is one that the schema allows."""
    Draft202012Validator(schema()).validate(article.to_dict())


@both
def test_keys_are_those_of_the_schema_in_its_order(article: Article) -> None:
    """The record has every key of the published interface, told or not, and no other."""
    assert list(article.to_dict()) == list(schema()["properties"]) == schema()["required"]


def test_schema_is_a_valid_schema() -> None:
    """The published schema is one by its own standard."""
    Draft202012Validator.check_schema(schema())


def test_text_is_the_body_with_blank_lines() -> None:
    """The text follows from the body and holds nothing else; pictures are no text."""
    assert FULL.text.split("\n\n") == [block.text for block in FULL.body if block.type != "image"]
    assert BARE.text == ""


def test_records_can_be_told_apart_and_kept_unchanged() -> None:
    """An article is a value: it cannot be changed, and none shares its lists with a dictionary made of it."""
    with pytest.raises(AttributeError):
        FULL.headline = "x"  # type: ignore[misc]
    record = FULL.to_dict()
    record["tags"].append("x")
    assert FULL.to_dict() != record


@pytest.mark.parametrize(
    "links", [None, 7, [7], [{"text": "पैरा"}], [{"text": "पैरा", "url": "x", "start": -1, "end": 1}]]
)
def test_links_of_another_shape_are_refused(links: Any) -> None:
    """A key that only some blocks have is looked at where it stands."""
    data = FULL.to_dict() | {"body": [{"type": "paragraph", "text": "पैरा", "links": links}]}
    with pytest.raises(RecordError, match=r"body\.0"):
        Article.from_dict(data)


def test_keys_that_are_unknown_may_stand_in_a_block() -> None:
    """A later newsx may have more of them."""
    data = FULL.to_dict() | {"body": [{"type": "paragraph", "text": "पैरा", "level": 7, "later": None}]}
    assert Article.from_dict(data).body == (BodyBlock("paragraph", "पैरा"),)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in FULL.to_dict().items() if name != key}


@pytest.mark.parametrize(
    "data",
    [
        {},
        without("schema"),
        without("body"),
        without("image"),
        FULL.to_dict() | {"schema": "2"},
        FULL.to_dict() | {"page_type": "poem"},
        FULL.to_dict() | {"body": [{"type": "paragraph"}]},
        FULL.to_dict() | {"source": {"name": "x"}},
        FULL.to_dict() | {"tags": None},
        FULL.to_dict() | {"evidence": []},
    ],
)
def test_what_is_no_record_is_refused(data: dict[str, Any]) -> None:
    """A dictionary of another shape or version is an error of newsx, in one line."""
    with pytest.raises(RecordError) as raised:
        Article.from_dict(data)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", [name for name in newsx.__all__ if name.endswith("Error")])
def test_errors_go_between_processes(name: str) -> None:
    """An error comes back with its class, message and kind, and is a `NewsxError`."""
    error = getattr(newsx, name)("यह पन्ना नहीं है", kind="some_kind")
    back = pickle.loads(pickle.dumps(error))
    assert isinstance(back, newsx.NewsxError)
    assert (type(back), str(back), back.kind) == (type(error), "यह पन्ना नहीं है", "some_kind")


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all values in a record."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*path, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, (*path, number))


@pytest.mark.parametrize("place", list(_places(FULL.to_dict())), ids=lambda place: ".".join(map(str, place)))
@pytest.mark.parametrize("wrong", [None, True, 7, 1.5, "x", [], [7], {}, {"x": 1}, [[]]], ids=repr)
def test_each_value_is_of_its_kind(place: tuple[str | int, ...], wrong: Any) -> None:
    """What the schema takes is read, and what is read comes out again as it was read."""
    data = copy.deepcopy(FULL.to_dict())
    inside = data
    for key in place[:-1]:
        inside = inside[key]  # type: ignore[index]
    inside[place[-1]] = wrong  # type: ignore[index]
    valid = Draft202012Validator(schema()).is_valid(data)
    try:
        read = Article.from_dict(data)
    except RecordError as error:
        told = str(error)
    else:
        assert Article.from_dict(read.to_dict()) == read
        assert json.loads(read.to_json())
        assert isinstance(read.text + read.to_markdown() + read.to_text(), str)
        return
    assert not valid, told
    assert "\n" not in told
    assert len(told) < 300


@pytest.mark.parametrize("data", [None, 5, "x", [], [{}], b"{}"])
def test_what_is_no_dictionary_is_refused(data: Any) -> None:
    """As any other thing that is no record."""
    with pytest.raises(RecordError):
        Article.from_dict(data)
