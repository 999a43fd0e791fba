"""Which pages hold an article, of which kind, and which hold none."""

from __future__ import annotations

import pytest

from newsx.label import label
from newsx.label.draft import begin
from newsx.label.page_type import PAGE_FEATURES
from newsx.label.stages import label_scored
from newsx.label.story import score_blocks
from newsx.label.verdict import Verdict, judge
from newsx.page import Page
from newsx.read.html import read_html
from newsx.read.text import read_text
from tests.label.conftest import HEADLINE, PARAGRAPHS, Labelled


def test_a_short_story_is_an_article(labelled: Labelled, paragraphs: tuple[str, ...]) -> None:
    """Sixty words in two paragraphs are enough."""
    assert labelled(f"गंगा का जलस्तर घटा\n\n{paragraphs[0]}\n\n{paragraphs[1]}").refusal is None


@pytest.mark.parametrize(("opening", "is_article"), [("शिवपुरी। ", True), ("", False)])
def test_a_dateline_makes_few_words_a_story(labelled: Labelled, opening: str, is_article: bool) -> None:
    """Portals and shops open no paragraph with a place."""
    text = (
        "नगर के जाने-माने समाजसेवी रमेश गुप्ता का सोमवार को निधन हो गया। उनकी अंतिम यात्रा मंगलवार सुबह निकलेगी और इसमें "
        "कई गांवों के लोग शामिल होंगे।"
    )
    assert (labelled(opening + text).refusal is None) == is_article


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


@pytest.mark.parametrize("form", ["{name} : {text}", "{number}. {name}\n\n{text}"], ids=["names", "numbers"])
def test_the_entries_of_one_list_are_no_medley(labelled: Labelled, form: str) -> None:
    """Horoscopes and recipes without their headline: what is said of each thing shares no words with the next."""
    told = {
        "मेष": "दफ्तर में नया काम मिलने के योग बन रहे हैं. सेहत संभालें और बाहर का खाना टालें.",
        "वृष": "परिवार में कोई शुभ आयोजन होगा. यात्रा लाभ देगी पर सामान संभालकर रखें.",
        "मिथुन": "विद्यार्थी मेहनत का अच्छा फल पाएंगे. वाणी पर संयम रखें और विवाद से बचें.",
        "कर्क": "रुका हुआ धन वापस आ सकता है. जीवनसाथी का सहयोग बना रहेगा और मन प्रसन्न होगा.",
        "सिंह": "संतान की ओर से खुशखबरी मिलेगी. थोड़ी अशांति रहेगी, ध्यान लगाने पर राहत मिलेगी.",
    }
    entries = [form.format(name=name, text=text, number=n) for n, (name, text) in enumerate(told.items(), 1)]
    opening = "ज्योतिष में राशियों का विशेष स्थान होता है और इनके जरिये हम आने वाले दिन का अंदाजा लगा सकते हैं."
    refusal = labelled("\n\n".join([opening, *entries])).refusal
    assert refusal is None or "different stories" not in refusal


def test_paragraphs_that_open_with_places_are_entries_of_no_list(labelled: Labelled) -> None:
    """Briefs of many towns are stories of their own, though each begins with a name and a colon."""
    briefs = [
        "पटना: नगर निगम ने सोमवार को नालों की सफाई का काम शुरू किया और दस वार्डों में पंप लगाए गए हैं।",
        "गया: रेलवे स्टेशन पर यात्रियों ने पेयजल की मांग को लेकर हंगामा किया, प्रबंधक ने जांच का भरोसा दिया।",
        "भागलपुर: विश्वविद्यालय में परीक्षा की तारीख घोषित होने पर छात्र संगठनों ने खुशी जताई है।",
        "मुजफ्फरपुर: लीची उत्पादकों ने बीमा योजना में सुधार के लिए कृषि मंत्री को पत्र भेजा है।",
        "दरभंगा: अस्पताल में डॉक्टरों की कमी से मरीज परेशान रहे और कई लोग बिना इलाज लौट गए।",
    ]
    refusal = labelled("\n\n".join(briefs)).refusal
    assert refusal is not None


