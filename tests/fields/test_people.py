"""Who wrote an article, whom it is credited to, and where it was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsx.fields import agency, dateline, people
from newsx.fields.choice import Choice
from newsx.fields.credit_lines import read_credits
from newsx.page import Block, Box, LabelledPage, Role

BuildPage = Callable[..., LabelledPage]

HEADLINE = ("headline", "पुल का काम पूरा, अगले महीने से चलेंगी गाड़ियां")
STORY = ("body", "नदी पर बन रहे पुल का काम पूरा हो गया है। " * 4)
ENGLISH = ("headline", "Bridge opens after five years"), ("body", "The bridge over the river is open. " * 6)


def _article(author: Any, **more: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": HEADLINE[1], "author": author} | more


def choose_authors(labelled: LabelledPage) -> Choice[tuple[str, ...]]:
    return people.choose_authors(labelled, read_credits(labelled))


def choose_agency(labelled: LabelledPage) -> Choice[str]:
    return agency.choose_agency(labelled, read_credits(labelled))


def choose_dateline(labelled: LabelledPage) -> Choice[str]:
    return dateline.choose_dateline(read_credits(labelled))


def _authors(labelled: LabelledPage) -> tuple[str, ...] | None:
    return choose_authors(labelled).value


def test_the_byline_names_the_author(page: BuildPage) -> None:
    """What the page shows comes first, and the evidence names the block."""
    choice = choose_authors(page(HEADLINE, ("byline", "मीरा जोशी / नई दिल्ली March 14, 2021"), STORY))
    assert choice.value == ("मीरा जोशी",)
    assert choice.evidence is not None
    assert choice.evidence.source == "block 1 (byline)"


def test_the_bylines_form_wins_over_the_declared_script(page: BuildPage) -> None:
    """One person in two scripts is one, spelled as the byline has it, and no conflict."""
    choice = choose_authors(
        page(HEADLINE, ("byline", "By Meera Joshi"), STORY, json_ld=[_article({"name": "मीरा जोशी"})])
    )
    assert choice.value == ("Meera Joshi",)
    assert choice.warnings == ()


def test_two_different_persons_are_a_conflict(page: BuildPage) -> None:
    """The byline wins, and a warning names both."""
    choice = choose_authors(
        page(HEADLINE, ("byline", "By Meera Joshi"), STORY, json_ld=[_article({"name": "Rohit Negi"})])
    )
    assert choice.value == ("Meera Joshi",)
    assert [warned.kind for warned in choice.warnings] == ["author_conflict"]


def test_editors_and_publishers_are_no_authors(page: BuildPage) -> None:
    """Authors are those who wrote."""
    labelled = page(HEADLINE, ("byline", "Written by: मीरा जोशी | Edited by: रोहित नेगी"), STORY)
    assert _authors(labelled) == ("मीरा जोशी",)
    assert _authors(page(HEADLINE, ("byline", "Published by: रोहित नेगी"), STORY)) is None


@pytest.mark.parametrize(
    "author", ["दैनिक भास्कर", "न्यूज डेस्क", "Web Desk", "भाषा", "लखनऊ ब्यूरो", "admin", "https://example.in/author/meera"]
)
def test_no_desk_publisher_agency_or_address_is_an_author_on_a_hindi_page(page: BuildPage, author: str) -> None:
    """The author field of Hindi pages often holds another thing than a person."""
    assert _authors(page(HEADLINE, STORY, json_ld=[_article({"@type": "Person", "name": author})])) is None


@pytest.mark.parametrize(
    "author",
    [
        "Meera Joshi",
        {"@type": "Person", "name": "Meera Joshi"},
        [{"@type": "Person", "name": "Meera Joshi"}, {"@type": "Person", "name": "meera joshi"}],
        {"@type": "Person", "givenName": "Meera", "familyName": "Joshi"},
        "By Meera Joshi",
        "Meera Joshi (mjo)",
        "Meera Joshi meera@example.in",
        ["Meera Joshi", ""],
    ],
    ids=str,
)
def test_an_author_is_declared_in_many_shapes(page: BuildPage, author: Any) -> None:
    """Strings, objects, lists, parts of a name, and additions to it give the one name."""
    assert _authors(page(*ENGLISH, json_ld=[_article(author)])) == ("Meera Joshi",)


def test_a_reference_is_followed(page: BuildPage) -> None:
    """``{"@id": ...}`` means the object elsewhere on the page."""
    person = {"@type": "Person", "@id": "#meera", "name": "Meera Joshi"}
    assert _authors(page(*ENGLISH, json_ld=[_article({"@id": "#meera"}), person])) == ("Meera Joshi",)


def test_a_list_of_names_falls_apart_and_degrees_do_not(page: BuildPage) -> None:
    """Joined names are several persons, a degree behind a name is none."""
    labelled = page(*ENGLISH, meta={"author": "Felix Braun und Jana Vogel, dpa"})
    assert _authors(labelled) == ("Felix Braun", "Jana Vogel", "dpa")
    assert _authors(page(*ENGLISH, meta={"author": "Dana Bell, MS, RD"})) == ("Dana Bell, MS, RD",)


def test_a_newsroom_is_the_author_where_a_foreign_page_names_nobody_else(page: BuildPage) -> None:
    """For other languages newsx credits whom the page credits."""
    newsroom = _article({"@type": "Organization", "name": "Nordpost"}, publisher={"name": "Nordpost"})
    assert _authors(page(*ENGLISH, json_ld=[newsroom])) == ("Nordpost",)


def test_a_person_in_the_byline_comes_before_the_publisher_as_author(page: BuildPage) -> None:
    """A page that declares itself as author but shows a person names the person."""
    newsroom = _article({"@type": "Person", "name": "Nordpost"}, publisher={"name": "Nordpost"})
    labelled = page(ENGLISH[0], ("byline", "By Meera Joshi"), ENGLISH[1], json_ld=[newsroom])
    assert _authors(labelled) == ("Meera Joshi",)


def test_the_publisher_beside_the_author_is_dropped(page: BuildPage) -> None:
    """A meta element for each may hold both."""
    meta = {"author": ["Nordpost", "Meera Joshi"], "og:site_name": "Nordpost"}
    assert _authors(page(*ENGLISH, meta=meta)) == ("Meera Joshi",)


def test_the_object_that_names_all_authors_is_taken(page: BuildPage) -> None:
    """Of two descriptions of one article the fuller list wins."""
    one, both = _article("Meera Joshi", description="d", image="i"), _article(["Meera Joshi", "Rohit Negi"])
    assert _authors(page(*ENGLISH, json_ld=[one, both])) == ("Meera Joshi", "Rohit Negi")


def test_a_bare_name_beside_the_date_is_a_byline(page: BuildPage) -> None:
    """Many themes put the name on a line of its own, over or under the date."""
    labelled = page(HEADLINE, ("other", "मीरा जोशी"), ("date", "5 फरवरी 2024"), STORY)
    assert _authors(labelled) == ("मीरा जोशी",)


def test_class_names_tell_that_a_name_stands_there(page: BuildPage) -> None:
    """An author class makes a bare name a byline, far from any date too."""
    box = Box(1, 2, -1, "div", "author-name header")
    labelled = page(HEADLINE, ("other", Block("मीरा जोशी", box=0)), STORY, boxes=[box])
    assert _authors(labelled) == ("मीरा जोशी",)


def test_a_newsroom_is_the_author_where_a_byline_credits_it_alone(page: BuildPage) -> None:
    """Where authors may be newsrooms, what stands behind By is one, if the markup calls the line the author's."""
    headline, story = ENGLISH
    room = ("other", Block("By The Valley Post editors", box=0))
    box = Box(1, 2, -1, "div", "author-name")
    assert _authors(page(headline, room, story, boxes=[box])) == ("The Valley Post editors",)


