"""`newsx extract` inside the test's process: forms of output, options, failures, the output file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsx.cli.commands import app
from newsx.read.source import RawInput
from tests.cli.invented import HEADLINE, PAGE

Extract = Callable[..., Result]


@pytest.fixture
def extract() -> Extract:
    """Runs `newsx extract` with these arguments inside the test's process."""

    def run(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=stdin)

    return run


def test_one_input_gives_one_json_object(extract: Extract, page: Path) -> None:
    """In a pipe the default is JSON on one line, Hindi as it is."""
    result = extract(page)
    assert result.exit_code == 0
    assert HEADLINE in result.stdout
    assert json.loads(result.stdout)["headline"] == HEADLINE
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


def test_several_inputs_give_json_lines(extract: Extract, page: Path) -> None:
    """One record a line, in the order of the inputs."""
    lines = extract(page, page).stdout.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == [HEADLINE, HEADLINE]


@pytest.mark.parametrize("style", ["--pretty", "--compact"])
def test_json_of_several_inputs_is_one_array(extract: Extract, page: Path, style: str) -> None:
    """Tools that read a single JSON value can read it; unreadable inputs are not in it."""
    result = extract("-f", "json", style, page, "missing.html", page)
    assert [record["headline"] for record in json.loads(result.stdout)] == [HEADLINE, HEADLINE]
    assert result.exit_code == 3


def test_json_is_pretty_on_wish(extract: Extract, page: Path) -> None:
    """Indented JSON is the same record."""
    pretty = extract(page, "--pretty").stdout
    assert pretty.startswith('{\n  "schema": "1",\n')
    assert json.loads(pretty) == json.loads(extract(page, "--compact").stdout)


def test_text_and_markdown(extract: Extract, page: Path) -> None:
    """Text begins with the headline; of several inputs, articles are parted in a way that no article holds."""
    text = extract("-f", "text", page).stdout
    assert text.startswith(f"{HEADLINE}\n\n")
    assert extract("-f", "text", page, page).stdout == f"{text}\n\n{text}"
    markdown = extract("-f", "md", page, page).stdout
    first, second = markdown.split("\n* * *\n\n")
    assert first == second
    assert first.startswith(f"# {HEADLINE}\n\n")


def test_markdown_of_one_input_begins_with_front_matter(extract: Extract, page: Path) -> None:
    """Which is front matter at the beginning of a file alone, so that several inputs have none."""
    markdown = extract("-f", "md", page).stdout
    assert markdown.startswith(f'---\ntitle: "{HEADLINE}"\n')
    assert f"# {HEADLINE}" not in markdown


@pytest.mark.parametrize("form", ["jsonld", "ninjs"])
def test_kinds_of_json_of_several_inputs_are_one_array(extract: Extract, page: Path, form: str) -> None:
    """As JSON is, which they are; pretty on wish."""
    one = extract("-f", form, page).stdout
    assert one.count("\n") == 1
    assert json.loads(extract("-f", form, page, page).stdout) == [json.loads(one)] * 2
    assert json.loads(extract("-f", form, "--pretty", page).stdout) == json.loads(one)


def test_html_of_several_inputs_is_one_page(extract: Extract, page: Path) -> None:
    """With an article for each."""
    one = extract("-f", "html", page).stdout
    assert f"<title>{HEADLINE}</title>" in one
    both = extract("-f", "html", page, page).stdout
    assert [text.count(tag) for text in (one, both) for tag in ("<article", "</html>")] == [1, 1, 2, 1]
    assert both.endswith("</body>\n</html>\n")


def test_the_view_can_go_into_a_pipe(extract: Extract, page: Path) -> None:
    """Without a terminal it has no escape sequences."""
    result = extract("-f", "view", page)
    assert result.stdout.startswith(f"{HEADLINE}\n")
    assert "\x1b" not in result.stdout
    assert "Left out: " in result.stdout


def test_one_field_is_printed_as_it_is(extract: Extract, page: Path) -> None:
    """Text of many lines keeps them, ready for `head` and `wc`."""
    assert extract("--field", "headline", page).stdout == f"{HEADLINE}\n"
    assert extract("--field", "text", page).stdout.count("\n\n") == 2
    assert extract("--field", "image.url", page).stdout == "\n"


def test_fields_make_a_table(extract: Extract, page: Path) -> None:
    """More fields are columns, and more inputs are rows, always one line an input."""
    row = f"{HEADLINE}\tगांव समाचार\t"
    assert extract("--field", "headline", "--field", "publisher", "--field", "agency", page).stdout == f"{row}\n"
    assert extract("--field", "text", page, page).stdout.count("\n") == 2


def test_an_unknown_field_is_a_usage_error_with_a_hint(extract: Extract, page: Path) -> None:
    """A slip of the pen is met with the right name."""
    result = extract("--field", "healine", page)
    assert result.exit_code == 2
    assert "did you mean headline" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("-f", "xml"),
        ("-f", "json", "--field", "headline"),
        ("-f", "jsonl", "--pretty"),
        ("-f", "md", "--pretty"),
        ("-f", "html", "--pretty"),
        ("--as", "pdf"),
        ("--normalize", "nfkd"),
        ("--captured-at", "gestern"),
        ("--encoding", "no-such-encoding"),
        ("-o", "."),
        ("-o", "no/such/folder/out.json"),
        ("-", "-"),
        ("--url", "https://gaon.example/", "second.html"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(extract: Extract, page: Path, arguments: tuple[str, ...]) -> None:
    """Such a command line is refused before anything is printed."""
    result = extract(page, *arguments, stdin=b"")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


def test_one_bad_input_does_not_stop_the_rest(extract: Extract, page: Path, tmp_path: Path) -> None:
    """Each unreadable input costs one line on standard error, the others give their records, the code is 3."""
    empty, pdf, small = tmp_path / "empty.html", tmp_path / "a.pdf", tmp_path / "small"
    empty.write_bytes(b"")
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    small.write_bytes(b"\n")
    result = extract("missing.html", empty, pdf, small, tmp_path, page)
    assert result.exit_code == 3
    assert json.loads(result.stdout)["headline"] == HEADLINE
    lines = result.stderr.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["newsx", name] for name in ("missing.html", str(empty), str(pdf), str(small), str(tmp_path))
    ]
    assert "newsx batch" in lines[-1]
    assert "PDF" in lines[2]


