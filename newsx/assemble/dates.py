"""When the article was published and last changed.

What the page declares and what it shows check each other: a declared time with a wrong ``Z`` is set right by a visible
IST time, a declared day takes its minute from the line below the headline, and two different days are a warning. The
time of capture is never a value of its own; it only resolves relative times and bounds what can be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone

from newsx.article import Evidence, Other, Warned
from newsx.assemble.blocks import blocks_with_role, source_of
from newsx.assemble.candidates import Candidate, Choice
from newsx.assemble.credit_lines import CREDIT_ROLES, CreditLine, StoryCredits, is_time_line
from newsx.assemble.declared_times import declared_times, element_times
from newsx.assemble.origin import is_indian_page, writes_month_first
from newsx.hindi.calendar import TimeLabel
from newsx.hindi.dates import INDIA, FoundTime, find_times, in_zone
from newsx.page import LabelledPage

_FIRST_YEAR = 1994  # the first news sites of the web
# Patterns as strings, which `re` compiles when a page first needs them.
_URL_DATE = r"(?<!\d)(20[0-3]\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"
_CLOSE = timedelta(minutes=1)
_DIGITS_ALONE = r"\d\d?([./-])\d\d?\1\d{4}"
_RIGHT_ABOVE = 2
_MENU_ROLES = frozenset({"navigation", "breadcrumb", "related"})
_LONGEST_CLOCK = _LONGEST_LABEL = 40
_WESTERNMOST, _EASTERNMOST = timedelta(hours=-12), timedelta(hours=14)

Offer = Candidate[FoundTime]


def choose_published(
    labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None, url: str | None = None
) -> Choice[str]:
    """When the article was published, as ISO 8601: to the minute, or the day alone where no more is told.

    Where a page tells only when it was updated, that is its date, with the warning `published_from_modified`. Warns
    with `wrong_zone` where a declared UTC time is shown as the same hour in IST, and with `date_conflict` where the
    declared and the visible day differ.
    """
    indian = is_indian_page(labelled, in_hindi=credits.in_hindi)
    shown = _shown(labelled, credits, captured_at, indian)
    visible = [offer for offer in shown if offer.value.label != "modified"]
    declared = _possible(declared_times(labelled.page.declared, "published", indian=indian), captured_at)
    elements = _possible(element_times(labelled.page.declared, "published", indian=indian), captured_at)
    if declared:
        return _checked(declared, visible, elements, indian)
    if visible or elements:
        exact = _possible(element_times(labelled.page.declared, None, indian=indian), captured_at) if visible else []
        offers = [*visible, *elements]
        return _choice(_most_precise([*offers, *exact]), offers, indian)
    updated = _updates(labelled, shown, captured_at, indian)
    addressed = list(_addressed(labelled, url))
    if addressed and not any(offer.value.value[:10] == addressed[0].value.value for offer in updated):
        return _choice(addressed[0], [*addressed, *updated], indian)
    farther = [*_datelined(credits), *_right_above(labelled, credits, captured_at)]
    farther += _said(labelled, "published", captured_at, indian)
    if farther:
        return _choice(farther[0], farther, indian)
    if updated:
        warned = Warned("published_from_modified", "the page tells only an update, which is given as published")
        return _choice(_most_precise(updated), updated, indian, warned)
    return Choice(None)


def choose_modified(labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None) -> Choice[str]:
    """When the article was last changed, as declared or shown; None where the page does not tell."""
    indian = is_indian_page(labelled, in_hindi=credits.in_hindi)
    shown = _shown(labelled, credits, captured_at, indian)
    offers = _updates(labelled, shown, captured_at, indian)
    if not offers:
        return Choice(None)
    corrected = _shown_in_india(offers[0].value, [offer for offer in shown if offer.value.label == "modified"])
    return _choice(corrected or _most_precise(_with_zone_first(offers)), offers, indian)


def _shown(labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None, indian: bool) -> list[Offer]:
    """The times that the lines around the story show as its own: labelled as published first, then below the headline.

    A line without a role of its own counts with a single day but for updates: two are a list's, or a magazine's issue.
    """
    month_first = writes_month_first(labelled, indian=indian)
    ranked: list[tuple[int, Offer]] = []
    above: TimeLabel | None = None
    for line in credits.lines:
        text = _with_clock_below(labelled, line)
        found = find_times(text, reference=captured_at, indian=indian, month_first=month_first)
        if line.role not in CREDIT_ROLES and len({time.value[:10] for time in found if time.label != "modified"}) > 1:
            continue
        for time in found:
            label = time.label or (above if time is found[0] else None)
            if label or line.place == "below":
                offer = Candidate(time._replace(label=label), line.source, text)
                ranked.append((label != "published", offer))
        above = None if found else _lone_label(line.block.text)
    return _possible([offer for _, offer in sorted(ranked, key=lambda pair: pair[0])], captured_at)


def _with_clock_below(labelled: LabelledPage, line: CreditLine) -> str:
    """The line, and with it the next one where that has a clock for its day: 21 नवंबर 2026, / अपडेटेड 5:36 PM IST."""
    text, below = line.block.text, line.number + 1
    if line.role != "date" or below >= len(labelled.page.blocks):
        return text
    after = labelled.page.blocks[below].text
    if len(after) > _LONGEST_CLOCK or ":" not in after or find_times(after):
        return text
    joined = find_times(f"{text} {after}")
    alone = find_times(text)
    return f"{text} {after}" if len(alone) == 1 and [time.label for time in joined[1:]] == ["modified"] else text


def _right_above(labelled: LabelledPage, credits: StoryCredits, captured_at: datetime | None) -> list[Offer]:
    """The day right above the headline, where blogs have it.

    Its clock is left out, and a day that opens a text dump altogether: such a line may be the site's own clock at the
    time of the capture.
    """
    dump = labelled.page.form == "text"
    above = [line for line in credits.lines if line.place == "above" and not (dump and line.number == 0)]
    near = [line for line in above if line.distance <= _RIGHT_ABOVE or (not dump and _in_one_head(labelled, line))]
    lines = sorted(near, key=lambda line: line.distance)
    offers = [
        Candidate(time._replace(value=time.value[:10], precision="day"), line.source, line.block.text)
        for line in lines
        if is_time_line(line.block.text)
        for time in find_times(line.block.text)
        if time.label is None
    ]
    return _possible(offers, captured_at)


def _in_one_head(labelled: LabelledPage, line: CreditLine) -> bool:
    """Whether no menu parts a line above the headline from it, as one parts the head of a page from the story."""
    between = labelled.labels[line.number : line.number + line.distance]
    return _MENU_ROLES.isdisjoint(label.role for label in between)


def _said(labelled: LabelledPage, wanted: TimeLabel, captured_at: datetime | None, indian: bool) -> list[Offer]:
    """What date lines anywhere on the page call the time of publication or of an update, if they all tell one day."""
    offers = [
        Candidate(time, source_of(number, role), block.text)
        for number, block, role in blocks_with_role(labelled, *CREDIT_ROLES)
        for time in find_times(block.text, reference=captured_at, indian=indian)
        if time.label == wanted
    ]
    return _possible(offers, captured_at) if len({offer.value.value[:10] for offer in offers}) == 1 else []


def _updates(labelled: LabelledPage, shown: list[Offer], captured_at: datetime | None, indian: bool) -> list[Offer]:
    """The times of the last change: declared, shown around the story, of `<time>` elements, else said anywhere."""
    page = labelled.page.declared
    offers = _possible(declared_times(page, "modified", indian=indian), captured_at)
    offers += [offer for offer in shown if offer.value.label == "modified"]
    offers += _possible(element_times(page, "modified", indian=indian), captured_at)
    return offers or _said(labelled, "modified", captured_at, indian)


def _datelined(credits: StoryCredits) -> list[Offer]:
    """The day in the story's dateline (RAJSHAHI, Dec 20, 2025 (BSS)), where it has a year."""
    found = credits.dateline
    if found is None:
        return []
    return [Candidate(time, found.source, found.dateline.raw) for time in find_times(found.dateline.raw)[:1]]


def _lone_label(text: str) -> TimeLabel | None:
    """A label on a line of its own (Updated at:), for the time on the next."""
    probe = find_times(f"{text} 2020-01-01") if len(text) < _LONGEST_LABEL else []
    return probe[0].label if probe else None


def _possible(offers: Iterator[Offer] | Sequence[Offer], captured_at: datetime | None) -> list[Offer]:
    """The offers that can be true: not before there were news sites, not after the page was saved."""
    latest = captured_at.date() + timedelta(days=1) if captured_at else date.max
    return [
        offer
        for offer in offers
        if int(offer.value.value[:4]) >= _FIRST_YEAR and date.fromisoformat(offer.value.value[:10]) <= latest
    ]


def _checked(declared: list[Offer], visible: list[Offer], elements: list[Offer], indian: bool) -> Choice[str]:
    best = _most_precise(_with_zone_first(declared))
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


def _with_zone_first(offers: list[Offer]) -> list[Offer]:
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


def _shown_in_india(declared: FoundTime, visible: list[Offer]) -> Offer | None:
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
