"""Which line of a page is its headline."""

from __future__ import annotations

import pytest

import newsx
from tests.label.conftest import HEADLINE, PARAGRAPHS, Roles, Story, role_of, roles_of_html


def test_the_headline_is_the_line_that_shares_words_with_the_story(roles: Roles, story: Story) -> None:
    """Menu lines and headlines of other stories above it are not taken."""
    above = "होम\nदेश\nवीडियो\n\nमुंबई में मेट्रो का नया रूट शुरू, किराया तय"
    assert role_of(roles(story(above=above)), "गंगा का जलस्तर घटा") == "headline"


def test_a_repeated_headline_is_taken_once(roles: Roles, story: Story) -> None:
    """The second copy is a duplicate, not a sub-heading."""
    pairs = roles(story(opening="गंगा का जलस्तर घटा, राहत शिविरों से घर लौटने लगे लोग"))
    assert [role for role, text in pairs if text.startswith("गंगा का जलस्तर घटा")] == ["headline", "duplicate"]


def test_a_menu_row_between_bars_is_neither_running_text_nor_headline(roles: Roles, story: Story) -> None:
    """Also where it ends in a bar, which stands for a danda elsewhere."""
    row = "मुख्य पृष्ठ | गोरखपुर | बस्ती | देवरिया | कुशीनगर | संतकबीर नगर | महराजगंज |"
    pairs = roles(f"घाट समाचार में आपका स्वागत है\n{row}\n{story()}")
    assert role_of(pairs, HEADLINE) == "headline"
    assert role_of(pairs, row) not in ("body", "summary")


def test_a_page_that_sends_its_head_last_has_its_headline_behind_the_story() -> None:
    """The h1 that is the declared title; another heading down there is no headline."""
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    head = f"<title>{HEADLINE} | घाट समाचार</title>"
    pairs = roles_of_html(f"<article>{story}</article><div><h1>94</h1><h1>{HEADLINE}</h1></div>", head)
    assert [text for role, text in pairs if role == "headline"] == [HEADLINE]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("नदी का पानी घटने से तीन हजार परिवार अपने घर लौटने लगे हैं।", True),
        ("नदी का पानी घटने से तीन हजार परिवार अपने घर लौटने लगे हैं।\n\n65", True),
        ("नदी का पानी घटा है। तीन हजार परिवार लौट रहे हैं। राहत शिविर बंद होंगे।", False),
        ("पटना। नदी का पानी घटने से तीन हजार परिवार अपने घर लौटने लगे हैं।", False),
    ],
    ids=["sentence", "count-between", "paragraph", "dateline"],
)
def test_a_single_sentence_above_the_dateline_is_the_headline_of_a_dump_without_another(
    roles: Roles, above: str, found: bool
) -> None:
    """Some portals end their headlines with a danda."""
    pairs = roles("\n\n".join([above, *PARAGRAPHS]))
    assert (("headline", above.partition("\n")[0]) in pairs) == found


def test_an_invitation_to_a_video_is_the_headline_where_no_other_line_is(roles: Roles) -> None:
    """It has to share words with the story, and beside a headline it stays what it is."""
    video, time = f"VIDEO: {HEADLINE}", "Nov 21, 2020, 16:50 PM IST"
    assert role_of(roles("\n\n".join([video, time, *PARAGRAPHS])), "VIDEO") == "headline"
    other = "VIDEO: शादी में दूल्हे ने गाया ऐसा गाना कि मेहमान झूम उठे"
    assert role_of(roles("\n\n".join([other, time, *PARAGRAPHS])), "VIDEO") == "read_also"
    assert role_of(roles("\n\n".join([video, HEADLINE, time, *PARAGRAPHS])), "VIDEO") == "read_also"


def test_a_line_of_some_length_is_the_headline_though_it_shares_nothing_with_the_story(roles: Roles) -> None:
    """Lines of an interface between it and the story take it away too far for its shape alone."""
    title = "Weekend Special: पुराने घाट और मल्लाहों की कहानी"
    between = ["Updated", "i", "छोटा", "मध्यम", "बड़ा"]
    assert role_of(roles("\n\n".join([title, *between, *PARAGRAPHS])), "Weekend") == "headline"


