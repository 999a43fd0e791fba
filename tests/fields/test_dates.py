"""When an article was published and changed: declared and visible times, and how they check each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from newsx.fields import dates
from newsx.fields.choice import Choice
from newsx.fields.credit_lines import read_credits
from newsx.page import LabelledPage, PageTime, Role

BuildPage = Callable[..., LabelledPage]

HEADLINE = ("headline", "पुल का काम पूरा, अगले महीने से चलेंगी गाड़ियां")
STORY = ("body", "नदी पर बन रहे पुल का काम पूरा हो गया है। " * 4)
CAPTURED = datetime.fromisoformat("2024-02-06T09:00+05:30")


def _article(published: str, **more: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": HEADLINE[1], "datePublished": published} | more


def choose_published(labelled: LabelledPage, captured_at: datetime | None, url: str | None = None) -> Choice[str]:
    credits = read_credits(labelled)
    times = dates.offered_times(labelled, credits, captured_at)
    return dates.choose_published(labelled, credits, times, captured_at, url)


def choose_modified(labelled: LabelledPage, captured_at: datetime | None) -> Choice[str]:
    return dates.choose_modified(dates.offered_times(labelled, read_credits(labelled), captured_at))


def _value(labelled: LabelledPage, captured_at: datetime | None = None) -> str | None:
    return choose_published(labelled, captured_at).value


def _kinds(labelled: LabelledPage) -> list[str]:
    return [warned.kind for warned in choose_published(labelled, None).warnings]


def _with_times(labelled: LabelledPage, *times: PageTime) -> LabelledPage:
    page = labelled.page
    return replace(labelled, page=replace(page, declared=replace(page.declared, times=times)))


def test_the_article_object_comes_first(page: BuildPage) -> None:
    """JSON-LD of the article wins over meta elements, and the evidence names it."""
    labelled = page(
        HEADLINE, STORY, json_ld=[_article("2024-02-05T19:30:00+05:30")], meta={"date": "2024-02-01T00:10:00+05:30"}
    )
    choice = choose_published(labelled, None)
    assert choice.value == "2024-02-05T19:30+05:30"
    assert choice.evidence is not None
    assert choice.evidence.source == "json-ld NewsArticle.datePublished"
    assert [other.value for other in choice.evidence.also] == ["2024-02-01T00:10+05:30"]


@pytest.mark.parametrize(
    "other",
    [
        {"@type": "Organization", "name": "दैनिक नमूना", "datePublished": "2001-01-01T10:00:00+05:30"},
        {"@type": "WebPage", "datePublished": "2001-01-01T10:00:00+05:30"},
        {"@type": "VideoObject", "name": "कोई और वीडियो", "uploadDate": "2001-01-01T10:00:00+05:30"},
    ],
    ids=lambda item: item["@type"],
)
def test_objects_that_are_not_the_article_do_not_date_it(page: BuildPage, other: dict[str, Any]) -> None:
    """The publisher's founding, the page's shell and the player's video have dates of their own."""
    labelled = page(HEADLINE, STORY, json_ld=[other, _article("2024-02-05T19:30:00+05:30")])
    assert _value(labelled) == "2024-02-05T19:30+05:30"


def test_a_naive_time_is_indian_on_a_hindi_page(page: BuildPage) -> None:
    """Content systems of Indian publishers write local time without an offset."""
    assert _value(page(HEADLINE, STORY, json_ld=[_article("2024-02-05 19:30:56")])) == "2024-02-05T19:30+05:30"


def test_a_naive_time_stays_naive_elsewhere(page: BuildPage) -> None:
    """Where nothing tells the zone, none is invented."""
    labelled = page(
        ("headline", "Bridge opens"), ("body", "The bridge is open. " * 9), meta={"date": "2024-02-05 19:30"}
    )
    assert _value(labelled) == "2024-02-05T19:30"


def test_a_page_that_shows_ist_is_indian_in_english_too(page: BuildPage) -> None:
    """An English page that shows IST dates its naive times in India."""
    labelled = page(
        ("headline", "Bridge opens"),
        ("date", "Feb 5, 2024 07:30 PM IST"),
        ("body", "The bridge is open. " * 9),
        meta={"date": "2024-02-05 19:30"},
    )
    assert _value(labelled) == "2024-02-05T19:30+05:30"