@pytest.mark.parametrize("line", ["By March 14, 2021", "By 14.03.2021 09:30", "by: March 14, 2021"])
def test_a_time_behind_by_is_no_newsroom(page: BuildPage, line: str) -> None:
    """A byline that lost its name may keep the time of the story."""
    headline, story = ENGLISH
    assert _authors(page(headline, ("date", line), story)) is None


def test_names_of_other_stories_are_not_the_authors(page: BuildPage) -> None:
    """A byline far below belongs to another story."""
    tail = [("body", "पुल की लंबाई दो किलोमीटर है और इसे बनाने में पांच साल लगे।")] * 3
    labelled = page(HEADLINE, STORY, *tail, *[("other", "और खबरें")] * 5, ("byline", "By Rohit Negi"))
    assert _authors(labelled) is None


@pytest.mark.parametrize(
    ("blocks", "agency", "place"),
    [
        ([("body", "प्रयागराज, जेएनएन। " + STORY[1])], "जेएनएन", "प्रयागराज"),
        ([("body", "संयुक्त राष्ट्र, 14 मई (भाषा) " + STORY[1])], "भाषा", "संयुक्त राष्ट्र"),
        ([("byline", "न्यूज डेस्क, अमर उजाला, लखनऊ"), STORY], "न्यूज डेस्क, अमर उजाला", "लखनऊ"),
        ([("byline", "मीरा जोशी / नई दिल्ली March 14, 2021"), STORY], None, "नई दिल्ली"),
        ([("date", "मैनपुरीकुछ ही क्षण पहले"), STORY], None, "मैनपुरी"),
        ([("dateline", "मैनपुरी"), STORY], None, "मैनपुरी"),
        ([STORY, ("body", "काम पांच साल में पूरा हुआ। (पीटीआई)")], "पीटीआई", None),
        ([("byline", "Meera Joshi लाइव हिन्दुस्तान"), STORY], None, None),
        ([STORY], None, None),
    ],
    ids=["head", "head-with-date", "desk-line", "byline", "glued", "own-block", "tail", "publisher", "none"],
)
def test_agency_and_place_are_read_where_the_page_has_them(
    page: BuildPage, blocks: list[tuple[str, str]], agency: str | None, place: str | None
) -> None:
    """The head of the story, the byline, a block of its own, or the agency in brackets at the end."""
    labelled = page(HEADLINE, *blocks)
    assert (choose_agency(labelled).value, choose_dateline(labelled).value) == (agency, place)


