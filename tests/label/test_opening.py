"""What stands between the headline and the story: summary, highlights, another headline."""

from __future__ import annotations

import pytest

from newsx.label import label
from newsx.read.html import read_html
from tests.label.conftest import HEADLINE, PARAGRAPHS, Labelled, Roles, Story, body_of, role_of, roles_of_html


@pytest.mark.parametrize(
    "opening",
    [
        "संक्षेप:\n\nगंगा का पानी उतरने से हजारों परिवारों को राहत मिली है, मगर पीने के पानी का संकट बना हुआ है।",
        "संक्षेप: गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है, मगर पीने के पानी का संकट बना हुआ है।",
        "गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है, मगर पानी का संकट बना हुआ है।\n\n18 नवंबर 2026, 09:15 AM IST",
        "गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है, मगर पीने के पानी का संकट बना हुआ है।",
    ],
)
def test_the_summary_is_known_by_its_label_its_date_line_or_the_dateline_below_it(
    roles: Roles, story: Story, opening: str
) -> None:
    """Labelled or not, prose above the line of the time or above the dateline is the summary and not the body."""
    pairs = roles(story(opening=opening))
    assert role_of(pairs, "गंगा का पानी उतरने") == "summary"


def test_a_summary_that_the_body_repeats_stands_in_both(
    roles: Roles, story: Story, paragraphs: tuple[str, ...]
) -> None:
    """The repetition is the page's, so both are kept."""
    first = paragraphs[1].split("।")[0] + "।"
    dump = story(opening=f"सार\n\n{first}").replace(paragraphs[0], f"{first} {paragraphs[0]}")
    pairs = roles(dump)
    assert role_of(pairs, first) == "summary"
    assert any(text.startswith(first) for text in body_of(pairs))


def test_a_standfirst_above_the_line_of_the_time_is_not_the_story(
    labelled: Labelled, paragraphs: tuple[str, ...]
) -> None:
    """A short story below a long summary is found behind the time, and the summary is the summary."""
    summary = "गंगा का जलस्तर खतरे के निशान से नीचे आने पर प्रशासन ने राहत शिविर बंद करने का फैसला किया है और लोग लौट रहे हैं।"
    page = labelled(
        f"गंगा का जलस्तर घटा, लौटने लगे लोग\n\n{summary}\n\nराहत शिविर में लोग\n\n"
        f"Published : Sep 25, 2026, 12:01 AM IST\n\n{paragraphs[0]}\n\n{paragraphs[1]}"
    )
    found = {block.text: label.role for block, label in zip(page.page.blocks, page.labels, strict=True)}
    assert (found[summary], found[paragraphs[0]]) == ("summary", "body")


def test_highlights_end_at_the_gap(roles: Roles, story: Story) -> None:
    """Points under हाइलाइट्स are highlights, the paragraph behind the gap is body."""
    points = "हाइलाइट्स\nगंगा का पानी खतरे के निशान से नीचे\nपांच सौ मजदूर मरम्मत में लगे\nपीने के पानी का संकट जारी"
    pairs = roles(story(opening=points))
    assert [role for role, _ in pairs].count("highlight") == 3
    assert body_of(pairs)[0].startswith("भागलपुर।")


def test_a_label_outside_of_paragraphs_heads_its_list(paragraphs: tuple[str, ...]) -> None:
    """On pages whose class names tell nothing, the word over the list tells that these are highlights."""
    points = ["पानी खतरे के निशान से नीचे आया", "पांच सौ मजदूर मरम्मत में लगे", "शिविरों से लौटने लगे परिवार"]
    listed = "".join(f"<li>{point}</li>" for point in points)
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    markup = f"<div><div><span>Highlights</span></div><ul>{listed}</ul>{story}</div>"
    page = label(read_html(f"<body><h1>{HEADLINE}</h1>{markup}</body>"))
    roles = {block.text: given.role for block, given in zip(page.page.blocks, page.labels, strict=True)}
    assert [roles[point] for point in points] == ["highlight"] * 3
    assert roles["Highlights"] == "label"


def test_a_latin_title_below_the_headline_is_the_other_headline(roles: Roles, story: Story) -> None:
    """An English title between a Hindi headline and the byline is no summary."""
    title = "Ganga water level falls, people return home from camps"
    pairs = roles(story(opening=f"{title}\n\n18 नवंबर 2026, 09:15 AM IST"))
    assert role_of(pairs, title) == "alternative_headline"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("बाढ़ के बाद अब पीने के पानी का संकट, टैंकर भी कम पड़े", "summary"),
        ("आयुक्त ने शनिवार को घाट का दौरा कर काम की समीक्षा की ।;", "summary"),
        ("घाट | शिविर | टैंकर | पानी | राहत | सड़क | नाव", "other"),
    ],
)
def test_the_only_line_between_headline_and_dateline_is_the_summary_of_a_dump(
    roles: Roles, story: Story, line: str, role: str
) -> None:
    """Whatever it ends in; a row of a menu is none."""
    assert role_of(roles(story(opening=line)), line[:8]) == role


STANDFIRST = "गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है, मगर पीने के पानी का संकट बना हुआ है"


@pytest.mark.parametrize(
    ("between", "head"),
    [
        (f"<h2>{STANDFIRST}</h2>", ""),
        (f"<h2>{STANDFIRST}</h2><p>Edited by मीरा जोशी</p>", ""),
        (f"<p>{STANDFIRST}।</p><p class='share'>Share With:</p>", ""),
        (f"<div>Join Us</div><p>{STANDFIRST}।</p>", f"<meta property='og:description' content='{STANDFIRST}'>"),
    ],
    ids=["heading", "heading-above-byline", "prose", "declared"],
)
def test_a_heading_or_prose_right_below_a_marked_headline_is_the_summary(between: str, head: str) -> None:
    """Or farther down, where the page describes itself so."""
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    pairs = roles_of_html(f"<h1>{HEADLINE}</h1>{between}<article>{story}</article>", head)
    assert role_of(pairs, STANDFIRST) == "summary"


@pytest.mark.parametrize(
    "between",
    [
        f"<h2><a href='/other'>{STANDFIRST}</a></h2>",
        "<h2>गंगा के तट पर</h2>",
        f"<p>{PARAGRAPHS[0]}</p><h2>{STANDFIRST}</h2>",
    ],
    ids=["link", "few-words", "below-a-paragraph"],
)
def test_a_link_a_short_heading_and_a_sub_heading_are_no_summary(between: str) -> None:
    """The first are of other stories, the last stands below the story's first paragraph."""
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    pairs = roles_of_html(f"<h1>{HEADLINE}</h1><article>{between}{story}</article>")
    assert "summary" not in [role for role, _ in pairs]


@pytest.mark.parametrize("end", ["...", "…"])
def test_a_dump_without_a_headline_begins_with_its_standfirst_cut_off(
    roles: Roles, paragraphs: tuple[str, ...], end: str
) -> None:
    """The paragraph below it says the same; another one does not."""
    cut = paragraphs[0].rsplit(" ", 4)[0] + end
    copy, other = (roles("\n".join([cut, *below])) for below in (paragraphs, paragraphs[1:]))
    assert [text for role, text in copy if role == "summary"] == [cut]
    assert body_of(copy) == list(paragraphs)
    assert not [text for role, text in other if role == "summary"]
