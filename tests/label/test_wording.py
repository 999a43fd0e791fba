"""Lines that are told by what they say, and sentences that only hold such words."""

from __future__ import annotations

import pytest

from tests.label.conftest import HEADLINE, PARAGRAPHS, Roles, Story, body_of, role_of


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("यह भी पढ़ें: कोसी में भी घटा पानी, लोगों को राहत", "read_also"),
        ("विज्ञापन", "ad"),
        ("Follow us on", "share"),
        ("राहत शिविर में खाना बनाते लोग। (फाइल फोटो)", "caption"),
        ("अपने शहर की हर खबर सबसे पहले पाएं समाचार ऐप पर", "promo"),
        ("तटबंध की मरम्मत में लगे पांच सौ मजदूर", "subheading"),
    ],
)
def test_a_line_between_paragraphs_is_told_by_its_wording_and_neighbours(
    roles: Roles, story: Story, line: str, role: str
) -> None:
    """A sub-heading shares words with the paragraph below it; the others are known by their wording."""
    assert role_of(roles(story(between=line)), line) == role


@pytest.mark.parametrize(
    "sentence",
    [
        "उन्होंने बैठक का सार बताते हुए कहा कि सड़क का विस्तार जल्द होगा और इसका विज्ञापन भी निकाला जाएगा।",
        "राहत टीम के एक सदस्य ने बच्चों से कहा कि वे अखबार भी पढ़ें और यह भी पढ़ें कि पानी कैसे साफ होता है।",
        "एजेंसी के लोग दो दिन से गांव में डेरा डाले हैं।",
    ],
)
def test_a_paragraph_is_kept_whatever_labels_stand_inside_its_sentences(
    roles: Roles, story: Story, sentence: str
) -> None:
    """सार, विस्तार, विज्ञापन, टीम, एजेंसी and यह भी पढ़ें are words of a sentence here."""
    assert sentence in body_of(roles(story(between=sentence)))


def test_a_box_that_the_page_offers_to_skip_is_none_of_the_story(roles: Roles, story: Story) -> None:
    """What stands between the two lines of the frame goes, sentences and all."""
    inside = "कुछ ऐसी आवाज़ें, जो अपनी कहानी से दूसरों को रास्ता दिखाती हैं और हर इतवार सुनी जा सकती हैं।"
    box = f"छोड़कर पॉडकास्ट आगे बढ़ें\n\nकहानी ज़िंदगी की\n\n{inside}\n\nसमाप्त"
    pairs = roles(story(between=box))
    assert role_of(pairs, "कुछ ऐसी") == role_of(pairs, "कहानी") == "embed"
    assert len(body_of(pairs)) == len(body_of(roles(story())))


@pytest.mark.parametrize(
    "banner",
    [
        "You’re viewing a text-only version of this website that uses less data. View the main version of the website.",
        "Got a TV Licence?\n\nYou need one to watch live TV on any device.\nFind out more\nI don’t have a TV Licence.",
    ],
)
def test_a_banner_above_the_headline_is_neither_headline_nor_body(roles: Roles, story: Story, banner: str) -> None:
    """Prose in the language of the site's owner, above a story in Hindi."""
    pairs = roles(story(above=banner))
    assert role_of(pairs, HEADLINE) == "headline"
    assert body_of(pairs) == body_of(roles(story()))


@pytest.mark.parametrize("line", ["(BUTTON) शेयर", "Search ____________________", "[ ] याद रखें", "( ) हां (*) नहीं"])
def test_form_fields_of_a_text_browser_are_told_as_such(roles: Roles, story: Story, line: str) -> None:
    """What lynx and w3m write for buttons and fields."""
    assert role_of(roles(story(below=line)), line) == "interface"


@pytest.mark.parametrize(
    "credit", ["(PC: AI)", "[Source: ANI]", "(साभार- घाट समाचार)", "(Image credit: PTI)", "(सोर्स: एक्स)"]
)
def test_a_line_that_ends_in_a_credit_in_brackets_is_a_caption(roles: Roles, story: Story, credit: str) -> None:
    """Other words in brackets are no credit."""
    line = "तटबंध की मरम्मत में लगे मजदूर"
    assert role_of(roles(story(between=f"{line} {credit}")), line) == "caption"
    assert role_of(roles(story(between=f"{line} (देर शाम)")), line) != "caption"


def test_a_paragraph_behind_the_credit_of_a_picture_is_no_caption(roles: Roles, story: Story) -> None:
    """Lost line ends glue the credit to the head of the paragraph below the picture; a caption is shorter."""
    told = f"Source: kosi-mitra.in{PARAGRAPHS[0]}"
    assert {text: role for role, text in roles(story(between=told))}[told] != "caption"
    credit = "Source: kosi-mitra.in"
    assert {text: role for role, text in roles(story(between=credit))}[credit] == "caption"


def test_a_picture_of_markdown_is_no_headline(roles: Roles, story: Story) -> None:
    """Dumps of crawlers write pictures so, right above the story at times."""
    picture = "![गंगा के तट पर राहत शिविर से लौटते लोग](https://kosi.example/ganga-769x433.jpg)"
    assert role_of(roles(story(opening=picture)), "![") == "caption"
