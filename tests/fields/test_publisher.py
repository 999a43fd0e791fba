"""The publisher's name and the site's host, with site facts and without."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import newsx.sites
from newsx.fields import publisher
from newsx.fields.address import choose_site, choose_url
from newsx.fields.choice import Choice
from newsx.page import LabelledPage
from tests.fields.settled import site_of

BODY = ("body", "सोनपुर प्रखंड में बुधवार को नई पुलिया का निर्माण शुरू हो गया और इससे लोगों को आने में आसानी होगी।")


def choose_publisher(labelled: LabelledPage) -> Choice[str]:
    return publisher.choose_publisher(labelled, site_of(labelled))


@pytest.fixture
def no_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if newsx knew no publisher."""
    monkeypatch.setattr(newsx.sites, "load_sites", lambda: ())


def test_known_host_gives_the_hindi_name(page: Any) -> None:
    """The canonical address of a known publisher settles the name; the declared one is on record."""
    labelled = page(
        BODY, links={"canonical": "https://www.jagran.com/bihar/a-1.html"}, meta={"og:site_name": "Dainik Jagran"}
    )
    choice = choose_publisher(labelled)
    assert choice.value == "दैनिक जागरण"
    assert choice.evidence is not None
    assert choice.evidence.source == "site facts jagran"
    assert [other.value for other in choice.evidence.also] == ["Dainik Jagran"]


def test_known_name_is_spelled_as_the_page_spells_it(page: Any) -> None:
    """Nukta and spelling follow the page, not the facts."""
    labelled = page(BODY, title="कोई बात - ज़ी न्यूज", links={"canonical": "https://zeenews.india.com/hindi/a/1"})
    assert choose_publisher(labelled).value == "ज़ी न्यूज"


@pytest.mark.parametrize(
    "line",
    ["Feb 04, 2026 08:42 pm ISTमीरा जोशी लाइव हिन्दुस्तान", "ताजा खबरें पढ़ने के लिए Live Hindustan App डाउनलोड करें"],
)
def test_dump_is_known_by_its_furniture(page: Any, line: str) -> None:
    """Desk words in the byline or an app's promo tell whose page a text dump was, and so its host."""
    labelled = page(("byline", line), BODY)
    name = choose_publisher(labelled).value
    assert name == "लाइव हिन्दुस्तान"
    assert choose_site(labelled, choose_url(labelled, None), name).value == "livehindustan.com"


def test_other_papers_in_the_story_are_not_the_publisher(page: Any) -> None:
    """A biography or a story names papers that did not print it."""
    labelled = page(BODY, ("body", "अमर उजाला ने यह खबर छापी थी।"), ("bio", "इससे पहले दैनिक भास्कर में काम किया।"))
    assert choose_publisher(labelled).value is None