def test_utc_is_moved_to_india_on_a_hindi_page(page: BuildPage) -> None:
    """A right Z is the same instant in IST."""
    assert _value(page(HEADLINE, STORY, json_ld=[_article("2024-02-05T20:46:00.000Z")])) == "2024-02-06T02:16+05:30"


def test_a_wrong_z_is_set_right_by_the_visible_time(page: BuildPage) -> None:
    """The same hour shown as IST proves that the declared Z is India's time, and a warning says so."""
    labelled = page(
        HEADLINE, ("date", "5 फरवरी 2024, 08:46 PM IST"), STORY, json_ld=[_article("2024-02-05T20:46:31.000Z")]
    )
    assert _value(labelled) == "2024-02-05T20:46+05:30"
    assert _kinds(labelled) == ["wrong_zone"]


def test_a_declared_day_takes_its_minute_from_the_page(page: BuildPage) -> None:
    """Day and visible time of the same day agree, and the more precise one is the value."""
    labelled = page(HEADLINE, ("date", "प्रकाशित: 5 फरवरी 2024, शाम 7:30 बजे"), STORY, json_ld=[_article("2024-02-05")])
    assert _value(labelled) == "2024-02-05T19:30+05:30"
    assert _kinds(labelled) == []


def test_midnight_to_the_second_is_a_day(page: BuildPage) -> None:
    """What content systems write for a day alone claims no minute."""
    assert _value(page(HEADLINE, STORY, meta={"article:published_time": "2024-02-05T00:00:00+05:30"})) == "2024-02-05"


def test_an_earlier_visible_day_wins_and_warns(page: BuildPage) -> None:
    """A page that shows an earlier day than it declares was republished by its content system."""
    labelled = page(HEADLINE, ("date", "1 फरवरी 2024"), STORY, json_ld=[_article("2024-02-05T19:30:00+05:30")])
    assert _value(labelled) == "2024-02-01"
    assert _kinds(labelled) == ["date_conflict"]


def test_a_later_visible_day_without_label_warns_and_loses(page: BuildPage) -> None:
    """An unlabelled later day may be that of an update."""
    labelled = page(HEADLINE, ("date", "9 फरवरी 2024"), STORY, json_ld=[_article("2024-02-05T19:30:00+05:30")])
    assert _value(labelled) == "2024-02-05T19:30+05:30"
    assert _kinds(labelled) == ["date_conflict"]


def test_an_update_shown_beside_the_declared_time_is_no_conflict(page: BuildPage) -> None:
    """A time labelled as an update is the other field."""
    labelled = page(HEADLINE, ("date", "अपडेटेड 9 फरवरी 2024"), STORY, json_ld=[_article("2024-02-05T19:30:00+05:30")])
    assert _value(labelled) == "2024-02-05T19:30+05:30"
    assert _kinds(labelled) == []
    assert choose_modified(labelled, None).value == "2024-02-09"


def test_the_byline_dates_a_page_that_declares_nothing(page: BuildPage) -> None:
    """The line below the headline is enough, in the text dump of a page for example."""
    labelled = page(HEADLINE, ("byline", "Feb 05, 2024 08:42 pm ISTमीरा जोशी लाइव हिन्दुस्तान"), STORY)
    assert _value(labelled) == "2024-02-05T20:42+05:30"


def test_a_label_on_the_line_above_belongs_to_the_time(page: BuildPage) -> None:
    """Updated at: and its time may be two lines."""
    labelled = page(HEADLINE, ("date", "5 फरवरी 2024"), ("date", "Updated at:"), ("date", "7 फरवरी 2024"), STORY)
    assert _value(labelled) == "2024-02-05"
    assert choose_modified(labelled, None).value == "2024-02-07"


def test_dates_of_other_stories_are_not_the_articles(page: BuildPage) -> None:
    """A list of further stories far below has dates too."""
    tail = [("body", "पुल की लंबाई दो किलोमीटर है और इसे बनाने में पांच साल लगे।")] * 6
    labelled = page(HEADLINE, STORY, *tail, *[("other", "और खबरें")] * 5, ("date", "5 फरवरी 2024"))
    assert _value(labelled) is None


