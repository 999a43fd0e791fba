"""Records are found in sound and in damaged archives: all that are whole, and each loss between them."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from itertools import accumulate

import pytest
from fastwarc.warc import ArchiveIterator

from newsx.read.containers import records as records_module
from newsx.read.containers.records import Loss, Record, open_at, take_header, walk
from tests.read.containers.crawl import Response, other, record, whole_file_gzip

PLAIN, MEMBERS, WHOLE = "plain", "members", "whole"
FORMS = [PLAIN, MEMBERS, WHOLE]


def response(number: int, size: int = 3000) -> Response:
    body = b"<p>%d</p>" % number + bytes(97 + (at * at + number) % 26 for at in range(size))
    return Response(f"https://gaon.example/{number}", body)


def archive(form: str, plain: list[bytes]) -> bytes:
    if form == MEMBERS:
        return b"".join(gzip.compress(one, mtime=0) for one in plain)
    return whole_file_gzip(plain) if form == WHOLE else b"".join(plain)


def sound(count: int = 5) -> list[bytes]:
    return [record(response(number), packed=False) for number in range(count)]


def found(data: bytes) -> list[str]:
    """The last part of the address of each record, ``!`` for each loss."""
    return [shown(one) for one in walk(io.BytesIO(data))]


def shown(one: Record | Loss) -> str:
    return "!" if isinstance(one, Loss) else one.headers.get("warc-target-uri", "?").rpartition("/")[2]


def messages(data: bytes) -> list[str]:
    return [one.message for one in walk(io.BytesIO(data)) if isinstance(one, Loss)]


@pytest.mark.parametrize("form", FORMS)
def test_each_record_is_found_and_read_again(form: str) -> None:
    """By its place, with its block to the byte, in any order."""
    plain = [other("warcinfo", packed=False), *sound(), other("request", packed=False)]
    data = archive(form, plain)
    walked = list(walk(io.BytesIO(data)))
    oracle = [
        (one.headers["WARC-Record-ID"], one.reader.read())
        for one in ArchiveIterator(io.BytesIO(data), parse_http=False)
    ]
    assert len(walked) == len(oracle) == 7
    for one, (name, block) in reversed(list(zip(walked, oracle, strict=True))):
        assert isinstance(one, Record)
        stream = open_at(io.BytesIO(data), one.place)
        headers, length = take_header(stream)
        assert headers == one.headers
        assert headers["warc-record-id"] == name
        assert stream.peek(length) == block
        assert block.startswith(one.head)


def cut(one: bytes) -> bytes:
    return one[: len(one) // 2]


def longer(one: bytes) -> bytes:
    return with_length(one, lambda length: length + 500)


def endless(one: bytes) -> bytes:
    return with_length(one, lambda length: 10**15)


def shorter(one: bytes) -> bytes:
    return with_length(one, lambda length: length - 500)


def no_length(one: bytes) -> bytes:
    return one.replace(b"Content-Length: ", b"Content-Lengths: ", 1)


def no_number(one: bytes) -> bytes:
    return one.replace(b"Content-Length: ", b"Content-Length: -", 1)


def other_magic(one: bytes) -> bytes:
    return one.replace(b"WARC/1.0", b"XARC/1.0", 1)


def noise(one: bytes) -> bytes:
    return b"\r\n".join([b"\x00\xff\x01noise" * 40] * 3) + b"\r\n\r\n"


def with_length(one: bytes, change: Callable[[int], int]) -> bytes:
    head, _, rest = one.partition(b"Content-Length: ")
    length, _, rest = rest.partition(b"\r\n")
    return head + b"Content-Length: %d\r\n" % change(int(length)) + rest


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "damage", [cut, longer, endless, shorter, no_length, no_number, other_magic, noise], ids=lambda one: one.__name__
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_damaged_record_costs_itself_alone(form: str, damage: Callable[[bytes], bytes], place: int) -> None:
    """Whatever is wrong with it, wherever it stands: those beside it are found, and the loss is told once."""
    plain = sound()
    plain[place] = damage(plain[place])
    expected = ["!" if number == place else str(number) for number in range(5)]
    assert found(archive(form, plain)) == expected


def flipped(data: bytes) -> Iterator[bytes]:
    for place in range(0, len(data), 7):
        yield data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]


def test_any_byte_of_a_gzip_member_may_be_another() -> None:
    """The members beside it are read, and what is given of it itself is what it held."""
    plain = sound(3)
    members = [gzip.compress(one, mtime=0) for one in plain]
    for broken in flipped(members[1]):
        names = found(members[0] + broken + members[2])
        assert names in (["0", "!", "2"], ["0", "1", "2"])
        if names[1] == "1":  # a byte of the gzip header that tells nothing of the content
            assert zlib.decompress(broken, 31) == plain[1]


def test_any_byte_of_one_gzip_member_for_all_may_be_another() -> None:
    """The records before the break are read, and that there is one is told, if only by the check sum at the end."""
    plain = sound()
    data = archive(WHOLE, plain)
    for broken in flipped(data):
        names = found(broken)
        assert ("!" in names) == (gzip_content(broken) is None)
        ends = list(accumulate(map(len, plain)))
        before = sum(end <= undone_alike(broken, b"".join(plain)) for end in ends)
        assert names[:before] == [str(number) for number in range(before)]


def undone_alike(packed: bytes, content: bytes) -> int:
    """How many bytes come of packed data as they were, before the first that is another or cannot be undone."""
    inflater, undone = zlib.decompressobj(31), b""
    with contextlib.suppress(zlib.error):
        for at in range(len(packed)):
            undone += inflater.decompress(packed[at : at + 1])
    return next((at for at, pair in enumerate(zip(undone, content, strict=False)) if pair[0] != pair[1]), len(undone))


def gzip_content(data: bytes) -> bytes | None:
    try:
        return zlib.decompress(data, 31)
    except zlib.error:
        return None


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_cut_gives_what_is_there(form: str) -> None:
    """At whatever byte it was cut."""
    data = archive(form, sound(3))
    for end in range(len(data) - 1, 50, -97):
        names = found(data[:end])
        whole = [name for name in names if name != "!"]
        assert whole == ["0", "1", "2"][: len(whole)]
        assert names[len(whole) :] in ([], ["!"])
        content = gzip_content(data[:end]) if form != PLAIN else data[:end]
        if len(whole) < 3:
            assert names[-1] == "!" or content is not None


def test_bytes_between_members_are_told() -> None:
    """But for zeros, which fill up blocks; and a first member that is none does not make the file a plain one."""
    first, second = (gzip.compress(one, mtime=0) for one in sound(2))
    assert found(first + b"noise" * 9 + second + b"\0" * 700) == ["0", "!", "1"]
    assert found(b"noise" * 9 + first + second) == ["!", "0", "1"]
    assert messages(first + b"noise") == [f"5 bytes from byte {len(first):,} on are no record"]


@pytest.mark.parametrize("form", [PLAIN, MEMBERS])
def test_an_archive_inside_a_record_is_its_content(form: str) -> None:
    """Its records are not those of the archive around it."""
    inner = archive(form, sound(2))
    plain = [record(Response("https://gaon.example/inner", inner), packed=False), sound(1)[0]]
    assert found(archive(form, plain)) == ["inner", "0"]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n\r\n\r\n"])
def test_other_line_ends_are_read(line_end: bytes) -> None:
    """Headers that end in LF alone, and more or fewer blank lines between records than the standard has."""
    head, _, block = sound(1)[0].partition(b"\r\n\r\n")
    one = head.replace(b"\r\n", b"\n") + b"\n\n" + block.rstrip(b"\r\n") + line_end
    assert found(one * 3) == ["0", "0", "0"]


def test_many_false_lengths_are_not_read_over_and_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one gzip member the bytes behind each would have to be undone anew."""
    monkeypatch.setattr(records_module, "_REREADS", 2)
    plain = sound(12)
    for number in range(0, 12, 2):
        plain[number] = endless(plain[number])
    expected = ["!" if number % 2 == 0 else str(number) for number in range(12)]
    assert found(archive(WHOLE, plain)) == expected
