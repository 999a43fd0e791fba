"""Inputs are told apart by their content: what is no page is refused by name, what is one gets its form."""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from newsx.errors import UnsupportedInputError
from newsx.read.sniff import check_readable, sniff_form

CASES = Path(__file__).parent / "cases"
HINDI = "नई दिल्ली: राजधानी में शुक्रवार को तेज बारिश हुई। मौसम विभाग ने अलर्ट जारी किया है।\n" * 20


def form_cases() -> list[Any]:
    return [
        pytest.param(
            case["text"],
            case["form"],
            id=f"{number}-{case['form']}",
            marks=pytest.mark.xfail(reason=case["xfail"], strict=True) if "xfail" in case else (),
        )
        for number, case in enumerate(json.loads((CASES / "forms.json").read_text("utf-8")))
    ]


@pytest.mark.parametrize(("text", "form"), form_cases())
def test_form_is_told_by_content(text: str, form: str) -> None:
    """A page or a fragment of one is told from a text, whatever either begins with."""
    assert sniff_form(text) == form


def test_long_dump_that_shows_a_code_sample_stays_text() -> None:
    """Tags that are few beside the text do not make a fragment, even where the text begins with one."""
    assert sniff_form(f"<p> से पैरा बनता है: <p>नमस्ते</p>\n\n{HINDI * 5}") == "text"


def test_script_before_a_fragment_does_not_hide_it() -> None:
    """The text of scripts is no text of the page when the tags are counted."""
    assert sniff_form(f"<script>{'var x = 1 < 2;' * 1000}</script><div><p>पाठ</p></div>") == "html"


def test_unclosed_comment_is_text() -> None:
    """A text that opens a comment and never closes it ends the search for a page."""
    assert sniff_form("<!-- " + HINDI) == "text"


@pytest.mark.parametrize(
    ("head", "kind"),
    [(bytes.fromhex(case["hex"]), case["kind"]) for case in json.loads((CASES / "not-pages.json").read_text("utf-8"))],
)
def test_other_files_are_refused_by_kind(head: bytes, kind: str) -> None:
    """A file that is no page is refused with its kind and in one line, by its first bytes alone."""
    with pytest.raises(UnsupportedInputError) as raised:
        check_readable(head)
    assert raised.value.kind == kind
    assert "\n" not in str(raised.value)


def test_refusal_says_what_it_looks_like_and_what_to_do() -> None:
    """The error names the kind of file and a way on."""
    with pytest.raises(UnsupportedInputError, match=r"looks like a PDF document.*pdftotext"):
        check_readable(b"%PDF-1.7\n")


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


def tarred() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        page = tarfile.TarInfo("page.html")
        page.size = 6
        archive.addfile(page, io.BytesIO(b"<html>"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(zipped("[Content_Types].xml", "word/document.xml"), "office", id="docx"),
        pytest.param(zipped("page.html"), "archive", id="zip"),
        pytest.param(zipped(), "archive", id="empty-zip"),
        pytest.param(tarred(), "archive", id="tar"),
        pytest.param(gzip.compress(b"<html>"), "archive", id="gzip-in-gzip"),
        pytest.param(random.Random(1).randbytes(20_000), "binary", id="noise"),
        pytest.param(b"\x00" * 500, "binary", id="zeros"),
        pytest.param(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "warc", id="warc"),
        pytest.param(b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n" + HINDI.encode(), "warc", id="wet"),
        pytest.param(b"filedesc://x.arc 0.0.0.0 20260403 text/plain 76\n", "warc", id="arc"),
    ],
)
def test_made_files_are_refused_by_kind(data: bytes, kind: str) -> None:
    """Whole archives, documents, web archives and noise are refused with their kind."""
    with pytest.raises(UnsupportedInputError) as raised:
        check_readable(data)
    assert raised.value.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        HINDI,
        "BMW की नई कार भारत में लॉन्च\n",
        "ID3 नाम का बैंड\n",
        "OTTO और MZ\n",
        "MZ ने कहा\n",
        "RIFF कंपनी\n",
        "PK की बात\n",
        "GIF बनाना सीखें\n",
        "WARC/ क्या है\n",
        "From: नई दिल्ली\nMIME-Version: 1.0 की कहानी\n",
        "ustar\n",
        "x",
        "खबर\x00 में\x01 कुछ नियंत्रण अक्षर\x0c हैं\x1b[0m " * 5 + HINDI,
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_passes(text: str, encoding: str) -> None:
    """A text is let through in every Unicode encoding, also where it begins like another file's signature."""
    check_readable((text + HINDI).encode(encoding))


def test_legacy_text_passes() -> None:
    """Bytes of a legacy encoding are no binary data."""
    check_readable("“C’était l’été”, a déclaré le ministre.\n".encode("cp1252") * 10)
