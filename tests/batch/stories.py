"""Invented stories, and the ways in which other pages copy them."""

from __future__ import annotations

import random

_WORDS = (
    "गांव सड़क पुलिया बाजार स्कूल नदी पानी बिजली किसान फसल मंडी दाम बैठक पंचायत वार्ड निगम पार्षद महापौर सफाई कूड़ा गाड़ी "
    "बस रेल स्टेशन यात्री टिकट किराया मरम्मत ठेका राशि योजना लाभ सूची आवेदन तारीख अधिकारी अभियंता विभाग जिला प्रखंड "
    "अस्पताल डॉक्टर दवा मरीज जांच टीका शिविर छात्र शिक्षक परीक्षा परिणाम खेल मैदान टीम कप्तान रन विकेट जीत हार मौसम "
    "बारिश धूप ठंड हवा तूफान चेतावनी राहत बांध जलस्तर पुल यातायात जाम पुलिस थाना मामला आरोप अदालत फैसला सुनवाई वकील "
    "नया पुराना बड़ा छोटा पहला दूसरा आज कल सुबह शाम रात बुधवार सोमवार शहर मोहल्ला लोग महिला युवा बच्चे बुजुर्ग परिवार "
    "घर दुकान कारोबार उद्योग मजदूर वेतन मांग धरना ज्ञापन मंत्री विधायक सांसद चुनाव मतदान केंद्र राज्य सरकार बजट कर छूट"
).split()
_VERBS = "हुआ किया गया बताया कहा मिला बढ़ा घटा रुका चला बना आया लगा दिया".split()
_FORMULAS = (
    "इस बारे में पूछे जाने पर विभाग के अधिकारियों ने कहा कि मामले की जांच की जा रही है।",
    "उन्होंने बताया कि काम तय समय पर पूरा कर लिया जाएगा और लोगों को परेशानी नहीं होगी।",
    "स्थानीय लोगों का कहना है कि शिकायत के बाद भी अब तक कोई कार्रवाई नहीं हुई है।",
    "पुलिस ने मामला दर्ज कर आगे की कार्रवाई शुरू कर दी है।",
)
"""Whole sentences that stand in many stories, as they do in the press."""

DATELINES = ("सोनपुर, 4 फरवरी (भाषा)।", "जागरण संवाददाता, रामगढ़।", "नवगांव, एजेंसी।", "बेलापुर। हमारे संवाददाता द्वारा")

Story = list[list[str]]
"""Sentences, each a list of words."""


def story(number: int) -> Story:
    """One of a thousand and more different stories, always the same for a number: 150 to 900 words."""
    chance = random.Random(number)
    sentences = [[*chance.choices(_WORDS, k=chance.randrange(8, 20)), f"{chance.choice(_VERBS)}।"] for _ in range(60)]
    told = sentences[: chance.randrange(12, 60)]
    for formula in chance.sample(_FORMULAS, 2):
        told.insert(chance.randrange(len(told)), formula.split())
    return told


def text(told: Story, *, sentences: int = 3) -> str:
    """The story in paragraphs of so many sentences."""
    lines = [" ".join(words) for words in told]
    return "\n\n".join(" ".join(lines[at : at + sentences]) for at in range(0, len(lines), sentences))


def cut(told: Story) -> Story:
    """The first four fifths of it, as an agency's customer runs it."""
    return told[: -(len(told) // 5) or None]


def datelined(told: Story, number: int) -> Story:
    """Under another place and credit."""
    return [[*DATELINES[number % len(DATELINES)].split(), *told[0]], *told[1:], "इनपुट एजेंसी से लिया गया है।".split()]


def reworded(told: Story, number: int) -> Story:
    """With one word in 25 another one, wherever it stands."""
    chance = random.Random(f"reworded {number}")
    places = [(at, place) for at, words in enumerate(told) for place in range(len(words))]
    changed = [list(words) for words in told]
    for at, place in chance.sample(places, round(len(places) * 0.04)):
        changed[at][place] = f"{chance.choice(_WORDS)}-{chance.choice(_WORDS)}"
    return changed


def page(headline: str, body: str) -> bytes:
    """A saved page of it."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="hi"><head><meta charset="utf-8"><title>{headline} - गांव समाचार</title></head>'
        f"<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    ).encode()
