"""Hard wraps are found by arithmetic, whatever program counted the columns."""

from __future__ import annotations

import itertools
import textwrap

import pytest

from newsx.read.unwrap import find_wrapping

PARAGRAPHS = [
    "जिला प्रशासन ने मंगलवार को बताया कि नदी का जलस्तर खतरे के निशान से नीचे आ गया है और राहत शिविरों से लोग घर लौटने लगे हैं।",
    "सिंचाई विभाग के अभियंता ने कहा कि तटबंध की मरम्मत का काम अगले सप्ताह तक पूरा कर लिया जाएगा और रात में भी निगरानी जारी रहेगी।",
    "ग्रामीणों का कहना है कि उन्हें अब भी पीने का साफ पानी नहीं मिल रहा है, टैंकर दिन में केवल एक बार आता है।",
]


def _wrapped(width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        lines += [*textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False), ""]
    return lines


@pytest.mark.parametrize("width", range(50, 101, 10))
def test_every_wrap_of_a_wrapped_text_is_explained(width: int) -> None:
    """Within a paragraph each line end is a wrap; the last line of a paragraph is none."""
    lines = _wrapped(width)
    wrapping = find_wrapping(lines)
    assert wrapping is not None
    for line, following in itertools.pairwise(lines):
        if line and following:
            assert wrapping.breaks(line, following)


def test_a_text_with_one_line_a_paragraph_is_not_wrapped() -> None:
    """Lines of any length that end where the page's paragraphs end have no width in common."""
    menu = ["होम", "देश", "विदेश", "खेल", "कारोबार", "शिक्षा"]
    assert find_wrapping([*menu, *PARAGRAPHS, "संपर्क करें", "हमारे बारे में"]) is None


def test_two_lines_above_a_long_one_are_not_wrapped() -> None:
    """A headline and a byline of one length say nothing of a width that the paragraph below does not keep."""
    headline = "नगर में मेले को लेकर महाभारत, मेयर और पार्षद आमने सामने"
    byline = "घाट समाचार ब्यूरो | 08 नवंबर 2026 10:35 AM (IST)"
    assert find_wrapping([headline, byline, " ".join(PARAGRAPHS)]) is None


def test_rows_of_one_form_are_not_wrapped() -> None:
    """Prices of a market are about as long as each other; where many lines end in one word, no width broke them."""
    towns = ["रामगंज (राजस्थान)", "गुना (मध्य प्रदेश)", "बारां (राजस्थान)", "राजकोट (गुजरात)", "गोंडल (गुजरात)", "नीमच (मध्य प्रदेश)"]
    rows = [f"{town}: {6150 + number} रुपये प्रति क्विंटल" for number, town in enumerate(towns)]
    title = "धनिया और अलसी में आया उछाल, देखिए आज का मंडी भाव"
    assert find_wrapping([title, PARAGRAPHS[0], "धनिया के ताजा भाव:", *rows, "जौ: 1820 रुपये प्रति क्विंटल"]) is None


def test_two_wraps_behind_one_word_are_wraps() -> None:
    """Postpositions are frequent, so that lines end in one by chance."""
    lines = [
        "शिविर के प्रशासन और लोग में मैदान के प्रशासन में मैदान के",
        "किसान से मेले में मेले से गांव के राहत से सड़क के घाट और घाट",
        "से शिविर और प्रशासन और सुबह के राहत के मेले के घाट के",
        "पहुंचे।",
    ]
    assert find_wrapping(lines) is not None


def test_cells_are_counted_as_w3m_counts_them() -> None:
    """w3m gives vowel signs no column, so its lines differ in code points but not in cells."""
    words = " ".join(PARAGRAPHS).split()
    lines, line = [], ""
    for word in words:
        longer = f"{line} {word}".strip()
        if sum(character.isalnum() or character in " ।,-" for character in longer) > 60:
            lines.append(line)
            longer = word
        line = longer
    lines.append(line)
    wrapping = find_wrapping(lines)
    assert wrapping is not None
    assert wrapping.measure is not len
    assert all(wrapping.breaks(line, following) for line, following in itertools.pairwise(lines))
