"""Where the story begins and ends among other stories, copies and menus."""

from __future__ import annotations

from tests.label.conftest import HEADLINE, Roles, Story, body_of


def test_a_run_of_headlines_behind_the_story_is_not_of_it(
    roles: Roles, story: Story, paragraphs: tuple[str, ...]
) -> None:
    """Two and more short lines without a sentence end, behind the last paragraph, are other stories."""
    below = "कोसी के तटबंध पर फिर मंडराया खतरा\nपटना में आज से तीन दिन बारिश के आसार\nधान खरीद में देरी से किसान परेशान"
    assert body_of(roles(story(below=below))) == list(paragraphs)


def test_a_second_story_below_is_left_out(roles: Roles, story: Story, paragraphs: tuple[str, ...]) -> None:
    """A title with a date line of its own opens another story, however long that is."""
    second = "कोसी में उफान, सुपौल के दस गांव खाली कराए गए\n\n17 नवंबर 2026, 08:00 AM IST\n\n" + "\n\n".join(
        f"सुपौल में प्रशासन ने दिन के {hour} बजे बताया कि नावों से लोगों को निकाला जा रहा है और स्कूलों में ठहराया गया है।"
        for hour in range(1, 9)
    )
    assert body_of(roles(story(below=second))) == list(paragraphs)


def test_the_copy_for_a_reading_voice_above_the_headline_is_not_the_story(
    roles: Roles, story: Story, paragraphs: tuple[str, ...]
) -> None:
    """Text browsers show hidden copies; the story is the one below headline, author and time."""
    menu = "\n\n".join(["होम", "देश", "खेल", "राशिफल", "वीडियो", "ई-पेपर"])
    copy = f"{HEADLINE} {' '.join(paragraphs[:2])}\n\n{paragraphs[2]}"
    pairs = roles(f"{copy}\n\n{menu}\n\n{story(opening='मीरा जोशी, भागलपुर 18 नवंबर 2026, 09:30 PM')}")
    assert next(text for role, text in pairs if role == "body") == paragraphs[0]
    assert ("headline", HEADLINE) in pairs


def test_a_sentence_that_stands_under_many_titles_is_not_of_the_story(roles: Roles, story: Story) -> None:
    """Lists of other stories below say the same of each."""
    said = "विस्तृत जानकारी के लिए पूरा समाचार देखिए और इस पर अपने विचार हमें लिखकर भेजिए।"
    others = "\n\n".join(f"जिले के गांव संख्या {number} में सड़क का काम फिर शुरू हुआ\n\n{said}" for number in range(6))
    assert body_of(roles(story(below=others))) == body_of(roles(story()))


def test_sentences_may_end_in_what_keyboards_have(roles: Roles, story: Story) -> None:
    """A Latin I for the danda, and a full stop with a space before it, end sentences of Hindi."""
    typed = (
        "जंगल से भटककर आया हिरण कुत्तों का शिकार हो गयाI हादसे के बाद वन विभाग ने गश्त बढ़ा दी . गांव के लोगों ने बताया कि "
        "पानी की तलाश में जानवर बस्ती तक आ जाते हैंI इसके लिए तालाब गहरा करने की मांग की गई"
    )
    assert typed in body_of(roles(story(between=typed)))


def test_a_story_under_a_heading_of_related_ones_is_left_out(
    roles: Roles, story: Story, paragraphs: tuple[str, ...]
) -> None:
    """All of it, its standfirst and its paragraphs, though these outweigh the heading."""
    second = "\n\n".join(
        f"सुपौल में प्रशासन ने दिन के {hour} बजे बताया कि नावों से लोगों को निकाला जा रहा है और स्कूलों में ठहराया गया है।"
        for hour in range(1, 9)
    )
    title = "संबंधित खबरें\n\nकोसी में उफान, सुपौल के दस गांव खाली कराए गए"
    standfirst = "कोसी का पानी गांवों में घुसने के बाद प्रशासन ने रात भर में दस गांवों को खाली करा लिया है।"
    below = f"{title}\n\n{standfirst}\n\n17 नवंबर 2026, 08:00 AM IST\n\n{second}"
    assert body_of(roles(story(below=below))) == list(paragraphs)
