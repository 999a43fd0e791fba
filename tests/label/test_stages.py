"""What each kind of line around and inside a story is told to be, and what must never be told wrongly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsx.label import label
from newsx.page import LabelledPage
from newsx.read.html import read_html
from tests.label.conftest import HEADLINE

Roles = Callable[[str], list[tuple[str, str]]]
Story = Callable[..., str]


def role_of(pairs: list[tuple[str, str]], beginning: str) -> str:
    return next(role for role, text in pairs if text.startswith(beginning))


def body_of(pairs: list[tuple[str, str]]) -> list[str]:
    return [text for role, text in pairs if role in ("body", "subheading")]


def test_every_block_has_one_label_with_a_reason(labelled: Callable[[str], LabelledPage], story: Story) -> None:
    """Nothing is dropped unseen: as many labels as blocks, and none without a reason."""
    page = labelled(story(above="होम\nदेश", between="यह भी पढ़ें: कोसी में भी घटा पानी", below="संबंधित खबरें\nकोसी में उफान"))
    assert len(page.labels) == len(page.page.blocks)
    assert all(label.reason for label in page.labels)


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


def test_a_glued_invitation_is_cut_from_its_paragraph(roles: Roles, story: Story, paragraphs: tuple[str, ...]) -> None:
    """Only the tail goes; the paragraph before it stays to its last sign."""
    dump = story().replace(paragraphs[1], f"{paragraphs[1]}यह भी पढ़ें: कोसी में भी घटा पानी")
    pairs = roles(dump)
    assert paragraphs[1] in body_of(pairs)
    assert role_of(pairs, "यह भी पढ़ें") == "read_also"


def test_the_headline_is_the_line_that_shares_words_with_the_story(roles: Roles, story: Story) -> None:
    """Menu lines and headlines of other stories above it are not taken."""
    above = "होम\nदेश\nवीडियो\n\nमुंबई में मेट्रो का नया रूट शुरू, किराया तय"
    assert role_of(roles(story(above=above)), "गंगा का जलस्तर घटा") == "headline"


def test_a_repeated_headline_is_taken_once(roles: Roles, story: Story) -> None:
    """The second copy is a duplicate, not a sub-heading."""
    pairs = roles(story(opening="गंगा का जलस्तर घटा, राहत शिविरों से घर लौटने लगे लोग"))
    assert [role for role, text in pairs if text.startswith("गंगा का जलस्तर घटा")] == ["headline", "duplicate"]


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


def test_highlights_end_at_the_gap(roles: Roles, story: Story) -> None:
    """Points under हाइलाइट्स are highlights, the paragraph behind the gap is body."""
    points = "हाइलाइट्स\nगंगा का पानी खतरे के निशान से नीचे\nपांच सौ मजदूर मरम्मत में लगे\nपीने के पानी का संकट जारी"
    pairs = roles(story(opening=points))
    assert [role for role, _ in pairs].count("highlight") == 3
    assert body_of(pairs)[0].startswith("भागलपुर।")


@pytest.mark.parametrize(
    "below",
    [
        "लेखक के बारे में\n\nअनिल ठाकुर\n\nअनिल ठाकुर दस वर्षों से पत्रकारिता में सक्रिय हैं और संस्थान की डेस्क पर कार्यरत हैं।",
        "अनिल ठाकुर दस वर्षों से पत्रकारिता में सक्रिय हैं। उन्होंने जनसंचार में डिप्लोमा किया है और कई संस्थानों में काम किया है।",
    ],
)
def test_a_biography_is_known_with_and_without_its_heading(
    roles: Roles, story: Story, paragraphs: tuple[str, ...], below: str
) -> None:
    """It speaks of the byline's person, of years, posts and institutions."""
    pairs = roles(story(opening="By अनिल ठाकुर", below=below))
    assert role_of(pairs, "अनिल ठाकुर दस वर्षों") == "bio"
    assert body_of(pairs) == list(paragraphs)


def test_a_story_about_a_journalist_stays_whole(roles: Roles, story: Story) -> None:
    """Words of biographies in the middle of a story make none."""
    middle = "पत्रकार सुधा वर्मा बीस वर्षों से इस इलाके में पत्रकारिता कर रही हैं और कई संस्थानों में काम कर चुकी हैं।"
    assert middle in body_of(roles(story(between=middle)))


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


