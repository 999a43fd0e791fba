"""From bytes to text, one step after the other, and a word on which step it was.

The steps: a byte order mark; UTF-16 without one; strict UTF-8; UTF-8 with few bad bytes; the charset that the server
or the page declares; charset-normalizer. Bytes that are valid UTF-8 are UTF-8 whatever is declared: Hindi in another
encoding is valid UTF-8 by no accident. Text that went through a wrong encoding before it was saved is mended last.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from newsx.article import Warned
from newsx.errors import DecodingError, EmptyInputError, OptionError

_BOMS = (  # UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_DECLARATION_WITHIN = 16_384  # browsers look at 1,024 bytes; saved pages have banners and scripts above the meta
_DECLARED = (  # compiled where it is used: a page in UTF-8 does not need it
    rb"""(?i)<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})"""
)
_RULED_OUT = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]  # by the steps before
_REPLACEMENT = "\ufffd"
_GOOD_TO_BAD = 2  # of valid to broken UTF-8 sequences; by accident legacy encodings of news pages stay below 0.5
# The second byte of nearly all Devanagari letters is 0xA4, which nearly all legacy encodings show as this sign.
_MOJIBAKE_MARK = "\xa4"
_DEVANAGARI = "[\u0900-\u097f]"


class Decoded(NamedTuple):
    """The text of a page and how it was got from the bytes."""

    text: str
    encoding: str
    """Canonical lower-case name, such as ``utf-8``, ``utf-16-le``, ``windows-1252``."""
    by: str
    """The step that settled it, see `newsx.article.Source.encoding_by`."""
    warnings: tuple[Warned, ...] = ()


def decode(data: bytes, encoding: str | None = None, *, declared: str | None = None) -> Decoded:
    """The text of a page.

    Args:
        data: the page, decompressed.
        encoding: the encoding to use instead of finding it out: a label of the WHATWG Encoding Standard, read as
            browsers do (``latin1`` is windows-1252), or a name that Python knows.
        declared: the encoding that the server told, which counts for more than what the page does.

    Raises:
        OptionError: there is no encoding of that name.
        DecodingError: the bytes are not in that encoding.
        EmptyInputError: the text is nothing but white space.
    """
    decoded = _find_out(data, declared) if encoding is None else _as_asked(data, encoding)
    if not decoded.text or decoded.text.isspace():
        raise EmptyInputError("the input holds nothing but white space")
    return decoded


def utf16_without_bom(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where the first bytes read as text in it, else None.

    Spaces, digits and markup have a zero byte in each unit, always on the same side; that pattern is the sign.
    """
    sample = data[: min(_SAMPLE, len(data) & ~1)]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if max(zeros) * 20 < max(20, len(sample) // 2) or min(zeros) * 50 > max(zeros):
        return None
    name = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    text = sample.decode(name, "replace")
    readable = sum(char.isprintable() or char.isspace() for char in text if char != _REPLACEMENT)
    return name if readable * 20 >= len(text) * 19 else None


def _find_out(data: bytes, declared: str | None) -> Decoded:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _leniently(data[len(mark) :], name, "bom")
    if name16 := utf16_without_bom(data):
        return _leniently(data, name16, "utf-16")
    try:
        decoded = Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError:
        decoded = _few_bad_bytes(data) or _declared(data, declared) or _detected(data) or _repaired(data)
    return _without_mojibake(decoded)


def _leniently(data: bytes, name: str, by: str, codec: str | None = None) -> Decoded:
    text = data.decode(codec or name, "replace")
    bad = text.count(_REPLACEMENT)
    if bad and name.startswith("utf-"):  # the page itself may hold the sign
        bad -= data.count(_REPLACEMENT.encode(name))
    if bad <= 0:
        return Decoded(text, name, by)
    return Decoded(text, name, by, (Warned("bad_bytes", f"not valid {name}, replaced with U+FFFD: {bad}"),))


def _repaired(data: bytes) -> Decoded:
    return _leniently(data, "utf-8", "utf-8-repaired")


def _few_bad_bytes(data: bytes) -> Decoded | None:
    decoded = _repaired(data)
    bad = decoded.text.count(_REPLACEMENT)
    beyond_ascii = len(decoded.text) - len(decoded.text.encode("ascii", "ignore"))
    return decoded if beyond_ascii - bad >= _GOOD_TO_BAD * bad else None


def _declared(data: bytes, by_server: str | None) -> Decoded | None:
    import webencodings

    by_page = ((found[1] or found[2]).decode() for found in re.finditer(_DECLARED, data[:_DECLARATION_WITHIN]))
    for name in [by_server or "", *by_page]:
        label = webencodings.lookup(name)
        # UTF-8 was tried before, and UTF-16 could not have been declared in bytes that read as ASCII
        if label is not None and not label.name.startswith(("utf-", "replacement", "x-user-defined")):
            return _leniently(data, label.name, "declared", label.codec_info.name)
    return None


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_exclusion=_RULED_OUT)
    if any("cp1252" in match.could_be_from_charset for match in matches):
        encoding = "cp1252"  # it tells the Latin sets badly apart (señor becomes seńor), and browsers take this one
    elif best := matches.best():
        encoding = best.encoding
    else:
        return None
    name, codec = _lookup(encoding)
    return _leniently(data, name, "detected", codec)


def _without_mojibake(decoded: Decoded) -> Decoded:
    """Devanagari that shows as ``à¤¨à¤ˆ`` is put right, line by line, and only where that gives more Devanagari."""
    if _MOJIBAKE_MARK not in decoded.text:
        return decoded
    from ftfy import fix_encoding

    lines = decoded.text.split("\n")
    mended = 0
    for number, line in enumerate(lines):
        if _MOJIBAKE_MARK in line:
            fixed = fix_encoding(line)
            if len(re.findall(_DEVANAGARI, fixed)) > len(re.findall(_DEVANAGARI, line)):
                lines[number] = fixed
                mended += 1
    if not mended:
        return decoded
    warned = Warned("mojibake", f"lines mended that a wrong encoding had spoilt before: {mended}")
    return Decoded("\n".join(lines), decoded.encoding, "mojibake", (*decoded.warnings, warned))


def _as_asked(data: bytes, encoding: str) -> Decoded:
    name, codec = _lookup(encoding)
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"), name, "option")
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"the input is not {name}: byte {data[error.start]:#04x} at offset {error.start:,} ({error.reason}); "
            "leave the encoding out to have it found"
        ) from error
    except (LookupError, UnicodeError) as error:
        raise OptionError(f"{encoding!r} is not an encoding of text") from error


def _lookup(encoding: str) -> tuple[str, str]:
    """Canonical name and Python codec of an encoding's name."""
    import webencodings

    label = webencodings.lookup(encoding)
    if label is not None and not label.name.startswith("utf-"):
        return label.name, label.codec_info.name
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise OptionError(f"unknown encoding {encoding!r}; try utf-8, utf-16 or windows-1252") from error
    return name, name
