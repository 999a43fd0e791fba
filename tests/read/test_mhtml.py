"""MHTML: the page is found in its parts, decoded, and knows where it was saved from."""

from __future__ import annotations

import base64
import gzip
import json
import quopri
from pathlib import Path

import pytest

import newsx
from newsx.errors import InputError
from newsx.read.mhtml import unpack
from newsx.read.sniff import is_mhtml
from tests.cli.invented import HEADLINE, PAGE
from tests.golden import FIXTURES, draft

SAVED = sorted(FIXTURES.glob("mhtml--*"))
URL = "https://gaon.example/bihar/pulia-101.html"


def mhtml(content: bytes, *, encoding: str = "quoted-printable", charset: str = "", before: bytes = b"") -> bytes:
    """A page as a browser saves it, with a picture behind it."""
    packed = {
        "quoted-printable": lambda: quopri.encodestring(content),
        "base64": lambda: base64.encodebytes(content),
        "8bit": lambda: content,
    }[encoding]()
    return (
        b"From: <Saved by Blink>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n\r\n'
        + before
        + b"----x\r\n"
        b"Content-Type: text/html" + charset.encode() + b"\r\nContent-ID: <page>\r\n"
        b"Content-Transfer-Encoding: "
        + encoding.encode()
        + b"\r\nContent-Location: "
        + URL.encode()
        + b"\r\n\r\n"
        + packed.replace(b"\n", b"\r\n")
        + b"\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b"iVBORw0KGgo=\r\n----x--\r\n"
    )


@pytest.mark.parametrize("folder", SAVED, ids=[folder.name for folder in SAVED])
def test_a_page_saved_by_a_browser_gives_the_record_of_the_page(folder: Path) -> None:
    """Chromium's snapshot of a fixture: the same article as from the fixture's own HTML."""
    case = folder.name.partition("--")[2]
    [page] = (found for form in ("html", "xhtml") for found in FIXTURES.glob(f"{form}--{case}/page.*"))
    options = folder / "options.json"
    given = json.loads(options.read_text("utf-8")) if options.exists() else {}
    saved = newsx.extract((folder / "page.mhtml").read_bytes(), **given)
    assert saved.source.form == "mhtml"
    assert draft(saved) == draft(newsx.extract(page.read_bytes(), **given))


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_page_is_unpacked_from_each_encoding_of_mail(encoding: str) -> None:
    """And gives the record that its HTML gives."""
    article = newsx.extract(mhtml(PAGE.encode(), encoding=encoding))
    assert draft(article) == draft(newsx.extract(PAGE.encode(), url=URL))
    assert newsx.extract(mhtml(PAGE.encode(), encoding=encoding), form="mhtml") == article
    assert newsx.extract(gzip.compress(mhtml(PAGE.encode(), encoding=encoding))).text == article.text


@pytest.mark.parametrize(
    ("codec", "charset", "name", "by"),
    [
        ("utf-8", "", "utf-8", "utf-8"),
        ("utf-8", '; charset="windows-1252"', "utf-8", "utf-8"),
        ("cp1252", '; charset="windows-1252"', "windows-1252", "declared"),
        ("utf-16-le", "; charset=utf-16", "utf-16-le", "utf-16"),
        ("utf-8", "; charset=no-such", "utf-8", "utf-8"),
    ],
)
def test_the_charset_of_the_part_counts_where_the_bytes_do_not_tell(
    codec: str, charset: str, name: str, by: str
) -> None:
    """As with what a page itself declares: bytes that are UTF-8 are UTF-8."""
    text = "<html><body><p>“café” – déjà vu</p></body></html>" if codec == "cp1252" else PAGE
    decoded = unpack(mhtml(text.encode(codec), encoding="base64", charset=charset)).decoded
    assert (decoded.text, decoded.encoding, decoded.by) == (text, name, by)


def test_the_address_of_the_part_is_that_of_the_page() -> None:
    """Where the caller gives none, and where it is an address of the web."""
    bare = PAGE.replace('<link rel="canonical" href="https://gaon.example/bihar/pulia-101.html">', "")
    assert newsx.extract(mhtml(bare.encode())).url == URL
    assert (
        newsx.extract(mhtml(bare.encode()), url="https://gaon.example/other.html").url
        == "https://gaon.example/other.html"
    )
    local = mhtml(bare.encode()).replace(URL.encode(), b"file:///home/page.html")
    assert newsx.extract(local).url is None
    folded = mhtml(bare.encode()).replace(b"/bihar/pulia", b"/bihar/\r\n pulia")
    assert newsx.extract(folded).url == URL


def test_the_page_is_the_root_part() -> None:
    """The first page, unless the `start` parameter names another: frames are pages too."""
    frame = b"----x\r\nContent-Type: text/html\r\nContent-ID: <frame>\r\n\r\n<p>ad</p>\r\n"
    data = mhtml(PAGE.encode(), before=frame)
    assert newsx.extract(data).headline != HEADLINE
    named = data.replace(b'type="text/html";', b'type="text/html"; start="<page>";')
    assert newsx.extract(named).headline == HEADLINE


def test_a_single_page_as_mail_is_read() -> None:
    """Old browsers wrote a page without pictures as a message of one part."""
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert newsx.extract(head + PAGE.encode()).headline == HEADLINE


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nno boundary",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nx\n--x--\n",
        b"".join(
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x%d\n\n--x%d\n" % (depth, depth)
            for depth in range(3000)
        ),
    ],
)
def test_mail_without_a_page_is_told(data: bytes) -> None:
    """However deep the parts of it are nested."""
    assert is_mhtml(data)
    with pytest.raises(InputError) as raised:
        newsx.extract(data)
    assert raised.value.kind == "no_page_in_mhtml"


def test_what_only_speaks_of_mail_is_no_mhtml() -> None:
    """Header fields stand first, and name a page or parts."""
    assert not is_mhtml(b"From: x\r\nSubject: MIME-Version\r\n\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n")
    assert not is_mhtml("From: नई दिल्ली\nMIME-Version: 1.0 की कहानी\n".encode())
    assert not is_mhtml(PAGE.encode())


def test_a_caller_may_take_it_for_something_else() -> None:
    """The form that is asked for overrules the content."""
    assert newsx.extract(mhtml(PAGE.encode(), encoding="8bit"), form="text").source.form == "text"
    with pytest.raises(InputError):
        newsx.extract(PAGE.encode(), form="mhtml")
