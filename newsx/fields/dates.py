"""When the article was published and last changed.

What the page declares and what it shows check each other: a declared time with a wrong ``Z`` is set right by a visible
IST time, a declared day takes its minute from the line below the headline, and two different days are a warning. The
time of capture is never a value of its own; it only resolves relative times and bounds what can be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from newsx.article import Evidence, Other, Warned
from newsx.fields.choice import Candidate, Choice
from newsx.fields.credit_lines import StoryCredits
from newsx.fields.declared_times import declared_times, element_times
from newsx.fields.origin import is_indian_page
from newsx.fields.shown_times import Offer, dateline_times, labelled_times, possible, shown_times, times_right_above
from newsx.lines.dates import INDIA, FoundTime, find_times, in_zone, read_declared
from newsx.page import BODY_ROLES, LabelledPage

# Patterns as strings, which `re` compiles when a page first needs them.
_URL_DATE = r"(?<!\d)(20[0-3]\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"
_REACH_BELOW = 3
_CLOSE = timedelta(minutes=1)
_DIGITS_ALONE = r"\d\d?([./-])\d\d?\1\d{4}"
_OFFSETS = frozenset((*range(-720, 0, 60), *range(60, 841, 60), -210, 210, 270, 330, 345, 390, 570, 630))
"""Minutes east of Greenwich that places keep, Greenwich aside."""
_WESTERNMOST, _EASTERNMOST = timedelta(hours=-12), timedelta(hours=14)


class OfferedTimes(NamedTuple):
    """The times that a page offers for its article, found once for both dates; of each kind the best first."""

    declared: Sequence[Offer] = ()
    """What is declared as the time of publication."""
    elements: Sequence[Offer] = ()
    """What `<time>` elements hold."""
    shown: Sequence[Offer] = ()
    """What the lines around the story show."""
    updates: Sequence[Offer] = ()
    """What any of these, or else a date line anywhere, calls the time of the last change."""
    indian: bool = False
    """A time without a zone is India's."""


def offered_times(labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None) -> OfferedTimes:
    """The times of a page whose story is credited so; what cannot be true is left out."""
    page = labelled.page.declared
    indian = is_indian_page(labelled, in_hindi=credits.in_hindi)
    declared = possible(declared_times(page, "published", indian=indian), captured_at)
    elements = possible(element_times(page, indian=indian), captured_at)
    shown = shown_times(labelled, credits, captured_at, indian=indian)
    updates = possible(declared_times(page, "modified", indian=indian), captured_at)
    updates += [offer for offer in (*shown, *elements) if offer.value.label == "modified"]
    updates = updates or labelled_times(labelled, "modified", captured_at, indian=indian)
    return OfferedTimes(declared, elements, shown, updates, indian)


def choose_published(
    labelled: LabelledPage,
    credits: StoryCredits,
    times: OfferedTimes,
    captured_at: datetime | None,
    url: str | None = None,
) -> Choice[str]:
    """When the article was published, as ISO 8601: to the minute, or the day alone where no more is told.

    Where a page tells only when it was updated, that is its date, with the warning `published_from_modified`. Warns
    with `wrong_zone` where a declared UTC time is shown as the same hour in IST, and with `date_conflict` where the
    declared and the visible day differ.
    """
    indian = times.indian
    visible = [offer for offer in times.shown if offer.value.label != "modified"]
    held = [offer for offer in times.elements if offer.value.label == "published"]
    others = _of_other_stories(labelled)
    elements = [offer for offer in held if offer.raw not in others]
    if times.declared:
        return _checked(times.declared, visible, elements, indian)
    if visible or elements:
        offers = [*visible, *elements]
        stated = _stated_with_offset(labelled, visible)
        if stated is not None:
            return _choice(stated, [stated, *offers], indian)
        return _choice(_most_precise([*offers, *(times.elements if visible else ())]), offers, indian)
    addressed = list(_addressed(labelled, url))
    if addressed and not any(offer.value.value[:10] == addressed[0].value.value for offer in times.updates):
        return _choice(addressed[0], [*addressed, *times.updates], indian)
    farther = [*dateline_times(credits), *times_right_above(labelled, credits, captured_at)]
    farther += labelled_times(labelled, "published", captured_at, indian=indian)
    farther += held
    if farther:
        return _choice(farther[0], farther, indian)
    if times.updates:
        warned = Warned("published_from_modified", "the page tells only an update, which is given as published")
        return _choice(_most_precise(times.updates), times.updates, indian, warned)
    return Choice(None)


