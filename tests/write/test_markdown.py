"""An article as Markdown, read back with a Markdown reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from newsx.article import Article, BodyBlock, Link, Source

MakeArticle = Callable[..., Article]


def shown(markdown: str) -> str:
    """The text that a reader of the rendered Markdown sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return "\n".join(
        "".join("\n" if child.type == "softbreak" else child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    )


def test_an_article_reads_from_headline_to_body(make_article: MakeArticle) -> None:
    """Headline, line of credits with the link to the story, summary in italics, body."""
    assert make_article().to_markdown() == "\n\n".join(
        [
            "# सोनपुर में नई पुलिया का काम शुरू",
            "सीमा वर्मा, राज मेहता · सोनपुर · 2026-02-04 20:42 IST · "
            "[गांव समाचार](https://gaon.example/bihar/pulia-101.html)",
            "*तीन गांवों को फायदा मिलेगा।*",
            "पुलिया का काम बुधवार को शुरू हुआ।",
            "## कब तक बनेगी",
            "मार्च तक काम पूरा होगा।",
        ]
    )


def test_each_kind_of_block_has_its_markup(make_article: MakeArticle) -> None:
    """List items of one list stand together; a table has a header row; an update begins with its time."""
    body = (
        BodyBlock("heading", "पहला", level=1),
        BodyBlock("heading", "तीसरा", level=3),
        BodyBlock("list_item", "एक"),
        BodyBlock("list_item", "दो"),
        BodyBlock("quote", "हम खुश हैं"),
        BodyBlock("table", "सीट | दल", rows=(("सीट", "दल"), ("4|5",))),
        BodyBlock("update", "मतगणना शुरू", time="2026-02-04T08:00+05:30"),
    )
    article = make_article(
        headline=None, authors=(), dateline=None, published=None, publisher=None, summary=None, body=body
    )
    assert article.to_markdown().split("\n\n") == [
        "## पहला",
        "### तीसरा",
        "- एक\n- दो",
        "> हम खुश हैं",
        "| सीट | दल |\n| --- | --- |\n| 4\\|5 |  |",
        "**2026-02-04 08:00 IST** मतगणना शुरू",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "*तारे* और _रेखा_ और ~~कटा~~",
        "# शीर्षक नहीं",
        "सवाल नंबर #",
        "सवाल नंबर \t ###  ",
        "# #",
        "#",
        "#######",
        "C# और #हैशटैग",
        "- सूची नहीं",
        "+ सूची नहीं",
        "2026. साल अच्छा रहा",
        "1) पहला",
        "> उद्धरण नहीं",
        "---",
        "===",
        "[लिंक](javascript:alert(1)) और ![चित्र](x.png)",
        "<script>alert(1)</script> <b>मोटा</b>",
        "`कोड` और \\ और | और &copy; और AT&T",
        "***",
        "    चार खाली जगह",
        "{{ site.time }} {% include x %} {{< youtube x >}} {{{%",
    ],
)
def test_what_looks_like_markup_in_the_text_stays_text(make_article: MakeArticle, text: str) -> None:
    """A Markdown reader shows the text of the page as it was, in whatever place of the document it stands."""
    for changed in (
        {"headline": text},
        {"summary": text},
        {"highlights": (text,)},
        {"body": (BodyBlock("paragraph", text),)},
        {"body": (BodyBlock("list_item", text),)},
        {"body": (BodyBlock("quote", text),)},
        {"body": (BodyBlock("heading", text),)},
        {"body": (BodyBlock("table", text, rows=(("क", "ख"), (text, "ग"))),)},
        {"authors": (text,)},
        {"publisher": text},
    ):
        assert " ".join(text.split()) in shown(make_article(**changed).to_markdown()), changed


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT://x", "//gaon.example/x", None])
def test_only_web_addresses_become_links(make_article: MakeArticle, url: str | None) -> None:
    """An address of another kind is left out, since a click on it would run what it holds."""
    assert "](" not in make_article(url=url).to_markdown()


def test_an_address_cannot_end_its_link(make_article: MakeArticle) -> None:
    """Brackets, spaces and letters beyond ASCII are percent-encoded; what was encoded stays."""
    markdown = make_article(url="https://gaon.example/क (1)%20<x>").to_markdown()
    assert re.search(r"\]\(https://gaon\.example/%E0%A4%95%20%281%29%20%3Cx%3E\)", markdown)


def test_no_text_is_a_tag_of_a_template(make_article: MakeArticle) -> None:
    """Jekyll and Hugo look for tags before they look for Markdown, and would run what a page says."""
    text = "{{ site.time }} {% include x %} {{% tag %}} {{< tag >}} {{{"
    article = make_article(summary=text, body=(BodyBlock("paragraph", text), BodyBlock("heading", text)))
    below = article.to_markdown(front_matter=True).partition("\n---\n")[2]
    assert not re.search(r"\{[{%]", below)