def test_a_desk_declared_as_author_is_the_agency(page: BuildPage) -> None:
    """On a Hindi page a desk in the author field is credited where it belongs."""
    labelled = page(HEADLINE, STORY, json_ld=[_article({"@type": "Person", "name": "लखनऊ ब्यूरो"})])
    assert choose_agency(labelled).value == "लखनऊ ब्यूरो"
    assert _authors(labelled) is None


def test_the_pages_own_name_is_no_author(page: BuildPage) -> None:
    """A byline with the publisher beside the name, also glued to it, names the person alone."""
    for line in (
        "नेहा सिंह | भारत संवाद | Updated: 5 Oct 2026, 4:27 pm",
        "Nov 11, 2026 08:04 pm ISTनेहा सिंहभारत संवाद, पटना",
    ):
        credits = read_credits(page(HEADLINE, ("byline", line), STORY), ["भारत संवाद"])
        assert people.choose_authors(page(HEADLINE, STORY), credits).value == ("नेहा सिंह",)


def test_the_publisher_behind_the_desk_belongs_to_it(page: BuildPage) -> None:
    """A desk is given with its publisher, also where no list knows that one, and the place is the dateline."""
    labelled = page(HEADLINE, ("other", "न्यूज डेस्क, लोकधारा, लखनऊ"), STORY)
    assert choose_agency(labelled).value == "न्यूज डेस्क, लोकधारा"
    assert choose_dateline(labelled).value == "लखनऊ"
    assert _authors(labelled) is None