def test_tags_are_taken_from_their_label_and_from_hash_signs(roles: Roles, story: Story) -> None:
    """Short lines under TAGS, and lines with a hash sign below the story, are tags."""
    pairs = roles(story(below="TAGS\nगंगा\nबाढ़\nRELATED ARTICLES\nकोसी में उफान"))
    assert [text for role, text in pairs if role == "tags"] == ["गंगा", "बाढ़"]
    assert [text for role, text in roles(story(below="# गंगा\n# बाढ़")) if role == "tags"] == ["# गंगा", "# बाढ़"]


def test_a_glued_breadcrumb_is_taken_apart(roles: Roles, story: Story) -> None:
    """A root, a section and an English title without any sign between them."""
    pairs = roles(story(above="Hindi NewsबिहारGanga water level falls people return home from camps"))
    assert pairs[:3] == [
        ("breadcrumb", "Hindi News"),
        ("breadcrumb", "बिहार"),
        ("alternative_headline", "Ganga water level falls people return home from camps"),
    ]


def test_an_interview_keeps_its_questions(roles: Roles, paragraphs: tuple[str, ...]) -> None:
    """Short questions and answers are the story, not a menu."""
    lines = ["सवाल: बाढ़ क्यों आती है?", "जवाब: " + paragraphs[1], "सवाल: हल क्या है?", "जवाब: " + paragraphs[2]]
    pairs = roles("\n\n".join(["तटबंधों पर अभियंता रमेश मंडल से बातचीत", *lines]))
    assert body_of(pairs) == lines


def test_a_short_story_is_an_article(labelled: Callable[[str], LabelledPage], paragraphs: tuple[str, ...]) -> None:
    """Sixty words in two paragraphs are enough."""
    assert labelled(f"गंगा का जलस्तर घटा\n\n{paragraphs[0]}\n\n{paragraphs[1]}").refusal is None


@pytest.mark.parametrize(
    ("dump", "page_type"),
    [
        ("\n\n".join(f"जिले के गांव संख्या {number} में सड़क का काम फिर शुरू हुआ" for number in range(12)), "listing"),
        ("होम\nदेश\n\n404\n\nमाफ कीजिए, यह पेज नहीं मिला\n\nहोम पेज पर जाएं", "error"),
        ("होम\nदेश\nविदेश\nखेल", "unknown"),
        ("हम और हमारे साझेदार कुकीज़ का उपयोग करते हैं। आपकी सहमति से हम आपके डिवाइस की जानकारी रखते हैं। " * 3, "unknown"),
    ],
)
def test_a_page_without_a_story_is_refused_with_its_reason(
    labelled: Callable[[str], LabelledPage], dump: str, page_type: str
) -> None:
    """Listings, error pages, bare menus and consent walls hold no article, and nothing on them is a headline."""
    page = labelled(dump)
    assert page.refusal
    assert page.page_type == page_type
    assert not {"headline", "body", "summary"} & {label.role for label in page.labels}


def test_a_live_page_is_told_by_entries_that_begin_with_their_times(
    labelled: Callable[[str], LabelledPage], paragraphs: tuple[str, ...]
) -> None:
    """Three paragraphs with a clock at their heads make a live page."""
    entries = [f"1{number}:30 AM: {paragraph}" for number, paragraph in enumerate(paragraphs)]
    assert labelled("\n\n".join(["गंगा का जलस्तर घटा, लौटने लगे लोग", *entries])).page_type == "live"


def test_a_list_at_the_end_of_a_story_is_kept_whole(roles: Roles, story: Story) -> None:
    """The last point without a sentence end belongs to the list before it."""
    points = "• राहत शिविरों से लोग घर लौटने लगे हैं।\n• तटबंध की मरम्मत का काम शुरू हो गया है।\n• गांव में अब भी पानी नहीं"
    assert body_of(roles(story(below=f"मुख्य बातें ये रहीं:\n{points}")))[-1] == "गांव में अब भी पानी नहीं"