def _of_other_stories(labelled: LabelledPage) -> set[str]:
    """What those `<time>` elements state whose text only lines far below the story show."""
    roles = [label.role for label in labelled.labels]
    last = max((n for n, role in enumerate(roles) if role in BODY_ROLES), default=len(roles))
    blocks = labelled.page.blocks
    near = "\n".join(block.text for block in blocks[: last + _REACH_BELOW])
    far = "\n".join(block.text for block in blocks[last + _REACH_BELOW :])
    return {
        element.value or element.text or ""
        for element in labelled.page.declared.times
        if element.text and element.text in far and element.text not in near
    }


def _stated_with_offset(labelled: LabelledPage, visible: Sequence[Offer]) -> Offer | None:
    """What the attribute of the `<time>` that shows the first visible time says, where that alone names a zone."""
    if not visible or visible[0].value.zone == "explicit":
        return None
    shown = visible[0].value
    for element in labelled.page.declared.times:
        time = read_declared(element.value or "", indian=False) if shown.raw in (element.text or "") else None
        if time is not None and time.zone == "explicit" and time.precision == "minute" and _same_day(shown, time):
            offer = Candidate(time, "time element", element.value or "")
            return _shown_in_india(time, visible) or offer
    return None


def choose_modified(times: OfferedTimes) -> Choice[str]:
    """When the article was last changed, as declared or shown; None where the page does not tell."""
    if not times.updates:
        return Choice(None)
    shown = [offer for offer in times.shown if offer.value.label == "modified"]
    best = _shown_in_india(times.updates[0].value, shown) or _most_precise(_with_zone_first(times.updates))
    return _choice(best, times.updates, times.indian)


def _checked(
    declared: Sequence[Offer], visible: Sequence[Offer], elements: Sequence[Offer], indian: bool
) -> Choice[str]:
    best = _most_precise(_with_zone_first(declared))
    best = _told_locally(best, [*declared, *visible, *elements]) or best
    offers = [best, *declared, *visible, *elements]
    mistaken = _shown_in_india(best.value, visible)
    if mistaken is not None:
        message = f"{best.source} says {best.raw}, but the page shows that hour as IST"
        return _choice(mistaken, [mistaken, *offers], indian, Warned("wrong_zone", message))
    if best.value.precision == "day":
        refined = next((o for o in [*visible, *elements] if _refines(o.value, best.value)), None)
        if refined is None and "T" in best.raw:  # midnight written for a day may be another zone's
            exact = (offer for offer in declared if offer.value.precision == "minute")
            refined = next((offer for offer in exact if _same_day(best.value, offer.value)), None)
        if refined is not None:
            return _choice(refined, [refined, *offers], indian)
    if not visible or any(_same_day(offer.value, best.value) for offer in visible):
        return _choice(best, offers, indian)
    shown = visible[0]
    told = shown.value.label == "published" or shown.value.value < best.value.value
    taken = shown if told else best  # a later day without a label may be that of an update
    message = f"{best.source} says {best.raw}, but {shown.source} shows {shown.value.raw}; {taken.source} is taken"
    return _choice(taken, [taken, *offers], indian, Warned("date_conflict", message))