def _read_back(text: str, *links: tuple[str, str]) -> tuple[str, list[tuple[str, str]]]:
    """The text of the paragraph with these links as a Markdown reader shows it, and the links that it finds."""
    placed = tuple(Link(words, url, text.index(words), text.index(words) + len(words)) for words, url in links)
    article = Article(True, "article", None, Source(None, "text", None, None, 1, "0" * 64))
    markdown = replace(article, body=(BodyBlock("paragraph", text, links=placed),)).to_markdown()
    [inline] = [token for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline"]
    seen, found, address = "", [], ""
    for child in inline.children or ():
        seen += child.content
        if child.type == "link_open":
            address, begin = str(child.attrs["href"]), len(seen)
        elif child.type == "link_close":
            found.append((seen[begin:], address))
        assert child.type != "image"
    return seen, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("आज भारी बारिश हुई।", "भारी बारिश"),
        ("आज* [भारी] _बारिश_ हुई।", "[भारी] _बारिश_"),
        ("आज]( हुई `कोड` और", "]( हुई `कोड`"),
        ("सावधान!बारिश", "बारिश"),
        ("टीप ^1 देखें", "^1"),
        ("बारिश{.x} हुई", "बारिश"),
        ("बारिश(x) हुई", "बारिश"),
        ("1. बारिश", "1. बारिश"),
        ("# बारिश", "बारिश"),
    ],
)
def test_links_stand_in_the_text(text: str, words: str) -> None:
    """A Markdown reader finds the words and the address, whatever signs stand in them and beside."""
    address = "https://gaon.example/b"
    assert _read_back(text, (words, address)) == (text, [(words, address)])


def test_links_side_by_side_are_two_and_bad_ones_none() -> None:
    """A record may come from anywhere: what leads to no web address, or overlaps, is text."""
    text = "भारी बारिश हुई"
    one, two = ("भारी", "https://gaon.example/a(1)?b=1&amp;c"), (" बारिश", "HTTPS://gaon.example/c")
    assert _read_back(text, one, two) == (
        text,
        [("भारी", "https://gaon.example/a%281%29?b=1&amp;c"), (" बारिश", "HTTPS://gaon.example/c")],
    )
    assert _read_back(text, ("भारी", "javascript:alert(1)"), ("बारिश", "/b")) == (text, [])
    assert _read_back(text, ("भारी बारिश", one[1]), ("बारिश हुई", one[1]))[1] == [
        ("भारी बारिश", "https://gaon.example/a%281%29?b=1&amp;c")
    ]


def test_links_stand_in_headings_lists_quotes_and_cells(make_article: MakeArticle) -> None:
    """At their words in each."""
    url = "https://gaon.example/b"
    body = (
        BodyBlock("heading", "नई पुलिया", level=3, links=(Link("पुलिया", url, 3, 9),)),
        BodyBlock("list_item", "एक", links=(Link("एक", url, 0, 2),)),
        BodyBlock("quote", "दो", links=(Link("दो", url, 0, 2),)),
        BodyBlock("update", "तीन", time="8:00", links=(Link("तीन", url, 0, 3),)),
        BodyBlock("table", "सीट | दल\n4 | नाव", rows=(("सीट", "दल"), ("4", "नाव")), links=(Link("नाव", url, 13, 16),)),
    )
    assert make_article(headline=None, summary=None, body=body).to_markdown().split("\n\n")[1:] == [
        f"### नई [पुलिया]({url})",
        f"- [एक]({url})",
        f"> [दो]({url})",
        f"**8:00** [तीन]({url})",
        f"| सीट | दल |\n| --- | --- |\n| 4 | [नाव]({url}) |",
    ]


def test_a_picture_has_its_caption_and_its_credit(make_article: MakeArticle) -> None:
    """The caption for who does not see it, the credit as its title; one of no web address is left out."""
    body = (
        BodyBlock("list_item", "एक"),
        BodyBlock("image", "", url="https://gaon.example/a b.jpg", caption="पुल [नया]", credit='सुनील "मेहरा"'),
        BodyBlock("image", "", url="javascript:alert(1)", caption="पुल"),
        BodyBlock("image", "", url="https://gaon.example/c.jpg"),
    )
    article = make_article(headline=None, summary=None, body=body)
    assert article.to_markdown().split("\n\n")[1:] == [
        "- एक",
        '![पुल \\[नया\\]](https://gaon.example/a%20b.jpg "सुनील \\"मेहरा\\"")',
        "![](https://gaon.example/c.jpg)",
    ]
    assert article.to_text().strip() == "एक"


def test_lines_of_preformatted_text_stay_lines(make_article: MakeArticle) -> None:
    """Where a link or a tag of a template stands among them as well; indents alone make code of them."""
    poem = BodyBlock("quote", "पानी\n  ```\nबरसा")
    linked = BodyBlock("list_item", "जल\n  ही जीवन", links=(Link("जल\n  ही", "https://jal.example/", 0, 7),))
    tag = BodyBlock("paragraph", "{{ x }}\n  - {% y %}")
    markdown = make_article(body=(poem, linked, tag)).to_markdown()
    assert markdown.split("\n\n")[3:] == [
        "> ````\n> पानी\n>   ```\n> बरसा\n> ````",
        "- [जल](https://jal.example/)\\\n  [ही](https://jal.example/) जीवन",
        "{&#123; x }}\\\n\\- {&#37; y %}",
    ]