def test_long_paragraphs_of_a_marked_story_need_no_full_stops() -> None:
    """Some pages end no sentence; where the markup shows the story, its long paragraphs are running text yet."""
    asked = "मेले में आए किसानों ने कृषि विभाग के अधिकारियों से बीज और खाद की उपलब्धता के बारे में सवाल पूछे"
    tested = "दुकानों पर मिट्टी की जांच भी कराई जिसका परिणाम अगले सप्ताह मिलेगा, ऐसा अधिकारियों का कहना"
    paragraphs = "".join(f"<p>{asked} और {n} {tested}</p>" for n in range(3, 6))
    page = f"<body><h1>किसान मेले में जुटे तीन गांवों के लोग</h1><article>{paragraphs}</article></body>"
    assert label(read_html(page)).refusal is None


def test_a_live_page_is_told_by_entries_that_begin_with_their_times(
    labelled: Labelled, paragraphs: tuple[str, ...]
) -> None:
    """Three paragraphs with a clock at their heads make a live page."""
    entries = [f"1{number}:30 AM: {paragraph}" for number, paragraph in enumerate(paragraphs)]
    assert labelled("\n\n".join(["गंगा का जलस्तर घटा, लौटने लगे लोग", *entries])).page_type == "live"


@pytest.mark.parametrize(
    ("dump", "page_type"),
    [
        ("\n\n".join(f"जिले के गांव संख्या {number} में सड़क का काम फिर शुरू हुआ" for number in range(12)), "listing"),
        ("होम\nदेश\n\n404\n\nमाफ कीजिए, यह पेज नहीं मिला\n\nहोम पेज पर जाएं", "error"),
        ("होम\nदेश\nविदेश\nखेल", "unknown"),
        ("हम और हमारे साझेदार कुकीज़ का उपयोग करते हैं। आपकी सहमति से हम आपके डिवाइस की जानकारी रखते हैं। " * 3, "unknown"),
    ],
)
def test_a_page_without_a_story_is_refused_with_its_reason(labelled: Labelled, dump: str, page_type: str) -> None:
    """Listings, error pages, bare menus and consent walls hold no article, and nothing on them is a headline."""
    page = labelled(dump)
    assert page.refusal
    assert page.page_type == page_type
    assert not {"headline", "body", "summary"} & {label.role for label in page.labels}


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
def test_a_list_of_stories_is_no_article(labelled: Labelled, dump: str) -> None:
    """Teasers with links to the rest, archive pages, and paragraphs that have nothing in common."""
    page = labelled(dump)
    assert page.refusal
    assert page.page_type == "listing"


@pytest.mark.parametrize(
    "end",
    [
        " … Read more",
        " … [Read more...]",
        " कहा कि\nRead More",
        ",\n\nपूरी खबर पढ़ें",
        " […]\n\nContinue Reading",
        " कहा कि…\nRead More",
        "... read full story",
        f" … Continue reading {HEADLINE}",
    ],
)
def test_the_beginning_of_one_story_with_a_link_to_its_rest_is_no_article(
    labelled: Labelled, paragraphs: tuple[str, ...], end: str
) -> None:
    """However long the beginning is; without the link the same text is one."""
    beginning = f"{HEADLINE}\n\n{paragraphs[0]} {paragraphs[1].rstrip('।')}"
    assert labelled(beginning + end).page_type == "listing"
    assert labelled(f"{beginning}।").refusal is None


def test_one_paragraph_below_author_and_time_is_no_teaser(labelled: Labelled, paragraphs: tuple[str, ...]) -> None:
    """The summary above these lines and the paragraph below them are of one story."""
    summary = "गंगा का पानी उतरने से हजारों परिवारों को राहत मिली है. अब पीने के पानी का संकट है. आइए जानते हैं पूरी बात."
    lines = ["By Ghat Samachar Hindi Team", "Published : Aug 17, 2026, 7:49 PM IST", "Updated : Aug 18, 2026"]
    page = labelled("\n\n".join([HEADLINE, summary, *lines, f"{paragraphs[0]} {paragraphs[1]}"]))
    assert page.refusal is None


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


def test_a_paragraph_in_which_a_portal_praises_itself_is_no_article(labelled: Labelled) -> None:
    """One paragraph of some length, without a headline, on a page of titles."""
    titles = "\n\n".join(f"जिले के गांव संख्या {number} में सड़क का काम फिर शुरू हुआ" for number in range(9))
    praise = (
        "घाट समाचार पर जिले की हर छोटी बड़ी खबर मिलती है। यहां राजनीति, अपराध, शिक्षा, खेती, मौसम और बाजार की जानकारी "
        "दिन भर अपडेट होती रहती है। हमारे संवाददाता हर प्रखंड में मौजूद हैं। आप अपने मोहल्ले की बात भी हम तक पहुंचा सकते हैं।"
    )
    page = labelled(f"{praise}\n\n{titles}")
    assert page.refusal is not None


_STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
_TITLES = "".join(f"<li><a href='/{n}'>जिले के गांव संख्या {n} में सड़क का काम फिर शुरू हुआ</a></li>" for n in range(30))
_VIDEO = '<script type=\'application/ld+json\'>{"@type": "VideoObject"}</script>'
_GALLERY = _VIDEO.replace("VideoObject", "ImageGallery")


def _judged(page: Page) -> Verdict:
    draft = begin(page)
    scores = score_blocks(draft)
    draft, story = label_scored(draft, scores)
    return judge(draft, story, scores)


@pytest.mark.parametrize(
    ("inner", "page_type"),
    [
        (f"<h1>{HEADLINE}</h1><article>{_STORY}</article>", "article"),
        (f"{_GALLERY}<h1>{HEADLINE}</h1><article>{_STORY}</article>", "gallery"),
        (f"<h1>ताजा खबरें</h1><ul>{_TITLES}</ul>", "listing"),
        (f"{_VIDEO}<h1>{HEADLINE}</h1><p>वीडियो</p>", "video"),
        ("<h1>404</h1><p>माफ कीजिए, यह पेज नहीं मिला</p>", "error"),
        ("<a href='/'>होम</a>", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_marked_page_is_of_its_kind(inner: str, page_type: str) -> None:
    """A story, the captions of a gallery, a list of titles, a video without words, an error, next to nothing."""
    verdict = _judged(read_html(f"<html><body>{inner}</body></html>"))
    assert verdict.page_type == page_type
    assert (verdict.refusal is None) == (page_type in ("article", "gallery"))


@pytest.mark.parametrize(
    "page",
    [
        read_html(f"<body><h1>{HEADLINE}</h1><article>{_STORY}</article></body>"),
        read_html(f"<body><ul>{_TITLES}</ul></body>"),
        read_text("\n\n".join((HEADLINE, *PARAGRAPHS))),
        read_text(PARAGRAPHS[0]),
        read_text("होम\nदेश"),
        Page("text", ()),
    ],
    ids=["story", "titles", "dump", "paragraph", "menu", "empty"],
)
def test_a_verdict_is_at_least_as_sure_as_a_coin(page: Page) -> None:
    """It is the likelier of the two, for articles and for refused pages."""
    verdict = _judged(page)
    assert 0.5 <= verdict.confidence <= 1.0
    assert label(page).confidence == verdict.confidence


def test_a_page_without_running_text_says_so() -> None:
    """No features of the whole are needed for that."""
    assert _judged(read_text("होम\nदेश")).refusal == "no running text was found"


def test_a_page_that_is_refused_by_its_features_names_them() -> None:
    """Those that weighed most, with their values."""
    shop = "".join(
        f"<div><h3><a href='/{n}'>कुर्सी {n}</a></h3><p>₹ {n}00</p><p>Add to cart</p></div>" for n in range(20)
    )
    note = "<p>हमारी दुकान में हर तरह की कुर्सियां मिलती हैं और तीन दिन में घर तक पहुंचा दी जाती हैं।</p>" * 2
    refusal = _judged(read_html(f"<body><h1>कुर्सियां</h1>{note}{shop}</body>")).refusal
    assert refusal is not None
    assert "no running text" in refusal or any(name.replace("_", " ") in refusal for name in PAGE_FEATURES)


@pytest.mark.parametrize(
    ("headline", "below", "page_type"),
    [
        ("गंगा का जलस्तर LIVE: निचले इलाकों में घुसा पानी", "बाढ़ के लाइव अपडेट के लिए हमारे साथ बने रहिए...", "live"),
        ("गंगा लाइव: निचले इलाकों में घुसा पानी", "Live Updates of 18th November 2026", "live"),
        ("गंगा का जलस्तर LIVE: निचले इलाकों में घुसा पानी", "रमेश मंडल, शिवपुरी", "article"),
        ("गंगा का जलस्तर बढ़ा, निचले इलाकों में घुसा पानी", "बाढ़ के लाइव अपडेट के लिए हमारे साथ बने रहिए...", "article"),
    ],
)
def test_a_story_that_is_announced_as_updates_is_a_live_page(
    labelled: Labelled, paragraphs: tuple[str, ...], headline: str, below: str, page_type: str
) -> None:
    """Its entries need no times; the word in the headline alone, or a link to such a page, does not make one."""
    assert labelled("\n".join([headline, below, *paragraphs])).page_type == page_type