def test_the_sites_clock_above_the_headline_gives_no_minute(page: BuildPage) -> None:
    """The head of a page shows the time of the capture; far above the headline it gives nothing at all."""
    clock = ("date", "Tuesday, February 6, 2024 10:18 PM")
    byline = ("byline", "मीरा जोशी / नई दिल्ली February 5, 2024")
    assert _value(page(clock, HEADLINE, byline, STORY)) == "2024-02-05"
    assert _value(page(clock, *[("navigation", "देश")] * 4, HEADLINE, STORY)) is None


def test_a_day_right_above_the_headline_is_a_blogs(page: BuildPage) -> None:
    """Blogs put the day over the title."""
    assert _value(page(("date", "सोमवार, 5 फरवरी 2024"), HEADLINE, STORY)) == "2024-02-05"


def test_relative_times_need_the_time_of_capture(page: BuildPage) -> None:
    """27 minutes ago is null without it, and never the time of capture itself."""
    labelled = page(HEADLINE, ("date", "27 मिनट पहले"), STORY)
    assert _value(labelled) is None
    assert _value(labelled, CAPTURED) == "2024-02-06T08:33+05:30"


def test_a_time_after_the_capture_cannot_be_true(page: BuildPage) -> None:
    """An expiry date in the wrong field is passed over for the next source."""
    labelled = page(
        HEADLINE, STORY, json_ld=[_article("2031-02-05T19:30:00+05:30")], meta={"date": "2024-02-05T19:30:00+05:30"}
    )
    assert _value(labelled, CAPTURED) == "2024-02-05T19:30+05:30"


def test_a_time_element_gives_the_minute_of_a_visible_day(page: BuildPage) -> None:
    """The date below the headline is a day, its time element knows the minute; those of other stories do not count."""
    labelled = _with_times(
        page(HEADLINE, ("date", "February 5, 2024"), STORY),
        PageTime("2024-02-05T11:32:35+05:30", "February 5, 2024", "entry-date updated"),
        PageTime("Thu, 01 Feb 2024 9:21:05 +0000", "February 1, 2024", "entry-date"),
    )
    assert _value(labelled) == "2024-02-05T11:32+05:30"


def test_a_time_element_of_a_comment_is_not_the_articles(page: BuildPage) -> None:
    """Class names tell whose time it is."""
    labelled = _with_times(page(HEADLINE, STORY), PageTime("2024-02-05T11:32:35+05:30", None, "comment-date"))
    assert _value(labelled) is None


def test_the_address_dates_a_page_as_a_last_resort(page: BuildPage) -> None:
    """Publishers that end their addresses in the day tell it so."""
    labelled = page(HEADLINE, STORY, links={"canonical": "https://example.in/desh/pul-ka-kam-pura-2024-02-05"})
    assert _value(labelled) == "2024-02-05"


def test_the_dateline_dates_a_page_that_tells_it_nowhere_else(page: BuildPage) -> None:
    """A dateline with a year is a date."""
    labelled = page(HEADLINE, ("body", "लखनऊ, 5 फरवरी 2024 (भाषा) " + STORY[1]))
    assert _value(labelled) == "2024-02-05"


def test_a_page_that_tells_only_an_update_is_dated_by_it_with_a_warning(page: BuildPage) -> None:
    """A page without any other date is better dated by its update than not, and the record says so."""
    labelled = page(HEADLINE, ("date", "Updated Mon, 05 Feb 2024 01:00 AM IST"), STORY)
    assert _value(labelled) == "2024-02-05T01:00+05:30"
    assert _kinds(labelled) == ["published_from_modified"]


def test_modified_is_what_the_page_declares(page: BuildPage) -> None:
    """The field may equal `published`, and is null where the page tells nothing."""
    declared = page(
        HEADLINE, STORY, json_ld=[_article("2024-02-05T19:30:00+05:30", dateModified="2024-02-05T19:30:00+05:30")]
    )
    assert choose_modified(declared, None).value == "2024-02-05T19:30+05:30"
    assert choose_modified(page(HEADLINE, STORY), None).value is None