@pytest.mark.parametrize(
    "dump",
    [
        "\n".join(
            f"गांव संख्या {n} में सड़क का काम फिर शुरू हुआ\nगांव संख्या {n} में दो साल से रुका काम सोमवार को शुरू हो गया है...Read More"
            for n in range(4)
        ),
        "Tag: सड़क\n\nसड़क का काम फिर शुरू\n\nजिले में रुका सड़क का काम सोमवार को शुरू हो गया है। इससे दस गांवों को लाभ होगा।",
        "\n\n".join(
            (
                "कोटा में तेज बारिश के चलते चंबल नदी उफान पर है और बांध के तीन फाटक खोल दिए गए हैं।",
                "उदयपुर की एक छात्रा ने विश्व तीरंदाजी प्रतियोगिता में स्वर्ण पदक जीतकर परिवार का मान बढ़ाया।",
                "बीकानेर के व्यापारियों ने नमकीन पर बढ़े कर के विरोध में मंडी बंद रखने का ऐलान किया है।",
                "जोधपुर के अस्पताल में नई मशीन लगने से मरीजों को जांच के लिए बाहर नहीं जाना पड़ेगा।",
            )
        ),
    ],
    ids=["read-more", "archive", "medley"],
)
def test_a_list_of_stories_is_no_article(labelled: Callable[[str], LabelledPage], dump: str) -> None:
    """Teasers with links to the rest, archive pages, and paragraphs that have nothing in common."""
    page = labelled(dump)
    assert page.refusal
    assert page.page_type == "listing"


def test_a_standfirst_above_the_line_of_the_time_is_not_the_story(
    labelled: Callable[[str], LabelledPage], paragraphs: tuple[str, ...]
) -> None:
    """A short story below a long summary is found behind the time, and the summary is the summary."""
    summary = "गंगा का जलस्तर खतरे के निशान से नीचे आने पर प्रशासन ने राहत शिविर बंद करने का फैसला किया है और लोग लौट रहे हैं।"
    page = labelled(
        f"गंगा का जलस्तर घटा, लौटने लगे लोग\n\n{summary}\n\nराहत शिविर में लोग\n\n"
        f"Published : Sep 25, 2026, 12:01 AM IST\n\n{paragraphs[0]}\n\n{paragraphs[1]}"
    )
    found = {block.text: label.role for block, label in zip(page.page.blocks, page.labels, strict=True)}
    assert (found[summary], found[paragraphs[0]]) == ("summary", "body")


def test_a_dateline_farther_down_takes_no_paragraph_out_of_the_body(roles: Roles, paragraphs: tuple[str, ...]) -> None:
    """A story that goes on to another town with its third paragraph keeps the two above it."""
    third = "लखनऊ। राजधानी में भी अधिकारियों ने नदियों के जलस्तर पर बैठक की और जिलों को सतर्क रहने के लिए कहा है।"
    story = [paragraphs[1], paragraphs[2], third]
    assert body_of(roles("\n\n".join(["गंगा का जलस्तर घटा, लौटने लगे लोग", *story]))) == story


def test_a_latin_title_below_the_headline_is_the_other_headline(roles: Roles, story: Story) -> None:
    """An English title between a Hindi headline and the byline is no summary."""
    title = "Ganga water level falls, people return home from camps"
    pairs = roles(story(opening=f"{title}\n\n18 नवंबर 2026, 09:15 AM IST"))
    assert role_of(pairs, title) == "alternative_headline"


def test_long_paragraphs_of_a_marked_story_need_no_full_stops() -> None:
    """Some pages end no sentence; where the markup shows the story, its long paragraphs are running text yet."""
    asked = "मेले में आए किसानों ने कृषि विभाग के अधिकारियों से बीज और खाद की उपलब्धता के बारे में सवाल पूछे"
    tested = "दुकानों पर मिट्टी की जांच भी कराई जिसका परिणाम अगले सप्ताह मिलेगा, ऐसा अधिकारियों का कहना"
    paragraphs = "".join(f"<p>{asked} और {n} {tested}</p>" for n in range(3, 6))
    page = f"<body><h1>किसान मेले में जुटे तीन गांवों के लोग</h1><article>{paragraphs}</article></body>"
    assert label(read_html(page)).refusal is None


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


