"""The headline as shown, weighed against what the page declares, and second titles."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt

import newsx
from newsx.fields import headline
from newsx.fields.choice import Choice
from newsx.page import Block, LabelledPage
from tests.fields.settled import site_of

SHOWN = "सोनपुर में नई पुलिया का काम शुरू, तीन गांवों को मिलेगा फायदा"
SITE = "गांव समाचार"
BODY = ("body", "नदी पर बने पुल का उद्घाटन हो गया है। " * 6)


def choose_headline(labelled: LabelledPage) -> Choice[str]:
    return headline.choose_headline(labelled, site_of(labelled))


def choose_alternative_headline(labelled: LabelledPage, own: str) -> Choice[str]:
    return headline.choose_alternative_headline(labelled, site_of(labelled), own)


def test_shown_heading_wins_over_social_title(page: Any) -> None:
    """The record holds the headline that a reader sees, not the one made for sharing."""
    labelled = page(("headline", SHOWN), meta={"og:title": "सोनपुर को बड़ी सौगात, देखिए कब बनेगी नई पुलिया"})
    choice = choose_headline(labelled)
    assert choice.value == SHOWN
    assert choice.evidence is not None
    assert choice.evidence.source == "block 0 (headline)"
    assert [other.source for other in choice.evidence.also] == ["meta og:title"]


@pytest.mark.parametrize(
    "title",
    [
        f"{SHOWN} - {SITE}",
        f"{SHOWN} | {SITE}",
        f"{SITE} - {SHOWN}",
        f"{SHOWN} - new culvert work begins in sonpur",
        f"new culvert work begins in sonpur | {SHOWN} - Sonpur News | {SITE}",
        f"{SHOWN} – {SITE} हिंदी",
    ],
)
def test_declared_title_loses_site_and_slug(page: Any, title: str) -> None:
    """Where no heading is shown, the title is taken without the site's name, section and English slug."""
    labelled = page(("body", "कोई बात।"), title=title, meta={"og:site_name": SITE})
    assert choose_headline(labelled).value in (SHOWN, f"{SHOWN} - Sonpur News")


def test_title_is_cut_to_what_another_title_does_without(page: Any) -> None:
    """An unknown site name is known by comparing: JSON-LD has the headline without it."""
    labelled = page(
        title=f"{SHOWN} | Pahar Ki Awaz Dot Com Special", json_ld=[{"@type": "NewsArticle", "headline": SHOWN}]
    )
    choice = choose_headline(labelled)
    assert choice.evidence is not None
    assert (choice.value, choice.evidence.also) == (SHOWN, ())


def test_heading_with_the_sites_name_is_no_headline(page: Any) -> None:
    """A logo set as h1 is passed over for the title."""
    labelled = page(("headline", SITE), title=f"{SHOWN} - {SITE}", meta={"og:site_name": SITE})
    assert choose_headline(labelled).value == SHOWN


def test_heading_that_titles_bear_out_wins_among_several(page: Any) -> None:
    """Of several h1 the one like the declared titles is the headline, wherever it stands."""
    labelled = page(("headline", "लॉग इन करें"), ("headline", SHOWN), ("headline", "और खबरें"), title=f"{SHOWN} - {SITE}")
    assert choose_headline(labelled).value == SHOWN


def test_english_title_does_not_overrule_a_hindi_heading(page: Any) -> None:
    """Titles in another script cannot be compared, so they prove nothing."""
    english = "New culvert work begins in Sonpur, three villages to benefit"
    labelled = page(("headline", SHOWN), title=english, meta={"og:title": english})
    assert choose_headline(labelled).value == SHOWN


def test_kicker_is_taken_from_agreed_titles(page: Any) -> None:
    """A kicker that stands outside the h1 is part of the headline where the declared titles have it."""
    whole = f"ग्रामीण विकास: {SHOWN}"
    labelled = page(
        ("headline", SHOWN), meta={"og:title": whole}, json_ld=[{"@type": "NewsArticle", "headline": whole}]
    )
    assert choose_headline(labelled).value == whole


def test_cut_heading_is_completed(page: Any) -> None:
    """A heading cut to a length gives way to the whole title."""
    labelled = page(("headline", "सोनपुर में नई पुलिया का काम..."), title=SHOWN, meta={"og:title": SHOWN})
    assert choose_headline(labelled).value == SHOWN


def test_heading_of_something_else_is_reported(page: Any) -> None:
    """Where every declaration says something else than the heading, they win, and the record warns."""
    labelled = page(("headline", "मुख्य समाचार"), title=SHOWN, meta={"og:title": SHOWN})
    choice = choose_headline(labelled)
    assert choice.value == SHOWN
    assert [warned.kind for warned in choice.warnings] == ["headline_conflict"]


