"""The times that a page declares for its article: JSON-LD, meta elements, microdata, ``<time>`` elements.

Organizations, other stories and the player's video never count (`newsx.fields.article_object`); a WebPage object
counts only where no article is described.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsx.fields.article_object import article_objects, objects_of_type, text_of, types_of
from newsx.fields.choice import Candidate
from newsx.fields.metadata import metadata
from newsx.lines.calendar import TimeLabel
from newsx.lines.dates import FoundTime, find_times, read_declared
from newsx.page import Declared, PageTime


def declared_times(declared: Declared, wanted: TimeLabel, *, indian: bool) -> Iterator[Candidate[FoundTime]]:
    """The times declared as the article's `wanted` one, best source first; what cannot be read is passed over."""
    for source, raw in _values(declared, wanted):
        time = read_declared(raw, indian=indian)
        if time is not None:
            yield Candidate(time, source, raw)


def element_times(declared: Declared, *, indian: bool) -> Iterator[Candidate[FoundTime]]:
    """The times of ``<time>`` elements, labelled by class names and text as the article's; others have no label."""
    for element in declared.times:
        raw = element.value or element.text or ""
        time = read_declared(raw, indian=indian)
        if time is not None:
            yield Candidate(time._replace(label=_label_of(element)), "time element", raw)


def _values(declared: Declared, wanted: TimeLabel) -> Iterator[tuple[str, str]]:
    articles = article_objects(declared)
    for item in articles or objects_of_type(declared, "WebPage"):
        kind = next(iter(types_of(item)), "object")
        for key in metadata(wanted, "json_ld"):
            text = text_of(item.get(key))
            if text:
                yield f"json-ld {kind}.{key}", text
    for place, values in (("meta", declared.meta), ("microdata", declared.microdata)):
        for name in metadata(wanted, place) if values else ():
            if found := values.get(name):
                yield f"{place} {name}", found[0]
    yield from _worded(declared, wanted)
    if articles:
        for item in objects_of_type(declared, "WebPage"):
            for key in metadata(wanted, "json_ld")[:1]:
                text = text_of(item.get(key))
                if text:
                    yield f"json-ld WebPage.{key}", text


def _worded(declared: Declared, wanted: TimeLabel) -> Iterator[tuple[str, str]]:
    """Meta elements whose own name says what they are (w-published-date), beside the known ones."""
    words, known = metadata(wanted, "words"), metadata(wanted, "meta")
    for name, values in declared.meta.items():
        if ("date" in name or "time" in name) and any(word in name for word in words) and name not in known:
            yield f"meta {name}", values[0]


def _label_of(element: PageTime) -> TimeLabel | None:
    told = element.hints.lower()
    if any(hint in told for hint in metadata("time_hints", "other")):
        return None
    labels = [time.label for time in find_times(element.text or "") if time.label]
    if labels:
        return labels[0]
    own = told.split("/")[-1]
    if any(hint in own for hint in metadata("time_hints", "modified")) and "publish" not in own:
        return "modified"
    return "published"