@pytest.mark.parametrize("credit", ["(इनपुट: भाषा)", "रिपोर्ट: संतोष साहू", "Edited By: संतोष साहू"])
def test_a_credit_in_the_last_block_of_a_marked_story_is_none_of_its_text(
    paragraphs: tuple[str, ...], credit: str
) -> None:
    """Markup often has the credits in one box with the story."""
    story = "".join(f"<p>{text}</p>" for text in (*paragraphs, credit))
    page = label(read_html(f"<body><h1>{HEADLINE}</h1><article>{story}</article></body>"))
    roles = {block.text: given.role for block, given in zip(page.page.blocks, page.labels, strict=True)}
    assert roles[credit] == "byline"
    assert all(roles[text] == "body" for text in paragraphs)


@pytest.mark.parametrize(("types", "is_list"), [(["CollectionPage"], True), (["CollectionPage", "NewsArticle"], False)])
def test_a_page_that_declares_itself_a_collection_is_no_article(
    paragraphs: tuple[str, ...], types: list[str], is_list: bool
) -> None:
    """Whatever prose stands on it, unless it declares an article as well."""
    declared = ",".join(f'{{"@type":"{name}"}}' for name in types)
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = f'<head><script type="application/ld+json">[{declared}]</script></head>'
    page = label(read_html(f"<html>{head}<body><h1>{HEADLINE}</h1><article>{story}</article></body></html>"))
    assert (page.refusal is not None, page.page_type) == (is_list, "listing" if is_list else "article")


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


def test_a_marked_story_without_a_headline_is_no_medley() -> None:
    """Paragraphs that share no words are one story where one element of the page holds them all."""
    paragraphs = [
        "पानी की टंकी भरते ही मोहल्ले में कतार लग गई, बुजुर्ग महिलाएं सबसे आगे खड़ी दिखीं और बच्चे बर्तन थामे रहे।",
        "दोपहर होते-होते स्कूल का मैदान मेले में बदल गया, झूले लगे, मिठाइयां बिकीं, ढोलक बजी और गीत गाए गए।",
        "शाम को पंचायत बैठी तो हिसाब पढ़ा गया, तीन प्रस्ताव आए, एक पर बहस हुई, बाकी अगले महीने तक टल गए।",
        "रात में पुलिस गश्त करती रही, चौराहों पर अलाव जले, ट्रक रुके, चालकों ने चाय पी और धुंध छंटने तक इंतजार किया।",
    ]
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    assert label(read_html(f"<body><article>{story}</article></body>")).refusal is None


def test_a_box_that_the_page_offers_to_skip_is_none_of_the_story(roles: Roles, story: Story) -> None:
    """What stands between the two lines of the frame goes, sentences and all."""
    inside = "कुछ ऐसी आवाज़ें, जो अपनी कहानी से दूसरों को रास्ता दिखाती हैं और हर इतवार सुनी जा सकती हैं।"
    box = f"छोड़कर पॉडकास्ट आगे बढ़ें\n\nकहानी ज़िंदगी की\n\n{inside}\n\nसमाप्त"
    pairs = roles(story(between=box))
    assert role_of(pairs, "कुछ ऐसी") == role_of(pairs, "कहानी") == "embed"
    assert len(body_of(pairs)) == len(body_of(roles(story())))


def test_the_copy_for_a_reading_voice_above_the_headline_is_not_the_story(
    roles: Roles, story: Story, paragraphs: tuple[str, ...]
) -> None:
    """Text browsers show hidden copies; the story is the one below headline, author and time."""
    menu = "\n\n".join(["होम", "देश", "खेल", "राशिफल", "वीडियो", "ई-पेपर"])
    copy = f"{HEADLINE} {' '.join(paragraphs[:2])}\n\n{paragraphs[2]}"
    pairs = roles(f"{copy}\n\n{menu}\n\n{story(opening='मीरा जोशी, भागलपुर 18 नवंबर 2026, 09:30 PM')}")
    assert next(text for role, text in pairs if role == "body") == paragraphs[0]
    assert ("headline", HEADLINE) in pairs


def test_a_menu_row_between_bars_is_neither_running_text_nor_headline(roles: Roles, story: Story) -> None:
    """Also where it ends in a bar, which stands for a danda elsewhere."""
    row = "मुख्य पृष्ठ | गोरखपुर | बस्ती | देवरिया | कुशीनगर | संतकबीर नगर | महराजगंज |"
    pairs = roles(f"घाट समाचार में आपका स्वागत है\n{row}\n{story()}")
    assert role_of(pairs, HEADLINE) == "headline"
    assert role_of(pairs, row) not in ("body", "summary")


