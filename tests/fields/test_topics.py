"""Breadcrumbs, section and tags."""

from __future__ import annotations

from typing import Any

import pytest

from newsx.fields import topics
from newsx.fields.choice import Choice
from newsx.fields.topics import choose_breadcrumbs
from newsx.page import LabelledPage
from tests.fields.settled import site_of

HEADLINE = "सोनपुर में नई पुलिया का काम शुरू, तीन गांवों को मिलेगा फायदा"


def choose_section(labelled: LabelledPage, breadcrumbs: tuple[str, ...], headline: str) -> Choice[str]:
    return topics.choose_section(labelled, site_of(labelled), breadcrumbs, headline)


def choose_tags(labelled: LabelledPage, headline: str | None, *publisher: str) -> Choice[tuple[str, ...]]:
    return topics.choose_tags(labelled, (*site_of(labelled).names, *publisher), headline)


def crumb_list(*names: str) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": position, "item": {"@id": f"https://gaon.example/{position}", "name": name}}
        for position, name in enumerate(names, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items[::-1]}


def test_shown_crumbs_win_without_the_own_title(page: Any) -> None:
    """The crumbs are kept as shown, root included; the page's own title at their end is not one."""
    labelled = page(
        ("breadcrumb", "Hindi News"),
        ("breadcrumb", "› बिहार"),
        ("breadcrumb", HEADLINE),
        json_ld=[crumb_list("Home", "Bihar")],
    )
    assert choose_breadcrumbs(labelled, HEADLINE).value == ("Hindi News", "बिहार")


@pytest.mark.parametrize(
    "last",
    [
        HEADLINE,
        "सोनपुर में नई पुलिया का काम शुरू, तीन...",
        "New culvert work begins in sonpur three villages to benefit",
    ],
)
def test_own_title_goes_in_every_form(page: Any, last: str) -> None:
    """Whole, cut short, or as an English slug."""
    labelled = page(json_ld=[crumb_list("होम", "बिहार", last)])
    assert choose_breadcrumbs(labelled, HEADLINE).value == ("होम", "बिहार")


def test_declared_crumbs_follow_their_positions(page: Any) -> None:
    """The order of a BreadcrumbList is that of its positions, not of its array; the fuller of two lists is taken."""
    labelled = page(json_ld=[crumb_list("होम"), crumb_list("होम", "राज्य", "बिहार")])
    assert choose_breadcrumbs(labelled, HEADLINE).value == ("होम", "राज्य", "बिहार")


def test_label_before_crumbs_is_dropped(page: Any) -> None:
    """`आप यहां हैं:` is no crumb, and a crumb shown twice in a row is one."""
    labelled = page(("breadcrumb", "आप यहां हैं:"), ("breadcrumb", "होम"), ("breadcrumb", "होम"), ("breadcrumb", "बिहार"))
    assert choose_breadcrumbs(labelled, HEADLINE).value == ("होम", "बिहार")


@pytest.mark.parametrize(
    "line",
    [
        *("होम > राज्य > बिहार", "होम›राज्य›बिहार", "होम / राज्य / बिहार »", "होम » राज्य » बिहार", "» होम » राज्य » बिहार"),
        *("होम ❯ राज्य ❯ बिहार", "होम ⟩ राज्य ⟩ बिहार", "होम :: राज्य :: बिहार", "होम >> राज्य >> बिहार", "होम/राज्य/बिहार"),
        *("होम - राज्य - बिहार", "होम · राज्य · बिहार", "होम : राज्य : बिहार"),
    ],
)
def test_line_of_crumbs_is_split_at_its_marks(page: Any, line: str) -> None:
    """A text dump often has the whole trail on one line."""
    assert choose_breadcrumbs(page(("breadcrumb", line)), HEADLINE).value == ("होम", "राज्य", "बिहार")


@pytest.mark.parametrize("crumb", ["दिल्ली-एनसीआर", "जल/थल", "खेल - हॉकी", "Covid-19"])
def test_a_mark_inside_a_crumb_parts_nothing(page: Any, crumb: str) -> None:
    """Without a root before it."""
    assert choose_breadcrumbs(page(("breadcrumb", "होम"), ("breadcrumb", crumb)), HEADLINE).value == ("होम", crumb)


def test_crumbs_run_together_give_way_to_declared_ones(page: Any) -> None:
    """A trail read as one text is known by the list that declares it."""
    labelled = page(("breadcrumb", "होमराज्यबिहार"), json_ld=[crumb_list("होम", "राज्य", "बिहार")])
    assert choose_breadcrumbs(labelled, HEADLINE).value == ("होम", "राज्य", "बिहार")


def test_tags_run_together_give_way_to_declared_ones(page: Any) -> None:
    """The same for a list of tags."""
    labelled = page(("tags", "पुलियासोनपुर"), meta={"keywords": "पुलिया, सोनपुर"})
    assert choose_tags(labelled, HEADLINE).value == ("पुलिया", "सोनपुर")


def test_page_without_crumbs_has_none(page: Any) -> None:
    """No crumbs, no evidence."""
    assert choose_breadcrumbs(page(), HEADLINE).evidence is None


def test_section_is_the_deepest_crumb(page: Any) -> None:
    """The last crumb that is left names the section."""
    assert choose_section(page(), ("होम", "राज्य", "बिहार"), HEADLINE).value == "बिहार"


@pytest.mark.parametrize("root", ["Home", "हिन्दी न्यूज़", "मुख्य पृष्ठ", "गांव समाचार"])
def test_root_is_no_section(page: Any, root: str) -> None:
    """A crumb for the whole site says nothing of the topic; the declared section does."""
    labelled = page(meta={"og:site_name": "गांव समाचार", "article:section": "बिहार"})
    assert choose_section(labelled, (root,), HEADLINE).value == "बिहार"


