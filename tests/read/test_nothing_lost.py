"""Every word that a page shows is in one of its blocks, whatever the block is taken for afterwards."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest

from newsx.pipeline import examine
from newsx.read.decode import decode
from newsx.read.mhtml import unpack
from newsx.text.fold import fold
from newsx.text.words import words
from quality.visible import lost_words
from tests.golden import Fixture, fixtures

_UNSEEN = frozenset(
    "head script style template noscript svg math iframe video audio select textarea amp-sidebar".split()
)
_INLINE = frozenset("a abbr b bdi cite code em font i mark q s small span strong sub sup time u".split())
_PAGES = [fixture for fixture in fixtures() if not fixture.name.startswith("text--")]
_FROM_SCRIPTS = {"html--story-only-in-hydration-data"}


class _Visible(HTMLParser):
    """Another reader of markup than lxml, which knows nothing of blocks: the text that is in no unseen element."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen or tag in _UNSEEN:
            self._unseen += [tag] if not self._unseen or tag == self._unseen[0] else []
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(data)


def _visible(markup: str) -> str:
    parser = _Visible()
    parser.feed(markup)
    parser.close()
    return "".join(parser.text)


@pytest.mark.parametrize("fixture", _PAGES, ids=[fixture.name for fixture in _PAGES])
def test_no_word_of_a_fixture_is_lost(fixture: Fixture) -> None:
    """As often as the page shows it; what scripts would put there instead is another matter."""
    data = fixture.page.read_bytes()
    markup = (unpack(data).decoded if fixture.name.startswith("mhtml--") else decode(data)).text
    total, lost = lost_words(_visible(markup), [block.text for block in examine(data).labelled.page.blocks])
    assert total > 20 or fixture.name in _FROM_SCRIPTS
    assert lost == Counter()


_WORDS = "गांव का पुल टूट गया और लोगों को चक्कर लगाना पड़ा"
_SPACED = f" {_WORDS} "


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{0}</p>",
        "{0}",
        "<div>{0}<p>नीचे</p>{0}</div>",
        "<ul>{0}<li>एक</ul>",
        "<table><tr><td>{0}<td></table>",
        "<table>{0}<tr><td>एक</table>",
        "<table><caption>{0}</caption><tr><td>एक</table>",
        "<details><summary>खोलें</summary>{0}</details>",
        "<a name=x><h2>{0}</h2></a>",
        "<p>एक<div>{0}</div>दो</p>",
        "<figure><img src=a.jpg>{0}</figure>",
        "<fieldset><legend>{0}</legend></fieldset>",
        "<label>{0}<input></label>",
        "<button>{0}</button>",
        "<dl><dt>{0}<dd>{0}</dl>",
        "<pre>{0}</pre>",
        "<center><font>{0}</font></center>",
        "<blockquote class=twitter-tweet><p>{0}</p><a href=https://posts.example/1>{0}</a></blockquote>",
        "<h2><a href='#x'>{0}</a></h2>",
        "<ruby>{0}<rt>पढ़ें</rt></ruby>",
        "<marquee>{0}</marquee>",
        "<unknown-element>{0}</unknown-element>",
        "</body></html>{0}",
        "<div hidden>{0}</div>",
        "<template shadowrootmode=open><p>{0}</p></template>",
        "<output>{0}</output><meter>{0}</meter>",
        "<p>{0}<!-- {0} -->{0}</p>",
        "<![CDATA[ x ]]><p>{0}</p>",
        "<b><p>{0}</b>{0}</p>",
        "<select><option>एक</select>{0}",
        "<script>x</script>{0}<script>y</script>",
        "<object data=/player.swf><param name=movie value=/player.swf><table><tr><td>{0}</table></object>",
        "<object data=/player.swf><embed src=/player.swf></object>{0}",
        "<embed src=/player.swf><p>{0}</p>",
        "<map name=m>{0}<area></map>",
        "<dialog open>{0}</dialog>",
        "<svg><path d=M0></svg>{0}<video src=a></video>{0}",
    ],
)
def test_no_word_is_lost_wherever_it_stands(markup: str) -> None:
    """In markup of all kinds, right or wrong."""
    page = f"<html><body><div><p>ऊपर</p>{markup.format(_SPACED)}</div></body></html>"
    held = Counter(word for block in examine(page).labelled.page.blocks for word in words(fold(block.text)))
    assert {word: held[word] for word in words(fold(_WORDS))} == dict.fromkeys(
        words(fold(_WORDS)), markup.replace("<!-- {0} -->", "").count("{0}")
    )
