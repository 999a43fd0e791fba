"""How records follow one another in one output, for each output form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsx.write.forms import FORMS, FormName

if TYPE_CHECKING:
    from newsx.article import Article
    from newsx.cli.screen import Color
    from newsx.pipeline import Examined

Format = Literal["auto", "view", FormName]
"""What `--format` takes."""


class Rendering(NamedTuple):
    """A form of output for a sequence of articles."""

    render: Callable[[str, Examined], str]
    """From the name of an input and its page to text."""
    before: str = ""
    between: str = ""
    after: str = ""
    failed: Callable[[str], str] = lambda _: ""
    """From the name of an input that failed to what stands in its place."""
    says_no_article: bool = False
    """Whether the text itself tells a person that there is no article."""


def settle(format: Format, *, several: bool, is_terminal: bool, pretty: bool | None) -> Format:
    """The form that `auto` stands for; any other stands for itself."""
    if format != "auto":
        return format
    if is_terminal and pretty is None:
        return "view"
    return "jsonl" if several and not pretty else "json"


def rendering(format: Format, *, several: bool, is_terminal: bool, pretty: bool, color: Color = "auto") -> Rendering:
    """The rendering in a settled form.

    Several records are in JSON and JSON-LD an array, in HTML one page, in Markdown parted by a thematic break, in text
    by two empty lines. Front matter can stand at the beginning of a file alone, so that several have none.
    """
    if format == "view":
        return Rendering(
            lambda name, examined: _view(name if several else None, examined, color, is_terminal=is_terminal),
            between="\n",
            says_no_article=True,
        )
    form = FORMS[format]
    write = (form.write_pretty if pretty else None) or form.write
    if several and form.write_pretty:
        return Rendering(_of_article(write, is_terminal), "[\n", ",\n", "\n]\n")
    if several and format == "html":
        return _html_of_several(is_terminal)
    between = {"md": "\n* * *\n\n", "text": "\n\n"}.get(format, "")
    if several and format == "md":
        return Rendering(_of_article(lambda article: article.to_markdown() + "\n", is_terminal), between=between)
    return Rendering(_of_article(lambda article: write(article) + "\n", is_terminal), between=between)


def _html_of_several(is_terminal: bool) -> Rendering:
    from newsx.write.html import END, article_element, begin

    return Rendering(_of_article(article_element, is_terminal), begin(), after=f"{END}\n")


def fields_rendering(names: Sequence[str], *, several: bool, is_terminal: bool) -> Rendering:
    """Single fields: one of one input as it is, else a line an input, parted by tabs; of several, its name first."""
    from newsx.write.fields import field_text, field_value, one_cell, table_row

    if len(names) == 1 and not several:
        return Rendering(_of_article(lambda article: field_text(field_value(article, names[0])) + "\n", is_terminal))
    if not several:
        return Rendering(_of_article(lambda article: table_row(article, names) + "\n", is_terminal))

    def row(name: str, examined: Examined) -> str:
        return f"{one_cell(name)}\t{table_row(examined.article, names)}\n"

    def empty(name: str) -> str:
        return one_cell(name) + "\t" * len(names) + "\n"

    if not is_terminal:
        return Rendering(row, failed=empty)
    from newsx.write.terminal import harmless_lines

    return Rendering(
        lambda name, examined: harmless_lines(row(name, examined)), failed=lambda name: harmless_lines(empty(name))
    )


def _of_article(write: Callable[[Article], str], is_terminal: bool) -> Callable[[str, Examined], str]:
    if not is_terminal:
        return lambda name, examined: write(examined.article)
    from newsx.write.terminal import harmless_lines

    return lambda name, examined: harmless_lines(write(examined.article))


def _view(name: str | None, examined: Examined, color: Color, *, is_terminal: bool) -> str:
    from newsx.cli.screen import rendered, width
    from newsx.write.explanation import left_out
    from newsx.write.terminal import harmless
    from newsx.write.view import view

    labelled = examined.labelled
    lines = view(examined.article, width(), left_out(labelled), labelled.refusal)
    if name is not None:
        lines = [((f"== {harmless(name)} ==", "quiet"),), (), *lines]
    return rendered(lines, is_terminal=is_terminal, color=color)