def test_a_paragraph_in_which_a_portal_praises_itself_is_no_article(labelled: Callable[[str], LabelledPage]) -> None:
    """One paragraph of some length, without a headline, on a page of titles."""
    titles = "\n\n".join(f"जिले के गांव संख्या {number} में सड़क का काम फिर शुरू हुआ" for number in range(9))
    praise = (
        "घाट समाचार पर जिले की हर छोटी बड़ी खबर मिलती है। यहां राजनीति, अपराध, शिक्षा, खेती, मौसम और बाजार की जानकारी "
        "दिन भर अपडेट होती रहती है। हमारे संवाददाता हर प्रखंड में मौजूद हैं। आप अपने मोहल्ले की बात भी हम तक पहुंचा सकते हैं।"
    )
    page = labelled(f"{praise}\n\n{titles}")
    assert page.refusal is not None


def test_share_buttons_glued_behind_a_byline_are_cut_off(roles: Roles, story: Story) -> None:
    """The time before them is read, and nobody is called after a button."""
    pairs = roles(story(opening="Authored by सागर उके | Updated: 5 Oct 2026, 4:27 pmfacebooktwitteremail"))
    assert role_of(pairs, "Authored by") == "byline"
    assert role_of(pairs, "facebooktwitter") == "share"


def test_a_time_alone_between_paragraphs_is_no_subheading(roles: Roles, story: Story) -> None:
    """Live pages set the time of an entry in a line of its own."""
    assert role_of(roles(story(between="04:42 PM (IST)")), "04:42") == "date"


@pytest.mark.parametrize(("opening", "is_article"), [("शिवपुरी। ", True), ("", False)])
def test_a_dateline_makes_few_words_a_story(
    labelled: Callable[[str], LabelledPage], opening: str, is_article: bool
) -> None:
    """Portals and shops open no paragraph with a place."""
    text = (
        "नगर के जाने-माने समाजसेवी रमेश गुप्ता का सोमवार को निधन हो गया। उनकी अंतिम यात्रा मंगलवार सुबह निकलेगी और इसमें "
        "कई गांवों के लोग शामिल होंगे।"
    )
    assert (labelled(opening + text).refusal is None) == is_article


def test_sentences_may_end_in_what_keyboards_have(roles: Roles, story: Story) -> None:
    """A Latin I for the danda, and a full stop with a space before it, end sentences of Hindi."""
    typed = (
        "जंगल से भटककर आया हिरण कुत्तों का शिकार हो गयाI हादसे के बाद वन विभाग ने गश्त बढ़ा दी . गांव के लोगों ने बताया कि "
        "पानी की तलाश में जानवर बस्ती तक आ जाते हैंI इसके लिए तालाब गहरा करने की मांग की गई"
    )
    assert typed in body_of(roles(story(between=typed)))


def test_a_table_set_as_lines_is_part_of_the_story_and_ends_none(roles: Roles, story: Story) -> None:
    """Almanacs and price lists: the paragraphs behind the entries are kept as well as the entries."""
    entries = [
        f"{what} – {value}" for what, value in zip("ऋतु मास तिथि वार पक्ष नक्षत्र योग करण".split(), "अबकचडतपय", strict=True)
    ]
    pairs = roles(story(between="\n\n".join(entries)))
    assert [text for role, text in pairs if role in ("body", "subheading") and " – " in text] == entries
    assert len(body_of(pairs)) == len(body_of(roles(story()))) + len(entries)


def test_a_town_alone_above_the_first_paragraph_of_a_dump_is_its_dateline(roles: Roles, story: Story) -> None:
    """A colon or a dash behind it makes no difference."""
    assert role_of(roles(story(opening="चम्बा")), "चम्बा") == "dateline"
    assert role_of(roles(story(opening="हरदोई -:")), "हरदोई") == "dateline"


def test_a_sentence_that_stands_under_many_titles_is_not_of_the_story(roles: Roles, story: Story) -> None:
    """Lists of other stories below say the same of each."""
    said = "विस्तृत जानकारी के लिए पूरा समाचार देखिए और इस पर अपने विचार हमें लिखकर भेजिए।"
    others = "\n\n".join(f"जिले के गांव संख्या {number} में सड़क का काम फिर शुरू हुआ\n\n{said}" for number in range(6))
    assert body_of(roles(story(below=others))) == body_of(roles(story()))