def test_a_name_below_the_mark_of_an_author_is_one(page: BuildPage) -> None:
    """The text that a content system has for the author's picture stands for a label."""
    assert _authors(page(HEADLINE, ("other", "author-image"), ("other", "Neha Singh"), STORY)) == ("Neha Singh",)
    assert _authors(page(HEADLINE, ("other", "शेयर बाजार"), ("other", "Neha Singh"), STORY)) is None


def test_the_reporter_in_the_dateline_is_the_author(page: BuildPage) -> None:
    """A dateline may name who wrote; a byline comes before it."""
    story = ("body", f"रोहित नेगी, छतरपुर। {STORY[1]}")
    assert _authors(page(HEADLINE, story)) == ("रोहित नेगी",)
    assert _authors(page(HEADLINE, ("byline", "By Meera Joshi"), story)) == ("Meera Joshi",)


def test_name_place_and_date_may_stand_on_lines_of_their_own(page: BuildPage) -> None:
    """A name above a place above a date is the author, and the place is the dateline."""
    labelled = page(HEADLINE, ("other", "नेहा सिंह"), ("other", "शिमला,"), ("date", "17 अक्टूबर 2026,"), STORY)
    assert _authors(labelled) == ("नेहा सिंह",)
    assert choose_dateline(labelled).value == "शिमला"


def test_the_paper_behind_the_names_is_none_of_them(page: BuildPage) -> None:
    """Names of the site at the end of a declared byline go, and then it is a list of persons."""
    labelled = page(HEADLINE, STORY, json_ld=[_article("Anita K. Roy, J.P. Rao, and Meera Joshi, Gaon Times")])
    named = people.choose_authors(labelled, read_credits(labelled), ("gaontimes", "www.gaontimes.example"))
    assert named.value == ("Anita K. Roy", "J.P. Rao", "Meera Joshi")


@pytest.mark.parametrize(
    "author", ["TNN", "PTI", "Ashford Times", "Ashford News Desk", "Ashford Team", "ashfordtimes", "Ashford Gazette"]
)
def test_a_newsroom_is_no_author_on_an_indian_page(page: BuildPage, author: str) -> None:
    """Agencies, desks and the paper itself are told by the lexicon, their words, and the page's own names."""
    story = _article(
        {"@type": "Person", "name": author},
        datePublished="2026-05-12T10:20:00+05:30",
        publisher={"name": "Ashford Times"},
    )
    labelled = page(*ENGLISH, json_ld=[story], language="en")
    assert people.choose_authors(labelled, read_credits(labelled), ["Ashford Times", "ashfordtimes"]).value is None


def test_a_paper_that_signs_in_its_own_script_is_no_author(page: BuildPage) -> None:
    """Its name in Latin letters is that of the site."""
    headline, story = ("headline", "பாலம் திறக்கப்பட்டது"), ("body", "ஆற்றின் மீது கட்டப்பட்ட பாலம் திறக்கப்பட்டது. " * 6)
    labelled = page(headline, story, json_ld=[_article({"name": "காலை மலர்"})], language="ta")
    assert people.choose_authors(labelled, read_credits(labelled), ["Kaalaimalar"]).value is None


def test_an_indian_agency_that_is_declared_as_author_is_the_agency(page: BuildPage) -> None:
    """Also on a page that tells nothing else of where it is from; elsewhere an agency may be the author."""
    assert choose_agency(page(*ENGLISH, json_ld=[_article({"name": "PTI"})], language="en")).value == "PTI"
    assert choose_agency(page(*ENGLISH, json_ld=[_article({"name": "AFP"})], language="en")).value is None
    assert _authors(page(*ENGLISH, json_ld=[_article({"name": "AFP"})], language="en")) == ("AFP",)


@pytest.mark.parametrize("newsroom", ["कोसी समाचार", "Kosi Team", "नव कोसी टीम"])
def test_a_newsroom_alone_above_the_story_is_the_agency(page: BuildPage, newsroom: str) -> None:
    """The line stands where a byline would; a section's name there is none."""
    assert choose_agency(page(HEADLINE, ("other", newsroom), STORY)).value == newsroom
    assert choose_agency(page(HEADLINE, ("other", "बिहार समाचार"), STORY)).value is None
    assert choose_agency(page(HEADLINE, ("other", newsroom), ("caption", "पुल पर गाड़ियां"), STORY)).value is None


