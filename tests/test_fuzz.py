"""The search for inputs that break newsx: what it finds is told so that it can be repeated."""

from __future__ import annotations

import mmap
import os
import random
import sys
import time

import pytest

from benchmarks import fuzz

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="its workers are forks")


def test_a_number_makes_the_same_input_again() -> None:
    """With the same seed; other numbers and seeds make others."""
    pages = fuzz.seeds()
    made = [fuzz.spoilt(pages, random.Random(name)) for name in ("1 7", "1 7", "1 8", "2 7")]
    assert made[0] == made[1]
    assert len(set(made)) == 3
    assert max(map(len, made)) <= fuzz.LARGEST


def test_each_way_to_spoil_a_page_takes_any_page() -> None:
    """Also one without markup, and an empty one."""
    chance = random.Random(1)
    for way in set(fuzz.WAYS):
        for page in (b"", b"x", b"<p", b"<p>a</p><a href='x'>b c</a>"):
            assert isinstance(way(page, [b"<i>page</i>"], chance), bytes)


def test_inputs_give_a_record_or_an_error_of_newsx() -> None:
    """Forty of them, in processes of their own, whatever addresses this one has that it does not use."""
    unused = mmap.mmap(-1, 6_000_000_000)
    found = list(fuzz.outcomes(1, range(1_000, 1_040)))
    assert [outcome.number for outcome in found] == list(range(1_000, 1_040))
    unused.close()
    assert [outcome for outcome in found if outcome.message] == []


def _spoil_the_third(data: bytes) -> str:
    _spoil_the_third.calls += 1  # type: ignore[attr-defined]
    if _spoil_the_third.calls == 3:  # type: ignore[attr-defined]
        _spoil_the_third.how(data)  # type: ignore[attr-defined]
    return "article"


def _hang(_: bytes) -> None:
    import signal

    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(60)


def _sleep(_: bytes) -> None:
    time.sleep(60)


def _fill(_: bytes) -> None:
    filled = [b"x" * 1_000_000 for _ in range(300)]
    time.sleep(len(filled))


def _exit(_: bytes) -> None:
    os._exit(7)


def _fail(_: bytes) -> None:
    raise KeyError("no such key")


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for the memory of a process")
@pytest.mark.parametrize(
    ("how", "what", "message"),
    [
        (_hang, "hang", "input 12 takes more than 10 seconds"),
        (_sleep, "it takes more than 5 seconds", "it takes more than 5 seconds"),
        (_fill, "memory", "it takes more than 50,000,000 bytes"),
        (_exit, "crash", "its process ended with 7"),
        (_fail, "'no such key'", "'no such key'"),
    ],
)
def test_an_input_that_fails_is_told_by_its_number(
    monkeypatch: pytest.MonkeyPatch, how: object, what: str, message: str
) -> None:
    """Whatever it does to its process, and the others are tried all the same."""
    monkeypatch.setattr(fuzz, "LIMIT", 5)  # of which a busy machine takes its part
    monkeypatch.setattr(fuzz, "MEMORY", 50_000_000)
    monkeypatch.setattr(fuzz, "check", _spoil_the_third)
    monkeypatch.setattr(_spoil_the_third, "calls", 0, raising=False)
    monkeypatch.setattr(_spoil_the_third, "how", how, raising=False)
    found = list(fuzz.outcomes(1, range(10, 14)))
    assert [outcome.number for outcome in found] == [10, 11, 12, 13]
    [failed] = [outcome for outcome in found if outcome.message]
    assert (failed.number, failed.what) == (12, what)
    assert failed.message.startswith(message)
