"""The forms of output that a record can have, all in one table. What `extract` and `batch` offer is read from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newsx.article import Article

WholeFormName = Literal["json", "md", "text", "html", "jsonld", "ninjs"]
"""Forms in which a file holds one article."""

FormName = Literal[WholeFormName, "jsonl"]
"""All forms."""


class OutputForm(NamedTuple):
    """One form of output."""

    name: FormName
    suffix: str
    """Of its files, by which `--output` chooses it."""
    write: Callable[[Article], str]
    """Gives the text, without a line end at the end."""
    write_pretty: Callable[[Article], str] | None = None
    """The same in many lines, where the form is a kind of JSON."""
    is_by_row: bool = False
    """Whether records follow one another in a file as rows; else each is a whole of its own."""


# The writers themselves are loaded when they are called: a table of forms costs a command no time.
FORMS: dict[str, OutputForm] = {
    form.name: form
    for form in (
        OutputForm("json", ".json", lambda article: article.to_json(), lambda article: article.to_json(pretty=True)),
        OutputForm("jsonl", ".jsonl", lambda article: article.to_json(), is_by_row=True),
        OutputForm("md", ".md", lambda article: article.to_markdown(front_matter=True)),
        OutputForm("text", ".txt", lambda article: article.to_text()),
        OutputForm("html", ".html", lambda article: article.to_html()),
        OutputForm(
            "jsonld", ".jsonld", lambda article: article.to_json_ld(), lambda article: article.to_json_ld(pretty=True)
        ),
        OutputForm(
            "ninjs", ".ninjs", lambda article: article.to_ninjs(), lambda article: article.to_ninjs(pretty=True)
        ),
    )
}
"""By name."""


def whole_forms() -> list[str]:
    """The names of the forms in which a file holds one article."""
    return [name for name, form in FORMS.items() if not form.is_by_row]


def form_of_suffix(suffix: str) -> OutputForm | None:
    """The form of files whose names end so."""
    return next((form for form in FORMS.values() if form.suffix == suffix.lower()), None)
