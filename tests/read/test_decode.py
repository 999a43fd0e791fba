"""Bytes become text by the first step that fits, and the record can say which it was."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newsx.errors import DecodingError, EmptyInputError, OptionError
from newsx.read.decode import Decoded, decode

HINDI = (
    "नई दिल्ली: राजधानी में शुक्रवार को तेज बारिश हुई। क्\u200dया पढ़ाई रुकेगी? "
    "राज्\u200dय सरकार ने 12 जिलों में अलर्ट जारी किया; ‘घर पर रहें’।\n"
)
ENGLISH = "“It’s raining,” the minister said – and the café stayed closed on Monday.\n"


def kinds(decoded: Decoded) -> list[str]:
    return [warned.kind for warned in decoded.warnings]


@pytest.mark.parametrize(
    ("data", "encoding", "by"),
    [
        pytest.param(HINDI.encode(), "utf-8", "utf-8", id="utf-8"),
        pytest.param(HINDI.encode("utf-8-sig"), "utf-8", "bom", id="utf-8-bom"),
        pytest.param(b"\xff\xfe" + HINDI.encode("utf-16-le"), "utf-16-le", "bom", id="utf-16-le-bom"),
        pytest.param(b"\xfe\xff" + HINDI.encode("utf-16-be"), "utf-16-be", "bom", id="utf-16-be-bom"),
        pytest.param(HINDI.encode("utf-16-le"), "utf-16-le", "utf-16", id="utf-16-le"),
        pytest.param(HINDI.encode("utf-16-be"), "utf-16-be", "utf-16", id="utf-16-be"),
        pytest.param(b"\xff\xfe\x00\x00" + HINDI.encode("utf-32-le"), "utf-32-le", "bom", id="utf-32-le-bom"),
        pytest.param(b"\x00\x00\xfe\xff" + HINDI.encode("utf-32-be"), "utf-32-be", "bom", id="utf-32-be-bom"),
    ],
)
def test_hindi_in_a_unicode_encoding_is_read_code_point_for_code_point(data: bytes, encoding: str, by: str) -> None:
    """With a byte order mark or without, the text comes back exactly, joiners included and the mark left out."""
    assert decode(data) == Decoded(HINDI, encoding, by)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [HINDI * 50, f"<html><body><p>{HINDI}</p></body></html>", "a", "🙏 " * 3000])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(text: str, encoding: str) -> None:
    """Markup, long Hindi, one letter and text of surrogate pairs are all told from UTF-8."""
    assert decode(text.encode(encoding)) == Decoded(text, encoding, "utf-16")


@pytest.mark.parametrize("text", ["1\t2\t3\t4\t" * 600, "a\x00b" + HINDI, " " * 5000 + "x", "\t" * 5000 + "x"])
def test_what_only_looks_like_utf_16_is_utf_8(text: str) -> None:
    """Tables of tabs, stray NULs and wide indents stay what they are."""
    assert decode(text.encode()) == Decoded(text, "utf-8", "utf-8")


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "us-ascii", "x-user-defined", "nonsense"])
def test_valid_utf_8_is_utf_8_whatever_the_page_declares(declared: str) -> None:
    """A wrong declaration does no harm where the bytes speak for themselves."""
    page = f'<html><head><meta charset="{declared}"></head><body>{HINDI}</body></html>'
    assert decode(page.encode()) == Decoded(page, "utf-8", "utf-8")


def test_a_few_bad_bytes_are_replaced_counted_and_warned_of() -> None:
    """Hindi with a broken byte here and there keeps all the rest."""
    text = HINDI * 10
    data = text.encode()
    broken = b"\xff" + data[:500] + b"\xff" + data[500:]
    decoded = decode(broken)
    assert (decoded.encoding, decoded.by, kinds(decoded)) == ("utf-8", "utf-8-repaired", ["bad_bytes"])
    assert decoded.warnings[0].message.endswith(": " + str(decoded.text.count("\ufffd")))
    assert len(decoded.text) - len(text) <= 4


def test_a_page_cut_off_inside_a_letter_loses_that_letter_alone() -> None:
    """The last, incomplete sequence is one bad sequence."""
    decoded = decode("नमस्ते दिल्ली".encode()[:-1])
    assert decoded.text == "नमस्ते दिल्ल\ufffd"
    assert decoded.warnings[0].message.endswith(": 1")


def test_replacement_signs_of_the_page_itself_are_not_counted() -> None:
    """U+FFFD that was saved as such is text."""
    assert decode(("\ufffd" + HINDI).encode()).warnings == ()
    assert decode(("\ufffd" + HINDI).encode() + b"\xff").warnings[0].message.endswith(": 1")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1252">',
        "<meta charset=iso-8859-1>",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-1'>",
        '<?xml version="1.0" encoding="latin1"?>',
        f'<!-- {"x" * 3000} --><meta name=a content=b><meta charset="ascii">',
        '<meta charset="utf-8"><meta charset="cp1252">',
        '<meta charset="unknown-8bit"><meta charset="x-cp1252">',
    ],
)
def test_declared_charset_is_read_as_browsers_do(declaration: str) -> None:
    """Latin-1 and its aliases are windows-1252; a declared UTF-8 that is none does not count."""
    page = declaration + ENGLISH
    assert decode(page.encode("cp1252")) == Decoded(page, "windows-1252", "declared")


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("shift_jis", "cp932", "東京で大雨が降った。"),
        ("gb2312", "gbk", "北京下了大雨。"),
        ("euc-kr", "cp949", "서울에 비가 왔다."),
        ("windows-1251", "cp1251", "В Москве дождь."),
    ],
)
def test_declared_charset_of_another_script_is_used(label: str, codec: str, text: str) -> None:
    """Legacy pages of other languages are read by their declaration."""
    page = f'<meta charset="{label}">{text * 20}'
    decoded = decode(page.encode(codec))
    assert (decoded.text, decoded.by) == (page, "declared")


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (ENGLISH * 20, "cp1252", "windows-1252"),
        ("El señor presidente habló ayer del año próximo y de la nación española. " * 10, "cp1252", "windows-1252"),
        ("Сегодня в Москве прошёл сильный дождь, сообщили в мэрии города. " * 10, "cp1251", "windows-1251"),
    ],
)
def test_undeclared_legacy_text_is_detected(text: str, codec: str, encoding: str) -> None:
    """Without a declaration the bytes are judged, and Western ones are windows-1252."""
    assert decode(text.encode(codec)) == Decoded(text, encoding, "detected")


def test_bytes_that_nothing_fits_are_repaired_utf_8() -> None:
    """There is always a text, and the warning tells what became of the rest."""
    decoded = decode(bytes(range(128, 256)) * 3 + b"x")
    assert decoded.by in {"detected", "utf-8-repaired"}
    assert "x" in decoded.text


@pytest.mark.parametrize("wrong", ["latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "sloppy-windows-1251"])
@pytest.mark.parametrize("times", [1, 2])
def test_mojibake_is_mended(wrong: str, times: int) -> None:
    """Hindi that was read in a wrong encoding and saved again, once or twice, comes back exactly."""
    import ftfy  # noqa: F401  (registers the sloppy codecs)

    spoilt = HINDI
    for _ in range(times):
        spoilt = spoilt.encode().decode(wrong)
    decoded = decode(spoilt.encode())
    assert (decoded.text, decoded.encoding, decoded.by, kinds(decoded)) == (HINDI, "utf-8", "mojibake", ["mojibake"])


def test_mojibake_is_mended_line_by_line() -> None:
    """One spoilt line among good ones leaves those as they were, odd signs and all."""
    good = HINDI + "कीमत: 5 ¤, “उद्धरण”, ﬁ, Ａ\n"
    decoded = decode((good + HINDI.encode().decode("latin-1")).encode())
    assert decoded.text == good + HINDI


@pytest.mark.parametrize("text", ["कीमत 5 ¤ है।", "Ã¤ und Ã¶ sind Beispiele ¤", ENGLISH + "¤"])
def test_signs_that_only_look_like_mojibake_stay(text: str) -> None:
    """No change is made that brings no Devanagari."""
    assert decode(text.encode()) == Decoded(text, "utf-8", "utf-8")


@pytest.mark.parametrize(
    ("data", "asked", "encoding"),
    [
        (HINDI.encode(), "UTF8", "utf-8"),
        (HINDI.encode("utf-8-sig"), "utf-8", "utf-8"),
        (HINDI.encode("utf-16"), "utf-16", "utf-16"),
        (b"\xfe\xff" + HINDI.encode("utf-16-be"), "UTF-16", "utf-16"),
        (HINDI.encode("utf-16-be"), "utf-16-be", "utf-16-be"),
        (HINDI.encode("utf-16-le"), "UTF-16LE", "utf-16-le"),
    ],
)
def test_asked_encoding_is_used(data: bytes, asked: str, encoding: str) -> None:
    """The caller's word counts, by any usual name, and a byte order mark is no text."""
    assert decode(data, asked) == Decoded(HINDI, encoding, "option")


