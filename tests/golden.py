"""Golden pages: a folder ``fixtures/<form>--<case>/`` holds a saved page and the record that newsx must make of it.

    python -m tests.golden PAGE            # print the record that newsx makes now, as a draft of article.json
    python -m tests.golden PAGE --write    # write it beside the page

A draft is read against the page by a person before it is kept: it says what newsx does, not what is right.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import newsx

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"

LEFT_OUT = {"schema", "confidence", "text", "source", "evidence", "warnings"}
"""Keys of the record that follow from others, differ by machine, or would tie a fixture to the way of the code."""


class Fixture(NamedTuple):
    """A saved page, the options to read it with, and its golden record."""

    name: str
    page: Path
    options: dict[str, Any]
    record: dict[str, Any]


def fixtures() -> list[Fixture]:
    """All fixtures, by name."""
    return [_fixture(folder) for folder in sorted(FIXTURES.iterdir()) if folder.is_dir()]


def extract(page: Path, options: dict[str, Any]) -> newsx.Article:
    """What newsx makes of a page now; its bytes are handed over, since no name may make a difference."""
    return newsx.extract(page.read_bytes(), **options)


def draft(article: newsx.Article) -> dict[str, Any]:
    """A golden record as it would be if newsx were right; kinds of warnings are held only where there are some."""
    record = {key: value for key, value in article.to_dict().items() if key not in LEFT_OUT}
    kinds = sorted({warned.kind for warned in article.warnings})
    return record | ({"warning_kinds": kinds} if kinds else {})


def difference(golden: dict[str, Any], article: newsx.Article) -> str:
    """Empty where the article is as the golden record says, else what differs, line by line, key by key."""
    found = draft(article)
    if "warning_kinds" not in golden:
        found.pop("warning_kinds", None)
    missing = set(found) - set(golden)
    if missing:
        return f"article.json lacks {', '.join(sorted(missing))}"
    if found == golden:
        return ""
    lines = difflib.unified_diff(_lines(golden), _lines(found), "article.json", "newsx now", n=1, lineterm="")
    return "\n".join(lines)


def _fixture(folder: Path) -> Fixture:
    [page] = folder.glob("page.*")
    return Fixture(folder.name, page, _options(page), json.loads((folder / "article.json").read_text("utf-8")))


def _options(page: Path) -> dict[str, Any]:
    file = page.with_name("options.json")
    options: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return options


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)


def _lines(record: dict[str, Any]) -> list[str]:
    return _json(dict(sorted(record.items()))).splitlines()


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description="Draft a golden record for a page.")
    parser.add_argument("page", type=Path, help="a saved page; options.json beside it is heeded")
    parser.add_argument("--write", action="store_true", help="write article.json beside the page")
    arguments = parser.parse_args()
    record = draft(extract(arguments.page, _options(arguments.page)))
    if not arguments.write:
        print(_json(record))
        return
    golden = arguments.page.with_name("article.json")
    before = json.loads(golden.read_text("utf-8")) if golden.is_file() else {}
    golden.write_text(_json(record) + "\n", "utf-8")
    changes = difflib.unified_diff(_lines(before), _lines(record), "before", "now", n=1, lineterm="")
    print(f"wrote {golden}; read it against the page\n" + "\n".join(changes), file=sys.stderr)


if __name__ == "__main__":
    _main()
