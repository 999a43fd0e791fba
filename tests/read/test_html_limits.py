"""Pages that break readers: depth, size, broken structure."""

from __future__ import annotations

import time

import pytest

from newsx.read.html import read_html
from newsx.read.shown import Unfolding
from newsx.read.tree import by_tag, parse

_STORY = "".join(
    f"<p>बांध के {number} फाटक खोले गए और किनारे के गांवों को पहले ही खबर कर दी गई थी।</p>" for number in range(3, 9)
)


@pytest.mark.parametrize(
    "opening", ["<div>", "<span>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<div class='ad'>"]
)
def test_text_below_twenty_thousand_levels_is_kept_with_a_warning(opening: str) -> None:
    """libxml2 drops what lies below 2,048 levels; newsx flattens and says so."""
    page = read_html(f"<body><h1>बांध के फाटक खुले</h1>{opening * 20_000}{_STORY}")
    assert "बांध के 8 फाटक" in " ".join(block.text for block in page.blocks)
    assert {warned.kind for warned in page.warnings} <= {"deep_nesting"}
    if opening != "<b>":
        assert page.warnings


@pytest.mark.parametrize(
    "odd",
    ["<div<div>", "<o:p>", "<p a<b=c x:y=1 1=2>", "<p title='a\x11b'>", "a\x11b", "<\x11iv>", "</div<div>", "<di"],
)
def test_odd_markup_in_a_deep_page_is_no_trouble(odd: str) -> None:
    """Names and signs that no XML has, which libxml2 lets pass."""
    page = read_html(f"<body><h1>बांध के फाटक खुले</h1>{_STORY}{'<div>' * 900}{odd}x{'<div>' * 1200}{odd}")
    assert "बांध के 8 फाटक" in " ".join(block.text for block in page.blocks)
    assert {warned.kind for warned in page.warnings} == {"deep_nesting"}


def test_text_node_beyond_ten_megabytes_is_kept_whole() -> None:
    """Neither the node nor what follows it is lost."""
    long = "शब्द " * 2_200_000
    page = read_html(f"<body><p>{long}</p>{_STORY}</body>")
    assert sum(len(block.text) for block in page.blocks) > len(long)
    assert "बांध के 8 फाटक" in page.blocks[-1].text


@pytest.mark.parametrize(
    "markup", ["", "x", "<", "<!-- -->", "<!DOCTYPE html>", "<html>", "<p>\0</p>", "</div></p>", "<body><body>"]
)
def test_page_with_next_to_nothing_is_read_without_an_error(markup: str) -> None:
    """Such a page has a block at most, and that is all."""
    assert len(read_html(markup).blocks) <= 1


def test_unclosed_tags_lose_nothing() -> None:
    """Paragraphs end where the next one begins."""
    page = read_html("<h1>बांध के फाटक खुले<div>" + _STORY.replace("</p>", ""))
    assert sum("फाटक खोले" in block.text for block in page.blocks) == 6


def test_xml_declaration_in_a_str_is_no_trouble() -> None:
    """Such a str is refused by lxml; newsx hands it bytes."""
    page = read_html(
        f'<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{_STORY}</body></html>',
        form="xhtml",
    )
    assert page.form == "xhtml"
    assert sum("फाटक खोले" in block.text for block in page.blocks) == 6


def test_set_of_frames_is_told() -> None:
    """The text of a frameset is in other files, and the page says so."""
    page = read_html("<html><frameset><frame src='a.html'><frame src='b.html'></frameset></html>")
    assert [warned.kind for warned in page.warnings] == ["frames"]


def test_scripts_styles_templates_and_form_fields_give_no_text() -> None:
    """What nobody sees is no block."""
    hidden = (
        "<script>var a</script><style>p{}</style><template><p>ढांचा</p></template><select><option>चुनें</option></select>"
    )
    texts = [block.text for block in read_html(f"<body>{hidden}{_STORY}</body>").blocks]
    assert len(texts) == 6


@pytest.mark.parametrize(
    "markup",
    [
        "<head>\x18<script></script>/",
        "<p>पानी</p>\x0c<script>x</script>\x0cउतरा",
        "<d\x1b>पानी</d>",
        "<p>पानी\ufffe</p><script></script>\uffff",
        "<p>&#24;पानी&#xfffe;</p><style></style>&#x1f;",
    ],
)
def test_control_signs_beside_dropped_elements_break_nothing(markup: str) -> None:
    """Signs that XML has no place for are in real pages too, and cost no page."""
    assert "\x18" not in "".join(block.text for block in read_html(markup).blocks)


@pytest.mark.parametrize("tag", ["script", "iframe", "noscript", "canvas"])
def test_text_between_dropped_elements_costs_no_more_than_its_length(tag: str) -> None:
    markup = f"<html><body><p>{f'<{tag}>x</{tag}>शब्द ' * 30_000}</p></body></html>"
    root, _ = parse(markup.encode())
    assert root is not None
    start = time.process_time()
    Unfolding().show(root, by_tag(root))
    assert time.process_time() - start < 1.5
    assert "".join(root.itertext()) == "शब्द " * 30_000
    assert root.find(f".//{tag}") is None
