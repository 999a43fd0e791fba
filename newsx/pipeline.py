"""The chain from bytes to the record: read, label, assemble. Each step is a plain function of its own room."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import get_args

from newsx.article import Article, Source, Warned
from newsx.assemble import assemble
from newsx.errors import EmptyInputError, OptionError
from newsx.label import label
from newsx.page import Form, LabelledPage, Page
from newsx.read.sniff import sniff_form

_INDIA = timezone(timedelta(hours=5, minutes=30))


@dataclass(frozen=True, slots=True)
class Examined:
    """An article and the labelled page that it was assembled from, for `newsx explain` and the readable view."""

    labelled: LabelledPage
    article: Article


@dataclass(frozen=True, slots=True)
class _Content:
    text: str
    source: Source
    warnings: tuple[Warned, ...]


def extract(
    source: bytes | str | os.PathLike[str],
    *,
    url: str | None = None,
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
) -> Article:
    """The article of one saved page.

    Args:
        source: the page: bytes or text are its content, a path object is a file. gzip is undone.
        url: where the page was saved from, if known.
        captured_at: when it was saved, as ISO 8601 or a datetime; only relative times (`27 मिनट पहले`) need it.
        form: `text`, `html`, `xhtml` or `amp`, where the content must not decide.
        encoding: name of the encoding, where the content must not decide.

    Raises:
        NewsxError: the input cannot be read as a saved page, or an argument is not usable.
    """
    return examine(source, url=url, captured_at=captured_at, form=form, encoding=encoding).article


def examine(
    source: bytes | str | os.PathLike[str],
    *,
    url: str | None = None,
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
) -> Examined:
    """As `extract`, with the labelled page beside the article."""
    if form is not None and form not in get_args(Form):
        raise OptionError(f"form must be one of {', '.join(get_args(Form))}; got {form!r}")
    moment = _moment(captured_at)
    content = _content(source, form, encoding)
    page = _read(content.text, form or sniff_form(content.text), url)
    labelled = label(page)
    from_source = Source(
        name=content.source.name,
        form=page.form,
        encoding=content.source.encoding,
        encoding_by=content.source.encoding_by,
        bytes=content.source.bytes,
        sha256=content.source.sha256,
    )
    article = assemble(labelled, from_source, warnings=content.warnings, url=url, captured_at=moment)
    return Examined(labelled, article)


def _content(source: bytes | str | os.PathLike[str], form: Form | None, encoding: str | None) -> _Content:
    if isinstance(source, str):
        if not source.strip():
            raise EmptyInputError("the text is empty; give the content of a saved page")
        data = source.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).hexdigest()
        return _Content(source, Source(None, "", None, None, len(data), digest), ())
    from newsx.read.decode import decode
    from newsx.read.sniff import check_readable
    from newsx.read.source import load

    raw = load(source)
    if encoding is None:
        check_readable(raw.data)
    decoded = decode(raw.data, encoding)
    return _Content(
        decoded.text,
        Source(raw.name, "", decoded.encoding, decoded.by, raw.size, raw.sha256),
        decoded.warnings,
    )


def _read(text: str, form: Form, url: str | None) -> Page:
    if form == "text":
        from newsx.read.text import read_text

        return read_text(text)
    from newsx.read.html import read_html

    return read_html(text, form=form, url=url)


def _moment(captured_at: str | datetime | None) -> datetime | None:
    if captured_at is None:
        return None
    if isinstance(captured_at, str):
        try:
            captured_at = datetime.fromisoformat(captured_at.strip().replace("Z", "+00:00"))
        except ValueError:
            raise OptionError(
                f"captured_at must be an ISO 8601 time such as 2026-02-04T20:42+05:30; got {captured_at!r}"
            ) from None
    return captured_at if captured_at.tzinfo else captured_at.replace(tzinfo=_INDIA)