def test_slashes_are_read_month_first_on_an_american_page(page: BuildPage) -> None:
    """The page's language tells; on an Indian page the day comes first."""
    english = ("headline", "Bridge opens"), ("date", "8/1/2025"), ("body", "The bridge is open. " * 9)
    assert _value(page(*english, language="en-US")) == "2025-08-01"
    assert _value(page(*english, language="en-IN")) == "2025-01-08"


def test_an_offset_is_taken_from_a_source_that_has_it(page: BuildPage) -> None:
    """The same clock with an offset elsewhere completes a naive time; a Z beside it proves nothing."""
    english = ("headline", "Bridge opens"), ("body", "The bridge is open. " * 9)
    offered = {"article:published_time": "2024-02-05 19:30", "date.available": "2024-02-05 19:30:08 +02:00"}
    assert _value(page(*english, meta=offered)) == "2024-02-05T19:30+02:00"
    offered["date.available"] = "2024-02-05T19:30:08Z"
    assert _value(page(*english, meta=offered)) == "2024-02-05T19:30"


def test_a_line_that_says_published_counts_from_afar_where_there_is_no_other(page: BuildPage) -> None:
    """One day that the page calls its publication dates it, wherever it stands; two days are several stories'."""
    far = ("date", "प्रकाशित: 5 फरवरी 2024")
    between = [("navigation", "देश")] * 8
    assert _value(page(far, *between, HEADLINE, STORY)) == "2024-02-05"
    assert _value(page(far, ("date", "प्रकाशित: 6 फरवरी 2024"), *between, HEADLINE, STORY)) is None


def _as_dump(labelled: LabelledPage) -> LabelledPage:
    return replace(labelled, page=replace(labelled.page, form="text"))


def test_the_first_line_of_a_dump_is_the_sites_clock(page: BuildPage) -> None:
    """A day that opens a dump altogether is that of the capture; below another line it is the story's."""
    day = ("date", "November 25, 2024")
    assert _value(_as_dump(page(day, HEADLINE, STORY))) is None
    assert _value(_as_dump(page(("other", "राज्य"), day, HEADLINE, STORY))) == "2024-11-25"


@pytest.mark.parametrize("day", ["date 2024-11-25", "Date: 2024-11-25", "दिनांक 2024-11-25"])
def test_a_day_under_its_name_that_opens_a_dump_is_the_storys(page: BuildPage, day: str) -> None:
    """So data sets write it; a site's clock says no such word."""
    assert _value(_as_dump(page(("date", day), HEADLINE, STORY))) == "2024-11-25"


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("embed", "— नगर समाचार May 17, 2022"),
        ("date", "— Nagar Samachar (@nagarsamachar) May 17, 2022"),
        ("date", "/media/media_files/2025/05/21/pul.jpg)"),
        ("read_also", "यह भी पढ़ें: पुराना पुल (12 मई 2022)"),
    ],
)
def test_posts_paths_and_other_stories_do_not_date_a_dump(page: BuildPage, role: Role, text: str) -> None:
    """Their days are those of something else."""
    assert _value(_as_dump(page(HEADLINE, (role, text), STORY))) is None


def test_a_clock_on_the_line_below_its_day_is_read_with_it(page: BuildPage) -> None:
    """Day and clock of an update may stand on two lines."""
    labelled = page(HEADLINE, ("date", "21 नवंबर 2026,"), ("other", "अपडेटेड 5:36 PM IST"), STORY)
    assert _value(labelled) == "2026-11-21"
    assert choose_modified(labelled, None).value == "2026-11-21T17:36+05:30"


def test_an_update_told_far_below_the_story_is_the_last_resort(page: BuildPage) -> None:
    """Where nothing else tells a day, it is given with a warning."""
    far = [("other", "देश")] * 8
    choice = choose_published(page(HEADLINE, STORY, *far, ("date", "Last updated: November 13, 2025")), None)
    assert choice.value == "2025-11-13"
    assert [warned.kind for warned in choice.warnings] == ["published_from_modified"]


def test_a_labelled_time_above_the_headline_keeps_its_minute(page: BuildPage) -> None:
    """The site's own clock has no label, so a time with one is the story's."""
    above = ("date", "अंतिम अपडेट: बुधवार, 18 नवंबर 2026 (14:25 IST)")
    assert _value(page(above, HEADLINE, STORY)) == "2026-11-18T14:25+05:30"


