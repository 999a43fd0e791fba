"""Inputs that would harm a batch, and pages that do so when they are read."""

from __future__ import annotations

import ctypes
import gzip
import io
import os
import random
import signal
import socket
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsx.pipeline import Examined, examine_input
from newsx.read.source import RawInput
from tests.cli.invented import HEADLINE, PAGE

HANG = b"<!-- hang -->"
KILL = b"<!-- kill -->"
CRASH = b"<!-- crash -->"
LEAVE = b"<!-- leave -->"
SLOW = b"<!-- slow -->"
FAT = b"<!-- fat -->"
GREEDY = b"<!-- greedy -->"
LEAK = b"<!-- leak -->"

_DAC_OVERRIDE, _DAC_READ_SEARCH, _PR_CAPBSET_DROP = 1, 2, 24  # linux/capability.h, linux/prctl.h


def examine(raw: RawInput, **options: Any) -> Examined:
    """Extracts, unless the page says that it is one on which an extractor would hang, be killed, crash or end."""
    if HANG in raw.data:
        while True:
            time.sleep(1)
    if KILL in raw.data:
        os.kill(os.getpid(), signal.SIGKILL)
    if CRASH in raw.data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if LEAVE in raw.data:
        os._exit(7)
    if SLOW in raw.data:
        time.sleep(0.3)
    if FAT in raw.data:
        _grow(3_000_000_000)
    if GREEDY in raw.data:
        bytes(1 << 50)
    if LEAK in raw.data:
        _leaked.append(_grow(30_000_000))
    return examine_input(raw, **options)


_leaked: list[list[bytes]] = []


def _grow(size: int) -> list[bytes]:
    """So much memory, taken and written to piece by piece as a parser does."""
    pieces = []
    for _ in range(size // 1_000_000):
        pieces.append(b"x" * 1_000_000)
        time.sleep(0.0005)
    return pieces


def page(number: int, mark: bytes = b"") -> bytes:
    """An article page unlike any with another number."""
    return PAGE.replace(HEADLINE, f"{HEADLINE}, भाग {number}").encode() + mark


def give_up_root() -> None:
    """In a new process of root: has permissions of files hold for it, as they do for everybody else."""
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None).prctl
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def fill(folder: Path, good: int) -> None:
    """A folder with `good` pages that give a record, some under hostile names, and 40 inputs that give none."""
    (folder / "good").mkdir(parents=True)
    number = 0
    for make in _READABLE:
        number += make(folder / "good", number)
    for plain in range(number, good):
        (folder / "good" / f"{plain:04}.html").write_bytes(page(plain))
    hostile = folder / "hostile"
    hostile.mkdir()
    for name, content in _REFUSED.items():
        (hostile / name).write_bytes(content())
    _make_special(hostile)


KINDS_OF_SPECIAL = {
    "loop": "broken_link",
    "loop-a": "broken_link",
    "loop-b": "broken_link",
    "nowhere": "broken_link",
    "here": "folder_link",
    "up": "folder_link",
    "etc": "folder_link",
    "passwd": "outside_link",
    "pipe.html": "special_file",
    "socket.html": "special_file",
    "locked.html": "no_permission",
    "locked": "no_permission",
}