def test_a_page_without_an_article_still_gives_its_record(extract: Extract, listing: Path) -> None:
    """The code is 4, the record says is_article: false, and a line on standard error says why."""
    result = extract(listing)
    assert result.exit_code == 4
    assert json.loads(result.stdout)["is_article"] is False
    assert result.stderr.startswith(f"newsx: {listing}: it holds no article (")
    assert extract("-q", listing).stderr == ""
    assert extract("-f", "view", listing).stderr == ""


def test_unreadable_comes_before_no_article(extract: Extract, page: Path, listing: Path) -> None:
    """With several inputs the worse code wins: 3 before 4 before 0."""
    assert extract(page, listing).exit_code == 4
    assert extract(listing, "missing.html", page).exit_code == 3


def test_a_bug_met_by_one_input_costs_no_other_its_record(
    extract: Extract, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line names the input and asks for a report; the traceback is for NEWSX_DEBUG; the code is 1."""
    import newsx.pipeline

    examine = newsx.pipeline.examine_input
    monkeypatch.chdir(tmp_path)
    Path("bad.html").write_text(PAGE, "utf-8")

    def failing(raw: RawInput, **options: object) -> newsx.pipeline.Examined:
        if raw.name == "bad.html":
            raise ZeroDivisionError("division by zero\nand more")
        return examine(raw, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(newsx.pipeline, "examine_input", failing)
    result = extract("bad.html", "missing.html", page)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["headline"] == HEADLINE
    told = result.stderr.splitlines()
    assert len(told) == 2
    assert told[0].startswith(
        "newsx: bad.html: newsx failed on it (ZeroDivisionError: division by zero\\u000aand more)"
    )
    assert "report" in told[0]
    monkeypatch.setenv("NEWSX_DEBUG", "1")
    assert "Traceback (most recent call last)" in extract("bad.html").stderr


def test_standard_input_is_read(extract: Extract, page: Path) -> None:
    """With a dash, or with no input named; it has no name in the record."""
    for arguments in ((), ("-",)):
        record = json.loads(extract(*arguments, stdin=page.read_bytes()).stdout)
        assert (record["headline"], record["source"]["name"]) == (HEADLINE, None)
    assert extract("-", stdin=b"").stderr.startswith("newsx: standard input: ")


def test_options_reach_the_library(extract: Extract, tmp_path: Path) -> None:
    """Address, form and encoding are those asked for; texts are normalised on wish alone."""
    page = tmp_path / "page"
    page.write_bytes("\u0958लम की खबर".encode("utf-16-le"))
    record = json.loads(
        extract(page, "--url", "https://gaon.example/x", "--as", "text", "--encoding", "utf-16-le", "-q").stdout
    )
    assert (record["source"]["form"], record["source"]["encoding_by"]) == ("text", "option")
    assert record["url"] == "https://gaon.example/x"


def test_normal_form_is_a_wish(extract: Extract, page: Path) -> None:
    """Code points are those of the page, unless NFC is asked for."""
    page.write_text(page.read_text("utf-8").replace("सोनपुर", "\u0958सबा"), "utf-8")
    assert "\u0958सबा" in extract("--field", "text", page).stdout
    assert "\u0915\u093cसबा" in extract("--field", "text", page, "--normalize", "nfc").stdout


class TestOutputFile:
    def test_it_holds_what_would_have_been_printed(self, extract: Extract, page: Path, tmp_path: Path) -> None:
        """Nothing is printed, nothing else is left in the folder."""
        output = tmp_path / "out" / "article.json"
        output.parent.mkdir()
        assert extract(page, "-o", output).stdout == ""
        assert output.read_bytes() == extract(page).stdout_bytes
        assert list(output.parent.iterdir()) == [output]

    def test_it_stays_as_it_was_if_no_input_can_be_read(self, extract: Extract, tmp_path: Path) -> None:
        """A failed run does not cost the result of an earlier one."""
        output = tmp_path / "article.json"
        output.write_text("old")
        assert extract("missing.html", "-o", output).exit_code == 3
        assert output.read_text() == "old"
        assert list(tmp_path.iterdir()) == [output]

    def test_an_input_is_not_overwritten(self, extract: Extract, page: Path) -> None:
        """The output may not be one of the inputs."""
        before = page.read_bytes()
        assert extract(page, "-o", page).exit_code == 2
        assert page.read_bytes() == before

    def test_a_link_stays_a_link_and_a_mode_stays(self, extract: Extract, page: Path, tmp_path: Path) -> None:
        """The file that a link points to is replaced, with the permissions it had."""
        target, link = tmp_path / "target.json", tmp_path / "link.json"
        target.write_text("old")
        target.chmod(0o640)
        link.symlink_to(target)
        assert extract(page, "-o", link).exit_code == 0
        assert link.is_symlink()
        assert json.loads(target.read_bytes())["headline"] == HEADLINE
        assert target.stat().st_mode & 0o777 == 0o640
