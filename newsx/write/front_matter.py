"""The facts of an article as the YAML front matter of a Markdown file.

Each value is written as JSON, which is YAML too, so that no library is needed and no text is taken for anything else:
not `No` for a truth value, not `1:30` for a number. The keys are those that Hugo, Jekyll, Obsidian and Pandoc know, or
leave alone. `url` and `lang` are not among them: Hugo would put the page at that address, and since its version 0.144
warns of a page that names its language, or fails on it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from newsx.article import Article
from newsx.write.times import with_seconds

# Signs that JSON lets stand in a string, and that YAML refuses there or takes for a line break.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def facts(article: Article) -> dict[str, Any]:
    """What stands in the front matter; what the page does not tell is left out."""
    image = article.image
    values = {
        "title": article.headline,
        "subtitle": article.alternative_headline,
        "author": list(article.authors) or ([article.agency] if article.agency else []),
        "date": article.published and with_seconds(article.published),
        "lastmod": article.modified and with_seconds(article.modified),
        "description": article.summary,
        "categories": [article.section] if article.section else [],
        "tags": list(article.tags),
        "publisher": article.publisher or article.site,
        "agency": article.agency,
        "place": article.dateline,
        "language": article.language,
        "source": article.url,
        "image": image and image.url,
        "duplicate_of": article.source.duplicate_of,
    }
    return {key: value for key, value in values.items() if value}


def front_matter(article: Article) -> str:
    """The facts as YAML between two lines of hyphens, without a line end at the end; each key is one line."""
    lines = [f"{key}: {_as_yaml(value)}" for key, value in facts(article).items()]
    return "\n".join(["---", *lines, "---"])


def _as_yaml(value: Any) -> str:
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
