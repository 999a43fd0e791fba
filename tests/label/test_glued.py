"""What is glued to the text of a paragraph, a byline or a breadcrumb is cut off; the text stays."""

from __future__ import annotations

import pytest

from newsx.label.split import split_blocks
from newsx.read.html import read_html
from tests.label.conftest import Roles, Story, body_of, role_of


def test_a_glued_invitation_is_cut_from_its_paragraph(roles: Roles, story: Story, paragraphs: tuple[str, ...]) -> None:
    """Only the tail goes; the paragraph before it stays to its last sign."""
    dump = story().replace(paragraphs[1], f"{paragraphs[1]}यह भी पढ़ें: कोसी में भी घटा पानी")
    pairs = roles(dump)
    assert paragraphs[1] in body_of(pairs)
    assert role_of(pairs, "यह भी पढ़ें") == "read_also"


NOTICES = [
    "हमारे व्हाट्सएप चैनल से जुड़ने के लिए यहां क्लिक करें।",
    "देश दुनिया की ताजा खबरों के लिए हमें फॉलो करना न भूलें।",
    "आप हमें फेसबुक, ट्विटर और इंस्टाग्राम पर भी फॉलो कर सकते हैं।",
    "लेटेस्ट खबरों के लिए हमारे यूट्यूब चैनल को सब्सक्राइब करें। धन्यवाद।",
    "The post गंगा का जलस्तर घटा appeared first on घाट समाचार.",
    "Disclaimer: यह जानकारी सामान्य मान्यताओं पर आधारित है।",
    "अगर आपको यह खबर पसंद आई तो इसे शेयर जरूर करें।",
    "यह भी पढ़ें: कोसी में भी घटा पानी",
]


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("glue", ["\n\n", " "], ids=["alone", "glued"])
def test_a_notice_behind_a_paragraph_goes_and_the_paragraph_stays(
    roles: Roles, story: Story, notice: str, glue: str
) -> None:
    """Nothing of the paragraph is lost, and none of the notice's first sentence kept, in a line of its own or not."""
    last = "जिला प्रशासन ने कहा कि शिविर अगले सप्ताह तक चलते रहेंगे और बच्चों की पढ़ाई वहीं होगी।"
    kept = " ".join(body_of(roles(story(between=f"{last}{glue}{notice}"))))
    assert last in kept
    assert notice.partition("।")[0] not in kept


@pytest.mark.parametrize(
    "text",
    [
        "(घाट समाचार के ऐप के लिए आप यहां क्लिक कर सकते हैं. आप हमें फ़ेसबुक और यूट्यूब पर फ़ॉलो भी कर सकते हैं.)",
        "घर बैठे पाएं दो लाख तक का लोन, बिना किसी गारंटी के! अभी कॉल करें",
    ],
)
def test_a_notice_of_several_sentences_goes_as_a_whole(roles: Roles, story: Story, text: str) -> None:
    """In brackets, or behind a sentence that cries out, what stands before the known sentence is no news either."""
    assert not any(text[:20] in part for part in body_of(roles(story(between=text))))


def test_share_buttons_glued_behind_a_byline_are_cut_off(roles: Roles, story: Story) -> None:
    """The time before them is read, and nobody is called after a button."""
    pairs = roles(story(opening="Authored by सागर उके | Updated: 5 Oct 2026, 4:27 pmfacebooktwitteremail"))
    assert role_of(pairs, "Authored by") == "byline"
    assert role_of(pairs, "facebooktwitter") == "share"


def test_a_glued_breadcrumb_is_taken_apart(roles: Roles, story: Story) -> None:
    """A root, a section and an English title without any sign between them."""
    pairs = roles(story(above="Hindi NewsबिहारGanga water level falls people return home from camps"))
    assert pairs[:3] == [
        ("breadcrumb", "Hindi News"),
        ("breadcrumb", "बिहार"),
        ("alternative_headline", "Ganga water level falls people return home from camps"),
    ]


def test_links_follow_the_pieces_of_their_block(paragraphs: tuple[str, ...]) -> None:
    """Each is where its words are in the piece; one of a piece that is cut off goes with it."""
    linked = f"आज <a href='/jal'>जल समिति</a> बनी। {paragraphs[1]} यह भी पढ़ें: <a href='/kosi'>कोसी में भी घटा पानी</a>"
    page = split_blocks(read_html(f"<body><h1>नदी</h1><p>{linked}</p></body>"))
    found = [[(block.text[link.start : link.end], link.address) for link in block.links] for block in page.blocks]
    assert found == [[], [("जल समिति", "/jal")], [("कोसी में भी घटा पानी", "/kosi")]]
