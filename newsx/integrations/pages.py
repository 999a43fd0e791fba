"""What all engines share: one page of a data set in, its article out, or the error that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsx.errors import InputError, NewsxError, OptionError

if TYPE_CHECKING:
    from newsx.article import Article
    from newsx.read.source import RawInput


def article_of(page: Any, name: str | None = None, url: Any = None, captured_at: Any = None) -> Article | NewsxError:
    """The article of a page, as `newsx batch` reads it from a row of JSON Lines, or from a file.

    Nothing is raised, for one page must not cost an engine the others of its task.

    Args:
        page: text, or the bytes of a file.
        name: what the record calls it.
        url: where it was saved from. What is no whole address becomes a warning of the record.
        captured_at: when it was saved, as text in ISO 8601.
    """
    try:
        if captured_at is not None and not isinstance(captured_at, str):
            # An engine's own timestamps have lost their zone, and would be taken for times of India.
            raise OptionError(f"captured_at must be text such as 2026-02-04T20:42+05:30; got {captured_at!r}")
        from newsx.pipeline import examine_input

        raw = _input(page, url)._replace(name=name)
        return examine_input(raw, captured_at=captured_at).article
    except NewsxError as error:
        return error
    except MemoryError:
        return NewsxError("there is not enough memory for it", kind="memory")
    except Exception as error:  # noqa: BLE001 - a bug that one page meets must not cost the others their records
        return NewsxError(f"newsx failed on it ({type(error).__name__}: {error}), which is a bug", kind="bug")


def _input(page: Any, url: Any) -> RawInput:
    from newsx.read.containers.json_lines import row_input
    from newsx.read.source import load

    if isinstance(page, str):
        return row_input(page, url)
    if isinstance(page, bytes | bytearray):
        return load(bytes(page))._replace(url=url)
    raise InputError(f"its row holds no page but {page!r:.60}", kind="no_field")