@pytest.mark.parametrize(
    "declared",
    [
        {"json_ld": [{"@type": "NewsArticle", "headline": HEADLINE, "articleSection": ["बिहार", "राज्य"]}]},
        {"microdata": {"articlesection": "बिहार"}},
        {"meta": {"article:section": "बिहार, राज्य"}},
    ],
)
def test_section_is_read_where_it_is_declared(page: Any, declared: dict[str, Any]) -> None:
    """JSON-LD, microdata and meta; of several the first."""
    assert choose_section(page(**declared), (), HEADLINE).value == "बिहार"


def test_shown_tags_come_first_then_keywords(page: Any) -> None:
    """Shown tags lead, declared keywords follow, and a tag told twice is kept once."""
    labelled = page(("tags", "# पुलिया"), ("tags", "# सोनपुर"), meta={"keywords": "सोनपुर, ग्रामीण सड़क,, बिहार न्यूज"})
    assert choose_tags(labelled, HEADLINE).value == ("पुलिया", "सोनपुर", "ग्रामीण सड़क", "बिहार न्यूज")


@pytest.mark.parametrize(
    "line",
    [
        "Tags: पुलिया, सोनपुर",
        "Tagged पुलिया, सोनपुर",
        "टैग्स: #पुलिया #सोनपुर",
        "#पुलिया#सोनपुर",
        "पुलिया | सोनपुर",
        "Read more about: पुलिया • सोनपुर",
    ],
)
def test_line_of_tags_is_split(page: Any, line: str) -> None:
    """A line of several tags is split at its marks, its label dropped."""
    assert choose_tags(page(("tags", line)), HEADLINE).value == ("पुलिया", "सोनपुर")


@pytest.mark.parametrize(
    "slogan",
    ["Hindi News", "Latest News in Hindi", "ताज़ा ख़बरें", "गांव समाचार", "Gaon Samachar Hindi News", "हिंदी समाचार"],
)
def test_slogans_are_no_tags(page: Any, slogan: str) -> None:
    """Praise of the site in its keywords is not what the article is about."""
    labelled = page(meta={"keywords": f"{slogan}, पुलिया", "og:site_name": "गांव समाचार"})
    assert choose_tags(labelled, HEADLINE, "Gaon Samachar").value == ("पुलिया",)


@pytest.mark.parametrize(
    "noise", ["100312362", "26157981-b4f7-4929-adc1-e860c6f03636", "Category: Travel", "gaon.in", "_premium", "x"]
)
def test_marks_of_the_editing_system_are_no_tags(page: Any, noise: str) -> None:
    """Numbers, identifiers, domains and `name: value` pairs are for machines."""
    assert choose_tags(page(meta={"keywords": f"पुलिया, {noise}"}), HEADLINE).value == ("पुलिया",)


def test_listed_keywords_keep_their_order_and_case(page: Any) -> None:
    """JSON-LD keywords may be a list or one string."""
    for keywords in (["पुलिया", "PWD"], "पुलिया, PWD"):
        labelled = page(json_ld=[{"@type": "NewsArticle", "headline": HEADLINE, "keywords": keywords}])
        assert choose_tags(labelled, HEADLINE).value == ("पुलिया", "PWD")


def test_headline_is_no_tag(page: Any) -> None:
    """Some pages repeat the headline among the keywords."""
    assert choose_tags(page(meta={"keywords": "नई पुलिया"}), "नई पुलिया").value is None


def test_news_is_the_section_of_a_trail_that_has_nothing_else(page: Any) -> None:
    """Beside another link it only begins the trail, and home is none."""

    def section(*names: str) -> str | None:
        return choose_section(page(("body", "The bridge is open. " * 9)), names, "The bridge is open").value

    assert section("News") == "News"
    assert section("News", "Sport") == "Sport"
    assert section("Home") is None


@pytest.mark.parametrize(
    "row",
    [
        ("लॉगिन", "ई-पेपर", "ऐप"),
        ("होम", "Subscribe"),
        ("हिंदी", "English", "मराठी"),
        ("देश", "विदेश", "खेल"),
        ("होम", "देश", "मनोरंजन", "राशिफल"),
    ],
)
def test_a_row_of_the_menu_is_no_trail(page: Any, row: tuple[str, ...]) -> None:
    """Sign-in, e-paper, languages and all sections side by side are links that no trail holds."""
    menu = [("breadcrumb", word) for word in row]
    assert choose_breadcrumbs(page(*menu, ("headline", HEADLINE)), HEADLINE).value is None


@pytest.mark.parametrize(
    "row", [("होम", "बिहार", "पटना"), ("खेल", "क्रिकेट"), ("देश", "राज्य", "बिहार"), ("Home", "News", "Sports", "Cricket")]
)
def test_sections_one_below_the_other_are_a_trail(page: Any, row: tuple[str, ...]) -> None:
    """Down to a place, or two of them."""
    trail = [("breadcrumb", word) for word in row]
    assert choose_breadcrumbs(page(*trail, ("headline", HEADLINE)), HEADLINE).value == row


def test_a_row_of_sections_that_the_page_declares_is_a_trail(page: Any) -> None:
    """The declaration bears it out."""
    row = ("देश", "राजनीति", "चुनाव")
    labelled = page(*(("breadcrumb", word) for word in row), ("headline", HEADLINE), json_ld=[crumb_list(*row)])
    assert choose_breadcrumbs(labelled, HEADLINE).value == row
