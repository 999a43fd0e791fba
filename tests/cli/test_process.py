"""`newsx` as a real process: streams, encodings, signals, terminals."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shlex
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.cli.invented import HEADLINE, NEWSX, environment

Newsx = Callable[..., "subprocess.CompletedProcess[bytes]"]


def at_terminal(
    *arguments: str,
    columns: int = 80,
    stdin: int | None = None,
    cwd: Path | None = None,
    program: Sequence[str] = NEWSX,
    **changed: str,
) -> tuple[int, str]:
    """Exit code and screen output of `newsx` with its output, and by default its input, at a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*program, *arguments],
        stdin=theirs if stdin is None else stdin,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=environment(**changed),
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        pass  # Linux says so when the other side has closed
    os.close(ours)
    return process.wait(timeout=30), shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize(
    "changed", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "utf-16"}]
)
def test_output_is_utf8_whatever_the_locale(newsx: Newsx, page: Path, changed: dict[str, str]) -> None:
    """Records are bytes of one encoding, for every machine."""
    result = newsx("extract", str(page), **changed)
    assert result.returncode == 0
    assert json.loads(result.stdout.decode("utf-8"))["headline"] == HEADLINE
    assert newsx("extract", "-f", "text", str(page), **changed).stdout.decode("utf-8").startswith(f"{HEADLINE}\n")


def test_names_alone_and_names_with_options_are_read_the_same(newsx: Newsx, page: Path) -> None:
    """The way without typer gives the same output, errors and code as the way through it."""
    inputs = [str(page), "missing.html", str(page)]
    short, long = newsx("extract", *inputs), newsx("extract", "-f", "auto", *inputs)
    assert (short.stdout, short.stderr, short.returncode) == (long.stdout, long.stderr, long.returncode)
    assert short.returncode == 3


def test_a_text_dump_costs_no_parser_and_no_screen(tmp_path: Path, newsx: Newsx) -> None:
    """What is slow to import is imported by those alone who need it."""
    dump = tmp_path / "dump.txt"
    dump.write_text(f"{HEADLINE}\n\nगांव की सड़क का काम शुरू हो गया है और लोगों को इससे फायदा मिलेगा।\n", "utf-8")
    code = "import sys; sys.argv = ['newsx', 'extract', 'dump.txt']\ntry:\n import newsx.cli.app as a; a.main()\n"
    code += "except SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert json.loads(result.stdout)["source"]["form"] == "text"
    assert not {"lxml", "bs4", "rich", "typer", "pydantic"} & set(result.stderr.decode().split())


def test_a_file_name_cannot_forge_a_line_or_steer_the_terminal(newsx: Newsx) -> None:
    """Line feeds, escapes and bytes that are no text are spelled out in the error line."""
    name = os.fsdecode(b"a\n\x1b[31m\xff.html")
    result = newsx("extract", name)
    assert result.returncode == 3
    assert result.stderr.startswith(b"newsx: a\\u000a\\u001b[31m\\udcff.html: ")
    assert result.stderr.count(b"\n") == 1


def test_a_file_name_that_is_no_text_still_gives_valid_json(newsx: Newsx, page: Path) -> None:
    """The record is UTF-8 whatever the name of its page."""
    odd = os.path.join(os.fsencode(page.parent), b"\xff.html")
    Path(os.fsdecode(odd)).write_bytes(page.read_bytes())
    record = json.loads(newsx("extract", os.fsdecode(odd)).stdout.decode("utf-8"))
    assert record["headline"] == HEADLINE


