"""Bytes come from memory, files and pipes, gzip is undone, and whatever is wrong with an input is said in one line."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsx.errors import EmptyInputError, InputError, InputTooLargeError, NewsxError
from newsx.read.source import RawInput, load

PAGE = "<p>नई दिल्ली में बारिश हुई।</p>\n".encode() * 100


def test_bytes_are_taken_as_they_are() -> None:
    """Bytes in memory have no name; size and digest are of these bytes."""
    assert load(PAGE) == RawInput(PAGE, None, len(PAGE), hashlib.sha256(PAGE).hexdigest())


def test_file_is_read_and_named_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name in the record is the path as the caller wrote it."""
    (tmp_path / "ख़बर.html").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path)
    assert load(Path("ख़बर.html")) == RawInput(PAGE, "ख़बर.html", len(PAGE), hashlib.sha256(PAGE).hexdigest())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep file names as Unicode")
def test_name_that_is_no_utf_8_can_still_be_written_as_json(tmp_path: Path) -> None:
    """Stray bytes of a file name become U+FFFD, since a lone surrogate would break UTF-8 output."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/page\xff.html"))
    path.write_bytes(PAGE)
    name = load(path).name
    assert name is not None
    assert name.endswith("page\ufffd.html")


@pytest.mark.parametrize("members", [1, 3])
def test_gzip_is_undone_whatever_the_name(tmp_path: Path, members: int) -> None:
    """The first bytes tell gzip, of one member or more; size and digest are of the file as it is."""
    packed = gzip.compress(PAGE) * members
    path = tmp_path / "page.html"
    path.write_bytes(packed)
    assert load(path) == RawInput(PAGE * members, str(path), len(packed), hashlib.sha256(packed).hexdigest())


def test_gzip_in_memory_is_undone() -> None:
    """Bytes are treated as a file of the same content."""
    assert load(gzip.compress(PAGE)).data == PAGE


@pytest.mark.parametrize("kept", [4, 12, -1, -12])
def test_gzip_cut_short_is_said_to_be(kept: int) -> None:
    """A download that broke off is told as such, and never read as half a page."""
    with pytest.raises(InputError, match="cut short") as raised:
        load(gzip.compress(PAGE)[:kept])
    assert raised.value.kind == "damaged_gzip"


def test_damaged_gzip_is_said_to_be() -> None:
    """A wrong check sum and bytes that do not belong are told as damage."""
    packed = bytearray(gzip.compress(PAGE))
    packed[-5] ^= 0xFF
    for data in (bytes(packed), gzip.compress(PAGE) + b"trailing"):
        with pytest.raises(InputError, match="damaged") as raised:
            load(data)
        assert raised.value.kind == "damaged_gzip"


def test_gzip_bomb_is_refused_before_it_swells() -> None:
    """Data that swells a thousandfold is refused at a fraction of its full size."""
    bomb = gzip.compress(bytes(50_000_000), compresslevel=9)
    with pytest.raises(InputTooLargeError) as raised:
        load(bomb)
    assert raised.value.kind == "gzip_bomb"


def test_small_page_of_one_word_repeated_is_no_bomb() -> None:
    """Below ten megabytes no ratio counts."""
    page = "नई ".encode() * 500_000
    assert load(gzip.compress(page)).data == page


def test_input_over_the_limit_is_refused_with_the_limit_stated(tmp_path: Path) -> None:
    """Files, bytes and what gzip decompresses to have one limit, and the error states it."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    sources: list[bytes | Path] = [PAGE, path, gzip.compress(os.urandom(2100).hex().encode())]
    for source in sources:
        with pytest.raises(InputTooLargeError, match=r"larger than the limit of 0\.004 MB") as raised:
            load(source, size_limit=4000)
        assert raised.value.kind == "too_large"
    assert load(PAGE, size_limit=len(PAGE)).size == len(PAGE)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_endless_device_is_refused_at_the_limit() -> None:
    """Reading stops soon after the limit where an input has no end."""
    with pytest.raises(InputTooLargeError):
        load(Path("/dev/zero"), size_limit=3_000_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """A pipe with a path is an input like a file, as `/dev/stdin` and `<(command)` are."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(PAGE * 40,))
    writer.start()
    raw = load(path)
    writer.join()
    assert raw.data == PAGE * 40


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no such device")
def test_dev_stdin_is_read() -> None:
    """A process may name its standard input as a path."""
    program = "from pathlib import Path; from newsx.read.source import load; print(load(Path('/dev/stdin')).size)"
    done = subprocess.run([sys.executable, "-c", program], input=PAGE, capture_output=True, check=True)
    assert int(done.stdout) == len(PAGE)


def test_missing_file(tmp_path: Path) -> None:
    """A path that leads nowhere is `not_found`, also through a file and with an impossible name."""
    (tmp_path / "page.html").write_bytes(PAGE)
    for path in (tmp_path / "no.html", tmp_path / "page.html" / "x", Path("a\0b")):
        with pytest.raises(InputError) as raised:
            load(path)
        assert raised.value.kind == "not_found"
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(InputError, match="no such file"):
        load(tmp_path / "dangling")


def test_folder_is_refused_with_the_command_to_use(tmp_path: Path) -> None:
    """A folder is for `newsx batch`, and the error says so."""
    with pytest.raises(InputError, match="newsx batch") as raised:
        load(tmp_path)
    assert raised.value.kind == "folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be read is told as such."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    path.chmod(0)
    with pytest.raises(InputError) as raised:
        load(path)
    assert raised.value.kind == "no_permission"


def test_refused_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal becomes an error of its own kind."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match="no permission") as raised:
        load(tmp_path / "page.html")
    assert raised.value.kind == "no_permission"


@pytest.mark.skipif(sys.platform == "win32", reason="no such sockets")
def test_unreadable_things_are_refused_with_the_systems_reason(tmp_path: Path) -> None:
    """What cannot be opened at all is `unreadable`, and a name that is too long is no crash."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (loop, tmp_path / ("ख" * 300)):
        with pytest.raises(InputError) as raised:
            load(path)
        assert raised.value.kind == "unreadable"


@pytest.mark.parametrize("data", [b"", gzip.compress(b"", mtime=0)])
def test_no_bytes_are_an_empty_input(tmp_path: Path, data: bytes) -> None:
    """An empty file, empty bytes and gzip of nothing hold no page."""
    path = tmp_path / "page.html"
    path.write_bytes(data)
    with pytest.raises(EmptyInputError):
        load(path)
    with pytest.raises(EmptyInputError):
        load(data)


def test_errors_of_a_file_begin_with_its_name(tmp_path: Path) -> None:
    """One line of an error is enough to find the file."""
    path = tmp_path / "page.html"
    path.write_bytes(b"")
    for source in (path, tmp_path, tmp_path / "no.html"):
        with pytest.raises(NewsxError) as raised:
            load(source)
        assert str(raised.value).startswith(f"{source}: ")