def test_the_text_of_a_picture_said_twice_is_no_headline(roles: Roles) -> None:
    """The title of the picture and its caption stand in one line."""
    pairs = roles("\n\n".join([HEADLINE, "घाट पर खड़ी नाव घाट पर खड़ी नाव", "18 नवंबर 2026", *PARAGRAPHS]))
    assert [text for role, text in pairs if role == "headline"] == [HEADLINE]


TIME = "18 नवंबर 2026, 10:30 AM IST"
CAPTION = "भागलपुर के बरारी घाट पर राहत शिविर से घर लौटते लोग"
STANDFIRST = "जिला प्रशासन ने तटबंध की निगरानी बढ़ाई, सिंचाई विभाग ने मरम्मत के लिए मजदूर लगाए"
OTHER_STORIES = [
    "मुंबई में मेट्रो का नया रूट शुरू, किराया तय",
    "पटना में ठंड से पहले कंबल बांटने का काम शुरू",
    "राहत शिविरों में दवा पहुंची, डॉक्टरों की टीम तैनात",
]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([], [TIME, CAPTION, CAPTION]),
        ([], ["रमेश कुमार", TIME, "घाट पर गंगा का जलस्तर देखते सिंचाई विभाग के अभियंता (फाइल फोटो)"]),
        ([], [STANDFIRST]),
        ([], [STANDFIRST, "रमेश कुमार", TIME]),
        (["बाढ़ का कहर"], []),
        (["भागलपुर में बाढ़"], [TIME]),
        (["होम", "देश", "राज्य चुनाव", "क्रिकेट खेल समाचार", "राशिफल और धर्म", "नौकरी और करियर"], [TIME]),
        (OTHER_STORIES, [TIME]),
        ([f"{HEADLINE} - घाट समाचार", "होम", "देश", "बिहार"], [TIME]),
        (["Bhagalpur Flood: गंगा का जलस्तर घटने से राहत | घाट समाचार", "होम", "देश", "बिहार"], [TIME]),
        (["Ghat Samachar Team"], []),
        (["Ganga water level recedes, people return home from relief camps"], [TIME]),
    ],
    ids=[
        "caption-twice", "caption-below-time", "standfirst", "standfirst-and-byline", "kicker", "kicker-and-time",
        "menu", "other-stories", "browser-title", "other-browser-title", "desk", "english-title",
    ],
)  # fmt: skip
def test_the_headline_of_a_dump_is_told_from_the_lines_around_it(
    roles: Roles, above: list[str], below: list[str]
) -> None:
    """Captions, standfirsts, kickers, menus, teasers and second titles stand as near and share as many words."""
    pairs = roles("\n\n".join([*above, HEADLINE, *below, *PARAGRAPHS]))
    assert [text for role, text in pairs if role == "headline"] == [HEADLINE]


@pytest.mark.parametrize("end", ["", "।", "…", "!", " ?"])
@pytest.mark.parametrize("time", [[TIME], []], ids=["time", "no-time"])
def test_a_headline_may_end_like_a_sentence_or_a_teaser(roles: Roles, end: str, time: list[str]) -> None:
    """Above a paragraph that is plainly the story."""
    pairs = roles("\n\n".join([HEADLINE + end, *time, *PARAGRAPHS]))
    assert [text for role, text in pairs if role == "headline"] == [HEADLINE + end]


@pytest.mark.parametrize("above", [[], [f"{CAPTION}। फोटो: घाट समाचार"]], ids=["nothing", "caption"])
def test_a_story_copied_without_its_headline_has_none(roles: Roles, above: list[str]) -> None:
    """What stands above it is too little like a headline."""
    assert "headline" not in {role for role, _ in roles("\n\n".join([*above, *PARAGRAPHS]))}


def test_a_first_short_line_far_below_the_beginning_of_the_story_is_weighed() -> None:
    """The story begins above all lines that are looked at."""
    prose = (
        "पुल की मरम्मत {} महीने से अधूरी पड़ी है और दोनों गांवों के लोग नाव से नदी पार करते हैं। ठेकेदार ने काम रोक दिया है "
        "और विभाग ने जांच शुरू की है। अगले महीने काम फिर शुरू होगा।"
    )
    title = "पुल की मरम्मत अब अगले महीने शुरू होगी"
    article = newsx.extract("\n\n".join([*(prose.format(number) for number in range(12)), title, prose.format("तीन")]))
    assert article.headline == title