def test_heading_without_a_role_is_better_than_nothing(page: Any) -> None:
    """An h1 that no stage labelled still outranks silence."""
    labelled = page(("other", Block(SHOWN, kind="heading", level=1)))
    assert choose_headline(labelled).value == SHOWN


def test_heading_that_titles_bear_out_wins_over_the_labelled_one(page: Any) -> None:
    """Where the labelled headline is another box's, an h1 that no stage took may still be the right one."""
    labelled = page(("other", Block(SHOWN, kind="heading", level=1)), ("headline", "वोट 48"), title=SHOWN)
    assert choose_headline(labelled).value == SHOWN


def test_heading_that_a_title_repeats_wins_over_one_that_resembles_it(page: Any) -> None:
    """A sub-heading set as h1 shares most words with the headline above it."""
    near = ("headline", SHOWN.replace("नई", "बड़ी"))
    labelled = page(("other", Block(SHOWN, kind="heading", level=1)), near, title=f"{SHOWN} | {SITE}")
    assert choose_headline(labelled).value == SHOWN


def test_kicker_before_a_colon_is_parted(page: Any) -> None:
    """The signs are the same, the declared title has the space."""
    labelled = page(("headline", f"सोनपुर:{SHOWN}"), title=f"सोनपुर: {SHOWN} - {SITE}", meta={"og:site_name": SITE})
    assert choose_headline(labelled).value == f"सोनपुर: {SHOWN}"


def test_kicker_glued_to_the_title_is_parted(page: Any) -> None:
    """A kicker in an element of its own may leave no space; a declared title with the same letters has it."""
    labelled = page(("headline", f"ग्रामीण विकास{SHOWN}"), meta={"og:title": f"ग्रामीण विकास: {SHOWN}"})
    assert choose_headline(labelled).value == f"ग्रामीण विकास: {SHOWN}"


def test_paragraph_in_place_of_the_headline_gives_way(page: Any) -> None:
    """Several sentences are not the title, whatever role they got."""
    long = f"{SHOWN}। " + "गांव के लोग बरसों से इसकी मांग कर रहे थे और अब काम तेज है। " * 4
    labelled = page(("headline", long), json_ld=[{"@type": "NewsArticle", "headline": SHOWN}], meta={"og:title": SHOWN})
    assert choose_headline(labelled).value == SHOWN


def test_text_dump_has_its_headline_block(page: Any) -> None:
    """Without declarations the block is the headline, joiners and all."""
    text = "क्\u200dया बदलेगा मौसम? पढ़ें पूरी रिपोर्ट"
    assert choose_headline(page(("headline", text))).value == text


def test_page_without_titles_has_no_headline(page: Any) -> None:
    """Nothing is invented."""
    choice = choose_headline(page(("body", "कोई बात।")))
    assert (choice.value, choice.evidence) == (None, None)


@pytest.mark.parametrize(
    ("declared", "source"),
    [
        ({"json_ld": [{"@type": "NewsArticle", "alternativeHeadline": "New culvert work begins"}]}, "json-ld"),
        ({"title": "New culvert work begins | गांव समाचार"}, "title"),
        ({"meta": {"og:title": "गांव वालों को सौगात, देखिए कब तक बनेगा रास्ता"}}, "meta og:title"),
    ],
)
def test_second_title_is_found_in_declarations(page: Any, declared: dict[str, Any], source: str) -> None:
    """A title in another script or in quite another wording is the page's second title."""
    choice = choose_alternative_headline(page(("headline", SHOWN), **declared), SHOWN)
    assert choice.value is not None
    assert choice.evidence is not None
    assert choice.evidence.source.startswith(source)


def test_second_title_shown_in_breadcrumb_comes_first(page: Any) -> None:
    """The label stage marks the English title of a breadcrumb line; it needs nothing else."""
    labelled = page(("alternative_headline", "New culvert work begins in Sonpur"), ("headline", SHOWN))
    assert choose_alternative_headline(labelled, SHOWN).value == "New culvert work begins in Sonpur"


@pytest.mark.parametrize("title", [f"{SHOWN} - {SITE}", "सोनपुर में नई पुलिया का काम शुरू", "Gaon Samachar"])
def test_same_title_again_is_no_second_one(page: Any, title: str) -> None:
    """A suffix, a shortened copy or the site's name makes no second title."""
    labelled = page(("headline", SHOWN), title=title, meta={"og:title": title, "og:site_name": "Gaon Samachar"})
    assert choose_alternative_headline(labelled, SHOWN).value is None


