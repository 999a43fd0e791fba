"""Single fields for the shell."""

from __future__ import annotations

from collections.abc import Callable

from newsx.article import Article
from newsx.write.fields import field_names, field_text, field_value, table_row

MakeArticle = Callable[..., Article]


def test_every_key_of_the_record_is_a_field(make_article: MakeArticle) -> None:
    """So are the parts of the image and of the source, with a dot."""
    names = field_names()
    assert set(make_article().to_dict()) <= set(names)
    assert {"image.url", "image.caption", "source.sha256", "source.encoding_by"} <= set(names)


def test_every_field_of_an_article_can_be_asked_for(make_article: MakeArticle) -> None:
    """Each has a plain text, also where the image is missing."""
    for article in (make_article(), make_article(image=None)):
        assert all(isinstance(field_text(field_value(article, name)), str) for name in field_names())
    assert field_value(make_article(image=None), "image.url") is None


def test_values_are_plain_text(make_article: MakeArticle) -> None:
    """Texts as they are, lists of texts joined, missing values empty, structures as JSON."""
    article = make_article()
    assert field_text(field_value(article, "headline")) == article.headline
    assert field_text(field_value(article, "authors")) == "सीमा वर्मा; राज मेहता"
    assert field_text(field_value(article, "highlights")) == ""
    assert field_text(field_value(article, "agency")) == ""
    assert field_text(field_value(article, "is_article")) == "true"
    assert field_text(field_value(article, "source.bytes")) == "2560"
    assert field_text(field_value(article, "image")).startswith('{"url":"https://gaon.example')


def test_a_row_has_as_many_cells_as_fields(make_article: MakeArticle) -> None:
    """Tabs and line breaks inside a value cannot make another cell or row."""
    article = make_article(headline="एक\tदो\r\nतीन\u2028चार")
    assert table_row(article, ["headline", "agency", "text"]).split("\t") == [
        "एक दो तीन चार",
        "",
        "पुलिया का काम बुधवार को शुरू हुआ। कब तक बनेगी मार्च तक काम पूरा होगा।",
    ]
