"""`newsx search`: from pages to what was found in them, by the commands alone."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.hostile import page as numbered
from tests.cli.invented import NEWSX, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]

SEED = Path(__file__).resolve().parents[2] / "seeds" / "livehindustan-2026-02-04.txt"
HEADLINE = "पहले पुतिन से वीडियो कॉल, फिर ट्रंप से बातचीत; शी जिनपिंग का प्लान क्या है?"


@pytest.fixture
def news(newsx: Newsx, tmp_path: Path) -> str:
    """A database of the seed and of three invented pages."""
    (tmp_path / "pages").mkdir()
    shutil.copy(SEED, tmp_path / "pages")
    for number in range(3):
        (tmp_path / "pages" / f"{number}.html").write_bytes(numbered(number))
    assert newsx("batch", "pages/", "-o", "news.db", "-q").returncode == 0
    return "news.db"


@pytest.mark.parametrize("query", ["शी जिनपिंग", "जिनपिङ", '"शी जिनपिङ"', "जिनपि* ट्रम्प", "सम्बंधों"])
def test_the_seed_is_found(newsx: Newsx, news: str, query: str) -> None:
    """By its words in any spelling, for a person and for a program."""
    shown = newsx("search", news, query)
    assert (shown.returncode, shown.stderr) == (0, b"newsx: 1 to 1 of 1 found\n")
    assert shown.stdout.decode().startswith(f"1.  {HEADLINE}\n    2026-02-04T20:42+05:30 · Devendra Kasyap · ")
    found = json.loads(newsx("search", news, query, "-f", "json").stdout)
    [hit] = found["hits"]
    assert (found["total"], hit["headline"], hit["authors"]) == (1, HEADLINE, ["Devendra Kasyap"])
    assert hit["snippet"]["marks"]


def test_hits_are_marked(newsx: Newsx, news: str) -> None:
    """Between stars where there are no colours."""
    assert "राष्ट्रपति **शी** **जिनपिंग** और" in newsx("search", news, "शी जिनपिङ").stdout.decode()
    colored = newsx("search", news, '"शी जिनपिंग"', "--color", "always").stdout.decode()
    assert "\x1b[1;32mशी जिनपिंग\x1b[0m" in colored
    assert "*" not in colored


def test_results_come_in_pages(newsx: Newsx, news: str) -> None:
    """With the option for the next."""
    first = newsx("search", news, "पुलिया", "-n", "2")
    assert first.stderr == b"newsx: 1 to 2 of 3 found; the next with --offset 2\n"
    last = newsx("search", news, "पुलिया", "-n", "2", "--offset", "2")
    assert (last.stderr, last.stdout[:2]) == (b"newsx: 3 to 3 of 3 found\n", b"3.")
    assert newsx("search", news, "पुलिया", "--offset", "9").stderr.startswith(b"newsx: 3 articles found, none of them")
    assert newsx("search", news, "अनुपस्थित").stderr == b"newsx: 0 articles found\n"


def test_filters_go_together(newsx: Newsx, news: str) -> None:
    """All of them hold."""
    options = ["--author", "kasyap", "--site", "livehindustan.com", "--section", "विदेश", "--since", "2026-02-04"]
    found = json.loads(newsx("search", news, "की", *options, "--until", "2026", "-f", "json").stdout)
    assert found["total"] == 1
    assert json.loads(newsx("search", news, "की", *options, "--until", "2025", "-f", "json").stdout)["total"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["news.db", "।"], 2, "no word"),
        (["news.db", "शी", "--since", "कल"], 2, "--since must be"),
        (["news.db", "शी", "-n", "-1"], 2, "--limit must be"),
        (["none.db", "शी"], 3, "none.db: it cannot be read"),
        (["pages/0.html", "शी"], 3, "pages/0.html: it is no database of newsx"),
    ],
)
def test_what_cannot_be_searched_is_one_line(
    newsx: Newsx, news: str, arguments: list[str], code: int, told: str
) -> None:
    """And the exit code says whose fault it is."""
    done = newsx("search", *arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    assert told in done.stderr.decode().splitlines()[-1]


def test_a_page_cannot_steer_a_terminal(newsx: Newsx, tmp_path: Path) -> None:
    """Nor do its markup and SQL do anything."""
    (tmp_path / "pages").mkdir()
    nasty = numbered(1).replace(
        "गांव के लोगों".encode(), "&lt;b&gt;'); DROP TABLE articles;-- &#27;[31m गांव के लोगों".encode()
    )
    (tmp_path / "pages" / "1.html").write_bytes(nasty)
    assert newsx("batch", "pages", "-o", "a.db", "-q").returncode == 0
    shown = newsx("search", "a.db", "DROP").stdout
    assert b"<b>'); **DROP** TABLE articles;--" in shown
    assert b"\x1b" not in shown


@pytest.mark.parametrize("output", ["full.db", "full.parquet"])
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path, newsx: Newsx, output: str) -> None:
    """One line, and the same command goes on when there is room."""
    if output.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    (tmp_path / "pages").mkdir()
    for number in range(40):
        (tmp_path / "pages" / f"{number:02}.html").write_bytes(numbered(number))
    done = subprocess.run(
        [*NEWSX, "batch", "pages", "-o", output, "-q"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000)),
    )
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert line.startswith(f"newsx: {output}")
    assert "it cannot be written" in line
    assert "goes on" in line
    assert newsx("batch", "pages", "-o", output, "-q").returncode == 0
    assert newsx("batch", "pages", "-o", f"clean-{output}", "-q").returncode == 0
    if output.endswith(".db"):
        asked = [newsx("search", name, "पुलिया", "-f", "json").stdout for name in (output, f"clean-{output}")]
        assert json.loads(asked[0])["total"] == 40
        assert asked[0] == asked[1]
    else:
        assert (tmp_path / output).read_bytes() == (tmp_path / f"clean-{output}").read_bytes()


def test_a_database_can_be_searched_while_it_is_written(newsx: Newsx, news: str, tmp_path: Path) -> None:
    """What is committed so far is found."""
    for number in range(3, 120):
        (tmp_path / "pages" / f"{number}.html").write_bytes(numbered(number))
    with subprocess.Popen([*NEWSX, "batch", "pages/", "-o", news, "-q"], cwd=tmp_path, env=environment()) as process:
        while process.poll() is None:
            assert newsx("search", news, "जिनपिंग").returncode == 0
    assert json.loads(newsx("search", news, "पुलिया", "-f", "json").stdout)["total"] == 120
