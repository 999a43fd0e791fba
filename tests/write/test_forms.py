"""The table of output forms is what the commands offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from newsx.article import Article
from newsx.cli.rendering import Format
from newsx.write.forms import FORMS, FormName, WholeFormName, form_of_suffix, whole_forms

MakeArticle = Callable[..., Article]


def test_names_are_those_that_options_take() -> None:
    """A form that is added to the table alone, or to an option alone, is told here."""
    assert set(FORMS) == set(get_args(FormName))
    assert set(whole_forms()) == set(get_args(WholeFormName))
    assert set(get_args(Format)) == {"auto", "view", *FORMS}


def test_each_form_has_its_own_suffix() -> None:
    """So that the name of a file says which it is, in whatever case."""
    for form in FORMS.values():
        assert form_of_suffix(form.suffix.upper()) is form
    assert form_of_suffix(".xml") is None


def test_forms_by_row_are_one_line(make_article: MakeArticle) -> None:
    """And none ends with a line end, which whoever joins them sets."""
    for form in FORMS.values():
        text = form.write(make_article())
        assert text == text.strip()
        assert not (form.is_by_row and "\n" in text)
        if form.write_pretty:
            assert "\n" in form.write_pretty(make_article())
