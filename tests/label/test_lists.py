"""Tags below a story."""

from __future__ import annotations

import pytest

from tests.label.conftest import HEADLINE, PARAGRAPHS, Roles, Story, body_of, roles_of_html


def test_tags_are_taken_from_their_label_and_from_hash_signs(roles: Roles, story: Story) -> None:
    """Short lines under TAGS, and lines with a hash sign below the story, are tags."""
    pairs = roles(story(below="TAGS\nगंगा\nबाढ़\nRELATED ARTICLES\nकोसी में उफान"))
    assert [text for role, text in pairs if role == "tags"] == ["गंगा", "बाढ़"]
    assert [text for role, text in roles(story(below="# गंगा\n# बाढ़")) if role == "tags"] == ["# गंगा", "# बाढ़"]


def test_a_headline_that_opens_with_a_hash_tag_is_the_headline(roles: Roles, story: Story) -> None:
    """Further words without the sign follow it, as in no menu of tags."""
    titled = f"#गंगा_बाढ़ : {HEADLINE}"
    assert (roles(story().replace(HEADLINE, titled))[0]) == ("headline", titled)
    assert roles(story(above="#गंगा #बाढ़ #राहत"))[0] == ("navigation", "#गंगा #बाढ़ #राहत")


def test_an_empty_list_of_tags_ends_at_the_next_heading(roles: Roles, story: Story) -> None:
    """`Similar News` is the heading of another list."""
    assert not [text for role, text in roles(story(below="Tags:\n\nSimilar News")) if role == "tags"]


ENTRIES = [
    ("क्रिकेट में शतक", "युवा बल्लेबाज ने पहले ही मुकाबले में शतक जड़कर सबका ध्यान खींचा।"),
    ("पहाड़ पर बर्फ", "ऊंची चोटियों पर रात भर बर्फ गिरी और सैलानियों की भीड़ उमड़ पड़ी।"),
    ("नई फिल्म", "निर्देशक की नई फिल्म का पहला गीत जारी हुआ, जिसे लाखों लोगों ने सुना।"),
]
OWN = [
    ("तटबंध की मरम्मत", "सिंचाई विभाग के अभियंता ने तटबंध पर पत्थर डलवाने का काम शुरू कराया।"),
    ("राहत शिविर", "राहत शिविरों में दो समय का भोजन मिला और बच्चों के लिए दूध भी आया।"),
    ("टैंकर का पानी", "टैंकर से पानी लेने के लिए गांव के लोग सुबह से कतार में लगते हैं।"),
]


def _gallery(entries: list[tuple[str, str]], form: str, title: str = "<h2>आज की झलकियां</h2>") -> list[str]:
    counted = "".join(form.format(f"{number}/{len(entries)}", *entry) for number, entry in enumerate(entries, 1))
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    return body_of(
        roles_of_html(f"<article><h1>{HEADLINE}</h1>{first}{others[0]}{title}{counted}{others[1]}</article>")
    )


@pytest.mark.parametrize(
    "form",
    [
        "<h2>{0} {1}</h2><p>{2}</p>",
        "<div><span>{0}</span><h3>{1}</h3><p>{2}</p></div>",
        "<section><p>{0}</p><h4>{1}</h4><figure><img src='a.jpg'></figure><p>{2}</p></section>",
    ],
)
def test_a_counted_gallery_of_other_news_is_none_of_the_story(form: str) -> None:
    """From its title to the end of its last entry; the story goes on behind it."""
    assert _gallery(ENTRIES, form) == list(PARAGRAPHS)


def test_a_counted_list_of_the_storys_own_matters_stays() -> None:
    """Its titles have words of the story; one that is not counted to its end is no gallery."""
    form = "<h2>{0} {1}</h2><p>{2}</p>"
    assert [text for _, text in OWN if text in _gallery(OWN, form)] == [text for _, text in OWN]
    assert ENTRIES[1][1] in _gallery(ENTRIES, form.replace("{0}", "1/9"))