@pytest.mark.usefixtures("no_facts")
class TestWithoutFacts:
    """The engine is right without a word about single publishers."""

    def test_hindi_name_is_preferred_on_a_hindi_page(self, page: Any) -> None:
        """Where JSON-LD and og:site_name give the name in two scripts, the Hindi one is the one shown."""
        labelled = page(
            BODY,
            meta={"og:site_name": "Dainik Bhaskar"},
            json_ld=[{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "दैनिक भास्कर "}}],
        )
        assert choose_publisher(labelled).value == "दैनिक भास्कर"

    def test_title_gives_the_name_that_the_host_bears_out(self, page: Any) -> None:
        """The last part of the title is the site's if the host name says so."""
        labelled = page(
            BODY, title="नई पुलिया का काम शुरू - Gaon Samachar", links={"canonical": "https://gaonsamachar.in/1"}
        )
        assert choose_publisher(labelled).value == "Gaon Samachar"
        assert choose_publisher(page(BODY, title="नई पुलिया - जानिए सब कुछ")).value is None

    def test_copyright_line_gives_a_name_that_the_page_shows(self, page: Any) -> None:
        """A name after © counts if it stands elsewhere too: the owning company's does not."""
        shown = page(("navigation", "गांव समाचार"), BODY, ("footer", "© 2026 गांव समाचार. All Rights Reserved"))
        assert choose_publisher(shown).value == "गांव समाचार"
        company = page(
            ("navigation", "गांव समाचार"), BODY, ("footer", "Copyright © 2023-24 ABC Corp ltd., All Rights Reserved")
        )
        assert choose_publisher(company).value is None

    def test_copyright_line_gives_a_name_that_the_host_bears_out(self, page: Any) -> None:
        """A footer read as one text still tells the name where the host name is in it; the year is no part of it."""
        footer = ("footer", "संपर्क करें हमारे बारे में © 2019-26 91gaon Hindi")
        labelled = page(BODY, footer, links={"canonical": "https://www.91gaon.in/hi/1"})
        assert choose_publisher(labelled).value == "91gaon Hindi"

    def test_copyright_sign_may_stand_behind_the_name(self, page: Any) -> None:
        """A name in Devanagari right before the sign and the year is the publisher's; a company's is not."""
        assert choose_publisher(page(BODY, ("footer", "सत्यपथ © 2026. सर्वाधिकार सुरक्षित."))).value == "सत्यपथ"
        assert choose_publisher(page(BODY, ("footer", "© 2026 हिम उदय मीडिया प्रा. लि."))).value is None

    @pytest.mark.parametrize(
        ("masthead", "footer", "name"),
        [
            ("भारत संवाद", "Authored by सागर उके | भारत संवाद", "भारत संवाद"),
            ("भारत संवाद", "संपर्क करें", None),
            ("खबर", "ताजा खबर", None),
            ("पटना", "पटना की खबरें", None),
        ],
    )
    def test_masthead_over_the_menu_of_a_dump_names_the_publisher(
        self, page: Any, masthead: str, footer: str, name: str | None
    ) -> None:
        """Where another line has the name too, and it is neither a word of menus nor a place."""
        menu = [("navigation", word) for word in ("भारत", "दुनिया", "खेल", "राशिफल")]
        labelled = page(("other", masthead), *menu, BODY, ("footer", footer))
        dump = replace(labelled, page=replace(labelled.page, form="text"))
        assert choose_publisher(dump).value == name

    def test_own_app_names_the_publisher(self, page: Any) -> None:
        """A promo at the end of a text dump is often the only place that names the site."""
        promo = ("promo", "लेटेस्ट खबरें, राशिफल, पढ़ने के लिए गांव समाचार ऐप डाउनलोड करें।")
        assert choose_publisher(page(BODY, promo)).value == "गांव समाचार"

    @pytest.mark.parametrize(
        ("role", "line"),
        [
            ("promo", "अधूरा नहीं! पढ़िए पूरा! पढ़ें पूरी खबर गांव समाचार ऐप पर"),
            ("share", "गांव समाचार को गूगल न्यूज़ पर फॉलो करें"),
            ("share", "गांव समाचार को गूगल पर अपने पसंदीदा सोर्स के रूप में जोड़ें"),
            ("disclaimer", "(हेडलाइन के अलावा, इस खबर को गांव समाचार की टीम ने संपादित नहीं किया है।)"),
            ("promo", "बिहार की खबरें सबसे पहले पढ़ें गांव समाचार | आज की ताजा खबर"),
            ("other", "गांव समाचार में आपका स्वागत है"),
            ("other", "संपर्क | विज्ञापन दें | © 2026, गांव समाचार"),
            ("footer", "© गांव समाचार 2026 · संपर्क करें"),
            ("other", "नई पुलिया का काम शुरू | गांव समाचार"),
        ],
    )
    def test_page_that_speaks_of_itself_names_its_publisher(self, page: Any, role: str, line: str) -> None:
        """A text dump declares nothing, but its furniture has the name."""
        headline = ("headline", "नई पुलिया का काम शुरू")
        assert choose_publisher(page((role, line), headline, BODY)).value == "गांव समाचार"

    @pytest.mark.parametrize(
        "line", ["पढ़ें पूरी खबर हमारे ऐप पर", "ताज़ा खबरों के लिए हमें गूगल न्यूज़ पर फॉलो करें", "डाउनलोड करें मोबाइल ऐप"]
    )
    def test_our_is_no_name(self, page: Any, line: str) -> None:
        """Where a name could stand there is none."""
        assert choose_publisher(page(BODY, ("promo", line))).value is None

    def test_picture_credit_names_no_publisher(self, page: Any) -> None:
        """Papers print each other's pictures."""
        assert choose_publisher(page(BODY, ("caption", "नई पुलिया – फोटो : अमर उजाला"))).value is None

    def test_blogging_service_is_no_publisher(self, page: Any) -> None:
        """Blogger names itself as the publisher of every blog."""
        item = {
            "@type": "BlogPosting",
            "headline": "नई पुलिया",
            "publisher": {"@type": "Organization", "name": "Blogger"},
        }
        labelled = page(BODY, json_ld=[item], meta={"og:site_name": "गांव की बात"})
        assert choose_publisher(labelled).value == "गांव की बात"

    @pytest.mark.parametrize(
        "name", ["https://www.facebook.com/gaon", "gaonsamachar.in", "@gaon", "Hindi News, Latest News"]
    )
    def test_address_or_slogan_is_no_name(self, page: Any, name: str) -> None:
        """Publisher fields hold addresses, handles and slogans as well."""
        assert choose_publisher(page(BODY, meta={"publisher": name})).value is None

    def test_slogan_after_the_name_goes(self, page: Any) -> None:
        """`Gaon Samachar - खबर वही जो सही` is named by its first part."""
        labelled = page(BODY, meta={"og:site_name": "Gaon Samachar - खबर वही जो सही"})
        assert choose_publisher(labelled).value == "Gaon Samachar"


