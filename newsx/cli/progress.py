"""What a person sees of a long run on standard error: a bar at a terminal, else a line now and then; and its end."""

from __future__ import annotations

import contextlib
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newsx.cli.screen import STANDARD_ERROR, width
from newsx.write.terminal import Line, cells, harmless, shorten, wrap

if TYPE_CHECKING:
    from rich.console import Console

    from newsx.batch.tally import Tally

_ERROR_LINE = '"status": "error"'
_LINE_EVERY = 10.0
_BAR_EVERY = 0.2
_MOST_LINES = 8
"""Lines of a name and a reason; only those that quote a page could be longer."""
_BESIDE_AT_LEAST = 60  # in narrower terminals the example of a failure stands below its kind


@contextlib.contextmanager
def progress(tally: Tally, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """Yields a function that shows the tally as it is now; it may be called as often as one likes."""
    if quiet or sys.stderr is None:
        yield lambda: None
    elif sys.stderr.isatty():
        yield from _bar(tally)
    else:
        yield _lines(tally)


def tell_end(tally: Tally, places: tuple[str, str] | None, report: str | None = None, *, quiet: bool) -> None:
    """Prints what became of all inputs, the failures by kind, and where to read more.

    places: where the records are and the journal is, None where nothing was kept. report: where it is, if there is one.
    """
    if sys.stderr is None or (quiet and not tally.failed and not tally.is_interrupted):
        return
    lines = end_lines(tally, *(places or ("", "")), width(STANDARD_ERROR))
    if report is not None:
        lines.extend(((line, ""),) for line in wrap(f"Report: {report}", width(STANDARD_ERROR)))
    if not sys.stderr.isatty():
        sys.stderr.write("".join("".join(text for text, _ in line) + "\n" for line in lines))
        return
    from rich.text import Text

    from newsx.write.terminal import STYLES

    console = _console()
    for line in lines:
        console.print(Text.assemble(*((text, STYLES.get(style, "")) for text, style in line)))


def end_lines(tally: Tally, records: str, journal: str, columns: int) -> list[Line]:
    """The end of a run as lines of at most `columns` cells. Where records and journal are "", nothing was kept."""
    counts = [f"{_plural(tally.done, 'page')} in {_duration(tally.elapsed)}", *_counts(tally)]
    if tally.duplicates:
        counts.append(_plural(tally.duplicates, "near-duplicate"))
    if tally.unchanged:
        counts.append(f"{tally.unchanged:,} done before and unchanged")
    if tally.unplanned:
        counts.append(f"{tally.unplanned:,} of other runs stay")
    if tally.pruned:
        counts.append(f"{_plural(tally.pruned, 'record')} of pages that are gone taken away")
    lines: list[Line] = [((line, "strong"),) for line in _filled(counts, columns)]
    if tally.skipped:
        kinds = [f"{count:,} {kind}" for kind, count in tally.skipped.most_common()]
        skipped = f"{_plural(sum(tally.skipped.values()), 'record')} of archives that hold no page:"
        lines.extend(((line, "quiet"),) for line in wrap(f"{skipped} {', '.join(kinds)}", columns))
    for kind, failures in sorted(tally.failures.items(), key=lambda item: (-item[1].count, item[0])):
        lines.extend(_failure_lines(f"{failures.count:>7,}", kind, (failures.name, failures.message), columns))
    if not records:
        return lines
    if tally.is_interrupted:
        text = f"Stopped with {tally.total - tally.done:,} to go. The same command again goes on from here."
        lines.extend(((line, "warning"),) for line in wrap(text, columns))
    lines.extend(((line, ""),) for line in wrap(f"Records{' so far' * tally.is_interrupted}: {records}", columns))
    lines.extend(((line, ""),) for line in wrap(f"Each page: {journal}", columns))
    if tally.failed:
        told = f"Failures: {shlex.join(['grep', _ERROR_LINE, journal])}"
        lines.extend(((line, ""),) for line in wrap(told, columns))
    return lines


def _failure_lines(count: str, kind: str, example: tuple[str, str], columns: int) -> Iterator[Line]:
    head = f"{count}  {kind:<16}"
    if columns >= _BESIDE_AT_LEAST:
        margin = cells(head) + 1
        first, *others = _example(*example, columns - margin)
        yield ((head, "dropped"), (" ", ""), (first, "quiet"))
    else:
        margin = 9
        others = _example(*example, columns - margin)
        yield ((head.rstrip(), "dropped"),)
    yield from (((" " * margin, ""), (line, "quiet")) for line in others)


def _example(name: str, message: str, room: int) -> list[str]:
    """Name and reason in lines of so many cells: of a long name the end is kept, in half a line at most."""
    name = harmless(name)
    if cells(f"{name}: {message}") > room:
        allowed = max(room // 2 - 2, 1)
        cut = name
        while cut and cells(f"…{cut}") > allowed:
            cut = cut[1:]
        name = name if cells(name) <= allowed else f"…{cut}"
    return shorten(f"{name}: {message}", room, _MOST_LINES)


def _bar(tally: Tally) -> Iterator[Callable[[], None]]:
    from rich.live import Live
    from rich.text import Text

    from newsx.write.terminal import STYLES

    shown = -_BAR_EVERY

    def now() -> Text:
        spans = [
            (text, STYLES.get(style, ""))
            for line in bar_lines(tally, width(STANDARD_ERROR))
            for text, style in (*line, ("\n", ""))
        ]
        return Text.assemble(*spans[:-1])

    with Live(now(), console=_console(), auto_refresh=False, transient=True) as live:

        def show() -> None:
            nonlocal shown
            if time.monotonic() - shown >= _BAR_EVERY:
                shown = time.monotonic()
                live.update(now(), refresh=True)

        yield show


def bar_lines(tally: Tally, columns: int) -> list[Line]:
    """How far a run is, as lines of less than `columns` cells: some terminals break a line that fills them."""
    share = tally.done / tally.total
    percent = f" {share:4.0%}"
    length = columns - 1 - len(percent)
    done = round(length * share)
    bar = (("━" * done, "kept"), ("─" * (length - done), "quiet"), (percent, ""))
    return [bar, *(((line, ""),) for line in _filled(_state(tally), columns - 1))]


def _lines(tally: Tally) -> Callable[[], None]:
    told = time.monotonic()

    def show() -> None:
        nonlocal told
        if time.monotonic() - told >= _LINE_EVERY:
            told = time.monotonic()
            sys.stderr.write(f"newsx: {', '.join(_state(tally))}\n")

    return show


def _console() -> Console:
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True, markup=False, highlight=False, emoji=False)


def _state(tally: Tally) -> list[str]:
    parts = [f"{tally.done:,} of {tally.total:,}", *_counts(tally), f"{tally.rate:,.0f} pages/s"]
    if tally.is_interrupted:
        return [*parts, "stopping; Ctrl-C again ends it at once"]
    left = tally.seconds_left
    return parts if left is None else [*parts, f"{_duration(left)} left"]


def _counts(tally: Tally) -> list[str]:
    return [
        _plural(tally.articles, "article"),
        _plural(tally.not_articles, "not an article", "not articles"),
        f"{tally.failed:,} failed",
    ]


def _plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def _filled(parts: list[str], columns: int) -> list[str]:
    """The parts, with a point between them, in lines that no part is broken for."""
    lines: list[str] = []
    for part in map(harmless, parts):
        if lines and cells(f"{lines[-1]} · {part}") <= columns:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return lines