def test_asked_encoding_overrides_what_the_bytes_say() -> None:
    """Valid UTF-8 is read as the caller says, and nothing is mended after."""
    spoilt = "नई".encode().decode("latin-1")
    assert decode("é".encode(), "latin1") == Decoded("Ã©", "windows-1252", "option")
    assert decode(spoilt.encode(), "utf-8") == Decoded(spoilt, "utf-8", "option")


@pytest.mark.parametrize("asked", ["utf-99", "", "a\x00b", "base64", "rot13", "x-user-defined"])
def test_unknown_encoding_is_an_option_error(asked: str) -> None:
    """A name that stands for no encoding of text is refused as an argument."""
    with pytest.raises(OptionError):
        decode(HINDI.encode(), asked)


def test_bytes_not_in_the_asked_encoding_are_named_with_their_offset() -> None:
    """The error tells the first byte that does not fit and where it stands."""
    with pytest.raises(DecodingError, match=r"not utf-8: byte 0xff at offset 3\b"):
        decode("न".encode() + b"\xff", "utf-8")


@pytest.mark.parametrize(
    "data", [b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", " \n".encode("utf-16-le"), "\u00a0".encode()]
)
def test_nothing_but_white_space_is_an_empty_input(data: bytes) -> None:
    """White space, a byte order mark or both hold nothing to read."""
    with pytest.raises(EmptyInputError):
        decode(data)


def test_white_space_in_the_asked_encoding_is_an_empty_input() -> None:
    """The caller's word does not make a page of nothing."""
    with pytest.raises(EmptyInputError):
        decode(b"\xef\xbb\xbf \n", "utf-8")


def test_one_byte_is_a_text() -> None:
    """A page of one letter can be read; whether it is an article is not for this step."""
    assert decode(b"x") == Decoded("x", "utf-8", "utf-8")


def test_valid_utf_8_loads_no_encoding_library() -> None:
    """The usual page pays for neither detection nor mending."""
    program = (
        "import sys; from newsx.read.decode import decode; decode('नई दिल्ली'.encode());"
        "print({'ftfy', 'charset_normalizer', 'webencodings'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