def _make_special(folder: Path) -> None:
    links = {
        "loop": "loop",
        "loop-a": "loop-b",
        "loop-b": "loop-a",
        "nowhere": "gone.html",
        "here": ".",
        "up": "..",
        "etc": "/etc",
        "passwd": "/etc/passwd",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.html")
    before = os.getcwd()
    os.chdir(folder)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.html")
    os.chdir(before)
    (folder / "locked.html").write_bytes(page(0))
    (folder / "locked.html").chmod(0)
    (folder / "locked").mkdir(mode=0)


def _zipped(files: dict[str, bytes], *, packed: bool = True) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _encrypted() -> bytes:
    """A zip file whose entry says that it is encrypted."""
    data = bytearray(_zipped({"page.html": page(0)}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _broken_check_sum() -> bytes:
    data = _zipped({"page.html": page(0)}, packed=False)
    return data.replace(HEADLINE.encode(), HEADLINE.encode()[::-1])


def _tarred() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        entry = tarfile.TarInfo("page.html")
        entry.size = 6
        archive.addfile(entry, io.BytesIO(b"<html>"))
    return stream.getvalue()


_REFUSED: dict[str, Callable[[], bytes]] = {
    "bomb.html.gz": lambda: gzip.compress(bytes(30_000_000)),
    "double.html.gz": lambda: gzip.compress(gzip.compress(page(0))),
    "cut.html.gz": lambda: gzip.compress(page(0))[:-20],
    "nothing.html.gz": lambda: gzip.compress(b""),
    "bomb.zip": lambda: _zipped({f"{number}.html": bytes(5_000_000) for number in range(4)}),
    "nested.zip": lambda: _zipped({"inner.zip": _zipped({"page.html": page(0)})}),
    "damaged.zip": lambda: _zipped({"page.html": page(0)})[:-40],
    "no-zip.zip": lambda: page(0),
    "encrypted.zip": _encrypted,
    "check-sum.zip": _broken_check_sum,
    "empty.html": lambda: b"",
    "blank.html": lambda: b" \n\t\r\n" * 100,
    "zeros.html": lambda: bytes(5000),
    "noise.html": lambda: random.Random(1).randbytes(20_000),
    "paper.html": lambda: b"%PDF-1.7\n",
    "picture.html": lambda: b"\x89PNG\r\n\x1a\n",
    "film.html": lambda: b"\x00\x00\x00\x18ftypmp42",
    "office.html": lambda: _zipped({"[Content_Types].xml": b"<x/>"}),
    "tar.html": _tarred,
    "program.html": lambda: b"\x7fELF\x02\x01\x01",
    "crawl.html": lambda: b"WARC/1.1\r\nWARC-Type: response\r\n\r\n",
    "mail.mht": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n",
    "hang.html": lambda: page(0, HANG),
    "kill.html": lambda: page(0, KILL),
    "crash.html": lambda: page(0, CRASH),
    "leave.html": lambda: page(0, LEAVE),
    "kill-again.html": lambda: page(1, KILL),
    "rtf.html": lambda: b"{\\rtf1\\ansi",
}


def _shapes(folder: Path, number: int) -> int:
    """Pages that are hard to read, and yet are read."""
    contents = {
        "deep.html": b"<html><body>" + b"<div>" * 30_000 + page(number) + b"</div>" * 30_000,
        "long-line.txt": "क".encode() * 10_000_000,
        "bad-bytes.html": page(number + 1).replace("गांव".encode(), b"\xff\xfe\x80"),
        "utf16.html": page(number + 2).decode().encode("utf-16"),
        "controls.html": page(number + 3) + bytes(range(1, 32)),
        "surrogate.html": page(number + 4).replace(b"<h1>", b"<h1>&#xd83d;"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return len(contents)


def _names(folder: Path, number: int) -> int:
    """Pages under names that are trouble for whoever writes files beside them."""
    names = [
        "Case.html",
        "case.html",
        "CASE.HTML",
        "same.html",
        "same.htm",
        "same.txt",
        "क" * 83 + ".html",
        "क" * 83 + ".htm1",
        "-rf.html",
        "a\nb.html",
        "a\x1b[31m.html",
        "a\u202elmth.html",
        "con.html",
        'quote".html',
        "back\\slash.html",
        "=cmd.html",
        "dots...",
        os.fsdecode(b"\xff\xfe.html"),
    ]
    for offset, name in enumerate(names):
        (folder / name).write_bytes(page(number + offset))
    return len(names)


def _zip_with_hostile_names(folder: Path, number: int) -> int:
    names = ["page.html", "../../escaped.html", "/absolute.html", "C:\\drive.html", "a/../b.html"]
    (folder / "names.zip").write_bytes(_zipped({name: page(number + offset) for offset, name in enumerate(names)}))
    return len(names)


_READABLE: tuple[Callable[[Path, int], int], ...] = (_shapes, _names, _zip_with_hostile_names)
