"""What a browser shows of a page and plain parsing leaves aside is read."""

from __future__ import annotations

import html

import pytest

from newsx.errors import InputTooLargeError
from newsx.page import Block, Page
from newsx.pipeline import read_page

_STORY = "".join(f"<p>बांध के {n} फाटक खोले गए और किनारे के गांवों को पहले ही खबर कर दी गई।</p>" for n in range(3, 9))


def _page(inner: str) -> Page:
    return read_page(f"<html><body>{inner}</body></html>".encode())


def _texts(inner: str) -> list[str]:
    return [block.text for block in _page(inner).blocks]


@pytest.mark.parametrize("attribute", ["shadowrootmode='open'", "shadowroot='closed'", "shadowmode='open'"])
def test_shadow_root_is_read_as_its_host_shows_it(attribute: str) -> None:
    """The host's children stand in the slots, and what a filled slot holds itself is not shown."""
    root = f"<template {attribute}><p>ऊपर</p><slot name=t>खाली</slot><slot>कुछ नहीं</slot><p>नीचे</p></template>"
    assert _texts(f"<x-page>{root}<p>कथा</p><h1 slot=t>नाव</h1></x-page>") == ["ऊपर", "नाव", "कथा", "नीचे"]


def test_shadow_root_within_another_keeps_its_own_slots() -> None:
    """A slot belongs to the innermost root around it; one that nothing fills shows what it holds."""
    inner = "<x-b><template shadowrootmode=open><slot>भीतर खाली</slot></template></x-b>"
    outer = f"<x-a><template shadowrootmode=open>{inner}<slot></slot></template><p>कथा</p></x-a>"
    assert _texts(outer) == ["भीतर खाली", "कथा"]


def test_template_that_is_no_shadow_root_is_not_shown() -> None:
    """It waits for a script."""
    assert _texts("<template><p>ढांचा</p></template><p>कथा</p>") == ["कथा"]


def test_frame_is_read_from_its_attribute() -> None:
    """Its page stands in its place, in a box of its own that keeps its names; what is not shown there is left out."""
    source = html.escape("<html><head><title>क</title></head><body><script>x</script><p>नाव चली</p>फिर", quote=True)
    page = _page(f'<p>ऊपर</p><iframe class="story-frame" srcdoc="{source}">पुराना</iframe><p>नीचे</p>')
    assert [block.text for block in page.blocks] == ["ऊपर", "नाव चली", "फिर", "नीचे"]
    assert [(box.tag, box.names, box.first, box.end) for box in page.boxes if box.tag == "iframe"] == [
        ("iframe", "story-frame", 1, 3)
    ]


def test_frame_within_a_frame_is_read() -> None:
    """To a depth that no page passes."""
    inner = html.escape("<p>भीतर</p>")
    outer = html.escape(f'<iframe srcdoc="{inner}"></iframe>', quote=True)
    assert _texts(f'<iframe srcdoc="{outer}"></iframe>') == ["भीतर"]


def test_frames_count_for_the_bound_of_the_page() -> None:
    """Many small pages are one large one."""
    frame = f"<iframe srcdoc='{'&lt;p&gt;' * 20_000}'></iframe>"
    with pytest.raises(InputTooLargeError, match="elements"):
        _page(frame * 30)


@pytest.mark.parametrize(
    ("beside", "is_read"),
    [("<p>स्क्रिप्ट चालू करें</p>", True), ("<nav><a href=/>होम</a></nav>", True), (_STORY.replace("फाटक", "दरवाजे"), False)],
)
def test_noscript_is_read_where_nothing_else_tells_the_story(beside: str, is_read: bool) -> None:
    """Beside a story it is the copy for browsers without scripts."""
    assert ("फाटक" in " ".join(_texts(f"{beside}<noscript>{_STORY}</noscript>"))) == is_read


def test_noscript_is_read_where_the_longest_paragraph_stands_in_it() -> None:
    """Beside many short sentences of the page's own; as long a paragraph beside it is a copy or a story."""
    own = "".join(f"<p>पाठक संख्या {n} ने यह खबर पसंद की।</p>" for n in range(20))
    assert "फाटक" in " ".join(_texts(f"{own}<noscript>{_STORY}</noscript>"))
    assert "फाटक" not in " ".join(_texts(f"{own}{_STORY.replace('फाटक', 'दरवाजे')}<noscript>{_STORY}</noscript>"))


def test_short_noscript_is_a_note() -> None:
    """It asks for scripts, whatever else there is."""
    assert _texts("<noscript>कृपया जावास्क्रिप्ट चालू करें।</noscript><p>क</p>") == ["क"]


def test_markup_that_was_escaped_once_too_often_is_markup() -> None:
    """Before, between and behind elements."""
    escaped = html.escape("<p>नाव चली</p><h2>कल</h2><p>पुल <b>बंद</b></p>")
    assert _texts(f"<div>{escaped}</div>") == ["नाव चली", "कल", "पुल बंद"]
    assert _texts(f"<div><p>ऊपर</p>{escaped}<p>नीचे</p>{escaped}</div>") == [
        *("ऊपर", "नाव चली", "कल", "पुल बंद", "नीचे"),
        *("नाव चली", "कल", "पुल बंद"),
    ]


@pytest.mark.parametrize(
    "text",
    ["एक &lt;p&gt; और &lt;/p&gt; दो", "5 &lt; 7 और 8 &gt; 3", "&lt;नाव&gt; &lt;पुल&gt;", "&lt;br&gt; से पंक्ति टूटती है"],
)
def test_text_that_speaks_of_tags_is_text(text: str) -> None:
    """So is code."""
    assert _texts(f"<p>{text}</p>") == [html.unescape(text)]
    assert _texts("<pre>&lt;p&gt;क&lt;/p&gt;</pre>") == ["<p>क</p>"]


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("<ul>सूची<li>एक</li>बीच<li>दो</li></ul>", ["सूची", "एक", "बीच", "दो"]),
        ("खुला<div>छोटा</div>शब्द<section>और</section>", ["खुला", "छोटा", "शब्द", "और"]),
        ("<table>ढीला<tr><td>क</td></tr></table>", ["ढीला", "क"]),
        ("<details><summary>खोलें</summary><h3>भीतर</h3><p>कथा</p></details>", ["खोलें", "भीतर", "कथा"]),
        ("<dl>सूची<dt>क<dd>ख</dl>", ["सूची", "क", "ख"]),
    ],
)
def test_text_outside_of_paragraphs_is_read(inner: str, texts: list[str]) -> None:
    """Whatever element it stands in."""
    assert _texts(inner) == texts


def _hidden(inner: str) -> list[Block]:
    page = _page(inner)
    told = [box for box in page.boxes if box.told is not None and box.told.role == "hidden"]
    return [block for box in told for block in page.blocks[box.first : box.end]]


def test_what_a_heading_opens_is_not_hidden() -> None:
    """A part that waits to be opened is shown to a reader; a menu that a plain button opens is not spoken of here."""
    heading = "<h3><button aria-controls='p1' aria-expanded='false'>कारण</button></h3>"
    assert not _hidden(f"{heading}<div id='p1' hidden><h4>एक</h4><p>कथा</p></div>")
    assert not _hidden(f"{heading}<div id='p1' style='color:red; display: none'><p>कथा</p></div>")
    assert not _hidden("<div hidden='until-found'><p>कथा</p></div>")
    assert _hidden(f"{heading}<div id='p2' hidden><p>कथा</p></div>")