def test_an_attribute_with_an_offset_goes_before_the_clock_that_its_element_shows(page: BuildPage) -> None:
    """A server shows its own clock; the attribute names the moment."""
    byline = ("byline", "Nora Quill – Mar 27, 2026 3:09 PM")
    labelled = page(
        ("headline", "Library to stay open"), byline, ("body", "The library stays open. " * 6), language="en"
    )
    time = PageTime("2026-03-27T18:09:00-04:00", "Mar 27, 2026 3:09 PM")
    declared = replace(labelled.page.declared, times=(time,))
    labelled = replace(labelled, page=replace(labelled.page, declared=declared))
    assert _value(labelled) == "2026-03-27T18:09-04:00"


@pytest.mark.parametrize(
    ("line", "other", "day"),
    [("05/02/2024", "25/02/2024", "2024-02-05"), ("05/02/2024", "02/25/2024", "2024-05-02")],
)
def test_another_day_of_the_page_tells_the_order_of_days_with_slashes(
    page: BuildPage, line: str, other: str, day: str
) -> None:
    """A number over twelve is a day, whatever the language would say."""
    story = ("body", "The library stays open. " * 6)
    labelled = page(("headline", "Library to stay open"), ("date", line), story, ("related", other), language="en")
    assert _value(labelled) == day


@pytest.mark.parametrize(
    ("language", "other", "day"),
    [("en-US", "Updated Feb 5, 2024", "2024-02-05"), ("en-IN", "अपडेटेड 2 मई 2024", "2024-05-02")],
)
def test_the_same_day_with_its_month_by_name_tells_the_order_of_days_with_slashes(
    page: BuildPage, language: str, other: str, day: str
) -> None:
    """Against what the language would say."""
    story = ("body", "The library stays open. " * 6)
    blocks = ("headline", "Library to stay open"), ("date", "05/02/2024"), ("date", other), story
    assert _value(page(*blocks, language=language)) == day


def test_a_day_to_come_tells_the_order_of_days_with_slashes(page: BuildPage) -> None:
    """A page saved in February shows no day in May."""
    labelled = page(
        ("headline", "Library to stay open"), ("date", "05/02/2024"), ("body", "It stays open. " * 9), language="en-US"
    )
    assert _value(labelled) == "2024-05-02"
    assert _value(labelled, CAPTURED) == "2024-02-05"


def test_a_declared_day_tells_the_order_of_days_with_slashes(page: BuildPage) -> None:
    """Also where it is declared for something else than the publication."""
    labelled = page(
        HEADLINE,
        ("date", "05/02/2024"),
        STORY,
        language="en-US",
        links={"canonical": "https://kosi.example/2024/02/05/pul"},
    )
    assert _value(labelled) == "2024-02-05"


def test_a_stamp_in_utc_and_the_day_that_is_shown_for_it_agree(page: BuildPage) -> None:
    """Late in the evening in London the day in India is the next one."""
    labelled = page(HEADLINE, ("date", "13 मई 2025"), STORY, json_ld=[_article("2025-05-12T20:00:00Z")])
    assert _value(labelled) == "2025-05-13T01:30+05:30"
    assert _kinds(labelled) == []


@pytest.mark.parametrize(
    ("time", "value"),
    [
        (PageTime("2024-02-05T20:30:00-05:00", "Feb 5, 2024"), "2024-02-05T20:30-05:00"),
        (PageTime("2024-02-05 20:30:00", "Feb 5, 2024"), "2024-02-05T20:30-05:00"),
        (PageTime("2024-02-05 20:12:00", "Feb 5, 2024"), "2024-02-06T01:30+00:00"),
        (PageTime("2024-02-06 01:30:00", "Feb 6, 2024"), "2024-02-06T01:30+00:00"),
        (PageTime("2024-02-06T01:30:00Z", "Feb 5, 2024"), "2024-02-06T01:30+00:00"),
    ],
)
def test_a_moment_is_given_as_the_page_tells_it_in_the_time_of_its_place(
    page: BuildPage, time: PageTime, value: str
) -> None:
    """Where the same moment stands in UTC and with an offset, or as a clock that differs by one."""
    labelled = page(
        ("headline", HEADLINE[1]), ("body", "The bridge is open. " * 9), json_ld=[_article("2024-02-06T01:30:19.000Z")]
    )
    assert _value(_with_times(labelled, time)) == value


