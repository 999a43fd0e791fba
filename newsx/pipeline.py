"""The chain from bytes to the record: read, label, fields. Each step is a plain function of its own room."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from newsx.article import Article, Source, Warned
from newsx.errors import EmptyInputError, NewsxError, OptionError
from newsx.fields import make_article
from newsx.label import label
from newsx.lines.dates import INDIA
from newsx.page import Form, LabelledPage, Page
from newsx.read.sniff import sniff_form

if TYPE_CHECKING:
    from newsx.read.source import RawInput

_ADDRESS = r"[A-Za-z][A-Za-z0-9+.-]*://[^\s]"
_FIRST_YEAR, _LAST_YEAR = 1970, 9998  # reckoning from the first or last days of all would leave the calendar
_LONGEST_PATH = 1000
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Examined:
    """An article and the labelled page that it was made from, for `newsx explain` and the readable view."""

    labelled: LabelledPage
    article: Article


class _Content(NamedTuple):
    text: str
    form: Form
    source: Source
    warnings: tuple[Warned, ...] = ()
    url: str | None = None
    """Where the page was saved from, as the file itself says."""
    utf8: bytes | None = None
    """The text as it came, where it came in UTF-8: markup is parsed from bytes."""


def extract(  # noqa: PLR0913 - all but the first go by name
    source: bytes | str | os.PathLike[str],
    *,
    url: str | None = None,
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
    timeout: float | None = None,
) -> Article:
    """The article of one saved page.

    Args:
        source: the page: bytes or text are its content, a path object is a file, or a page in a container, such as
            ``Path("crawl.warc.gz#12")``. gzip is undone.
        url: where the page was saved from, if known.
        captured_at: when it was saved, as ISO 8601 or a datetime, where the page does not say it as those of SingleFile
            do; only relative times (`27 मिनट पहले`) need it.
        form: `text`, `html`, `xhtml`, `amp` or `mhtml`, where the content must not decide.
        encoding: name of the encoding, where the content must not decide.
        timeout: seconds that it may take, in a process of its own that is a copy of the caller's; None is no limit, and
            no such process.

    Raises:
        NewsxError: the input cannot be read as a saved page, it takes too long, or an argument is not usable.
    """

    def work() -> Article:
        return examine(source, url=url, captured_at=captured_at, form=form, encoding=encoding).article

    if timeout is None:
        return work()
    from newsx.timed import Timed

    return Timed[Article](timeout)(work)


def examine(
    source: bytes | str | os.PathLike[str],
    *,
    url: str | None = None,
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
) -> Examined:
    """As `extract`, with the labelled page beside the article."""
    reading = _checked(form, encoding, captured_at, url)
    if isinstance(source, str):
        _check_is_content(source)
        return _examined(_from_text(source, form), url, reading)
    if not isinstance(source, bytes | os.PathLike):
        raise OptionError(f"source must be bytes, text or a path object; got {type(source).__name__}")
    from newsx.read.source import load

    if isinstance(source, bytes):
        return _examined(_from_bytes(load(source), reading), url, reading)
    from newsx.read.containers.kinds import load_page

    return examine_input(load_page(source), url=url, captured_at=captured_at, form=form, encoding=encoding)


def examine_input(
    raw: RawInput,
    *,
    url: str | None = None,
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
) -> Examined:
    """As `examine`, of an input that was read, and that may say itself where it is from, and when.

    Arguments count for more than what the input says.
    """
    form = raw.form if form is None else form
    reading = _checked(form, encoding, raw.captured_at if captured_at is None else captured_at, url)
    return _examined(_from_bytes(raw, reading), raw.url if url is None else url, reading)


def read_page(data: bytes, *, url: str | None = None, form: Form | None = None) -> Page:
    """The page of a saved file's bytes, before anything is labelled.

    Raises:
        NewsxError: the bytes cannot be read as a saved page.
    """
    from newsx.read.source import load

    content = _from_bytes(load(data), _checked(form, None, None))
    return _read(content, url or content.url or _saved_from(content))


def explained(examined: Examined) -> Examined:
    """What was examined, with the terms behind the score of each block, and the heaviest of them in its reason."""
    from newsx.label.explain import explain

    return replace(examined, labelled=explain(examined.labelled))


def check_arguments(
    *,
    url: str | None = None,
    captured_at: str | datetime | None = None,
    form: Form | None = None,
    encoding: str | None = None,
) -> None:
    """Finds out whether `extract` can use these, before there is anything to extract.

    Raises:
        OptionError: it cannot.
    """
    _checked(form, encoding, captured_at, url)
    if encoding is not None:
        from newsx.read.decode import decode

        try:
            decode(b"-", encoding)
        except OptionError as error:
            raise OptionError(f"encoding: {error}") from error
        except NewsxError:
            return  # so short a text is none in many encodings


class _Reading(NamedTuple):
    form: Form | None
    encoding: str | None
    captured_at: datetime | None


def _checked(form: Form | None, encoding: Any, captured_at: str | datetime | None, url: Any = None) -> _Reading:
    # Callers without a type checker, such as a notebook, give all kinds of values.
    if form is not None and form not in get_args(Form):
        raise OptionError(f"form must be one of {', '.join(get_args(Form))}; got {_shown(form)}")
    if encoding is not None and not isinstance(encoding, str):
        raise OptionError(f"encoding must be the name of one, such as 'utf-8'; got {_shown(encoding)}")
    if url is not None and not (isinstance(url, str) and re.match(_ADDRESS, url)):
        raise OptionError(f"url must be a whole address, such as https://site.example/story; got {_shown(url)}")
    return _Reading(form, encoding, _moment(captured_at))


def _examined(content: _Content, url: str | None, reading: _Reading) -> Examined:
    url = url or content.url or _saved_from(content)
    captured_at = reading.captured_at or _saved_at(content)
    page = _read(content, url)
    labelled = label(page)
    article = make_article(labelled, content.source, warnings=content.warnings, url=url, captured_at=captured_at)
    return Examined(labelled, article)


def _saved_from(content: _Content) -> str | None:
    if content.form == "text":
        return None
    from newsx.read.saved_from import saved_from

    return saved_from(content.text)


def _saved_at(content: _Content) -> datetime | None:
    if content.form == "text":
        return None
    from newsx.read.saved_from import saved_at

    moment = saved_at(content.text)
    return moment if moment and _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _from_text(text: str, form: Form | None) -> _Content:
    if not text.strip():
        raise EmptyInputError("the text is empty; give the content of a saved page")
    data = text.encode("utf-8", "surrogatepass")
    form = form or sniff_form(text)
    return _Content(text, form, Source(None, form, None, None, len(data), hashlib.sha256(data).hexdigest()))


def _from_bytes(raw: RawInput, reading: _Reading) -> _Content:
    from newsx.read.decode import decode
    from newsx.read.sniff import check_readable, is_mhtml

    form, url, utf8 = reading.form, None, None
    if form == "mhtml" or (form is None and is_mhtml(raw.data)):
        from newsx.read.mhtml import unpack

        form = "mhtml"
        decoded, url = unpack(raw.data, reading.encoding)
    else:
        if reading.encoding is None:
            check_readable(raw.data)
        decoded = decode(raw.data, reading.encoding, declared=raw.charset)
        form = form or sniff_form(decoded.text)
        utf8 = raw.data if decoded.by == "utf-8" else None
    source = Source(raw.name, form, decoded.encoding, decoded.by, raw.size, raw.sha256)
    return _Content(decoded.text, form, source, (*raw.warnings, *decoded.warnings), url, utf8)


def _read(content: _Content, url: str | None) -> Page:
    if content.form == "text":
        from newsx.read.text import read_text

        return read_text(content.text)
    from newsx.read.html import read_html

    return read_html(content.utf8 or content.text, form=content.form, url=url)


def _moment(captured_at: str | datetime | None) -> datetime | None:
    if captured_at is None:
        return None
    moment: object = captured_at
    if isinstance(captured_at, str):
        try:
            moment = datetime.fromisoformat(captured_at.strip().replace("Z", "+00:00"))
        except ValueError:
            moment = None
    if not isinstance(moment, datetime):
        raise OptionError(
            f"captured_at must be an ISO 8601 time such as 2026-02-04T20:42+05:30; got {_shown(captured_at)}"
        )
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise OptionError(f"captured_at must lie in the years {_FIRST_YEAR} to {_LAST_YEAR}; got {_shown(captured_at)}")
    return moment if moment.tzinfo else moment.replace(tzinfo=INDIA)


def _check_is_content(text: str) -> None:
    if len(text) > _LONGEST_PATH or "\n" in text or "\0" in text or not os.path.isfile(text):
        return
    raise OptionError(f"a text is the content of a page, and {text!r} is a file: give pathlib.Path({text!r})")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
