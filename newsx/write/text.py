"""An article as plain text."""

from __future__ import annotations

from newsx.article import Article


def to_text(article: Article) -> str:
    """Headline, summary and body, parted by blank lines, without a line end at the end."""
    return "\n\n".join(part for part in (article.headline, article.summary, article.text) if part)
