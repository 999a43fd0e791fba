"""The imports of newsx keep to the rooms of its design: data goes one way, and nothing asks the network."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "newsx"

SHARED = {"article", "page", "errors", "text", "lexicon", "lines"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "body": set(),
    "timed": {"errors"},
    "article": {"body", "errors"},
    "page": {"article"},
    "text": set(),
    "lexicon": {"text"},
    "lines": {"lexicon", "text"},
    "sites": {"lexicon", "text"},
    "read": SHARED,
    "label": SHARED,
    "fields": SHARED | {"sites"},
    "write": SHARED,
    "report": SHARED | {"write"},
    "pipeline": SHARED | {"read", "label", "fields", "timed"},
    "database": SHARED,
    "batch": SHARED | {"pipeline", "read", "write", "database", "report", "timed", ""},
    "serve": SHARED | {"pipeline", "batch", "read", "write", "timed"},
    "integrations": SHARED | {"pipeline", "read"},
    "cli": SHARED | {"pipeline", "batch", "read", "write", "database", "serve", "timed", ""},
    "": {"article", "errors", "pipeline", "batch", "database"},
    "__main__": {"cli"},
}
"""By room, the other rooms that it may import from; the empty name is the public face, ``newsx/__init__.py``."""

INSIDE_METHODS = {("article", "write"), ("article", "text"), ("body", "text")}
"""Methods of `Article` call its writers, which know the record alone, and the normal form of text, as its blocks do."""

NETWORK = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "socket", "ssl", "urllib.request", "urllib3"}
LISTENS = ("newsx/serve/server.py", "socket")
"""The one that waits for connections of this machine, and opens none."""


class Import(NamedTuple):
    file: Path
    line: int
    module: str
    inside_function: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"


def room(module: str) -> str:
    """``newsx.read.text`` → ``read``; ``newsx`` and ``newsx.extract`` (a name, no module) → the public face."""
    first = module.split(".")[1] if "." in module else ""
    return first if (PACKAGE / first).is_dir() or (PACKAGE / f"{first}.py").is_file() else ""


def imports_of(file: Path) -> Iterator[Import]:
    tree = ast.parse(file.read_text("utf-8"))
    in_functions = {
        id(inner)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
    }
    package = ".".join(file.relative_to(ROOT).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, *filter(None, [base])])
            modules = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        for module in modules:
            yield Import(file, node.lineno, module, id(node) in in_functions)


def all_imports() -> list[Import]:
    return [found for file in sorted(PACKAGE.rglob("*.py")) for found in imports_of(file)]


def own_room(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py").replace("__init__", "")


def test_every_file_stands_in_a_room() -> None:
    """A new module or package has to be given its place in the design, and in this test."""
    assert {own_room(file) for file in PACKAGE.rglob("*.py")} <= set(MAY_IMPORT)


def test_imports_keep_to_the_rooms() -> None:
    """Rooms import what stands before them in the flow of data, and read, label, fields, write never each other."""
    wrong = [
        str(found)
        for found in all_imports()
        if found.module.split(".")[0] == "newsx"
        and (target := room(found.module)) != (here := own_room(found.file))
        and target not in MAY_IMPORT[here]
        and not (found.inside_function and (here, target) in INSIDE_METHODS)
    ]
    assert wrong == []


def test_imports_name_modules_in_full() -> None:
    """Relative imports would hide from a reader, and from a search, which room is meant."""
    relative = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_nothing_asks_the_network() -> None:
    """No module of newsx imports what could open a connection."""
    asking = [
        str(found)
        for found in all_imports()
        if any(found.module == name or found.module.startswith(f"{name}.") for name in NETWORK)
        and (found.file.relative_to(ROOT).as_posix(), found.module) != LISTENS
    ]
    assert asking == []


@pytest.mark.parametrize("heavy", ["lxml", "bs4", "rich", "ftfy", "charset_normalizer", "regex", "newsx.integrations"])
def test_text_dump_is_read_without_heavy_libraries(heavy: str) -> None:
    """The seed's article is made in a new process that never loads what only other inputs need."""
    [seed] = (ROOT / "seeds").glob("*.txt")
    program = (
        "import pathlib, sys, newsx\n"
        f"article = newsx.extract(pathlib.Path({str(seed)!r}))\n"
        f"print(article.is_article, {heavy!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["True", "False"]


@pytest.mark.parametrize(
    "start", ["import newsx.cli.app", "import newsx.integrations.spark", "from newsx import extract"]
)
def test_nothing_optional_is_loaded_at_start(start: str) -> None:
    """What extras bring is imported by whoever uses it, when it is used: no start pays for it, or fails without it."""
    extras = ["brotli", "datatrove", "pandas", "pyarrow", "pyspark", "starlette", "uvicorn"]
    program = f"import sys\n{start}\nprint([name for name in {extras} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
