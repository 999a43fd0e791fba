"""A language is a folder of the lexicon: whatever asks for words gets those of all folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsx.lexicon
from newsx.lexicon.load import entries, groups, languages, load_languages, load_texts, load_toml, tables

FOLDER = Path(newsx.lexicon.__file__).parent
FILES = sorted({path.name for path in FOLDER.glob("*/*.toml")})
MODELS = ("hi", "en", "mul")


def keys_of(table: dict[str, Any], before: str = "") -> Iterator[str]:
    """The dotted keys of all tables; those of single values are words themselves, and count as one."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from keys_of(value, f"{before}{key}.")
        else:
            yield f"{before}{key}" if isinstance(value, list) else before


def test_hindi_is_asked_first() -> None:
    """Where two languages know a phrase, what is said of it is said of the Hindi one."""
    assert languages()[0] == "hi"


@pytest.mark.parametrize("name", FILES)
def test_languages_have_the_same_keys_in_their_files(name: str) -> None:
    """A key that Hindi and English do not have is a slip, which would pass as words that are missing."""
    loaded = load_languages(name)
    known = {key for tag in MODELS if tag in loaded for key in keys_of(loaded[tag])}
    strange = {tag: set(keys_of(data)) - known for tag, data in loaded.items()}
    assert {tag: found for tag, found in strange.items() if found} == {}


@pytest.fixture
def new_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A lexicon of two languages, one of them new."""
    lexicon = tmp_path / "lexicon"
    for tag, month in (("hi", "मई"), ("xx", "Wonnemond")):
        (lexicon / tag).mkdir(parents=True)
        (lexicon / tag / "calendar.toml").write_text(
            f'[months]\n5 = ["{month}"]\n[zones]\n{tag.upper()}T = 330\n', encoding="utf-8"
        )
        (lexicon / tag / "places.txt").write_text(f"{tag}pur\n", encoding="utf-8")
    monkeypatch.setattr("newsx.lexicon.load.__file__", str(lexicon / "load.py"))
    monkeypatch.setattr("newsx.lexicon.load._PACKAGE", tmp_path)
    cached = (load_toml, languages, load_languages)
    for function in cached:
        function.cache_clear()
    yield lexicon
    for function in cached:
        function.cache_clear()


def test_a_new_folder_is_a_new_language(new_language: Path) -> None:
    """Nothing but the folder has to be added."""
    assert languages() == ("hi", "xx")
    assert entries("calendar.toml", "months", "5") == ["मई", "Wonnemond"]
    assert groups("calendar.toml", "months") == {"5": ["मई", "Wonnemond"]}
    assert tables("calendar.toml", "zones") == {"HIT": 330, "XXT": 330}
    assert load_texts("places.txt") == ["hipur\n", "xxpur\n"]