def test_a_day_of_the_bikram_era_is_no_other_day(page: BuildPage) -> None:
    """It is not converted, and never taken for a year to come."""
    assert (
        _value(page(HEADLINE, ("date", "२०८२ असार २८"), STORY, json_ld=[_article("2082-03-28T10:00:00+05:45")])) is None
    )


@pytest.mark.parametrize(
    "line", ["5 अगस्त 2019 की बैठक में क्या हुआ था", "पिछली बैठक 5.8.2019 का ब्योरा", "What we know of the vote of 5 May 2019"]
)
def test_a_day_in_a_sentence_is_not_the_articles(page: BuildPage, line: str) -> None:
    """It is the day of what the sentence tells of, whatever the line was taken for."""
    time = PageTime("2025-12-26T23:07:00+05:30", "26 दिसंबर 2025")
    labelled = page(HEADLINE, ("date", line), STORY)
    dated = replace(labelled, page=replace(labelled.page, declared=replace(labelled.page.declared, times=(time,))))
    assert _value(dated) == "2025-12-26T23:07+05:30"
    assert _value(labelled) is None


@pytest.mark.parametrize(
    "line",
    [
        "5 अगस्त 2019 को",
        "सोमवार, 5 अगस्त 2019 | 5 मिनट में पढ़ें",
        "Posted on 5 August 2019",
        "Aug 5, 2019 • Anita Roy in Town Planning",
    ],
)
def test_words_of_dates_make_no_sentence(page: BuildPage, line: str) -> None:
    """Connectors, weekdays and labels belong to the date."""
    assert _value(page(HEADLINE, ("date", line), STORY)) == "2019-08-05"


def test_a_time_element_far_below_the_story_is_another_storys(page: BuildPage) -> None:
    """Also where it is the only one: the day above the headline goes first."""
    others = [("other", "आगे की खबरें"), ("other", "मंडी में प्याज सस्ता"), ("other", "बाजार खुले"), ("date", "5 मार्च 2026")]
    labelled = page(("date", "22 मई 2026"), HEADLINE, STORY, *others)
    declared = replace(labelled.page.declared, times=(PageTime("2026-03-05T00:00", "5 मार्च 2026"),))
    assert _value(replace(labelled, page=replace(labelled.page, declared=declared))) == "2026-05-22"


def test_the_upload_of_a_video_in_the_story_does_not_date_it(page: BuildPage) -> None:
    """A video that shares words with the title is not what the page is about."""
    video = {"@type": "VideoObject", "name": "पुल का वीडियो", "uploadDate": "2015-01-16T14:53:35+05:30"}
    labelled = page(
        HEADLINE,
        STORY,
        title=HEADLINE[1],
        json_ld=[video],
        meta={"article:published_time": "2025-12-01T12:01:00+05:30"},
    )
    assert _value(labelled) == "2025-12-01T12:01+05:30"


def test_a_day_in_hindi_right_above_the_headline_of_a_dump_is_its_own(page: BuildPage) -> None:
    """Themes write the site's clock in English, and set it below the weather."""
    assert _value(_as_dump(page(("date", "मंगलवार, 6 जुलाई 2021"), HEADLINE, STORY))) == "2021-07-06"
    weather = [("other", "18 C"), ("other", "पटना"), ("date", "Friday, November 22, 2024")]
    assert _value(_as_dump(page(*weather, HEADLINE, STORY))) is None


def test_a_day_word_alone_with_its_clock_is_a_time(page: BuildPage) -> None:
    """Against the time of capture, where only a label stands beside it: the same words open sentences."""
    assert _value(page(HEADLINE, ("other", "आज सुबह 7:30"), STORY), CAPTURED) == "2024-02-06T07:30+05:30"
    assert _value(page(HEADLINE, ("other", "आज सुबह 7:30 बजे खुलेंगे सारे स्कूल"), STORY), CAPTURED) is None