@pytest.mark.parametrize(
    ("title", "second"),
    [
        (f"new culvert work begins in sonpur : {SHOWN}", "new culvert work begins in sonpur"),
        (f"{SHOWN} - Gaon Samachar Hindi News", None),
    ],
)
def test_part_of_the_title_in_latin_letters_is_a_second_title_unless_it_names_the_site(
    page: Any, title: str, second: str | None
) -> None:
    """A slug before the headline tells of the story; what the host name bears out tells of the site."""
    labelled = page(("headline", SHOWN), title=title, links={"canonical": "https://gaonsamachar.example/pulia-1"})
    assert choose_alternative_headline(labelled, SHOWN).value == second


@pytest.mark.parametrize(
    "shown",
    [
        "नदी पर बने पुल का उद्घाटन आज¶",
        "नदी पर बने पुल का उद्घाटन आज #",
        "नदी पर बने पुल का उद्घाटन आजPermalink",
        "नदी पर बने पुल का उद्घाटन आज | #KosiNetwork",
        "नदी पर बने पुल का उद्घाटन आज - Home",
        "नदी पर बने पुल का उद्घाटन आज | होम",
    ],
)
def test_what_is_set_behind_a_heading_is_no_part_of_it(page: Any, shown: str) -> None:
    """The sign that links it to itself, a hash tag, the word for the front page."""
    assert choose_headline(page(("headline", shown), BODY)).value == "नदी पर बने पुल का उद्घाटन आज"


@pytest.mark.parametrize("shown", ["#MeToo के पांच साल बाद क्या बदला", "कोसी की वापसी - घर से घर तक", "पांच साल की § 144"])
def test_a_heading_keeps_its_own_signs(page: Any, shown: str) -> None:
    """A hash tag at its head, a dash inside, a sign with words behind it."""
    assert choose_headline(page(("headline", shown), BODY)).value == shown


def test_a_name_that_only_the_copyright_tells_is_no_part_of_the_headline(page: Any) -> None:
    """The title's end is known by the footer."""
    footer = ("footer", "© 2026 कोसी टाइम्स। सर्वाधिकार सुरक्षित")
    labelled = page(BODY, footer, title="नदी पर बने पुल का उद्घाटन आज – कोसी टाइम्स")
    assert choose_headline(labelled).value == "नदी पर बने पुल का उद्घाटन आज"


@pytest.mark.parametrize(
    "text", ["WhatsApp Image 2022 08 06 at 8.11.10 PM", "IMG_20220806_081110", "pul ka udghatan aaj.jpg"]
)
def test_a_pictures_file_name_is_no_second_headline(page: Any, text: str) -> None:
    """It stands where some sites have the title in Latin letters."""
    labelled = page(("headline", "नदी पर बने पुल का उद्घाटन आज"), ("alternative_headline", text), BODY)
    assert choose_alternative_headline(labelled, "नदी पर बने पुल का उद्घाटन आज").value is None


def test_a_slug_that_was_cut_to_a_word_is_no_part_of_the_headline(page: Any) -> None:
    """A Latin word with digits alone behind a Hindi title; an agency's name, and a number, may be its end."""
    title = "बोर्ड परीक्षा का नतीजा कल आएगा"
    assert choose_headline(page(BODY, title=f"{title} - 12TH")).value == title
    assert choose_headline(page(BODY, title=f"{title} - WHO")).value == f"{title} - WHO"
    assert choose_headline(page(BODY, title=f"{title} - 2026")).value == f"{title} - 2026"


def test_a_heading_that_no_stage_took_loses_the_sign_that_links_it(page: Any) -> None:
    """As the headline does."""
    labelled = page(("other", Block(f"{SHOWN}¶", "heading", 1)), BODY)
    assert choose_headline(labelled).value == SHOWN


@pytest.mark.parametrize(
    ("inner", "headline"),
    [
        ("पुल की मरम्मत के लिए नई भाषा C #", "पुल की मरम्मत के लिए नई भाषा C #"),
        ("पुल पर सवाल नंबर #", "पुल पर सवाल नंबर #"),
        ("पुल पर नया सवाल उठा <a href='/khabar/1'>#</a>", "पुल पर नया सवाल उठा"),
    ],
)
def test_a_hash_of_the_headline_stays_unless_it_is_a_link(inner: str, headline: str) -> None:
    """In the record, and in Markdown, where it would close the heading."""
    story = "".join(f"<p>{'पुल की मरम्मत अधूरी पड़ी है और लोग नाव से नदी पार करते हैं। ' * 3}</p>" for _ in range(3))
    article = newsx.extract(f"<html><body><article><h1>{inner}</h1>{story}</article></body></html>")
    assert article.headline == headline
    html = MarkdownIt().render(article.to_markdown())
    assert html.startswith(f"<h1>{headline}</h1>")
