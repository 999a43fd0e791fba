"""Points in time, and the many ways in which news pages write them."""

from __future__ import annotations

from datetime import datetime, timedelta

from quality.training.grammar.data import load
from quality.training.grammar.templates import Draw

DAY_FORMS = frozenset("day_hi day_en day_en2 day_slash day_dash day_dots monthfirst_hi".split())
"""Slots that show the day of a page's first publication."""

MINUTE_FORMS = frozenset(
    "stamp_lh stamp_pd stamp_au stamp_tv stamp_abp stamp_oi stamp_js stamp_pk stamp_iso stamp_onpipe".split()
)
"""Slots that show day and time together."""

CLOCK_FORMS = frozenset(("clock12", "clock24", "clock_hi"))


def draw_moment(draw: Draw) -> datetime:
    """Some minute of the years of online news."""
    year = 2026 - draw.skewed(0, 13, 1.6)
    return datetime(year, 1, 1) + timedelta(minutes=draw.between(0, 364 * 24 * 60))


def moment_slots(moment: datetime, later: datetime) -> dict[str, str]:
    """All forms of the moment by the name of their slot; names that begin with ``later`` are of the second one."""
    slots = load("slots")
    month, month_latin = slots["month"][moment.month - 1], slots["month_en"][moment.month - 1]
    weekday_latin = slots["weekday_en"][moment.weekday()]
    short = month_latin[:3]
    twelve = f"{(moment.hour - 1) % 12 + 1:02d}:{moment.minute:02d} {'PM' if moment.hour >= 12 else 'AM'}"
    clock = f"{moment.hour:02d}:{moment.minute:02d}"
    day, year = moment.day, moment.year
    later_short = slots["month_en"][later.month - 1][:3]
    later_twelve = f"{(later.hour - 1) % 12 + 1:02d}:{later.minute:02d} {'PM' if later.hour >= 12 else 'AM'}"
    later_weekday = slots["weekday_en"][later.weekday()][:3]
    return {
        "stamp_lh": f"{short} {day:02d}, {year} {twelve[:5]} {twelve[6:].lower()} IST",
        "stamp_pd": f"{weekday_latin[:3]}, {day:02d} {short} {year} {twelve} (IST)",
        "later_pd": f"{later_weekday}, {later.day:02d} {later_short} {later.year} {later_twelve} (IST)",
        "stamp_onpipe": f"| Published: {weekday_latin[:3]} {day:02d} {short} {year} {twelve} IST",
        "stamp_au": f"{weekday_latin[:3]}, {day:02d} {short} {year} {twelve} IST",
        "stamp_tv": f"{short} {day}, {year} | {twelve}",
        "stamp_abp": f"{day:02d} {short} {year} {twelve} (IST)",
        "stamp_oi": f"{weekday_latin[:3]}, {short} {day}, {year}, {clock} [IST]",
        "stamp_js": f"{month_latin} {day}, {year} {clock} IST",
        "later_js": f"{slots['month_en'][later.month - 1]} {later.day}, {later.year} {later:%H:%M} IST",
        "stamp_pk": f"{day:02d} {short}, {year} {twelve}",
        "stamp_iso": f"{year}-{moment.month:02d}-{day:02d} {clock}",
        "day_hi": f"{day} {month} {year}",
        "later_hi": f"{later.day} {slots['month'][later.month - 1]} {later.year}",
        "day_en": f"{month_latin} {day}, {year}",
        "day_en2": f"{day:02d} {month_latin}, {year}",
        "day_slash": f"{day:02d}/{moment.month:02d}/{year}",
        "day_dash": f"{day:02d}-{moment.month:02d}-{year}",
        "day_dots": f"{day:02d}.{moment.month:02d}.{year}",
        "monthfirst_hi": f"{month} {day}, {year}",
        "day_month": f"{day} {month}",
        "clock12": twelve,
        "clock24": clock,
        "clock_hi": f"{_part_of_day(moment.hour)} {(moment.hour - 1) % 12 + 1}:{moment.minute:02d} बजे",
        "dateday": slots["weekday"][moment.weekday()],
        "dateday_en": weekday_latin,
    }


def _part_of_day(hour: int) -> str:
    if hour < 4 or hour >= 20:
        return "रात"
    return "सुबह" if hour < 12 else "दोपहर" if hour < 16 else "शाम"