def _told_locally(declared: Offer, offers: Sequence[Offer]) -> Offer | None:
    """The same moment as a declared UTC time, as another source tells it in the time of the place, if one does.

    That is the day which the page shows. A clock without a zone tells the moment if it differs by a zone's offset.
    """
    if not declared.value.value.endswith("+00:00"):
        return None
    moment = datetime.fromisoformat(declared.value.value)
    for offer in offers:
        if offer.value.precision == "day" or offer.value.value.endswith("+00:00"):
            continue
        local = datetime.fromisoformat(offer.value.value)
        if local.tzinfo is None:
            offset = local.replace(tzinfo=timezone.utc) - moment
            if offset / timedelta(minutes=1) not in _OFFSETS:
                continue
            local = local.replace(tzinfo=timezone(offset))
        if local == moment:
            return Candidate(offer.value._replace(value=local.isoformat(timespec="minutes")), offer.source, offer.raw)
    return None


def _with_zone_first(offers: Sequence[Offer]) -> Sequence[Offer]:
    """The offers, a naive one at the head replaced by the same clock time with an offset, where another source has it.

    A ``Z`` beside the same naive clock is more often a wrong one than a right one, so it does not count.
    """
    first = offers[0].value
    if first.zone == "explicit" or first.precision == "day":
        return offers
    zoned = (offer for offer in offers if offer.value.value[16:] not in ("", "+00:00"))
    same = next((offer for offer in zoned if offer.value.value[:16] == first.value[:16]), None)
    return offers if same is None else [same, *offers]


def _most_precise(offers: Sequence[Offer]) -> Offer:
    """The first offer, or the first one to the minute that is on the same day."""
    first = offers[0]
    return next((offer for offer in offers if _refines(offer.value, first.value)), first)


def _refines(time: FoundTime, day: FoundTime) -> bool:
    return day.precision == "day" and time.precision == "minute" and time.value[:10] == day.value[:10]


def _shown_in_india(declared: FoundTime, visible: Sequence[Offer]) -> Offer | None:
    """The visible Indian time with the same clock as a declared UTC time: the ``Z`` was wrong."""
    if not declared.value.endswith("+00:00"):
        return None
    clock = datetime.fromisoformat(declared.value).replace(tzinfo=None)
    for offer in visible:
        time = offer.value
        indian = time.precision == "minute" and time.value.endswith("+05:30")
        if indian and abs(datetime.fromisoformat(time.value).replace(tzinfo=None) - clock) <= _CLOSE:
            return offer
    return None


def _same_day(shown: FoundTime, declared: FoundTime) -> bool:
    """Whether a shown day can be that of a declared moment, in whatever zone and order the page writes its days."""
    day = date.fromisoformat(shown.value[:10])
    swapped = f"{day.year}-{day.day:02}-{day.month:02}"
    if re.match(_DIGITS_ALONE, shown.raw) and declared.value[:10] == swapped:
        return True
    if declared.precision == "day":
        return abs(day - date.fromisoformat(declared.value)) <= timedelta(days=1)
    moment = datetime.fromisoformat(declared.value)
    if moment.tzinfo is None:
        return abs(day - moment.date()) <= timedelta(days=1)
    moment = moment.astimezone(timezone.utc)
    return (moment + _WESTERNMOST).date() <= day <= (moment + _EASTERNMOST).date()


def _addressed(labelled: LabelledPage, url: str | None) -> Iterator[Offer]:
    """The day in the page's address (…-2024-02-05, /2024/02/05/…)."""
    declared = labelled.page.declared
    addresses = [*declared.links.get("canonical", ()), *declared.meta.get("og:url", ()), *([url] if url else [])]
    for address in addresses:
        found = re.search(_URL_DATE, address)
        time = find_times("-".join(found.groups()))[:1] if found else []
        if time:
            yield Candidate(time[0], "the page's address", address)
            return


def _choice(best: Offer, offers: Sequence[Offer], indian: bool, *warnings: Warned) -> Choice[str]:
    value = _put(best.value, indian)
    also: list[Other] = []
    for offer in offers:
        other = _put(offer.value, indian)
        if other != value and all(other != earlier.value for earlier in also):
            also.append(Other(other, offer.source))
    return Choice(value, Evidence(best.source, best.raw, tuple(also)), warnings)


def _put(time: FoundTime, indian: bool) -> str:
    return in_zone(time.value, INDIA) if indian and time.precision == "minute" else time.value