@pytest.mark.parametrize(
    ("line", "place", "agency", "author"),
    [
        ("मऊरानीपुर, 22 जनवरी (हप्र)", "मऊरानीपुर", "हप्र", None),
        ("सीकर: मोहनलाल वर्मा", "सीकर", None, ("मोहनलाल वर्मा",)),
        ("सीकर :", "सीकर", None, None),
    ],
)
def test_a_dateline_may_be_a_line_of_its_own(
    page: BuildPage, line: str, place: str, agency: str | None, author: tuple[str, ...] | None
) -> None:
    """Above the story's first paragraph, without a year."""
    labelled = page(HEADLINE, ("byline" if author or agency else "body", line), STORY)
    assert choose_dateline(labelled).value == place
    assert choose_agency(labelled).value == agency
    assert _authors(labelled) == author


def test_two_names_that_lost_the_space_between_them_are_two(page: BuildPage) -> None:
    """Neighbouring elements of one field; capitals inside a name are no border."""
    assert _authors(page(*ENGLISH, meta={"author": "Anita RoyMeera Joshi"})) == ("Anita Roy", "Meera Joshi")
    assert _authors(page(*ENGLISH, meta={"author": "Ronald McDonald"})) == ("Ronald McDonald",)


def test_a_line_of_the_page_is_no_author(page: BuildPage) -> None:
    """Plugins write the site's slogan where the author belongs."""
    assert _authors(page(*ENGLISH, meta={"author": "Download our new app FREE"})) is None
    office = "Center for Design and Research"
    assert _authors(page(*ENGLISH, meta={"author": office})) == (office,)


def test_the_paper_beside_its_reporter_is_no_author(page: BuildPage) -> None:
    """In a byline; alone it is one, as on pages outside of India it may be."""
    declared = {"meta": {"og:site_name": "Ashford Gazette"}, "language": "en"}
    assert _authors(page(ENGLISH[0], ("byline", "By Nora Quill and Ashford Gazette"), ENGLISH[1], **declared)) == (
        "Nora Quill",
    )


@pytest.mark.parametrize("role", ["other", "read_also", "share"])
def test_a_byline_that_was_taken_for_something_else_counts_above_the_story(page: BuildPage, role: Role) -> None:
    """Its label shows what it is; below the story's beginning, and in a caption, it names someone else."""
    assert _authors(page(ENGLISH[0], (role, "By Nora Quill"), ENGLISH[1])) == ("Nora Quill",)
    assert _authors(page(*ENGLISH, *[("body", "The bridge is open to all. " * 6)] * 4, (role, "By Nora Quill"))) is None
    assert _authors(page(ENGLISH[0], ("caption", "By Nora Quill"), ENGLISH[1])) is None


def test_names_beside_the_day_are_the_byline(page: BuildPage) -> None:
    """Also more than one, whatever the line was taken for."""
    lines = ("other", "May 6, 2019"), ("read_also", "Philip Hanley and J.M. Phillips")
    assert _authors(page(ENGLISH[0], *lines, ENGLISH[1])) == ("Philip Hanley", "J.M. Phillips")


@pytest.mark.parametrize("line", ["मनीष तोमर, नेहा सिंह", "मनीष तोमर/ नेहा सिंह", "मनीष तोमर और नेहा सिंह"])
def test_names_alone_right_below_the_headline_are_the_byline(page: BuildPage, line: str) -> None:
    """Where each is surely a person's; farther down they could be anybody's."""
    assert _authors(page(HEADLINE, ("other", line), STORY)) == ("मनीष तोमर", "नेहा सिंह")
    assert _authors(page(HEADLINE, ("other", "देश"), ("other", line), STORY)) is None
    assert _authors(page(HEADLINE, ("other", "पुल, सड़क"), STORY)) is None
