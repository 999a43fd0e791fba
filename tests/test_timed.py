"""`newsx.extract(..., timeout=...)`: a limit of time for one page, kept by a process that is ended."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import newsx
from tests.cli.invented import PAGE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied there")


def test_the_article_is_that_without_a_limit() -> None:
    """Errors as well."""
    assert newsx.extract(PAGE, timeout=60) == newsx.extract(PAGE)
    with pytest.raises(newsx.EmptyInputError, match="empty"):
        newsx.extract("", timeout=60)


def test_a_page_that_takes_too_long_is_an_error(tmp_path: Path) -> None:
    """A pipe that nobody writes to never ends; no process is left behind."""
    pipe = tmp_path / "slow.html"
    os.mkfifo(pipe)
    begun = time.perf_counter()
    with pytest.raises(newsx.NewsxError, match=r"no result after 0\.2 seconds") as told:
        newsx.extract(pipe, timeout=0.2)
    assert told.value.kind == "timeout"
    assert time.perf_counter() - begun < 30
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), "5", 10**6])
def test_what_is_no_limit_of_time_is_told(timeout: Any) -> None:
    """As of `extract_many`."""
    with pytest.raises(newsx.OptionError, match="timeout must be a number of seconds"):
        newsx.extract(PAGE, timeout=timeout)


def _in_worker(page: str) -> str:
    try:
        newsx.extract(page, timeout=60)
    except newsx.OptionError as error:
        return str(error)
    return ""


def test_a_worker_that_may_not_start_a_process_is_told() -> None:
    """Workers of `multiprocessing.Pool` are such."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert "newsx.extract_many keeps it" in pool.apply(_in_worker, (PAGE,))
