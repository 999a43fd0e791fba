"""What the inside of a story is made of."""

from __future__ import annotations

from tests.label.conftest import HEADLINE, PARAGRAPHS, Roles, Story, body_of, role_of, roles_of_html


def test_an_interview_keeps_its_questions(roles: Roles, paragraphs: tuple[str, ...]) -> None:
    """Short questions and answers are the story, not a menu."""
    lines = ["सवाल: बाढ़ क्यों आती है?", "जवाब: " + paragraphs[1], "सवाल: हल क्या है?", "जवाब: " + paragraphs[2]]
    pairs = roles("\n\n".join(["तटबंधों पर अभियंता रमेश मंडल से बातचीत", *lines]))
    assert body_of(pairs) == lines


def test_a_list_at_the_end_of_a_story_is_kept_whole(roles: Roles, story: Story) -> None:
    """The last point without a sentence end belongs to the list before it."""
    points = "• राहत शिविरों से लोग घर लौटने लगे हैं।\n• तटबंध की मरम्मत का काम शुरू हो गया है।\n• गांव में अब भी पानी नहीं"
    assert body_of(roles(story(below=f"मुख्य बातें ये रहीं:\n{points}")))[-1] == "गांव में अब भी पानी नहीं"


def test_a_table_set_as_lines_is_part_of_the_story_and_ends_none(roles: Roles, story: Story) -> None:
    """Almanacs and price lists: the paragraphs behind the entries are kept as well as the entries."""
    entries = [
        f"{what} – {value}" for what, value in zip("ऋतु मास तिथि वार पक्ष नक्षत्र योग करण".split(), "अबकचडतपय", strict=True)
    ]
    pairs = roles(story(between="\n\n".join(entries)))
    assert [text for role, text in pairs if role in ("body", "subheading") and " – " in text] == entries
    assert len(body_of(pairs)) == len(body_of(roles(story()))) + len(entries)


def test_a_time_alone_between_paragraphs_is_no_subheading(roles: Roles, story: Story) -> None:
    """Live pages set the time of an entry in a line of its own."""
    assert role_of(roles(story(between="04:42 PM (IST)")), "04:42") == "date"


def test_the_title_of_a_picture_above_its_credit_is_no_subheading(roles: Roles, story: Story) -> None:
    """Without the credit the same line may be one."""
    pairs = roles(story(between="तटबंध की मरम्मत में लगे मजदूर\nतस्वीर: घाट समाचार"))
    assert role_of(pairs, "तटबंध की मरम्मत में लगे मजदूर") == "caption"
    assert role_of(roles(story(between="तटबंध की मरम्मत में लगे मजदूर")), "तटबंध की मरम्मत में लगे") == "subheading"


def test_a_line_that_is_bold_as_a_whole_is_a_subheading() -> None:
    """A bold paragraph above a plain one works as one; a bold lead does not, nor does one bold line among others."""
    first, second, third = PARAGRAPHS
    lead = f"<p><strong>पुराना बाजार:</strong> {second}</p>"
    bold = "<p><strong>कहां कितना पानी</strong></p>"
    inner = f"<article><p>{first}</p>{bold}{lead}<h3>राहत के काम</h3><p>{third}</p></article>"
    pairs = roles_of_html(f"<h1>{HEADLINE}</h1>{inner}")
    assert role_of(pairs, "कहां कितना पानी") == role_of(pairs, "राहत के काम") == "subheading"
    assert role_of(pairs, "पुराना बाजार") == "body"


def test_headings_that_make_up_the_story_are_its_paragraphs() -> None:
    """A page without one paragraph element has a body all the same."""
    pairs = roles_of_html(f"<h1>{HEADLINE}</h1><div>{''.join(f'<h5>{text}</h5>' for text in PARAGRAPHS)}</div>")
    assert [role for role, _ in pairs] == ["headline", "body", "body", "body"]


def test_a_short_question_between_paragraphs_of_a_dump_is_a_subheading(
    roles: Roles, story: Story, paragraphs: tuple[str, ...]
) -> None:
    """A long one is a sentence of the story, and so is one that nothing follows."""
    assert role_of(roles(story(between="कब तक उतरेगा पानी?")), "कब तक") == "subheading"
    long = "क्या इतने बड़े इलाके में फैले पानी को निकालने के लिए प्रशासन के पास नावें और पंप हैं?"
    assert role_of(roles(story(between=long)), "क्या इतने") == "body"
    assert role_of(roles(story(between="सवाल: कब तक उतरेगा पानी?")), "सवाल") == "body"
    assert role_of(roles("\n\n".join([HEADLINE, *paragraphs, "कब तक उतरेगा पानी?"])), "कब तक") != "subheading"