@pytest.mark.parametrize(
    "arguments", [("extract",), ("extract", "-f", "jsonl"), ("extract", "-f", "view"), ("explain",)]
)
def test_a_closed_pipe_ends_it_quietly(page: Path, arguments: tuple[str, ...]) -> None:
    """As with `| head -1`: no traceback, and the code of a program ended by SIGPIPE."""
    inputs = [str(page)] * (1 if arguments == ("explain",) else 200)
    with subprocess.Popen(
        [*NEWSX, *arguments, *inputs], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if len(inputs) > 1:
            assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("options", [(), ("-f", "jsonl")])
def test_ctrl_c_ends_it_at_once_and_quietly(options: tuple[str, ...], tmp_path: Path) -> None:
    """No traceback, code 130."""
    fifo = tmp_path / "slow.html"
    os.mkfifo(fifo)
    process = subprocess.Popen([*NEWSX, "extract", *options, str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with open(fifo, "wb"):  # returns when newsx has opened the other end
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (130, b"", b"")


def test_ctrl_c_leaves_no_half_written_file(page: Path, tmp_path: Path) -> None:
    """The output file appears whole or not at all."""
    fifo, folder = tmp_path / "slow.html", tmp_path / "out"
    os.mkfifo(fifo)
    folder.mkdir()
    process = subprocess.Popen([*NEWSX, "extract", str(page), str(fifo), "-o", str(folder / "articles.jsonl")])
    with open(fifo, "wb"):
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("options", [(), ("--field", "headline")])
def test_an_output_that_cannot_be_written_is_told(newsx: Newsx, page: Path, options: tuple[str, ...]) -> None:
    """A full disk is a failure with one line on its reason, however little was to be written."""
    with open("/dev/full", "wb") as full:
        command = [*NEWSX, "extract", str(page), *options]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert result.returncode == 1
    assert result.stderr == b"newsx: standard output: it cannot be written: No space left on device\n"
    result = newsx("extract", str(page), *options, "-o", "/dev/full")
    assert result.returncode == 1
    assert result.stderr == b"newsx: /dev/full: it cannot be written: No space left on device\n"
    assert Path("/dev/full").is_char_device()


class TestAtATerminal:
    def test_extract_shows_a_readable_view(self, page: Path) -> None:
        """The headline in bold, the body, and in dim what was left out."""
        code, shown = at_terminal("extract", str(page))
        assert code == 0
        assert shown.startswith(f"\x1b[1m{HEADLINE}\x1b[0m\n")
        assert "\x1b[2mLeft out: " in shown

    def test_colour_can_be_refused(self, page: Path) -> None:
        """NO_COLOR leaves bold and dim, a dumb terminal nothing."""
        assert "\x1b[36m" in at_terminal("extract", str(page))[1]
        assert "\x1b[36m" not in at_terminal("extract", str(page), NO_COLOR="1")[1]
        assert "\x1b" not in at_terminal("extract", str(page), TERM="dumb")[1]

    @pytest.mark.parametrize("command", ["extract", "explain"])
    def test_narrow_terminals_are_not_overrun(self, page: Path, command: str) -> None:
        """At 40 columns no line is wider than that."""
        from newsx.write.terminal import cells

        _, shown = at_terminal(command, str(page), columns=40, TERM="dumb")
        assert all(cells(line) <= 40 for line in shown.splitlines())

    @pytest.mark.parametrize("columns", [40, 80])
    def test_help_fits_the_terminal(self, columns: int) -> None:
        """Of each command; an example goes on in the next line as a shell reads it, and options stay whole."""
        from newsx.write.terminal import cells

        for command in ("", "extract", "explain", "batch", "same", "search", "serve", "schema"):
            code, shown = at_terminal(*command.split(), "--help", columns=columns)
            assert code == 0
            assert [line for line in shown.splitlines() if cells(line) > columns] == []
            examples = shown.partition("Examples:\n")[2].partition("\n\n")[0].replace("\\\n", "")
            assert {shlex.split(line)[0] for line in examples.splitlines()} <= {"newsx", "curl", "find"}

    def test_several_views_tell_their_inputs(self, page: Path, listing: Path) -> None:
        """Each view stands under the name of its input."""
        code, shown = at_terminal("extract", page.name, listing.name, cwd=page.parent, TERM="dumb")
        assert code == 4
        assert f"== {page.name} ==" in shown
        assert "No article here: " in shown

    def test_with_no_input_there_is_help(self) -> None:
        """Nobody is left waiting for a program that waits for them."""
        for command in ((), ("extract",), ("explain",)):
            code, shown = at_terminal(*command)
            assert code == 2
            assert "Examples:" in shown

    def test_json_is_pretty_and_harmless(self, page: Path) -> None:
        """A file name with a C1 control, which JSON leaves as it is, does not reach the screen."""
        odd = page.with_name("a\x9b31m.html")
        odd.write_bytes(page.read_bytes())
        code, shown = at_terminal("extract", "-f", "json", str(odd))
        assert code == 0
        assert shown.startswith('{\n  "schema"')
        assert "\x9b" not in shown
        assert json.loads(shown)["source"]["name"].endswith("a\x9b31m.html")

    def test_a_page_can_come_through_a_pipe(self, page: Path) -> None:
        """Standard input that is no terminal is read, though the output is one."""
        with page.open("rb") as source:
            code, shown = at_terminal("extract", stdin=source.fileno(), TERM="dumb")
        assert (code, shown.partition("\n")[0]) == (0, HEADLINE)


def test_shells_can_complete_commands_and_fields(newsx: Newsx) -> None:
    """Typer's own script for the shell, and the names of fields from the library."""
    assert b"complete -o default -F _newsx_completion newsx" in newsx(_NEWSX_COMPLETE="source_bash").stdout
    offered = newsx(_NEWSX_COMPLETE="complete_bash", COMP_WORDS="newsx extract --field image.", COMP_CWORD="3")
    assert offered.stdout.split() == [b"image.url", b"image.caption", b"image.credit"]


class TestBehindAPager:
    """Data goes into a pipe, and who looks at it sits at the terminal that the other streams end at."""

    def piped(self, command: str, page: Path, columns: int, no_color: str = "") -> str:
        shell = ["sh", "-c", f"{shlex.quote(sys.executable)} -m newsx {command} {shlex.quote(str(page))} | cat"]
        return at_terminal(*shell, columns=columns, program=(), NO_COLOR=no_color)[1]

    @pytest.mark.parametrize("command", ["explain", "extract -f view"])
    @pytest.mark.parametrize("columns", [40, 120])
    def test_a_view_is_as_wide_as_the_terminal(self, page: Path, command: str, columns: int) -> None:
        """And has no colours, unless they are asked for."""
        from newsx.write.terminal import cells

        shown = self.piped(command, page, columns)
        assert "\x1b" not in shown
        widest = max(cells(line) for line in shown.splitlines())
        assert columns - 25 < widest <= columns
        assert "\x1b[" in self.piped(f"{command} --color always", page, columns, no_color="1")

    def test_a_file_does_not_depend_on_the_terminal(self, page: Path) -> None:
        """It is 80 wide, wherever it is made."""
        from newsx.write.terminal import cells

        shell = f"{shlex.quote(sys.executable)} -m newsx explain {shlex.quote(str(page))} > {page.parent}/view"
        at_terminal("sh", "-c", shell, columns=40, program=())
        widest = max(cells(line) for line in (page.parent / "view").read_text("utf-8").splitlines())
        assert 60 < widest <= 80

    def test_colours_can_be_turned_off_at_a_terminal(self, page: Path) -> None:
        """Of both views."""
        for command in ("extract", "explain"):
            assert "\x1b" not in at_terminal(command, "--color", "never", str(page))[1]