def test_site_names_hold_host_and_aliases(page: Any) -> None:
    """Whatever names the site can be told from titles and tags."""
    names = site_of(page(BODY, links={"canonical": "https://www.bhaskar.com/local/1.html"})).names
    assert {"दैनिक भास्कर", "Dainik Bhaskar", "bhaskar"} <= set(names)


def test_facts_of_a_hindi_edition_do_not_name_the_english_one(page: Any) -> None:
    """Both editions bear one name in their declarations."""
    english = ("body", "The bridge over the river is open to all. " * 12)
    declared = {"meta": {"og:site_name": "Moneycontrol"}, "links": {"canonical": "https://www.moneycontrol.com/news/1"}}
    assert choose_publisher(page(english, **declared)).value == "Moneycontrol"
    assert choose_publisher(page(BODY, **declared)).value == "मनीकंट्रोल हिंदी"


@pytest.mark.parametrize(
    "line",
    [
        "© 2026 गांव समाचार।",
        "© 2026 गांव समाचार ।",
        "Copyright © 2026 गांव समाचार। सर्वाधिकार",
        "© 2026 गांव समाचार। सभी अधिकार सुरक्षित",
        "© 2026 गांव समाचार॥",
        "© 2026 - गांव समाचार।। सर्वाधिकार",
        "©\ufe0f 2026 गांव समाचार",
        "© कॉपीराइट 2026, गांव समाचार",
        "© २०२५-२६ गांव समाचार",
        '© 2026 गांव समाचार "सच की आवाज"',
        "© 2026 गांव समाचार (सच की आवाज)",
        "© 2026 गांव समाचार में छपी सामग्री",
        "© 2026 गांव समाचार सभी अधिकार सुरक्षित",
    ],
)
def test_a_danda_is_no_part_of_a_name(page: Any, line: str) -> None:
    """It ends the line of copyright."""
    assert choose_publisher(page(BODY, ("footer", line))).value == "गांव समाचार"


def test_a_declared_copyright_gives_its_name_alone(page: Any) -> None:
    """Without the sign and the year."""
    assert (
        choose_publisher(page(BODY, meta={"copyright": "Copyright © 2013 by Gaon Samachar"})).value == "Gaon Samachar"
    )


def test_a_site_knows_the_names_at_its_copyright(page: Any) -> None:
    """The ends of titles and bylines are known by them, also where nothing else bears them out."""
    site = site_of(page(BODY, ("footer", "© 2026 Ashford Gazette. All rights reserved.")))
    assert site.at_copyright == ("Ashford Gazette",)
    assert "Ashford Gazette" not in site.names


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("कोसी टाइम्स (Kosi Times)", "कोसी टाइम्स"),
        ("Hindi News | कोसी टाइम्स", "कोसी टाइम्स"),
        ("कोसी टाइम्स™", "कोसी टाइम्स"),
        ("“कोसी टाइम्स”", "कोसी टाइम्स"),
        ("Kosi Times | कोसी टाइम्स", "कोसी टाइम्स"),
        ("Kosi Times | सच की आवाज", "Kosi Times"),
        ("Hindi News", "Hindi News"),
        ("Hindi News, Latest News", None),
    ],
)
def test_a_declared_name_is_told_from_what_stands_around_it(page: Any, declared: str, name: str | None) -> None:
    """Brackets, signs, praise; of two parts in two scripts the page's own, where it stands in the title as well."""
    labelled = page(BODY, title="पुल खुला | कोसी टाइम्स", meta={"og:site_name": declared})
    assert choose_publisher(labelled).value == name


@pytest.mark.parametrize(
    ("story", "language"),
    [("The bridge over the river is open to all. " * 12, "en"), ("पूल आजपासून सुरू झाला. " * 12, "mr")],
)
def test_facts_of_a_hindi_edition_do_not_name_one_in_another_language(page: Any, story: str, language: str) -> None:
    """Also where both stand at one host."""
    declared = {"meta": {"og:site_name": "ABP Live"}, "links": {"canonical": "https://x.abplive.com/1"}}
    assert choose_publisher(page(("body", story), language=language, **declared)).value == "ABP Live"
    assert choose_publisher(page(BODY, language="en", **declared)).value == "एबीपी न्यूज़"


@pytest.mark.parametrize("mark", [": ", " । ", " | ", " - "])
def test_a_slogan_behind_any_mark_is_no_part_of_a_name(page: Any, mark: str) -> None:
    """The name is what stands before it."""
    assert choose_publisher(page(BODY, meta={"og:site_name": f"कोसी टाइम्स{mark}खबर वही जो सही"})).value == "कोसी टाइम्स"
